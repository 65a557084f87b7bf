using System.Collections.Immutable;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Reads the labels of a head（认列名）: of one to four lines, merged both ways, or with a group's name at its first column
/// only.
/// </summary>
internal static class HeadLabels
{
    /// <summary>The columns below a head, from the left; one without a label is none.</summary>
    public static ImmutableArray<HeadColumn> Of(OfficeGrid grid, (int Start, int End) head, int left, int right)
    {
        var lines = head.End - head.Start;
        var labels = new string[lines, right + 1];
        for (var k = 0; k < lines; k++)
        {
            for (var i = left; i <= right; i++)
            {
                labels[k, i] = SheetCells.Text(grid.Rows[head.Start + k], i);
            }
        }

        var spans = grid
            .Spans.Where(s =>
                s.FromRow >= grid.Rows[head.Start].Line - 1 && s.FromRow <= grid.Rows[head.End - 1].Line - 1
            )
            .ToList();
        foreach (var span in spans)
        {
            Fill(span);
        }

        // Without merged cells a label reaches right over blanks, as far as there are labels below and the one above
        // stays the same.
        if (!spans.Exists(s => s.ToColumn > s.FromColumn))
        {
            for (var k = 0; k < lines - 1; k++)
            {
                for (var i = left + 1; i <= right; i++)
                {
                    if (labels[k, i].Length == 0 && HasBelow(k, i) && HasBelow(k, i - 1) && SameAbove(k, i))
                    {
                        labels[k, i] = labels[k, i - 1];
                    }
                }
            }
        }

        var columns = ImmutableArray.CreateBuilder<HeadColumn>();
        for (var i = left; i <= right; i++)
        {
            var path = new List<string>();
            for (var k = 0; k < lines; k++)
            {
                if (labels[k, i].Length > 0 && (path.Count == 0 || path[^1] != labels[k, i]))
                {
                    path.Add(labels[k, i]);
                }
            }

            if (path.Count > 0)
            {
                // Two columns of one name are told apart by their order.
                var name = string.Join(HeadColumn.Separator, path);
                var before = columns.Count(c =>
                    c.Name == name || c.Name.StartsWith(name + "（第", StringComparison.Ordinal)
                );
                if (before > 0)
                {
                    path[^1] += FormattableString.Invariant($"（第{before + 1}个）");
                }

                columns.Add(new(i, [.. path]));
            }
        }

        return columns.ToImmutable();

        void Fill(CellSpan span)
        {
            var top = span.FromRow + 1;
            var k = Enumerable.Range(0, lines).FirstOrDefault(n => grid.Rows[head.Start + n].Line == top, -1);
            if (k < 0 || span.FromColumn < left || span.FromColumn > right)
            {
                return;
            }

            for (var below = k; below < lines && grid.Rows[head.Start + below].Line - 1 <= span.ToRow; below++)
            {
                for (var i = span.FromColumn; i <= Math.Min(span.ToColumn, right); i++)
                {
                    labels[below, i] = labels[k, span.FromColumn];
                }
            }
        }

        bool HasBelow(int k, int i) => Enumerable.Range(k + 1, lines - k - 1).Any(n => labels[n, i].Length > 0);

        bool SameAbove(int k, int i) => Enumerable.Range(0, k).All(n => labels[n, i] == labels[n, i - 1]);
    }
}
