using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Writing;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A page of the site（一页）: what the list says of it, with the site around it.</summary>
public sealed record SitePage : PageEntry
{
    /// <summary>
    /// Stands where a page prints its own fingerprint（内容指纹）: as many bytes as the digits that take its place. U+FDD0
    /// is no character, and the last mark on the page is the colophon's, so no text can be taken for it.
    /// </summary>
    internal const string FingerprintMark = "\uFDD0\uFDD0\uFDD00";

    /// <summary>A page.</summary>
    public SitePage(SiteModel site, PageKind kind, PageEntry entry)
        : base(entry) => (Site, Kind) = (site, kind);

    /// <summary>The whole site.</summary>
    public SiteModel Site { get; }

    /// <summary>Its kind.</summary>
    public PageKind Kind { get; }

    /// <summary>Part of the site that it belongs to.</summary>
    public SiteSection Section => Kind.Section;

    /// <summary>
    /// The way up to the root. 404.html is served from any depth, so it alone goes by the base path, as far as that is
    /// known.
    /// </summary>
    public string Root =>
        !string.Equals(Path, Paths.NotFound, StringComparison.Ordinal) ? Paths.Up(Path)
        : Site.Options.BasePath.Length > 1 || Site.Settings.BaseUrl.Length > 0 ? Site.Options.BasePath
        : "";

    /// <summary>Period that navigation leads to: the page's own, else the newest.</summary>
    public PublicPeriod Current => Period ?? Site.Edition.Latest;

    private string FirstSheet =>
        Sheet == 0 ? Path : Path[..Path.LastIndexOf("page-", StringComparison.Ordinal)] + "index.html";

    /// <summary>Relative address of a page or file: no folder is left and entered again.</summary>
    public string To(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var shared = 0;
        for (var i = 0; i < path.Length && i < Path.Length && path[i] == Path[i]; i++)
        {
            shared = path[i] == '/' ? i + 1 : shared;
        }

        return shared == 0 ? Root + path : string.Concat(Paths.Up(Path[shared..]), path.AsSpan(shared));
    }

    /// <summary>Another sheet of this list.</summary>
    public string ToSheet(int sheet) => To(Paths.Sheet(FirstSheet, sheet));

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

    /// <summary>A link as a writer wrote it, as this page has it: a neighbour's file becomes its address.</summary>
    /// <param name="from">The writer's file below input/: docs/manual.md.</param>
    /// <param name="url">deploy.md#nginx, https://example.cn/.</param>
    public string Link(string from, string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return
            url.StartsWith('#')
            || ArticleLink.Of(from, url) is not { } link
            || Site.PathOfFile(link.File) is not { } path
            ? url
            : To(path) + (link.Anchor.Length > 0 ? "#" + link.Anchor : "");
    }

    /// <summary>A page of a book as it stands on this one, its terms explained.</summary>
    public RenderedMarkdown Render(DocPage doc, DocBook book)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(book);
        return SiteMarkdown.Render(
            doc.Body,
            url => Link(doc.File, url),
            Image,
            new TextFrame
            {
                Terms = doc.Derived ? null : book.Terms,
                IsGlossary = doc == book.Glossary,
                Address = To,
            }
        );
    }

    /// <summary>The picture at a path below input/, as this page shows it; null when it is not published.</summary>
    public PageImage? Image(string inputPath)
    {
        return Site.Options.Images.TryGetValue(ArticleMarkdown.PathOf(inputPath), out var picture)
            ? new PageImage(picture, file => To(Paths.Image(picture, file)))
            : null;
    }
}
