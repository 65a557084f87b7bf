using System.Globalization;

namespace FuGongJianJia.Tests.Statements;

/// <summary>How figures are written, once more: by GB/T 15835, not by the product's formatter.</summary>
internal static class Say
{
    public static readonly string[] Indexes = ["红色", "规范", "活力", "温暖", "和谐"];

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Two(decimal? value) => value is { } v ? v.ToString("0.00", Culture) : "—";

    public static string One(decimal value) => Half(value, 1).ToString("0.0", Culture);

    /// <summary>One decimal in a sentence; both where one would lift it to a line of grades.</summary>
    public static string Text(decimal value) =>
        Half(value, 1) > value && Half(value, 1) % 5 == 0 ? Two(value) : One(value);

    public static string Plain(decimal? value) => value is { } v ? v.ToString("0.####", Culture) : "—";

    public static string Thousands(decimal value) => value.ToString("#,0.####", Culture);

    /// <summary>升1.20, 降0.80, 持平.</summary>
    public static string Change(decimal? value) =>
        value switch
        {
            null => "—",
            0m => "持平",
            > 0m => "升" + Two(value),
            _ => "降" + Two(-value),
        };

    public static string Signed(decimal? value) =>
        value switch
        {
            null => "—",
            0m => "0.00",
            > 0m => "+" + Two(value),
            _ => "−" + Two(-value),
        };

    /// <summary>The size of a change in a sentence.</summary>
    public static string Small(decimal value) =>
        Half(Math.Abs(value), 1) == 0 ? Two(Math.Abs(value)) : One(Math.Abs(value));

    public static string Percent(decimal part, decimal whole, int decimals = 1) =>
        Plain(Half(part * 100m / whole, decimals)) + "%";

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", Culture) ?? "—";

    public static string LongDate(DateOnly date) => string.Create(Culture, $"{date.Year}年{date.Month}月{date.Day}日");

    public static string Grade(decimal value, IReadOnlyList<decimal> bands) =>
        value >= bands[0] ? "优秀"
        : value >= bands[1] ? "良好"
        : value >= bands[2] ? "合格"
        : "待提升";

    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2
            ? string.Concat(words)
            : string.Join('、', words.SkipLast(1)).Replace("”、“", "”“", StringComparison.Ordinal) + "和" + words[^1];

    /// <summary>“甲”“乙” apart, each in its quotation marks; GB/T 15834 puts nothing between them.</summary>
    public static IEnumerable<string> Quoted(string words) =>
        words.Replace("”“", "”\n“", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static decimal Half(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
