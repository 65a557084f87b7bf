using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Tables of commendations, activities, pairs, visits and needs.</summary>
internal static partial class Cells
{
    private static readonly Dictionary<string, Func<Scene, string?>> Honours = new(StringComparer.Ordinal)
    {
        ["集体"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "集体")),
        ["班组"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "班组")),
        ["个人"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "个人")),
        ["合计"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code)),
    };

    private static bool AwardRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Raw = s.Office.Honours.Find(h =>
            Say.Date(h.Date("授予日期")) == row[0]
            && row[1].StartsWith(h["对象名称"], StringComparison.Ordinal)
            && row[2].StartsWith(h["荣誉名称"], StringComparison.Ordinal)
        );
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Awards = new(StringComparer.Ordinal)
    {
        ["对象"] = s =>
            s.Raw!["对象名称"]
            + (s.Office.NameOf(s.Raw["所在组织"]) is var name && name != s.Raw["对象名称"] ? name : ""),
        ["荣誉名称"] = s => s.Raw!["荣誉名称"] + (s.Raw["状态"] == "公示中" ? "公示中" : ""),
        ["级别"] = s => s.Raw!["级别"],
        ["类别"] = s => s.Raw!["类别"],
        ["授予单位与文号"] = s => s.Raw!["授予单位"] + s.Raw["文号"],
    };

    // An activity is told as its newest table tells it, with the organiser's name of then.
    private static bool ActivityRow(Scene s, IReadOnlyList<string> row, string last)
    {
        foreach (var period in s.Office.Periods.Reverse())
        {
            s.Raw = s
                .Office.Raw.Rows(period.Period, "活动")
                .Find(a => row[0] == Days(a) && a["活动名称"] + a["摘要"] == row[1]);
            if (s.Raw is not null)
            {
                s.P = period;
                return true;
            }
        }

        return false;
    }

    private static string Days(RawRow activity)
    {
        var (first, last) = (
            Say.Date(activity.Date("开始日期")),
            Say.Date(activity.Date("结束日期") ?? activity.Date("开始日期"))
        );
        return first == last ? first
            : first[..4] == last[..4] ? $"{first}～{last[5..]}"
            : $"{first}～{last}";
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Activities = new(StringComparer.Ordinal)
    {
        ["活动"] = s => s.Raw!["活动名称"] + s.Raw["摘要"],
        ["主办"] = s => s.P.Unit(s.Raw!["主办组织"])!.Unit.Name,
        ["地点"] = s => s.Raw!["地点"].Length > 0 ? s.Raw["地点"] : "—",
        ["场次"] = s => s.Raw!["场次"].Length > 0 ? s.Raw["场次"] : "1",
        ["参与"] = s => Headcount(s.Raw!) is { Length: > 0 } heads ? heads : "—",
    };

    /// <summary>80余人, 120人次; empty where the row has none.</summary>
    public static string Headcount(RawRow row) =>
        row.Whole("参与人数") is not { } n ? ""
        : !row.Yes("约数") ? Say.Thousands(n) + row["人次或人数"]
        : n >= 10 && n % 10 == 0 ? $"{Say.Thousands(n)}余{row["人次或人数"]}"
        : $"约{Say.Thousands(n)}{row["人次或人数"]}";

    // A programme is told by its page; its periods, or its parts over all years.
    private static bool TotalRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = Facts.Programme(s, row[0]);
        return s.Rows.Count > 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> ActivityTotals = new(StringComparer.Ordinal)
    {
        ["活动（项）"] = s => Say.Thousands(s.Rows.Count),
        ["场次"] = s => Say.Thousands(s.Rows.Sum(r => r.Whole("场次") ?? 1)),
        ["人"] = s => Heads(s, "人"),
        ["人次"] = s => Heads(s, "人次"),
    };

    public static string Heads(Scene s, string kind)
    {
        var sum = s.Rows.Where(r => r["人次或人数"] == kind).Sum(r => r.Whole("参与人数") ?? 0);
        return sum == 0 ? "—" : (s.Rows.Exists(r => r.Yes("约数")) ? "约" : "") + Say.Thousands(sum);
    }

    private static bool MonthRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Rows = Facts.Programme(s, s.P.Period.Title).FindAll(r => $"{r.Date("开始日期")!.Value.Month}月" == row[0]);
        return row[0].EndsWith('月');
    }

    private static readonly Dictionary<string, Func<Scene, string?>> MonthTotals = new(StringComparer.Ordinal)
    {
        ["累计"] = s => Say.Thousands(Facts.Held(s, Month(s))),
        ["序时计划"] = s => Say.Thousands(Say.Half(Facts.Planned(s) * Month(s) / 12m, 1)),
    };

    private static int Month(Scene s) =>
        int.Parse(s.Row[0].TrimEnd('月'), System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, Func<Scene, string?>> PartYears = new(StringComparer.Ordinal)
    {
        ["*"] = s =>
            Facts.Programme(s, s.Topic).FindAll(r => r["专项"].EndsWith("·" + s.Row[0], StringComparison.Ordinal))
                is { Count: > 0 } rows
                ? Say.Thousands(rows.Sum(r => r.Whole("场次") ?? 1))
                : "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Skills = new(StringComparer.Ordinal)
    {
        ["结对（对）"] = s => Say.Thousands(Facts.Pairs(s).Count(r => r["技能方向"] == s.Row[0])),
    };

    // Several pairs of a union may begin on one day.
    private static bool PairRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Rows = Facts
            .Pairs(s)
            .FindAll(r =>
                r["技能方向"] == row[0]
                && s.P.Unit(r["组织"])!.Unit.Name == row[1]
                && $"{Say.Date(r.Date("开始日期"))}～{Say.Date(r.Date("结束日期"))}" == row[3]
            );
        return s.Rows.Count > 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Pairs = new(StringComparer.Ordinal)
    {
        ["单位"] = s => s.Said,
        ["起止"] = s => s.Said,
        ["师徒"] = s => s.Rows.Select(r => Facts.PairNames(s, r)).FirstOrDefault(n => n == s.Said),
    };

    private static bool ByPeriod(Scene s, IReadOnlyList<string> row, string last)
    {
        if (s.Office.Periods.FirstOrDefault(p => p.Period.Title == row[0]) is not { } period)
        {
            return false;
        }

        s.P = period;
        return true;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Pairings = new(StringComparer.Ordinal)
    {
        ["结对（对）"] = s => Say.Thousands(s.Office.Raw.Rows(s.P.Period, "结对").Count),
        ["到期（对）"] = s => $"{Facts.Due(s)}",
        ["完成÷到期"] = s => Share(s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成")), Facts.Due(s)),
        ["完成（对）"] = s => Say.Thousands(s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成"))),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Visits = new(StringComparer.Ordinal)
    {
        ["应访（人）"] = s => Sum(s, "应访人数"),
        ["实访（人）"] = s => Sum(s, "实访人数"),
        ["重点对象（人）"] = s => Sum(s, "重点对象数"),
        ["实访÷应访"] = s => Share(Whole(s, "实访人数"), Whole(s, "应访人数")),
        ["已解决÷反映"] = s => Share(Whole(s, "已解决数"), Whole(s, "反映问题数")),
        ["反映问题（个）"] = s => Sum(s, "反映问题数"),
        ["已解决（个）"] = s => Sum(s, "已解决数"),
    };

    public static int Whole(Scene s, string column) =>
        s.Office.Raw.Rows(s.P.Period, "家访汇总").Sum(r => r.Whole(column) ?? 0);

    public static string Sum(Scene s, string column) => Say.Thousands(Whole(s, column));

    /// <summary>A share in percent, one decimal, without an idle zero.</summary>
    public static string Share(decimal part, decimal whole) =>
        whole == 0 ? "—" : Say.Plain(Say.Half(100m * part / whole, 1)) + "%";

    private static readonly Dictionary<string, Func<Scene, string?>> Needs = new(StringComparer.Ordinal)
    {
        ["上报"] = s => Need(s, _ => true),
        ["答复"] = s => Need(s, r => r.Date("答复日期") is not null),
        ["答复率"] = s =>
            s.Row[1].Length > 0 && !char.IsDigit(s.Row[1][0])
                ? "—"
                : Say.One(
                    100m
                        * Facts.Needs(s).Count(r => r["类别"] == s.Code && r.Date("答复日期") is not null)
                        / Facts.Needs(s).Count(r => r["类别"] == s.Code)
                ) + "%",
    };

    // A small count of what is sensitive is marked; that the mark is right is the business of the attacker's tests.
    private static string Need(Scene s, Func<RawRow, bool> which)
    {
        var said = s.Row[s.Topic == "上报" ? 1 : 2];
        var count = Facts.Needs(s).Count(r => r["类别"] == s.Code && which(r));
        return said is "不公布" || (said.StartsWith('＜') && count < s.Office.Settings.SmallNumberThreshold)
            ? said
            : Say.Thousands(count);
    }

    private static bool KindRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = s.Office.Raw.Rows(s.P.Period, "活动").FindAll(r => r["类型"] == row[0]);
        return s.Rows.Count > 0;
    }

    private static bool PartRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = s
            .Office.Raw.Rows(s.P.Period, "活动")
            .FindAll(r => r["专项"].EndsWith("·" + row[0], StringComparison.Ordinal));
        return s.Rows.Count > 0;
    }

    private static bool QuarterRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        return row[0].EndsWith("（场）", StringComparison.Ordinal) || row[0] == "走访职工（人）";
    }

    private static readonly Dictionary<string, Func<Scene, string?>> QuarterTotals = new(StringComparer.Ordinal)
    {
        ["一季度"] = s => OfQuarter(s, 1),
        ["二季度"] = s => OfQuarter(s, 2),
        ["三季度"] = s => OfQuarter(s, 3),
        ["四季度"] = s => OfQuarter(s, 4),
        ["全年"] = s => OfQuarter(s, 0),
    };

    // Sessions by the day they begin; visits of a quarter as the difference of its count since January.
    private static string OfQuarter(Scene s, int quarter)
    {
        if (s.Row[0] == "走访职工（人）")
        {
            int Until(int q) =>
                q == 0
                    ? 0
                    : s
                        .Office.Raw.Rows(Period.OfQuarter(s.P.Period.Year, q), "家访汇总")
                        .Sum(r => r.Whole("实访人数") ?? 0);
            return Say.Thousands(quarter == 0 ? Until(4) : Until(quarter) - Until(quarter - 1));
        }

        return Say.Thousands(
            Facts
                .Programme(s, s.P.Period.Title, s.Row[0].Replace("（场）", "", StringComparison.Ordinal))
                .Where(r => quarter == 0 || (r.Date("开始日期")!.Value.Month + 2) / 3 == quarter)
                .Sum(r => r.Whole("场次") ?? 1)
        );
    }

    private static readonly Dictionary<string, Func<Scene, string?>> MemberYears = new(StringComparer.Ordinal)
    {
        ["*"] = s =>
            s.Office.Periods.FirstOrDefault(p => p.Period.Title == s.Topic) is not { } year
                ? null
                : s.Row[0] switch
                {
                    "基层工会（家）" => Say.Thousands(
                        year.All.Count(u => u.Unit.Level == Model.Level.Grassroots && u.Stands)
                    ),
                    "职工（人）" => Say.Thousands(year.District.Unit.Workers!.Value),
                    "会员（人）" => Say.Thousands(year.District.Unit.Members!.Value),
                    "女会员（人）" => Say.Thousands(year.District.Unit.FemaleMembers!.Value),
                    _ => null,
                },
    };

    private static readonly Dictionary<string, Func<Scene, string?>> KindTotals = new(StringComparer.Ordinal)
    {
        ["活动（项）"] = s => $"{s.Rows.Count}",
        ["场次（场）"] = s => $"{s.Rows.Sum(r => r.Whole("场次") ?? 1)}",
        ["参与（人）"] = s => Heads(s, "人"),
        ["参与（人次）"] = s => Heads(s, "人次"),
    };

    private static bool EventRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s
            .Office.Raw.Rows(s.P.Period, "活动")
            .Find(a => a["活动名称"] == row[0] && Say.Date(a.Date("开始日期")) == row[1]);
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Events = new(StringComparer.Ordinal)
    {
        ["日期"] = s => Say.Date(s.Raw!.Date("开始日期")),
        ["主办"] = s => s.P.Unit(s.Raw!["主办组织"])!.Unit.Name,
        ["场次"] = s => Say.Thousands(s.Raw!.Whole("场次") ?? 1),
        ["参加"] = s => Activities["参与"](s),
    };
}
