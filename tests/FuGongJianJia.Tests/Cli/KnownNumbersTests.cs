using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Cli;

/// <summary>Sums of a large district have as many digits as a telephone and are none.</summary>
public sealed class KnownNumbersTests
{
    private static readonly OutputScanner Scanner = OutputScanner.For(
        new(),
        new HashSet<string> { "13857101234", "15000000000" }
    );

    [Theory]
    [InlineData("site/data/2024/indicators.csv", "SL00,G04,13857101234,15000000000\r\n")]
    [InlineData("site/index.html", "<td data-value=\"13857101234\">13857101234</td>")]
    [InlineData("site/search/a.json", "{\"value\": 13857101234}")]
    public void A_number_that_the_data_hold_is_that_number(string path, string content) =>
        Assert.Empty(Scanner.Scan(path, System.Text.Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("site/index.html", "<td>13857101235</td>")]
    [InlineData("site/index.html", "<td>138-5710-1234</td>")]
    [InlineData("site/index.html", "<td>+8613857101234</td>")]
    [InlineData("site/index.html", "<td>11010519491231002X</td>")]
    public void Any_other_is_what_it_looks_like(string path, string content) =>
        Assert.NotEmpty(Scanner.Scan(path, System.Text.Encoding.UTF8.GetBytes(content)));
}
