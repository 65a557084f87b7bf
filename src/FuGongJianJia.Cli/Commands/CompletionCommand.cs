using System.CommandLine;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong completion</c>（命令补全）: the script by which a shell completes command lines.</summary>
internal static class CompletionCommand
{
    public static Command Create(Screen screen)
    {
        var shell = new Argument<string>("shell")
        {
            Description = $"用哪一种命令行：{string.Join('、', ShellCompletion.Shells)}",
            HelpName = "命令行",
        };
        shell.CompletionSources.Add([.. ShellCompletion.Shells]);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !ShellCompletion.Shells.Contains(name))
            {
                result.AddError($"应为 {string.Join('、', ShellCompletion.Shells)}，读到“{name}”。");
            }
        });
        var command = new Command("completion", "写出命令补全的脚本：按 Tab 补全命令、选项和期间") { shell };
        command.SetAction(parsed =>
        {
            screen.Out.Write(ShellCompletion.Of(parsed.RootCommandResult.Command, parsed.GetValue(shell)!));
            return ExitCode.Done;
        });
        return command;
    }
}
