using System.Collections.Immutable;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Writings;

/// <summary>What people wrote for a chapter of an annual report（年度报告里手写的章）.</summary>
/// <param name="Year">The year of the report.</param>
/// <param name="Name">章.</param>
public sealed record ChapterView(Period Year, string Name)
{
    /// <summary>标题; empty for the chapter's own.</summary>
    public string Title { get; init; } = "";

    /// <summary>导语; empty for the one that is formed.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Markdown before the first heading of level one.</summary>
    public string Body { get; init; } = "";

    /// <summary>Headings of level one, each with the Markdown below it, in order.</summary>
    public ImmutableArray<(string Heading, string Body)> Parts { get; init; } = [];

    /// <summary>The Markdown below a heading; empty where there is none.</summary>
    public string PartOf(string heading) =>
        Parts.FirstOrDefault(p => string.Equals(p.Heading, heading, StringComparison.Ordinal)).Body ?? "";

    internal static ChapterView Of(WrittenChapter chapter) =>
        new(chapter.Year, chapter.Name)
        {
            Title = chapter.Title,
            Lead = chapter.Lead,
            Body = chapter.Body,
            Parts = [.. chapter.Parts.Select(p => (p.Heading, p.Body))],
        };
}
