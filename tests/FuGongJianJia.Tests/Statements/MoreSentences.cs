using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about periods, tasks, guidance, needs, programmes and the method.</summary>
internal static partial class Sentences
{
    private static List<decimal> TownTotals(Scene s) => Values(s, Level.Town, null);

    private static List<decimal> UnionTotals(Scene s) => Values(s, Level.Grassroots, null);

    private static List<decimal> Told(Scene s) => s.Level == Level.Town ? TownTotals(s) : UnionTotals(s);

    private static string GradeCount(Scene s, string grade) =>
        $"{Told(s).Count(v => Say.Grade(v, s.Office.Settings.GradeBands) == grade)}";

    private static string CountOf(Scene s, Level level)
    {
        s.Level = level;
        return Say.Thousands(s.P.Standing(level).Count());
    }

    private static IEnumerable<Shape> Periods() =>
        [
            new("{n}个镇街(?:中)?", s => CountOf(s, Level.Town)),
            new("{n}家公开的基层工会(?:中)?", s => CountOf(s, Level.Grassroots)),
            new("优秀{n}个", s => GradeCount(s, "优秀")),
            new("良好{n}个", s => GradeCount(s, "良好")),
            new("合格{n}个", s => GradeCount(s, "合格")),
            new("待提升{n}个", s => GradeCount(s, "待提升")),
            new("总指数中位数为{n}分", s => As(s, PeriodFacts.Quantile(Told(s), 0.5m))),
            new("最高与最低相差{n}分", s => As(s, Told(s).Max() - Told(s).Min())),
            new(
                "指数居前的是{x}(?=。)",
                s =>
                    string.Join(
                        '、',
                        s.P.Standing(Level.Town)
                            .Where(t => t.Place is not null)
                            .OrderBy(t => t.Place)
                            .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                            .Take(Math.Max(3, s.P.Standing(Level.Town).Count(t => t.Place <= 3)))
                            .Select(t => $"{t.Unit.ShortName}（{Say.Text(t.Figures.Total!.Value)}分）")
                    )
            ),
            new(
                "中间一半的工会在{n}～{n}分之间",
                s => Say.Text(PeriodFacts.Quantile(UnionTotals(s), 0.25m)),
                s => Say.Text(PeriodFacts.Quantile(UnionTotals(s), 0.75m))
            ),
            new(
                "按可比口径，{w}比上年(?:同期)?{=提高[\\d.]+分}，升幅居各镇街首位",
                s => Risers(s, Level.Town).First().Unit.ShortName,
                s => Moved(Risers(s, Level.Town).First().Comparable)
            ),
            new(
                "数据截[止至]　?{=\\d+年\\d+月\\d+日}",
                s =>
                    Say.LongDate(
                        Facts.DataDate(s.Place.StartsWith("unions/", StringComparison.Ordinal) ? s.Office.Newest : s.P)
                    )
            ),
            new("编制{=\\d+年\\d+月\\d+日}", s => Say.LongDate(Printed(s))),
            new(s => s.Topic == "纸", "{=\\d+年\\d+月\\d+日}$", s => Say.LongDate(Printed(s))),
            new("指标值、任务和指导为{n}月至{n}月的累计数", _ => "1", s => $"{s.P.Period.End.Month}"),
            new("年初累计的指标对照全年目标的{n}/{n}（序时进度）计分", s => $"{s.P.Period.End.Month}", _ => "12"),
            new("本期有{n}家公开的基层工会", s => CountOf(s, Level.Grassroots)),
            new("另有{n}家不公开", s => Say.Thousands(s.P.Hidden(Level.Grassroots))),
            new("全部工会，{n}家", s => CountOf(s, Level.Grassroots)),
            new("工会只在同类、规模相近的组内排名", []),
            new("组内可排名单位不足{n}家的不排名", s => $"{s.Office.Settings.RankMinimumGroup}"),
            new(
                "范围为有可比变化的{n}[个家]{w}",
                s => Say.Thousands(Compared(s).Count),
                s => s.Level == Level.Town ? "镇街" : "公开的基层工会"
            ),
            new(
                "另有{n}[个家]没有可比变化",
                s => Say.Thousands(s.P.Standing(s.Level!.Value).Count(u => u.Comparable is null))
            ),
            new("{n}[个家]不公开，不在其中", s => $"{s.P.Hidden(s.Level!.Value)}"),
            new(
                "{n}[个家]{w}，不在其中",
                s => $"{s.P.All.Count(u => u.Unit.Level == s.Level && u.Unit.IsPublic && !u.Stands)}",
                s => s.Said
            ),
            new("组织编码：{x}$", s => s.U!.Unit.Code),
            new("职工数：{n}人", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("会员数：{n}人", s => Say.Thousands(s.U!.Unit.Members ?? 0)),
            new("成立日期：{x}$", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new("{=得分表|指标明细|指标目录|字段说明|JSON结构说明}，(?:CSV|JSON)·{n}KB", s => s.Said, Size),
            new("{p}表彰，CSV·{n}KB", Size),
            new("已出版{n}期", s => $"{s.Office.Periods.Count()}"),
            new("目标×已过月份÷{n}", _ => "12"),
            new("{p}五大指数(?:运行情况)?", []),
            new("{p}{u}{=[一二三四五六七八九十]+}项指标", s => Han(s.U!.Items.Count)),
            new("{p}全区{n}项指标", s => $"{s.P.Data.Catalogue.Select(i => i.Code).Distinct().Count()}"),
            new("{p}{l}{i}，按得分由高到低", []),
            new("{p}{l}{k}指数，由高到低", []),
        ];

    // The newest papers bear the edition's date, which is that of the newest data; older ones their own.
    public static DateOnly Printed(Scene s) =>
        s.P.Period.End == s.Office.Newest.Period.End ? s.Office.Periods.Max(Facts.DataDate) : Facts.DataDate(s.P);

    private static List<UnitFacts> Compared(Scene s)
    {
        s.Level = s.Said.Length > 2 || s.Topic == "工会" ? Level.Grassroots : Level.Town;
        return [.. s.P.Standing(s.Level.Value).Where(u => u.Comparable is not null)];
    }

    private static IEnumerable<UnitFacts> Risers(Scene s, Level level) =>
        s
            .P.Standing(level)
            .Where(u => u.Comparable > 0)
            .OrderByDescending(u => u.Comparable)
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal);

    private static string Han(int n)
    {
        const string Digits = "零一二三四五六七八九";
        return n < 10 ? $"{Digits[n]}"
            : n < 20 ? "十" + (n == 10 ? "" : $"{Digits[n - 10]}")
            : $"{Digits[n / 10]}十{(n % 10 == 0 ? "" : $"{Digits[n % 10]}")}";
    }

    private static string Size(Scene s) => s.Office.Sizes.Contains(s.Said) ? s.Said : "一个数据文件的大小";

    private static List<TaskFacts> Due(Scene s) => s.P.Tasks.FindAll(t => t.IsDue && t.HasJournal);

    private static int Held(Scene s) => Due(s).Sum(t => t.Executors.Count);

    private static int First(Scene s) => Due(s).Sum(t => t.Executors.Count(e => e.First <= t.Due));

    private static int Accepted(Scene s) => Due(s).Sum(t => t.Executors.Count(e => e.Accepted <= t.Due));

    private static List<Executor> Open(Scene s, string stage) =>
        [.. s.P.Tasks.SelectMany(t => t.All).Where(e => e.Stage == stage)];

    private static int Longest(Scene s, string stage) =>
        Open(s, stage).Max(e => Math.Max(0, Facts.DataDate(s.P).DayNumber - e.Since.DayNumber));

    private static List<Executor> Late(Scene s) =>
        [.. s.P.Tasks.Where(t => t.Due < Facts.DataDate(s.P)).SelectMany(t => t.All).Where(e => e.Stage == "待反馈")];

    private static string Percent(int part, int whole) => Say.Plain(Say.Half(part * 100m / whole, 1));

    private static List<int> Without(Scene s) =>
        [.. Enumerable.Range(1, 12).Where(m => Facts.Held(s, m) == (m == 1 ? 0 : Facts.Held(s, m - 1)))];

    private static bool IsScreening(Scene s) => s.Place.EndsWith("/screening", StringComparison.Ordinal);

    private static string Unmet(Scene s, Func<Catalogue.Indicator, string, bool> row)
    {
        var asked = Screening.Asked(s.P).FindAll(a => row(a.Row, a.Mark));
        return $"{Screening.With(s.P, u => asked.Exists(a => Screening.IsMet(u, a.Row) == false))}";
    }

    private static IEnumerable<Shape> OfScreening() =>
        [
            new(
                IsScreening,
                "{=通过|不通过|待核|不参评|否决}{n}家",
                s => s.Topic = s.Said,
                s => $"{Screening.With(s.P, u => Screening.Verdict(u) == s.Topic)}"
            ),
            new(IsScreening, "范围为基层工会{n}家", s => $"{Screening.Units(s.P).Count}"),
            new(
                IsScreening,
                "(?:另有)?{n}家{=合并|撤销|分设|换编码}",
                s => s.Said,
                s =>
                    s.P.All.Count(u => u.Unit.Level == Level.Grassroots && !u.Stands) is > 0 and var all && all <= 2
                        ? s.Said
                        : null
            ),
            new(IsScreening, "公开与否都在内", []),
            new(
                IsScreening,
                "{i}（{=一票否决|必备|必查}）",
                s => Screening.Asked(s.P).Where(a => a.Row.Code == s.Code).Select(a => a.Mark).Single()
            ),
            new(IsScreening, "覆盖率不到{n}%的待核", s => Say.Plain(s.Office.Settings.RankMinimumCoverage)),
            new(IsScreening, "有{i}的{n}家", s => Unmet(s, (row, mark) => row.Code == s.Code && mark == "一票否决")),
            new(
                IsScreening,
                "{i}未达标的{n}家",
                s => Unmet(s, (row, mark) => row.Code == s.Code && mark != "一票否决")
            ),
            new(
                IsScreening,
                "要看的指标缺报或存疑的{n}家",
                s => $"{Screening.With(s.P, u => Screening.Asked(s.P).Exists(a => Screening.IsMet(u, a.Row) is null))}"
            ),
            new(
                IsScreening,
                "覆盖率不到{n}%的{n}家",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage),
                s => $"{Screening.With(s.P, u => u.IsThin)}"
            ),
            new(
                IsScreening,
                "新建的{n}家",
                s => $"{Screening.With(s.P, u => u.Unit.Status == OrganisationStatus.New)}"
            ),
            new(IsScreening, "补报{=\\d+年\\d+月\\d+日}前", s => Say.LongDate(s.P.Period.End.AddDays(15))),
            new(
                IsScreening,
                "其余{=\\d+年\\d+月\\d+日}前",
                s => Say.LongDate(s.P.Period.End.AddDays(1).AddMonths(3).AddDays(-1))
            ),
            new(IsScreening, "{p}评先资格审查表", []),
        ];

