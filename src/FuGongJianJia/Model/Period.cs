using System.Globalization;

namespace FuGongJianJia.Model;

/// <summary>The length of a <see cref="Period"/>（期间类型）, longest first.</summary>
public enum PeriodKind
{
    /// <summary>年.</summary>
    Year,

    /// <summary>半年.</summary>
    Half,

    /// <summary>季.</summary>
    Quarter,

    /// <summary>月.</summary>
    Month,
}

/// <summary>
/// Period（期间）: <c>2024</c>, <c>2024H1</c>, <c>2024Q1</c> or <c>2024-05</c>, as a data folder is named. Ordered by last
/// day, then the shorter first, so that a year follows its own fourth quarter.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    private Period(int year, PeriodKind kind, int ordinal) => (Year, Kind, Ordinal) = (year, kind, ordinal);

    /// <summary>Calendar year, 1925–2200.</summary>
    public int Year { get; }

    /// <summary>Length.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Which half (1–2), quarter (1–4) or month (1–12); 0 for a year.</summary>
    public int Ordinal { get; }

    /// <summary>The period of a whole year.</summary>
    public static Period OfYear(int year) => new(year, PeriodKind.Year, 0);

    /// <summary>A quarter, 1–4.</summary>
    public static Period OfQuarter(int year, int quarter) => new(year, PeriodKind.Quarter, quarter);

    /// <summary>Reads a folder name. False for anything but the four forms.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (
            text is null
            || text.Length < 4
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1925 or > 2200
        )
        {
            return false;
        }

        var rest = text.AsSpan(4);
        switch (rest)
        {
            case []:
                period = new(year, PeriodKind.Year, 0);
                return true;
            case ['H', >= '1' and <= '2']:
                period = new(year, PeriodKind.Half, rest[1] - '0');
                return true;
            case ['Q', >= '1' and <= '4']:
                period = new(year, PeriodKind.Quarter, rest[1] - '0');
                return true;
            case ['-', '0', >= '1' and <= '9']:
                period = new(year, PeriodKind.Month, rest[2] - '0');
                return true;
            case ['-', '1', >= '0' and <= '2']:
                period = new(year, PeriodKind.Month, 10 + rest[2] - '0');
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a folder name known to be right (tests, generators).</summary>
    /// <exception cref="FormatException">The text is none of the four forms.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"Not a period: {text}");

    /// <summary>First day.</summary>
    public DateOnly Start =>
        Kind switch
        {
            PeriodKind.Year => new(Year, 1, 1),
            PeriodKind.Half => new(Year, (Ordinal * 6) - 5, 1),
            PeriodKind.Quarter => new(Year, (Ordinal * 3) - 2, 1),
            _ => new(Year, Ordinal, 1),
        };

    /// <summary>Last day.</summary>
    public DateOnly End =>
        Start
            .AddMonths(
                Kind switch
                {
                    PeriodKind.Year => 12,
                    PeriodKind.Half => 6,
                    PeriodKind.Quarter => 3,
                    _ => 1,
                }
            )
            .AddDays(-1);

    /// <summary>The same period a year before（上年同期）.</summary>
    public Period YearBefore => new(Year - 1, Kind, Ordinal);

    /// <summary>Months from 1 January to its last day（已过月份）, 1–12.</summary>
    public int MonthsElapsed => End.Month;

    /// <summary>True when it ends before the year does: its figures stand on the way to those of the year.</summary>
    public bool EndsEarly => MonthsElapsed < 12;

    /// <summary>True when the other lies within this one and is shorter: 2024 contains 2024Q1.</summary>
    public bool Contains(Period other) => Kind < other.Kind && Start <= other.Start && other.End <= End;

    /// <summary>As people write it: 2024年, 2024年上半年, 2024年一季度, 2024年5月.</summary>
    public string Title =>
        string.Create(CultureInfo.InvariantCulture, $"{Year}年")
        + Kind switch
        {
            PeriodKind.Year => "",
            PeriodKind.Half => Ordinal == 1 ? "上半年" : "下半年",
            PeriodKind.Quarter => Ordinals[Ordinal - 1] + "季度",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Ordinal}月"),
        };

    /// <summary>Its annual report（年度报告）by name: 2024年度报告.</summary>
    public string ReportTitle => Title + (Kind == PeriodKind.Year ? "度报告" : "报告");

    /// <summary>
    /// 本季度, 本月, 上半年: of what a part of the year reports as it happened（活动、需求、表彰、结对）. Empty for a year.
    /// </summary>
    public string WithinWord =>
        Kind switch
        {
            PeriodKind.Year => "",
            PeriodKind.Half => Ordinal == 1 ? "上半年" : "下半年",
            PeriodKind.Quarter => "本季度",
            _ => "本月",
        };

    /// <summary>
    /// 年初以来: 指标值, 任务, 指导 and 家访汇总 of a part of the year count from its first day, so of all but the first part they
    /// reach back before it; there and for a year as <see cref="WithinWord"/>.
    /// </summary>
    public string ToDateWord => Kind != PeriodKind.Year && Start.Month > 1 ? "年初以来" : WithinWord;

    /// <inheritdoc/>
    public int CompareTo(Period other)
    {
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : other.Kind.CompareTo(Kind);
    }

    /// <summary>The folder name: 2024, 2024H1, 2024Q1, 2024-05.</summary>
    public override string ToString() =>
        Kind switch
        {
            PeriodKind.Year => Year.ToString(CultureInfo.InvariantCulture),
            PeriodKind.Half => string.Create(CultureInfo.InvariantCulture, $"{Year}H{Ordinal}"),
            PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Ordinal}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Ordinal:00}"),
        };

    /// <summary>Earlier.</summary>
    public static bool operator <(Period a, Period b) => a.CompareTo(b) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Period a, Period b) => a.CompareTo(b) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Period a, Period b) => a.CompareTo(b) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Period a, Period b) => a.CompareTo(b) >= 0;
}
