using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Facts of a period that are counted from its tables.</summary>
internal static class Facts
{
    /// <summary>数据截止: the last day a value was reported on.</summary>
    public static DateOnly DataDate(PeriodFacts p) => p.DataDate;

    /// <summary>A place, or why there is none.</summary>
    public static string WhyUnranked(UnitFacts u)
    {
        var settings = u.Period.Office.Settings;
        return u switch
        {
            { Unit.IsPublic: false } => "不公开单位",
            { Unit.Status: OrganisationStatus.New } => "当期新建",
            { Unit.Status: OrganisationStatus.Merged } => "已合并",
            { Unit.Status: OrganisationStatus.Dissolved } => "已撤销",
            { Figures.Total: null } => "无可计分数据",
            { IsThin: true } => $"覆盖率{Say.Two(u.Figures.Coverage)}%，低于{Say.Plain(settings.RankMinimumCoverage)}%",
            _ => $"所在组可排名的单位不足{settings.RankMinimumGroup}个",
        };
    }

    public static string Band(UnitFacts u) =>
        u.Place * 3 <= u.Ranked ? "前三分之一"
        : u.Place * 3 <= u.Ranked * 2 ? "中间三分之一"
        : "后三分之一";

    /// <summary>Quantile of the days a step took, one decimal.</summary>
    public static decimal? Days(PeriodFacts p, string step, decimal share)
    {
        var days = p.Tasks.SelectMany(t => t.DaysBefore(step)).Select(d => (decimal)d).ToList();
        return days.Count == 0 ? null : PeriodFacts.Quantile(days, share, 1);
    }

    public static List<RawRow> Guidance(PeriodFacts p) => p.Office.Raw.Rows(p.Period, "指导");

    // A count that held the town's own would name it: its page speaks of the unions below it.
    private static bool IsTownPage(Scene s) =>
        s.Place.Contains("/towns/", StringComparison.Ordinal)
        && s.Place.EndsWith("/index.html", StringComparison.Ordinal);

    /// <summary>Guidance of the district, or of a town's own units.</summary>
    public static List<RawRow> Guidance(Scene s) =>
        Guidance(s.P)
            .FindAll(g =>
                s.U is null
                || s.U.Unit.Level == Level.District
                || (g["对象组织"] == s.U.Unit.Code && !IsTownPage(s))
                || s.P.Unit(g["对象组织"])?.IsBelow(s.U) == true
            );

    /// <summary>The last rung of each matter: one unit, one task or, without a task, one cause.</summary>
    public static List<RawRow> Matters(PeriodFacts p) =>
        [
            .. Guidance(p)
                .GroupBy(g => (g["对象组织"], g["关联任务"].Length > 0 ? g["关联任务"] : g["事由"]))
                .Select(m => m.OrderBy(g => Array.IndexOf(Rungs, g["类型"])).ThenBy(g => g.Date("发出日期")).Last()),
        ];

    public static readonly string[] Rungs = ["提醒", "预警", "督办", "约谈"];

    /// <summary>Needs of the district, or of the town whose page or paper it is and its unions.</summary>
    public static List<RawRow> Needs(Scene s) => Needs(s.P, s.U);

    public static List<RawRow> Needs(PeriodFacts p, UnitFacts? of) =>
        [
            .. p
                .Office.Raw.Rows(p.Period, "需求")
                .Where(r =>
                    of is null
                    || of.Unit.Level == Level.District
                    || r["上报组织"] == of.Unit.Code
                    || p.Unit(r["上报组织"])?.IsBelow(of) == true
                ),
        ];

    public static decimal? NeedDays(List<RawRow> needs)
    {
        var days = needs
            .Where(r => r.Date("答复日期") is not null)
            .Select(r => (decimal)(r.Date("答复日期")!.Value.DayNumber - r.Date("上报日期")!.Value.DayNumber))
            .ToList();
        return days.Count == 0 ? null : PeriodFacts.Quantile(days, 0.5m, 1);
    }

