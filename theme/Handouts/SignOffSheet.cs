using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>签收单: who gets what on one list, each with a place to sign.</summary>
internal static class SignOffSheet
{
    private static readonly PageSetup Page = PageSetup.OfficialLandscape with
    {
        Top = Units.Mm(22),
        Bottom = Units.Mm(18),
        Inner = Units.Mm(22),
        Outer = Units.Mm(22),
    };

    private static readonly TableLook Rows = Typography.Slip with
    {
        Text = Typography.Slip.Text with { Size = TypeSize.SmallFour, Leading = 17 },
        Head = Typography.Letter.Table.Head,
        OuterRule = 1.1,
        HeadRule = 0.6,
        MinRowHeight = 25.5,
        PaddingX = 4,
        PaddingY = 3,
    };

    /// <summary>The list.</summary>
    public static Document Compose(OfficeEdition edition, OfficePeriod period, ImmutableArray<Bundle> bundles)
    {
        var title = $"{period.Period.Title}富工建家材料签收单";
        var printed = bundles.Where(b => b.Recipient.Wants(Delivery.Print)).ToList();
        return new Document
        {
            Info = Furniture.Info(edition, title, "签收单", Furniture.DateOf(edition, period)),
            Styles = Typography.Letter,
            Sections =
            [
                new DocumentSection
                {
                    Page = Page,
                    Numbering = PageNumbering.Official,
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, Units.Mm(14)),
                    Blocks =
                    [
                        new TitleBlock(title) { Style = Typography.Letter.Title with { Before = 0, After = 8 } },
                        new Paragraph([
                            Furniture.Editor(edition),
                            Inline.Spring,
                            Numerals.Date(Furniture.DateOf(edition, period)),
                        ])
                        {
                            Style = Typography.Distribution with { Left = 0, Right = 0, After = 4 },
                        },
                        new Paragraph(
                            $"共{Numerals.Count(bundles.Length)}个收件人，其中纸质{Numerals.Count(printed.Count)}个。"
                                + "只发邮件的不必签收，发出的时间见发送记录。"
                        )
                        {
                            Style = Typography.BriefNote with { After = 4 },
                        },
                        new Table
                        {
                            Columns =
                            [
                                TableColumn.Fixed(36, CellAlignment.Centre),
                                TableColumn.Share(2.2),
                                TableColumn.Share(1.6),
                                TableColumn.Share(2.9),
                                TableColumn.Share(1.2),
                                TableColumn.Fixed(38, CellAlignment.Centre),
                                TableColumn.Share(1.1),
                                TableColumn.Share(1),
                            ],
                            HeadColumns = 2,
                            Look = Rows,
                            Head =
                            [
                                new TableRow(["序号", "收件人", "职务", "材料", "方式", "份数", "签收人", "签收日期"]),
                            ],
                            Rows = [.. bundles.Select(Row)],
                        },
                    ],
                },
            ],
        };
    }

    private static TableRow Row(Bundle bundle)
    {
        var recipient = bundle.Recipient;
        var isMailed = recipient.Deliveries is [Delivery.Mail];
        return new([
            Numerals.Count(recipient.Number),
            recipient.Name,
            recipient.Post,
            HandoutWords.Materials(bundle) + (bundle.IsInternal ? "（内部）" : ""),
            HandoutWords.Deliveries(recipient),
            recipient.Wants(Delivery.Print) ? Numerals.Count(recipient.Copies) : "",
            isMailed ? "不必签收" : "",
            "",
        ]);
    }
}
