using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 表彰.csv: honours with a grantor, a document and a basis for publication, all of them invented. Only unions that
/// nothing speaks against are commended（评先资格）: in time with every task, no incident, no audit finding overdue, what
/// is mandatory complete.
/// </summary>
internal static class CommendationRows
{
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

    private static readonly string[] ServiceTrades = ["酒店", "物业", "商贸", "信息技术", "物流"];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var unions = Eligible(world, period.Year);
        var number = 0;
        foreach (var day in AwardDay.OfYear)
        {
            var on = day.On(period.Year);
            foreach (var (kind, honour, at200) in day.Honours)
            {
                // One honour is given to a unit once.
                var candidates = unions
                    .Where(u => Suits(world, u, honour) && (day.Grantor.Length > 0 || u.Town >= 0))
                    .ToList();
                for (var i = 0; i < Math.Max(1, world.Scaled(8 * at200) / 8) && candidates.Count > 0; i++)
                {
                    var code = string.Create(CultureInfo.InvariantCulture, $"BZ{period.Year}-{++number:000}");
                    var random = SeededRandom.For(world.Seed, code);
                    var union = random.Pick(candidates);
                    candidates.Remove(union);
                    if (on >= period.Start && on <= period.End)
                    {
                        yield return Row(world, period, code, day, on, kind, honour, union, random, number);
                    }
                }
            }
        }
    }

    private static DemoCell[] Row(
        DemoWorld world,
        Period period,
        string code,
        AwardDay day,
        DateOnly on,
        string kind,
        string honour,
        DemoUnion union,
        SeededRandom random,
        int number
    )
    {
        var grantor = day.Grantor.Length > 0 ? day.Grantor : world.Towns[union.Town].UnionName;
        var honoured = kind switch
        {
            "个人" => DemoNames.Person(random),
            "班组" => Team(random, union, on),
            // A certificate of labour is the unit's, a home of workers the union's.
            _ when IsOfUnit(honour) => union.NameOn(on).Name[..^2],
            _ => union.NameOn(on).Name,
        };

        // The last of the year are still open to objections at its end, and have no document yet.
        var isOpen = on.AddDays(15) > period.End;
        return
        [
            new(CommendationSchema.Code, code),
            new(CommendationSchema.Kind, kind),
            new(CommendationSchema.Recipient, honoured),
            new(CommendationSchema.Organisation, union.Code),
            new(CommendationSchema.Honour, honour),
            new(CommendationSchema.Level, day.Level),
            new(CommendationSchema.Grantor, grantor),
            new(CommendationSchema.Document, isOpen ? "" : world.DocumentsOf(period.Year).Of(grantor, on)),
            new(CommendationSchema.GrantedOn, on),
            new(
                CommendationSchema.Status,
                isOpen ? "公示中"
                    : number == 6 && period.Year == world.BaseYear + 1 ? "已撤销"
                    : "已授予"
            ),
            new(
                CommendationSchema.Basis,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{grantor}公示公告（{period.Year}年第{1 + (on.DayOfYear / 40)}号）"
                )
            ),
            new(CommendationSchema.Consent, "是"),
        ];
    }

    private static ImmutableArray<DemoUnion> Eligible(DemoWorld world, int year)
    {
        var values = new UnionValues(world, Period.OfYear(year));
        var tasks = world.TasksOf(year);
        return
        [
            .. world.Unions.Where(u =>
                u.IsPublic
                && u.IsLasting(year)
                && u.Quality > -0.3
                && !tasks.WasLate(u.Code)
                && values.Of(u).ToDictionary(v => v.Indicator, StringComparer.Ordinal) is var reported
                && reported.Values.All(v => v.State is "已报" or "不适用")
                && reported.TryGetValue("G03", out var mandatory)
                && mandatory.Numerator == mandatory.Denominator
                && reported.TryGetValue("G05", out var overdue)
                && overdue.Value is 0
                && reported.TryGetValue("X04", out var incidents)
                && incidents.Value is 0
            ),
        ];
    }

    private static bool IsOfUnit(string honour) => honour is "五一劳动奖状" or "劳动竞赛优胜单位";

    // A craftsman works in a firm; a station for those outdoors stands where there are such.
    private static bool Suits(DemoWorld world, DemoUnion union, string honour) =>
        honour switch
        {
            "最美户外劳动者服务站点" => union.IsJoint && UnionDuties.Posts(world, union) > 0,
            "劳动竞赛优胜单位" or "工匠" or "技术能手" => union.Category == "企业" && !union.IsJoint,
            "五一劳动奖状" => union.Category is "企业" or "事业" && !union.IsJoint,
            _ => true,
        };

    private static string Team(SeededRandom random, DemoUnion union, DateOnly on)
    {
        var team = random.Pick(Teams);
        return union.PrefixOn(on)
            + (
                union.IsJoint ? "志愿服务队"
                : ServiceTrades.Any(t => union.Name.Contains(t, StringComparison.Ordinal)) ? "服务一班"
                : union.Category == "企业" ? team
                : union.IsClinic ? "护理组"
                : union.IsSchool ? "教研组"
                : "服务窗口"
            );
    }
}
