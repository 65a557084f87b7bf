using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Server;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong serve</c>（预览）: builds into a folder of its own, shows the site on this machine only, builds again when a
/// file changes. The output of the project is never touched.
/// </summary>
internal static class ServeCommand
{
    private const int MostProblems = 50;

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, periods, date, basePath, jobs) = (
            CommonOptions.Root(),
            CommonOptions.Periods(),
            CommonOptions.Date(),
            CommonOptions.BasePath(),
            CommonOptions.Jobs()
        );
        var (pdf, noOpen) = (
            new Option<bool>("--pdf") { Description = "预览时也生成 PDF" },
            new Option<bool>("--no-open") { Description = "不打开浏览器" }
        );
        var port = new Option<int>("--port")
        {
            Description = "端口（默认 8390；0 为任意空闲端口）",
            HelpName = "号码",
            DefaultValueFactory = _ => 8390,
        };
        CommonOptions.Within(port, 0, ushort.MaxValue);
        var command = new Command("serve", "在本机预览网站；改动 data 或 input 后自动重新生成并刷新页面")
        {
            root,
            periods,
            date,
            basePath,
            port,
            jobs,
            pdf,
            noOpen,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                using var folder = PreviewFolder.Take(parsed.GetValue(root)!);
                return await RunAsync(
                        new BuildOptions
                        {
                            Root = parsed.GetValue(root)!,
                            Output = folder.Path,
                            Periods = [.. parsed.GetValue(periods)!.Select(Period.Parse)],
                            Date = parsed.GetValue(date),
                            BasePath = parsed.GetValue(basePath)!,
                            Jobs = Math.Max(1, parsed.GetValue(jobs)),
                            Pdf = parsed.GetValue(pdf),
                            // Nothing is lost where nothing was published.
                            MostDeletes = int.MaxValue,
                            IsPreview = true,
                        },
                        parsed.GetValue(port),
                        screen,
                        cancellation,
                        opensBrowser: screen.Interactive && !parsed.GetValue(noOpen)
                    )
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    /// <summary>A preview of a project as it stands（预览）, until Ctrl+C.</summary>
    internal static int Preview(string root, Screen screen, CancellationToken cancellation)
    {
        using var folder = PreviewFolder.Take(root);
        return RunAsync(
                new BuildOptions
                {
                    Root = root,
                    Output = folder.Path,
                    Pdf = false,
                    MostDeletes = int.MaxValue,
                    IsPreview = true,
                },
                0,
                screen,
                cancellation,
                opensBrowser: true
            )
            .GetAwaiter()
            .GetResult();
    }

    internal static async Task<int> RunAsync(
        BuildOptions options,
        int port,
        Screen screen,
        CancellationToken cancellation,
        bool opensBrowser = false
    )
    {
        // What is shown until the first build is done is the last good preview.
        OutputView.Open(options.Output).Dispose();
        if (
            await PreviewServer
                .StartAsync(Path.Combine(options.Output, "site"), port, options.BasePath, FileOpener.For(options.Root))
                .ConfigureAwait(false)
            is not { } server
        )
        {
            screen.Fail($"端口 {port} 已被其他程序占用（也许另一个预览还开着）。");
            screen.Advise("请换一个端口，例如 --port 0，由程序自己找一个空闲的。");
            return ExitCode.Usage;
        }

        await using var serving = server;
        using var watcher = new SourceWatcher(options.Root);
        screen.Line("预览", $"  {server.Address}  按 Ctrl+C 结束");
        if (opensBrowser)
        {
            Browser.Open(server.Address);
        }

        try
        {
            do
            {
                server.Publish(server.Status with { Building = true });
                var (good, problems) = Build(new BuildReport(screen, options), cancellation);
                server.Publish(new PreviewStatus(server.Status.Build + (good ? 1 : 0), good, problems));
            } while (await watcher.ChangedAsync(cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how a preview ends, also in the middle of a build.
        }

        return ExitCode.Done;
    }

    // A file that cannot be read or written now may be free after the next change: the preview waits for it.
    private static (bool Good, ImmutableArray<PreviewProblem> Problems) Build(
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
                        .OrderBy(d => d.Severity)
                        // What others follow from stands above them.
                        .ThenBy(d => Codes.IsRoot(d.Code) ? 0 : 1)
                        .ThenBy(d => d)
                        .Take(MostProblems)
                        .Select(PreviewProblem.Of),
                ]
            );
        }
        catch (Exception failure) when (FileTrouble.Is(failure))
        {
            var said = $"读写文件失败：{FileTrouble.Words(failure)}。预览继续，改动以后再生成一次。";
            report.Screen.Fail(said);
            return (false, [new(Diagnostic.Word(Severity.Error), said)]);
        }
    }
}
