using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>What the chapters of an annual report are made from.</summary>
internal sealed record AnnualContext(Edition Edition, PeriodEdition Period, ReportOptions Options)
{
    /// <summary>Width of the type area, points.</summary>
    public static double Width => Typography.ReportPage.BodyWidth;

    /// <summary>Sizes of figures in reports.</summary>
    public static ChartStyle Style => new(8.5, 7.5, 1, 0.4);

    /// <summary>History of the district; null when there is none.</summary>
    public UnionHistory? DistrictHistory =>
        Edition.Histories.FirstOrDefault(h => string.Equals(h.Code, Period.District.Code, StringComparison.Ordinal));
}

/// <summary>A chapter（章）: its finding in one sentence, then figure, table, words.</summary>
internal sealed record Chapter(string Title, string Finding, ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Short appendices follow one another on a page.</summary>
    public bool OnNewPage { get; init; } = true;
}

/// <summary>Makes a chapter or an appendix; null when its data are absent.</summary>
internal delegate Chapter? ChapterSource(AnnualContext context);

/// <summary>
/// The district's annual report（年度报告）: cover, contents, preface, chapters, appendices, index, colophon.
/// Its chapters and their order stand in <see cref="ReportSections"/>.
/// </summary>
internal static class AnnualReport
{
    /// <summary>Composes it.</summary>
    public static Document Compose(Edition edition, PeriodEdition period, ReportOptions options)
    {
        var context = new AnnualContext(edition, period, options);
        var title = $"{edition.Settings.District}工会五大指数{period.Period.ReportTitle}";
        var head = Furniture.Head(edition, Inline.Chapter, Furniture.Short(title));
        var body = ImmutableArray.CreateBuilder<DocumentBlock>();
        var number = 0;
        foreach (var source in options.Sections.Annual)
        {
            if (source(context) is { } chapter)
            {
                Open(body, chapter, ChineseNumber.Of(++number) + "、", number > 1 && chapter.OnNewPage);
            }
        }

        number = 0;
        foreach (var source in options.Sections.Appendices)
        {
            if (source(context) is { } appendix)
            {
                Open(body, appendix, $"附录{ChineseNumber.Of(++number)}　", appendix.OnNewPage);
            }
        }

        return new Document
        {
            Info = Furniture.Info(edition, title, "年度报告", Furniture.DateOf(edition, period)),
            Styles = Typography.Report,
            Attachments =
            [
                new Attachment(
                    $"scores-{period.Period}.csv",
                    "text/csv",
                    "各级工会五大指数得分，与网站开放数据同源",
                    [.. OpenData.Scores([period.District, .. period.Towns, .. period.Unions])]
                ),
            ],
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.CoverPage,
                    Numbering = PageNumbering.Hidden,
                    Blocks = Cover.Blocks(context, title),
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, Units.Mm(12)),
                },
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Numbering = PageNumbering.FrontMatter,
                    Header = Furniture.Head(edition, Phrase.Empty, Furniture.Short(title)),
                    OnOddPage = true,
                    Blocks =
                    [
                        Preface.ContentsTitle,
                        new TableOfContents { Levels = 2 },
                        new PageBreak(),
                        .. Preface.Blocks(context),
                    ],
                },
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Header = head,
                    OnOddPage = true,
                    Blocks = body.ToImmutable(),
                    Numbering = PageNumbering.Official with { Start = 1, Size = TypeSize.Five },
                },
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Numbering = PageNumbering.Hidden,
                    Blocks = ClosingPage.Blocks(context),
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty),
                },
            ],
        };
    }

    // The numeral and the finding stand alone on the upper part of a chapter's first page.
    private static void Open(ImmutableArray<DocumentBlock>.Builder body, Chapter chapter, string number, bool newPage)
    {
        var rule = new HorizontalRule(2)
        {
            Ink = Palette.Cinnabar,
            Width = 42,
            Align = TextAlignment.Left,
            After = 12,
        };
        var heading = new SectionHeading(1, chapter.Title) { Number = number };
        if (!newPage && body.Count > 0)
        {
            body.Add(new Spacer(34));
            body.Add(new KeepTogether([rule, heading, .. chapter.Blocks.Take(1)]));
            body.AddRange(chapter.Blocks.Skip(1));
            return;
        }

        if (newPage)
        {
            body.Add(new PageBreak());
        }

        body.Add(rule);
        body.Add(heading);
        if (chapter.Finding.Length > 0)
        {
            body.Add(new Paragraph(chapter.Finding) { Style = Typography.ChapterFinding });
            body.Add(new Spacer(30));
        }
        else
        {
            body.Add(new Spacer(12));
        }

        body.AddRange(chapter.Blocks);
    }
}
