using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Rows;

/// <summary>A header that was recognised（表头）.</summary>
/// <param name="Map">Position of each column of the table, by ordinal; -1 where absent.</param>
/// <param name="Names">Header texts by position, upper and lower line joined.</param>
/// <param name="Extras">Positions that are no column of the table but mean something to it (indicators of a wide
/// table).</param>
/// <param name="First">Held row where it starts.</param>
/// <param name="Lines">One or two.</param>
internal sealed record Header(int[] Map, string[] Names, List<int> Extras, int First, int Lines)
{
    /// <summary>How many cells mean something.</summary>
    public int Score { get; } = Map.Count(m => m >= 0) + Extras.Count;
}

/// <summary>Finds the header among the first rows（找表头）: below titles, in one line or two.</summary>
internal static class HeaderFinder
{
    /// <summary>Rows looked at.</summary>
    public const int Depth = 30;

    /// <summary>
    /// The row, or pair of rows, in which the most cells are names of columns; null when fewer than two are.
    /// </summary>
    public static Header? Find(TableSpec table, List<HeldRow> rows, Func<string, bool> isExtra)
    {
        Header? best = null;
        for (var i = 0; i < rows.Count; i++)
        {
            Consider(Match(table, rows[i].Cells, i, 1, isExtra), ref best);
        }

        if (best is null)
        {
            return null;
        }

        // The other half of a two-line header stands above or below; a pair must beat the single line to be believed.
        foreach (var upper in (ReadOnlySpan<int>)[best.First - 1, best.First])
        {
            if (upper >= 0 && upper + 1 < rows.Count)
            {
                Consider(
                    Match(table, Join(table, rows[upper].Cells, rows[upper + 1].Cells, isExtra), upper, 2, isExtra),
                    ref best
                );
            }
        }

        return best!.Score >= 2 ? best : null;
    }

    private static void Consider(Header header, ref Header? best)
    {
        // Cells merged downwards make the lower line look whole by itself; 分子 then says of which indicator only
        // together with the upper one.
        if (
            header.Score > (best?.Score ?? 0)
            || (header.Score == best?.Score && header.Lines > best.Lines && header.Extras.Count > best.Extras.Count)
        )
        {
            best = header;
        }
    }

    /// <summary>建会率 over 分子 and 分母: the upper text reaches right over blanks as a merged cell does.</summary>
    private static string[] Join(TableSpec table, string[] upper, string[] lower, Func<string, bool> isExtra)
    {
        var width = Math.Max(upper.Length, lower.Length);
        var names = new string[width];
        var reach = "";
        for (var i = 0; i < width; i++)
        {
            var above = i < upper.Length ? upper[i].Trim() : "";
            var below = i < lower.Length ? lower[i].Trim() : "";
            reach = above.Length > 0 ? above : reach;
            names[i] =
                below.Length == 0 ? above
                : isExtra(reach + below) ? reach + below
                : table.Find(below) is not null || isExtra(below) ? below
                : above.Length > 0 ? above + below
                : below;
        }

        return names;
    }

    private static Header Match(TableSpec table, string[] cells, int first, int lines, Func<string, bool> isExtra)
    {
        var map = new int[table.Columns.Length];
        Array.Fill(map, -1);
        var byAlias = new bool[table.Columns.Length];
        var extras = new List<int>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            if (table.Find(cells[i]) is { } column)
            {
                var exact = HeaderText.Key(cells[i]) == HeaderText.Key(column.Name);
                if (map[column.Ordinal] < 0 || (exact && byAlias[column.Ordinal]))
                {
                    // 组织编码 beside 组织名称: the code is the column, the name only accompanies it.
                    map[column.Ordinal] = i;
                    byAlias[column.Ordinal] = !exact;
                }
            }
            else if (isExtra(cells[i]))
            {
                extras.Add(i);
            }
        }

        return new(map, cells, extras, first, lines);
    }
}
