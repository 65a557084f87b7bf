using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Tests.Typesetting;

/// <summary>Patterns as lines and dots that are cut to the path.</summary>
public sealed class HatchingTests
{
    [Theory]
    [InlineData(FillPattern.Horizontal)]
    [InlineData(FillPattern.Rising)]
    [InlineData(FillPattern.Falling)]
    [InlineData(FillPattern.Crossed)]
    public void Lines_of_a_circle_end_on_it_and_cover_it(FillPattern pattern)
    {
        var lines = Hatching.Lines(Shapes.Circle(50, 60, 30), pattern);

        Assert.All(lines, p => Assert.Equal(30, Math.Sqrt(Math.Pow(p.X - 50, 2) + Math.Pow(p.Y - 60, 2)), 0.3));
        var drawn = Pairs(lines).Sum(l => Math.Sqrt(Math.Pow(l.To.X - l.From.X, 2) + Math.Pow(l.To.Y - l.From.Y, 2)));
        var families = pattern == FillPattern.Crossed ? 2 : 1;
        Assert.Equal(families * Math.PI * 900 / Hatching.Step, drawn, 30.0 * families);
    }

    [Fact]
    public void Lines_leave_out_a_hole_that_winds_the_other_way()
    {
        ImmutableArray<Segment> hole =
        [
            Segment.Move(10, 10),
            Segment.Line(10, 30),
            Segment.Line(30, 30),
            Segment.Line(30, 10),
            Segment.Close,
        ];

        var lines = Pairs(Hatching.Lines([.. Shapes.Rectangle(0, 0, 40, 40), .. hole], FillPattern.Horizontal));

        Assert.Equal([(0.0, 10.0), (30.0, 40.0)], Across(lines, 20));
        Assert.Equal([(0.0, 40.0)], Across(lines, 4));
    }

    [Fact]
    public void Dots_stand_inside_in_rows_that_are_moved_in_turn()
    {
        var dots = Hatching.Dots(Shapes.Rectangle(1, 1, 12, 8));

        Assert.Equal([new(2, 4), new(6, 4), new(10, 4), new(4, 8), new(8, 8), new(12, 8)], dots);
    }

    [Fact]
    public void An_even_fill_and_an_empty_path_have_no_lines()
    {
        Assert.Empty(Hatching.Lines(Shapes.Rectangle(0, 0, 40, 40), FillPattern.Solid));
        Assert.Empty(Hatching.Lines([], FillPattern.Rising));
        Assert.Empty(Hatching.Dots([]));
    }

    private static IEnumerable<(Segment From, Segment To)> Pairs(ImmutableArray<Segment> lines) =>
        lines.Chunk(2).Select(pair => (pair[0], pair[1]));

    private static IEnumerable<(double, double)> Across(IEnumerable<(Segment From, Segment To)> lines, double y) =>
        lines
            .Where(l => Math.Abs(l.From.Y - y) < 1e-9)
            .Select(l => (Math.Min(l.From.X, l.To.X), Math.Max(l.From.X, l.To.X)))
            .Order();
}
