using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site;

/// <summary>Entries of the main navigation（栏目）.</summary>
public enum Section
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>首页.</summary>
    Home,

    /// <summary>五大指数.</summary>
    Period,

    /// <summary>任务办理.</summary>
    Tasks,

    /// <summary>职工需求.</summary>
    Needs,

    /// <summary>表彰.</summary>
    Commendations,

    /// <summary>案例.</summary>
    Cases,

    /// <summary>专题.</summary>
    Programmes,

    /// <summary>报告.</summary>
    Reports,

    /// <summary>数据.</summary>
    Data,

    /// <summary>文档.</summary>
    Docs,
}

/// <summary>A step of the breadcrumbs（面包屑）; the page itself is not one.</summary>
/// <param name="Text">Text.</param>
/// <param name="Path">Address below site/.</param>
public readonly record struct Crumb(string Text, string Path);

/// <summary>
/// A page of the site（一页）: a component, its subject, and what head, navigation, search and sitemap need of it.
/// </summary>
public sealed record SitePage
{
    /// <summary>The whole site.</summary>
    public required SiteModel Site { get; init; }

    /// <summary>Address below site/: 2024/unions/X/index.html.</summary>
    public required string Path { get; init; }

    /// <summary>The .razor of the page.</summary>
    public required Type Component { get; init; }

    /// <summary>Title without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>First line: the finding, or the page's reason to exist.</summary>
    public required string Description { get; init; }

    /// <summary>What the page is about; null when it is the edition itself.</summary>
    public object? Subject { get; init; }

    /// <summary>Period of the page; null when it spans all.</summary>
    public PublicPeriod? Period { get; init; }

    /// <summary>Entry of the main navigation.</summary>
    public Section Section { get; init; }

    /// <summary>Steps above this page, the home page left out.</summary>
    public ImmutableArray<Crumb> Crumbs { get; init; } = [];

    /// <summary>Which sheet of a long list this is, from 0（分页）.</summary>
    public int Sheet { get; init; }

    /// <summary>Rows of a long list on one page: 300 rows with bars stay under 300 KB.</summary>
    public const int RowsPerSheet = 300;

    /// <summary>How many sheets so many rows take; at least one.</summary>
    public static int Sheets(int rows) => Math.Max(1, (rows + RowsPerSheet - 1) / RowsPerSheet);

    /// <summary>The rows of this sheet.</summary>
    public ImmutableArray<T> Slice<T>(ImmutableArray<T> rows) =>
        rows.Length <= RowsPerSheet
            ? rows
            : rows.Slice(Sheet * RowsPerSheet, Math.Min(RowsPerSheet, rows.Length - (Sheet * RowsPerSheet)));

    /// <summary>Another sheet of this list.</summary>
    public string ToSheet(int sheet) => To(Paths.Sheet(First, sheet));

    private string First =>
        Sheet == 0 ? Path : Path[..Path.LastIndexOf("page-", StringComparison.Ordinal)] + "index.html";

    /// <summary>Scripts besides site.js.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>False keeps the page out of sitemap and search（404, 长辈模式）.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Extra class of the body, for the home page's own grid.</summary>
    public string BodyClass { get; init; } = "";

    /// <summary>The way up to the root. 404.html is served from any depth, so it alone goes by the base path.</summary>
    public string Root =>
        _root ??= string.Equals(Path, Paths.NotFound, StringComparison.Ordinal)
            ? Site.Options.BasePath
            : Paths.Up(Path);

    private string? _root;

    /// <summary>Relative address of a page or file.</summary>
    public string To(string path) => Root + path;

    /// <summary>Period that navigation leads to: the page's own, else the newest.</summary>
    public PublicPeriod Current => Period ?? Site.Edition.Latest;

    /// <summary>The same page in another period, or that period's own page where there is none.</summary>
    public string In(Period other)
    {
        if (Period is { } mine)
        {
            var prefix = mine.Period + "/";
            var at = Path.IndexOf(prefix, StringComparison.Ordinal);
            if (at >= 0)
            {
                var same = string.Concat(Path.AsSpan(0, at), $"{other}/", Path.AsSpan(at + prefix.Length));
                if (Site.Has(same))
                {
                    return To(same);
                }
            }
        }

        return To(Paths.Of(other));
    }
}
