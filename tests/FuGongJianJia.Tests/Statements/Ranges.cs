using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Statements;

/// <summary>How far a place moves when another method is used, by the text of the methodology.</summary>
internal static class Ranges
{
    public static Dictionary<string, (int Best, int Worst, string Most)> Of(PeriodFacts period)
    {
        var ranges = new Dictionary<string, (int, int, string)>(StringComparer.Ordinal);
        foreach (var group in period.All.Where(u => u.IsRanked).GroupBy(u => u.Group, StringComparer.Ordinal))
        {
            var members = group.ToList();
            var trials = members.AsParallel().AsOrdered().Select(u => Trial(u)).ToList();
            for (var m = 0; m < members.Count; m++)
            {
                var (best, worst) = (members[m].Place!.Value, members[m].Place!.Value);
                for (var v = 0; v < trials[m].Totals.Count; v++)
                {
                    var place = 1 + trials.Count(t => t.Totals[v] > trials[m].Totals[v]);
                    (best, worst) = (Math.Min(best, place), Math.Max(worst, place));
                }

                ranges[members[m].Unit.Code] = (best, worst, trials[m].Most);
            }
        }

        return ranges;
    }

    private static (List<decimal> Totals, string Most) Trial(UnitFacts unit)
    {
        var (method, settings) = (unit.Period.Office.Method, unit.Period.Office.Settings);
        var items = unit.Items.ConvertAll(i => i.Item);
        var all = items.Where(i => i.State is "已报" or "缺报").ToList();
        var counted = all.FindAll(i => i.State == "已报" || settings.MissingScoresZero);
        var totals = new List<decimal>
        {
            Total(counted, i => Exact.Of(i.Row.Weight)),
            Total(counted, _ => 1),
            Total(all, i => Exact.Of(i.Row.Weight)),
            Geometric(method.Totals(method.Scored(items)).Indexes, settings),
        };
        foreach (var key in Enum.GetValues<IndexKey>())
        {
            foreach (var shift in new[] { -1, 1 })
            {
                var factor = 1m + (shift * settings.Robustness.WeightShift / 100m);
                totals.Add(
                    method
                        .Totals(
                            method.Scored(items),
                            k => Exact.Of(settings.IndexWeights[(int)k] * (k == key ? factor : 1m))
                        )
                        .Total!.Value.Round()
                );
            }
        }

        var (whole, most, farthest) = (method.Totals(method.Scored(items)).Total!.Value, "", (Exact)(-1));
        foreach (var code in unit.Period.Data.Catalogue.Select(i => i.Code).Distinct(StringComparer.Ordinal))
        {
            var left = counted.FindAll(i => i.Code != code || i.State != "已报");
            totals.Add(Total(left, i => Exact.Of(i.Row.Weight)));
            if (left.Count < counted.Count)
            {
                var total = Whole(left, i => Exact.Of(i.Row.Weight)) ?? 0;
                var moved = total > whole ? total - whole : whole - total;
                if (moved > farthest)
                {
                    (most, farthest) = (code, moved);
                }
            }
        }

        return (totals, most);

        decimal Total(List<NaiveMethod.Item> set, Func<NaiveMethod.Item, Exact> weight) =>
            Whole(set, weight)?.Round() ?? 0m;

        Exact? Whole(List<NaiveMethod.Item> set, Func<NaiveMethod.Item, Exact> weight) =>
            method.Totals(set.Select(i => (i.Row.Index, weight(i), i.Score ?? 0))).Total;
    }

    /// <summary>几何平均 of a unit's indexes.</summary>
    public static decimal Geometric(UnitFacts unit) => Geometric(unit.Exact.Indexes, unit.Period.Office.Settings);

    private static decimal Geometric(Exact?[] indexes, Settings settings)
    {
        var have = Enumerable.Range(0, 5).Where(k => indexes[k] is not null).ToList();
        var weights = have.Sum(k => (double)settings.IndexWeights[k]);
        var floor = settings.Robustness.GeometricFloor;
        var product = have.Aggregate(
            1d,
            (p, k) =>
                p
                * Math.Pow(
                    indexes[k]!.Value < Exact.Of(floor) ? (double)floor : indexes[k]!.Value.ToDouble(),
                    (double)settings.IndexWeights[k] / weights
                )
        );
        return decimal.Round((decimal)product, 2, MidpointRounding.AwayFromZero);
    }
}
