using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// The second look over a page of 56 KB as the site has them: what the quick look costs, and what the rules alone over
/// every piece would.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 3, iterationCount: 5)]
public class PrivacyBenchmarks
{
    private readonly OutputScanner _scanner = OutputScanner.For(new() { OfficePhone = "0571-63321234" });
    private byte[] _page = [];
    private string _text = "";

    /// <summary>Makes the page: tables, drawings, links, the office telephone.</summary>
    [GlobalSetup]
    public void Make()
    {
        var html = new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><title>示例第1工会</title></head><body><p>联系电话：0571-63321234</p>\n"
        );
        for (var i = 0; html.Length < 40_000; i++)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr class=\"red\"><th scope=\"row\"><a href=\"../../../2024/indicators/R{i % 23:00}/index.html\">"
                    + $"<span class=\"code\">R{i % 23:00}</span> 思想引领覆盖率</a></th>"
            );
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td class=\"n\">{i * 7 % 320}/320</td><td class=\"n\">{i % 100}.25%</td>"
                    + $"<td class=\"n\">2024-05-01</td><td>已报</td></tr>\n"
            );
            html.Append(
                CultureInfo.InvariantCulture,
                $"<svg viewBox=\"0 0 1200 400\"><path d=\"M10.5 20.25L{i}.5 380.75\"/>"
                    + $"<text x=\"12\" y=\"380\">2024年</text></svg>\n"
            );
        }

        _text = html.Append("</body></html>\n").ToString();
        _page = Encoding.UTF8.GetBytes(_text);
    }

    /// <summary>As a build looks.</summary>
    [Benchmark]
    public int QuickLook() => _scanner.Scan("site/a.html", _page).Length;

    /// <summary>The rules over every piece.</summary>
    [Benchmark(Baseline = true)]
    public int EveryPiece() => _scanner.ScanText("site/a.html", _text, unfiltered: true).Length;
}
