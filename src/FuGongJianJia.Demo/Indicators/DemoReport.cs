using FuGongJianJia.Demo.District;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Indicators;

/// <summary>What a unit reports in a period（上报）: the day and its values in indicator order.</summary>
internal sealed record DemoReport(string Unit, DateOnly On, IEnumerable<DemoValue> Values)
{
    /// <summary>Every report of a period: the district, the towns, the unions that stand.</summary>
    public static IEnumerable<DemoReport> Of(DemoWorld world, Period period)
    {
        var towns = new TownValues(world, period);
        yield return By(DemoNames.DistrictCode, towns.OfDistrict());
        foreach (var town in world.Towns)
        {
            yield return By(town.Code, towns.Of(town));
        }

        var unions = new UnionValues(world, period);
        foreach (var union in world.Unions.Where(u => u.IsAlive(period)))
        {
            yield return By(union.Code, unions.Of(union));
        }

        DemoReport By(string unit, IEnumerable<DemoValue> values) => new(unit, Day(unit), values);

        // One of the last eleven days of the period.
        DateOnly Day(string unit) =>
            period.End.AddDays(-SeededRandom.For(world.Seed, unit, "day" + period, period.Year).Between(0, 10));
    }
}
