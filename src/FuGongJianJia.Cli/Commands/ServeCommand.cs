using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Server;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong serve</c>（预览）: builds, shows the site on this machine only, builds again when a file changes.
/// </summary>
internal static class ServeCommand
{
    private const int MostProblems = 50;

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output, jobs, pdf) = (
            CommonOptions.Root(),
            CommonOptions.Output(),
            CommonOptions.Jobs(),
            new Option<bool>("--pdf") { Description = "预览时也生成 PDF" }
        );
        var port = new Option<int>("--port")
        {
            Description = "端口（默认 8390；0 为任意空闲端口）",
            HelpName = "号码",
            DefaultValueFactory = _ => 8390,
        };
        var command = new Command("serve", "在本机预览网站；改动 data 或 input 后自动重新生成并刷新页面")
        {
            root,
            output,
            port,
            jobs,
            pdf,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    new BuildOptions
                    {
                        Root = parsed.GetValue(root)!,
                        Output = BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                        Jobs = Math.Max(1, parsed.GetValue(jobs)),
                        Pdf = parsed.GetValue(pdf),
                    },
                    parsed.GetValue(port),
                    screen,
                    cancellation
                )
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        BuildOptions options,
        int port,
        Screen screen,
        CancellationToken cancellation
    )
    {
        // What is shown until the first build is done is the last good output.
        OutputView.Open(options.Output).Dispose();
        if (
            await PreviewServer.StartAsync(Path.Combine(options.Output, "site"), port).ConfigureAwait(false)
            is not { } server
        )
        {
            screen.Fail($"端口 {port} 已被其他程序占用（也许另一个预览还开着）。");
            screen.Advise("请换一个端口，例如 --port 0，由程序自己找一个空闲的。");
            return ExitCode.Usage;
        }

        await using var serving = server;
        using var watcher = new SourceWatcher(options.Root);
        var builds = 0;
        screen.Line("预览", $"  {server.Address}/  按 Ctrl+C 结束");
        try
        {
            do
            {
                var (good, problems) = Build(new BuildReport(screen, options), cancellation);
                builds += good ? 1 : 0;
                server.Publish(new PreviewStatus(builds, good, problems));
            } while (await watcher.ChangedAsync(cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how a preview ends, also in the middle of a build.
        }

        return ExitCode.Done;
    }

    // A file that cannot be read or written now may be free after the next change: the preview waits for it.
    private static (bool Good, ImmutableArray<string> Problems) Build(
        BuildReport report,
        CancellationToken cancellation
    )
    {
        try
        {
            var code = BuildCommand.Run(report, cancellation);
            return (
                code == ExitCode.Done,
                [
                    .. report
                        .Diagnostics.Where(d => d.Severity != Severity.Note)
                        .Order()
                        .Take(MostProblems)
                        .Select(d => VisibleText.Of(d.ToString())),
                ]
            );
        }
        catch (Exception failure) when (FileTrouble.Is(failure))
        {
            var said = $"读写文件失败：{FileTrouble.Words(failure)}。预览继续，改动以后再生成一次。";
            report.Screen.Fail(said);
            return (false, [said]);
        }
    }
}
