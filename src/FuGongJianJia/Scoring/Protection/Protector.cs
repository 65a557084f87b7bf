using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring.Protection;

/// <summary>
/// Decides what is withheld in all periods（各期一并保护）, after their cells are filled and pooled and before any index is
/// computed. Each period is protected against
/// subtraction on its own; then whatever a family of periods withholds anywhere for a unit it withholds everywhere,
/// which may uncover another sum,
/// and so on until nothing more follows: figures are only ever added.
/// </summary>
internal sealed class Protector
{
    private readonly ImmutableArray<PeriodScores> _periods;
    private readonly Dictionary<(int Union, int Indicator), Withheld>[] _withheld;

    private Protector(ImmutableArray<PeriodScores> periods)
    {
        this._periods = periods;
        _withheld = [.. periods.Select(_ => new Dictionary<(int, int), Withheld>())];
    }

    /// <summary>
    /// Notes in every period what it withholds, and sets those cells aside where the settings do not let them count.
    /// </summary>
    public static void Protect(ImmutableArray<PeriodScores> periods, CancellationToken cancel)
    {
        var protector = new Protector(periods);
        var families = PeriodFamilies.Of([.. periods.Select(p => p.Period)]);
        ImmutableArray<int>[] alone =
        [
            .. Enumerable
                .Range(0, periods.Length)
                .Except(families.SelectMany(f => f))
                .Select(p => ImmutableArray.Create(p)),
        ];
        Parallel.ForEach(
            (IEnumerable<ImmutableArray<int>>)[.. families, .. alone],
            new ParallelOptions { CancellationToken = cancel },
            protector.Together
        );
        for (var p = 0; p < periods.Length; p++)
        {
            periods[p].SetAside(new(protector._withheld[p]));
        }
    }

    private void Together(ImmutableArray<int> family)
    {
        foreach (var code in family.SelectMany(p => _periods[p].Codes).Distinct(StringComparer.Ordinal))
        {
            List<OpenSums> sums = [];
            foreach (var p in family)
            {
                var (scores, indicator) = (_periods[p], _periods[p].Codes.IndexOf(code, StringComparer.Ordinal));
                var rows = indicator < 0 ? [] : scores.Plan.RowsOf[indicator].Select(r => scores.Plan.Rows[r]).ToList();
                if (rows.Exists(r => Suppression.IsSensitive(r, scores.Settings)))
                {
                    sums.Add(new(scores, indicator));
                }
                else if (rows.Exists(Suppression.IsSurvey))
                {
                    Survey(scores, indicator, _withheld[p]);
                }
            }

            sums.ForEach(s => s.WithholdSmall());
            Spread(sums);
            foreach (var one in sums)
            {
                one.CopyTo(_withheld[_periods.IndexOf(one.Scores)]);
            }
        }
    }

    // Too few ballots say little and may say who voted how. Sums of ballots give no single one back, so nothing beside
    // is withheld.
    private static void Survey(PeriodScores scores, int indicator, Dictionary<(int, int), Withheld> withheld)
    {
        for (var u = 0; u < scores.Organisations.Length; u++)
        {
            var at = (u * scores.Codes.Length) + indicator;
            if (
                scores.States[at] == CellState.Scored
                && scores.MeasureAt(at) is { IsRatio: true } measure
                && measure.Denominator < scores.Settings.FewestBallots
            )
            {
                withheld[(u, indicator)] = Withheld.Small;
            }
        }
    }

    private static void Spread(List<OpenSums> sums)
    {
        // Where shorter periods add up to a longer one, even ＜5 in each of them may leave a single figure possible.
        var marked = sums.Count < 2 || !AddUp(sums);
        for (var (before, after) = (-1, 0); before != after; )
        {
            before = after;
            if (sums.Count > 1)
            {
                var units = sums.SelectMany(s => s.Codes).ToHashSet(StringComparer.Ordinal);
                sums.ForEach(s => s.Withhold(units, marked));
            }

            sums.ForEach(s => s.Cover());
            after = sums.Sum(s => s.Count);
        }
    }

    // One unit is enough whose figures of two or more parts make up the whole: the others may have been corrected
    // since, or report late.
    private static bool AddUp(List<OpenSums> sums)
    {
        Period[] all = [.. sums.Select(s => s.Scores.Period)];
        var family = Enumerable.Range(0, all.Length).ToImmutableArray();
        return sums.Exists(s => s.Count > 0)
            && family.Any(outer =>
                PeriodFamilies.PartsOf(outer, family, all) is { Length: > 1 } parts
                && sums[outer].IsSumOf([.. parts.Select(p => sums[p])])
            );
    }
}
