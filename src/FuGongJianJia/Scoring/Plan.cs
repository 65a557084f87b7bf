using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// The catalogue compiled（指标目录）: which row holds for which level and class of union, so that scoring looks up an array.
/// 适用类别 restricts grass-roots unions; town-level units and the district are covered by 适用层级 alone, because their own
/// class says nothing about the unions below them.
/// </summary>
internal sealed class Plan
{
    /// <summary>The level does not know the indicator.</summary>
    public const int Outside = -2;

    /// <summary>The level knows it, this class of union does not.</summary>
    public const int NotApplicable = -1;

    private const int Levels = 3;
    private static readonly int Categories = Enum.GetValues<UnitCategory>().Length;
    private static readonly int Kinds = Enum.GetValues<OrganisationKind>().Length;
    private readonly int[] _table;
    private readonly bool[] _names;

    public Plan(ImmutableArray<Indicator> catalogue)
    {
        Rows = catalogue;
        Weights = [.. catalogue.Select(r => (double)r.Weight)];
        Indexes = [.. catalogue.Select(r => (int)r.Index)];
        Codes =
        [
            .. catalogue
                .Select(r => r.Code)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(c => (int)catalogue.First(r => r.Code == c).Index)
                .ThenBy(c => c, StringComparer.Ordinal),
        ];
        RowsOf =
        [
            .. Codes.Select(c =>
                Enumerable.Range(0, catalogue.Length).Where(r => catalogue[r].Code == c).ToImmutableArray()
            ),
        ];
        Lowest = [.. RowsOf.Select(rows => rows.Max(r => catalogue[r].Levels.DefaultIfEmpty(Level.Grassroots).Max()))];
        _names =
        [
            .. RowsOf.SelectMany(rows =>
                Enumerable.Range(0, Levels).Select(l => rows.Any(r => catalogue[r].Levels.Contains((Level)l)))
            ),
        ];
        _table = new int[Levels * Categories * Kinds * Codes.Length];
        for (var at = 0; at < _table.Length; at++)
        {
            var indicator = at % Codes.Length;
            var unionClass = at / Codes.Length;
            _table[at] = Find(
                indicator,
                (Level)(unionClass / (Categories * Kinds)),
                (UnitCategory)(unionClass / Kinds % Categories),
                (OrganisationKind)(unionClass % Kinds)
            );
        }
    }

    /// <summary>Catalogue rows as given.</summary>
    public ImmutableArray<Indicator> Rows { get; }

    /// <summary>分值 of each row, for estimates.</summary>
    public double[] Weights { get; }

    /// <summary>Index of each row.</summary>
    public int[] Indexes { get; }

    /// <summary>Indicator codes, by index then code.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Rows of each code.</summary>
    public ImmutableArray<ImmutableArray<int>> RowsOf { get; }

    /// <summary>The lowest level each code applies to.</summary>
    public ImmutableArray<Level> Lowest { get; }

    /// <summary>
    /// Rows that hold for a union, one a code: a row number, <see cref="Outside"/> or <see cref="NotApplicable"/>.
    /// </summary>
    public ReadOnlySpan<int> For(Organisation organisation) =>
        _table.AsSpan(
            (((((int)organisation.Level * Categories) + (int)organisation.Category) * Kinds) + (int)organisation.Kind)
                * Codes.Length,
            Codes.Length
        );

    /// <summary>True when a row of this code names the level itself.</summary>
    public bool Names(int indicator, Level level) => _names[(indicator * Levels) + (int)level];

    private int Find(int indicator, Level level, UnitCategory category, OrganisationKind kind)
    {
        var named = RowsOf[indicator].Where(r => Rows[r].Levels.Contains(level)).ToList();
        if (named.Count > 0)
        {
            foreach (var row in named)
            {
                var (categories, kinds) = (Rows[row].Categories, Rows[row].Kinds);
                if ((categories.IsEmpty && kinds.IsEmpty) || categories.Contains(category) || kinds.Contains(kind))
                {
                    return row;
                }
            }

            return level == Level.Grassroots ? NotApplicable : named[0];
        }

        // Upper levels show what is pooled from below, by the rule of the nearest level that has one.
        for (var below = level + 1; below <= Level.Grassroots; below++)
        {
            foreach (var row in RowsOf[indicator])
            {
                if (Rows[row].Levels.Contains(below))
                {
                    return Rows[row].Aggregation == Aggregation.None ? Outside : row;
                }
            }
        }

        return Outside;
    }
}
