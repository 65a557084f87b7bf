namespace FuGongJianJia.Scoring;

/// <summary>
/// The chain of <see cref="Changes"/> in estimates（变化估算）: where every figure lies far enough from a rounding boundary,
/// the published change is known without exact arithmetic.
/// </summary>
internal static class ChangeEstimate
{
    /// <summary>Fills the units of a union's change; false where exact arithmetic has to decide.</summary>
    public static bool TryFill(
        PeriodScores now,
        int union,
        PeriodScores then,
        int before,
        RowMatches matches,
        Span<int> units
    )
    {
        var (width, shared, common, countNow, countThen) = (now.Codes.Length, 0, 0, 0, 0);
        var (nowComparable, thenComparable, nowCommon) = (default(Estimate), default(Estimate), default(Estimate));
        var (thenCommon, thenByToday) = (default(Estimate), default(Estimate));
        for (var i = 0; i < width; i++)
        {
            var j = now.BaseColumns[i];
            var (a, b) = ((union * width) + i, (before * then.Codes.Length) + j);
            if (j < 0 || now.Rows[a] < 0 || then.Rows[b] < 0 || !matches.SameVersion(now.Rows[a], then.Rows[b]))
            {
                continue;
            }

            shared++;
            var (row, old) = (now.Rows[a], then.Rows[b]);
            var (k, weight, thenIndex, thenWeight) = (
                now.Plan.Indexes[row],
                now.Plan.Weights[row],
                then.Plan.Indexes[old],
                then.Plan.Weights[old]
            );
            if (Counts(now, a))
            {
                nowComparable.Add(k, weight, Score(now, a));
                countNow++;
            }

            if (Counts(then, b))
            {
                thenComparable.Add(thenIndex, thenWeight, Score(then, b));
                countThen++;
            }

            if (now.States[a] != CellState.Scored || then.States[b] != CellState.Scored)
            {
                continue;
            }

            var past = then.Estimates[b];
            if (!matches.SameRule(row, old))
            {
                if (Changes.Rescored(now, union, i, then, before, j) is not { } rescored)
                {
                    continue;
                }

                past = rescored.Estimate;
            }

            common++;
            nowCommon.Add(k, weight, now.Estimates[a]);
            thenCommon.Add(thenIndex, thenWeight, then.Estimates[b]);
            thenByToday.Add(k, weight, past);
        }

        var headline = now.TotalUnits[union] - then.TotalUnits[before];
        units[0] = headline;
        units[9] = common;
        if (common == 0)
        {
            units[1..9].Fill(Rounder.None);
            (units[2], units[3]) = shared == 0 ? (headline, 0) : (0, headline);
            return true;
        }

        var (rounder, weights) = (Rounder.For(now.Settings), now.IndexWeights);
        var sure = rounder.TryUnits(nowCommon.Total(weights), out var commonNow);
        sure &= rounder.TryUnits(thenByToday.Total(weights), out var byToday);
        sure &= rounder.TryUnits(thenCommon.Total(weights), out var commonThen);
        var (allNow, allThen) = (commonNow, commonThen);
        sure &= countNow == common || rounder.TryUnits(nowComparable.Total(weights), out allNow);
        sure &= countThen == common || rounder.TryUnits(thenComparable.Total(weights), out allThen);
        for (var k = 0; k < 5 && sure; k++)
        {
            sure &= rounder.TryUnits(nowCommon.Index(k), out var indexNow);
            sure &= rounder.TryUnits(thenByToday.Index(k), out var indexThen);
            units[4 + k] = indexNow == Rounder.None || indexThen == Rounder.None ? Rounder.None : indexNow - indexThen;
        }

        units[1] = commonNow - byToday;
        units[2] = now.TotalUnits[union] - allNow + (byToday - commonThen) + (allThen - then.TotalUnits[before]);
        units[3] = allNow - commonNow - (allThen - commonThen);
        return sure;
    }

    private static bool Counts(PeriodScores scores, int at) =>
        scores.States[at] == CellState.Scored
        || (scores.Settings.MissingScoresZero && scores.States[at] is CellState.Missing or CellState.Doubtful);

    private static double Score(PeriodScores scores, int at) =>
        scores.States[at] == CellState.Scored ? scores.Estimates[at] : 0d;
}
