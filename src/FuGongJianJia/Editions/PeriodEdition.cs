using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Method;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions;

/// <summary>One period of an edition（一期）: what the office's and the public's hold alike.</summary>
public abstract record PeriodEdition
{
    private protected PeriodEdition() { }

    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>
    /// The period changes are measured against（上年同期）; null when the edition holds none.
    /// </summary>
    public Period? Base { get; init; }

    /// <summary>
    /// True for the last part of a year that is in the edition too, with other figures of the district.
    /// </summary>
    public bool DiffersFromYear { get; init; }

    /// <summary>版记 of a period that is final（定稿）; null before.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>数据截止日期: the newest 上报日期, else the period's last day.</summary>
    public required DateOnly DataDate { get; init; }

    /// <summary>The 23 indicators, in order, one entry a code.</summary>
    public required ImmutableArray<IndicatorView> Indicators { get; init; }

    /// <summary>The district.</summary>
    public required UnionResult District { get; init; }

    /// <summary>Town-level units, by code.</summary>
    public required ImmutableArray<UnionResult> Towns { get; init; }

    /// <summary>镇街方格: where towns stand on the tile map, by code; empty where nobody said.</summary>
    public ImmutableArray<TownTile> Tiles { get; init; } = [];

    /// <summary>
    /// Public grass-roots unions with a page in this period, by code, those that stand no more among them: who is
    /// counted is a <see cref="PopulationOf"/>.
    /// </summary>
    public required ImmutableArray<UnionResult> Unions { get; init; }

    /// <summary>How many grass-roots unions that stand are not public（不公开）.</summary>
    public int HiddenUnions { get; init; }

    /// <summary>Unions, workers and members of the district and of every public town（组织规模）, by code.</summary>
    public ImmutableArray<MembershipCount> Memberships { get; init; } = [];

    /// <summary>Rank groups（排名组）.</summary>
    public required ImmutableArray<RankGroup> Groups { get; init; }

    /// <summary>Distributions: for each index and the total, over towns and over unions.</summary>
    public required ImmutableArray<Distribution> Distributions { get; init; }

    /// <summary>Tasks（任务）; null when the period has none.</summary>
    public TaskSummary? Tasks { get; init; }

    /// <summary>Guidance, counts only（指导）; null when the period has none.</summary>
    public GuidanceSummary? Guidance { get; init; }

    /// <summary>Needs（需求）; null when the period has none.</summary>
    public NeedSummary? Needs { get; init; }

    /// <summary>
    /// Needs by town（镇街需求）, under small-number protection, by code; a town without needs is not here.
    /// </summary>
    public ImmutableArray<TownNeeds> TownNeeds { get; init; } = [];

    /// <summary>Activities（活动）; null when the period has none.</summary>
    public ActivitySummary? Activities { get; init; }

    /// <summary>
    /// Programmes（专题）as a year's annual report tells of them: of this year alone, so that no other changes it. Empty
    /// for parts of a year.
    /// </summary>
    public ImmutableArray<Programme> Programmes { get; init; } = [];

    /// <summary>What the method（计算方法）tells beside results, settings and catalogue.</summary>
    public MethodFacts Method { get; init; } = MethodFacts.None;

    /// <summary>Who is counted of a level（总体）: towns, or public grass-roots unions, that stand.</summary>
    public Population PopulationOf(Level level) =>
        level == Level.Town ? Population.Of(level, Towns, 0) : Population.Of(level, Unions, HiddenUnions);

    /// <summary>Who moved most of a level（变动最大）; towns and unions are never in one list.</summary>
    public Movers MoversOf(Level level) => new(PopulationOf(level).With(PopulationCondition.Compared));

    /// <summary>Finds the district, a town or a public union by code; null when this period has none such.</summary>
    public UnionResult? Find(string code) =>
        string.Equals(District.Code, code, StringComparison.Ordinal) ? District : In(Towns, code) ?? In(Unions, code);

    // Both lists are sorted by code, so that finding needs no second structure beside them.
    private static UnionResult? In(ImmutableArray<UnionResult> sorted, string code)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(sorted[middle].Code, code);
            if (order == 0)
            {
                return sorted[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
