using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring.Protection;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Scores of one period（一期评分）: flat arrays by union (organisations by code) and indicator (by index, then code),
/// so that 100,000 unions × 23 indicators stay small and are filled in parallel without locks.
/// </summary>
public sealed class PeriodScores
{
    private readonly Dictionary<string, int> _numbers;
    private readonly Rounder _rounder;

    internal PeriodScores(PeriodData data, Settings settings)
    {
        Data = data;
        Settings = settings;
        Plan = new Plan(data.Catalogue);
        Targets = new Targets(data);
        _rounder = Rounder.For(settings);
        IndexWeights = [.. settings.IndexWeights.Select(w => (double)w)];
        Organisations = ByCode(data.Organisations);
        _numbers = new(Organisations.Length, StringComparer.Ordinal);
        for (var u = 0; u < Organisations.Length; u++)
        {
            _numbers[Organisations[u].Code] = u;
        }

        Groups = GroupsOf(Organisations, settings);
        var (n, cells) = (Organisations.Length, Organisations.Length * Plan.Codes.Length);
        States = new CellState[cells];
        Rows = new short[cells];
        Estimates = new double[cells];
        Sources = new int[cells];
        TotalUnits = new int[n];
        CoverageUnits = new int[n];
        IndexUnits = new int[n * 5];
        Reasons = new Unranked[n];
        Places = new int[n];
        Tied = new bool[n];
        Ranked = new int[n];
        Below = new int[n];
        Equals = new int[n];
        IndexPlaces = new int[n * 5];
        ChangeUnits = new int[n * ChangeWidth];
        Moves = new int?[n];
        Predecessors = new int[n];
        Ranges = new PlaceRange?[n];
    }

    /// <summary>Period.</summary>
    public Period Period => Data.Period;

    /// <summary>The period changes are measured against; null when there is none.</summary>
    public Period? Base => BaseScores?.Period;

    /// <summary>Organisations, by code: their position is the union number.</summary>
    public ImmutableArray<Organisation> Organisations { get; }

    /// <summary>Name of the rank group of each union; empty for the district.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>Indicator codes, by index then code: their position is the indicator number.</summary>
    public ImmutableArray<string> Codes => Plan.Codes;

    internal PeriodData Data { get; }

    internal Settings Settings { get; }

    internal Plan Plan { get; }

    internal Targets Targets { get; }

    /// <summary>What is withheld.</summary>
    internal Suppression Suppression { get; private set; } = Suppression.None;

    internal PeriodScores? BaseScores { get; set; }

    internal CellState[] States { get; }

    internal short[] Rows { get; }

    // Scores of the cells in double, for estimates only: the exact score is Rules.Score of the cell.
    internal double[] Estimates { get; }

    internal double[] IndexWeights { get; }

    // Observation number, or -1 for none, or -2 - n for pool n.
    internal int[] Sources { get; }

    internal ImmutableArray<Pool> Pools { get; set; } = [];

    // Published figures in units of the last decimal, Rounder.None for those that are not there.
    internal int[] TotalUnits { get; }

    internal int[] CoverageUnits { get; }

    internal int[] IndexUnits { get; }

    // Ranked unions by group name.
    internal Dictionary<string, int[]> RankedGroups { get; } = new(StringComparer.Ordinal);

    internal Unranked[] Reasons { get; }

    internal int[] Places { get; }

    internal bool[] Tied { get; }

    internal int[] Ranked { get; }

    internal int[] Below { get; }

    internal new int[] Equals { get; }

    internal int[] IndexPlaces { get; }

    // Headline, comparable, catalogue, coverage, five indexes, count of the common set; the headline tells whether
    // there is a change at all.
    internal const int ChangeWidth = 10;

    internal int[] ChangeUnits { get; }

    internal int?[] Moves { get; }

    // Indicator number in the base period of each indicator, -1 for none.
    internal int[] BaseColumns { get; set; } = [];

    // Union number in the base period, -1 for none, -2 - n for number n of Ancestors.
    internal int[] Predecessors { get; }

    // Merged unions put together in the base period; null when there are none.
    internal PeriodScores? Ancestors { get; set; }

    // Origins that are neither the same code nor none.
    internal Dictionary<int, Origin> Origins { get; } = [];

    internal PlaceRange?[] Ranges { get; }

    /// <summary>Union number of a code; -1 when there is none such.</summary>
    public int NumberOf(string code) => _numbers.GetValueOrDefault(code, -1);

    /// <summary>Total C, unrounded; null when no index has a value.</summary>
    public decimal? Total(int union) => Filler.Unrounded(this, union, new decimal?[5]);

    /// <summary>Total as published.</summary>
    public decimal? PublishedTotal(int union) => _rounder.Figure(TotalUnits[union]);

    /// <summary>Index I_k, unrounded; null when nothing was scored.</summary>
    public decimal? Index(int union, IndexKey key)
    {
        Span<decimal?> indexes = new decimal?[5];
        _ = Filler.Unrounded(this, union, indexes);
        return indexes[(int)key];
    }

    /// <summary>Index as published.</summary>
    public decimal? PublishedIndex(int union, IndexKey key) => _rounder.Figure(IndexUnits[(union * 5) + (int)key]);

