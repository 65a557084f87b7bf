using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>组织.csv of a period.</summary>
internal static class OrganisationTable
{
    private const string Header =
        "组织编码,组织名称,简称,层级,上级编码,组织类型,单位类别,统一社会信用代码,行政区划代码,职工数,会员数,女会员数,成立日期,状态,沿革编码,公开";

    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(stream, Header);
        var alive = world.Unions.Where(u => u.IsAlive(period)).ToLookup(u => u.Town);
        var (workers, members, female) = Totals(world, period, alive.SelectMany(g => g));
        sink.Row(
            DemoNames.DistrictCode,
            DemoNames.DistrictUnion,
            DemoNames.DistrictUnion,
            "区",
            "",
            "总工会",
            "其他",
            "",
            DemoNames.DivisionCode,
            CsvSink.Text(workers),
            CsvSink.Text(members),
            CsvSink.Text(female),
            "1986-05-01",
            "正常",
            "",
            "是"
        );
        foreach (var town in world.Towns)
        {
            (workers, members, female) = Totals(world, period, alive[town.Number]);
            sink.Row(
                town.Code,
                town.UnionName,
                town.Place,
                "镇街",
                DemoNames.DistrictCode,
                "镇街总工会",
                "其他",
                "",
                "",
                CsvSink.Text(workers),
                CsvSink.Text(members),
                CsvSink.Text(female),
                "2003-09-28",
                "正常",
                "",
                "是"
            );
        }

        foreach (var union in world.Unions)
        {
            if (union.StatusAt(period) is { } status)
            {
                Union(sink, world, period, union, status);
            }
        }
    }

    private static void Union(CsvSink sink, DemoWorld world, Period period, DemoUnion union, OrganisationStatus status)
    {
        var old =
            union.Renamed is { } renamed && period.End < renamed.On
                ? renamed
                : ((DateOnly, string Name, string ShortName)?)null;
        var lineage = status == OrganisationStatus.Merged ? union.MergedInto : union.SplitFrom;
        sink.Row(
            union.Code,
            old?.Name ?? union.Name,
            old?.ShortName ?? union.ShortName,
            "基层",
            union.Parent,
            union.Kind,
            union.Category,
            union.CreditCode,
            "",
            CsvSink.Text(union.WorkersIn(period.Year, world.BaseYear)),
            CsvSink.Text(union.MembersIn(period.Year, world.BaseYear)),
            CsvSink.Text(union.FemaleIn(period.Year, world.BaseYear)),
            CsvSink.Text(union.Founded),
            status.Word(),
            lineage,
            CsvSink.Text(union.IsPublic)
        );
    }

    private static (int Workers, int Members, int Female) Totals(
        DemoWorld world,
        Period period,
        IEnumerable<DemoUnion> unions
    )
    {
        var (workers, members, female) = (0, 0, 0);
        foreach (var union in unions)
        {
            workers += union.WorkersIn(period.Year, world.BaseYear);
            members += union.MembersIn(period.Year, world.BaseYear);
            female += union.FemaleIn(period.Year, world.BaseYear);
        }

        return (workers, members, female);
    }
}
