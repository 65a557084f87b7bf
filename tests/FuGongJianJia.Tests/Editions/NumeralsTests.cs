using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Editions;

namespace FuGongJianJia.Tests.Editions;

public sealed class NumeralsTests
{
    [Fact]
    public void Changes_counts_and_sizes_are_written_as_pages_and_reports_need_them()
    {
        Assert.Equal(("升1.20", "降0.35分", "持平", ""), (Numerals.Change(1.2m), Numerals.Movement(-0.35m), Numerals.Movement(0m), Numerals.Movement(null)));
        Assert.Equal(("9999", "12,345", "12345", "—"), (Numerals.Thousands(9999), Numerals.Thousands(12_345), Numerals.Count(12_345), Numerals.Count(null)));
        Assert.Equal(("1 KB", "320 KB", "1.4 MB", ""), (Numerals.Size(1), Numerals.Size(327_680), Numerals.Size(1_468_006), Numerals.Size(null)));
    }

    /// <summary>Digits are cut and filled by hand, since format strings are slow; they must come out as the platform's format strings would write them.</summary>
    [Fact]
    public void Decimals_are_written_as_the_format_strings_of_the_platform_would_write_them()
    {
        var numbers = Gen.Choose(-2_000_000, 2_000_000).SelectMany(n => Gen.Choose(0, 7).Select(scale => new decimal(Math.Abs(n), 0, 0, n < 0, (byte)scale)));
        Prop.ForAll(numbers.ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Assert.All([0m, -0.000m, -0.001m, -0.004m, 0.005m, 99.995m, 100m, 100.00m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m], n => Assert.True(Agrees(n)));

        static bool Agrees(decimal n) => (Numerals.Score(n), Numerals.Tenths(n), Numerals.Plain(n), Numerals.Percent(n, 0))
            == (Text(n, "0.00"), Text(n, "0.0"), Text(n, "0.####"), Text(n, "0") + "%");

        static string Text(decimal n, string format) => n.ToString(format, CultureInfo.InvariantCulture);
    }
}
