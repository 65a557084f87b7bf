using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Rows;

/// <summary>A header that was recognised（表头）.</summary>
/// <param name="Map">Position of each column of the table, by ordinal; -1 where absent.</param>
/// <param name="Names">Header texts by position, upper and lower line joined.</param>
/// <param name="Extras">Positions that are no column of the table but mean something to it (indicators of a wide
/// table).</param>
/// <param name="Others">Further columns that mean a column of the map as well.</param>
/// <param name="First">Held row where it starts.</param>
/// <param name="Lines">One or two.</param>
internal sealed record Header(
    int[] Map,
    string[] Names,
    List<int> Extras,
    List<OtherColumn> Others,
    int First,
    int Lines
)
{
    private readonly HeadUnit?[] _units = new HeadUnit?[Names.Length];

    /// <summary>How many cells mean something.</summary>
    public int Score { get; } = Map.Count(m => m >= 0) + Extras.Count;

    /// <summary>The unit that a column states; null for most.</summary>
    public HeadUnit? Unit(int position) => position >= 0 && position < _units.Length ? _units[position] : null;

    /// <summary>By what the numbers of a column are multiplied.</summary>
    public decimal Scale(int position) => Unit(position)?.Scale ?? 1m;

    /// <summary>
    /// Takes the numbers of a column by the unit its header states, and says so where that changes them.
    /// </summary>
    public void Convert(int position, string name, HeadUnit unit, SourcePlace place, LedgerPage page, DiagnosticBag bag)
    {
        _units[position] = unit;
        if (unit.Scale == 1m)
        {
            return;
        }

        var what = FormattableString.Invariant(
            $"列{Diagnostic.Quote(name)}以“{unit.Text}”计，每个数都乘以 {ExactNumber.Of(unit.Scale)} 读取"
        );
        page.Add(LedgerItem.Converted, what, place.Line);
        bag.Add(FileCodes.Converted, place, what + "。请核对表头的单位；写错了就改正。");
    }
}

/// <summary>A further column of the same meaning（同义的另一列）.</summary>
/// <param name="Column">What it means.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="MustAgree">False for a name that accompanies a code, and for an alias beside the column itself.</param>
internal sealed record OtherColumn(ColumnSpec Column, int Position, bool MustAgree);

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
            Consider(Match(table, rows[i].Texts, i, 1, isExtra), ref best);
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
                    Match(table, Join(table, rows[upper].Texts, rows[upper + 1].Texts, isExtra), upper, 2, isExtra),
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
        var meanings = new List<(ColumnSpec Column, int Position)>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            if (table.Find(cells[i]) is { } column)
            {
                meanings.Add((column, i));
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

        // A name accompanies its code; a text under another name beside the column itself may be anything. Numbers that
        // claim to be the same must be.
        var others = meanings
            .Where(m => map[m.Column.Ordinal] != m.Position)
            .Select(m => new OtherColumn(
                m.Column,
                m.Position,
                m.Column.Kind is not (CellKind.Organisation or CellKind.Indicator)
                    && (byAlias[m.Column.Ordinal] || m.Column.IsMeasured)
            ))
            .ToList();
        return new(map, cells, extras, others, first, lines);
    }
}