    private static IEnumerable<Shape> TasksAndGuidance() =>
        [
            new("(?:年初以来|本季度|上半年|下半年|本月)?下达任务{n}项", s => $"{s.P.Tasks.Count}"),
            new("到期{n}项", s => $"{s.P.Tasks.Count(t => t.IsDue)}"),
            new(s => s.U?.Unit.Level == Level.District, "{n}个单位次", s => $"{Held(s)}"),
            new("由{n}个单位次办理", s => $"{s.P.Tasks.Sum(t => t.Executors.Count)}"),
            new("全年任务{n}项", s => $"{s.P.Tasks.Count}"),
            new(
                "本镇街及所属工会领办任务{n}项、{n}个单位次，办结{n}个单位次",
                s => $"{Own(s).Count}",
                s => $"{Own(s).Sum(t => t.Executors.Count(e => Mine(s, e)))}",
                s => $"{Own(s).Sum(t => t.Executors.Count(e => Mine(s, e) && e.Stage == "办结"))}"
            ),
            new("各项任务全部领办单位的情况见", []),
            new("{n}/{n}个单位次", s => $"{First(s)}", s => $"{Held(s)}"),
            new("首次反馈按期{n}%", s => Say.One(100m * First(s) / Held(s))),
            new("通过的反馈按期{n}个", s => $"{Accepted(s)}"),
            new("职工需求答复{n}件", s => $"{Facts.Needs(s.P, null).Count(r => r.Date("答复日期") is not null)}"),
            new("(?:全年|年初以来|本季度|上半年|下半年|本月)?上报{n}件", s => $"{Facts.Needs(s.P, null).Count}"),
            new("分析研判{n}件", s => $"{Facts.Needs(s.P, null).Count(r => r.Date("研判日期") is not null)}"),
            new("答复{n}件", s => $"{Facts.Needs(s.P, null).Count(r => r.Date("答复日期") is not null)}"),
            new("用时中位数{n}天", s => Facts.NeedDays(Facts.Needs(s.P, null)) is { } d ? Say.Plain(d) : null),
            new("政策调整{n}件", s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}"),
            new("本镇街及所属工会上报职工需求{n}件", s => $"{Facts.Needs(s.P, s.U).Count}"),
            new(
                "其中(?:本季度|下半年|本月){n}件",
                s => $"{Facts.Guidance(s).Count(g => g.Date("发出日期") >= s.P.Period.Start)}"
            ),
            new(
                "{=提醒|预警|督办|约谈}{n}件、整改完成{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic)}",
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic && g.Date("整改完成日期") is not null)}"
            ),
            new("{=汇集|下达|分办|领办|反馈|评价|表彰|退出}{n}项", s => s.Topic = s.Said, StepCount),
            new("(?:任务中)?逾期未领办{n}件", s => $"{Pending(s, "待领办").Count}"),
            new("(?:任务中)?逾期未反馈{n}件", s => $"{Pending(s, "待反馈").Count}"),
            new("(?:任务中)?已反馈未评价{n}件", s => $"{Pending(s, "待评价").Count}"),
            new("(?:任务中)?退回未重报{n}件", s => $"{Pending(s, "退回重办").Count}"),
            new(
                "逾期和待办。“{x}”（{=\\d+月\\d+日}到期）",
                s =>
                {
                    s.Task = Pend(s, s.Said);
                    return s.Task?.Name;
                },
                s => MonthDay(s.Task!.Due!.Value)
            ),
            new(
                s => s.Topic == "纸" && !InBrief(s),
                "{x}”（{=\\d+月\\d+日}到期）",
                s =>
                {
                    s.Task = Pend(s, s.Said);
                    return s.Task?.Name;
                },
                s => MonthDay(s.Task!.Due!.Value)
            ),
            new(s => s.Task is not null, "{x}未反馈，逾期{n}天", s => Holders(s, "待反馈"), s => Waited(s, "待反馈")),
            new(s => s.Task is not null, "{x}退回{n}天未重报", s => Holders(s, "退回重办"), s => Waited(s, "退回重办")),
            new(s => s.Task is not null, "{x}未领办，下达已{n}天", s => Holders(s, "待领办"), s => Waited(s, "待领办")),
            new(
                s => s.Task is not null,
                "另?{n}家{=按期|已}反馈，{x}未评价(?:，(?:最久)?{n}天)?",
                s => $"{Waiting(s).Count}",
                s => Waiting(s).TrueForAll(e => e.First <= s.Task!.Due) ? "按期" : "已",
                s => s.Task!.Issuer == s.U!.Unit.Code ? "我会" : s.P.Unit(s.Task.Issuer)!.Unit.Name,
                s => $"{Waiting(s).Max(e => Facts.DataDate(s.P).DayNumber - e.Since.DayNumber)}"
            ),
            new("首次反馈按期{n}个（{n}%）", s => $"{First(s)}", s => Percent(First(s), Held(s))),
            new("通过的反馈按期{n}个（{n}%）", s => $"{Accepted(s)}", s => Percent(Accepted(s), Held(s))),
            new(
                "按项计，首次反馈全部按期{n}项（{n}%）",
                s => $"{Due(s).Count(t => t.FirstInTime)}",
                s => Percent(Due(s).Count(t => t.FirstInTime), Due(s).Count)
            ),
            new(
                "通过的反馈全部按期{n}项（{n}%）",
                s => $"{Due(s).Count(t => t.AcceptedInTime)}",
                s => Percent(Due(s).Count(t => t.AcceptedInTime), Due(s).Count)
            ),
            new("已全部办结{n}项", s => $"{s.P.Tasks.Count(t => t.IsClosed)}"),
            new("(?:未办结的单位次中，)?待反馈{n}个", s => $"{Open(s, "待反馈").Count - Late(s).Count}"),
            new(
                "(?:未办结的单位次中，)?逾期未反馈{n}个（最久{n}天）",
                s => $"{Late(s).Count}",
                s => $"{Longest(s, "待反馈")}"
            ),
            new(
                "(?:未办结的单位次中，)?待下达单位评价{n}个（最久{n}天）",
                s => $"{Open(s, "待评价").Count}",
                s => $"{Longest(s, "待评价")}"
            ),
            new(
                "(?:未办结的单位次中，)?退回未重报{n}个（最久{n}天）",
                s => $"{Open(s, "退回重办").Count}",
                s => $"{Longest(s, "退回重办")}"
            ),
            new("(?:未办结的单位次中，)?待领办{n}个", s => $"{Open(s, "待领办").Count}"),
            new("{n}，下达", s => $"{s.P.Tasks.Count}"),
            new("{n}，到期", s => $"{s.P.Tasks.Count(t => t.IsDue)}"),
            new("{n}，全部办结", s => $"{s.P.Tasks.Count(t => t.IsClosed)}"),
            new("{n}，单位次", s => $"{s.P.Tasks.Sum(t => t.Executors.Count)}"),
            new("{n}/{n}，首次反馈按期", s => $"{First(s)}", s => $"{Held(s)}"),
            new("{n}/{n}，通过的反馈按期", s => $"{Accepted(s)}", s => $"{Held(s)}"),
            new("{n}，{=汇集|分办|领办|反馈|评价|表彰|退出}", s => s.Topic = s.Said, s => StepCount(s)),
            new(
                "任务八步，下达{n}项，全部办结{n}项，首次反馈按期{n}/{n}个单位次（{n}%）",
                s => $"{s.P.Tasks.Count}",
                s => $"{s.P.Tasks.Count(t => t.IsClosed)}",
                s => $"{First(s)}",
                s => $"{Held(s)}",
                s => Percent(First(s), Held(s))
            ),
            new(
                "{=提醒|预警|督办|约谈}，{n}",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s.P).Count(g => g["类型"] == s.Topic)}"
            ),
            new("(?:全年|年初以来|本季度|上半年|下半年|本月)?发出指导{n}件", s => $"{Facts.Guidance(s.P).Count}"),
            new(
                "(?:全年|年初以来|本季度|上半年|下半年|本月)?收到{=提醒|预警|督办|约谈}{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic)}"
            ),
            new(
                "(?:其中)?{=提醒|预警|督办|约谈}{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic)}"
            ),
            new("涉及{n}个事项", s => $"{Facts.Matters(s.P).Count}"),
            new("其中{n}个止于提醒", s => $"{Facts.Matters(s.P).Count(g => g["类型"] == "提醒")}"),
            new("{=均}止于提醒", s => Facts.Matters(s.P).TrueForAll(g => g["类型"] == "提醒") ? "均" : "不都"),
            new("台账记{=全部}整改完成", s => Settled(s) == Facts.Matters(s.P).Count ? "全部" : $"{Settled(s)}个"),
            new("台账记{n}个整改完成", s => $"{Settled(s)}"),
            new(
                "其中{n}个的任务仍在该单位办理",
                s => $"{Facts.Matters(s.P).Count(m => m.Date("整改完成日期") is not null && Holds(s, m))}"
            ),
            new(
                "(?:全年|年初以来|本季度|上半年|下半年|本月)?各级工会上报职工需求{n}件",
                s => $"{Facts.Needs(s.P, null).Count}"
            ),
            new("已答复{n}件", s => $"{Facts.Needs(s.P, s.U).Count(r => r.Date("答复日期") is not null)}"),
            new(
                "{=均}已答复",
                s => Facts.Needs(s.P, s.U).TrueForAll(r => r.Date("答复日期") is not null) ? "均" : "未全部"
            ),
            new("答复用时中位数{n}天", s => Facts.NeedDays(Facts.Needs(s.P, s.U)) is { } d ? Say.Plain(d) : null),
            new("推动政策调整{n}项", s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}"),
            new("反映较多的是{x}（各?{n}件）", MostNeeded, s => $"{Categories(s)[0].Count()}"),
            new("需求上报，{n}，件", s => $"{Facts.Needs(s.P, null).Count}"),
            new("分析研判，{n}，件", s => $"{Facts.Needs(s.P, null).Count(r => r.Date("研判日期") is not null)}"),
            new(
                "答复，{n}，中位用时{n}天",
                s => $"{Facts.Needs(s.P, null).Count(r => r.Date("答复日期") is not null)}",
                s => Facts.NeedDays(Facts.Needs(s.P, null)) is { } d ? Say.Plain(d) : null
            ),
            new("政策调整，{n}，件", s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}"),
        ];

    private static bool Mine(Scene s, string unit) =>
        s.U!.Unit.Level == Level.District || unit == s.U.Unit.Code || s.P.Unit(unit)?.IsBelow(s.U) == true;

    private static bool Mine(Scene s, Executor e) => s.P.Unit(e.Unit)?.Unit.IsPublic == true && Mine(s, e.Unit);

    private static List<TaskFacts> Own(Scene s) => s.P.Tasks.FindAll(t => t.Executors.Exists(e => Mine(s, e)));

    // Late or waiting matters that lie with a unit of the paper's own; what waits for appraisal lies with the issuer.
    private static List<Executor> Pending(Scene s, string stage) =>
        [
            .. s
                .P.Tasks.Where(t =>
                    stage is "待评价" ? Mine(s, t.Issuer) : t.Due < Facts.DataDate(s.P) || stage == "退回重办"
                )
                .SelectMany(t => t.All)
                .Where(e => e.Stage == stage && (stage is "待评价" || Mine(s, e.Unit))),
        ];

    private static TaskFacts? Pend(Scene s, string name) =>
        s.P.Tasks.Find(t =>
            t.Name == name
            && t.All.Exists(e => e.IsOpen && (Mine(s, e.Unit) || (e.Stage == "待评价" && Mine(s, t.Issuer))))
        );

    private static string MonthDay(DateOnly day) => $"{day.Month}月{day.Day}日";

    private static List<Executor> Waiting(Scene s) => s.Task!.All.FindAll(e => e.Stage == "待评价");

    private static List<Executor> Stuck(Scene s, string stage) =>
        s.Task!.All.FindAll(e => e.Stage == stage && Mine(s, e.Unit));

    // Some of who hold it, each once and nobody else: several sentences may share them out by days.
    private static string Holders(Scene s, string stage)
    {
        var holders = Stuck(s, stage).ConvertAll(e => e.Unit == s.U!.Unit.Code ? "我会" : s.P.Unit(e.Unit)!.Unit.Name);
        s.Rows = [];
        s.Row = s.Said.Split('、');
        return s.Row.All(holders.Contains) ? s.Said : string.Join('、', holders);
    }

    private static string Waited(Scene s, string stage) =>
        Stuck(s, stage)
            .Where(e => s.Row.Contains(e.Unit == s.U!.Unit.Code ? "我会" : s.P.Unit(e.Unit)!.Unit.Name))
            .Max(e => Facts.DataDate(s.P).DayNumber - e.Since.DayNumber)
            .ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string StepCount(Scene s) => $"{s.P.Tasks.Count(t => t.Got(s.Topic))}";

    private static int Settled(Scene s) => Facts.Matters(s.P).Count(m => m.Date("整改完成日期") is not null);

    // Whether the unit under guidance still has to do something for the task.
    private static bool Holds(Scene s, RawRow matter) =>
        s.P.Tasks.Find(t => t.Code == matter["关联任务"])?.All.Find(e => e.Unit == matter["对象组织"])
            is { IsOpen: true, Stage: not "待评价" };

    private static List<IGrouping<string, RawRow>> Categories(Scene s) =>
        [
            .. Facts
                .Needs(s.P, null)
                .GroupBy(r => r["类别"], StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal),
        ];

    private static string MostNeeded(Scene s)
    {
        var most = Categories(s)
            .TakeWhile(g => g.Count() == Categories(s)[0].Count())
            .Select(g => $"“{g.Key}”")
            .ToHashSet();
        return most.SetEquals(Say.Quoted(s.Said)) ? s.Said : string.Concat(most);
    }

    private static string Held(Scene s, Level level)
    {
        s.Level = level;
        return $"{InHands(s).Count}";
    }

    // Days that what is not settled has lain with units of a level: the issuer's where it waits for appraisal.
    private static List<decimal> InHands(Scene s) =>
        [
            .. s
                .P.Tasks.SelectMany(t => t.All, (t, e) => (t, e))
                .Where(x =>
                    x.e.IsOpen && s.P.Unit(x.e.Stage == "待评价" ? x.t.Issuer : x.e.Unit)!.Unit.Level == s.Level
                )
                .Select(x => (decimal)Math.Max(0, Facts.DataDate(s.P).DayNumber - x.e.Since.DayNumber)),
        ];

    private static string? IsSlowest(Scene s)
    {
        var days = TaskFacts.Steps.ToDictionary(k => k, k => Facts.Days(s.P, k, 0.5m) ?? 0m, StringComparer.Ordinal);
        s.Topic = s.Said;
        return days.Values.Max() == days[s.Said] ? s.Said : days.MaxBy(d => d.Value).Key;
    }

    private static string TaskCount(Scene s, string kind) =>
        $"{s.Task!.Executors.Count(e => s.Task.Told(e, s.Task.Splits) == kind)}";

    private static List<(TaskFacts Task, Executor By)> OfTown(Scene s) =>
        [.. s.P.Tasks.SelectMany(t => t.Executors, (t, e) => (t, e)).Where(x => Mine(s, x.e.Unit))];

    private static List<string> Policies(PeriodFacts p) =>
        [
            .. Facts
                .Needs(p, null)
                .Where(r => r.Yes("政策调整") && r["调整内容"].Length > 0)
                .Select(r => r["类别"] + r["调整内容"].TrimEnd('。'))
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<Shape> Work() =>
        [
            new(
                s => s.Task is not null,
                "{w}{=\\d+年\\d+月\\d+日}下达",
                s => s.P.Unit(s.Task!.Issuer)!.Unit.Name,
                s => Say.LongDate(s.Task!.Issued)
            ),
            new(
                s => s.Topic.EndsWith("plain", StringComparison.Ordinal),
                "{x}，{w}下达",
                s =>
                {
                    s.Topic = s.Said;
                    return s.P.Tasks.Exists(t => t.Name == s.Said) ? s.Said : null;
                },
                s =>
                {
                    s.Rows = s
                        .P.Tasks.Where(t => t.Name == s.Topic && s.P.Unit(t.Issuer)!.Unit.Name == s.Said)
                        .Select(t => t.Row)
                        .ToList();
                    return s.Rows.Count > 0 ? s.Said : null;
                }
            ),
            new(
                s => s.Task is not null || s.Rows.Count > 0,
                "{=\\d+年\\d+月\\d+日}前完成",
                s =>
                {
                    s.Task ??= s.P.Tasks.Find(t => s.Rows.Contains(t.Row) && Say.LongDate(t.Due!.Value) == s.Said);
                    return s.Task is null ? null : Say.LongDate(s.Task.Due!.Value);
                }
            ),
            new(s => s.Task is not null, "由{n}个单位办理", s => $"{s.Task!.Executors.Count}"),
            new(
                s => s.Task is not null,
                "{=全部}办结",
                s => s.Task!.Executors.TrueForAll(e => e.Stage == "办结") ? "全部" : "没有全部"
            ),
            new(s => s.Task is not null, "(?:进度：)?办理中{n}个", s => TaskCount(s, "办理中")),
            new(s => s.Task is not null, "(?:进度：)?待评价{n}个", s => TaskCount(s, "待评价")),
            new(s => s.Task is not null, "(?:进度：)?未办结{n}个", s => TaskCount(s, "未办结")),
            new(s => s.Task is not null, "(?:进度：)?办结{n}个", s => TaskCount(s, "办结")),
            new(s => s.Task is not null, "(?:进度：)?退出{n}个", s => TaskCount(s, "退出")),
            new(s => s.Task is not null, "下达日期：{x}$", s => Say.LongDate(s.Task!.Issued)),
            new(s => s.Task is not null, "要求完成：{x}$", s => Say.LongDate(s.Task!.Due!.Value)),
            new(s => s.Task is not null, "全部办结：{x}$", s => Say.LongDate(s.Task!.ClosedOn!.Value)),
            new(
                s => s.Task is not null,
                "首次反馈：按期{n}/{n}",
                s => $"{s.Task!.Executors.Count(e => e.First <= s.Task.Due)}",
                s => $"{s.Task!.Executors.Count}"
            ),
            new(
                s => s.Task is not null,
                "指导：{=[提预督约][^0-9]*\\d.*}$",
                s =>
                    string.Join(
                        '、',
                        Facts
                            .Rungs.Select(r =>
                                (r, n: Facts.Guidance(s.P).Count(g => g["关联任务"] == s.Task!.Code && g["类型"] == r))
                            )
                            .Where(x => x.n > 0)
                            .Select(x => $"{x.r}{x.n}件")
                    )
            ),
            new(s => s.Task is not null, "{=RW\\d+-\\d+}", s => s.Task!.Code),
            new(
                s => s.Task is not null,
                "{=[RGHWX]\\d\\d}{i}：{z}。全区{x}，目标{z}(?=。$)",
                s => s.Task!.Row["指标编码"],
                s => s.P.Data.Catalogue.Any(r => r.Code == s.Code && r.Definition == s.Said) ? s.Said : "口径",
                s => s.P.District.Item(s.Code!)!.Value,
                s => s.P.District.Item(s.Code!)!.Target
            ),
            new(
                s => s.Topic.Contains("counts", StringComparison.Ordinal),
                "{n}，在(?:区|镇街)总工会手里",
                s =>
                    s.Said == Held(s, Level.District) || s.Said == Held(s, Level.Town)
                        ? s.Said
                        : $"{Held(s, Level.District)}或{Held(s, Level.Town)}"
            ),
            new("{n}，在基层工会手里", s => Held(s, Level.Grassroots)),
            new(
                s => s.Topic.Contains("counts", StringComparison.Ordinal),
                "中位{n}天，最久{n}天",
                s => Say.Plain(PeriodFacts.Quantile(InHands(s), 0.5m, 1)),
                s => Say.Plain(InHands(s).Max())
            ),
            new(
                "八步里，{=汇集|下达|分办|领办|反馈|评价|表彰|退出}用时最长，中位{n}天",
                IsSlowest,
                s => Say.Plain(Facts.Days(s.P, s.Topic, 0.5m))
            ),
            new("{p}全部任务", []),
            new("{p}任务", []),
            new("没有办结的{n}项", s => $"{s.P.Tasks.Count(t => t.Executors.Exists(e => e.IsOpen))}"),
            new(
                "{=汇集|下达|分办|领办|反馈|评价|表彰|退出}，{n}项，(?:用{n}天|—)",
                s => s.Topic = s.Said,
                StepCount,
                s => Say.Plain(Facts.Days(s.P, s.Topic, 0.5m))
            ),
            new("本级下达{n}项", s => $"{s.P.Tasks.Count(t => t.Issuer == s.U!.Unit.Code)}"),
            new(
                "本镇街的单位办理{n}件，{=全部}办结或退出",
                s => $"{OfTown(s).Count}",
                s => OfTown(s).Exists(x => x.By.IsOpen) ? "没有全部" : "全部"
            ),
            new(
                "本镇街的单位办理{n}件，没有办结的{n}件",
                s => $"{OfTown(s).Count}",
                s => $"{OfTown(s).Count(x => x.By.IsOpen)}"
            ),
            new(
                "收到指导：{=提醒|预警|督办|约谈}{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic)}"
            ),
            new(
                s => s.Code is not null,
                "因这些任务发出指导：{z}(?=。)",
                s =>
                    string.Join(
                        '、',
                        Facts
                            .Rungs.Select(r =>
                                (
                                    r,
                                    n: Facts
                                        .Guidance(s.P)
                                        .Count(g =>
                                            g["类型"] == r
                                            && s.P.Tasks.Exists(t =>
                                                t.Code == g["关联任务"] && t.Row["指标编码"] == s.Code
                                            )
                                        )
                                )
                            )
                            .Where(x => x.n > 0)
                            .Select(x => $"{x.r}{x.n}件")
                    )
            ),
            new(
                "其中{n}件推动政策调整{n}项",
                s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}",
                s => $"{Policies(s.P).Count}"
            ),
            new(
                "政策调整，{n}，件，合{n}项政策",
                s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}",
                s => $"{Policies(s.P).Count}"
            ),
            new(
                "答复了{n}件需求",
                s =>
                    Facts
                        .Needs(s.P, null)
                        .Where(r => r.Yes("政策调整"))
                        .GroupBy(r => r["类别"] + r["调整内容"].TrimEnd('。'))
                        .Any(g => $"{g.Count()}" == s.Said)
                        ? s.Said
                        : null
            ),
            // What one unit has not reached.
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "{i}，{z}，目标{x}",
                s => s.Item!.Fraction.Length > 0 ? s.Item.Fraction : s.Item.Value,
                s => Checklists.Goal(s.Item!).Split('（')[0]
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal) && s.Item is not null,
                "全年{x}(?=）)",
                s => Checklists.Goal(s.Item!).Split("全年")[^1].TrimEnd('）')
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "{n}家没有做到",
                s => $"{Short(s).Count}"
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "公布的单位{=都}已做到",
                s => Short(s).Count == 0 ? "都" : "没有都"
            ),
            new(
                s => s.Topic.EndsWith("columns", StringComparison.Ordinal) && s.Code is not null,
                "{u}，{z}$",
                s => Checklists.Listed(s.Item!)
            ),
            new(s => s.Topic.EndsWith("columns", StringComparison.Ordinal), "{u}$", []),
            new("差{n}个百分点，再完成{n}", s => Part(s, "差", "个百分点"), s => Part(s, "再完成", "")),
            new("差{n}个百分点", s => Part(s, "差", "个百分点")),
            new("{=差[\\d.,]+(?:项|场|个|件|次|人|级别|名|条|家|期)}", s => Checklists.Gap(s.Item!)),
            new("{=还有[\\d.,]+(?:起|个|项|件)}", s => Checklists.Gap(s.Item!)),
            new("{=到[^，；。]+得满分}", s => Checklists.Gap(s.Item!)),
            new("{=先到[^，；。]+（[\\d.]+分）}", s => Checklists.Gap(s.Item!)),
            new(s => s.Item is not null, "{=\\d+年\\d+月\\d+日}前", s => Say.LongDate(Checklists.Deadline(s.P))),
            new(
                "先达到“{x}”",
                s => Checklists.Next(s.Item!) is { } next ? Checklists.TierWord(s.Item!.Item.Row, next) : null
            ),
            new(
                "这一项的得分由{n}升到{n}",
                s => Say.Two(s.Item!.Score),
                s => Say.Two(Checklists.Next(s.Item!)!.Points)
            ),
            new(
                "达到“{x}”时",
                s => Checklists.Next(s.Item!) is { } next ? Checklists.TierWord(s.Item!.Item.Row, next) : null
            ),
            new("少于{n}个单位", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("(?:以及办理)?单位少于{n}个的(?:镇街不单列)?", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("少于{n}个单位(?:办理的不公布|的任务不单列)", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new(
                "首次反馈“按期{n}/{n}”为{n}个单位中{n}个的第一次反馈在要求完成日期以前",
                _ => "5",
                _ => "6",
                _ => "6",
                _ => "5"
            ),
            new("共{n}项，列最近{n}项", s => $"{Hosted(s)}", _ => "20"),
            new("共{n}项", s => $"{Hosted(s)}"),
            // The board of the office.
            new("{n}件没有办结，{n}件{x}", s => $"{Matters(s).Count}", s => s.Said, s => WorstLot(s)),
            new("{n}件在办，都没有到期", s => $"{Matters(s).Count}"),
        ];

    private static int Hosted(Scene s) =>
        s
            .Office.Raw.Rows(s.P.Period, "活动")
            .Count(r => s.P.Unit(r["主办组织"])?.Unit.IsPublic == true && Mine(s, r["主办组织"]));

    private static List<ItemFacts> Short(Scene s) =>
        [
            .. s
                .P.Standing(Level.Grassroots)
                .Where(u => u.Unit.Parent == s.U!.Unit.Code)
                .Select(u => u.Item(s.Code!))
                .OfType<ItemFacts>()
                .Where(Checklists.MayBeListed),
        ];

    // A number of a distance, between these words.
    private static string? Part(Scene s, string before, string after)
    {
        var gap = Checklists.Gap(s.Item!);
        var at = gap.IndexOf(before, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = gap[(at + before.Length)..];
        return after.Length == 0 ? rest : rest[..rest.IndexOf(after, StringComparison.Ordinal)];
    }

    private static List<(TaskFacts Task, Executor By)> Matters(Scene s) =>
        [.. s.P.Tasks.SelectMany(t => t.All, (t, e) => (t, e)).Where(x => x.e.IsOpen)];

    // The largest lot of one kind: what waits for one issuer, or is late, or was sent back.
    private static string? WorstLot(Scene s)
    {
        var until = Facts.DataDate(s.P);
        var lots = Matters(s)
            .Where(x => x.By.Stage is "待评价" or "退回重办" || x.Task.Due < until)
            .GroupBy(x => (x.By.Stage, Holder: x.By.Stage == "待评价" ? s.P.Unit(x.Task.Issuer)!.Unit.Name : ""))
            .ToList();
        var most = lots.Max(g => g.Count());
        return lots.Where(g => g.Count() == most)
            .Select(g =>
                g.Key.Stage switch
                {
                    "待评价" => $"在等{g.Key.Holder}评价",
                    "待反馈" => "逾期未反馈",
                    "待领办" => "逾期未领办",
                    _ => "退回未重报",
                }
            )
            .FirstOrDefault(word => word == s.Said);
    }

    private static IEnumerable<Shape> Others() =>
        [
            new(
                s => s.Place.StartsWith("programmes/", StringComparison.Ordinal),
                "{p}开展“{x}”(?:活动)?{n}项",
                s => s.Topic = s.Said,
                s =>
                {
                    s.Rows = Facts.Programme(s, s.Other!.Value.Title, s.Topic);
                    return Say.Thousands(s.Rows.Count);
                }
            ),
            new(
                "{=文体|培训|慰问|大讲堂|劳模助企|会议|家访|疗休养}{n}项",
                s => s.Topic = s.Said,
                s => $"{s.Office.Raw.Rows(s.P.Period, "活动").Count(r => r["类型"] == s.Topic)}"
            ),
            new(
                s => s.Topic == "纸",
                "(?:全年|年初以来|本季度|上半年|下半年|本月)?开展活动{n}项、{n}场",
                s =>
                {
                    s.Rows = s.Office.Raw.Rows(s.P.Period, "活动");
                    return $"{s.Rows.Count}";
                },
                s => $"{s.Rows.Sum(r => r.Whole("场次") ?? 1)}"
            ),
            new("各指数以{n}～{n}分表示", _ => "0", _ => "100"),
            new(s => s.Topic == "纸", "{n}\\.", s => s.Said),
            new(
                "第{n}期",
                s => $"{s.Office.Periods.Count(p => p.Period.Year == s.P.Period.Year && p.Period <= s.P.Period)}"
            ),
            new(
                "总第{n}期",
                s => $"{s.Office.Settings.Brief.FirstSerial - 1 + s.Office.Periods.Count(p => p.Period <= s.P.Period)}"
            ),
            new(
                "名次{n}/{n}，{=并列}",
                s => $"{s.U!.Place}",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "不并列"
            ),
            new("另有{n}家工会不公开", s => $"{s.P.Hidden(Level.Grassroots)}"),
            new(
                "(?:任务)?要求{=\\d+年\\d+月\\d+日}前整改",
                s =>
                    Facts
                        .Guidance(s)
                        .Exists(g =>
                            g.Date("要求整改日期") is { } on
                            && Say.LongDate(on) == s.Said
                            && g.Date("整改完成日期") is null
                        )
                        ? s.Said
                        : "一件未整改的指导的要求日期"
            ),
            new(
                "台账记{=\\d+年\\d+月\\d+日}整改完成",
                s =>
                    Facts.Guidance(s).Exists(g => g.Date("整改完成日期") is { } on && Say.LongDate(on) == s.Said)
                        ? s.Said
                        : "一件指导的整改完成日期"
            ),
            new("“?{n}/{n}”为{n}个单位中的{n}个", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("{n}/{n}”为{n}个单位中的{n}个", _ => "5", _ => "6", _ => "6", _ => "5"),
            new(
                "公开的基层工会{n}家",
                s =>
                    Say.Thousands(
                        s.P.Standing(Level.Grassroots)
                            .Count(u => s.U!.Unit.Level == Level.District || u.Unit.Parent == s.U.Unit.Code)
                    )
            ),
            new("{w}（{n}条）", s => s.Said, s => s.Said),
            new("{p}各级表彰{n}项", s => $"{Granted(s).Count}"),
            new(
                "(?:获得)?{=国家级|省级|市级|区级|镇街级}{n}项(?:表彰)?",
                s => s.Topic = s.Said,
                s => $"{Granted(s).Count(h => h["级别"] == s.Topic)}"
            ),
            new(
                "镇街和基层工会共有{n}个应报而缺报或存疑的数值",
                s => $"{Asked(s).Count(i => i.State is "缺报" or "存疑")}"
            ),
            new(
                "{n}个镇街和{n}家基层工会",
                s => $"{s.P.Standing(Level.Town).Count()}",
                s => $"{s.P.Standing(Level.Grassroots).Count() + s.P.Hidden(Level.Grassroots)}"
            ),
            new(
                "{n}个镇街总指数在{n}～{n}分之间",
                s => CountOf(s, Level.Town),
                s => Say.Two(TownTotals(s).Min()),
                s => Say.Two(TownTotals(s).Max())
            ),
            new("中位数{n}分", s => Say.Two(PeriodFacts.Quantile(Told(s), 0.5m))),
            new("{n}个单位五大指数的范围", s => $"{s.P.Standing(Level.Town).Count()}"),
            new(
                "全区失分最多的是{i}，失{n}分（分值{n}分?），补齐可使总指数增{n}分",
                s => MostLost(s) == s.Item?.Name ? Say.Two(s.Item!.Lost) : null,
                s => Say.Plain(s.Item!.Weight),
                s => Say.Two(s.Item!.Gain)
            ),
            new("一项任务的全部办理单位都按期才算一项", []),
            new(
                "{w}{p}(?:工会)?五大指数(?:年度报告|运行情况)",
                s =>
                    s.Said == s.U!.Unit.ShortName || s.Said == s.Office.Settings.District ? s.Said : s.U!.Unit.ShortName
            ),
            new("{w}工会五大指数{n}年度报告", s => s.Office.Settings.District, s => $"{s.P.Period.Year}"),
            new(
                "(?:用时最长的是){=汇集|下达|分办|领办|反馈|评价|表彰|退出}，中位数{n}天",
                s => s.Topic = s.Said,
                s => Facts.Days(s.P, s.Topic, 0.5m) is { } d ? Say.Plain(d) : null
            ),
            new(
                "※?(?:{u}，)?{=\\d+年\\d+月\\d+日}(?:更正)?[：，](?:更正：)?{=[RGHWX]\\d\\d}{x}[：，]原值{n}，更正为{n}",
                s =>
                {
                    s.Rows = s.Office.Corrections.FindAll(c =>
                        c["期间"] == $"{s.P.Period}"
                        && (c["组织"] == s.U!.Unit.Code || s.P.Unit(c["组织"])!.IsBelow(s.U))
                        && Say.LongDate(c.Date("日期")!.Value) == s.Said
                    );
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s =>
                {
                    s.Raw = s.Rows.Find(c => c["指标"] == s.Said);
                    return s.Raw?["指标"];
                },
                s => s.P.Data.Catalogue.First(i => i.Code == s.Raw!["指标"]).Name,
                s => s.Raw!["原值"],
                s => s.Raw!["新值"]
            ),
            new(s => s.Rows.Count > 0, "{n}场", s => Say.Thousands(s.Rows.Sum(r => r.Whole("场次") ?? 1))),
            new(s => s.Rows.Count > 0, "(?:按人数统计的活动)?参加{=约?[\\d,]+}人", s => Cells.Heads(s, "人")),
            new(s => s.Rows.Count > 0, "(?:按人次统计的活动)?参加{=约?[\\d,]+}人次", s => Cells.Heads(s, "人次")),
            new("(?:{p})?结成师徒{n}对", s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count}"),
            new("到期{n}对", s => $"{Facts.Due(s)}"),
            new("完成{n}对", s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成"))}"),
            new(
                "列出所在工会公开的{n}对，在{n}家工会",
                s => $"{Facts.Pairs(s).Count}",
                s => $"{Facts.Pairs(s).Select(r => r["组织"]).Distinct().Count()}"
            ),
            new(
                "另有{n}对所在工会不公开，不列",
                s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count - Facts.Pairs(s).Count}"
            ),
            new("其中{n}对同意公布姓名", s => $"{Facts.Pairs(s).Count(r => Facts.PairNames(s, r) != "不写姓名")}"),
            new("{p}师徒", []),
            new("列出{n}对", s => $"{Facts.Pairs(s).Count}"),
            new("按技能方向", []),
            new(
                "实访{n}人，占{n}%",
                s => Cells.Sum(s, "实访人数"),
                s => Cells.Share(Cells.Whole(s, "实访人数"), Cells.Whole(s, "应访人数")).TrimEnd('%')
            ),
            new("尚有{n}个没有解决", s => Say.Thousands(Cells.Whole(s, "反映问题数") - Cells.Whole(s, "已解决数"))),
            new("全年计划{n}场", s => Say.Thousands(Facts.Planned(s))),
            new(
                "已办{n}场，占{n}%",
                s => Say.Thousands(Facts.Held(s, 12)),
                s => Cells.Share(Facts.Held(s, 12), Facts.Planned(s)).TrimEnd('%')
            ),
            new("{n}个月每月都有", s => Facts.Held(s, 12) > 0 && Without(s).Count == 0 ? "12" : null),
            new(
                "{n}个月里有{n}个月开展，{x}没有",
                _ => "12",
                s => $"{12 - Without(s).Count}",
                s => string.Join('、', Without(s).Select(m => $"{m}月"))
            ),
            new(
                "{n}个月里有{n}个月开展：{x}(?=。)",
                _ => "12",
                s => $"{12 - Without(s).Count}",
                s => string.Join('、', Enumerable.Range(1, 12).Except(Without(s)).Select(m => $"{m}月"))
            ),
            new(
                "指标“{i}”{p}为{n}/{n}",
                s => Say.Thousands(s.P.District.Item(s.Code!)!.Item.Value!.Numerator!.Value),
                s => Say.Thousands(s.P.District.Item(s.Code!)!.Item.Value!.Denominator!.Value)
            ),
            new("走访汇总为{n}/{n}", s => Cells.Sum(s, "实访人数"), s => Cells.Sum(s, "应访人数")),
            new("(?:{p})?应访{n}人", s => Cells.Sum(s, "应访人数")),
            new("实访{n}人", s => Cells.Sum(s, "实访人数")),
            new("职工反映问题{n}个", s => Cells.Sum(s, "反映问题数")),
            new("已解决{n}个", s => Cells.Sum(s, "已解决数")),
            new(
                s => s.Place.StartsWith("programmes/", StringComparison.Ordinal),
                "{n}年活动（列出{n}项）",
                s => s.Topic = s.Said,
                s => Say.Thousands(Facts.Listed(s, s.Topic + "年"))
            ),
            new("{n}个可学可用的做法", s => $"{s.Office.Cases}"),
            new(
                "收录{n}年以来{n}项表彰",
                s => $"{s.Office.Honours.Min(h => h.Date("授予日期"))!.Value.Year}",
                s => Say.Thousands(s.Office.Honours.Count)
            ),
            new("其中{n}项在公示", s => $"{s.Office.Honours.Count(h => h["状态"] == "公示中")}"),
            new("最近授予的是{x}的“{x}”", s => NewestHonour(s)["对象名称"], s => NewestHonour(s)["荣誉名称"]),
            new(
                s => s.Place.StartsWith("commendations", StringComparison.Ordinal),
                "{n}年{n}项",
                s => s.Topic = s.Said,
                s => $"{s.Office.Honours.Count(h => $"{h.Date("授予日期")!.Value.Year}" == s.Topic)}"
            ),
            new("本期应报{n}个指标值", s => Say.Thousands(Asked(s).Count(i => i.State != "不适用"))),
            new("{n}个缺报或存疑", s => Say.Thousands(Asked(s).Count(i => i.State is "缺报" or "存疑"))),
            new("更正{n}处", s => $"{Corrected(s).Count}"),
            new(
                "更正的是{x}的数据",
                s =>
                    string.Join(
                        '、',
                        Corrected(s).Select(c => Period.Parse(c["期间"])).Distinct().Order().Select(p => p.Title)
                    )
            ),
            new("{u}：?已于{p}{=撤销|分设为|并入|改由|换编码}{=(?:“[^”]+”)*}", Ended, Heirs),
            new("已于{p}{=撤销|分设为|并入|改由|换编码}{=(?:“[^”]+”)*}", Ended, Heirs),
            new("最近一次有效结果[是：]{p}", []),
            new(
                s =>
                    s.Topic.StartsWith("p.kicker", StringComparison.Ordinal)
                    && s.Place.Contains("/needs/", StringComparison.Ordinal),
                "{w}·{=\\d+年\\d+月\\d+日}",
                s => s.Topic = s.Said,
                s =>
                    Facts
                        .Needs(s.P, null)
                        .Exists(r => r["类别"] == s.Topic && r.Date("答复日期") is { } on && Say.LongDate(on) == s.Said)
                        ? s.Said
                        : "一项政策调整的答复日期"
            ),
            new(
                s => s.Place.Contains("/needs/", StringComparison.Ordinal),
                "{=示工发〔\\d+〕\\d+号}",
                s => Facts.Needs(s.P, null).Exists(r => r["文号"] == s.Said) ? s.Said : "需求表里的文号"
            ),
            new(
                "小于{n}的敏感计数写作“＜{n}”",
                s => $"{s.Office.Settings.SmallNumberThreshold}",
                s => $"{s.Office.Settings.SmallNumberThreshold}"
            ),
            // The method: constants are settings.
            new("每项指标按规则得{n}至{n}分", _ => "0", _ => "100"),
            new("得分以{n}分为限", _ => "100"),
            new("数值可以超过{n}%", _ => "100"),
            new("(?:为|得)?{n}分(?:为限)?", s => s.U?.Figures.Indexes[s.K ?? 0] is { } v ? Say.Text(v) : null),
            new("分母或个数在{n}至{n}之间的", _ => "1", s => $"{s.Office.Settings.SmallNumberThreshold - 1}"),
            new("(?:有效票)?不足{n}张的", s => $"{s.Office.Settings.FewestBallots}"),
            new("有效票不足{n}张的", s => $"{s.Office.Settings.FewestBallots}"),
            new("一组中符合条件的不足{n}个时", s => $"{s.Office.Settings.RankMinimumGroup}"),
            new("覆盖率不低于{n}%", s => Say.Plain(s.Office.Settings.RankMinimumCoverage)),
            new(
                "覆盖率低于{n}%或组内不足{n}家的只公布数值",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage),
                s => $"{s.Office.Settings.RankMinimumGroup}"
            ),
            new("不足{n}人", s => $"{s.Office.Settings.RankSizeBounds[0]}"),
            new(
                "{n}～{n}人",
                s => $"{s.Office.Settings.RankSizeBounds[0]}",
                s => $"{s.Office.Settings.RankSizeBounds[1] - 1}"
            ),
            new("{n}人及以上", s => $"{s.Office.Settings.RankSizeBounds[1]}"),
            new("名次不超过个数三分之一的为前三分之一", []),
            new("最高级别取最高一档", []),
            new("低于本单位的个数＋{n}×与本单位相同的个数", _ => "0.5"),
            new("超过本组参加排名个数的三分之一的", []),
            new("覆盖不足的在后", []),
            new("“按期{n}/{n}”为{n}个单位中{n}个的首次反馈在要求完成日期以前", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("按期{n}/{n}”为{n}个单位中{n}个的首次反馈在要求完成日期以前", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("{n}/{n}”为{n}个评价合格", _ => "5", _ => "6", _ => "5"),
            new("得{n}分的单位数÷已计分单位数", _ => "100"),
            new("公布时一次舍入到{n}位小数", s => $"{s.Office.Settings.ScoreDecimals}"),
            new("正文中的得分一般写{n}位小数", _ => "1"),
            new("合计不少于{n}", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("各?写作“＜{n}”", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("＜{n}”(?:或不公布)?", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("仅由{n}项构成", _ => "1"),
            new("{p}使用{n}项指标", s => $"{s.P.Data.Catalogue.Select(i => i.Code).Distinct().Count()}"),
            new("本期有{n}个基层工会不公开结果", s => $"{s.P.Hidden(Level.Grassroots)}"),
            new("相差超过{n}分的", s => Say.Plain(s.Office.Settings.ReconciliationTolerance)),
        ];

    private static List<RawRow> Granted(Scene s) =>
        s.Office.Honours.FindAll(h => h.Date("授予日期") is { } on && on >= s.P.Period.Start && on <= s.P.Period.End);

    // Who took over: named by the unit itself where it was merged, else those that name it.
    private static string Heirs(Scene s)
    {
        var code = s.U!.Unit.Code;
        var all = s.Office.Periods.SelectMany(p => p.Data.Organisations).ToList();
        var heirs = all.Where(o => o.Code != code && o.Lineage.Contains(code))
            .Select(o => o.Code)
            .Concat(all.Where(o => o.Code == code && o.Status == OrganisationStatus.Merged).SelectMany(o => o.Lineage))
            .Distinct(StringComparer.Ordinal)
            .Select(c => $"“{s.Office.NameOf(c)}”")
            .ToHashSet(StringComparer.Ordinal);
        return heirs.SetEquals(Say.Quoted(s.Said)) ? s.Said : string.Concat(heirs);
    }

    // When it is first told to stand no more, and as what: 撤销 with heirs is a split.
    private static string? Ended(Scene s)
    {
        var code = s.U!.Unit.Code;
        var ended = s
            .Office.Periods.Where(p => p.Unit(code) is { Stands: false })
            .OrderBy(p => p.Period.End)
            .ThenByDescending(p => p.Period.Kind)
            .First();
        var heirs = ended.Data.Organisations.Count(o => o.Lineage.Contains(code) && o.Code != code);
        var word =
            ended.Unit(code)!.Unit.Status == OrganisationStatus.Merged ? "并入"
            : heirs > 1 ? "分设为"
            : "撤销";
        return s.Other == ended.Period || s.Other!.Value.Year == ended.Period.Year
            ? word
            : $"{ended.Period.Title}{word}";
    }

    private static RawRow NewestHonour(Scene s) =>
        s
            .Office.Honours.Where(h => h["状态"] != "公示中")
            .OrderByDescending(h => h.Date("授予日期"))
            .ThenBy(h => h["表彰编码"], StringComparer.Ordinal)
            .First();

    private static IEnumerable<ItemFacts> Asked(Scene s) =>
        s.P.All.Where(u => u.Unit.IsPublic && u.Unit.Level != Level.District).SelectMany(u => u.Items);

    private static List<RawRow> Corrected(Scene s) =>
        [
            .. s.Office.Periods.SelectMany(p =>
                s.Office.Raw.Rows(p.Period, "更正").Where(c => p.Period == s.P.Period || c["期间"] == $"{s.P.Period}")
            ),
        ];
}
