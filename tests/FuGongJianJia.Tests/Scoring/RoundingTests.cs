using System.Globalization;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(MidpointRounding.AwayFromZero, 2)]
    [InlineData(MidpointRounding.AwayFromZero, 4)]
    [InlineData(MidpointRounding.ToEven, 1)]
    [InlineData(MidpointRounding.ToZero, 2)]
    [InlineData(MidpointRounding.ToPositiveInfinity, 0)]
    [InlineData(MidpointRounding.ToNegativeInfinity, 3)]
    public void What_is_published_is_the_unrounded_figure_rounded_once_in_every_mode(
        MidpointRounding mode,
        int decimals
    )
    {
        var settings = new Settings { Rounding = mode, ScoreDecimals = decimals };
        var compared = 0;
        foreach (
            var union in Scorer
                .Score(RandomData.Make(31, settings), TestContext.Current.CancellationToken)
                .Periods.SelectMany(p => p.Unions)
        )
        {
            var counted = Figures.Counted(union, settings);
            Same(counted.Total, union.Total);
            Same(Figures.Covered(union, settings).Total ?? 0, union.Coverage);
            foreach (var key in Vocabulary.Indexes)
            {
                Same(counted[key], union.Indexes[key]);
            }
        }

        Assert.True(compared > 200);

        // Cut to fifteen decimals, which the published ones are not: a figure cut at a boundary would round otherwise.
        void Same(Fraction? unrounded, decimal? published)
        {
            var cut = unrounded?.Round(15, MidpointRounding.ToZero);
            if (unrounded is null || unrounded == cut!.Value)
            {
                Assert.Equal(cut is { } exact ? decimal.Round(exact, decimals, mode) : null, published);
            }
            else
            {
                // Something follows the fifteenth decimal, so the figure lies above what was cut.
                Assert.Equal(decimal.Round(cut.Value + 0.0000000000000001m, decimals, mode), published);
            }

            compared++;
        }
    }

    [Theory]
    [InlineData("89.995", 0, 9000)]
    [InlineData("89.995", -1, 8999)]
    [InlineData("89.995", 1, 9000)]
    [InlineData("100", 0, 10000)]
    [InlineData("0", 0, 0)]
    public void At_a_boundary_the_least_difference_decides(string boundary, int beside, int hundredths)
    {
        var exact = (Fraction)decimal.Parse(boundary, CultureInfo.InvariantCulture);
        var least = (Fraction)beside / int.MaxValue / int.MaxValue / int.MaxValue / int.MaxValue;
        Assert.Equal(hundredths / 100m, Rounder.For(new()).Round(exact + least));
    }

    [Fact]
    public void A_figure_keeps_its_decimals_and_its_sign()
    {
        var rounder = Rounder.For(new());
        Assert.Equal("91.30", rounder.Round(91.3m).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(-0.05m, rounder.Round(-0.05m));
        Assert.Null(rounder.Round((Fraction?)null));
    }
}
