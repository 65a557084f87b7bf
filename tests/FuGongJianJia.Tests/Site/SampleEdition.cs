using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Reports;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// A fictional edition with one of every kind of page, made by hand so that pages are tested without import and
/// scoring.
/// </summary>
internal static class SampleEdition
{
    public static PublicEdition Create(bool demo = true, int unionsPerTown = 6)
    {
        var edition = Sample.Edition(demo, unionsPerTown);
        return edition with
        {
            Programmes =
            [
                new Programme
                {
                    Slug = "lectures",
                    Title = "大讲堂",
                    Period = Period.OfYear(2024),
                    Cases = ["lecture"],
                    Totals =
                    [
                        (Period.OfYear(2024), new ActivityTotal("大讲堂", 26, 40, 0, 2310, true)),
                        (Period.OfYear(2023), new ActivityTotal("大讲堂", 20, 31, 0, 1800, false)),
                    ],
                    About = "大讲堂请劳模、工匠来讲，**题目由职工点**。",
                    Months = [new(1, 0, 0), new(2, 10, 16), new(3, 16, 24)],
                    Plan = new("R03", "劳模工匠宣讲场次", 288m, new Reported.Number(41m, false)),
                    Parts =
                    [
                        new("技能", [(Period.OfYear(2024), new ActivityTotal("技能", 12, 20, 300, 900, false))]),
                        new("关爱", [(Period.OfYear(2023), new ActivityTotal("关爱", 2, 3, 30, 0, false))]),
                    ],
                    Activities =
                    [
                        new ActivityView(
                            "A001",
                            "工匠进车间",
                            "东溪镇总工会",
                            new(2024, 5, 8),
                            "东溪镇文化中心",
                            new(80, HeadcountKind.Attendances, true),
                            1,
                            "一课一题。"
                        ),
                    ],
                },
                new Programme
                {
                    Slug = "home-visits",
                    Title = "大家访",
                    Period = Period.OfYear(2024),
                    HomeVisits = [new(Period.OfYear(2024), 1200, 1136, 96, 64, 58)],
                    Cases = ["home-visits"],
                    Totals = [(Period.OfYear(2024), new ActivityTotal("家访", 12, 12, 1136, 0, false))],
                },
            ],
            Pages =
            [
                new PageView(
                    "docs/manual",
                    "使用手册",
                    10,
                    "从导出到出版，共四步。\n\n## 准备数据\n\n把导出的表放进 `data/2024/`。\n\n"
                        + "```\n./build.sh\n```\n\n## 检查\n\n| 严重程度 | 含义 |\n| --- | --- |\n| 错误 | 停止生成 |\n\n"
                        + "## 部署\n\n见[部署](deploy.md#nginx)。"
                ),
                new PageView(
                    "docs/deploy",
                    "部署",
                    20,
                    "把 `site` 文件夹放到任何静态主机。\n\n## nginx\n\n无需改写规则。"
                ),
                new PageView("about", "关于本站", 1, "本站由**示例区总工会**编印。"),
            ],
        };
    }

    /// <summary>The same with more unions in each town, and more commendations, than one page lists.</summary>
    public static PublicEdition Large()
    {
        var edition = Create(unionsPerTown: PageEntry.RowsPerSheet + 5);
        var award = edition.Commendations[0];
        return edition with
        {
            Commendations =
            [
                .. Enumerable
                    .Range(0, (PageEntry.RowsPerSheet * 2) + 7)
                    .Select(n =>
                        award with
                        {
                            Code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C{n:0000}"),
                        }
                    ),
            ],
        };
    }

    /// <summary>Options as the command would give them: every open data file and every PDF of the edition.</summary>
    public static SiteOptions Options(PublicEdition edition) =>
        new()
        {
            BasePath = "/nianjian/",
            OpenData = edition
                .Periods.SelectMany(p =>
                    new[]
                    {
                        "scores.csv",
                        "scores.json",
                        "indicators.csv",
                        "commendations.csv",
                        "catalogue.csv",
                    }.Select(f => Paths.OpenData(p.Period, f))
                )
                .ToImmutableSortedDictionary(p => p, _ => (long?)20480, StringComparer.Ordinal),
            Reports = edition
                .Periods.SelectMany(p =>
                    p.Unions.Select(u => Paths.UnionSheet(p.Period, u.Code))
                        .Concat(p.Towns.Select(t => Paths.TownReport(p.Period, t.Code)))
                        .Concat(p.Period.Kind == PeriodKind.Year ? [Paths.AnnualReport(p.Period)] : [])
                )
                .ToImmutableSortedDictionary(p => p, _ => (long?)1572864, StringComparer.Ordinal),
        };
}
