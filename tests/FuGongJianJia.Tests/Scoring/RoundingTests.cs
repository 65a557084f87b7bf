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
        var rounder = Rounder.For(settings);
        var compared = 0;
        foreach (
            var period in Scorer.Score(RandomData.Make(31, settings), TestContext.Current.CancellationToken).Periods
        )
        {
            for (var u = 0; u < period.Organisations.Length; u++)
            {
                Same(period.Total(u), period.PublishedTotal(u));
                Same(period.Coverage(u), period.PublishedCoverage(u));
                foreach (var key in Vocabulary.Indexes)
                {
                    Same(period.Index(u, key), period.PublishedIndex(u, key));
                }
            }
        }

        Assert.True(compared > 200);

        // At a boundary a decimal of 28 digits may stand on the wrong side: the worked examples and the second
        // computation see to those.
        void Same(decimal? unrounded, decimal? published)
        {
            if (unrounded is { } value && !rounder.Unsure(value))
            {
                Assert.Equal(decimal.Round(value, decimals, mode), published);
                compared++;
            }
            else
            {
                Assert.Equal(unrounded is null, published is null);
            }
        }
    }

    [Theory]
    [InlineData(89.9951, true, 9000)]
    [InlineData(89.9949, true, 8999)]
    [InlineData(89.995, false, 0)]
    [InlineData(89.99500000001, false, 0)]
    [InlineData(100, true, 10000)]
    [InlineData(0, true, 0)]
    public void An_estimate_near_a_boundary_is_left_to_exact_arithmetic(double estimate, bool sure, int units)
    {
        Assert.Equal(sure, Rounder.For(new()).TryUnits(estimate, out var found));
        Assert.True(!sure || found == units);
    }

    [Fact]
    public void A_figure_keeps_its_decimals_and_its_sign()
    {
        var rounder = Rounder.For(new());
        Assert.Equal("91.30", rounder.Figure(9130)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(-0.05m, rounder.Figure(-5));
        Assert.Null(rounder.Figure(Rounder.None));
        Assert.Equal(9130, rounder.Units(91.30m));
    }
}
