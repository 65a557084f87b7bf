using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Tests.Import;
using FuGongJianJia.Tests.Pictures;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>One kind of input: how cases of it are made, and what reads them.</summary>
/// <param name="Name">For names of tests and folders.</param>
/// <param name="Make">Makes a case.</param>
/// <param name="Examine">Reads it; throws nothing on any input.</param>
internal sealed record FuzzTarget(
    string Name,
    Func<FuzzRandom, ImmutableArray<SourceFile>> Make,
    Action<ImmutableArray<SourceFile>, CancellationToken> Examine
)
{
    private static readonly ImmutableArray<ImmutableArray<SourceFile>> Seeds =
    [
        // The bombs are found by their limits in tests of their own; here they would only take time.
        .. GoldenCases
            .Names.Select(n => n.Data)
            .Where(n => !n.Contains("bomb", StringComparison.Ordinal) && !n.StartsWith("42", StringComparison.Ordinal))
            .Select(GoldenCases.Files),
    ];

    private static readonly ImmutableArray<byte[]> Writings =
    [
        .. ((string[])["cases", "pages"])
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf("input", folder), "*.md"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    private static readonly ImmutableArray<(string Name, byte[] Content)> Images =
    [
        ("a.png", PictureSamples.Screenshot(64, 48)),
        ("a.png", PictureSamples.Transparent()),
        ("a.jpg", PictureSamples.FromTelephone(6)),
        ("a.gif", PictureSamples.Moving),
        ("a.svg", File.ReadAllBytes(Path.Combine(GoldenCases.Root, "90-pictures", "input", "images", "route.svg"))),
    ];

    /// <summary>All kinds.</summary>
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("csv", r => Seed(r, ".csv", CsvMutations.Of), Build(sites: 8)),
        new("workbook", r => Seed(r, ".xlsx", WorkbookMutations.Of), Build(sites: 8)),
        new("settings", r => Seed(r, ".yml", WritingMutations.OfYaml), Build(sites: 2)),
        new("writing", Writing, Build(sites: 1)),
        new("picture", Picture, Build(sites: 4)),
        new("manifest", r => One("manifest.json", ManifestBytes(r)), Manifests),
        new("journal", r => One("journal", JournalBytes(r)), Journals),
    ];

    // A case of the corpus with one or two files of this kind changed.
    private static ImmutableArray<SourceFile> Seed(
        FuzzRandom random,
        string extension,
        Func<byte[], FuzzRandom, byte[]> change
    )
    {
        var of = Seeds.Where(s => s.Any(Is)).ToList();
        var files = random.Pick(of);
        for (var n = 1 + random.Below(2); n > 0; n--)
        {
            var file = random.Pick([.. files.Where(Is)]);
            files = files.Replace(file, file with { Content = change(file.Content.ToArray(), random) });
        }

        return files;

        bool Is(SourceFile file) => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
    }

    private static ImmutableArray<SourceFile> Writing(FuzzRandom random) =>
        GoldenCases
            .Files("_base")
            .Add(
                new SourceFile(
                    random.Pick(["input/cases/a.md", "input/pages/a.md", "input/docs/a.md"]),
                    WritingMutations.OfMarkdown(random.Pick(Writings), random)
                )
            );

    // A case that shows a picture, whose publication was agreed to.
    private static ImmutableArray<SourceFile> Picture(FuzzRandom random)
    {
        var (name, content) = random.Pick(Images);
        var path = "images/" + (random.OneIn(6) ? random.Pick(Images).Name : name);
        var changed =
            name.EndsWith(".svg", StringComparison.Ordinal) && !random.OneIn(4)
                ? Encoding.UTF8.GetBytes(WorkbookMutations.OfXml(Encoding.UTF8.GetString(content), random))
                : Mutations.OfBytes(content, random);
        return GoldenCases
            .Files("_base")
            .Add(
                new SourceFile(
                    "input/cases/a.md",
                    Encoding.UTF8.GetBytes(
                        "---\n标题: 走进车间\n类别: 大家访\n日期: 2024-05\n组织: J1\n来源: 示例区总工会\n摘要: 干部到车间走访。\n"
                            + $"图片: {{路径: {path}, 替代文字: 走访合影, 同意: 是}}\n---\n\n正文。\n"
                    )
                )
            )
            .Add(new SourceFile("input/" + path, changed));
    }

    // Pages are made of one case in some: importing finds most, and is far quicker.
    private static Action<ImmutableArray<SourceFile>, CancellationToken> Build(int sites) =>
        (files, cancellation) =>
        {
            var sum = files.Sum(f => f.Content.Length);
            if (sum % sites == 0)
            {
                WholeBuild.Of(files, reports: sum % (sites * 16) == 0, cancellation);
            }
            else
            {
                FuGongJianJia.Cli.Stages.Inputs.Import(new SourceFiles(files, []), cancellation);
            }
        };

    private static ImmutableArray<SourceFile> One(string path, byte[] content) => [new(path, content)];

    private static byte[] ManifestBytes(FuzzRandom random)
    {
        var sha = Manifest.Hash("x"u8);
        var bytes = ManifestSample
            .Of([new("site/a.html", 1, sha, "key"), new("site/b/c.css", 2, sha), new("internal/d.pdf", 3, sha)])
            .ToBytes();
        return random.OneIn(3)
            ? Mutations.OfBytes(bytes, random)
            : Encoding.UTF8.GetBytes(Mutations.OfLines(Encoding.UTF8.GetString(bytes), random));
    }

    // What can be trusted names only files of ours, and is written again as it was understood.
    private static void Manifests(ImmutableArray<SourceFile> files, CancellationToken cancellation)
    {
        var stored = StoredManifest.Parse(files[0].Content.Span);
        Assert.NotEqual(stored.Manifest is null, stored.Faults.IsEmpty);
        if (stored.Manifest is { } manifest)
        {
            Assert.All(manifest.Files, f => Assert.Null(StoredPath.Fault(f.Path)));
            Assert.Empty(StoredManifest.Parse(manifest.ToBytes()).Faults);
        }
    }

    private static byte[] JournalBytes(FuzzRandom random)
    {
        var journal = new SwapJournal([
            new(SwapKind.Remove, "site/gone.html"),
            new(SwapKind.Replace, "site/a.html"),
            new(SwapKind.Add, "site/new.html", Manifest.Hash("new"u8)),
            new(SwapKind.Replace, Manifest.FileName),
        ]).ToBytes();
        return random.OneIn(3)
            ? Mutations.OfBytes(journal, random)
            : Encoding.UTF8.GetBytes(Mutations.OfLines(Encoding.UTF8.GetString(journal), random));
    }

    // Whatever a journal says, recovering by it touches nothing outside the output and nothing that is not ours.
    private static void Journals(ImmutableArray<SourceFile> files, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        folder.Write("outside.txt", "outside");
        folder.Write("output/notes.txt", "mine");
        folder.Write("output/site/a.html", "old");
        folder.Write("output/.stage/journal", files[0].Content.ToArray());
        folder.Write("output/.stage/old/site/gone.html", "gone");
        using (OutputView.Open(Path.Combine(folder.Path, "output"))) { }

        var now = folder.Contents();
        Assert.Equal(Manifest.Hash("outside"u8), now["outside.txt"]);
        Assert.Equal(Manifest.Hash("mine"u8), now["output/notes.txt"]);
        Assert.Equal(Manifest.Hash("old"u8), now["output/site/a.html"]);
    }
}
