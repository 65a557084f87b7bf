using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli;

/// <summary>The command <c>fugong</c>: one file a command, all listed here.</summary>
internal static class Program
{
    internal static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(false);
        }

        using var interruption = new Interruption();
        return Run(args, new Screen(Console.Out, Console.Error), interruption.Token);
    }

    /// <summary>Runs a command line. 0 done, 1 bad input (nothing written), 2 usage or crash.</summary>
    internal static int Run(string[] args, Screen screen, CancellationToken cancellation)
    {
        var parsed = CommandTree(screen, cancellation).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not ChineseHelp)
        {
            UsageErrors.Print(parsed, screen);
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = screen.Out,
                    Error = screen.Error,
                }
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.Fail("已中断，没有改动已有的输出。");
            return ExitCode.Usage;
        }
        catch (DuplicateOutputException clash)
        {
            screen.Fail($"{clash.Message}。没有生成任何文件，已有的输出没有改动。");
            screen.Advise("请检查编码或文件名是否重复（大小写不同也算重复）。");
            return ExitCode.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            screen.Fail($"读写文件失败：{failure.Message}");
            screen.Advise(
                "请确认文件没有被其他程序打开、磁盘有空间、您对文件夹有写权限，然后重试。已有的输出没有改动。"
            );
            return ExitCode.Usage;
        }
    }

    /// <summary>All commands; help, documentation and tests derive from this tree.</summary>
    internal static RootCommand CommandTree(Screen screen, CancellationToken cancellation)
    {
        var root = new RootCommand("富工建家：把工会应用按期导出的数据变成网站、年报和简报。")
        {
            BuildCommand.Create(screen, cancellation),
            CheckCommand.Create(screen, cancellation),
            ServeCommand.Create(screen, cancellation),
            NewCommand.Create(screen),
            ExplainCommand.Create(screen, cancellation),
            DiffCommand.Create(screen, cancellation),
            PackCommand.Create(screen, cancellation),
            VerifyCommand.Create(screen, cancellation),
            FontsCommand.Create(screen, cancellation),
            DemoCommand.Create(screen, cancellation),
        };
        ChineseHelp.Apply(root, screen);
        return root;
    }
}

/// <summary>Exit codes（退出码）.</summary>
internal static class ExitCode
{
    /// <summary>完成.</summary>
    public const int Done = 0;

    /// <summary>输入有误，什么也没写.</summary>
    public const int BadInput = 1;

    /// <summary>用法不对或程序故障.</summary>
    public const int Usage = 2;
}

/// <summary>Ctrl+C becomes a cancellation, so that a build can leave the last good output as it was.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Interruption() => Console.CancelKeyPress += OnCancel;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _source.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        _source.Cancel();
    }
}
