using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>Help in Chinese（帮助）, derived from the command tree. The library's own help speaks English only.</summary>
internal sealed class ChineseHelp(Screen screen) : SynchronousCommandLineAction
{
    /// <summary>Help is shown even when the rest of the line is wrong.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Gives every command of the tree this help, and the standard options their Chinese words.</summary>
    public static void Apply(RootCommand root, Screen screen)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new ChineseHelp(screen);
                    help.Description = "显示帮助";
                    break;
                case VersionOption version:
                    version.Description = "显示版本";
                    break;
                default:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        screen.Line(command.Description ?? "");
        screen.Line();
        screen.Line("用法", "");
        screen.Line("  " + Usage(parseResult.RootCommandResult.Command, command));
        Rows(
            "命令",
            command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name + Arguments(c), c.Description ?? ""))
        );
        Rows(
            "参数",
            command.Arguments.Where(a => !a.Hidden).Select(a => ($"<{a.HelpName ?? a.Name}>", a.Description ?? ""))
        );
        Rows(
            "选项",
            command
                .Options.Concat(
                    command is RootCommand
                        ? []
                        : parseResult.RootCommandResult.Command.Options.Where(o => o is HelpOption)
                )
                .Where(o => !o.Hidden)
                .Select(o => (Names(o), o.Description ?? ""))
        );
        if (command is RootCommand)
        {
            screen.Line();
            screen.Line("先看某个命令的用法：fugong <命令> --help");
        }

        return ExitCode.Done;
    }

    private static string Usage(Command root, Command command)
    {
        var name = command == root ? "fugong <命令>" : $"fugong {command.Name}{Arguments(command)}";
        return command.Options.Count > 0 ? name + " [选项]" : name;
    }

    private static string Arguments(Command command) =>
        string.Concat(command.Arguments.Select(a => $" <{a.HelpName ?? a.Name}>"));

    private static string Names(Option option)
    {
        string[] names =
        [
            option.Name,
            .. option.Aliases.Where(a => a is not ("/?" or "/h")).Order(StringComparer.Ordinal),
        ];
        var text = string.Join(", ", names);
        return option.ValueType == typeof(bool) || option is HelpOption or VersionOption
            ? text
            : $"{text} <{option.HelpName ?? "值"}>";
    }

    private void Rows(string title, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line(title, "");
        screen.Rows(all.Select(r => (IReadOnlyList<string>)[r.Name, r.Text]));
    }
}

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
        else if (command is RootCommand)
        {
            screen.Fail("没有说明要执行哪个命令。");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                screen.Fail(
                    error.SymbolResult switch
                    {
                        System.CommandLine.Parsing.OptionResult option when option.Tokens.Count == 0 =>
                            $"选项 {option.Option.Name} 后面应有一个值。",
                        System.CommandLine.Parsing.OptionResult option when IsChinese(error.Message) =>
                            $"选项 {option.Option.Name}：{error.Message}",
                        System.CommandLine.Parsing.OptionResult option =>
                            $"选项 {option.Option.Name} 的值“{string.Join(' ', option.Tokens.Select(t => t.Value))}”不对。",
                        System.CommandLine.Parsing.ArgumentResult argument when argument.Tokens.Count == 0 =>
                            $"缺少参数 <{argument.Argument.HelpName ?? argument.Argument.Name}>。",
                        System.CommandLine.Parsing.ArgumentResult when IsChinese(error.Message) => error.Message,
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
