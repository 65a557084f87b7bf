using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sharding;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong merge</c>（合成）: a build whose pages and papers were made before, by machines that shared them. All that a
/// build looks at is looked at here, and what lists the whole is made here.
/// </summary>
internal static class MergeCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var folders = new Argument<string[]>("文件夹")
        {
            Description = "每一份的文件夹，即 fugong build --shard 的 --output，先后不论",
            Arity = ArgumentArity.OneOrMore,
        };
        var (root, output, jobs, strict, notes) = (
            CommonOptions.Root(),
            CommonOptions.Output(),
            CommonOptions.Jobs(),
            CommonOptions.Strict(),
            CommonOptions.Notes()
        );
        var (takeOver, mostDeletes, quiet, events) = (
            CommonOptions.TakeOver(),
            CommonOptions.MostDeletes(),
            CommonOptions.Quiet(),
            CommonOptions.Events()
        );
        var command = new Command("merge", "把几台机器分份生成的合成一个输出，与一次生成的逐字节相同")
        {
            folders,
            root,
            output,
            jobs,
            strict,
            notes,
            takeOver,
            mostDeletes,
            quiet,
            events,
        };
        command.SetAction(parsed =>
        {
            screen.IsQuiet = parsed.GetValue(quiet);
            screen.Events = parsed.GetValue(events) ? new EventLog(screen.Out) : null;
            return Run(
                parsed.GetValue(folders)!,
                new BuildOptions
                {
                    Root = parsed.GetValue(root)!,
                    Output = BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                    Jobs = Math.Max(1, parsed.GetValue(jobs)),
                    Strict = parsed.GetValue(strict),
                    Notes = parsed.GetValue(notes),
                    TakeOver = parsed.GetValue(takeOver),
                    MostDeletes = parsed.GetValue(mostDeletes),
                },
                screen,
                cancellation
            );
        });
        return command;
    }

    // What was asked for is in the record of every share, so that it need not be said again.
    private static int Run(string[] folders, BuildOptions options, Screen screen, CancellationToken cancellation)
    {
        var (shards, faults) = ShardSet.Open(folders);
        using var _ = shards;
        if (shards is null)
        {
            return Refuse(faults, screen);
        }

        return BuildCommand.Run(
            new BuildReport(
                screen,
                options with
                {
                    IsMerge = true,
                    Periods = [.. shards.Head.Options.Periods.Select(Period.Parse)],
                    Date = DateOnly.ParseExact(shards.Head.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    BasePath = shards.Head.Options.BasePath,
                }
            ),
            cancellation,
            shards
        );
    }

    private static int Refuse(ImmutableArray<Diagnostic> faults, Screen screen) =>
        screen.Refuse(
            faults,
            notes: false,
            "没有合成，已有的输出没有改动。",
            "请按上面每条信息的提示补齐或重新做，再运行一次。"
        );
}
