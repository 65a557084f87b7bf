using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Articles;

/// <summary>What people wrote for a chapter of an annual report（年度报告里手写的章）, of input/reports.</summary>
/// <param name="File">Path.</param>
/// <param name="Year">The year of the report.</param>
/// <param name="Name">章: the file's name.</param>
public sealed record WrittenChapter(string File, Period Year, string Name)
{
    /// <summary>标题; empty for the chapter's own.</summary>
    public string Title { get; init; } = "";

    /// <summary>导语: the one sentence below the title; empty for the one that is formed.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Markdown before the first heading of level one.</summary>
    public string Body { get; init; } = "";

    /// <summary>Headings of level one, each with its line in the file and the Markdown below it.</summary>
    public ImmutableArray<WrittenPart> Parts { get; init; } = [];

    /// <summary>Pictures, below input/, that may be printed: whom they show agreed.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];
}

/// <summary>A part of a chapter（一节）: what stands below a heading of level one.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Body">Markdown.</param>
public sealed record WrittenPart(string Heading, int Line, string Body);
