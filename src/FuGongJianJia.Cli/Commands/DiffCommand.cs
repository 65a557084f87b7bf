using System.CommandLine;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Diff;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong diff</c>（两期对比）: unions, indicators and values that came, went or changed.</summary>
internal static class DiffCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var root = CommonOptions.Root();
        var (before, after) = (
            CommonOptions.PeriodArgument("before", "较早的期间"),
            CommonOptions.PeriodArgument("after", "较晚的期间")
        );
        var limit = new Option<int>("--limit")
        {
            Description = "指标值的差异最多列几条（默认 50，0 为全部）",
            HelpName = "条数",
            DefaultValueFactory = _ => 50,
        };
        CommonOptions.Within(limit, 0, int.MaxValue);
        var command = new Command("diff", "对比两期数据：组织、指标、指标值哪些新增、减少、变化")
        {
            before,
            after,
            root,
            limit,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                parsed.GetValue(before)!,
                parsed.GetValue(after)!,
                parsed.GetValue(limit),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(
        string root,
        string before,
        string after,
        int limit,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var import = Inputs.Read(root, cancellation);
        if (import.Dataset is not { } dataset)
        {
            return Inputs.Refuse(import.Diagnostics, screen);
        }

        if (Inputs.Find(dataset, before) is not { } earlier)
        {
            return screen.NoSuchPeriod(before, dataset.Periods.Select(p => p.Period));
        }

        if (Inputs.Find(dataset, after) is not { } later)
        {
            return screen.NoSuchPeriod(after, dataset.Periods.Select(p => p.Period));
        }

        var diff = DatasetDiff.Compare(earlier, later);
        Part(screen, "组织", diff.Organisations.Length, diff.Organisations.Select(Row));
        Part(screen, "指标", diff.Indicators.Length, diff.Indicators.Select(Row));
        var shown = limit > 0 ? diff.Values.Take(limit) : diff.Values;
        Part(
            screen,
            "指标值",
            diff.Values.Length,
            shown.Select(v =>
                (IReadOnlyList<string>)[Word(v.Kind), v.Organisation, v.Indicator, Arrow(v.Before, v.After)]
            )
        );
        if (limit > 0 && diff.Values.Length > limit)
        {
            screen.Faint(
                FormattableString.Invariant($"  另有 {diff.Values.Length - limit} 条没有列出，用 --limit 0 列出全部。")
            );
        }

        return ExitCode.Done;
    }

    private static void Part(Screen screen, string title, int count, IEnumerable<IReadOnlyList<string>> rows)
    {
        screen.Line(title, count == 0 ? "  没有差异" : FormattableString.Invariant($"  {count} 处"));
        screen.Rows(rows);
    }

    private static IReadOnlyList<string> Row(DatasetChange change) =>
        [
            Word(change.Kind),
            change.Code,
            change.Name,
            change.Field.Length == 0 ? "" : $"{change.Field}：{Arrow(change.Before, change.After)}",
        ];

    private static string Arrow(string before, string after) =>
        (before, after) switch
        {
            ("", _) => after,
            (_, "") => before,
            _ => $"{before} → {after}",
        };

    private static string Word(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Came => "新增",
            ChangeKind.Went => "减少",
            _ => "变化",
        };
}
