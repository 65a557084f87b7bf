using FuGongJianJia.Model;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Theme.Site.Docs;

/// <summary>A page of the documentation or of a handbook（文档的一篇）.</summary>
/// <param name="Slug">Address below the root without slashes at its ends: docs/deploy.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Derived">True when it comes from a registry and so cannot be out of date.</param>
public sealed record DocPage(string Slug, string Title, int Order, string Body, bool Derived)
{
    private const int LongestLead = 90;

    /// <summary>Path of its file below input/, which is there unless the page is derived.</summary>
    public string File { get; init; } = Slug + ".md";

    /// <summary>类型; null where none is said.</summary>
    public DocKind? Kind { get; init; }

    /// <summary>摘要; empty takes the first sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Address below site/.</summary>
    public string Path => $"{Slug}/index.html";

    /// <summary>摘要 or the first sentence, for descriptions and the list.</summary>
    public string Lead
    {
        get
        {
            if (Summary.Length > 0)
            {
                return Summary;
            }

            var first =
                Body.Split('\n')
                    .FirstOrDefault(l =>
                        l.Length > 0
                        && l[0] is not ('#' or '|' or '-' or '>' or '!' or ':')
                        && !l.StartsWith("```", StringComparison.Ordinal)
                    )
                ?? "";
            var plain = ArticleMarkdown.Plain(first);
            return plain.Length <= LongestLead ? plain : plain[..LongestLead] + "……";
        }
    }
}
