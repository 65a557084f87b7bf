using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Text;

public sealed class NumeralsTests
{
    [Fact]
    public void Changes_counts_and_sizes_are_written_as_pages_and_reports_need_them()
    {
        Assert.Equal(
            ("升1.20", "降0.35分", "持平", ""),
            (Numerals.Change(1.2m), Numerals.Movement(-0.35m), Numerals.Movement(0m), Numerals.Movement(null))
        );
        Assert.Equal(
            ("9,999", "12,345", "12345", "—"),
            (Numerals.Thousands(9999), Numerals.Thousands(12_345), Numerals.Count(12_345), Numerals.Count(null))
        );
        Assert.Equal(
            ("1 KB", "320 KB", "1.4 MB", ""),
            (Numerals.Size(1), Numerals.Size(327_680), Numerals.Size(1_468_006), Numerals.Size(null))
        );
        Assert.Equal(
            ("800元", "9,999.5元", "12,500元", "1,234,567.89元", "—"),
            (
                Numerals.Money(800m),
                Numerals.Money(9999.5m),
                Numerals.Money(12_500m),
                Numerals.Money(1_234_567.89m),
                Numerals.Money(null)
            )
        );
        Assert.Equal(
            ("999", "39,829,275", "0.5"),
            (Numerals.Amount(999m), Numerals.Amount(39_829_275m), Numerals.Amount(0.50m))
        );
        Assert.Equal(("＜5", "＜11"), (Numerals.Below(5), Numerals.Below(11)));
        Assert.Equal(
            ("一", "十", "十一", "二十", "九十九", "100"),
            (Numerals.Han(1), Numerals.Han(10), Numerals.Han(11), Numerals.Han(20), Numerals.Han(99), Numerals.Han(100))
        );
    }

    /// <summary>
    /// Digits are cut and filled by hand, since format strings are slow; they must come out as the platform's format
    /// strings would write them.
    /// </summary>
    [Theory]
    [InlineData(-5.86, -2.63, 0, -3.23, "少5.86分（按可比口径降2.63分，受报送范围变化影响降3.23分）")]
    [InlineData(1, 0, 0.4, 0.6, "多1.00分（按可比口径持平，受目录变化影响升0.40分，受报送范围变化影响升0.60分）")]
    [InlineData(0, 0.5, -0.5, 0, "持平（按可比口径升0.50分，受目录变化影响降0.50分）")]
    [InlineData(1.24, 1.2, 0.04, 0, "")]
    public void A_total_that_moves_otherwise_than_the_common_set_is_split(
        double headline,
        double comparable,
        double catalogue,
        double coverage,
        string expected
    ) =>
        Assert.Equal(
            expected,
            ChangeWords.Split(
                new Change(
                    Period.OfYear(2023),
                    (decimal)headline,
                    (decimal)comparable,
                    (decimal)catalogue,
                    (decimal)coverage
                )
            )
        );

    [Fact]
    public void Decimals_are_written_as_the_format_strings_of_the_platform_would_write_them()
    {
        var numbers = Gen.Choose(-2_000_000, 2_000_000)
            .SelectMany(n => Gen.Choose(0, 7).Select(scale => new decimal(Math.Abs(n), 0, 0, n < 0, (byte)scale)));
        Prop.ForAll(numbers.ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Assert.All(
            [
                0m,
                -0.000m,
                -0.001m,
                -0.004m,
                0.005m,
                99.995m,
                100m,
                100.00m,
                decimal.MaxValue,
                decimal.MinValue,
                0.0000000000000000000000000001m,
            ],
            n => Assert.True(Agrees(n))
        );

        static bool Agrees(decimal n) =>
            (Numerals.Score(n), Numerals.Tenths(n), Numerals.Plain(n), Numerals.Percent(n, 0))
            == (Text(n, "0.00"), Text(n, "0.0"), Text(n, "0.####"), Text(n, "0") + "%");

        static string Text(decimal n, string format) => n.ToString(format, CultureInfo.InvariantCulture);
    }
}
