using System.CommandLine;
using System.CommandLine.Parsing;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>What is wrong with a command line（用法错误）, in Chinese.</summary>
internal static class UsageErrors
{
    public static void Print(ParseResult parsed, Screen screen)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0)
        {
            screen.Fail($"无法识别“{string.Join(' ', parsed.UnmatchedTokens)}”。");
            var known = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name)).ToArray();
            var near = known.Where(k => Near(k, parsed.UnmatchedTokens[0])).ToArray();
            if (near.Length > 0)
            {
                screen.Advise($"是否为 {string.Join("、", near)}？");
            }
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                screen.Fail(
                    error.SymbolResult switch
                    {
                        OptionResult option when option.Tokens.Count == 0 =>
                            $"选项 {option.Option.Name} 后面应有一个值。",
                        OptionResult option when IsChinese(error.Message) =>
                            $"选项 {option.Option.Name}：{error.Message}",
                        OptionResult option =>
                            $"选项 {option.Option.Name} 的值“{string.Join(' ', option.Tokens.Select(t => t.Value))}”不对。",
                        ArgumentResult argument when argument.Tokens.Count == 0 =>
                            $"缺少参数 <{argument.Argument.HelpName ?? argument.Argument.Name}>。",
                        ArgumentResult when IsChinese(error.Message) => error.Message,
                        _ => "命令的参数不完整或不对。",
                    }
                );
            }
        }

        screen.Advise(
            command is RootCommand
                ? "运行 fugong --help 查看全部命令。"
                : $"运行 fugong {command.Name} --help 查看用法。"
        );
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    // Close enough to have been meant: the same beginning, or one letter wrong, missing or too many.
    private static bool Near(string known, string typed) =>
        known.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || Distance(known, typed) <= 2;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
                );
            }
        }

        return row[^1];
    }
}
