using System.CommandLine;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong help</c>（说明代码）: what a code of a message means and what to do.</summary>
internal static class HelpCommand
{
    public static Command Create(Screen screen)
    {
        var code = new Argument<string>("code") { Description = "信息里的代码，如 FG0012", HelpName = "代码" };
        var command = new Command("help", "说明一个代码的意思和改法，如 fugong help FG0012") { code };
        command.SetAction(parsed => Run(parsed.GetValue(code)!, screen));
        return command;
    }

    internal static int Run(string text, Screen screen)
    {
        // fg12, 0012 and FG0012 are the same to who reads a message aloud.
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var id = "FG" + digits.PadLeft(4, '0');
        if (digits.Length > 0 && Codes.Find(id) is { } code)
        {
            screen.Line($"{code.Id}  {code.Title}", $"（{Diagnostic.Word(code.Severity)}）");
            screen.Line();
            screen.Rows([
                ["为什么", code.Explanation],
                ["怎么办", code.Remedy],
            ]);
            return ExitCode.Done;
        }

        screen.Fail($"没有“{text}”这个代码。");
        var near = Codes.All.Where(c => digits.Length >= 2 && c.Id.StartsWith(id[..4], StringComparison.Ordinal));
        foreach (var other in near)
        {
            screen.Rows([
                [other.Id, other.Title],
            ]);
        }

        screen.Advise("代码由 FG 和四位数字组成，印在每条信息的前面；命令的用法用 fugong <命令> --help 查看。");
        return ExitCode.Usage;
    }
}
