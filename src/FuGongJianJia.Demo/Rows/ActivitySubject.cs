using System.Collections.Immutable;
using FuGongJianJia.Demo.District;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// A kind of activity（活动品种）: in which months it is held, by whom, where, with how many, at what cost a head.
/// </summary>
/// <param name="Kind">类型.</param>
/// <param name="Name">What follows the organiser's name.</param>
/// <param name="Programme">专项.</param>
/// <param name="Months">Months in which it begins.</param>
/// <param name="Summary">摘要.</param>
internal sealed record ActivitySubject(
    string Kind,
    string Name,
    string Programme,
    ImmutableArray<int> Months,
    string Summary
)
{
    /// <summary>Days that it lasts.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Yuan a head; none for what costs nothing to speak of.</summary>
    public (int Low, int High) Yuan { get; init; }

    /// <summary>人次 rather than 人.</summary>
    public bool Attendances { get; init; }

    /// <summary>First and last day of the month on which it begins.</summary>
    public (int First, int Last) Between { get; init; } = (8, 24);

    /// <summary>Where the district holds it, with how many people; none when it does not.</summary>
    public (string Place, int Low, int High)? OfDistrict { get; init; }

    /// <summary>Share of towns that hold it in a year, and where, with how many people.</summary>
    public (double Share, string Place, int Low, int High) OfTowns { get; init; }

    /// <summary>Share of fitting unions that hold it in a year, where, with what share of their workers.</summary>
    public (double Share, string Place, double Low, double High) OfUnions { get; init; }

    /// <summary>Which unions it fits.</summary>
    public Func<DemoUnion, int, bool> Fits { get; init; } = (_, _) => false;

    /// <summary>The year's programme but for the talks, which the indicator R03 counts.</summary>
    public static ImmutableArray<ActivitySubject> All { get; } =
    [
        new("慰问", "新春走访慰问", "五提升·关爱服务", [1], "春节前到困难职工和留岗职工家中，送去慰问金和年货")
        {
            Days = 3,
            Between = (5, 16),
            Yuan = (300, 500),
            OfDistrict = ("困难职工家庭", 40, 80),
            OfTowns = (0.4, "职工家庭", 20, 60),
            OfUnions = (0.05, "职工家庭", 0.03, 0.08),
            Fits = (_, workers) => workers >= 100,
        },
        new("会议", "产业工人队伍建设改革推进会", "五提升·产改实效", [3], "通报上年进展，分解本年改革任务")
        {
            OfDistrict = ("区工人文化宫", 80, 140),
            OfTowns = (0.15, "镇街会议室", 20, 50),
        },
        new("会议", "集体协商要约行动部署会", "五提升·产改实效", [3, 4], "部署春季要约，讲解工资专项协商的步骤")
        {
            OfDistrict = ("区工人文化宫", 60, 110),
            OfTowns = (0.25, "镇街会议室", 20, 60),
        },
        new("培训", "工会干部业务培训班", "", [3, 4, 5, 9], "讲授组织、财务、经审和信息填报，结业测试")
        {
            Yuan = (60, 150),
            OfDistrict = ("区委党校", 60, 120),
            OfTowns = (0.3, "镇街文化礼堂", 20, 45),
        },
        new(
            "培训",
            "职工技能提升班",
            "五提升·技能素质",
            [4, 5, 6, 9, 10, 11],
            "理论和实操各半，结业考核合格发放结业证明"
        )
        {
            Days = 5,
            Yuan = (120, 260),
            OfDistrict = ("区职业技术学校", 40, 80),
            OfTowns = (0.3, "职业技能实训基地", 24, 60),
            OfUnions = (0.1, "本单位实训室", 0.08, 0.16),
            Fits = (u, workers) => u.Category == "企业" && !u.IsJoint && workers >= 100,
        },
        new(
            "培训",
            "新就业形态劳动者安全培训",
            "五提升·技能素质",
            [4, 5, 6, 9, 10],
            "讲授道路交通和用电安全，现场演练急救"
        )
        {
            Yuan = (20, 50),
            OfTowns = (0.15, "快递物流园区", 30, 90),
            OfUnions = (0.6, "站点网点", 0.1, 0.25),
            Fits = (u, _) => u.IsJoint && u.IsDelivery,
        },
        new("慰问", "高温送清凉", "五提升·关爱服务", [7, 8], "给室外作业的职工送防暑用品，查看休息点和饮水")
        {
            Days = 2,
            Yuan = (30, 60),
            OfDistrict = ("重点工程工地", 120, 260),
            OfTowns = (0.6, "建筑工地和环卫站点", 60, 160),
            OfUnions = (0.6, "室外作业点", 0.3, 0.7),
            Fits = (u, _) => u.IsOutdoor,
        },
        new("文体", "职工文艺汇演", "", [4, 9], "各单位选送节目，职工自编自演")
        {
            Attendances = true,
            Yuan = (15, 40),
            OfDistrict = ("区文化广场", 300, 600),
            OfTowns = (0.15, "镇街文化广场", 150, 320),
        },
        new("文体", "职工乒乓球赛", "五提升·生活品质", [10, 11], "以班组和科室为单位报名，分团体和单打")
        {
            Days = 2,
            Yuan = (30, 80),
            OfDistrict = ("区体育馆", 80, 160),
            OfTowns = (0.2, "镇街体育馆", 32, 80),
            OfUnions = (0.1, "本单位活动室", 0.06, 0.12),
            Fits = (_, workers) => workers >= 200,
        },
        new("文体", "女职工健步走", "五提升·生活品质", [3], "三八节前后分组走完五公里")
        {
            Yuan = (15, 40),
            Between = (4, 12),
            OfTowns = (0.2, "滨湖绿道", 60, 140),
            OfUnions = (0.12, "城市绿道", 0.2, 0.4),
            Fits = (u, _) => u.Category is "事业" or "机关",
        },
        new("文体", "青年职工联谊", "五提升·生活品质", [5, 8], "未婚青年职工自愿报名，安排团队游戏和手工")
        {
            Yuan = (60, 120),
            OfDistrict = ("城市公园", 60, 100),
            OfTowns = (0.15, "文化公园", 30, 60),
        },
        new("疗休养", "一线职工疗休养", "五提升·生活品质", [4, 5, 6, 9, 10], "面向一线职工，安排健康讲座和集体活动")
        {
            Days = 5,
            Yuan = (1300, 1900),
            OfDistrict = ("疗休养基地", 40, 48),
            OfUnions = (0.3, "疗休养基地", 0.03, 0.06),
            Fits = (u, workers) => !u.IsJoint && workers >= 200,
        },
        new("家访", "职工大家访集中走访", "五提升·关爱服务", [9, 10, 11], "按名单入户走访，听取家属意见，问题转交办理")
        {
            Days = 5,
            OfUnions = (0.1, "职工家庭", 0.02, 0.05),
            Fits = (_, workers) => workers >= 100,
        },
        new(
            "劳模助企",
            "劳模工匠助企行",
            "五提升·助企精度",
            [4, 5, 6, 9, 10, 11],
            "劳模工匠到车间会诊工艺难题，约定回访日期"
        )
        {
            OfDistrict = ("企业车间", 15, 30),
            OfTowns = (0.3, "辖区企业车间", 12, 30),
        },
    ];

    /// <summary>Held by every union with a studio.</summary>
    public static ActivitySubject OfStudios { get; } =
        new(
            "劳模助企",
            "创新工作室技术会诊",
            "五提升·助企精度",
            [4, 5, 6, 9, 10],
            "工作室成员到现场会诊技术难题，提出改进清单"
        )
        {
            OfUnions = (1, "创新工作室", 0.02, 0.04),
            Fits = (_, _) => true,
        };
}
