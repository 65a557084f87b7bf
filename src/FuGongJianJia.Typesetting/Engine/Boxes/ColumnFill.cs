using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Fills columns（分栏填充）.</summary>
internal static class ColumnFill
{
    /// <summary>
    /// Fills columns of at most a height, as even as can be when all fits.
    /// </summary>
    /// <param name="columns">What to fill.</param>
    /// <param name="room">Greatest height.</param>
    /// <param name="height">Height taken.</param>
    /// <param name="rest">Boxes for the next page.</param>
    internal static List<List<Box>> Balance(ColumnsBox columns, double room, out double height, out List<Box> rest)
    {
        var total = BoxList.HeightOf(columns.Boxes);
        var tallest = columns.Boxes.Count == 0 ? 0 : columns.Boxes.Max(b => b.Height);
        var (low, high) = (Math.Max(total / columns.Count, tallest), Math.Min(total, room));
        var filled = Fill(columns, high, out rest);
        if (rest.Count == 0)
        {
            for (var step = 0; step < 24 && high - low > 0.5; step++)
            {
                var middle = (low + high) / 2;
                var attempt = Fill(columns, middle, out var left);
                if (left.Count == 0)
                    (filled, high) = (attempt, middle);
                else
                    low = middle;
            }
        }

        height = filled.Count == 0 ? 0 : filled.Max(BoxList.HeightOf);
        return filled;
    }

    private static List<List<Box>> Fill(ColumnsBox columns, double height, out List<Box> rest)
    {
        List<List<Box>> filled = [];
        rest = columns.Boxes;
        while (filled.Count < columns.Count && rest.Count > 0)
        {
            var (first, left) = BoxList.Split(rest, height);
            if (first.Count == 0)
                break;
            while (left.Count > 0 && first.Count > 1 && left[0].Keep != Keep.Free)
            {
                // A break that lines or a heading forbid moves up, as long as something stays.
                left.Insert(0, first[^1]);
                first.RemoveAt(first.Count - 1);
            }

            filled.Add(first);
            rest = left;
        }

        return filled;
    }
}
