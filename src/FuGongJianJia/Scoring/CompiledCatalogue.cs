using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// The catalogue compiled（指标目录）: which row holds for which level and class of union, so that scoring looks up an array.
/// 适用类别 restricts grass-roots unions; town-level units and the district are covered by 适用层级 alone, because their own
/// class says nothing about the unions below them.
/// </summary>
internal sealed class CompiledCatalogue
{
    private readonly Dictionary<(Level, UnitCategory, OrganisationKind), ImmutableArray<Cell>> _blanks = [];

    public CompiledCatalogue(ImmutableArray<Indicator> rows)
    {
        Rows = rows;
        Variants =
        [
            .. rows.GroupBy(r => r.Code, StringComparer.Ordinal)
                .OrderBy(g => g.First().Index)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.ToImmutableArray()),
        ];
        Codes = [.. Variants.Select(v => v[0].Code)];
        Lowest = [.. Variants.Select(v => v.Max(r => r.Levels.DefaultIfEmpty(Level.Grassroots).Max()))];
        foreach (var level in Enum.GetValues<Level>())
        {
            foreach (var category in Enum.GetValues<UnitCategory>())
            {
                foreach (var kind in Enum.GetValues<OrganisationKind>())
                {
                    _blanks[(level, category, kind)] = [.. Variants.Select(v => Blank(v, level, category, kind))];
                }
            }
        }
    }

    /// <summary>Catalogue rows as given.</summary>
    public ImmutableArray<Indicator> Rows { get; }

    /// <summary>Indicator codes, by index then code: their position is the indicator number.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Rows of each code.</summary>
    public ImmutableArray<ImmutableArray<Indicator>> Variants { get; }

    /// <summary>The lowest level each code applies to.</summary>
    public ImmutableArray<Level> Lowest { get; }

    /// <summary>
    /// Cells of a union that has reported nothing yet, one a code: outside, not applicable or missing.
    /// </summary>
    public ImmutableArray<Cell> BlanksFor(Organisation organisation) =>
        _blanks[(organisation.Level, organisation.Category, organisation.Kind)];

    /// <summary>True when a row of this code names the level itself.</summary>
    public bool Names(int indicator, Level level) => Variants[indicator].Any(r => r.Levels.Contains(level));

    private static Cell Blank(
        ImmutableArray<Indicator> variants,
        Level level,
        UnitCategory category,
        OrganisationKind kind
    )
    {
        var named = variants.Where(r => r.Levels.Contains(level)).ToList();
        if (named.Count > 0)
        {
            return named.Find(r => r.Covers(level, category, kind)) is { } covering ? Missing(covering)
                : level == Level.Grassroots ? new() { State = CellState.NotApplicable, Row = named[0] }
                : Missing(named[0]);
        }

        // Upper levels show what is pooled from below, by the rule of the nearest level that has one.
        for (var below = level + 1; below <= Level.Grassroots; below++)
        {
            if (variants.FirstOrDefault(r => r.Levels.Contains(below)) is { } lower)
            {
                return lower.Aggregation == Aggregation.None ? default : Missing(lower);
            }
        }

        return default;
    }

    private static Cell Missing(Indicator row) => new() { State = CellState.Missing, Row = row };
}
