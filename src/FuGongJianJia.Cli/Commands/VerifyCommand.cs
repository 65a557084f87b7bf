using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary><c>fugong verify</c>（核对）: does the output folder hold what was built, and nothing else?</summary>
internal static class VerifyCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var digest = new Option<string?>("--digest")
        {
            Description = "生成时屏幕上的清单校验值；清单与文件一起被换过也查得出",
            HelpName = "校验值",
        };
        var command = new Command("verify", "按清单核对输出文件夹：缺了什么、改了什么、多了什么")
        {
            root,
            output,
            digest,
        };
        command.SetAction(parsed =>
            Run(
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                parsed.GetValue(digest),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(string output, string? digest, Screen screen, CancellationToken cancellation)
    {
        using var view = OutputView.Open(output);
        if (view.Stored.Manifest is not { } manifest)
        {
            return NoManifest(view.Stored, output, screen);
        }

        var check = OutputCheck.Of(output, manifest, cancellation);
        Tell(check, manifest, screen);
        var sound = check.IsSound;
        screen.Line($"清单校验值  {view.Stored.Digest}");
        if (digest is not null && !string.Equals(digest.Trim(), view.Stored.Digest, StringComparison.OrdinalIgnoreCase))
        {
            screen.Fail("清单的校验值与给出的不同：这不是那一次生成的输出，或者清单被换过。");
            sound = false;
        }

        return sound ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>Says why there is nothing to check by.</summary>
    /// <returns>The exit code.</returns>
    public static int NoManifest(StoredManifest stored, string output, Screen screen)
    {
        if (!stored.IsAbsent)
        {
            return screen.Refuse(
                [.. stored.Faults],
                notes: false,
                "清单不可信，无法核对。",
                "从备份恢复 manifest.json，或运行 fugong build --take-over 重新登记。"
            );
        }

        screen.Fail($"“{output}”里没有 {Manifest.FileName}，无法核对。");
        screen.Advise("先运行 fugong build 生成；清单被删掉的，从备份恢复，或运行 fugong build --take-over。");
        return StoredPath.Owned.Any(folder => Directory.Exists(Path.Combine(output, folder)))
            ? ExitCode.BadInput
            : ExitCode.Usage;
    }

    /// <summary>Says what was found, a line a file.</summary>
    public static void Tell(OutputCheck check, Manifest manifest, Screen screen)
    {
        void Each(string word, ImmutableArray<string> paths)
        {
            foreach (var path in paths)
            {
                screen.Line($"{word} {path}");
            }
        }

        Each("缺少", check.Missing);
        Each("改动", check.Changed);
        Each("多出", check.Foreign);
        Each("不在清单", check.Beside);
        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"核对 {manifest.Files.Length} 个文件：缺少 {check.Missing.Length}，改动 {check.Changed.Length}，"
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"多出 {check.Foreign.Length}；site 和 internal 之外另有 {check.Beside.Length} 个，与发布无关。"
                )
        );
        if (!check.Missing.IsEmpty || !check.Changed.IsEmpty)
        {
            screen.Advise("缺少的、改动的，重新运行 fugong build 即可恢复。");
        }

        if (!check.Foreign.IsEmpty)
        {
            screen.Advise("多出的不是本程序生成的，会跟着网站一起发布：请移走。");
        }
    }
}
