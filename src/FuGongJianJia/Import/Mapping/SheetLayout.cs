using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Recognises the tables of a sheet（认版面）: titles, heads of one to four lines merged both ways, several tables below or
/// beside each other, totals and footers.
/// </summary>
internal sealed partial class SheetLayout(ImmutableArray<TableSpec> tables)
{
    private const int MostHeadLines = 4;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The tables of a sheet, from the top; none where no head is found.</summary>
    public ImmutableArray<Region> Find(OfficeGrid grid)
    {
        var regions = ImmutableArray.CreateBuilder<Region>();
        if (TurnedSheet.Of(grid) is { } turned)
        {
            var head = turned.Grid.Rows.TakeWhile(r => r.Line <= turned.HeadLines).Count();
            var whole = Make(turned.Grid, 0, (0, head), turned.Grid.Rows.Length, 0, turned.Grid.Turned.Length - 1);
            return [whole with { Title = turned.Title, HeadLine = turned.Grid.Turned[0] }];
        }

        foreach (var (from, to) in Blocks(grid))
        {
            var start = 0;
            while (start < grid.Rows.Length && Head(grid, start, from, to) is { } head)
            {
                var end = Next(grid, head, from, to);
                regions.Add(Make(grid, start, head, end, from, to));
                start = end;
            }
        }

        return regions.ToImmutable();
    }

    /// <summary>Columns that belong together: tables may stand side by side with a blank column between.</summary>
    private List<(int From, int To)> Blocks(OfficeGrid grid)
    {
        var width = grid.Rows.Max(r => r.Cells.Length);
        var filled = new bool[width];
        foreach (var row in grid.Rows)
        {
            // A title reaches over the gap; it is one cell.
            if (row.Cells.Count(c => c.IsFilled) < 3)
            {
                continue;
            }

            for (var i = 0; i < row.Cells.Length; i++)
            {
                filled[i] |= row.Cells[i].IsFilled;
            }
        }

        var blocks = new List<(int From, int To)>();
        for (var i = 0; i < width; )
        {
            if (!filled[i])
            {
                i++;
                continue;
            }

            var to = i;
            while (to + 1 < width && filled[to + 1])
            {
                to++;
            }

            blocks.Add((i, to));
            i = to + 1;
        }

        // A block without a head of its own, or without the name of a unit or thing, is the rest of the one before.
        for (var b = 1; b < blocks.Count; b++)
        {
            var head = Head(grid, 0, blocks[b].From, blocks[b].To);
            if (head is null || !HeadLabels.Of(grid, head.Value, blocks[b].From, blocks[b].To).Any(c => IsKey(c.Label)))
            {
                blocks[b - 1] = (blocks[b - 1].From, blocks[b].To);
                blocks.RemoveAt(b--);
            }
        }

        return blocks.Count > 0 ? blocks : [(0, width - 1)];
    }

    private static bool IsKey(string label) =>
        OfficeWords.Meaning(label) is OfficeWords.UnitName or OfficeWords.UnitCode
        || HeaderText.Key(label).EndsWith("名称", StringComparison.Ordinal);

