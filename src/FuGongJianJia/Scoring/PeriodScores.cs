using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Scores of one period（一期评分）: flat arrays by union (organisations by code) and indicator (by index, then code),
/// so that 100,000 unions × 23 indicators stay small and are filled in parallel without locks.
/// </summary>
public sealed class PeriodScores
{
    private readonly FrozenDictionary<string, int> numbers;

    internal PeriodScores(PeriodData data, Settings settings)
    {
        Data = data;
        Settings = settings;
        Plan = new Plan(data.Catalogue);
        Targets = new Targets(data);
        Organisations = data.Organisations.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        numbers = Organisations.Select((o, n) => KeyValuePair.Create(o.Code, n)).ToFrozenDictionary(StringComparer.Ordinal);
        Groups = [.. Organisations.Select(o => RankGroups.NameOf(o, settings))];
        var (n, cells) = (Organisations.Length, Organisations.Length * Plan.Codes.Length);
        States = new CellState[cells];
        Rows = new short[cells];
        CellScores = new decimal[cells];
        Sources = new int[cells];
        Totals = new decimal?[n];
        Coverages = new decimal[n];
        IndexValues = new decimal?[n * 5];
        PublishedTotals = new decimal?[n];
        PublishedCoverages = new decimal[n];
        PublishedIndexes = new decimal?[n * 5];
        Reasons = new Unranked[n];
        Places = new int[n];
        Tied = new bool[n];
        Ranked = new int[n];
        Below = new int[n];
        Equals = new int[n];
        IndexPlaces = new int[n * 5];
        ChangeScores = new ChangeScore?[n];
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

    internal PeriodScores? BaseScores { get; set; }

    internal CellState[] States { get; }

    internal short[] Rows { get; }

    internal decimal[] CellScores { get; }

    // Observation number, or -1 for none, or -2 - n for pool n.
    internal int[] Sources { get; }

    internal ImmutableArray<Pool> Pools { get; set; } = [];

    internal decimal?[] Totals { get; }

    internal decimal[] Coverages { get; }

    internal decimal?[] IndexValues { get; }

    internal decimal?[] PublishedTotals { get; }

    internal decimal[] PublishedCoverages { get; }

    internal decimal?[] PublishedIndexes { get; }

    internal Unranked[] Reasons { get; }

    internal int[] Places { get; }

    internal bool[] Tied { get; }

    internal int[] Ranked { get; }

    internal int[] Below { get; }

    internal new int[] Equals { get; }

    internal int[] IndexPlaces { get; }

    internal ChangeScore?[] ChangeScores { get; }

    internal int?[] Moves { get; }

    // Indicator number in the base period of each indicator, -1 for none.
    internal int[] BaseColumns { get; set; } = [];

    // Union number in the base period, -1 for none.
    internal int[] Predecessors { get; }

    internal PlaceRange?[] Ranges { get; }

    /// <summary>Union number of a code; -1 when there is none such.</summary>
    public int NumberOf(string code) => numbers.GetValueOrDefault(code, -1);

    /// <summary>Total C, unrounded; null when no index has a value.</summary>
    public decimal? Total(int union) => Totals[union];

    /// <summary>Total as published.</summary>
    public decimal? PublishedTotal(int union) => PublishedTotals[union];

    /// <summary>Index I_k, unrounded; null when nothing was scored.</summary>
    public decimal? Index(int union, IndexKey key) => IndexValues[(union * 5) + (int)key];

    /// <summary>Index as published.</summary>
    public decimal? PublishedIndex(int union, IndexKey key) => PublishedIndexes[(union * 5) + (int)key];

    /// <summary>Coverage in percent, unrounded.</summary>
    public decimal Coverage(int union) => Coverages[union];

    /// <summary>Coverage as published.</summary>
    public decimal PublishedCoverage(int union) => PublishedCoverages[union];

    /// <summary>Competition rank in the group; null when not ranked.</summary>
    public int? Place(int union) => Reasons[union] == Unranked.None ? Places[union] : null;

    /// <summary>Why not ranked.</summary>
    public Unranked Reason(int union) => Reasons[union];

    /// <summary>Change against the base period; null when there is none.</summary>
    public ChangeScore? Change(int union) => ChangeScores[union];

    /// <summary>Range of places over the variants of the method; null when not ranked.</summary>
    public PlaceRange? Range(int union) => Ranges[union];

    // What a scored cell was scored from, without the cost of a whole cell.
    internal Measure MeasureAt(int at) => Sources[at] <= -2 ? Pools[-2 - Sources[at]].Measure : Measure.Of(Data.Observations[Sources[at]]);

    /// <summary>One indicator of one union.</summary>
    public Cell At(int union, int indicator)
    {
        var at = (union * Codes.Length) + indicator;
        var row = Rows[at] >= 0 ? Plan.Rows[Rows[at]] : null;
        var target = row is null ? null : Targets.Of(Organisations[union], Groups[union], row);
        decimal? score = States[at] == CellState.Scored ? CellScores[at] : null;
        return Sources[at] switch
        {
            <= -2 => Pooled(Pools[-2 - Sources[at]]),
            -1 => new(States[at], row, default, target, score, null, null),
            _ => Own(Data.Observations[Sources[at]]),
        };

        Cell Own(Observation observation) => new(States[at], row, Measure.Of(observation), target, score, null, observation.ReportedOn);
        Cell Pooled(Pool pool) => new(States[at], row, pool.Measure, target, score, pool, pool.ReportedOn);
    }
}
