using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Writings;

/// <summary>A page people wrote（input/pages, input/docs, input/handbook）.</summary>
/// <param name="Slug">Address below the root, such as docs/manual.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序 in navigation.</param>
/// <param name="Body">Markdown.</param>
public sealed record PageView(string Slug, string Title, int Order, string Body)
{
    /// <summary>Path of the file below input/: docs/manual.md.</summary>
    public string File { get; init; } = (IsOfBook(Slug) ? "" : "pages/") + Slug + ".md";

    /// <summary>类型 of a page of documentation; null where none is said.</summary>
    public DocKind? Kind { get; init; }

    /// <summary>摘要; empty takes the first sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>True for a page of the site's own, false for one of the documentation or a handbook.</summary>
    public bool StandsAlone => !IsOfBook(Slug);

    private static bool IsOfBook(string slug) =>
        slug.StartsWith("docs/", StringComparison.Ordinal) || slug.StartsWith("handbook/", StringComparison.Ordinal);
}
