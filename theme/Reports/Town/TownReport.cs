using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.OpenData;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Annual report of a town-level unit（镇街年度报告）, public.</summary>
internal static class TownReport
{
    /// <summary>Composes it of its sections, in their order.</summary>
    public static Document Compose(TownContext context, ImmutableArray<TownSection> sections)
    {
        var (edition, period, town) = (context.Edition, context.Period, context.Town);
        var title = $"{town.Organisation.ShortName}{period.Period.Title}工会五大指数年度报告".Replace(
            "年工会",
            "年\u200B工会",
            StringComparison.Ordinal
        );
        var plain = title.Replace("\u200B", "", StringComparison.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Paragraph([
                Furniture.Publisher(edition),
                Inline.Spring,
                Numerals.Date(Furniture.DateOf(edition, period)),
            ])
            {
                Style = Typography.Kicker,
            }
        );
        blocks.Add(new TitleBlock(title) { Style = Typography.CoverTitle with { Size = TypeSize.One, Leading = 38 } });
        blocks.Add(
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                Before = 8,
                After = 6,
            }
        );
        blocks.Add(new Paragraph(town.Finding) { Style = Typography.ChapterFinding with { After = 10 } });
        var number = 0;
        // Of a town that stands no more its status is all there is to say.
        foreach (var section in town.IsOnlyStatus ? [] : sections)
        {
            var content = section.Blocks(context);
            if (content.Length > 0)
            {
                blocks.Add(
                    new SectionHeading(1, section.Title)
                    {
                        Number = Numerals.Han(++number) + "、",
                        Style = Typography.Report.Headings[1] with
                        {
                            Size = TypeSize.SmallThree,
                            Leading = 24,
                            Before = 18,
                            After = 7,
                        },
                    }
                );
                blocks.AddRange(content);
            }
        }

        blocks.Add(
            new HorizontalRule(0.4)
            {
                Ink = Palette.Hairline,
                Before = 20,
                After = 4,
            }
        );
        blocks.Add(new Paragraph(Furniture.Colophon(edition, period)) { Style = Typography.Fine });
        return new Document
        {
            Info = Furniture.Info(edition, plain, "镇街年度报告", Furniture.DateOf(edition, period)),
            Styles = Typography.Report,
            Attachments =
            [
                new Attachment(
                    $"scores-{period.Period}-{town.Code}.csv",
                    "text/csv",
                    "本镇街及所属基层工会五大指数得分",
                    [.. OpenDataFiles.Scores([town, .. context.Unions])]
                ),
            ],
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.ReportPage,
                    Blocks = blocks.ToImmutable(),
                    Header = Furniture.Head(edition, Phrase.Empty, Furniture.Short(plain)),
                    PlainFirstPage = !edition.Settings.Demo,
                    Numbering = PageNumbering.Official with { Size = TypeSize.Five },
                },
            ],
        };
    }
}
