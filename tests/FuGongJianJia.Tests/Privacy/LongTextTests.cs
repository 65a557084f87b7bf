using System.Diagnostics;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Privacy;

/// <summary>Looking for personal data takes time by the length of a text, not by its square.</summary>
public sealed class LongTextTests
{
    private const int Characters = 50_000;

    // Quadratic work takes minutes at this length; a busy machine takes its time.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Units =>
        [
            "-45000",
            "1.",
            "0.0000000000000000000000000001",
            "138-",
            "1 ",
            "1,",
            "张三 ",
            "a@",
            "a.",
            "1384*",
            "62",
            "电话1",
            "京A",
            "微信",
        ];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_long_cell_of_one_thing_is_looked_through_quickly(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Characters / unit.Length));
        var watch = Stopwatch.StartNew();
        PersonalData.Find(text);
        PersonalData.Mask(text);
        Assert.True(watch.Elapsed < Most, $"{watch.Elapsed}");
    }
}
