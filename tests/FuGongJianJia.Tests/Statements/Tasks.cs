namespace FuGongJianJia.Tests.Statements;

/// <summary>Where a unit stands with a task, followed through the journal line by line.</summary>
internal sealed record Executor(string Unit, string Stage, DateOnly Since, DateOnly? First, DateOnly? Accepted)
{
    public bool IsOpen => Stage is not ("办结" or "退出");
}

/// <summary>One task and what its journal says up to the data date.</summary>
internal sealed class TaskFacts
{
    public static readonly string[] Steps = ["汇集", "下达", "分办", "领办", "反馈", "评价", "表彰", "退出"];

    private readonly List<RawRow> _journal;

    public TaskFacts(PeriodFacts period, RawRow task)
    {
        (Period, Row) = (period, task);
        var until = Facts.DataDate(period);
        _journal =
        [
            .. period
                .Office.Raw.Rows(period.Period, "任务流转")
                .Where(r => r["任务编码"] == Code && r.Date("日期") <= until)
                .OrderBy(r => r.Whole("序号")),
        ];
        HasJournal = period.Office.Raw.Rows(period.Period, "任务流转").Exists(r => r["任务编码"] == Code);
        IsDue = Due <= until;
        Reached = _journal.Count == 0 ? task["当前步骤"] : Steps[_journal.Max(r => Array.IndexOf(Steps, r["步骤"]))];
        var takers = UnitsAt("领办");
        if (takers.Count == 0 && UnitsAt("分办").Count == 0)
        {
            takers = UnitsAt("反馈");
        }

        var all = takers
            .Concat(UnitsAt("分办").Where(d => !takers.Exists(t => t == d || IsBelow(t, d))))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0 && HasJournal)
        {
            all.Add(Issuer);
        }

