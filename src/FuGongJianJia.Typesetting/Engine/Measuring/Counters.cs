using System.Globalization;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>
/// Counters at a point of the document（序号）: a value, so that any block can be measured again from where it stood.
/// </summary>
internal struct Counters
{
    public int Headings;
    public int Tables;
    public int Figures;
    public int Notes;
    public LevelCounts Levels;

    [System.Runtime.CompilerServices.InlineArray(6)]
    public struct LevelCounts
    {
        private int _first;
    }

    /// <summary>Counts a heading and gives its number by the scheme.</summary>
    public string NextHeading(int level, HeadingNumbering scheme)
    {
        level = Math.Clamp(level, 1, 6);
        Levels[level - 1]++;
        for (var deeper = level; deeper < 6; deeper++)
            Levels[deeper] = 0;
        var n = Levels[level - 1];
        return (scheme, level) switch
        {
            (HeadingNumbering.None, _) => "",
            (HeadingNumbering.Chapters, 1) => $"第{ChineseNumerals.Of(n)}章\u3000",
            (HeadingNumbering.Chapters, _) => Official(level - 1, n),
            _ => Official(level, n),
        };
    }

    private static string Official(int level, int n) =>
        level switch
        {
            1 => $"{ChineseNumerals.Of(n)}、",
            2 => $"（{ChineseNumerals.Of(n)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{n}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{n}）"),
        };
}

/// <summary>Numbers in words（汉字数字、罗马数字、带圈数字）.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1–99 in hanzi; others in digits.</summary>
    internal static string Of(int n) =>
        n switch
        {
            > 0 and < 10 => Digits[n].ToString(),
            10 => "十",
            > 10 and < 20 => $"十{Digits[n % 10]}",
            >= 20 and < 100 => $"{Digits[n / 10]}十{(n % 10 == 0 ? "" : Digits[n % 10].ToString())}",
            _ => n.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>① to ⑳, then digits in brackets.</summary>
    internal static string Circled(int n) =>
        n is >= 1 and <= 20 ? ((char)('①' + n - 1)).ToString() : string.Create(CultureInfo.InvariantCulture, $"({n})");

    /// <summary>Small roman numerals.</summary>
    internal static string Roman(int n)
    {
        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "m"),
            (900, "cm"),
            (500, "d"),
            (400, "cd"),
            (100, "c"),
            (90, "xc"),
            (50, "l"),
            (40, "xl"),
            (10, "x"),
            (9, "ix"),
            (5, "v"),
            (4, "iv"),
            (1, "i"),
        ];
        var text = "";
        foreach (var (value, sign) in signs)
        {
            for (; n >= value; n -= value)
                text += sign;
        }

        return text;
    }
}
