using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong pack</c>（打包）: the site, the public reports and the internal papers as one archive each, with a list of
/// checksums.
/// </summary>
internal static class PackCommand
{
    // What stands in each archive; internal papers never share one with anything public.
    private static readonly ImmutableArray<(string Name, string Title, Func<string, bool> Holds)> Packs =
    [
        ("site", "网站", path => path.StartsWith("site/", StringComparison.Ordinal)),
        (
            "reports",
            "公开报告",
            path =>
                path.StartsWith("site/reports/", StringComparison.Ordinal)
                && Path.GetExtension(path) is ".pdf" or ".ofd"
        ),
        ("internal", "内部材料", path => path.StartsWith("internal/", StringComparison.Ordinal)),
    ];

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var into = CommonOptions.Folder("--into", "压缩包放到哪个文件夹（默认为项目文件夹下的 dist）");
        var command = new Command("pack", "把输出打成便于分发的压缩包：网站、公开报告、内部材料各一个")
        {
            root,
            output,
            into,
        };
        command.SetAction(parsed =>
            Run(
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                Path.GetFullPath(parsed.GetValue(into) ?? Path.Combine(parsed.GetValue(root)!, "dist")),
                screen,
                cancellation
            )
        );
        return command;
    }

    internal static int Run(string output, string into, Screen screen, CancellationToken cancellation)
    {
        // Only what the manifest vouches for is handed out.
        using var view = OutputView.Open(output);
        if (view.Stored.Manifest is not { } manifest)
        {
            return VerifyCommand.NoManifest(view.Stored, output, screen);
        }

        var check = OutputCheck.Of(output, manifest, cancellation);
        if (!check.IsSound || !VerifyCommand.IsSigned(output, view.Stored, key: null, screen))
        {
            VerifyCommand.Tell(check, manifest, screen);
            screen.Fail("输出与清单不符，没有打包。");
            return ExitCode.BadInput;
        }

        var signature = OutputSignature.Exists(output) ? OutputSignature.Paths : [];

        Directory.CreateDirectory(into);
        var sums = new StringBuilder();
        foreach (var (name, title, holds) in Packs)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<string> paths =
            [
                .. manifest.Files.Select(f => f.Path).Concat(signature).Where(holds).Order(StringComparer.Ordinal),
            ];
            if (paths.IsEmpty)
            {
                continue;
            }

            var file = $"{name}-{manifest.Date}-{manifest.Fingerprint}.zip";
            var path = Path.Combine(into, file);
            Write(
                path + ".part",
                output,
                paths,
                DateTime.ParseExact(manifest.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                cancellation
            );
            File.Move(path + ".part", path, overwrite: true);
            sums.Append(CultureInfo.InvariantCulture, $"{Manifest.Hash(File.ReadAllBytes(path))}  {file}\n");
            screen.Line(
                title,
                FormattableString.Invariant(
                    $"  {file}  {paths.Length:N0} 个文件，{new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB"
                )
            );
        }

        File.WriteAllText(Path.Combine(into, "SHA256SUMS.txt"), sums.ToString());
        screen.Faint("internal 压缩包只供内部使用。");
        return ExitCode.Done;
    }

    // The edition's date, the order of the manifest and fixed permissions: the same output gives the same archive.
    private static void Write(
        string path,
        string output,
        ImmutableArray<string> paths,
        DateTime date,
        CancellationToken cancellation
    )
    {
        using var stream = File.Create(path);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        foreach (var entry in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            var packed = archive.CreateEntry(entry, CompressionLevel.Optimal);
            packed.LastWriteTime = new DateTimeOffset(date, TimeSpan.Zero);
            packed.ExternalAttributes = Convert.ToInt32("100644", 8) << 16;
            using var target = packed.Open();
            using var source = File.OpenRead(Path.Combine(output, entry));
            source.CopyTo(target);
        }
    }
}
