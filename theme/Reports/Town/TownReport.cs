using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>What the sections of a town's report are made from.</summary>
internal sealed record TownContext(
    Edition Edition,
    PeriodEdition Period,
    UnionResult Town,
    ImmutableArray<UnionResult> Unions,
    ReportOptions Options
)
{
    /// <summary>True for the town itself and the unions below it.</summary>
    public bool Covers(string? organisation) =>
        organisation is not null
        && (
            string.Equals(organisation, Town.Code, StringComparison.Ordinal)
            || string.Equals(Period.Find(organisation)?.Organisation.Parent, Town.Code, StringComparison.Ordinal)
        );
}

/// <summary>A section of the town's report; no blocks when its data are absent.</summary>
internal sealed record TownSection(string Title, Func<TownContext, ImmutableArray<DocumentBlock>> Blocks);

/// <summary>Annual report of a town-level unit（镇街年度报告）, public.</summary>
internal static class TownReport
{
    /// <summary>Composes it.</summary>
    public static Document Compose(Edition edition, PeriodEdition period, UnionResult town, ReportOptions options)
    {
        var unions = period
            .Unions.Where(u => string.Equals(u.Organisation.Parent, town.Code, StringComparison.Ordinal))
            .ToImmutableArray();
        var context = new TownContext(edition, period, town, unions, options);
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
        foreach (var section in options.Sections.Town)
        {
            var content = section.Blocks(context);
            if (content.Length > 0)
            {
                blocks.Add(
                    new SectionHeading(1, section.Title)
                    {
                        Number = ChineseNumber.Of(++number) + "、",
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
                    [.. OpenData.Scores([town, .. unions])]
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
