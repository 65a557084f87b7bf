using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>
/// How strongly a box clings to the one before it（连排强度）; a page that finds no weaker place breaks at a stronger one.
/// </summary>
internal enum Keep : byte
{
    /// <summary>A page may break here.</summary>
    Free,

    /// <summary>A line would stand alone on a page（单行）.</summary>
    Widow,

    /// <summary>Lines of a heading.</summary>
    Lines,

    /// <summary>A heading, a table's head and what follows.</summary>
    Next,

    /// <summary>Rows under one spanning cell, blocks that the author keeps together.</summary>
    Together,
}

/// <summary>A place that references, the outline and the contents point to.</summary>
/// <param name="Id">Id of the block; null for a heading without one.</param>
/// <param name="Heading">Index of the heading; -1 for other blocks.</param>
internal readonly record struct Anchor(string? Id, int Heading);

/// <summary>
/// Something that stands on a page whole（盒）: a line, a row, a figure. Its place is decided by the paginator,
/// after which it paints itself. Points.
/// </summary>
internal abstract class Box
{
    internal double Height { get; set; }

    /// <summary>White above; the larger of this and After of the box before.</summary>
    internal double Before { get; set; }

    internal double After { get; set; }

    /// <summary>Whether a page may break before it.</summary>
    internal Keep Keep { get; set; }

    internal bool OnGrid { get; init; }

    internal List<Anchor>? Anchors { get; set; }

    /// <summary>Footnotes whose marks stand in it.</summary>
    internal List<Footing>? Footings { get; set; }

    /// <summary>The table whose body row it is.</summary>
    internal TableFlow? Table { get; init; }

    internal abstract void Paint(Painter painter, double x, double y);

    /// <summary>Divides a box that is taller than any page.</summary>
    /// <param name="room">Height for the first part.</param>
    /// <param name="first">What fits, at least something.</param>
    /// <param name="rest">What is left.</param>
    internal virtual bool TrySplit(double room, out Box first, out Box rest)
    {
        (first, rest) = (this, this);
        return false;
    }

    /// <summary>Short name for notices.</summary>
    internal virtual string Where => "";
}

/// <summary>A footnote's boxes, which stand at the bottom of the page of its mark.</summary>
internal sealed record Footing(List<Box> Boxes)
{
    internal double Height { get; } = BoxList.HeightOf(Boxes);
}

/// <summary>
/// What a table needs when it goes on over a page: the head again under 续表, and a rule where it stops.
/// </summary>
internal sealed class TableFlow
{
    internal List<Box> Head { get; } = [];

    internal double ClosingRule { get; init; }

    internal Drawing.Ink RuleInk { get; init; }

    internal double X { get; set; }

    internal double Width { get; set; }
}

/// <summary>Boxes one below the other.</summary>
internal static class BoxList
{
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
            if (y + gap + box.Height > room + 0.01)
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
