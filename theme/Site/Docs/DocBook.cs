using System.Collections.Immutable;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Writing;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Theme.Site.Docs;

/// <summary>
/// A book of the documentation（一册）: input/docs, the handbook of the union in input/handbook, or an older version of
/// either, which is a folder of theirs that is named by a year (docs/2024) or a number (docs/v2). Folders are sections,
/// the page index.md of a folder is its first; pages of one kind stand together.
/// </summary>
public sealed class DocBook
{
    /// <summary>Folder of the tool's documentation.</summary>
    public const string Docs = "docs";

    /// <summary>Folder of the union's own handbook.</summary>
    public const string Handbook = "handbook";

    /// <summary>Last part of the address of what is printed as a whole; no page may have it.</summary>
    public const string AllPart = "all";

    /// <summary>Last part of the address of the book's own search; no page may have it.</summary>
    public const string FindPart = "find";

    private DocBook(string root, string version, IEnumerable<DocPage> pages)
    {
        (Root, Version) = (root, version);
        var all = pages.ToList();
        Overview = all.Find(p => p.Slug == Folder || p.Slug == $"{Folder}/index");
        Title =
            Overview is { Title.Length: > 0 } overview && root != Docs ? overview.Title
            : root == Docs ? "编印文档"
            : "手册";
        Groups = Group(Folder, all.Where(p => p != Overview));
        Pages = [.. Groups.SelectMany(g => g.Pages)];
        Parts = [.. PartsOf(Groups)];
        Glossary = Pages.FirstOrDefault(p => p.Slug.EndsWith("/" + GlossaryTerm.PageName, StringComparison.Ordinal));
        Terms = Glossary is null ? null : GlossaryTerms.Of(Glossary.Body, Glossary.Path);
    }

    /// <summary>docs or handbook.</summary>
    public string Root { get; }

    /// <summary>2024; empty for the current one（现行）.</summary>
    public string Version { get; }

    /// <summary>True for the one that readers should read.</summary>
    public bool IsCurrent => Version.Length == 0;

    /// <summary>Folder below site/ and input/: docs, docs/2024.</summary>
    public string Folder => IsCurrent ? Root : $"{Root}/{Version}";

    /// <summary>编印文档, or the title of the handbook's first page.</summary>
    public string Title { get; }

    /// <summary>现行 or the version, for the list of versions.</summary>
    public string VersionTitle =>
        IsCurrent ? "现行"
        : Version.Length == 4 ? Version + "年版"
        : Version;

    /// <summary>The page that stands before the contents; null where nobody wrote one.</summary>
    public DocPage? Overview { get; }

    /// <summary>Pages and folders below the book, kind by kind.</summary>
    public ImmutableArray<DocGroup> Groups { get; }

    /// <summary>Every page but the overview, in order of reading.</summary>
    public ImmutableArray<DocPage> Pages { get; }

    /// <summary>What can be printed as a whole: the book first, then its kinds and its folders.</summary>
    public ImmutableArray<DocPart> Parts { get; }

    /// <summary>The page that explains the terms; null where there is none.</summary>
    public DocPage? Glossary { get; }

    /// <summary>Terms to be explained where they are first used; null where there is no glossary.</summary>
    public GlossaryTerms? Terms { get; }

    /// <summary>Address of its first page, below site/.</summary>
    public string Home => $"{Folder}/index.html";

    /// <summary>Address of its own search.</summary>
    public string Find => $"{Folder}/{FindPart}/index.html";

    /// <summary>Folder of the files of its search, below site/.</summary>
    public string Index => $"search/{Folder.Replace('/', '-')}/";

    /// <summary>The smallest part to print that has a page.</summary>
    public DocPart PartOf(DocPage page) => Parts.Last(p => p.Pages.Contains(page));

    /// <summary>
    /// The books of a site: the documentation with its derived pages unless it is left out, and the handbook
    /// where there
    /// is one; each with its versions, the newest first.
    /// </summary>
    public static ImmutableArray<DocBook> Collect(
        IEnumerable<PageView> written,
        IEnumerable<DerivedDocument> derived,
        DocsSettings settings
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        var pages = written.Select(Page).ToList();
        return
        [
            .. settings.ArePublished
                ? Books(
                    Docs,
                    [
                        .. pages,
                        .. derived.Select(d => new DocPage($"{Docs}/{d.Slug}", d.Title, d.Order, d.Body, true)
                        {
                            Kind = DocKind.Reference,
                        }),
                    ]
                )
                : [],
            .. Books(Handbook, pages),
        ];
    }

    /// <summary>True for a folder's name that is a version: 2024, v2, v2-1.</summary>
    public static bool IsVersion(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 4 && name.All(char.IsAsciiDigit)
            || (name is ['v', >= '0' and <= '9', ..] && name[1..].All(c => char.IsAsciiDigit(c) || c == '-'));
    }

