using System.Collections.Immutable;

namespace FuGongJianJia.Demo.District;

/// <summary>Honours granted on one day by one document（一次表彰）.</summary>
/// <param name="Grantor">授予单位; empty for the town of who is commended.</param>
/// <param name="Month">Month.</param>
/// <param name="Day">Day.</param>
/// <param name="Level">级别.</param>
/// <param name="Honours">类别, 荣誉名称 and how many of 200 unions.</param>
internal sealed record AwardDay(
    string Grantor,
    int Month,
    int Day,
    string Level,
    ImmutableArray<(string Kind, string Honour, int Count)> Honours
)
{
    /// <summary>A year of honours, in the order of days.</summary>
    public static ImmutableArray<AwardDay> OfYear { get; } =
    [
        new("示例区总工会", 2, 22, "区级", [("集体", "模范职工之家", 3), ("个人", "优秀工会工作者", 3)]),
        new("示例省总工会", 4, 24, "省级", [("集体", "五一劳动奖状", 1), ("个人", "五一劳动奖章", 1)]),
        new("示例市总工会", 4, 25, "市级", [("个人", "五一劳动奖章", 2), ("班组", "工人先锋号", 2)]),
        new("示例区总工会", 4, 28, "区级", [("班组", "工人先锋号", 3), ("个人", "工匠", 2)]),
        new("示例区总工会", 7, 18, "区级", [("个人", "技术能手", 3)]),
        new("示例市总工会", 9, 12, "市级", [("集体", "最美户外劳动者服务站点", 2)]),
        new("示例区总工会", 10, 17, "区级", [("集体", "劳动竞赛优胜单位", 2)]),
        new("", 12, 6, "镇街级", [("班组", "先进班组", 3), ("个人", "优秀工会积极分子", 3)]),
        new("示例市总工会", 12, 20, "市级", [("集体", "先进职工之家", 2)]),
    ];

    /// <summary>Day in a year, a working day.</summary>
    public DateOnly On(int year) => Workdays.From(new(year, Month, Day));
}
