using System.Collections.Immutable;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>表1, the only one, and beside it the box in which a leader writes（批示栏）; below, the note.</summary>
internal static class BriefTable
{
    private const double BoxWidth = 100;
    private const double Gap = 15;
    private static readonly Stroke Line = new(new Ink(Rgb.Black, "ink"), 0.7);

    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>(2);
        if (context.Sheet is { } sheet)
        {
            var table = Of(sheet, context.Form);
            blocks.Add(
                context.IsPublic || !context.Edition.Settings.Brief.HasRemarkBox
                    ? table
                    : new Grid([
                        new GridColumn([table]),
                        new GridColumn(
                            ColumnWidth.Fixed(BoxWidth),
                            [Box((sheet.Rows.Length + 1) * context.Form.Styles.Table.MinRowHeight)]
                        ),
                    ])
                    {
                        Gap = Gap,
                        Space = 8,
                    }
            );
        }

        if (context.Text.Note.Length > 0)
        {
            blocks.Add(new Paragraph("注：" + context.Text.Note) { Style = Typography.BriefNote });
        }

        return blocks.ToImmutable();
    }

    private static Table Of(BriefSheet sheet, BriefForm form) =>
        new()
        {
            Columns =
            [
                .. sheet.Head.Select(
                    (_, n) =>
                        TableColumn.Share(
                            Widest(sheet, n),
                            sheet.IsNumber[n] ? CellAlignment.Right : CellAlignment.Left
                        )
                ),
            ],
            Title = sheet.Title,
            Look = form.Styles.Table with { Space = 0 },
            Head = [new TableRow([.. sheet.Head.Select(h => (TableCell)h)])],
            Rows = [.. sheet.Rows.Select(r => new TableRow([.. r.Select(c => (TableCell)c)]))],
        };

    // In characters, with white beside: a column is as wide as what stands in it.
    private static double Widest(BriefSheet sheet, int column) =>
        1 + sheet.Rows.Select(r => r[column]).Append(sheet.Head[column]).Max(t => t.Sum(c => c < 0x2000 ? 0.5 : 1));

    // As high as the table: its caption, its head and its rows.
    private static Panel Box(double height) =>
        new([new Paragraph("批　示") { Style = Typography.BriefBox }, new Spacer(height) { Fixed = true }])
        {
            Border = Line,
            Padding = 6,
            VerticalPadding = 3,
        };
}
