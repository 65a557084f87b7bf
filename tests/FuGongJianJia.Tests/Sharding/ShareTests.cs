using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sharding;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Tests.Sharding;

/// <summary>Which share is asked for, and what falls to it.</summary>
public sealed class ShareTests
{
    [Theory]
    [InlineData("1/1", null, null, "1/1")]
    [InlineData("2/7", null, null, "2/7")]
    [InlineData("2/7", "4", "4", "2/7")]
    [InlineData("auto/7", "0", null, "1/7")]
    [InlineData("auto/7", "6", null, "7/7")]
    [InlineData("auto/7", null, "7", "7/7")]
    public void A_share_is_written_or_the_scheduler_says_which(
        string text,
        string? kubernetes,
        string? slurm,
        string expected
    )
    {
        Assert.Equal(expected, $"{Shard.Parse(text, Scheduler(kubernetes, slurm), out var fault)}");
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("", null, null, "第几份/共几份")]
    [InlineData("2", null, null, "第几份/共几份")]
    [InlineData("2/7/9", null, null, "第几份/共几份")]
    [InlineData("2/0", null, null, "第几份/共几份")]
    [InlineData("2/10001", null, null, "第几份/共几份")]
    [InlineData("0/7", null, null, "第 1 份到第 7 份")]
    [InlineData("8/7", null, null, "第 1 份到第 7 份")]
    [InlineData("-1/7", null, null, "第 1 份到第 7 份")]
    [InlineData(" 1/7", null, null, "第 1 份到第 7 份")]
    [InlineData("auto/7", null, null, "环境变量都没有")]
    [InlineData("auto/7", "7", null, "第 1 份到第 7 份")]
    [InlineData("auto/7", null, "0", "第 1 份到第 7 份")]
    [InlineData("auto/7", null, "4294967294", "第 1 份到第 7 份")]
    [InlineData("auto/7", "x", null, "从 0 数起")]
    [InlineData("auto/7", "2147483647", null, "第 1 份到第 7 份")]
    [InlineData("auto/7", "1", "1", "都有")]
    public void Anything_else_is_a_fault_that_says_what_was_expected(
        string text,
        string? kubernetes,
        string? slurm,
        string expected
    )
    {
        Assert.Null(Shard.Parse(text, Scheduler(kubernetes, slurm), out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    /// <summary>These never change: shares that two versions of the program made would leave files out.</summary>
    [Theory]
    [InlineData("site/2024/unions/SL01A01/index.html", 7, 4)]
    [InlineData("site/methodology/2024/index.html", 7, 7)]
    [InlineData("internal/2024/briefs/district.pdf", 7, 4)]
    [InlineData("site/reports/2024/annual.pdf", 7, 7)]
    [InlineData("site/reports/2024/annual.pdf", 1, 1)]
    public void An_address_always_falls_to_the_same_share(string path, int count, int number) =>
        Assert.Equal(number, Assignment.NumberOf(path, count));

    [Theory]
    [InlineData("site/2024/unions/SL01A01/index.html", "site/reports/2024/unions/SL01A01.pdf")]
    [InlineData("site/2024Q1/towns/SL01/index.html", "site/reports/2024Q1/towns/SL01.docx")]
    [InlineData("site/reports/2024/annual.pdf", "site/reports/2024/annual.ofd")]
    public void A_unit_s_page_and_its_papers_fall_to_one_share(string one, string other) =>
        Assert.All(
            [2, 3, 7, 100, 9999],
            count => Assert.Equal(Assignment.NumberOf(one, count), Assignment.NumberOf(other, count))
        );

    [Fact]
    public void Shares_are_of_like_size()
    {
        var sizes = Enumerable
            .Range(0, 7000)
            .GroupBy(n => Assignment.NumberOf($"site/2024/unions/SL{n:00000}/index.html", 7))
            .ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sizes.Keys.Order());
        Assert.All(sizes.Values, size => Assert.InRange(size, 900, 1100));
    }

    [Theory]
    [InlineData("site/index.html", OutputKind.Page, false)]
    [InlineData("site/reports/index.html", OutputKind.Page, false)]
    [InlineData("site/data/index.html", OutputKind.Page, false)]
    [InlineData("site/data/2024/scores.csv", OutputKind.Data, false)]
    [InlineData("site/sitemap.xml", OutputKind.Asset, false)]
    [InlineData("site/share/2024/towns/SL01.png", OutputKind.Asset, true)]
    [InlineData("site/2024/index.html", OutputKind.Page, false)]
    [InlineData("site/reports/page-2/index.html", OutputKind.Page, false)]
    [InlineData("site/2024/unions/index.html", OutputKind.Page, true)]
    [InlineData("site/unions/SL01A01/index.html", OutputKind.Page, true)]
    [InlineData("site/data/2024.xlsx", OutputKind.Workbook, true)]
    [InlineData("internal/2024/letters/DB01.docx", OutputKind.Word, true)]
    public void Pages_and_papers_are_shared_and_what_needs_the_whole_is_not(string path, OutputKind kind, bool shared)
    {
        var file = new OutputFile(path, kind, () => Array.Empty<byte>());
        Assert.Equal(shared, Assignment.IsShared(file));
        Assert.Equal(
            shared ? 1 : 0,
            Enumerable.Range(1, 7).Count(number => Assignment.Falls(file, new Shard(number, 7)))
        );
    }

    private static Func<string, string?> Scheduler(string? kubernetes, string? slurm) =>
        name =>
            name switch
            {
                "JOB_COMPLETION_INDEX" => kubernetes,
                "SLURM_ARRAY_TASK_ID" => slurm,
                _ => null,
            };
}
