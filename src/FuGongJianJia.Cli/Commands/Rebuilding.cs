using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// Builds once more from the data（重新生成）, as the manifest says it was asked for, into a folder of its own, and compares:
/// one input gives one output, so whatever differs was changed, or made from other data or by another program.
/// </summary>
internal static class Rebuilding
{
    /// <summary>True when what stands in the output is what its data give.</summary>
    public static bool IsSame(
        string root,
        string output,
        Manifest manifest,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var folder = Directory.CreateTempSubdirectory("fugong-rebuild-");
        try
        {
            screen.Line("重新生成……");
            Seed(output, folder.FullName, manifest, screen);
            using var error = new StringWriter();
            var code = BuildCommand.Run(
                new BuildReport(new Screen(TextWriter.Null, error), Options(root, folder.FullName, manifest)),
                cancellation
            );
            if (code != ExitCode.Done || StoredManifest.Read(folder.FullName).Manifest is not { } again)
            {
                screen.Error.Write(error.ToString());
                screen.Fail("现在的 data 和 input 生成不了，无法比较。");
                return false;
            }

            return Compare(output, manifest, again, screen, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A build without PDFs leaves those that stand, and the pictures for sharing, which are set like them: the one that
    // is compared starts from the same.
    private static void Seed(string output, string folder, Manifest manifest, Screen screen)
    {
        var papers = manifest.Files.Where(f => !manifest.Options.Pdf && IsSet(f.Path)).ToArray();
        if (papers.Length == 0)
        {
            return;
        }

        using var seed = OutputFolder.Open(folder);
        foreach (var paper in papers)
        {
            if (StoredFile.Read(Path.Combine(output, paper.Path), paper.Size) is { } content)
            {
                seed.Add(paper.Path, content, paper.Key);
            }
        }

        seed.Swap(files => manifest with { Files = files });
        screen.Line(
            FormattableString.Invariant(
                $"上一次生成用了 --no-pdf：{papers.Length} 份 PDF 和分享图是更早的，没有重新生成来比较。"
            )
        );
    }

    private static bool IsSet(string path) =>
        Path.GetExtension(path) is ".pdf" or ".ofd" || path.StartsWith("site/" + Paths.Share, StringComparison.Ordinal);

    private static BuildOptions Options(string root, string output, Manifest manifest) =>
        new()
        {
            Root = root,
            Output = output,
            Periods = [.. manifest.Options.Periods.Select(Period.Parse)],
            Date = DateOnly.ParseExact(manifest.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            BasePath = manifest.Options.BasePath,
            Pdf = manifest.Options.Pdf,
            MostDeletes = int.MaxValue,
        };

    private static bool Compare(
        string output,
        Manifest manifest,
        Manifest again,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var check = OutputCheck.Of(output, again, cancellation);
        foreach (
            var (word, paths) in (ReadOnlySpan<(string, ImmutableArray<string>)>)
                [("应有而没有", check.Missing), ("内容不同", check.Changed), ("不应有", check.Foreign)]
        )
        {
            foreach (var path in paths)
            {
                screen.Line($"{word} {path}");
            }
        }

        if (check.IsSound)
        {
            screen.Line(FormattableString.Invariant($"重新生成的 {again.Files.Length} 个文件与输出逐字节相同。"));
            return true;
        }

        screen.Fail(
            FormattableString.Invariant(
                $"与重新生成的不同：应有而没有 {check.Missing.Length}，内容不同 {check.Changed.Length}，不应有 {check.Foreign.Length}。"
            )
        );
        Why(manifest, again, screen);
        return false;
    }

    private static void Why(Manifest manifest, Manifest again, Screen screen)
    {
        var now = again.Inputs.ToDictionary(i => i.Path, i => i.Sha256, StringComparer.Ordinal);
        var then = manifest.Inputs.ToDictionary(i => i.Path, i => i.Sha256, StringComparer.Ordinal);
        var others = now
            .Keys.Union(then.Keys)
            .Where(p => now.GetValueOrDefault(p) != then.GetValueOrDefault(p))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (others.Length > 0)
        {
            screen.Advise($"生成之后改过的输入文件：{string.Join('、', others)}。用当时的数据才能比较。");
        }
        else if (manifest.Tool != again.Tool || manifest.MadeBy != again.MadeBy)
        {
            screen.Advise("生成时用的程序、运行环境或字体与现在的不同。用当时的程序和字体才能比较。");
        }
        else
        {
            screen.Advise("数据、程序和字体都没有变，输出被改动过。重新运行 fugong build 即可恢复。");
        }
    }
}
