namespace FuGongJianJia.Typesetting.Engine.Boxes;

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
    internal List<FootnoteContent>? Footnotes { get; set; }

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
