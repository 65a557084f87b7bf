using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 附录: how every figure is made（计算方法）, the edition's own text, so that page and report cannot differ.
/// </summary>
internal static class MethodAppendix
{
    // What a reader of the book needs; the catalogue, the worked example and the rest stand on the site.
    private static readonly string[] Told = ["indexes", "missing", "pooling", "publication", "ranking", "change"];

    private static readonly ParagraphStyle Text = Typography.BookCell with { Size = 9.5, Leading = 15.5, Indent = 2 };

    private static readonly TableLook Look = Typography.Report.Table with
    {
        Text = new()
        {
            Role = FontRole.Song,
            Size = TypeSize.SmallFive,
            Leading = 13,
            Align = TextAlignment.Left,
        },
        Head = new()
        {
            Role = FontRole.Hei,
            Size = TypeSize.SmallFive,
            Leading = 13,
            Align = TextAlignment.Centre,
        },
    };

    public static Chapter? Make(AnnualContext context)
    {
        var sections = Methodology
            .Of(context.Period, context.Edition.Settings)
            .Sections.Where(s => Told.Contains(s.Slug, StringComparer.Ordinal))
            .ToArray();
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        foreach (var section in sections)
        {
            blocks.Add(
                new SectionHeading(2, section.Title)
                {
                    Number = "",
                    Listed = false,
                    Style = Typography.Book.Headings[1] with { Size = 12, Before = 11, After = 3 },
                }
            );
            blocks.AddRange(section.Paragraphs.Select(p => (DocumentBlock)new Paragraph(p) { Style = Text }));
            if (section.Table is { } table)
            {
                blocks.Add(
                    Table.Of(
                        [
                            .. table.Numeric.Select(n =>
                                TableColumn.Share(n ? 0.6 : 1, n ? CellAlignment.Decimal : CellAlignment.Left)
                            ),
                        ],
                        table.Head,
                        table.Rows.Select(r => r.AsEnumerable())
                    ) with
                    {
                        Title = table.Caption,
                        Look = Look,
                    }
                );
            }
        }

        blocks.Add(
            new Paragraph("指标目录、计分规则、目标、算例、稳健性和小数保护见网站“计算方法”页。") { Style = Text }
        );
        return new Chapter(
            "方法",
            "",
            [.. context.WrittenFor("方法"), new MultiColumn(2, blocks.ToImmutable()) { Gap = 24 }]
        );
    }
}
