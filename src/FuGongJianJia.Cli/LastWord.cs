using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli;

/// <summary>
/// What the program says when a command could not end by itself（最后的话）: interrupted, a disk that refuses, or a mistake
/// of the program, which nobody but its makers can mend.
/// </summary>
internal static class LastWord
{
    private static int _interrupted;

    /// <summary>
    /// Ctrl+C: said once, whether the command ends by itself, is ended, or both in the same moment.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static int Interrupted(Screen screen)
    {
        if (Interlocked.Exchange(ref _interrupted, 1) == 0)
        {
            screen.Fail("已中断，没有改动已有的输出。");
        }

        return ExitCode.Usage;
    }

    /// <summary>Anything else.</summary>
    /// <returns>The exit code.</returns>
    public static int Of(Exception failure, ParseResult parsed, Screen screen)
    {
        if (failure is OutputException)
        {
            screen.Fail($"{failure.Message}。");
            screen.Advise("请关闭正在使用输出文件夹的程序，然后重试。");
        }
        else if (FileTrouble.Is(failure))
        {
            var path = FileTrouble.PathOf(failure);
            screen.Fail($"读写文件失败：{FileTrouble.Words(failure)}{(path.Length > 0 ? $"（{path}）" : "")}。");
            screen.Advise(
                "请确认文件没有被其他程序打开、磁盘有空间、您对文件夹有写权限，然后重试。已有的输出没有改动。"
            );
        }
        else
        {
            Crash(failure, parsed, screen);
        }

        return ExitCode.Usage;
    }

    private static void Crash(Exception failure, ParseResult parsed, Screen screen)
    {
        var (file, cause) = failure is FileFailure made ? (made.Path, made.InnerException!) : ("", failure);
        var command = parsed.CommandResult.Command.Name;
        var doing = screen.Doing.Length > 0 ? $"{command}，{screen.Doing}" : command;
        screen.Fail(
            $"程序出了故障，不是您的错。当时正在做：{doing}{(file.Length > 0 ? $"，{file}" : "")}。没有做完，已有的输出没有改动。"
        );
        var report = CrashReport.Write(cause, CommandLine(parsed), screen.Doing, Folders(parsed));
        screen.Advise(
            report is null
                ? "请把上面这句话和所用的命令告诉程序的维护人员。"
                : $"请把 {report} 交给程序的维护人员。里面是出错的位置和程序版本，没有您的数据。"
        );
    }

    // Names only: a value may be a path with somebody's name in it.
    private static string CommandLine(ParseResult parsed) =>
        string.Join(
            ' ',
            parsed
                .CommandResult.Command.Options.Where(o => parsed.GetResult(o) is { Implicit: false })
                .Select(o => o.Name)
                .Prepend(parsed.CommandResult.Command.Name)
                .Prepend("fugong")
        );

    // Beside the output, where its user looks; else where the system keeps what is not needed for long.
    private static IEnumerable<string> Folders(ParseResult parsed)
    {
        string? Value(string name) =>
            parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == name) is Option<string> option
                ? parsed.GetValue(option)
                : null;
        if (
            Value("--root") is { } root
            && Path.GetDirectoryName(BuildOptions.OutputOf(root, Value("--output"))) is { } beside
        )
        {
            yield return beside;
        }

        yield return Path.GetTempPath();
    }
}
