using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// The grammar: a line for each shape of a clause, with the fact that each of its slots must equal.
/// </summary>
internal static partial class Sentences
{
    private const string Grades = "{=优秀|良好|合格|待提升}";

    public static IReadOnlyList<Shape> All { get; } =
    [
        .. LettersAndOpinions(),
        .. OfficeSentences.All(),
        .. Results(),
        .. Changes(),
        .. Places(),
        .. Indicators(),
        .. Advice(),
        .. Marks(),
        .. Figures(),
        .. Trends(),
        .. Periods(),
        .. TasksAndGuidance(),
        .. Work(),
        .. OfScreening(),
        .. Activities(),
        .. Papers(),
        .. Programmes(),
        .. Registers(),
        .. Method(),
        .. Brief(),
        .. Book(),
    ];

    private static decimal? Total(Scene s) => s.U!.Figures.Total;

    private static decimal? Index(Scene s) => s.K is { } k ? s.U!.Figures.Indexes[k] : null;

    /// <summary>A score in one or two decimals, as it is written there.</summary>
    private static string? As(Scene s, decimal? value) =>
        value is not { } v ? null
        : s.Said.Length > 3 && s.Said[^3] == '.' ? Say.Two(v)
        : Say.Text(v);

    private static string? Lowest(Scene s) => s.U!.Lowest is { } k ? Say.Indexes[k] : null;

    private static string HowMany(Scene s) =>
        s.U!.Figures.Indexes.Count(i => i is not null) is var n && n == 5 ? "五项" : $"有得分的{"零一二三四"[n]}项";

    private static string IsLowest(Scene s) => s.U!.Lowest == s.K ? s.Said : $"最低的是{Lowest(s)}";

    private static string? LowestValue(Scene s) => s.U!.Lowest is { } k ? As(s, s.U.Figures.Indexes[k]) : null;

    // The best of the towns in an index, alone.
    private static string? Best(Scene s)
    {
        var first = s.P.Standing(Level.Town).Where(t => t.IndexPlaces[s.K!.Value] == 1).ToList();
        return first.Count == 1 ? first[0].Unit.ShortName : null;
    }

    private static string? MostLost(Scene s) => s.U!.Losses.FirstOrDefault()?.Name;

    private static List<decimal> Values(Scene s, Level level, int? k) =>
        [.. s.P.Standing(level).Select(u => k is { } index ? u.Compared(index) : u.Figures.Total).OfType<decimal>()];

    private static string Grade(Scene s) => s.U!.Grade(s.K is null ? Total(s) : Index(s)) ?? "";

    private static List<decimal> TownTotals(Scene s) => Values(s, Level.Town, null);

    private static List<decimal> UnionTotals(Scene s) => Values(s, Level.Grassroots, null);

    private static List<decimal> Told(Scene s) => s.Level == Level.Town ? TownTotals(s) : UnionTotals(s);

    private static string GradeCount(Scene s, string grade) =>
        $"{Told(s).Count(v => Say.Grade(v, s.Office.Settings.GradeBands) == grade)}";

    private static string CountOf(Scene s, Level level)
    {
        s.Level = level;
        return Say.Thousands(s.P.Standing(level).Count());
    }

    private static string Han(int n)
    {
        const string Digits = "零一二三四五六七八九";
        return n < 10 ? $"{Digits[n]}"
            : n < 20 ? "十" + (n == 10 ? "" : $"{Digits[n - 10]}")
            : $"{Digits[n / 10]}十{(n % 10 == 0 ? "" : $"{Digits[n % 10]}")}";
    }

    private static string Percent(int part, int whole) => Say.Plain(Say.Half(part * 100m / whole, 1));

    private static string MonthDay(DateOnly day) => $"{day.Month}月{day.Day}日";
}
