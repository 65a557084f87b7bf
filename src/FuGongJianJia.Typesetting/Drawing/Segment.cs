namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>Kind of a path segment.</summary>
public enum SegmentKind
{
    /// <summary>Start a new subpath at (X, Y).</summary>
    Move,

    /// <summary>Straight line to (X, Y).</summary>
    Line,

    /// <summary>Cubic Bézier with control points 1 and 2 to (X, Y).</summary>
    Curve,

    /// <summary>Close the subpath.</summary>
    Close,
}

/// <summary>A path segment（路径段）.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="X">End point.</param>
/// <param name="Y">End point.</param>
/// <param name="X1">First control point of a curve.</param>
/// <param name="Y1">First control point of a curve.</param>
/// <param name="X2">Second control point of a curve.</param>
/// <param name="Y2">Second control point of a curve.</param>
public readonly record struct Segment(
    SegmentKind Kind,
    double X = 0,
    double Y = 0,
    double X1 = 0,
    double Y1 = 0,
    double X2 = 0,
    double Y2 = 0
)
{
    /// <summary>Start at a point.</summary>
    public static Segment Move(double x, double y) => new(SegmentKind.Move, x, y);

    /// <summary>Line to a point.</summary>
    public static Segment Line(double x, double y) => new(SegmentKind.Line, x, y);

    /// <summary>Curve to (x, y).</summary>
    public static Segment Curve(double x1, double y1, double x2, double y2, double x, double y) =>
        new(SegmentKind.Curve, x, y, x1, y1, x2, y2);

    /// <summary>Close.</summary>
    public static Segment Close => new(SegmentKind.Close);
}
