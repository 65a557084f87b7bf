using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Articles;

/// <summary>A page people wrote（input/pages, input/docs, input/handbook）.</summary>
/// <param name="Slug">Address below the root, such as docs/manual.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序 in navigation.</param>
/// <param name="Body">Markdown.</param>
public sealed record WrittenPage(string Slug, string Title, int Order, string Body)
{
    /// <summary>Path of the file: input/docs/manual.md.</summary>
    public string File { get; init; } = $"input/{Slug}.md";

    /// <summary>Line of the file on which the body starts, from 1.</summary>
    public int BodyLine { get; init; } = 1;

    /// <summary>类型 of a page of documentation; null where none is said.</summary>
    public DocKind? Kind { get; init; }

    /// <summary>摘要; empty takes the first sentence.</summary>
    public string Summary { get; init; } = "";
}
