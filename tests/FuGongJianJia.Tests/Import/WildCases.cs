using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// The folders of tests/wild: files as they came from real offices and bug reports. INDEX.tsv says of each what is
/// right, and by which codes it shows; expected/ holds every line of the check.
/// </summary>
public sealed class WildCases
{
    private static readonly ImportOptions Options = new() { IsTaken = TakenAddresses.Contains };

    internal static string Root { get; } = Repository.PathOf("tests", "wild");

    internal static string[] Folders { get; } =
    [
        .. Directory
            .EnumerateDirectories(Root)
            .Select(p => Path.GetFileName(p))
            .Where(n => n[0] != '_')
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. Folders];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_from_the_wild_is_read_or_refused_as_the_index_says(string name)
    {
        var (right, must, never) = Index[name];
        var result = Importer.Import(GoldenCases.Files(Root, name), Options, TestContext.Current.CancellationToken);
        GoldenCases.Compare(Root, name, "diagnostics.txt", string.Concat(result.Diagnostics.Select(d => d + "\n")));

        var codes = result.Diagnostics.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(must, code => Assert.Contains(code, codes));
        Assert.All(never, code => Assert.DoesNotContain(code, codes));
        Assert.Equal(right == "拒绝", result.HasErrors);
    }

    [Fact]
    public void The_index_lists_exactly_the_folders() =>
        Assert.Equal(Folders, Index.Keys.Order(StringComparer.Ordinal));

    /// <summary>读取 or 拒绝, the codes that must be said, and those that would be wrong.</summary>
    private static Dictionary<string, (string Right, string[] Must, string[] Never)> Index { get; } =
        File.ReadLines(Path.Combine(Root, "INDEX.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToDictionary(
                cells => cells[0],
                cells =>
                {
                    var codes = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    return (
                        cells[1],
                        codes.Where(c => c[0] != '-').ToArray(),
                        codes.Where(c => c[0] == '-').Select(c => c[1..]).ToArray()
                    );
                },
                StringComparer.Ordinal
            );
}
