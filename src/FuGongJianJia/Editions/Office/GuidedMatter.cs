using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>A matter on the ladder（指导事项）: its rungs of a period, and what its figure is at the period's end.</summary>
/// <param name="Rungs">Its rungs, by date.</param>
/// <param name="End">The unit's figure of the period; null when it is about no indicator or none is told.</param>
public sealed record GuidedMatter(ImmutableArray<NamedGuidance> Rungs, IndicatorResult? End)
{
    /// <summary>The first rung.</summary>
    public NamedGuidance First => Rungs[0];

    /// <summary>The highest rung it reached.</summary>
    public NamedGuidance Last => Rungs[^1];

    /// <summary>True once the ledger has the last rung as rectified.</summary>
    public bool IsRectified => Last.RectifiedOn is not null;

    /// <summary>整改完成, or where it stands: 预警后没有整改.</summary>
    public string StateText => IsRectified ? "台账记整改完成" : $"{Last.Rung.Word()}后没有整改";

    /// <summary>期末值 where it falls short: 82.04%，目标≥100%; empty where it reaches its target or none is told.</summary>
    public string EndText =>
        End is { FallsShort: true } end ? $"{end.Indicator.Name}{end.ValueWithUnit}，目标{end.GoalText}" : "";

    /// <summary>Matters of a period: open ones first, then the newest, then by code.</summary>
    internal static ImmutableArray<GuidedMatter> Of(OfficePeriod period) =>
        [
            .. period
                .Named.GroupBy(g => (g.Organisation, g.Task ?? g.Matter.TrimEnd('。').Trim()))
                .Select(g =>
                {
                    ImmutableArray<NamedGuidance> rungs =
                    [
                        .. g.OrderBy(r => r.IssuedOn).ThenBy(r => r.Rung).ThenBy(r => r.Code, StringComparer.Ordinal),
                    ];
                    var indicator =
                        period.Ledger.FirstOrDefault(t => t.Code == rungs[0].Task)?.Indicator ?? rungs[0].Indicator;
                    return new GuidedMatter(
                        rungs,
                        indicator is null ? null : period.ResultOf(rungs[0].Organisation)?.IndicatorOf(indicator)
                    );
                })
                .OrderBy(m => m.IsRectified)
                .ThenByDescending(m => m.Last.IssuedOn)
                .ThenBy(m => m.First.Code, StringComparer.Ordinal),
        ];
}

/// <summary>Unions below the target of an indicator（没有达到目标的单位）.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Units">Unions that stand and fall short, by code.</param>
/// <param name="Reported">Unions that stand and have a score of it.</param>
public sealed record ShortList(IndicatorView Indicator, ImmutableArray<UnionResult> Units, int Reported)
{
    /// <summary>“职代会（职工大会）按期召开”5家没有达到目标.</summary>
    public string Title => $"{Phrases.Quote(Indicator.Name)}{Numerals.Thousands(Units.Length)}家没有达到目标";

    /// <summary>Of how many: 已报的196家里60家没有达到目标，占30.6%。</summary>
    public string OfText =>
        $"已报的{Numerals.Thousands(Reported)}家公开的工会里{Numerals.Thousands(Units.Length)}家没有达到目标，"
        + $"占{Numerals.PercentInText(100m * Units.Length / Reported)}。";
}

/// <summary>Words of the pages of guidance and of shortfalls（指导与差距语句）.</summary>
public static class GuidedWords
{
    extension(OfficePeriod period)
    {
        /// <summary>Matters on the ladder, open ones first.</summary>
        public ImmutableArray<GuidedMatter> GuidedMatters => GuidedMatter.Of(period);

        /// <summary>The ladder in one line: 18个事项没有整改，1个已到督办.</summary>
        public string GuidedTitle
        {
            get
            {
                var open = period.GuidedMatters.Where(m => !m.IsRectified).ToList();
                if (open.Count == 0)
                {
                    return "台账记全部整改完成";
                }

                var highest = open.Max(m => m.Last.Rung);
                return $"{Numerals.Count(open.Count)}个事项没有整改，"
                    + $"{Numerals.Count(open.Count(m => m.Last.Rung == highest))}个已到{highest.Word()}";
            }
        }

        /// <summary>
        /// Public unions below target, by indicator: that with the most first, then by code. Of the others some figures
        /// are withheld, so that a list of them would not be whole.
        /// </summary>
        public ImmutableArray<ShortList> ShortLists
        {
            get
            {
                var unions = period.Unions.Where(u => u.Standing.Counts).ToList();
                return
                [
                    .. period
                        .Indicators.Select(i => new ShortList(
                            i,
                            [.. unions.Where(u => u.IndicatorOf(i.Code) is { FallsShort: true })],
                            unions.Count(u => u.IndicatorOf(i.Code)?.Score is not null)
                        ))
                        .Where(l => l.Units.Length > 0)
                        .OrderByDescending(l => l.Units.Length)
                        .ThenBy(l => l.Indicator.Code, StringComparer.Ordinal),
                ];
            }
        }

        /// <summary>The lists in one line: 21项指标有单位没有达到目标，最多的是“…”，60家.</summary>
        public string ShortTitle =>
            period.ShortLists is [var most, ..] lists
                ? $"{Numerals.Count(lists.Length)}项指标有工会没有达到目标，最多的是"
                    + $"{Phrases.Quote(most.Indicator.Name)}，{Numerals.Thousands(most.Units.Length)}家"
                : "各项指标都达到目标";

        /// <summary>Code of the town above a union, the district's for one right below it.</summary>
        public string TownOf(UnionResult unit) =>
            unit.Organisation.Parent is { } parent && period.ResultOf(parent) is { Organisation.Level: Level.Town } town
                ? town.Code
                : period.District.Code;
    }
}
