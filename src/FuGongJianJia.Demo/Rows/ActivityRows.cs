using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>活动.csv, with 五提升 as a programme（专项）of five parts.</summary>
internal static class ActivityRows
{
    private static readonly (
        string Kind,
        string Name,
        string Programme,
        string Place,
        int Low,
        int High,
        bool Attendances
    )[] Subjects =
    [
        ("劳模助企", "劳模工匠助企行", "五提升·助企精度", "生产车间", 15, 60, false),
        ("大讲堂", "劳模工匠大讲堂", "五提升·技能素质", "职工活动中心", 40, 160, true),
        ("培训", "职工技能提升班", "五提升·技能素质", "实训基地", 24, 120, true),
        ("慰问", "一线职工走访慰问", "五提升·关爱服务", "工作现场", 20, 180, false),
        ("文体", "职工乒乓球比赛", "五提升·生活品质", "体育馆", 40, 140, false),
        ("疗休养", "一线职工疗休养", "五提升·生活品质", "疗休养基地", 20, 48, false),
        ("家访", "职工大家访集中走访", "五提升·关爱服务", "职工家庭", 20, 90, false),
        ("会议", "产业工人队伍建设改革推进会", "五提升·产改实效", "会议中心", 30, 90, false),
        ("培训", "工会干部业务培训班", "", "镇街文化礼堂", 25, 80, false),
        ("文体", "青年职工联谊活动", "五提升·生活品质", "文化公园", 30, 100, false),
        ("大讲堂", "职工法律大讲堂", "", "园区会议室", 30, 120, true),
        ("劳模助企", "创新工作室技术会诊", "五提升·助企精度", "创新工作室", 8, 30, false),
        ("慰问", "高温送清凉", "五提升·关爱服务", "施工工地", 40, 320, true),
        ("文体", "职工文艺汇演", "", "镇街大舞台", 120, 420, true),
        ("培训", "新就业形态劳动者安全培训", "五提升·技能素质", "物流园区", 30, 160, true),
        ("会议", "集体协商要约行动部署会", "五提升·产改实效", "镇街会议室", 20, 60, false),
    ];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var count = world.Scaled(100);
        var unions = world.Unions.Where(u => u.IsLasting(period.Year)).ToArray();
        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"HD{period.Year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var start = new DateOnly(period.Year, 1, 8).AddDays((i * 340 / count) + random.Between(0, 4));
            var (kind, name, programme, place, low, high, attendances) = Subjects[
                random.Between(0, Subjects.Length - 1)
            ];
            var sessions = attendances ? random.Between(1, 5) : 1;
            var end = start.AddDays(
                kind == "疗休养" ? 4
                : sessions > 1 ? (sessions - 1) * 3
                : kind is "家访" or "慰问" ? random.Between(1, 6)
                : 0
            );
            end = end.Year > period.Year ? new DateOnly(period.Year, 12, 31) : end;
            if (start < period.Start || start > period.End)
            {
                continue;
            }

            var (organiser, prefix, partner) = Organiser(world, random, unions, start);
            var people = random.Between(low, high) * sessions;
            var approximate = people > 60 && random.Chance(0.16);
            yield return
            [
                new(ActivitySchema.Code, code),
                new(ActivitySchema.Title, prefix + name),
                new(ActivitySchema.Kind, kind),
                new(ActivitySchema.Programme, programme),
                new(ActivitySchema.Organiser, organiser),
                new(ActivitySchema.CoOrganiser, partner),
                new(ActivitySchema.Start, start),
                new(ActivitySchema.End, end),
                new(ActivitySchema.Place, place),
                new(ActivitySchema.Headcount, approximate ? people / 10 * 10 : people),
                new(ActivitySchema.Approximate, approximate),
                new(ActivitySchema.HeadcountKind, attendances ? "人次" : "人"),
                new(ActivitySchema.Sessions, sessions),
                new(
                    ActivitySchema.Funds,
                    random.Chance(0.8) ? (people * random.Between(18, 90) + 800) / 100 * 100 : null
                ),
                new(ActivitySchema.Summary, Summary(kind, sessions)),
            ];
        }
    }

    private static (string Code, string Prefix, string Partner) Organiser(
        DemoWorld world,
        SeededRandom random,
        DemoUnion[] unions,
        DateOnly day
    )
    {
        if (random.Chance(0.18))
        {
            return (DemoNames.DistrictCode, "全区", "");
        }

        if (random.Chance(0.45))
        {
            var town = random.Pick(world.Towns);
            return (town.Code, town.Place, "");
        }

        var union = unions[random.Between(0, unions.Length - 1)];
        return (
            union.Code,
            union.NameOn(day).ShortName[..^2],
            union.Town < 0 ? DemoNames.DistrictUnion : world.Towns[union.Town].UnionName
        );
    }

    private static string Summary(string kind, int sessions) =>
        kind switch
        {
            "劳模助企" => "劳模工匠到一线会诊工艺难题，现场答疑并约定回访",
            "大讲堂" => sessions > 1 ? "分场次讲授技能和政策，课后由学员打分" : "讲授技能和政策，课后由学员打分",
            "培训" => "理论讲授和实操各半，结业考核合格发放结业证明",
            "慰问" => "向坚守岗位的一线职工送去慰问品，收集意见建议",
            "家访" => "按名单入户走访，听取家属意见，问题转交办理",
            "疗休养" => "面向一线职工，安排健康讲座和集体活动",
            "文体" => "职工自愿报名，以班组为单位参加",
            _ => "通报进展，部署下一阶段任务",
        };
}
