using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Editions;

/// <summary>A figure of a result comes out as it went in, with all its decimals.</summary>
public sealed class RoundedFigureTests
{
    [Fact]
    public void A_figure_comes_out_as_it_went_in()
    {
        var figures =
            from digits in Gen.Choose(-int.MaxValue, int.MaxValue)
            from decimals in Gen.Choose(0, 9)
            select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)decimals);
        Prop.ForAll(figures.ToArbitrary(), figure => Assert.Equal($"{figure}", $"{With(figure).Value}"))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("100.00")]
    [InlineData("-0.5")]
    public void It_keeps_its_decimals(string text) =>
        Assert.Equal(text, $"{With(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).Value}");

    [Fact]
    public void None_stays_none() => Assert.Null(With(null).Value);

    [Fact]
    public void One_with_more_digits_than_any_that_is_published_is_refused()
    {
        Assert.Throws<OverflowException>(() => With(3_000_000_000m));
        Assert.Throws<OverflowException>(() => With(100m / 3));
    }

    private static IndexResult With(decimal? value) => new(IndexKey.Red, value, null, null, null, null);
}
