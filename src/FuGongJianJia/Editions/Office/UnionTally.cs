using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// What the unions reported of something that should be none（基层扣分项汇总）: events, overdue findings of an audit. Each
/// unit stands here, public or not, since a sum is only as good as who reported.
/// </summary>
/// <param name="Indicator">The row of the catalogue for unions.</param>
/// <param name="Units">Unions it applies to that stand, by code.</param>
public sealed record UnionTally(Indicator Indicator, ImmutableArray<TalliedUnion> Units)
{
    /// <summary>Sum of what was reported, in the indicator's unit.</summary>
    public decimal Sum => Units.Sum(u => u.Value ?? 0m);

    /// <summary>The same of one town; of all where none is named.</summary>
    public UnionTally Below(string? town) =>
        town is null ? this : this with { Units = [.. Units.Where(u => u.Town == town)] };

    /// <summary>Tallies of all indicators by 扣分 of the unions, by code.</summary>
    internal static ImmutableArray<UnionTally> Of(PeriodScores scores, OrganisationNames names)
    {
        var unions = scores
            .Unions.Where(u => u.Organisation.Level == Level.Grassroots && Pooling.IsActive(u.Organisation))
            .OrderBy(u => u.Organisation.Code, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, scores.Codes.Length)
                .Select(i => (Row: unions.Select(u => u.Cells[i].Row).FirstOrDefault(r => r is not null), i))
                .Where(x => x.Row?.Rule.Kind == RuleKind.Deduction)
                .OrderBy(x => x.Row!.Code, StringComparer.Ordinal)
                .Select(x => new UnionTally(
                    x.Row!,
                    [
                        .. unions
                            .Where(u =>
                                u.Cells[x.i].Row is not null
                                && u.Cells[x.i].State
                                    is not (CellState.Outside or CellState.NotApplicable or CellState.NotAsked)
                            )
                            .Select(u => Tallied(u, x.i, names)),
                    ]
                )),
        ];
    }

    private static TalliedUnion Tallied(ScoredUnion union, int indicator, OrganisationNames names)
    {
        var cell = union.Cells[indicator];
        var isReported = cell.State is CellState.Scored or CellState.Protected;
        var isWithheld = isReported && cell.Withheld is Withheld.Small or Withheld.Complementary;
        return new(
            union.Organisation.Code,
            union.Organisation.Name,
            names.Town(union.Organisation.Code),
            isReported && !isWithheld ? cell.Measure.Value : null,
            isWithheld
        );
    }
}

/// <summary>What one union reported（一家的数）.</summary>
/// <param name="Unit">组织编码.</param>
/// <param name="Name">Its name.</param>
/// <param name="Town">Code of its town, the district's for those right below it.</param>
/// <param name="Value">What it reported; null when nothing, or when it is withheld.</param>
/// <param name="IsWithheld">True where small-number protection withholds it.</param>
public sealed record TalliedUnion(string Unit, string Name, string Town, decimal? Value, bool IsWithheld);
