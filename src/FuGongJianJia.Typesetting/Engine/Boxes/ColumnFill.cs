namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Fills columns（分栏填充）.</summary>
internal static class ColumnFill
{
    // Halving a page's height 24 times would leave a millionth of a point; half a point is no longer seen, so that
    // eleven steps do as a rule.
    private const int MostHalvings = 24;
    private const double Unseen = 0.5;

    /// <summary>Fills columns of at most a height, as even as can be when all fits.</summary>
    /// <param name="boxes">What to fill them with.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="room">Greatest height, points.</param>
    /// <param name="height">Height taken.</param>
    /// <param name="rest">Boxes for the next page.</param>
    internal static List<List<Box>> Balance(
        List<Box> boxes,
        int count,
        double room,
        out double height,
        out List<Box> rest
    )
    {
        var total = BoxList.HeightOf(boxes);
        var tallest = boxes.Count == 0 ? 0 : boxes.Max(b => b.Height);
        var (low, high) = (Math.Max(total / count, tallest), Math.Min(total, room));
        var filled = Fill(boxes, count, high, out rest);
        if (rest.Count == 0)
        {
            for (var step = 0; step < MostHalvings && high - low > Unseen; step++)
            {
                var middle = (low + high) / 2;
                var attempt = Fill(boxes, count, middle, out var left);
                if (left.Count == 0)
                    (filled, high) = (attempt, middle);
                else
                    low = middle;
            }
        }

        height = filled.Count == 0 ? 0 : filled.Max(BoxList.HeightOf);
        return filled;
    }

    private static List<List<Box>> Fill(List<Box> boxes, int count, double height, out List<Box> rest)
    {
        List<List<Box>> filled = [];
        rest = boxes;
        while (filled.Count < count && rest.Count > 0)
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
