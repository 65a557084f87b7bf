using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>
/// 年度报告的篇目 of input/reports/annual.yml: which chapters stand in the book, in which order, by what title.
/// </summary>
public sealed record AnnualOutline
{
    /// <summary>The book as it is without that file.</summary>
    public static AnnualOutline Default { get; } = new();

    /// <summary>正文 in order; empty for the program's own order.</summary>
    public ImmutableArray<AnnualChapter> Chapters { get; init; } = [];

    /// <summary>附录 in order; empty for the program's own order.</summary>
    public ImmutableArray<AnnualChapter> Appendices { get; init; } = [];

    /// <summary>Names of all chapters that stand in the book.</summary>
    public IEnumerable<string> Names =>
        (Chapters.IsEmpty ? AnnualChapterNames.Chapters : Chapters.Select(c => c.Name)).Concat(
            Appendices.IsEmpty ? AnnualChapterNames.Appendices : Appendices.Select(c => c.Name)
        );

    /// <summary>封面图: path below input/; null for the pattern of the year's results.</summary>
    public AnnualPicture? Cover { get; init; }

    /// <summary>徽标 at the foot of the cover; null for none.</summary>
    public AnnualPicture? Emblem { get; init; }
}

/// <summary>A chapter of the outline（一章）.</summary>
/// <param name="Name">章: one of <see cref="AnnualChapterNames"/>, or of a text of input/reports.</param>
/// <param name="Title">标题; empty for the chapter's own.</param>
public sealed record AnnualChapter(string Name, string Title);

/// <summary>A picture of the cover（封面上的图片）.</summary>
/// <param name="Path">图片, below input/.</param>
/// <param name="Alt">替代文字.</param>
public sealed record AnnualPicture(string Path, string Alt);

/// <summary>Names of the chapters that the program makes（自带的章）, in the order of the book.</summary>
public static class AnnualChapterNames
{
    /// <summary>The page of the editors before the first chapter.</summary>
    public const string Preface = "编制说明";

    /// <summary>The words of the office before the first chapter; written by people.</summary>
    public const string Address = "致辞";

    /// <summary>大事记.</summary>
    public const string Chronicle = "大事记";

    /// <summary>五大指数: a written text has a heading of level one an index.</summary>
    public const string Indexes = "五大指数";

    /// <summary>镇街: a written text has a heading of level one a town.</summary>
    public const string Towns = "镇街";

    /// <summary>下一年.</summary>
    public const string Plan = "下一年";

    /// <summary>正文.</summary>
    public static ImmutableArray<string> Chapters { get; } =
    [Preface, Address, "概况", Chronicle, Indexes, Towns, "专题", "任务、需求和政策", "表彰", "问题和措施", Plan];

    /// <summary>附录.</summary>
    public static ImmutableArray<string> Appendices { get; } =
    ["指标结果", "基层工会结果", "方法", "数据说明", "名称索引"];
}
