using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>结对.csv: invented names, most without consent to publication, so that masking shows.</summary>
internal static class PairingRows
{
    private static readonly string[] Skills =
    [
        "数控加工",
        "电工维修",
        "焊接",
        "质量检验",
        "设备保养",
        "叉车驾驶",
        "仓储管理",
        "工艺改进",
        "安全管理",
        "检测计量",
    ];

    private static readonly string[] Goals =
    [
        "独立上岗",
        "取得高一级职业技能等级证书",
        "掌握三项关键操作",
        "参加区级技能竞赛",
        "完成一项工艺改进",
    ];

    private static readonly string[] GoalsOfInstitutions = ["独立上岗", "独立承担一项业务", "通过业务考核"];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var unions = world
            .Unions.Where(u =>
                u.IsLasting(period.Year)
                && u.Category is "企业" or "事业"
                && !u.IsJoint
                && u.WorkersIn(period.Year, world.BaseYear) >= 50
                && u.Code != Stories.Hospital
            )
            .ToArray();
        var hospital =
            period.Year == Stories.Year ? world.Unions.FirstOrDefault(u => u.Code == Stories.Hospital) : null;
        var (told, kept) = hospital is null ? (0, 0) : Stories.HospitalPairs;
        var count = told + world.Scaled(24);
        for (var i = 0; i < count && unions.Length > 0; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"JD{period.Year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var isTold = i < told;

            // Those of the hospital begin together in spring and are due in autumn.
            var start = isTold
                ? new DateOnly(period.Year, 3, 4 + (i / 8))
                : Workdays.From(new DateOnly(period.Year, 2, 20).AddDays((i - told) * 270 / (count - told)));
            var end = start.AddMonths(isTold ? 8 : random.Between(1, 3) * 3).AddDays(-1);
            if (start < period.Start || start > period.End)
            {
                continue;
            }

            var (mentor, apprentice) = (DemoNames.Person(random), DemoNames.Person(random));
            while (apprentice == mentor)
            {
                apprentice = DemoNames.Person(random);
            }

            var union = isTold ? hospital! : random.Pick(unions);
            yield return
            [
                new(PairingSchema.Code, code),
                new(PairingSchema.Mentor, mentor),
                new(PairingSchema.Apprentice, apprentice),
                new(PairingSchema.Organisation, union.Code),
                new(PairingSchema.Skill, Skill(random, union)),
                new(PairingSchema.Start, start),
                new(PairingSchema.End, end),
                new(PairingSchema.Goal, isTold ? "独立完成约定的三项操作" : Goal(random, union)),
                new(PairingSchema.Completed, end <= period.End && (isTold ? i < kept : random.Chance(0.86))),
                new(PairingSchema.Consent, random.Chance(0.12)),
            ];
        }
    }

    private static string Goal(SeededRandom random, DemoUnion union) =>
        random.Pick(union.Category == "事业" ? GoalsOfInstitutions : Goals);

    private static string Skill(SeededRandom random, DemoUnion union)
    {
        var skill = random.Pick(Skills);
        return union.Category != "事业" ? skill
            : union.IsClinic ? "临床护理"
            : union.IsSchool ? "课堂教学"
            : "群众文化辅导";
    }
}
