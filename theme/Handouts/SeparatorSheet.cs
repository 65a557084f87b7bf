using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>分隔页: one leaf before what was printed for a recipient, to sort the stack by.</summary>
internal static class SeparatorSheet
{
    private static readonly ParagraphStyle Number = Typography.Kicker with
    {
        Size = TypeSize.Three,
        Leading = 26,
        Ink = Palette.Ink,
    };

    private static readonly ParagraphStyle Name = Typography.CoverTitle with { Size = 40, Leading = 52, Before = 96 };

    private static readonly ParagraphStyle Line = Typography.CoverLine with { Before = 2 };

    private static readonly TableLook Rows = Typography.Letter.Table with { RowRule = 0.3, PaddingY = 4, Space = 18 };

    /// <summary>The leaf.</summary>
    /// <param name="edition">Edition.</param>
    /// <param name="period">Period.</param>
    /// <param name="bundle">What follows.</param>
    /// <param name="pages">Pages of each PDF, by path.</param>
    public static Document Compose(
        OfficeEdition edition,
        OfficePeriod period,
        Bundle bundle,
        IReadOnlyDictionary<string, int> pages
    )
    {
        var recipient = bundle.Recipient;
        var printed = HandoutWords
            .Rows(bundle)
            .Select(r => (r.Name, Pages: r.Papers.Sum(p => p.Pdf is { } pdf ? pages.GetValueOrDefault(pdf) : 0)))
            .Where(r => r.Pages > 0)
            .ToList();
        var copies = Numerals.Count(recipient.Copies);
        return new Document
        {
            Info = Furniture.Info(
                edition,
                HandoutWords.NumberOf(recipient),
                "分隔页",
                Furniture.DateOf(edition, period)
            ),
            Styles = Typography.Letter,
            Sections =
            [
                new DocumentSection
                {
                    Page = PageSetup.OfficialDocument,
                    Numbering = PageNumbering.Hidden,
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, Units.Mm(18)),
                    Blocks =
                    [
                        new Paragraph([
                            HandoutWords.NumberOf(recipient),
                            Inline.Spring,
                            bundle.IsInternal
                                ? Inline.Text("内部材料", FontRole.Hei, TypeSize.Three, Palette.Cinnabar)
                                : "",
                        ])
                        {
                            Style = Number,
                        },
                        new HorizontalRule(2) { Ink = Palette.Cinnabar, Before = 6 },
                        new TitleBlock(recipient.Name) { Style = Name },
                        .. recipient.Post.Length > 0
                            ? [new Paragraph(recipient.Post) { Style = Line }]
                            : (ImmutableArray<DocumentBlock>)[],
                        new Paragraph($"{period.Period.Title}　每件{copies}份") { Style = Line },
                        Table.Of(
                            [
                                TableColumn.Fixed(34, CellAlignment.Centre),
                                TableColumn.Share(1),
                                TableColumn.Fixed(64, CellAlignment.Right),
                                TableColumn.Fixed(64, CellAlignment.Right),
                            ],
                            ["序号", "材料", "每份页数", "份数"],
                            printed.Select(
                                (p, i) =>
                                    (IEnumerable<string>)
                                        [Numerals.Count(i + 1), p.Name, Numerals.Count(p.Pages), copies]
                            )
                        ) with
                        {
                            Look = Rows,
                        },
                    ],
                },
            ],
        };
    }
}
