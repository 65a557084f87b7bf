using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>
/// Whom a brief speaks of（简报的对象）: the district or a town, in a period of the office's edition or of the public one.
/// </summary>
/// <param name="Edition">The edition.</param>
/// <param name="Period">One of its periods.</param>
/// <param name="Self">The district or a town.</param>
internal sealed record BriefSubject(Edition Edition, PeriodEdition Period, UnionResult Self)
{
    /// <summary>What the office calls itself in its own paper（自称）.</summary>
    public const string Us = "我会";

    private static readonly string[] Rates = ["覆盖率", "完成率", "到位率", "参与率", "参加率"];

    public bool IsDistrict => Self.Organisation.Level == Level.District;

    /// <summary>全区, or the town.</summary>
    public string Whole => IsDistrict ? "全区" : Self.Organisation.ShortName;

    /// <summary>Towns that are counted, by code.</summary>
    public ImmutableArray<UnionResult> Towns { get; } = Period.PopulationOf(Level.Town).Members;

    /// <summary>Towns with a place that is shown, best first.</summary>
    public ImmutableArray<UnionResult> Ranked { get; } =
    [
        .. Period
            .PopulationOf(Level.Town)
            .Members.Where(t => t.Ranking.Place is not null && t.Total is not null)
            .OrderBy(t => t.Ranking.Place)
            .ThenBy(t => t.Code, StringComparer.Ordinal),
    ];

    /// <summary>The period that changes are measured against; null where there is none.</summary>
    public PeriodEdition? Base { get; } = Edition.AllPeriods.FirstOrDefault(p => p.Period == Period.Base);

    /// <summary>Of the subject in that period.</summary>
    public UnionResult? Before => Base?.Find(Self.Code);

    /// <summary>
    /// True where a part of the year is told by its progress and not by its level（序时进度）: neither grade nor place.
    /// </summary>
    public bool TellsProgress => !Period.Method.IsGraded && Period.Method.IsProRata && Measures.Any();

    /// <summary>
    /// Work that is measured against as much of the year as has passed, or against the period's own plan.
    /// </summary>
    public IEnumerable<IndicatorResult> Measures =>
        Self.Indicators.Where(i =>
            i is { IsEvent: false, Score: not null, Reported: not null, IsVeiled: false }
            && i.Indicator.Timing is Timing.Cumulative or Timing.WithinPeriod
            && i.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count
        );

    /// <summary>True when something of a town belongs into this brief.</summary>
    public bool Covers(string town) => IsDistrict || string.Equals(town, Self.Code, StringComparison.Ordinal);

    /// <summary>A unit as the paper calls it: itself 我会, others by their short name.</summary>
    public string NameOf(string? code, string name) =>
        code == Self.Code ? Us
        : code is not null && Period.Find(code) is { } unit ? unit.Organisation.ShortName
        : name;

    /// <summary>
    /// The work an indicator measures, in few words（事项）: 走访慰问 for 走访慰问覆盖率, 职代会按期召开 without its brackets.
    /// </summary>
    public static string Matter(Indicator row)
    {
        var name = WithoutBrackets(row.Name);
        return
            Rates.FirstOrDefault(r => name.Length > r.Length && name.EndsWith(r, StringComparison.Ordinal)) is { } rate
            ? name[..^rate.Length]
            : name;
    }

    /// <summary>The same as something done or not（事）: 党建带工建达标 for 党建带工建达标率.</summary>
    public static string Deed(Indicator row) => Matter(row) is [.. var deed, '率'] ? deed : Matter(row);

    /// <summary>Names of units in a row: 甲、乙和丙工会 would be long, so that 工会 stands once, behind the last.</summary>
    public static string Named(IReadOnlyList<string> names)
    {
        const string Word = "工会";
        return names.Count > 1 && names.All(n => n.Length > Word.Length && n.EndsWith(Word, StringComparison.Ordinal))
            ? string.Join('、', names.Select(n => n[..^Word.Length])) + Word
            : string.Join('、', names);
    }

    /// <summary>True of a grass-roots union of the subject's.</summary>
    public bool IsOwn(UnionResult union) =>
        IsDistrict
        || union.Organisation.Parent == Self.Code
        || (
            union.Organisation.Parent is { } parent
            && Period.Find(parent) is { Organisation: { Level: Level.Grassroots, Parent: var upper } }
            && upper == Self.Code
        );

    /// <summary>
    /// 责任单位 as this office calls it: its own departments without its own name; empty when the catalogue names none.
    /// </summary>
    public string Owner(Indicator row)
    {
        if (!IsDistrict)
        {
            return row.Owner;
        }

        // 示例区总工会 is called 区总工会 by its catalogue.
        for (var at = 0; at < Self.Name.Length - 2; at++)
        {
            if (
                row.Owner.Length > Self.Name.Length - at
                && row.Owner.StartsWith(Self.Name[at..], StringComparison.Ordinal)
            )
            {
                return row.Owner[(Self.Name.Length - at)..];
            }
        }

        return row.Owner;
    }

    /// <summary>A plan or an answer is due（报方案、答复的期限）, days after the paper's date.</summary>
    public string ByPlan => Day(Date.AddDays(Terms.DaysToPlan));

    /// <summary>What only has to be done（评价、重报、核清的期限）, days after the paper's date.</summary>
    public string ByNow => Day(Date.AddDays(Terms.DaysToSettle));

    /// <summary>What takes its time（整改的期限）: the end of a quarter.</summary>
    public string ByQuarter =>
        Day(
            new DateOnly(Date.Year, ((Date.Month - 1) / 3 * 3) + 1, 1)
                .AddMonths(3 * (1 + Terms.QuartersToMend))
                .AddDays(-1)
        );

    /// <summary>What is short is made up（补齐的期限）: the end of a month.</summary>
    public string ByMonth =>
        Day(new DateOnly(Date.Year, Date.Month, 1).AddMonths(1 + Terms.MonthsToCatchUp).AddDays(-1));

    private BriefSettings Terms => Edition.Settings.Brief;

    private DateOnly Date => Edition.DateOf(Period);

    /// <summary>A date without its year: what a paper asks for is near.</summary>
    public static string Day(DateOnly date) => $"{Numerals.Count(date.Month)}月{Numerals.Count(date.Day)}日";

    private static string WithoutBrackets(string name)
    {
        var (open, close) = (
            name.IndexOf('（', StringComparison.Ordinal),
            name.IndexOf('）', StringComparison.Ordinal)
        );
        return open > 0 && close > open ? name[..open] + name[(close + 1)..] : name;
    }
}
