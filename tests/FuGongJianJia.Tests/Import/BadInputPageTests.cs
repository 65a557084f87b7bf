using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Import;

/// <summary>The documentation of the 46 bad inputs（常见坏数据四十六例） quotes what the program says, word for word.</summary>
public sealed partial class BadInputPageTests
{
    // Said of every period and every gap; the page explains them once.
    private static readonly string[] Everywhere = ["FG0004", "FG0411"];

    private static readonly string Page = File.ReadAllText(Repository.PathOf("input", "docs", "bad-input.md"));

    private static readonly Dictionary<int, string> Sections = Heading()
        .Matches(Page)
        .Select((m, i) => (Number: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Start: m.Index))
        .ToDictionary(
            s => s.Number,
            s => Next().Match(Page, s.Start + 3) is { Success: true } next ? Page[s.Start..next.Index] : Page[s.Start..]
        );

    [Fact]
    public void Every_case_has_its_section_with_looks_words_and_remedy()
    {
        Assert.Equal(Enumerable.Range(1, 46), Sections.Keys.Order());
        Assert.All(
            Sections.Values,
            s =>
                Assert.All(
                    new[] { "**什么样子**", "**程序怎么说**", "**怎么改**" },
                    part => Assert.Contains(part, s, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Every_quoted_line_is_one_that_the_case_gives()
    {
        foreach (var (number, section) in Sections)
        {
            var given = Expected(number);
            var quoted = Quote()
                .Matches(section)
                .Select(m => m.Groups[1].Value.Replace("\\", "", StringComparison.Ordinal))
                .ToList();
            Assert.All(quoted, line => Assert.Contains(line, given));
            Assert.Equal(quoted.Count == 0, section.Contains("**程序怎么说**　什么也不说", StringComparison.Ordinal));
            Assert.True(
                quoted.Count > 0
                    || given.All(line => Everywhere.Any(code => line.Contains(code, StringComparison.Ordinal))),
                $"case {number} says something"
            );
        }
    }

    [Fact]
    public void Every_code_of_the_page_exists() =>
        Assert.All(Code().Matches(Page).Select(m => m.Value), id => Assert.NotNull(Codes.Find(id)));

    private static List<string> Expected(int number) =>
        [
            .. File.ReadLines(
                Path.Combine(
                    Directory
                        .EnumerateDirectories(
                            GoldenCases.Root,
                            number.ToString("00", CultureInfo.InvariantCulture) + "-*"
                        )
                        .Single(),
                    "expected",
                    "diagnostics.txt"
                )
            ),
        ];

    [GeneratedRegex(@"^### 第 (\d+) 例　", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^##", RegexOptions.Multiline)]
    private static partial Regex Next();

    [GeneratedRegex("^> ((?:data|input)/.*FG[0-9]{4}.*)$", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex("FG[0-9]{4}")]
    private static partial Regex Code();
}
