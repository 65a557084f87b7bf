using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Pictures;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>What the chapters of an annual report are made from.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">The year.</param>
/// <param name="Images">图片 that may be printed, by path below input/.</param>
internal sealed record AnnualContext(
    PublicEdition Edition,
    PublicPeriod Period,
    ImmutableSortedDictionary<string, Picture> Images
)
{
    /// <summary>校验值 of the year's open data; empty when not known.</summary>
    public string DataDigest { get; init; } = "";

    /// <summary>The year that is compared with; null when the edition holds none.</summary>
    public PublicPeriod? Before => Period.Base is { } b ? Edition.Periods.FirstOrDefault(p => p.Period == b) : null;

    /// <summary>History of the district up to this year; null when there is none.</summary>
    public UnionHistory? DistrictHistory =>
        Edition
            .Histories.FirstOrDefault(h => string.Equals(h.Code, Period.District.Code, StringComparison.Ordinal))
            ?.Until(Period.Period);

    /// <summary>What people wrote for a chapter of this year; null when nobody did.</summary>
    public ChapterView? TextOf(string chapter) =>
        Edition.Chapters.FirstOrDefault(c =>
            c.Year == Period.Period && string.Equals(c.Name, chapter, StringComparison.Ordinal)
        );

    /// <summary>Written Markdown as blocks of the book.</summary>
    public ImmutableArray<DocumentBlock> Written(string markdown) =>
        MarkdownBlocks.Read(markdown, Typography.Book.Body, Images);

    /// <summary>
    /// What people wrote for a chapter as blocks, its parts under their headings; empty when nobody did.
    /// </summary>
    public ImmutableArray<DocumentBlock> WrittenFor(string chapter) =>
        TextOf(chapter) is not { } text
            ? []
            :
            [
                .. Written(text.Body),
                .. text.Parts.SelectMany(p =>
                    Written(p.Body).Prepend(new SectionHeading(2, p.Heading) { Number = "" })
                ),
            ];
}

/// <summary>A chapter（章）: its finding in one sentence, then words, figure or table, each fact once.</summary>
internal sealed record Chapter(string Title, string Finding, ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Short appendices follow one another on a page.</summary>
    public bool OnNewPage { get; init; } = true;

    /// <summary>False for what stands before the first chapter.</summary>
    public bool Numbered { get; init; } = true;
}

/// <summary>Makes a chapter or an appendix; null when its data are absent.</summary>
internal delegate Chapter? ChapterSource(AnnualContext context);

/// <summary>A chapter by the name that input/reports/annual.yml calls it（篇目里的一章）.</summary>
/// <param name="Name">One of AnnualChapterNames, or a name of one's own.</param>
/// <param name="Make">Makes it.</param>
internal sealed record AnnualPart(string Name, ChapterSource Make)
{
    /// <summary>True for what lists every union, and is looked up instead of edited.</summary>
    public bool IsList { get; init; }
}
