using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
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

        var screen = new Screen(Console.Out, Console.Error);
        using var interruption = new Interruption(
            Interruption.Grace,
            OutputFolder.Swapping,
            () =>
            {
                LastWord.Interrupted(screen);
                Environment.Exit(ExitCode.Usage);
            }
        );
        Console.CancelKeyPress += interruption.OnCancel;
        return Run(args, screen, interruption.Token);
    }

    /// <summary>Runs a command line. 0 done, 1 bad input (nothing written), 2 usage or crash; throws nothing.</summary>
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
            return LastWord.Interrupted(screen);
        }
        catch (Exception failure)
        {
            return LastWord.Of(failure, parsed, screen);
        }
    }

    /// <summary>All commands; help, documentation and tests derive from this tree.</summary>
    internal static RootCommand CommandTree(Screen screen, CancellationToken cancellation)
    {
        var root = new RootCommand("富工建家：把工会应用按期导出的数据变成网站、年报和简报。")
        {
            BuildCommand.Create(screen, cancellation),
            MergeCommand.Create(screen, cancellation),
            CheckCommand.Create(screen, cancellation),
            ServeCommand.Create(screen, cancellation),
            InitCommand.Create(screen, cancellation),
            ImportCommand.Create(screen, cancellation),
            NewCommand.Create(screen),
            ExplainCommand.Create(screen, cancellation),
            DiffCommand.Create(screen, cancellation),
            ArchiveCommand.Create(screen, cancellation),
            PackCommand.Create(screen, cancellation),
            VerifyCommand.Create(screen, cancellation),
            SignCommand.Create(screen, cancellation),
            PublishCommand.Create(screen, cancellation),
            SendCommand.Create(screen, cancellation),
            FontsCommand.Create(screen, cancellation),
            DemoCommand.Create(screen, cancellation),
            CompletionCommand.Create(screen),
            HelpCommand.Create(screen),
        };
        root.SetAction(_ => NextStep.Run(".", screen, cancellation));
        ChineseHelp.Apply(root, screen);
        return root;
    }
}
