using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FuGongJianJia.Cli.Options;

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
