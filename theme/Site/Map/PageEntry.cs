using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A step of the breadcrumbs（面包屑）; the page itself is not one.</summary>
/// <param name="Text">Text.</param>
/// <param name="Path">Address below site/.</param>
public readonly record struct Crumb(string Text, string Path);

/// <summary>What the list of pages says of one（页面条目）: address, words, and what it is about.</summary>
/// <param name="Path">Address below site/: 2024/unions/X/index.html.</param>
/// <param name="Title">Title without the site's name.</param>
/// <param name="Description">First line: the finding, or the page's reason to exist.</param>
/// <param name="Subject">What the page is about; null when it is the edition itself.</param>
public record PageEntry(string Path, string Title, string Description, object? Subject = null)
{
    /// <summary>Rows of a long list on one page: 300 rows with bars stay under 300 KB.</summary>
    public const int RowsPerSheet = 300;

    /// <summary>Period of the page; null when it spans all.</summary>
    public PublicPeriod? Period { get; init; }

    /// <summary>Steps above this page, the home page left out.</summary>
    public ImmutableArray<Crumb> Crumbs { get; init; } = [];

    /// <summary>Which sheet of a long list this is, from 0（分页）.</summary>
    public int Sheet { get; init; }

    /// <summary>Scripts besides site.js.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>
    /// What search and the directory call it（栏目）where its kind's name is not its own; empty for nothing.
    /// </summary>
    public string? Column { get; init; }

    /// <summary>Style sheets besides those of every page.</summary>
    public ImmutableArray<string> Styles { get; init; } = [];

    /// <summary>False keeps the page out of sitemap and robots（404, 长辈模式）.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Extra class of the body, for the home page's own grid.</summary>
    public string BodyClass { get; init; } = "";

    /// <summary>How many sheets so many rows take; at least one.</summary>
    public static int SheetsOf(int rows) => Math.Max(1, (rows + RowsPerSheet - 1) / RowsPerSheet);

    /// <summary>The rows of this sheet.</summary>
    public ImmutableArray<T> Slice<T>(ImmutableArray<T> rows) =>
        rows.Length <= RowsPerSheet
            ? rows
            : rows.Slice(Sheet * RowsPerSheet, Math.Min(RowsPerSheet, rows.Length - (Sheet * RowsPerSheet)));

    /// <summary>This page and the further sheets that a list of so many rows takes.</summary>
    /// <param name="rows">Rows of the whole list.</param>
    /// <param name="further">What the further sheets say of themselves; null for the same.</param>
    public IEnumerable<PageEntry> Sheets(int rows, string? further = null) =>
        Enumerable
            .Range(1, SheetsOf(rows) - 1)
            .Select(n =>
                this with
                {
                    Path = Paths.Sheet(Path, n),
                    Sheet = n,
                    Title = $"{Title}·第{Numerals.Count(n + 1)}页",
                    Description = further ?? Description,
                    Crumbs = [.. Crumbs, new(Title, Path)],
                }
            )
            .Prepend(this);
}
