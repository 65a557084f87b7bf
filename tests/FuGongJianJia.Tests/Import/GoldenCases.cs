using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Handouts;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Docs;

namespace FuGongJianJia.Tests.Import;

/// <summary>The folders of tests/cases: files as an office exports them, and every line the check prints.</summary>
public sealed class GoldenCases
{
    // Small limits so that the bomb of a case can be a small file.
    private static readonly ImportOptions Options = new()
    {
        MaximumWorkbook = 32 * 1024 * 1024,
        IsTaken = TakenAddresses.Contains,
        Derived = DerivedDocuments.Find,
    };

    public static TheoryData<string> Names => [.. Folders()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_gives_exactly_its_expected_diagnostics(string name)
    {
        var files = Files(name);
        var result = Importer.Import(files, Options, TestContext.Current.CancellationToken);
        var found = result.Diagnostics.Concat(Handout(files, result));
        Compare(Root, name, "diagnostics.txt", string.Concat(found.Select(d => d + "\n")));
        if (File.Exists(Path.Combine(Root, name, "expected", "edition.txt")))
        {
            Compare(Root, name, "edition.txt", CaseFacts.Of(CaseFacts.Office(result.Dataset!)));
        }

        Assert.Equal(result.HasErrors, result.Dataset is null);
    }

    [Fact]
    public void Valid_data_with_a_twist_says_what_the_edition_makes_of_it() =>
        Assert.Equal(
            ["27", "28", "29", "32", "37", "44"],
            Folders().Where(n => File.Exists(Path.Combine(Root, n, "expected", "edition.txt"))).Select(n => n[..2])
        );

    [Fact]
    public void Every_folder_is_a_whole_case_and_holds_nothing_else()
    {
        foreach (var name in Folders())
        {
            var folder = Path.Combine(Root, name);
            var readme = File.ReadAllText(Path.Combine(folder, "README.md"));
            Assert.StartsWith("# ", readme, StringComparison.Ordinal);
            Assert.Contains("怎么办：", readme, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "expected", "diagnostics.txt")), name);
            Assert.All(
                Directory.EnumerateFileSystemEntries(folder),
                e =>
                    Assert.Contains(
                        Path.GetFileName(e),
                        (string[])["README.md", "without.txt", "data", "input", "expected", "actual"]
                    )
            );
        }
    }

    [Fact]
    public void All_46_bad_inputs_of_the_domain_reference_have_a_case() =>
        Assert.Equal(
            Enumerable.Range(1, 46),
            Folders()
                .Select(n => int.Parse(n[..2], System.Globalization.CultureInfo.InvariantCulture))
                .Where(n => n < 50)
        );

    [Fact]
    public void Every_diagnostic_code_is_triggered_by_a_case()
    {
        var triggered = Folders()
            .Select(n => Path.Combine(Root, n))
            .Concat(WildCases.Folders.Select(n => Path.Combine(WildCases.Root, n)))
            .SelectMany(folder => File.ReadLines(Path.Combine(folder, "expected", "diagnostics.txt")))
            .Select(CodeOf)
            .ToHashSet(StringComparer.Ordinal);
        // Scoring, fonts, the finished output and what cannot even be read are not import's: their own tests trigger
        // those codes.
        var others = (string[])
            [
                .. (
                    (Type[])
                        [
                            typeof(ScoringCodes),
                            typeof(FontCodes),
                            typeof(OutputCodes),
                            typeof(SourceCodes),
                            typeof(StoredCodes),
                            typeof(ArchiveCodes),
                            typeof(PublishCodes),
                            typeof(SendCodes),
                            typeof(ShardCodes),
                            typeof(CrossCheckCodes),
                        ]
                )
                    .SelectMany(Codes.Of)
                    .Select(c => c.Id),
            ];
        Assert.DoesNotContain(
            Codes.All,
            code => !triggered.Contains(code.Id) && !others.Contains(code.Id, StringComparer.Ordinal)
        );
        Assert.DoesNotContain(triggered, id => Codes.Find(id) is null);
    }

    [Fact]
    public void No_expected_line_shows_personal_data()
    {
        foreach (
            var line in Folders().SelectMany(n => File.ReadLines(Path.Combine(Root, n, "expected", "diagnostics.txt")))
        )
        {
            Assert.Empty(FuGongJianJia.Privacy.PersonalData.Find(line));
        }
    }

    [Fact]
    public void The_same_input_in_another_order_gives_the_same_result()
    {
        foreach (var name in Folders())
        {
            var files = Files(name);
            var straight = Importer.Import(files, Options, TestContext.Current.CancellationToken).Diagnostics;
            var turned = Importer
                .Import([.. files.Reverse()], Options, TestContext.Current.CancellationToken)
                .Diagnostics;
            Assert.Equal(straight, turned);
        }
    }

    internal static string Root { get; } = Repository.PathOf("tests", "cases");

    internal static ImmutableArray<SourceFile> Files(string name) => Files(Root, name);

    /// <summary>The base of a folder of cases with one case laid over it.</summary>
    internal static ImmutableArray<SourceFile> Files(string root, string name)
    {
        var without = File.Exists(Path.Combine(root, name, "without.txt"))
            ? File.ReadAllLines(Path.Combine(root, name, "without.txt"))
            : [];
        var files = Read(Path.Combine(root, "_base"))
            .Where(f => !without.Contains(f.Key))
            .ToDictionary(StringComparer.Ordinal);
        foreach (
            var (path, bytes) in Read(Path.Combine(root, name))
                .Where(f =>
                    f.Key.StartsWith("data/", StringComparison.Ordinal)
                    || f.Key.StartsWith("input/", StringComparison.Ordinal)
                )
        )
        {
            files[path] = bytes;
        }

        return [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, f.Value))];
    }

    // 分发.csv is no part of an import: handing out reads it, against the newest period.
    private static ImmutableArray<Diagnostic> Handout(ImmutableArray<SourceFile> files, ImportResult result) =>
        files.FirstOrDefault(f => f.Path == HandoutReader.Path) is { } file && result.Dataset is { } dataset
            ? HandoutReader
                .Read(
                    file,
                    dataset.Periods[^1].Period,
                    dataset.Periods[^1].Organisations,
                    TestContext.Current.CancellationToken
                )
                .Diagnostics
            : [];

    // What differs is left beside the expectation.
    internal static void Compare(string root, string name, string file, string actual)
    {
        var path = Path.Combine(root, name, "expected", file);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        var folder = Path.Combine(root, name, "actual");
        if (actual != expected)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file), actual);
        }
        else if (Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, file));
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }

        Assert.Equal(expected, actual);
    }

    private static Dictionary<string, byte[]> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                p => Path.GetRelativePath(folder, p).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );

    private static List<string> Folders() =>
        [
            .. Directory
                .EnumerateDirectories(Root)
                .Select(p => Path.GetFileName(p))
                .Where(n => n[0] != '_')
                .Order(StringComparer.Ordinal),
        ];

    private static string CodeOf(string line) => line[line.IndexOf("FG", StringComparison.Ordinal)..][..6];
}
