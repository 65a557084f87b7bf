using System.Globalization;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// A need of workers（职工需求）: reported, studied, answered; the first of a kind in a year may change a policy.
/// </summary>
internal sealed record DemoNeed(
    string Code,
    DemoUnion Union,
    DateOnly ReportedOn,
    string Category,
    string Summary,
    DateOnly? AnalysedOn,
    DateOnly? AnsweredOn,
    string Handler,
    string Conclusion,
    string PolicyChange
)
{
    private static readonly (
        string Category,
        string Summary,
        string Change,
        int From,
        int To,
        bool OfFirms
    )[] Subjects =
    [
        (
            "技能培训",
            "轮班职工白天上不了课，希望开设夜间和周末培训班",
            "职工技能培训增设夜间班和周末班，经费由区级补助",
            1,
            12,
            true
        ),
        ("技能培训", "建议开设数控、电工等紧缺工种提升班", "紧缺工种提升班纳入年度培训计划", 1, 12, true),
        ("子女托管", "希望暑期继续办职工子女托管班并延长服务时间", "暑期托管班服务时间延长到每天18时", 4, 7, false),
        ("服务阵地", "园区快递员、网约车司机反映午间缺少休息点", "新增户外劳动者驿站纳入下一年度建设计划", 1, 12, true),
        ("服务阵地", "希望母婴室配齐冷藏设备和呼叫按钮", "母婴室复验标准增加设备配置要求", 1, 12, false),
        ("疗休养", "小微企业职工反映疗休养名额少、门槛高", "疗休养名额向小微企业和一线职工倾斜", 2, 9, true),
        ("健康体检", "希望体检项目增加职业健康筛查", "职工体检套餐增加职业健康项目", 1, 12, false),
        ("劳动报酬", "反映加班工资计算标准不清，希望开展政策宣讲", "", 1, 12, true),
        ("劳动报酬", "希望工资专项协商提前告知一线职工", "工资专项协商增加事前意见征集环节", 2, 6, true),
        ("安全生产", "建议对老旧设备开展防护装置排查", "", 1, 12, true),
        ("安全生产", "希望高温时段调整室外作业时间", "", 6, 9, true),
        ("餐饮住宿", "集体宿舍热水供应时间短，夜班职工不便", "", 1, 12, true),
        ("交通通勤", "希望早晚高峰增开园区通勤班车", "", 1, 12, true),
        ("文体活动", "希望镇街职工活动中心周末开放", "镇街职工活动中心周末开放半天", 1, 12, false),
        ("法律援助", "希望工会律师定期到园区坐班", "建立工会律师每月进园区坐班制度", 1, 12, true),
        (
            "困难帮扶",
            "建议把因病致困的新就业形态劳动者纳入帮扶范围",
            "困难帮扶对象扩大到已入会的新就业形态劳动者",
            1,
            12,
            false
        ),
        ("文体活动", "希望组织青年职工联谊和乒乓球等活动", "", 1, 12, false),
    ];

    /// <summary>True when it changed a policy, which has a document of the day of the answer.</summary>
    public bool ChangesPolicy => PolicyChange.Length > 0;

    /// <summary>Those of a year by code, which is by the day they were reported.</summary>
    public static IEnumerable<DemoNeed> Of(DemoWorld world, int year)
    {
        var count = world.Scaled(52);
        var unions = world.Unions.Where(u => u.IsLasting(year)).ToArray();
        var night = year == Stories.Year ? Array.Find(unions, u => u.Code == Stories.NightClass) : null;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        if (night is not null)
        {
            changed.Add(Subjects[0].Change);
        }

        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"XQ{year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var reported = new DateOnly(year, 1, 5).AddDays((i * 335 / count) + random.Between(0, 4));
            reported = Workdays.From(reported);
            var union = random.Pick(unions);
            if (night is not null && reported >= Stories.Night.Told)
            {
                yield return Night(code, night);
                night = null;
                continue;
            }

            var fitting = Array.FindAll(
                Subjects,
                s => s.From <= reported.Month && reported.Month <= s.To && (!s.OfFirms || union.Category == "企业")
            );
            var (category, summary, change, _, _, _) = random.Pick(fitting);
            var analysed = random.Chance(0.95)
                ? Workdays.From(reported.AddDays(random.Between(2, 12)))
                : (DateOnly?)null;
            var answered =
                analysed is { } a && random.Chance(0.93)
                    ? Workdays.From(a.AddDays(random.Between(3, 26)))
                    : (DateOnly?)null;
            var changes = change.Length > 0 && answered?.Year == year && random.Chance(0.3) && changed.Add(change);
            yield return new(
                code,
                union,
                reported,
                category,
                summary,
                analysed,
                answered,
                changes || union.Parent == DemoNames.DistrictCode || random.Chance(0.35)
                    ? DemoNames.DistrictCode
                    : union.Parent,
                changes ? "共性需求，建议调整政策"
                    : random.Chance(0.6) ? "由办理单位协调解决"
                    : "纳入年度服务项目",
                changes ? change : ""
            );
        }
    }

    private static DemoNeed Night(string code, DemoUnion union)
    {
        var (category, summary, change, _, _, _) = Subjects[0];
        var (told, studied, answered, _) = Stories.Night;
        return new(
            code,
            union,
            told,
            category,
            summary,
            studied,
            answered,
            DemoNames.DistrictCode,
            "共性需求，建议调整政策",
            change
        );
    }
}
