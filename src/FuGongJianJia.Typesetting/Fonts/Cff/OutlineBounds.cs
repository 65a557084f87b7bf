using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>Extremes of an outline（轮廓范围）: of the curves themselves, not of their control points.</summary>
internal sealed class OutlineBounds : IOutlineSink
{
    private double _left = double.MaxValue,
        _bottom = double.MaxValue,
        _right = double.MinValue,
        _top = double.MinValue;
    private double _x,
        _y;

    public GlyphBounds InEm(double unitsPerEm) =>
        _left > _right
            ? default
            : new GlyphBounds(_left / unitsPerEm, _bottom / unitsPerEm, _right / unitsPerEm, _top / unitsPerEm);

    public void Move(double x, double y) => (_x, _y) = (x, y);

    public void Line(double x, double y)
    {
        Include(_x, _y);
        Include(x, y);
        (_x, _y) = (x, y);
    }

    public void Curve(double x1, double y1, double x2, double y2, double x, double y)
    {
        Include(_x, _y);
        Include(x, y);
        foreach (var t in Turns(_x, x1, x2, x))
            IncludeX(At(_x, x1, x2, x, t));
        foreach (var t in Turns(_y, y1, y2, y))
            IncludeY(At(_y, y1, y2, y, t));
        (_x, _y) = (x, y);
    }

    // Where the derivative of the cubic is zero.
    private static IEnumerable<double> Turns(double p0, double p1, double p2, double p3)
    {
        if (p1 >= Math.Min(p0, p3) && p1 <= Math.Max(p0, p3) && p2 >= Math.Min(p0, p3) && p2 <= Math.Max(p0, p3))
            yield break;
        var a = -p0 + (3 * p1) - (3 * p2) + p3;
        var b = 2 * (p0 - (2 * p1) + p2);
        var c = p1 - p0;
        if (Math.Abs(a) < 1e-9)
        {
            if (Math.Abs(b) > 1e-9 && -c / b is > 0 and < 1)
                yield return -c / b;
            yield break;
        }

        var root = (b * b) - (4 * a * c);
        if (root < 0)
            yield break;
        root = Math.Sqrt(root);
        if ((-b + root) / (2 * a) is > 0 and < 1 and var first)
            yield return first;
        if ((-b - root) / (2 * a) is > 0 and < 1 and var second)
            yield return second;
    }

    private static double At(double p0, double p1, double p2, double p3, double t)
    {
        var u = 1 - t;
        return (u * u * u * p0) + (3 * u * u * t * p1) + (3 * u * t * t * p2) + (t * t * t * p3);
    }

    private void Include(double x, double y)
    {
        IncludeX(x);
        IncludeY(y);
    }

    private void IncludeX(double x) => (_left, _right) = (Math.Min(_left, x), Math.Max(_right, x));

    private void IncludeY(double y) => (_bottom, _top) = (Math.Min(_bottom, y), Math.Max(_top, y));
}