    /// <summary>
    /// How many activities of a programme begin in a year and are listed: whose organiser is public, the newest of all.
    /// </summary>
    public static int Listed(Scene s, string year)
    {
        const int Most = 500;
        return s
            .Office.Periods.Reverse()
            .SelectMany(p => Programme(s, p.Period.Title).Select(r => (Row: r, Period: p)))
            .DistinctBy(x => x.Row["活动编码"], StringComparer.Ordinal)
            .Where(x => x.Period.Unit(x.Row["主办组织"])?.Unit.IsPublic == true)
            .OrderByDescending(x => x.Row.Date("开始日期"))
            .ThenBy(x => x.Row["活动编码"], StringComparer.Ordinal)
            .Take(Most)
            .Count(x => $"{x.Row.Date("开始日期")!.Value.Year}年" == year);
    }

    /// <summary>Activities of the programme of a page, of a period or of one of its parts.</summary>
    public static List<RawRow> Programme(Scene s, string of, string title = "")
    {
        var slug = (title.Length > 0 ? title : s.Programme) switch
        {
            "劳模助企" => "model-workers-help",
            "大家访" => "home-visits",
            "大讲堂" => "lecture-hall",
            "技能培训" => "training",
            "文体活动" => "culture-and-sport",
            "五提升" => "five-improvements",
            _ => s.Place.Split('/')[1],
        };
        var kind = slug switch
        {
            "model-workers-help" => "劳模助企",
            "home-visits" => "家访",
            "lecture-hall" => "大讲堂",
            "training" => "培训",
            "culture-and-sport" => "文体",
            "mentoring" => "拜师结对",
            _ => "",
        };
        bool In(RawRow r) =>
            slug == "five-improvements" ? r["专项"].StartsWith("五提升", StringComparison.Ordinal) : r["类型"] == kind;
        return s.Office.Periods.FirstOrDefault(p => p.Period.Title == of) is { } period
            ? s.Office.Raw.Rows(period.Period, "活动").FindAll(In)
            :
            [
                .. s
                    .Office.Periods.Where(p => p.Period.Kind == PeriodKind.Year)
                    .SelectMany(p => s.Office.Raw.Rows(p.Period, "活动"))
                    .Where(r => In(r) && r["专项"].EndsWith(of, StringComparison.Ordinal)),
            ];
    }

    /// <summary>Sessions of the programme of a page from January to a month.</summary>
    public static int Held(Scene s, int month) =>
        Programme(s, s.P.Period.Title)
            .Where(r => r.Date("开始日期")!.Value.Month <= month)
            .Sum(r => r.Whole("场次") ?? 1);

    /// <summary>What the district's row of the indicator of lectures aims at in a year.</summary>
    public static decimal Planned(Scene s) => s.P.Data.Catalogue.Single(PlansFor(s)).Rule.Target!.Value;

    /// <summary>Whether a row of the catalogue is the district's plan for the programme of a page.</summary>
    public static Func<Catalogue.Indicator, bool> PlansFor(Scene s) =>
        r =>
            r.Levels.Contains(Level.District)
            && r.Source == "活动台账"
            && s.Place.Contains("lecture-hall", StringComparison.Ordinal)
            && r.Definition.Contains("大讲堂", StringComparison.Ordinal);

    /// <summary>Pairs of the newest year whose union is public.</summary>
    public static List<RawRow> Pairs(Scene s) =>
        s.Office.Raw.Rows(s.P.Period, "结对").FindAll(r => s.P.Unit(r["组织"])?.Unit.IsPublic == true);

    public static int Due(Scene s) =>
        s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成") || r.Date("结束日期") <= s.P.Period.End);

    /// <summary>Whom a pair may name: who agreed, and did not fall short of its term.</summary>
    public static string PairNames(Scene s, RawRow r) =>
        r.Yes("公开同意") && (r.Yes("完成") || r.Date("结束日期") > s.P.Period.End)
            ? $"{r["师傅"]}带{r["徒弟"]}"
            : "不写姓名";
}
