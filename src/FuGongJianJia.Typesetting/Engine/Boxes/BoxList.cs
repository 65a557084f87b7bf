using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Boxes one below the other（纵向排列）.</summary>
internal static class BoxList
{
    // Heights are sums of many small ones; what exceeds the room by less, points, fits it.
    private const double Slack = 0.01;

    /// <summary>
    /// Hands what stands inside a box to it: anchors and footnotes belong to the page of the outer one.
    /// </summary>
    internal static T Enclose<T>(T outer, IEnumerable<Box> inner)
        where T : Box
    {
        foreach (var box in inner)
        {
            if (box.Anchors is { } anchors)
                (outer.Anchors ??= []).AddRange(anchors);
            if (box.Footnotes is { } footnotes)
                (outer.Footnotes ??= []).AddRange(footnotes);
        }

        return outer;
    }

    /// <summary>Left edge of what is narrower than its measure.</summary>
    internal static double Shift(TextAlignment align, double free) =>
        align switch
        {
            TextAlignment.Centre => free / 2,
            TextAlignment.Right => free,
            _ => 0,
        };

    /// <summary>White between two boxes.</summary>
    internal static double Gap(Box? above, Box below) => above is null ? 0 : Math.Max(above.After, below.Before);

    internal static double HeightOf(List<Box> boxes)
    {
        double height = 0;
        Box? above = null;
        foreach (var box in boxes)
        {
            height += Gap(above, box) + box.Height;
            above = box;
        }

        return height;
    }

    internal static void Paint(List<Box> boxes, Painter painter, double x, double y)
    {
        Box? above = null;
        foreach (var box in boxes)
        {
            y += Gap(above, box);
            box.Paint(painter, x, y);
            y += box.Height;
            above = box;
        }
    }

    /// <summary>Takes from the top what fits a height; boxes taller than it are divided when they can be.</summary>
    internal static (List<Box> First, List<Box> Left) Split(List<Box> boxes, double room)
    {
        List<Box> first = [];
        double y = 0;
        Box? above = null;
        for (var i = 0; i < boxes.Count; i++)
        {
            var box = boxes[i];
            var gap = Gap(above, box);
            if (y + gap + box.Height > room + Slack)
            {
                List<Box> rest = boxes[i..];
                if (box.TrySplit(room - y - gap, out var part, out var left))
                {
                    first.Add(part);
                    rest[0] = left;
                }

                return (first, rest);
            }

            first.Add(box);
            y += gap + box.Height;
            above = box;
        }

        return (first, []);
    }
}
