using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>组织.csv: the district, its towns, and the unions that stand or have ended in the year.</summary>
internal static class OrganisationRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var alive = world.Unions.Where(u => u.IsAlive(period)).ToLookup(u => u.Town);
        yield return Federation(
            DemoNames.DistrictCode,
            DemoNames.DistrictUnion,
            DemoNames.DistrictUnion,
            Level.District,
            new DateOnly(1986, 5, 1),
            Headcount.Of(world, period, alive.SelectMany(g => g))
        );
        foreach (var town in world.Towns)
        {
            yield return Federation(
                town.Code,
                town.UnionName,
                town.Place,
                Level.Town,
                new DateOnly(2003, 9, 28),
                Headcount.Of(world, period, alive[town.Number])
            );
        }

        foreach (var union in world.Unions)
        {
            if (union.StatusAt(period) is { } status)
            {
                yield return Union(world, period, union, status);
            }
        }
    }

    private static DemoCell[] Federation(
        string code,
        string name,
        string shortName,
        Level level,
        DateOnly founded,
        Headcount heads
    )
    {
        var isDistrict = level == Level.District;
        return
        [
            new(OrganisationTable.Code, code),
            new(OrganisationTable.Title, name),
            new(OrganisationTable.ShortName, shortName),
            new(OrganisationTable.Level, level.Word()),
            new(OrganisationTable.Parent, isDistrict ? null : DemoNames.DistrictCode),
            new(OrganisationTable.Kind, isDistrict ? "总工会" : "镇街总工会"),
            new(OrganisationTable.Category, "其他"),
            new(OrganisationTable.CreditCode, null),
            new(OrganisationTable.Division, isDistrict ? DemoNames.DivisionCode : null),
            new(OrganisationTable.Workers, heads.Workers),
            new(OrganisationTable.Members, heads.Members),
            new(OrganisationTable.FemaleMembers, heads.Female),
            new(OrganisationTable.Founded, founded),
            new(OrganisationTable.Status, OrganisationStatus.Normal.Word()),
            new(OrganisationTable.Lineage, null),
            new(OrganisationTable.IsPublic, true),
        ];
    }

    private static DemoCell[] Union(DemoWorld world, Period period, DemoUnion union, OrganisationStatus status)
    {
        var heads = Headcount.Of(world, period, [union]);
        var (name, shortName) = union.NameOn(period.End);
        return
        [
            new(OrganisationTable.Code, union.Code),
            new(OrganisationTable.Title, name),
            new(OrganisationTable.ShortName, shortName),
            new(OrganisationTable.Level, Level.Grassroots.Word()),
            new(OrganisationTable.Parent, union.Parent),
            new(OrganisationTable.Kind, union.Kind),
            new(OrganisationTable.Category, union.Category),
            new(OrganisationTable.CreditCode, union.CreditCode),
            new(OrganisationTable.Division, null),
            new(OrganisationTable.Workers, heads.Workers),
            new(OrganisationTable.Members, heads.Members),
            new(OrganisationTable.FemaleMembers, heads.Female),
            new(OrganisationTable.Founded, union.Founded),
            new(OrganisationTable.Status, status.Word()),
            new(OrganisationTable.Lineage, status == OrganisationStatus.Merged ? union.MergedInto : union.SplitFrom),
            new(OrganisationTable.IsPublic, union.IsPublic),
        ];
    }

    private readonly record struct Headcount(int Workers, int Members, int Female)
    {
        public static Headcount Of(DemoWorld world, Period period, IEnumerable<DemoUnion> unions) =>
            unions.Aggregate(
                default(Headcount),
                (sum, union) =>
                    new(
                        sum.Workers + union.WorkersIn(period.Year, world.BaseYear),
                        sum.Members + union.MembersIn(period.Year, world.BaseYear),
                        sum.Female + union.FemaleIn(period.Year, world.BaseYear)
                    )
            );
    }
}
