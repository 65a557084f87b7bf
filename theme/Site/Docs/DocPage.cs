using System.Collections.Immutable;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Theme.Site.Docs;

/// <summary>A page of the documentation（文档）.</summary>
/// <param name="Slug">Address below /docs/.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Derived">True when it comes from a registry and so cannot be out of date.</param>
public sealed record DocPage(string Slug, string Title, int Order, string Body, bool Derived)
{
    private const string Folder = "docs/";

    /// <summary>The page that stands before the list of all: docs/index.md.</summary>
    public const string Overview = "docs/index";

    /// <summary>First sentence, for descriptions and the list.</summary>
    public string Lead
    {
        get
        {
            var first =
                Body.Split('\n')
                    .FirstOrDefault(l =>
                        l.Length > 0
                        && l[0] is not ('#' or '|' or '-' or '>' or '!')
                        && !l.StartsWith("```", StringComparison.Ordinal)
                    )
                ?? "";
            var plain = ArticleMarkdown.Plain(first);
            return plain.Length <= 90 ? plain : plain[..90] + "……";
        }
    }

    /// <summary>Written pages below docs/ and derived ones, in order of reading.</summary>
    public static ImmutableArray<DocPage> Collect(
        IEnumerable<PageView> written,
        IEnumerable<DerivedDocument> derived
    ) =>
        [
            .. written
                .Where(w =>
                    w.Slug.StartsWith(Folder, StringComparison.Ordinal)
                    && !string.Equals(w.Slug, Overview, StringComparison.Ordinal)
                )
                .Select(w => new DocPage(w.Slug[Folder.Length..], w.Title, w.Order, w.Body, false))
                .Concat(derived.Select(d => new DocPage(d.Slug, d.Title, d.Order, d.Body, true)))
                .OrderBy(d => d.Order)
                .ThenBy(d => d.Slug, StringComparer.Ordinal),
        ];
}
