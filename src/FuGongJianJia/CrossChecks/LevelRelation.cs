using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// What a town or the district reports itself against the sum of what the units below report, as the 口径 of its row
/// says: 所辖 or 辖区 is the sum, 本级 is not compared, anything else is at least the sum, since a town has matters of its
/// own. Steps named by words and 是 or 否 are counted.
/// </summary>
internal static class LevelRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period)
    {
        var below = period
            .Unions.Where(u => u.Organisation.Level != Level.District && Pooling.IsActive(u.Organisation))
            .SelectMany(u => Pooling.Above(period, u.Organisation).Select(upper => (Upper: upper.Number, Unit: u)))
            .ToLookup(x => x.Upper, x => x.Unit);
        return from upper in period.Unions
            where upper.Organisation.Level != Level.Grassroots
            from indicator in Enumerable.Range(0, period.Codes.Length)
            where IsReported(upper, indicator) && Relation(upper.Cells[indicator].Row!) != SumRelation.None
            from units in below[upper.Number].GroupBy(u => u.Organisation.Level)
            let discrepancy = Compare(period, upper, indicator, units.Key, [.. units])
            where discrepancy is not null
            select discrepancy;
    }

    private static SumRelation Relation(Indicator row) =>
        (IsSum(row.Definition), row.Definition.Contains("本级", StringComparison.Ordinal)) switch
        {
            (false, true) => SumRelation.None,
            (true, false) => SumRelation.Equal,
            _ => SumRelation.AtLeast,
        };

    private static bool IsSum(string definition) =>
        definition.Contains("所辖", StringComparison.Ordinal) || definition.Contains("辖区", StringComparison.Ordinal);

    private static Discrepancy? Compare(
        PeriodScores period,
        ScoredUnion upper,
        int indicator,
        Level level,
        ScoredUnion[] units
    )
    {
        var cell = upper.Cells[indicator];
        var reported = units.Where(u => IsReported(u, indicator)).ToArray();
        if (reported.Length == 0)
        {
            return null;
        }

        var complete = !units.Any(u => u.Cells.ItemRef(indicator).State is CellState.Missing or CellState.Doubtful);
        var (ours, sum) = (cell.Measure, Sum(reported, indicator, cell.Measure.IsRatio));
        var holds = Relation(cell.Row!) == SumRelation.Equal && complete ? AreEqual(ours, sum) : IsAtLeast(ours, sum);
        return holds
            ? null
            : new Discrepancy(
                CrossCheckCodes.LevelsDiffer,
                period.Period,
                upper.Organisation.Code,
                upper.Organisation.Name,
                new DataPlace(period.Period, "指标值", period.Codes[indicator], $"自己报{Words.Of(cell, ours)}"),
                new DataPlace(
                    period.Period,
                    "指标值",
                    period.Codes[indicator],
                    $"已报的{reported.Length}个{(level == Level.Town ? "镇街" : "基层工会")}合计{Words.Of(cell, sum)}"
                )
            );
    }

    private static bool IsReported(ScoredUnion unit, int indicator) =>
        unit.Cells.ItemRef(indicator) is { State: CellState.Scored, Observation: not null };

    // A share is compared with a share, a count with a count.
    private static Measure Sum(ScoredUnion[] units, int indicator, bool asRatio)
    {
        return !asRatio ? new(null, null, units.Sum(Count), null, false)
            : Array.TrueForAll(units, u => Of(u).IsRatio)
                ? new(units.Sum(u => Of(u).Numerator), units.Sum(u => Of(u).Denominator), null, null, false)
            : new(units.Count(u => ScoreOf(u) == Fraction.Hundred), units.Length, null, null, false);

        Measure Of(ScoredUnion unit) => unit.Cells.ItemRef(indicator).Measure;
        Fraction? ScoreOf(ScoredUnion unit) => unit.Cells.ItemRef(indicator).Score;

        // A studio of whatever step is one; none is none.
        decimal? Count(ScoredUnion unit) =>
            Of(unit) is { Word: null } measure ? measure.Value
            : ScoreOf(unit) > Fraction.Zero ? 1m
            : 0m;
    }

    private static bool AreEqual(Measure ours, Measure sum) =>
        (ours.Numerator, ours.Denominator, ours.Value) == (sum.Numerator, sum.Denominator, sum.Value);

    private static bool IsAtLeast(Measure ours, Measure sum) =>
        !(ours.Numerator < sum.Numerator || ours.Denominator < sum.Denominator || ours.Value < sum.Value);

    private enum SumRelation
    {
        None,
        Equal,
        AtLeast,
    }
}
