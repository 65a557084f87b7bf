using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// The district's annual report（年度报告）as a book: cover, contents, chapters, appendices, index, colophon, in the order of
/// input/reports/annual.yml. Its pages are counted from the cover on.
/// </summary>
internal static class AnnualReport
{
    /// <summary>Composes it of its chapters and appendices.</summary>
    public static Document Compose(
        AnnualContext context,
        ImmutableArray<AnnualPart> chapters,
        ImmutableArray<AnnualPart> appendices
    )
    {
        var (edition, period) = (context.Edition, context.Period);
        var title = $"{edition.Settings.District}工会五大指数{period.Period.ReportTitle}";
        var outline = edition.Settings.Annual;
        var body = ImmutableArray.CreateBuilder<DocumentBlock>();
        var number = 0;
        foreach (var chapter in Ordered(context, outline.Chapters, chapters))
        {
            Open(body, chapter, chapter.Numbered ? Numerals.Han(++number) + "　" : "");
        }

        number = 0;
        foreach (var appendix in Ordered(context, outline.Appendices, appendices))
        {
            Open(body, appendix, $"附录{Numerals.Han(++number)}　");
        }

        var pages = PageNumbering.Official with { Size = TypeSize.Five };
        return new Document
        {
            Info = Furniture.Info(edition, title, "年度报告", Furniture.DateOf(edition, period)),
            Styles = Typography.Book,
            Attachments =
            [
                new Attachment(
                    $"scores-{period.Period}.csv",
                    "text/csv",
                    "各级工会五大指数得分，与网站开放数据同源",
                    [.. OpenDataFiles.Scores([period.District, .. period.Towns, .. period.Unions])]
                ),
            ],
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.CoverPage,
                    Numbering = PageNumbering.Hidden with { Start = 1 },
                    Blocks = Cover.Blocks(context, title),
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, Units.Mm(12)),
                },
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Numbering = pages,
                    Header = Furniture.Head(edition, Phrase.Empty, Furniture.Short(title)),
                    OnOddPage = true,
                    Blocks = [ContentsTitle, new MultiColumn(2, [new TableOfContents { Levels = 2 }]) { Gap = 26 }],
                },
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Header = Furniture.Head(edition, Inline.Chapter, Furniture.Short(title)),
                    Blocks = body.ToImmutable(),
                    Numbering = pages,
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

    private static DocumentBlock ContentsTitle { get; } =
        new SectionHeading(1, "目录")
        {
            Number = "",
            Listed = false,
            Style = Typography.Book.Headings[0] with { After = 14 },
        };

    // As the outline lists them, else as the program has them: what has no data and no text leaves no gap.
    private static IEnumerable<Chapter> Ordered(
        AnnualContext context,
        ImmutableArray<AnnualChapter> outline,
        ImmutableArray<AnnualPart> parts
    )
    {
        var listed = outline.IsEmpty ? [.. parts.Select(p => new AnnualChapter(p.Name, ""))] : outline;
        foreach (var entry in listed)
        {
            var part = parts.FirstOrDefault(p => string.Equals(p.Name, entry.Name, StringComparison.Ordinal));
            var text = context.TextOf(entry.Name);
            if ((part is null ? Own(context, entry.Name) : part.Make(context)) is { } chapter)
            {
                yield return chapter with
                {
                    Title =
                        entry.Title.Length > 0 ? entry.Title
                        : text?.Title is { Length: > 0 } title ? title
                        : chapter.Title,
                    Finding = text?.Lead is { Length: > 0 } lead ? lead : chapter.Finding,
                };
            }
        }
    }

    // A chapter that people added.
    private static Chapter? Own(AnnualContext context, string name) =>
        context.WrittenFor(name) is { IsEmpty: false } blocks ? new Chapter(name, "", blocks) : null;

    // The title and the finding stand alone on the upper part of a chapter's first page.
    private static void Open(ImmutableArray<DocumentBlock>.Builder body, Chapter chapter, string number)
    {
        var rule = new HorizontalRule(2)
        {
            Ink = Palette.Cinnabar,
            Width = 42,
            Align = TextAlignment.Left,
            After = 12,
        };
        var heading = new SectionHeading(1, chapter.Title) { Number = number };
        if (!chapter.OnNewPage && body.Count > 0)
        {
            body.Add(new Spacer(34));
            body.Add(new KeepTogether([rule, heading, .. chapter.Blocks.Take(1)]));
            body.AddRange(chapter.Blocks.Skip(1));
            return;
        }

        if (body.Count > 0)
        {
            body.Add(new PageBreak());
        }

        body.Add(rule);
        body.Add(heading);
        if (chapter.Finding.Length > 0)
        {
            body.Add(new Paragraph(chapter.Finding) { Style = Typography.BookLead });
        }

        body.Add(new Spacer(19));
        body.AddRange(chapter.Blocks);
    }
}
