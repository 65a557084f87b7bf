using System.Globalization;

namespace FuGongJianJia.Benchmarks.Site.Peer;

/// <summary>A union of the peers' content.</summary>
public sealed record PeerUnion(
    string Id,
    string Name,
    string Town,
    int Members,
    decimal[] Indexes,
    decimal[] Indicators,
    decimal Average,
    PeerAward[] Awards
);

/// <summary>A commendation.</summary>
public sealed record PeerAward(int Year, string Title, string Issuer);

/// <summary>A case: front matter and Markdown.</summary>
public sealed record PeerCase(string Slug, string Title, string Town, string Year, string Body);

/// <summary>
/// The peers' content as make_data.py writes it（对照内容）: plain CSV without quotes, cases with front matter.
/// </summary>
public sealed record PeerData(string[] IndexNames, string[] IndicatorNames, PeerUnion[] Unions, PeerCase[] Cases)
{
    /// <summary>Towns in order of name, as the other side lists them.</summary>
    public PeerTown[] Towns { get; } =
    [
        .. Unions
            .GroupBy(u => u.Town, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PeerTown(g.Key, [.. g.OrderByDescending(u => u.Average)])),
    ];

    /// <summary>Reads the folder.</summary>
    public static PeerData Read(string folder)
    {
        var awards = Rows(folder, "commendations.csv")
            .Skip(1)
            .ToLookup(
                r => r[0],
                r => new PeerAward(int.Parse(r[1], CultureInfo.InvariantCulture), r[2], r[3]),
                StringComparer.Ordinal
            );
        var rows = Rows(folder, "unions.csv").ToArray();
        var unions = rows.Skip(1)
            .Select(r =>
            {
                var values = Array.ConvertAll(r[4..], v => decimal.Parse(v, CultureInfo.InvariantCulture));
                return new PeerUnion(
                    r[0],
                    r[1],
                    r[2],
                    int.Parse(r[3], CultureInfo.InvariantCulture),
                    values[..5],
                    values[5..],
                    values[..5].Sum() / 5,
                    [.. awards[r[0]]]
                );
            });
        var cases = Directory.EnumerateFiles(Path.Combine(folder, "cases")).Order(StringComparer.Ordinal).Select(Case);
        return new PeerData(rows[0][4..9], rows[0][9..], [.. unions], [.. cases]);
    }

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Select(l => l.Split(','));

    private static PeerCase Case(string path)
    {
        var parts = File.ReadAllText(path).Split("---\n", 3);
        var matter = parts[1]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(": ", 2))
            .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        return new PeerCase(
            Path.GetFileNameWithoutExtension(path),
            matter["title"],
            matter["town"],
            matter["year"],
            parts[2]
        );
    }
}

/// <summary>A town with its unions, best first.</summary>
public sealed record PeerTown(string Name, PeerUnion[] Unions);

/// <summary>A page of the peers' site: address, title, subject.</summary>
public sealed record PeerPage(PeerData Data, string Path, Type Component, string Title, object? Subject)
{
    /// <summary>The same pages as the other side makes, in the same places.</summary>
    public static IEnumerable<PeerPage> All(PeerData data)
    {
        const int PerPage = 100;
        yield return new(data, "index.html", typeof(PeerHomePage), "工会年报", null);
        yield return new(data, "towns/index.html", typeof(PeerTownsPage), "Towns", null);
        yield return new(data, "cases/index.html", typeof(PeerCasesPage), "Cases", null);
        foreach (var (unions, n) in data.Unions.Chunk(PerPage).Select((u, n) => (u, n)))
        {
            yield return new(
                data,
                n == 0
                    ? "unions/index.html"
                    : string.Create(CultureInfo.InvariantCulture, $"unions/page/{n + 1}/index.html"),
                typeof(PeerListPage),
                "全部工会",
                new PeerTown("全部工会", unions)
            );
        }

        foreach (var town in data.Towns)
        {
            yield return new(data, $"towns/{town.Name}/index.html", typeof(PeerListPage), town.Name, town);
        }

        foreach (var story in data.Cases)
        {
            yield return new(data, $"cases/{story.Slug}/index.html", typeof(PeerCasePage), story.Title, story);
        }

        foreach (var union in data.Unions)
        {
            yield return new(data, $"unions/{union.Id}/index.html", typeof(PeerUnionPage), union.Name, union);
        }
    }
}
