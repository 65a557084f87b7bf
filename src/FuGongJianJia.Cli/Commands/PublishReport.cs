using System.Globalization;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Publishing;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary>What <c>fugong publish</c> tells of a target and of a change to it（发布的说明）.</summary>
internal sealed class PublishReport(Screen screen)
{
    /// <summary>What comes, changes, goes and stays, and what is kept of what goes.</summary>
    /// <param name="plan">What a change of the target would do.</param>
    /// <param name="state">What stands there.</param>
    /// <param name="limit">How many files of each sort are named; 0 for all.</param>
    public void Changes(PublishPlan plan, PublishState state, int limit)
    {
        string[] Row(string word, int count, long? size) =>
            [word, count.ToString("N0", CultureInfo.InvariantCulture), size is { } bytes ? Size(bytes) : ""];
        screen.Rows([
            ["", "个数", "大小"],
            Row("新增", plan.Come.Length, plan.Come.Sum(e => e.Size)),
            Row("改动", plan.Change.Length, plan.Change.Sum(e => e.Size)),
            Row("移除", plan.Go.Length, null),
            Row("未变", plan.Unchanged, null),
            Row("要上传", plan.Bring.Length, plan.Bring.Sum(e => e.Size)),
        ]);
        foreach (
            var (word, paths) in new[]
            {
                ("新增", plan.Come.Select(e => e.Path)),
                ("改动", plan.Change.Select(e => e.Path)),
                ("移除", plan.Go),
            }
        )
        {
            var all = paths.ToList();
            foreach (var path in limit == 0 ? all : all.Take(limit))
            {
                screen.Line($"{word} {path}");
            }

            if (limit > 0 && all.Count > limit)
            {
                screen.Faint(
                    FormattableString.Invariant(
                        $"{word} 另有 {all.Count - limit:N0} 个没有列出，用 --limit 0 列出全部。"
                    )
                );
            }
        }

        Left(plan);
        if (plan.Keep.Length > 0 || state.Record.Current > 0)
        {
            screen.Faint(
                FormattableString.Invariant($"换下来的旧文件先存到“版本”里，这次要存 {plan.Keep.Length:N0} 个。")
            );
        }
    }

    /// <summary>What is left where it is: old assets, and files of others.</summary>
    public void Left(PublishPlan plan)
    {
        if (!plan.Lasting.IsEmpty)
        {
            screen.Faint(
                FormattableString.Invariant(
                    $"旧资源 {plan.Lasting.Length:N0} 个先留着：正开着旧网页的人还要用，旧版本清理时一起移除。"
                )
            );
        }

        if (!plan.Foreign.IsEmpty)
        {
            screen.Faint(
                FormattableString.Invariant(
                    $"网站文件夹里另有 {plan.Foreign.Length:N0} 个文件不是本程序发布的，不动：{plan.Foreign[0]}"
                ) + (plan.Foreign.Length > 1 ? " 等" : "")
            );
        }
    }

    /// <summary>The versions that a target holds.</summary>
    /// <returns>An exit code.</returns>
    public int Versions(PublishRecord record)
    {
        if (record.Versions.IsEmpty)
        {
            screen.Line("还没有发布过。");
            return ExitCode.Done;
        }

        screen.Rows([
            ["版本", "编制日期", "发布时间", ""],
            .. record.Versions.Select(v =>
                (string[])
                    [
                        $"{v.Number}",
                        v.Edition,
                        v.Published?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                            ?? "没有发完",
                        v.Number == record.Current ? "现在" : "",
                    ]
            ),
        ]);
        return ExitCode.Done;
    }

    /// <summary>The event that ends a publication.</summary>
    /// <returns>An exit code.</returns>
    public int Done(int version, PublishPlan plan)
    {
        screen.Events?.Done(
            new()
            {
                ["version"] = version,
                ["added"] = plan.Come.Length,
                ["changed"] = plan.Change.Length,
                ["removed"] = plan.Go.Length,
                ["unchanged"] = plan.Unchanged,
                ["uploaded"] = plan.Bring.Length,
                ["bytes"] = plan.Bring.Sum(e => e.Size),
            }
        );
        return ExitCode.Done;
    }

    private static string Size(long bytes) =>
        bytes < 1 << 20
            ? FormattableString.Invariant($"{Math.Ceiling(bytes / 1024.0):N0} KB")
            : FormattableString.Invariant($"{bytes / 1048576.0:N1} MB");
}
