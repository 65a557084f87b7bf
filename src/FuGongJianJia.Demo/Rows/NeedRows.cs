using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>需求.csv: reported, analysed, answered; now and then a policy changes.</summary>
internal static class NeedRows
{
    private static readonly (string Category, string Summary, string Change)[] Subjects =
    [
        ("技能培训", "希望增加夜间和周末培训班次，方便轮班职工参加", "职工技能培训增设夜间班和周末班，经费由区级补助"),
        ("技能培训", "建议开设数控、电工等紧缺工种提升班", "紧缺工种提升班纳入年度培训计划"),
        ("子女托管", "希望暑期继续办职工子女托管班并延长服务时间", "暑期托管班服务时间延长到每天18时"),
        ("服务阵地", "园区快递员、网约车司机反映午间缺少休息点", "新增户外劳动者驿站纳入下一年度建设计划"),
        ("服务阵地", "希望母婴室配齐冷藏设备和呼叫按钮", "母婴室复验标准增加设备配置要求"),
        ("疗休养", "小微企业职工反映疗休养名额少、门槛高", "疗休养名额向小微企业和一线职工倾斜"),
        ("健康体检", "希望体检项目增加职业健康筛查", "职工体检套餐增加职业健康项目"),
        ("劳动报酬", "反映加班工资计算标准不清，希望开展政策宣讲", ""),
        ("劳动报酬", "希望工资专项协商提前告知一线职工", "工资专项协商增加事前意见征集环节"),
        ("安全生产", "建议对老旧设备开展防护装置排查", ""),
        ("餐饮住宿", "集体宿舍热水供应时间短，夜班职工不便", ""),
        ("交通通勤", "希望早晚高峰增开园区通勤班车", ""),
        ("文体活动", "希望镇街职工活动中心周末开放", "镇街职工活动中心周末开放半天"),
        ("法律援助", "希望工会律师定期到园区坐班", "建立工会律师每月进园区坐班制度"),
        ("困难帮扶", "建议把因病致困的新就业形态劳动者纳入帮扶范围", "困难帮扶对象扩大到已入会的新就业形态劳动者"),
        ("文体活动", "希望组织青年职工联谊和乒乓球等活动", ""),
    ];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var (count, end) = (world.Scaled(52), period.End);
        var unions = world.Unions.Where(u => u.IsLasting(period.Year)).ToArray();
        var documents = 0;
        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"XQ{period.Year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var reported = new DateOnly(period.Year, 1, 5).AddDays((i * 335 / count) + random.Between(0, 6));
            var union = unions[random.Between(0, unions.Length - 1)];
            var (category, summary, change) = Subjects[random.Between(0, Subjects.Length - 1)];
            var analysed = random.Chance(0.95) ? reported.AddDays(random.Between(2, 12)) : (DateOnly?)null;
            var answered =
                analysed is { } a && random.Chance(0.93) ? a.AddDays(random.Between(3, 26)) : (DateOnly?)null;
            var changes = change.Length > 0 && answered is not null && random.Chance(0.26);
            documents += changes ? 1 : 0;
            if (reported < period.Start || reported > end)
            {
                continue;
            }

            analysed = analysed <= end ? analysed : null;
            answered = answered <= end ? answered : null;
            changes &= answered is not null;
            var handler =
                union.Parent == DemoNames.DistrictCode || random.Chance(0.35) ? DemoNames.DistrictCode : union.Parent;
            yield return
            [
                new(NeedSchema.Code, code),
                new(NeedSchema.Organisation, union.Code),
                new(NeedSchema.ReportedOn, reported),
                new(NeedSchema.Category, category),
                new(NeedSchema.Summary, summary),
                new(NeedSchema.AnalysedOn, analysed),
                new(
                    NeedSchema.Conclusion,
                    analysed is null ? ""
                        : changes ? "共性需求，建议调整政策"
                        : random.Chance(0.6) ? "由办理单位协调解决"
                        : "纳入年度服务项目"
                ),
                new(NeedSchema.Handler, analysed is null ? "" : handler),
                new(NeedSchema.AnsweredOn, answered),
                new(NeedSchema.PolicyChanged, changes),
                new(NeedSchema.PolicyChange, changes ? change : ""),
                new(
                    NeedSchema.Document,
                    changes
                        ? string.Create(CultureInfo.InvariantCulture, $"示工发〔{period.Year}〕{10 + documents}号")
                        : ""
                ),
            ];
        }
    }
}