    /// <summary>
    /// True for an address that a book itself has: of its search, and of what is printed as a whole.
    /// </summary>
    /// <param name="address">Below the root without slashes at its ends.</param>
    public static bool Takes(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Split('/') is [Docs or Handbook, .. var below]
            && below.Any(p =>
                p.Equals(AllPart, StringComparison.OrdinalIgnoreCase)
                || p.Equals(FindPart, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static DocPage Page(PageView page) =>
        new(page.Slug, page.Title, page.Order, page.Body, false)
        {
            File = page.File,
            Kind = page.Kind,
            Summary = page.Summary,
        };

    private static IEnumerable<DocBook> Books(string root, List<DocPage> pages)
    {
        var mine = pages
            .Where(p => p.Slug.StartsWith(root + "/", StringComparison.Ordinal))
            .ToLookup(p => VersionOf(p, pages), StringComparer.Ordinal);
        return mine.Select(g => g.Key)
            .OrderBy(v => v.Length > 0)
            .ThenByDescending(v => v, StringComparer.Ordinal)
            .Select(v => new DocBook(root, v, mine[v]));
    }

    // A page docs/2024.md without a folder of that name is a page.
    private static string VersionOf(DocPage page, List<DocPage> all)
    {
        var parts = page.Slug.Split('/');
        return
            parts.Length > 1
            && IsVersion(parts[1])
            && (
                parts.Length > 2
                || page.File.EndsWith("/index.md", StringComparison.Ordinal)
                || all.Exists(p => p.Slug.StartsWith(page.Slug + "/", StringComparison.Ordinal))
            )
            ? parts[1]
            : "";
    }

    private static ImmutableArray<DocGroup> Group(string folder, IEnumerable<DocPage> pages) =>
        [
            .. pages
                .GroupBy(p => p.Slug[(folder.Length + 1)..].Split('/')[0], StringComparer.Ordinal)
                .Select(g => Item($"{folder}/{g.Key}", [.. g]))
                .GroupBy(i => i.Kind)
                .OrderBy(g => g.Key)
                .Select(g => new DocGroup(
                    g.Key,
                    [.. g.OrderBy(i => i.Order).ThenBy(i => i.Slug, StringComparer.Ordinal)]
                )),
        ];

    private static DocItem Item(string slug, List<DocPage> pages)
    {
        var front = pages.Find(p => p.Slug == slug);
        var groups = Group(slug, pages.Where(p => p != front));
        return new(
            slug,
            front?.Title ?? slug[(slug.LastIndexOf('/') + 1)..],
            front?.Order ?? groups.SelectMany(g => g.Items).Min(i => i.Order),
            front?.Kind,
            front,
            groups
        );
    }

    private IEnumerable<DocPart> PartsOf(ImmutableArray<DocGroup> groups)
    {
        var all = $"{Folder}/{AllPart}";
        yield return new(Title, $"{all}/index.html", Pages);
        foreach (var group in groups.Where(g => groups.Length > 1 && g.Kind is not null))
        {
            yield return new(group.Title, $"{all}/{Slug(group.Kind!.Value)}/index.html", group.Pages);
        }

        foreach (var part in groups.SelectMany(g => g.Items).SelectMany(Folders))
        {
            yield return part;
        }
    }

    private static IEnumerable<DocPart> Folders(DocItem item) =>
        item.Groups.IsEmpty
            ? []
            : item
                .Groups.SelectMany(g => g.Items)
                .SelectMany(Folders)
                .Prepend(new DocPart(item.Title, $"{item.Slug}/{AllPart}/index.html", item.Pages));

    private static string Slug(DocKind kind) =>
        kind switch
        {
            DocKind.Tutorial => "tutorial",
            DocKind.HowTo => "how-to",
            DocKind.Explanation => "explanation",
            _ => "reference",
        };
}

/// <summary>Pages and folders of one kind（一类）.</summary>
/// <param name="Kind">Kind; null for those that say none.</param>
/// <param name="Items">In order of reading.</param>
public sealed record DocGroup(DocKind? Kind, ImmutableArray<DocItem> Items)
{
    /// <summary>教程 …; empty where none is said.</summary>
    public string Title => Kind?.Word() ?? "";

    /// <summary>Its pages in order of reading, those of folders among them.</summary>
    public ImmutableArray<DocPage> Pages => [.. Items.SelectMany(i => i.Pages)];
}

/// <summary>A page, or a folder with its pages（目录的一项）.</summary>
/// <param name="Slug">docs/deploy.</param>
/// <param name="Title">Title of the page, or of the folder's page index.md.</param>
/// <param name="Order">顺序.</param>
/// <param name="Kind">类型.</param>
/// <param name="Page">The page; null for a folder without index.md.</param>
/// <param name="Groups">What the folder holds; empty for a mere page.</param>
public sealed record DocItem(
    string Slug,
    string Title,
    int Order,
    DocKind? Kind,
    DocPage? Page,
    ImmutableArray<DocGroup> Groups
)
{
    /// <summary>Its page and those below it, in order of reading.</summary>
    public ImmutableArray<DocPage> Pages => [.. Groups.SelectMany(g => g.Pages).Prepend(Page).OfType<DocPage>()];

    /// <summary>Where the item leads to: its page, else the first below it.</summary>
    public string Path => Pages[0].Path;
}

/// <summary>Several pages one after another, to be printed（合印的一部分）.</summary>
/// <param name="Title">What is printed above.</param>
/// <param name="Path">Address below site/.</param>
/// <param name="Pages">In order of reading.</param>
public sealed record DocPart(string Title, string Path, ImmutableArray<DocPage> Pages);

/// <summary>A page with the book that it stands in.</summary>
/// <param name="Book">Book.</param>
/// <param name="Page">Page.</param>
public sealed record DocPlace(DocBook Book, DocPage Page);

/// <summary>What is printed with the book that it is of.</summary>
/// <param name="Book">Book.</param>
/// <param name="Part">Part.</param>
public sealed record DocPrint(DocBook Book, DocPart Part);

/// <summary>The search of a book.</summary>
/// <param name="Book">Book.</param>
public sealed record DocSearch(DocBook Book);
