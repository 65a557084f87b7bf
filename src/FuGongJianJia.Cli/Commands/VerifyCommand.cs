using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong verify</c>（核对）: does the output folder still hold what its manifest says?</summary>
internal static class VerifyCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var command = new Command("verify", "按清单核对输出文件夹：缺了什么、改了什么、多了什么") { root, output };
        command.SetAction(parsed =>
            Run(BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)), screen, cancellation)
        );
        return command;
    }

    internal static int Run(string output, Screen screen, CancellationToken cancellation)
    {
        if (Manifest.Read(output) is not { } manifest)
        {
            screen.Fail($"“{output}”里没有可读的 {Manifest.FileName}，无法核对。");
            screen.Advise("先运行 fugong build 生成。");
            return ExitCode.Usage;
        }

        var (missing, changed) = (0, 0);
        foreach (var entry in manifest.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(output, entry.Path);
            if (!File.Exists(path))
            {
                screen.Line($"缺少 {entry.Path}");
                missing++;
            }
            else if (Manifest.Hash(File.ReadAllBytes(path)) != entry.Sha256)
            {
                screen.Line($"改动 {entry.Path}");
                changed++;
            }
        }

        var owned = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var foreign = Directory
            .EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(output, p).Replace('\\', '/'))
            .Where(p => p != Manifest.FileName && !p.StartsWith('.') && !owned.Contains(p))
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var path in foreign)
        {
            screen.Line($"不在清单 {path}");
        }

        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"核对 {manifest.Files.Length} 个文件：缺少 {missing}，改动 {changed}，不在清单 {foreign.Length}。"
            )
        );
        if (missing + changed == 0)
        {
            return ExitCode.Done;
        }

        screen.Advise("重新运行 fugong build 即可恢复；不在清单的文件不是本程序生成的，不会被改动。");
        return ExitCode.BadInput;
    }
}
