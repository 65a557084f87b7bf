using System.Collections.Immutable;
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
    // Its table stands in the appendix of the catalogue.
    private const string Catalogue = "catalogue";

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
        var sections = context.Period.Method.Sections;
        if (sections.IsEmpty)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        for (var i = 0; i < sections.Length; i++)
        {
            var section = sections[i];
            blocks.Add(
                new SectionHeading(3, section.Title)
                {
                    Number = $"（{ChineseNumber.Of(i + 1)}）",
                    Style = Typography.Report.Headings[1],
                }
            );
            blocks.AddRange(section.Paragraphs.Select(p => (DocumentBlock)new Paragraph(p)));
            if (section.Table is { } table && !string.Equals(section.Slug, Catalogue, StringComparison.Ordinal))
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

        return new Chapter("计算方法", "", blocks.ToImmutable());
    }
}
