using System.Collections.Immutable;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Scores of one period（一期评分）.</summary>
public sealed record PeriodScores
{
    private readonly Dictionary<string, int> _numbers;

    internal PeriodScores(
        PeriodData data,
        Settings settings,
        CompiledCatalogue catalogue,
        Targets targets,
        ImmutableArray<ScoredUnion> unions
    )
    {
        (Data, Settings, Catalogue, Targets, Unions) = (data, settings, catalogue, targets, unions);
        _numbers = unions.ToDictionary(u => u.Organisation.Code, u => u.Number, StringComparer.Ordinal);
    }

    /// <summary>Period.</summary>
    public Period Period => Data.Period;

    /// <summary>What was exported.</summary>
    public PeriodData Data { get; }

    /// <summary>Settings it was scored by.</summary>
    public Settings Settings { get; }

    /// <summary>
    /// Unions, towns and the district, by code: their position is their <see cref="ScoredUnion.Number"/>.
    /// </summary>
    public ImmutableArray<ScoredUnion> Unions { get; internal init; }

    /// <summary>Indicator codes, by index then code: the order of every union's cells.</summary>
    public ImmutableArray<string> Codes => Catalogue.Codes;

    /// <summary>The period changes are measured against; null when there is none.</summary>
    public PeriodScores? Base { get; internal init; }

    internal CompiledCatalogue Catalogue { get; }

    internal Targets Targets { get; }

    // The indicator's number in the base period, null where that has none such.
    internal ImmutableArray<int?> BaseIndicators { get; init; } = [];

    /// <summary>The union of a code; null when there is none such.</summary>
    public ScoredUnion? Find(string code) => _numbers.TryGetValue(code, out var number) ? Unions[number] : null;

    /// <summary>
    /// The cell of the same indicator of what a union is compared with; null when it is compared with nothing, or the
    /// base period has no such indicator.
    /// </summary>
    public Cell? Past(ScoredUnion union, int indicator)
    {
        ArgumentNullException.ThrowIfNull(union);
        return union.Past is { } past && BaseIndicators[indicator] is { } then ? past.Cells[then] : null;
    }
}
