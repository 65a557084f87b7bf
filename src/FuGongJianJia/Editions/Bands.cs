using FuGongJianJia.Text;

namespace FuGongJianJia.Editions;

/// <summary>Bands of a rank group（档次）: how far up a union stands without saying where; settings: 排名.档次.</summary>
internal static class Bands
{
    private static readonly string[] Thirds = ["前三分之一", "中间三分之一", "后三分之一"];

    /// <summary>The words, from the top.</summary>
    public static IEnumerable<string> Words(IReadOnlyList<int> bounds) =>
        bounds.Count == 0 ? Thirds : bounds.Select(b => $"前{Numerals.Count(b)}%").Append("其余");

    /// <summary>The band a place falls into: the first whose share of the ranked it does not exceed.</summary>
    public static string Of(int place, int ranked, IReadOnlyList<int> bounds) =>
        bounds.Count == 0
            ? Thirds[
                place * 3 <= ranked ? 0
                : place * 3 <= ranked * 2 ? 1
                : 2
            ]
            : Words(bounds).ElementAt(bounds.TakeWhile(b => place * 100L > (long)ranked * b).Count());
}
