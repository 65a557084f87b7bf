using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

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
        var key = new Option<string?>("--key")
        {
            Description = "公钥文件或它的指纹：必须有这把钥匙的签名",
            HelpName = "公钥",
        };
        var rebuild = new Option<bool>("--rebuild") { Description = "用 data 和 input 重新生成一遍，逐个文件比较" };
        var command = new Command("verify", "按清单核对输出文件夹：缺了什么、改了什么、多了什么")
        {
            root,
            output,
            digest,
            key,
            rebuild,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                parsed.GetValue(digest),
                parsed.GetValue(key),
                parsed.GetValue(rebuild),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(
        string root,
        string output,
        string? digest,
        string? key,
        bool rebuild,
        Screen screen,
        CancellationToken cancellation
    )
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

        sound &= IsSigned(output, view.Stored, key, screen);
        sound &= !rebuild || Rebuilding.IsSame(root, output, manifest, screen, cancellation);
        return sound ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>False when a signature does not fit, or is not by the key that was asked for.</summary>
    public static bool IsSigned(string output, StoredManifest stored, string? key, Screen screen)
    {
        if (!OutputSignature.Exists(output))
        {
            if (key is not null)
            {
                screen.Fail("没有签名。");
                screen.Advise("运行 fugong sign 签名；重新生成之后要重新签。");
            }

            return key is null;
        }

        if (OutputSignature.SignedBy(output, stored) is not { } signer)
        {
            screen.Fail("签名与清单不符，或者不完整：清单、签名或公钥被换过。");
            screen.Advise("确认输出没有被改动之后，运行 fugong sign 重新签名。");
            return false;
        }

        screen.Line("签名有效", $"  公钥指纹 {signer.Fingerprint}");
        if (key is null)
        {
            screen.Faint("公钥取自网站本身；要确认是谁签的，用 --key 给出另外得到的公钥或指纹。");
            return true;
        }

        if (signer.Fingerprint != (VerifyingKey.Read(key)?.Fingerprint ?? key.Trim().ToLowerInvariant()))
        {
            screen.Fail("签名用的不是给出的那把钥匙。");
            return false;
        }

        return true;
    }

    /// <summary>Whether an output may go out: only what stands as it was built does.</summary>
    /// <param name="output">Output folder.</param>
    /// <param name="stored">Its manifest.</param>
    /// <param name="act">What is to be done with it, such as 发布.</param>
    /// <param name="screen">Where it is told.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The exit code where it may not, which has been told; null where it may.</returns>
    public static int? Refused(
        string output,
        StoredManifest stored,
        string act,
        Screen screen,
        CancellationToken cancellation
    )
    {
        if (stored.Manifest is not { } manifest)
        {
            return NoManifest(stored, output, screen);
        }

        var check = screen.Wait("核对输出", () => OutputCheck.Of(output, manifest, cancellation));
        if (!check.IsSound || !IsSigned(output, stored, key: null, screen))
        {
            Tell(check, manifest, screen);
            screen.Fail($"输出与清单不符，没有{act}。");
            return ExitCode.BadInput;
        }

        if (!manifest.Options.Pdf && manifest.Files.Any(f => Path.GetExtension(f.Path) is ".pdf" or ".ofd"))
        {
            screen.Fail($"上一次生成用了 --no-pdf，PDF 可能与网页不一致，没有{act}。");
            screen.Advise($"先不加 --no-pdf 生成一次，再{act}。");
            return ExitCode.BadInput;
        }

        return null;
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
                stored.Faults.Any(f => f.Code == ShardCodes.IsShard.Id)
                    ? "先用 fugong merge 把各份合成，再用合成的输出。"
                    : "从备份恢复 manifest.json，或运行 fugong build --take-over 重新登记。"
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
