using System.CommandLine;
using FuGongJianJia.Archive;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong archive</c>（定稿）: a period is out. What the last build published of it is put on record, and from then on a
/// build that would change it says so and stops.
/// </summary>
internal static class ArchiveCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var period = CommonOptions.PeriodArgument("period", "已经公布的一期，如 2024");
        var command = new Command("archive", "定稿：记下已经公布的一期，以后改动它的数字要写明更正")
        {
            period,
            root,
            output,
        };
        command.SetAction(parsed =>
            Run(
                Period.Parse(parsed.GetValue(period)!),
                parsed.GetValue(root)!,
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(Period period, string root, string output, Screen screen, CancellationToken cancellation)
    {
        // Only what stands as it was built can be what was published.
        using var view = OutputView.Open(output);
        if (view.Stored.Manifest is not { } manifest)
        {
            return VerifyCommand.NoManifest(view.Stored, output, screen);
        }

        var check = OutputCheck.Of(output, manifest, cancellation);
        if (!check.IsSound)
        {
            VerifyCommand.Tell(check, manifest, screen);
            screen.Fail("输出与清单不符，没有定稿。");
            return ExitCode.BadInput;
        }

        if (!manifest.Options.Pdf && manifest.Files.Any(f => Path.GetExtension(f.Path) is ".pdf" or ".ofd"))
        {
            screen.Fail("上一次生成用了 --no-pdf，PDF 可能与网页不一致，没有定稿。");
            screen.Advise("先不加 --no-pdf 生成一次，公布以后再定稿。");
            return ExitCode.BadInput;
        }

        var path = Publication.PathOf(period);
        if (
            !manifest.Files.Any(f => f.Path == path)
            || PublicationFiles.Read(File.ReadAllBytes(Path.Combine(output, path))).Record is not { } record
        )
        {
            screen.Fail($"输出里没有 {period} 这一期。");
            screen.Advise("先运行 fugong build 生成，公布以后再定稿。");
            return ExitCode.Usage;
        }

        var kept = PublicationReview.PathOf(period);
        if (record.State != PublicationState.Draft || File.Exists(Path.Combine(root, kept)))
        {
            screen.Fail($"{period.Title}已经定稿，记在 {kept}。");
            screen.Advise("要改公布过的数字，写进下一期的“更正”表，或者用 fugong build --amend 写明原因。");
            return ExitCode.BadInput;
        }

        Publication.Write(root, record with { State = PublicationState.Final });
        var figures = record.Units.Values.Sum(u => u.Figures.Length);
        screen.Line(
            "定稿",
            FormattableString.Invariant(
                $"  {period.Title}，编制日期 {record.Date:yyyy-MM-dd}，{record.Units.Count:N0} 个组织的 "
            ) + FormattableString.Invariant($"{figures:N0} 个数字，{record.Addresses.Length:N0} 个地址")
        );
        screen.Line($"      记在 {kept}，请与 data 一起备份。");
        return ExitCode.Done;
    }
}
