using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Organisations;
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
            new(OrganisationSchema.Code, code),
            new(OrganisationSchema.Title, name),
            new(OrganisationSchema.ShortName, shortName),
            new(OrganisationSchema.Level, level.Word()),
            new(OrganisationSchema.Parent, isDistrict ? null : DemoNames.DistrictCode),
            new(OrganisationSchema.Kind, isDistrict ? "总工会" : "镇街总工会"),
            new(OrganisationSchema.Category, "其他"),
            new(OrganisationSchema.CreditCode, null),
            new(OrganisationSchema.Division, isDistrict ? DemoNames.DivisionCode : null),
            new(OrganisationSchema.Workers, heads.Workers),
            new(OrganisationSchema.Members, heads.Members),
            new(OrganisationSchema.FemaleMembers, heads.Female),
            new(OrganisationSchema.Founded, founded),
            new(OrganisationSchema.Status, OrganisationStatus.Normal.Word()),
            new(OrganisationSchema.Lineage, null),
            new(OrganisationSchema.IsPublic, true),
        ];
    }

    private static DemoCell[] Union(DemoWorld world, Period period, DemoUnion union, OrganisationStatus status)
    {
        var heads = Headcount.Of(world, period, [union]);
        var (name, shortName) = union.NameOn(period.End);
        return
        [
            new(OrganisationSchema.Code, union.Code),
            new(OrganisationSchema.Title, name),
            new(OrganisationSchema.ShortName, shortName),
            new(OrganisationSchema.Level, Level.Grassroots.Word()),
            new(OrganisationSchema.Parent, union.Parent),
            new(OrganisationSchema.Kind, union.Kind),
            new(OrganisationSchema.Category, union.Category),
            new(OrganisationSchema.CreditCode, union.CreditCode),
            new(OrganisationSchema.Division, null),
            new(OrganisationSchema.Workers, heads.Workers),
            new(OrganisationSchema.Members, heads.Members),
            new(OrganisationSchema.FemaleMembers, heads.Female),
            new(OrganisationSchema.Founded, union.Founded),
            new(OrganisationSchema.Status, status.Word()),
            new(OrganisationSchema.Lineage, status == OrganisationStatus.Merged ? union.MergedInto : union.SplitFrom),
            new(OrganisationSchema.IsPublic, union.IsPublic),
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
