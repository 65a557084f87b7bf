using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about tasks and guidance: on time or late, with whom, for how long.</summary>
internal static partial class Sentences
{
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
}
