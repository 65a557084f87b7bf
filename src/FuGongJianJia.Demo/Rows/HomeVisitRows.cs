using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 家访汇总.csv: counts only, never a name. The same figures as W02; who does not report the one has not the other.
/// </summary>
internal static class HomeVisitRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var values = new UnionValues(world, period);
        foreach (var union in world.Unions)
        {
            if (!union.IsAlive(period) || !values.Of(union).Any(v => v is { Indicator: "W02", IsReported: true }))
            {
                continue;
            }

            var random = SeededRandom.For(world.Seed, union.Code, "visits", period.Year);
            var (due, made) = values.Visits(union);
            made -= Stories.VisitsNotEntered(world, union, period);
            var priority = made * random.Between(3, 14) / 100;
            var problems = made * random.Between(4, 22) / 100;
            var solved = problems * random.Between(70, 100) / 100;
            if (union.Code == Stories.Buses && period.Year == Stories.Year)
            {
                (_, _, problems, solved) = Stories.BusVisits(period.End.Month);
            }

            var drives =
                period.Kind == PeriodKind.Year
                && union.Category == "企业"
                && (
                    union.ShortName.Contains("物流", StringComparison.Ordinal)
                    || union.ShortName.Contains("公交", StringComparison.Ordinal)
                );
            yield return
            [
                new(HomeVisitSchema.Organisation, union.Code),
                new(HomeVisitSchema.Period, period.ToString()),
                new(HomeVisitSchema.Due, due),
                new(HomeVisitSchema.Made, made),
                new(HomeVisitSchema.Priority, priority),
                new(HomeVisitSchema.Problems, problems),
                new(HomeVisitSchema.Solved, solved),
                new(HomeVisitSchema.AccidentChange, drives ? random.Between(-340, 60) * 0.1m : null),
            ];
        }
    }
}