    /// <summary>Coverage in percent, unrounded.</summary>
    public decimal Coverage(int union) => Filler.Coverage(this, union).Value;

    /// <summary>Coverage as published.</summary>
    public decimal PublishedCoverage(int union) => _rounder.Figure(CoverageUnits[union])!.Value;

    /// <summary>Competition rank in the group; null when not ranked.</summary>
    public int? Place(int union) => Reasons[union] == Unranked.None ? Places[union] : null;

    /// <summary>Why not ranked.</summary>
    public Unranked Reason(int union) => Reasons[union];

    /// <summary>Change against the base period; null when there is none.</summary>
    public ChangeScore? Change(int union)
    {
        var units = ChangeUnits.AsSpan(union * ChangeWidth, ChangeWidth);
        if (units[0] == Rounder.None)
        {
            return null;
        }

        var indexes = ImmutableArray.CreateBuilder<decimal?>(5);
        for (var k = 0; k < 5; k++)
        {
            indexes.Add(_rounder.Figure(units[4 + k]));
        }

        return new(
            _rounder.Figure(units[0])!.Value,
            _rounder.Figure(units[1]),
            _rounder.Figure(units[2])!.Value,
            _rounder.Figure(units[3])!.Value,
            indexes.MoveToImmutable(),
            units[9]
        );
    }

    /// <summary>Where the union came from since the base period.</summary>
    public Origin Origin(int union) =>
        Origins.TryGetValue(union, out var origin) ? origin
        : Predecessors[union] >= 0 ? new(OriginKind.Same, [Predecessors[union]])
        : Scoring.Origin.Unknown;

    // The scores a union is compared with and its number there: the base period's own, or its predecessors put
    // together.
    internal (PeriodScores Then, int Union)? Past(int union) =>
        Predecessors[union] switch
        {
            -1 => null,
            <= -2 and var merged => (Ancestors!, -2 - merged),
            var same => (BaseScores!, same),
        };

    /// <summary>Range of places over the variants of the method; null when not ranked.</summary>
    public PlaceRange? Range(int union) => Ranges[union];

    // What a scored cell was scored from, without the cost of a whole cell.
    internal Measure MeasureAt(int at) =>
        Sources[at] <= -2 ? Pools[-2 - Sources[at]].Measure : Measure.Of(Data.Observations[Sources[at]]);

    /// <summary>
    /// Notes what is withheld. Where the settings say so such cells are not scored（不计分）, since their score could be
    /// worked back from the index.
    /// </summary>
    internal void SetAside(Suppression suppression)
    {
        Suppression = suppression;
        foreach (var (union, indicator) in Settings.ScoresWithheld ? [] : suppression.Cells)
        {
            States[(union * Codes.Length) + indicator] = CellState.Protected;
        }
    }

    // Exact score of a scored cell.
    internal Quotient? ExactAt(int at, int union)
    {
        var row = Plan.Rows[Rows[at]];
        return Rules.Score(row.Rule, Targets.Of(Organisations[union], Groups[union], row), MeasureAt(at));
    }

    /// <summary>One indicator of one union.</summary>
    public Cell At(int union, int indicator)
    {
        var at = (union * Codes.Length) + indicator;
        var row = Rows[at] >= 0 ? Plan.Rows[Rows[at]] : null;
        var target = row is null ? null : Targets.Of(Organisations[union], Groups[union], row);
        decimal? score =
            States[at] == CellState.Scored ? Rules.Score(row!.Rule, target, MeasureAt(at))!.Value.Value : null;
        return Sources[at] switch
        {
            <= -2 => Pooled(Pools[-2 - Sources[at]]),
            -1 => new(States[at], row, default, target, score, null, null),
            _ => Own(Data.Observations[Sources[at]]),
        };

        Cell Own(Observation observation) =>
            new(States[at], row, Measure.Of(observation), target, score, null, observation.ReportedOn);
        Cell Pooled(Pool pool) => new(States[at], row, pool.Measure, target, score, pool, pool.ReportedOn);
    }

    private static ImmutableArray<Organisation> ByCode(ImmutableArray<Organisation> organisations)
    {
        for (var u = 1; u < organisations.Length; u++)
        {
            if (string.CompareOrdinal(organisations[u - 1].Code, organisations[u].Code) > 0)
            {
                return organisations.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
            }
        }

        return organisations;
    }

    // One string for a group, not one for a union: names are compared and hashed all the time.
    private static ImmutableArray<string> GroupsOf(ImmutableArray<Organisation> organisations, Settings settings)
    {
        var known = new Dictionary<(Level, UnitCategory, int), string>();
        var names = ImmutableArray.CreateBuilder<string>(organisations.Length);
        foreach (var organisation in organisations)
        {
            var band = organisation.Workers is { } workers
                ? RankGroups.BandNumber(workers, settings.RankSizeBounds)
                : -1;
            var key = (organisation.Level, organisation.Category, band);
            if (!known.TryGetValue(key, out var name))
            {
                known[key] = name = RankGroups.NameOf(organisation, settings);
            }

            names.Add(name);
        }

        return names.MoveToImmutable();
    }
}
