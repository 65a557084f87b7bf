using System.CommandLine;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong explain</c>（计分说明）: how every point of a union came about.</summary>
internal static class ExplainCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, period) = (CommonOptions.Root(), CommonOptions.OnePeriod());
        var code = new Argument<string>("code") { Description = "组织编码或组织名称", HelpName = "组织" };
        var command = new Command("explain", "说明一个工会的每一分是怎样得来的（仅供内部核对）") { code, root, period };
        command.SetAction(parsed =>
            Run(parsed.GetValue(root)!, parsed.GetValue(code)!, parsed.GetValue(period), screen, cancellation)
        );
        return command;
    }

    internal static int Run(string root, string wanted, string? period, Screen screen, CancellationToken cancellation)
    {
        var import = Inputs.Read(root, cancellation);
        if (import.Dataset is not { } dataset)
        {
            return Inputs.Refuse(import.Diagnostics, screen);
        }

        if (Inputs.Find(dataset, period) is not { } data)
        {
            return screen.NoSuchPeriod(period!, dataset.Periods.Select(p => p.Period));
        }

        var matches = Matches(data, wanted);
        if (matches is not [var organisation])
        {
            screen.Fail(
                matches.Length == 0
                    ? $"{data.Period.Title}没有编码或名称为“{wanted}”的组织。"
                    : $"有 {matches.Length} 个组织的名称含有“{wanted}”，请写组织编码："
            );
            screen.Rows(matches.Take(20).Select(o => (IReadOnlyList<string>)[o.Code, o.Name]));
            return ExitCode.BadInput;
        }

        var scores = Scorer.Score(dataset, cancellation).Find(data.Period)!;
        foreach (var line in Explain.Lines(scores, organisation.Code)!.Value)
        {
            screen.Line(line);
        }

        return ExitCode.Done;
    }

    // A code, else a whole name, else part of a name.
    private static Organisation[] Matches(PeriodData data, string wanted)
    {
        foreach (
            var test in (Func<Organisation, bool>[])
                [
                    o => o.Code == wanted,
                    o => o.Name == wanted || o.ShortName == wanted,
                    o => o.Name.Contains(wanted, StringComparison.Ordinal),
                ]
        )
        {
            if (data.Organisations.Where(test).ToArray() is { Length: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }
}
