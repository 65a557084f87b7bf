using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong new</c>（新建一期）: a folder with header-only tables and a short guide.</summary>
internal static class NewCommand
{
    public static Command Create(Screen screen)
    {
        var root = CommonOptions.NewRoot();
        var period = CommonOptions.PeriodArgument("period", "期间，如 2025、2025H1、2025Q1 或 2025-05");
        var command = new Command("new", "为新的一期建立文件夹和空表模板") { period, root };
        command.SetAction(parsed => Run(parsed.GetValue(root)!, Period.Parse(parsed.GetValue(period)!), screen));
        return command;
    }

    internal static int Run(string root, Period period, Screen screen)
    {
        var folder = Path.Combine(root, "data", period.ToString());
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            screen.Fail($"data/{period} 里已有文件，没有改动。");
            screen.Advise("要重新建立模板，请先把原来的文件夹移走。");
            return ExitCode.BadInput;
        }

        Directory.CreateDirectory(folder);
        // A folder without 指标 takes that of an earlier one: only the first gets the default catalogue.
        var isFirst = !Directory
            .EnumerateFiles(Path.Combine(root, "data"), "指标.*", SearchOption.AllDirectories)
            .Any();
        var files = ProjectTemplate.Data(period, isFirst ? CataloguePack.Default : CataloguePack.None);
        foreach (var (path, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(root, path), bytes);
        }

        screen.Line(
            "完成",
            FormattableString.Invariant($"  data/{period} 里有 {files.Length} 个文件，先看其中的 说明.txt。")
        );
        screen.Line("填好后运行 fugong check 检查；用不着的表请删掉。");
        return ExitCode.Done;
    }
}