        All = all.ConvertAll(u => Follow(u, takers.Contains(u), all));
        Executors = All.FindAll(e => e.Unit != Issuer);
        IsClosed = HasJournal ? All.TrueForAll(e => !e.IsOpen) : task["当前步骤"] == "退出";
        ClosedOn =
            IsClosed && HasJournal
                ? _journal
                    .Where(r => Array.IndexOf(Steps, r["步骤"]) >= 5)
                    .Select(r => r.Date("日期"))
                    .DefaultIfEmpty()
                    .Max()
                : null;
        ReportedOn = All.Exists(e => e.First is null) ? null : All.Max(e => e.First);
    }

    public PeriodFacts Period { get; }

    public RawRow Row { get; }

    public string Code => Row["任务编码"];

    public string Name => Row["任务名称"];

    public string Issuer => Row["下达单位"];

    public DateOnly Issued => Row.Date("下达日期")!.Value;

    public DateOnly? Due => Row.Date("要求完成日期");

    /// <summary>任务流转 up to the data date, in order.</summary>
    public IReadOnlyList<RawRow> Journal => _journal;

    public bool HasJournal { get; }

    public bool IsDue { get; }

    public bool IsClosed { get; }

    public string Reached { get; }

    public DateOnly? ClosedOn { get; }

    public DateOnly? ReportedOn { get; }

    /// <summary>Everybody who holds it, and those other than who issued it.</summary>
    public List<Executor> All { get; }

    public List<Executor> Executors { get; }

    public bool FirstInTime => All.Count > 0 && All.TrueForAll(e => e.First <= Due);

    public bool AcceptedInTime => All.Count > 0 && All.TrueForAll(e => e.Accepted <= Due);

    public static List<TaskFacts> Of(PeriodFacts period) =>
        [
            .. period
                .Office.Raw.Rows(period.Period, "任务")
                .Select(r => new TaskFacts(period, r))
                .OrderBy(t => t.Code, StringComparer.Ordinal),
        ];

    /// <summary>So many have it that nothing said of them tells who was late.</summary>
    public bool Tells => Executors.Count >= Period.Office.Settings.SmallNumberThreshold;

    /// <summary>Where those that are open are of both kinds, how many of each tells of none of them.</summary>
    public bool Splits =>
        Tells && Executors.Where(e => e.IsOpen).Select(e => e.Stage == "待评价").Distinct().Count() > 1;

    /// <summary>How far an executor is, as far as may be told.</summary>
    public string Told(Executor e, bool many) =>
        !e.IsOpen ? e.Stage
        : IsDue && !many ? "未办结"
        : e.Stage == "待评价" ? "待评价"
        : "办理中";

    /// <summary>办理中1个，待评价5个.</summary>
    public string Progress
    {
        get
        {
            var counts = Executors.CountBy(e => Told(e, Splits)).ToDictionary(StringComparer.Ordinal);
            var told = string.Join('，', Kinds.Where(counts.ContainsKey).Select(k => $"{k}{counts[k]}个"));
            return told.Length > 0 ? told : "—";
        }
    }

    public static readonly string[] Kinds = ["办理中", "待评价", "未办结", "办结", "退出"];

    /// <summary>Lines of the journal of a step.</summary>
    public List<RawRow> Lines(string step) => _journal.FindAll(r => r["步骤"] == step);

    /// <summary>Days from the step before, for every line of a step.</summary>
    public IEnumerable<int> DaysBefore(string step) => Lines(step).Select(Before).OfType<int>();

    /// <summary>Days from the step before; null for the first.</summary>
    public int? Before(RawRow line)
    {
        var (step, kind) = (line["步骤"], Array.IndexOf(Steps, line["步骤"]));
        var earlier = _journal
            .Where(r =>
                r.Whole("序号") < line.Whole("序号")
                && (
                    Array.IndexOf(Steps, r["步骤"]) < kind
                    || (r["步骤"] == "评价" && step == "反馈" && r["办理单位"] == line["办理单位"])
                )
            )
            .ToList();
        if (earlier.Count == 0)
        {
            return null;
        }

        var farthest = earlier.Max(r => Array.IndexOf(Steps, r["步骤"]));
        var last = earlier.FindAll(r => Array.IndexOf(Steps, r["步骤"]) == farthest);
        var before = last.FindLast(r => r["办理单位"] == line["办理单位"]) ?? last[^1];
        return Math.Max(0, line.Date("日期")!.Value.DayNumber - before.Date("日期")!.Value.DayNumber);
    }

    public bool Got(string step) => _journal.Exists(r => r["步骤"] == step);

    private List<string> UnitsAt(string step) =>
        [.. _journal.Where(r => r["步骤"] == step).Select(r => r["办理单位"]).Distinct(StringComparer.Ordinal)];

    private bool IsBelow(string unit, string top) =>
        Period.Unit(unit) is { } below && Period.Unit(top) is { } above && below.IsBelow(above);

    private Executor Follow(string unit, bool taken, List<string> all)
    {
        var (stage, since) = taken ? ("待反馈", Due!.Value) : ("待领办", Issued);
        DateOnly? first = null;
        DateOnly? last = null;
        DateOnly? accepted = null;
        foreach (var line in _journal)
        {
            var by = line["办理单位"];
            var own = by == unit || (!all.Contains(by) && (by == Issuer || IsBelow(unit, by)));
            if (!own || stage == "退出")
            {
                continue;
            }

            var on = line.Date("日期")!.Value;
            switch (line["步骤"])
            {
                case "反馈":
                    first ??= on;
                    last = on;
                    (stage, since) = stage is "办结" or "待评价" ? (stage, since) : ("待评价", on);
                    break;
                case "评价" when last is not null || by == unit:
                    var failed = Period.Office.Settings.FailedAppraisals.Any(f =>
                        line["评价等次"].Contains(f, StringComparison.Ordinal)
                        || line["结果"].Contains(f, StringComparison.Ordinal)
                    );
                    (stage, since, accepted) = failed ? ("退回重办", on, null) : ("办结", on, last);
                    break;
                case "退出" when stage != "办结" && (stage != "退回重办" || by == unit):
                    (stage, since) = ("退出", on);
                    break;
            }
        }

        return new(unit, stage, since, first, accepted);
    }
}
