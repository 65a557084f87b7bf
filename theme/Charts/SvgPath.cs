using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Data of a path（路径数据）: what stands in <c>d="…"</c>.</summary>
internal static class SvgPath
{
    /// <summary>Writes it.</summary>
    public static void Write(ImmutableArray<Segment> segments, Markup to)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            // A rectangle by its sides takes half the bytes of one by its corners, and a crowd of peers has hundreds.
            if (IsRectangle(segments.AsSpan()[i..]))
            {
                var (corner, opposite) = (segments[i], segments[i + 2]);
                to.Write(
                    $"M{corner.X} {corner.Y}h{opposite.X - corner.X}v{opposite.Y - corner.Y}h{corner.X - opposite.X}z"
                );
                i += 4;
                continue;
            }

            ref readonly var s = ref segments.ItemRef(i);
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    to.Write($"M{s.X} {s.Y}");
                    break;
                case SegmentKind.Line when i > 0 && segments[i - 1].Y == s.Y:
                    to.Write($"H{s.X}");
                    break;
                case SegmentKind.Line when i > 0 && segments[i - 1].X == s.X:
                    to.Write($"V{s.Y}");
                    break;
                case SegmentKind.Line:
                    to.Write($"L{s.X} {s.Y}");
                    break;
                case SegmentKind.Curve:
                    to.Write($"C{s.X1} {s.Y1} {s.X2} {s.Y2} {s.X} {s.Y}");
                    break;
                default:
                    to.Raw("Z");
                    break;
            }
        }
    }

    // What Shapes.Rectangle makes.
    private static bool IsRectangle(ReadOnlySpan<Segment> s) =>
        s.Length >= 5
        && s[0].Kind == SegmentKind.Move
        && s[1].Kind == SegmentKind.Line
        && s[2].Kind == SegmentKind.Line
        && s[3].Kind == SegmentKind.Line
        && s[4].Kind == SegmentKind.Close
        && s[1].Y == s[0].Y
        && s[2].X == s[1].X
        && s[3].Y == s[2].Y
        && s[3].X == s[0].X;
}