    /// <summary>The next head at or below a row: first and behind the last of its lines.</summary>
    private (int Start, int End)? Head(OfficeGrid grid, int from, int left, int right)
    {
        var best = (Score: 0, Row: -1);
        var data = 0;
        for (var r = from; r < grid.Rows.Length && r < from + HeaderFinder.Depth; r++)
        {
            var row = grid.Rows[r];
            var labels = SheetCells.Labels(row, left, right);
            var numbers = SheetCells.Numbers(row, left, right);
            if (labels.Count < 2 || numbers > labels.Count / 4)
            {
                data += numbers >= 2 ? 1 : 0;
                if (best.Row >= 0 && data > 3)
                {
                    break;
                }

                continue;
            }

            var known = labels.Count(IsKnown);
            var score = (known * 3) + labels.Count;
            if (score > best.Score && known > 0)
            {
                best = (score, r);
            }

            // Below a head that is plainly one stand data, however many of their cells are words.
            if (best.Row >= 0 && r - best.Row > MostHeadLines)
            {
                break;
            }
        }

        if (best.Row < 0)
        {
            return null;
        }

        var start = best.Row;
        while (start > from && best.Row - start < MostHeadLines - 1 && IsUpper(grid, start - 1, left, right))
        {
            start--;
        }

        var end = best.Row + 1;
        while (end < grid.Rows.Length && end - start < MostHeadLines && IsLower(grid, end, left, right))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>True for a line of groups above the labels: parts of the width are merged, or reach down.</summary>
    private static bool IsUpper(OfficeGrid grid, int r, int left, int right)
    {
        var row = grid.Rows[r];
        var labels = SheetCells.Labels(row, left, right);
        if (labels.Count == 0 || SheetCells.Numbers(row, left, right) > 0)
        {
            return false;
        }

        var line = row.Line - 1;
        var below = grid.Rows[r + 1];
        var spans = grid.Spans.Where(s => s.FromRow <= line && s.ToRow >= line && s.FromColumn <= right).ToList();
        if (spans.Exists(s => s.ToRow >= below.Line - 1 && s.FromRow <= line))
        {
            return true;
        }

        // 会员情况 over two columns and not the title over all of them.
        var width = Enumerable.Range(left, right - left + 1).Count(i => SheetCells.IsFilled(below, i));
        if (spans.Exists(s => s.ToColumn > s.FromColumn && s.ToColumn - s.FromColumn + 1 < width * 0.8))
        {
            return true;
        }

        return grid.Spans.Count == 0
            && labels.Count >= 2
            && Enumerable
                .Range(left, right - left + 1)
                .Any(i => !SheetCells.IsFilled(row, i) && SheetCells.IsFilled(below, i))
            && !labels.Exists(SheetCells.IsRemark);
    }

    /// <summary>True for a line that goes on with the head: labels below groups, blanks below the rest.</summary>
    private static bool IsLower(OfficeGrid grid, int r, int left, int right)
    {
        var (above, row) = (grid.Rows[r - 1], grid.Rows[r]);
        if (row.IsBlank || SheetCells.Numbers(row, left, right) > 0)
        {
            return false;
        }

        var line = row.Line - 1;
        if (grid.Spans.Any(s => s.FromRow < line && s.ToRow >= line && s.FromColumn >= left && s.ToColumn <= right))
        {
            // A head that reaches down; a name merged over its rows starts below and not in the head.
            return true;
        }

        var (group, clashes, labels) = (false, false, 0);
        for (var i = left; i <= right; i++)
        {
            group = SheetCells.IsFilled(above, i) ? i < right && !SheetCells.IsFilled(above, i + 1) : group;
            if (!SheetCells.IsFilled(row, i))
            {
                continue;
            }

            labels++;
            clashes |= SheetCells.IsFilled(above, i) && !group && SheetCells.Text(above, i) != SheetCells.Text(row, i);
        }

        // 覆盖率 below 技能培训 clashes with nothing where the number of the line or the name stays blank.
        var first = Enumerable.Range(left, right - left + 1).FirstOrDefault(i => SheetCells.IsFilled(above, i), right);
        return labels >= 2
            && (!clashes || !SheetCells.IsFilled(row, first))
            && Enumerable
                .Range(left, right - left + 1)
                .Any(i => !SheetCells.IsFilled(row, i) || !SheetCells.IsFilled(above, i));
    }

    /// <summary>The row where this table ends: the start of what stands above the next head, or the last row.</summary>
    private int Next(OfficeGrid grid, (int Start, int End) head, int left, int right)
    {
        var from = head.End;
        for (var r = from; r < grid.Rows.Length; r++)
        {
            var row = grid.Rows[r];
            var labels = SheetCells.Labels(row, left, right);
            if (r == from || labels.Count < 3 || SheetCells.Numbers(row, left, right) > 0)
            {
                continue;
            }

            // The same head again: with a title of its own above it another table, without one the next printed page.
            var isRepeated = Enumerable
                .Range(head.Start, head.End - head.Start)
                .Any(h => Same(grid, r, h, left, right));
            // Behind a line of title or nothing, a name of units and another word that is known are enough.
            var known = labels.Count(IsKnown);
            var isApart = SheetCells.Filled(grid.Rows[r - 1], left, right) <= 2 && known >= 2 && labels.Exists(IsKey);
            if (
                isRepeated
                    ? !Same(grid, r, head.Start, left, right) || SheetCells.Filled(grid.Rows[r - 1], left, right) > 2
                    : known * 2 < labels.Count && !isApart
            )
            {
                continue;
            }

            var start = r;
            while (
                start - 1 > from
                && (
                    grid.Rows[start - 1].IsBlank
                    || (
                        SheetCells.Filled(grid.Rows[start - 1], left, right) <= 2
                        && SheetCells.Numbers(grid.Rows[start - 1], left, right) == 0
                    )
                    || IsUpper(grid, start - 1, left, right)
                )
            )
            {
                start--;
            }

            return start;
        }

        return grid.Rows.Length;
    }

    private static bool Same(OfficeGrid grid, int one, int two, int left, int right) =>
        Enumerable
            .Range(left, right - left + 1)
            .All(i =>
                !SheetCells.IsFilled(grid.Rows[one], i)
                || SheetCells.Text(grid.Rows[one], i) == SheetCells.Text(grid.Rows[two], i)
            );

    private Region Make(OfficeGrid grid, int from, (int Start, int End) head, int end, int left, int right)
    {
        var columns = HeadLabels.Of(grid, head, left, right);
        var rows = ImmutableArray.CreateBuilder<DataLine>();
        var skipped = new SortedDictionary<RowKind, (int Line, int Count)>();
        var section = "";
        var isNumbered = columns.FirstOrDefault(c => OfficeWords.Meaning(c.Label) == OfficeWords.Unwanted)?.Position;
        // 小计 stands behind the town that it sums up, where the names of units stand.
        var unit = columns.FirstOrDefault(c => OfficeWords.Meaning(c.Label) == OfficeWords.UnitName);
        for (var r = head.End; r < end; r++)
        {
            var row = grid.Rows[r];
            var filled = columns.Where(c => SheetCells.IsFilled(row, c.Position)).ToList();
            if (filled.Count == 0)
            {
                continue;
            }

            var named = filled.Find(c => c.Position != isNumbered) ?? filled[0];
            var text = SheetCells.Text(row, named.Position);
            var distinct = filled
                .Select(c => SheetCells.Text(row, c.Position))
                .Distinct(StringComparer.Ordinal)
                .Count();
            var kind =
                RowClassifier.IsTotal(SheetCells.Text(row, filled[0].Position))
                || RowClassifier.IsTotal(text)
                || (unit is not null && RowClassifier.IsTotal(SheetCells.Text(row, unit.Position)))
                    ? RowKind.Total
                : RowClassifier.IsFooter(SheetCells.Text(row, filled[0].Position)) ? RowKind.Footer
                : filled.Count > 1
                && Enumerable.Range(head.Start, head.End - head.Start).Any(h => Same(grid, r, h, left, right))
                    ? RowKind.Header
                : distinct == 1 && columns.Length > 3 && IsSection(text) ? RowKind.Blank
                : distinct == 1 && columns.Length > 3 && (text.Length > 20 || SheetCells.IsRemark(text))
                    ? RowKind.Footer
                : RowKind.Data;
            switch (kind)
            {
                case RowKind.Blank:
                    section = UnitNames.TownKey(text);
                    break;
                case RowKind.Data:
                    rows.Add(new(row, section));
                    break;
                default:
                    skipped[kind] = skipped.TryGetValue(kind, out var sofar)
                        ? (sofar.Line, sofar.Count + 1)
                        : (row.Line, 1);
                    break;
            }
        }

        var title = string.Join(
            ' ',
            grid.Rows[from..head.Start]
                .SelectMany(r => r.Texts.Skip(left).Take(right - left + 1))
                .Select(CellCleaner.Line)
                .Where(t => t.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );
        return new(
            grid,
            title,
            grid.Rows[head.Start].Line,
            columns,
            rows.ToImmutable(),
            [.. skipped.Select(s => (s.Key, s.Value.Line, s.Value.Count))]
        );
    }

    /// <summary>一、城东街道 by itself in a line.</summary>
    private static bool IsSection(string text) => SectionPattern().IsMatch(HeaderText.Whole(text));

    private bool IsKnown(string label)
    {
        if (!_known.TryGetValue(label, out var known))
        {
            known =
                OfficeWords.Meaning(label) is not null
                || tables.Any(t => t.Find(label) is not null || OfficeWords.Meaning(label, t.Name) is not null);
            _known.Add(label, known);
        }

        return known;
    }

    [GeneratedRegex(
        "^([一二三四五六七八九十0-9]+[、.)])?.{2,10}(街道|镇|乡|开发区|园区|平台|直属|区直|区级)(总工会|工会)?(\\(?\\d+家\\)?)?$"
    )]
    private static partial Regex SectionPattern();
}
