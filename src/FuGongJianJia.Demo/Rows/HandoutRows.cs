using System.Collections.Immutable;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Handouts;
using FuGongJianJia.Model;
using static FuGongJianJia.Model.Delivery;
using static FuGongJianJia.Model.Material;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 分发.csv: leaders and offices of the district, every town, some unions and the public. Offices and no persons, and
/// mailboxes below .example, where no mail arrives.
/// </summary>
internal static class HandoutRows
{
    private const int Unions = 13;
    private const string Whole = "全区";

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var lead = DemoNames.DistrictUnion;
        yield return Row("主席", lead, true, Whole, [AnnualReport, Brief, List], [Print, Mail], 2, "zx@sl00");
        yield return Row("常务副主席", lead, true, Whole, [AnnualReport, Brief, List], [Print]);
        yield return Row("副主席", lead, true, Whole, [AnnualReport, Brief], [Print, Mail], 1, "fzx@sl00");
        yield return Row(
            "办公室",
            "",
            true,
            Whole,
            [AnnualReport, Brief, Opinion, Letter, List, Ledger],
            [Delivery.Folder]
        );
        yield return Row("组织部", "", true, Whole, [TownReport, ResultSheet, Ledger], [Delivery.Archive]);
        yield return Row("权益保障部", "", true, Whole, [Brief, Letter], [Delivery.Archive, Mail], 1, "qybzb@sl00");
        yield return Row("宣传教育部", "", true, Whole, [AnnualReport, Brief], [Mail], 1, "xcjyb@sl00");
        yield return Row("经费审查委员会办公室", "", true, Whole, [Brief, List], [Print]);
        yield return Row("部长", "区委组织部", true, Whole, [Brief], [Print]);
        yield return Row("副区长", "区政府", true, Whole, [AnnualReport, Brief], [Print]);
        yield return Row("主任", "区人大常委会办公室", false, Whole, [AnnualReport], [Print], 2);
        yield return Row("主任", "区政协办公室", false, Whole, [AnnualReport], [Print], 2);

        foreach (var town in world.Towns)
        {
            ImmutableArray<Delivery> ways = (town.Number % 3) switch
            {
                0 => [Print, Mail],
                1 => [Delivery.Archive, Mail],
                _ => [Delivery.Folder],
            };
            yield return Row(
                town.UnionName,
                "",
                true,
                town.Number % 2 == 0 ? town.Code : town.Place,
                [TownReport, ResultSheet, Brief, Opinion, Letter],
                ways,
                1,
                ways.Contains(Mail) ? $"{town.Code}@zhenjie" : ""
            );
        }

        var (one, other) = (Town(world, 5), Town(world, 6));
        yield return Row(
            $"联系{one.Place}、{other.Place}的常委",
            lead,
            true,
            $"{one.Place}、{other.Place}",
            [TownReport, Brief],
            [Print]
        );

        ImmutableArray<DemoUnion> standing =
        [
            .. world.Unions.Where(u => u.Town >= 0 && u.IsPublic && u.IsAlive(period)),
        ];
        for (var i = 0; i < Unions; i++)
        {
            var union = standing[i * standing.Length / Unions];
            yield return Row(
                union.NameOn(period.End).Name,
                "",
                true,
                union.Code,
                [ResultSheet, Opinion],
                [i % 2 == 0 ? Mail : Print],
                1,
                i % 2 == 0 ? $"{union.Code}@danwei" : ""
            );
        }

        yield return Row("示例市总工会", "", false, Whole, [AnnualReport, TownReport], [Print, Mail], 3, "bgs@szgh");
        yield return Row("区档案馆", "", false, Whole, [AnnualReport, TownReport, ResultSheet], [Delivery.Folder]);
        yield return Row("区图书馆", "", false, Whole, [AnnualReport], [Print], 2);
        yield return Row("区工人文化宫", "", false, Whole, [AnnualReport], [Print], 2);
        yield return Row("区融媒体中心", "", false, Whole, [AnnualReport], [Mail], 1, "bianji@rmt");
        yield return Row("区统计局", "", false, Whole, [AnnualReport, TownReport], [Delivery.Archive]);
        yield return Row($"{one.Place}图书室", "", false, one.Code, [TownReport, ResultSheet], [Mail], 1, "tss@dushu");
        yield return Row($"{other.Place}文化站", "", false, other.Place, [TownReport], [Print]);
        yield return Row(
            "示例大学劳动关系研究所",
            "",
            false,
            Whole,
            [AnnualReport, TownReport],
            [Delivery.Archive, Mail],
            1,
            "ldgx@daxue"
        );
        yield return Row("兄弟区总工会", "", false, Whole, [AnnualReport], [Mail], 1, "bgs@xiongdi");
    }

    private static DemoTown Town(DemoWorld world, int number) => world.Towns[number % world.Towns.Length];

    private static DemoCell[] Row(
        string name,
        string post,
        bool isInternal,
        string scope,
        ImmutableArray<Material> papers,
        ImmutableArray<Delivery> ways,
        int copies = 1,
        string mailbox = ""
    ) =>
        [
            new(HandoutSchema.Name, name),
            new(HandoutSchema.Post, post),
            new(HandoutSchema.Standing, isInternal ? "内部" : "公开"),
            new(HandoutSchema.Scope, scope),
            new(HandoutSchema.Papers, string.Join('、', papers.Select(p => p.Word()))),
            new(HandoutSchema.Ways, string.Join('、', ways.Select(w => w.Word()))),
            new(HandoutSchema.Copies, ways.Contains(Print) ? copies : null),
            new(HandoutSchema.Mailbox, mailbox.Length > 0 ? $"{mailbox.ToLowerInvariant()}.example" : null),
        ];
}
