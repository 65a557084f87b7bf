using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>A 分母 that the 口径 says to be all workers or all members against 组织.</summary>
internal static class HeadcountRelation
{
    private static readonly ImmutableArray<Basis> Bases =
    [
        new("÷职工总数", "职工数", o => o.Workers),
        new("÷职工数", "职工数", o => o.Workers),
        new("÷会员总数", "会员数", o => o.Members),
        new("÷会员数", "会员数", o => o.Members),
    ];

    public static IEnumerable<Discrepancy> Find(PeriodScores period)
    {
        var bases = new Dictionary<Indicator, Basis?>(ReferenceEqualityComparer.Instance);
        return from indicator in Enumerable.Range(0, period.Codes.Length)
            where period.Data.Catalogue.Any(r => r.Code == period.Codes[indicator] && BaseOf(r) is not null)
            from unit in period.Unions
            where unit.Organisation.Level == Level.Grassroots
            let discrepancy = Compare(period, unit, indicator, bases)
            where discrepancy is not null
            select discrepancy;
    }

    private static Discrepancy? Compare(
        PeriodScores period,
        ScoredUnion unit,
        int indicator,
        Dictionary<Indicator, Basis?> bases
    )
    {
        ref readonly var cell = ref unit.Cells.ItemRef(indicator);
        if (cell is not { Observation: not null, Measure.IsRatio: true, Row: { } row })
        {
            return null;
        }

        if (!bases.TryGetValue(row, out var basis))
        {
            bases[row] = basis = BaseOf(row);
        }

        return basis?.Count(unit.Organisation) is not { } count || cell.Measure.Denominator == count
            ? null
            : new Discrepancy(
                CrossCheckCodes.HeadcountDiffers,
                period.Period,
                unit.Organisation.Code,
                unit.Organisation.Name,
                new DataPlace(period.Period, "指标值", period.Codes[indicator], Words.Of(cell, cell.Measure)),
                new DataPlace(period.Period, "组织", unit.Organisation.Code, $"{basis.Column}{count}")
            );
    }

    private static Basis? BaseOf(Indicator row) =>
        Bases.FirstOrDefault(b => row.Definition.Contains(b.Word, StringComparison.Ordinal));

    // What a 口径 divides by, and the column of 组织 that says it.
    private sealed record Basis(string Word, string Column, Func<Organisation, int?> Count);
}
