using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 表彰.csv: only honours with a grantor, a document and a basis for publication; all of them invented.
/// </summary>
internal static class CommendationRows
{
    private static readonly (string Kind, string Honour, string Level, string Grantor)[] Honours =
    [
        ("集体", "模范职工之家", "区级", "示例区总工会"),
        ("个人", "优秀工会工作者", "区级", "示例区总工会"),
        ("班组", "工人先锋号", "区级", "示例区总工会"),
        ("个人", "工匠", "区级", "示例区总工会"),
        ("集体", "先进职工之家", "市级", "示例市总工会"),
        ("个人", "优秀工会积极分子", "镇街级", ""),
        ("集体", "劳动竞赛优胜单位", "区级", "示例区总工会"),
        ("班组", "先进班组", "镇街级", ""),
        ("个人", "五一劳动奖章", "市级", "示例市总工会"),
        ("班组", "工人先锋号", "市级", "示例市总工会"),
        ("个人", "技术能手", "区级", "示例区总工会"),
        ("集体", "最美户外劳动者服务站点", "市级", "示例市总工会"),
        ("个人", "优秀工会工作者", "区级", "示例区总工会"),
        ("班组", "先进班组", "镇街级", ""),
        ("集体", "模范职工小家", "区级", "示例区总工会"),
        ("个人", "五一劳动奖章", "省级", "示例省总工会"),
        ("集体", "五一劳动奖状", "省级", "示例省总工会"),
    ];

    private static readonly string[] Teams =
    [
        "装配一班",
        "质检班",
        "维修班",
        "研发小组",
        "包装二班",
        "仓储班",
        "夜班小组",
        "设备保障组",
    ];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var count = world.Scaled(32);
        var unions = world.Unions.Where(u => u.IsPublic && u.IsLasting(period.Year) && u.Quality > -0.2).ToArray();
        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"BZ{period.Year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var granted = new DateOnly(period.Year, 2, 6).AddDays((i * 300 / count) + random.Between(0, 9));
            if (granted < period.Start || granted > period.End)
            {
                continue;
            }

            var union = unions[random.Between(0, unions.Length - 1)];
            var (kind, honour, level, grantor) = Honours[(i + period.Year) % Honours.Length];
            var town = union.Town < 0 ? null : world.Towns[union.Town].UnionName;
            if (grantor.Length == 0)
            {
                (level, grantor) = town is null ? ("区级", DemoNames.DistrictUnion) : (level, town);
            }

            var recipient = kind switch
            {
                "个人" => DemoNames.Person(random),
                "班组" => Team(random, union),
                _ => union.NameOn(granted).Name,
            };
            var series = grantor[..3] switch
            {
                "示例省" => "示省工",
                "示例市" => "示市工",
                "示例区" => "示工",
                _ => "工",
            };
            var announced = granted.AddDays(45) > period.End && i % 3 == 0;
            yield return
            [
                new(CommendationSchema.Code, code),
                new(CommendationSchema.Kind, kind),
                new(CommendationSchema.Recipient, recipient),
                new(CommendationSchema.Organisation, union.Code),
                new(CommendationSchema.Honour, honour),
                new(CommendationSchema.Level, level),
                new(CommendationSchema.Grantor, grantor),
                new(
                    CommendationSchema.Document,
                    string.Create(CultureInfo.InvariantCulture, $"{series}发〔{period.Year}〕{random.Between(4, 48)}号")
                ),
                new(CommendationSchema.GrantedOn, granted),
                new(
                    CommendationSchema.Status,
                    i == 17 ? "已撤销"
                        : announced ? "公示中"
                        : "已授予"
                ),
                new(
                    CommendationSchema.Basis,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{grantor}公示公告（{period.Year}年第{random.Between(1, 9)}号）"
                    )
                ),
                new(CommendationSchema.Consent, "是"),
            ];
        }
    }

    private static string Team(SeededRandom random, DemoUnion union)
    {
        var team = random.Pick(Teams);
        return union.Category == "企业" ? team
            : union.IsClinic ? "护理组"
            : union.IsSchool ? "教研组"
            : "服务窗口";
    }
}
