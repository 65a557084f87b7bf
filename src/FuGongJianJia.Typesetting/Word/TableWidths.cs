using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// Widths of columns（列宽）, points. What is as wide as its content is reckoned by counting: a Chinese character an em,
/// any other half of one; Word breaks what is wider.
/// </summary>
internal static class TableWidths
{
    /// <summary>Widths of a table's columns; their sum is the width.</summary>
    internal static ImmutableArray<double> Of(Table table, TableLook look, double width)
    {
        var natural = new double[table.Columns.Length];
        foreach (var row in table.Head.Concat(table.Rows))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (column < natural.Length && cell is { ColumnSpan: 1, RowSpan: 1 } && cell.Blocks.IsDefaultOrEmpty)
                {
                    var needed = Ems(cell.Content.PlainText) * look.Text.Size;
                    natural[column] = Math.Max(natural[column], needed + (2 * look.PaddingX) + 3);
                }

                column += cell.ColumnSpan;
            }
        }

        return Of([.. table.Columns.Select(c => c.Width)], natural, width);
    }

    /// <summary>Fixed widths first, then content at its natural width, then shares of what is left.</summary>
    internal static ImmutableArray<double> Of(ImmutableArray<ColumnWidth> columns, double[] natural, double width)
    {
        double Taken(int i) =>
            columns[i].Kind switch
            {
                ColumnWidthKind.Fixed => columns[i].Value,
                ColumnWidthKind.Content => natural[i],
                _ => 0,
            };
        var taken = Enumerable.Range(0, columns.Length).Select(Taken).ToArray();
        var shares = columns.Where(c => c.Kind == ColumnWidthKind.Fraction).Sum(c => c.Value);
        var left = width - taken.Sum();
        if (shares > 0 && left > 0)
        {
            return
            [
                .. columns.Select((c, i) => c.Kind == ColumnWidthKind.Fraction ? left * c.Value / shares : taken[i]),
            ];
        }

        // Nothing shares the rest, or there is none: all are stretched or pressed alike.
        var sum = taken.Sum() + shares;
        return [.. columns.Select((c, i) => (c.Kind == ColumnWidthKind.Fraction ? c.Value : taken[i]) * width / sum)];
    }

    private static double Ems(string words) => words.Split('\n').Max(line => line.Sum(c => c < 0x2000 ? 0.5 : 1));
}
