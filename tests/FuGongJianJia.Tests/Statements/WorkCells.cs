namespace FuGongJianJia.Tests.Statements;

/// <summary>Tables of tasks and guidance: states, steps, rungs, who holds what.</summary>
internal static partial class Cells
{
    private static bool TaskRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Task = s.P.Tasks.Find(t => row[0].StartsWith(t.Code, StringComparison.Ordinal) && row[0] == t.Code + t.Name);
        return s.Task is not null;
    }

    // Several tasks may bear one name: it is told which by issuer and date.
    private static bool TaskNameRow(Scene s, IReadOnlyList<string> row, string last)
    {
        var alike = s.P.Tasks.FindAll(t =>
            t.Name == row[0] && s.P.Unit(t.Issuer)?.Unit.Name == row[1] && Say.Date(t.Due) == row[2]
        );
        s.Task = alike.Find(t => row.Contains(Say.Date(t.ClosedOn), StringComparer.Ordinal)) ?? alike.FirstOrDefault();
        return s.Task is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Tasks = new(StringComparer.Ordinal)
    {
        ["下达单位"] = s => s.P.Unit(s.Task!.Issuer)!.Unit.Name,
        ["首次反馈"] = s =>
            s.Task!.Executors.Count == 0 ? "没有领办记录"
            : !s.Task.Tells ? "—"
            : s.Task.Executors.TrueForAll(e => e.First <= s.Task.Due) ? "按期反馈"
            : !s.Task.IsDue ? "未到期"
            : $"按期{s.Task.Executors.Count(e => e.First <= s.Task.Due)}/{s.Task.Executors.Count}",
        ["已办结"] = s =>
            s.Task!.Executors.Count == 0 ? "—" : $"{s.Task.Executors.Count(e => !e.IsOpen)}/{s.Task.Executors.Count}",
        ["所到步骤"] = s => s.Task!.Reached,
        ["进度"] = s => s.Task!.Progress,
        ["本单位"] = s =>
            s.Task!.Executors.Find(e => e.Unit == s.U!.Unit.Code) is { } own ? s.Task.Told(own, false) : "",
        ["下达"] = s => Say.Date(s.Task!.Issued),
        ["要求完成"] = s => Say.Date(s.Task!.Due),
        ["全部反馈"] = s => Say.Date(s.Task!.Tells ? s.Task.ReportedOn : null),
        ["全部办结"] = s => Say.Date(s.Task!.ClosedOn),
        ["指标"] = s =>
            s.P.Data.Catalogue.FirstOrDefault(i => i.Code == s.Task!.Row["指标编码"])?.Name
            ?? (s.Task!.Row["指标编码"].Length > 0 ? s.Task.Row["指标编码"] : "—"),
    };

    private static bool StepRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0];
        return Array.IndexOf(TaskFacts.Steps, row[0]) >= 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Steps = new(StringComparer.Ordinal)
    {
        ["到达任务（项）"] = s => Say.Thousands(s.P.Tasks.Count(t => t.Got(s.Code!))),
        ["用时中位数（天）"] = s => Facts.Days(s.P, s.Code!, 0.5m) is { } d ? Say.Plain(d) : "—",
        ["九成不超过（天）"] = s => Facts.Days(s.P, s.Code!, 0.9m) is { } d ? Say.Plain(d) : "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Rungs = new(StringComparer.Ordinal)
    {
        ["发出"] = s => Say.Thousands(Facts.Guidance(s.P).Count(g => g["类型"] == s.Code)),
        ["止于此级的事项"] = s => Say.Thousands(Facts.Matters(s.P).Count(m => m["类型"] == s.Code)),
        ["整改完成"] = s =>
            Say.Thousands(Facts.Guidance(s.P).Count(g => g["类型"] == s.Code && g.Date("整改完成日期") is not null)),
    };

    private static bool DutyRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0][..Math.Min(3, row[0].Length)];
        return s.Item is { } item && row[0] == item.Code + item.Name + item.Item.Row.Definition;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Duties = new(StringComparer.Ordinal)
    {
        ["得分"] = s => Say.Two(s.Item!.Score),
        ["可增总指数"] = s => Say.Two(s.Item!.Gain),
        ["数值"] = s => s.Item!.Value + s.Item.Fraction,
        ["做到"] = s => Checklists.Goal(s.Item!),
        ["还差"] = s => Checklists.Gap(s.Item!),
        ["怎么做"] = s =>
            Checklists.FallsShort(s.Item!) && s.Item!.Item.Row.Remedy.Length > 0 ? s.Item.Item.Row.Remedy : "—",
        ["谁来做，何时"] = s =>
            Checklists.Who(s.Item!)
            + (Checklists.FallsShort(s.Item!) ? Say.LongDate(Checklists.When(s.Item!)) + "前" : ""),
        ["可以学的"] = s => Checklists.Peers(s.Item!),
        ["可比变化"] = s =>
            ItemChange(s.U!, s.Code!)
            + State(s).Replace("，更正", "", StringComparison.Ordinal) switch
            {
                "已报" => "",
                var state => state,
            }
            + (State(s).EndsWith("，更正", StringComparison.Ordinal) ? "更正" : ""),
    };

    private static bool TakenRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0];
        return s.Task?.Got(row[0]) == true;
    }

    private static bool Shown(Scene s) => s.Task!.Tells || Array.IndexOf(TaskFacts.Steps, s.Code) < 3;

    private static readonly Dictionary<string, Func<Scene, string?>> Taken = new(StringComparer.Ordinal)
    {
        ["单位（个）"] = s =>
            $"{s.Task!.Lines(s.Code!).Select(r => r["办理单位"]).Distinct(StringComparer.Ordinal).Count()}",
        ["日期"] = s =>
        {
            var days = s.Task!.Lines(s.Code!).ConvertAll(r => r.Date("日期")!.Value);
            return !Shown(s) ? "不公布"
                : days.Min() == days.Max() ? Say.Date(days.Min())
                : $"{Say.Date(days.Min())}～{Say.Date(days.Max())[5..]}";
        },
        ["用时中位数（天）"] = s =>
            s.Task!.DaysBefore(s.Code!).Select(d => (decimal)d).ToList() is { Count: > 0 } days && Shown(s)
                ? Say.Plain(PeriodFacts.Quantile(days, 0.5m, 1))
                : "—",
    };

    private static bool TownRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.U = s.P.Named(row[0]);
        return s.U is { Unit.Level: not Model.Level.Grassroots };
    }

    // A town's own executors and those of its unions; those right below the district are the district's.
    private static List<(TaskFacts Task, Executor By)> OfTown(Scene s) =>
        [
            .. s
                .P.Tasks.SelectMany(t => t.Executors, (t, e) => (t, e))
                .Where(x => TownOf(s.P, x.e.Unit) == s.U!.Unit.Code),
        ];

    private static string TownOf(PeriodFacts p, string unit)
    {
        var at = p.Unit(unit)!.Unit;
        return at.Level == Model.Level.Grassroots ? at.Parent! : at.Code;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Board = new(StringComparer.Ordinal)
    {
        ["办理中"] = s => Kind(s, "办理中"),
        ["待评价"] = s => Kind(s, "待评价"),
        ["未办结"] = s => Kind(s, "未办结"),
        ["办结"] = s => Kind(s, "办结"),
        ["退出"] = s => Kind(s, "退出"),
        ["状态"] = s => OfTown(s).Exists(x => x.By.IsOpen) ? "有未办结" : "全部办结",
        ["未办结的任务"] = s =>
            string.Join(
                '、',
                OfTown(s)
                    .Where(x => x.By.IsOpen)
                    .Select(x => x.Task)
                    .DistinctBy(t => t.Code)
                    .OrderBy(t => t.Code, StringComparer.Ordinal)
                    .Select(t => t.Name)
            ),
    };

    private static string Kind(Scene s, string kind) =>
        OfTown(s).Count(x => x.Task.Told(x.By, false) == kind) is > 0 and var n ? $"{n}" : "";

    private static bool SubjectRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0] == "其他事项" ? null : s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        var tells = s
            .P.Tasks.Where(t => t.Row["指标编码"].Length > 0)
            .GroupBy(t => t.Row["指标编码"], StringComparer.Ordinal)
            .Where(g => g.Sum(t => t.Executors.Count) >= s.Office.Settings.SmallNumberThreshold)
            .SelectMany(g => g)
            .ToDictionary(t => t.Code, t => t.Row["指标编码"], StringComparer.Ordinal);
        s.Rows = Facts.Guidance(s.P).FindAll(g => tells.GetValueOrDefault(g["关联任务"]) == s.Code);
        return s.Rows.Count > 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Subjects = new(StringComparer.Ordinal)
    {
        ["提醒"] = s => Rung(s, "提醒"),
        ["预警"] = s => Rung(s, "预警"),
        ["督办"] = s => Rung(s, "督办"),
        ["约谈"] = s => Rung(s, "约谈"),
        ["任务（项）"] = s => s.Code is null ? "" : $"{s.P.Tasks.Count(t => t.Row["指标编码"] == s.Code)}",
    };

    private static string Rung(Scene s, string rung) =>
        s.Rows.Count(g => g["类型"] == rung) is > 0 and var n ? Say.Thousands(n) : "";

    private static readonly Dictionary<string, Func<Scene, string?>> TownRungs = Facts.Rungs.ToDictionary(
        rung => rung,
        Func<Scene, string?> (rung) =>
            s =>
            {
                // Of the unions of the town, not of the town itself.
                s.Rows = Facts
                    .Guidance(s.P)
                    .FindAll(g => g["对象组织"] != s.U!.Unit.Code && TownOf(s.P, g["对象组织"]) == s.U.Unit.Code);
                return Rung(s, rung);
            },
        StringComparer.Ordinal
    );

    // Whoever has something to do, and at which stage it lies with them.
    private static List<Executor> At(Scene s, string stage) =>
        [
            .. s
                .P.Tasks.SelectMany(t => t.All, (t, e) => (t, e))
                .Where(x => x.e.Stage == stage && (stage == "待评价" ? x.t.Issuer : x.e.Unit) == s.U!.Unit.Code)
                .Select(x => x.e),
        ];

    private static bool HolderRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        return s.U is not null;
    }

    private static string Dotted(int count) => count > 0 ? $"{count}" : "";

    private static readonly Dictionary<string, Func<Scene, string?>> HeldBy = new(StringComparer.Ordinal)
    {
        ["待领办"] = s => Dotted(At(s, "待领办").Count),
        ["待反馈"] = s => Dotted(At(s, "待反馈").Count),
        ["待评价"] = s => Dotted(At(s, "待评价").Count),
        ["退回重办"] = s => Dotted(At(s, "退回重办").Count),
        ["最久（天）"] = s =>
        {
            var until = Facts.DataDate(s.P);
            var days = s
                .P.Tasks.SelectMany(t => t.All, (t, e) => (t, e))
                .Where(x =>
                    x.e.IsOpen
                    && (x.e.Stage == "待评价" ? x.t.Issuer : x.e.Unit) == s.U!.Unit.Code
                    && (x.e.Stage is "待评价" or "退回重办" || x.t.Due < until)
                )
                .Select(x => Math.Max(0, until.DayNumber - x.e.Since.DayNumber))
                .ToList();
            return days.Count > 0 ? $"{days.Max()}" : "—";
        },
    };

    private static bool MatterRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        s.Row = row;
        s.Task = s.P.Tasks.Find(t =>
            t.Name == row[1]
            && Say.Date(t.Due) == row[3]
            && t.All.Exists(e => e.Unit == s.U?.Unit.Code && e.Stage == row[2])
        );
        return s.Task is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Matters = new(StringComparer.Ordinal)
    {
        ["任务"] = s => s.Task!.Name,
        ["到哪一步"] = s => Matter(s).Stage,
        ["要求完成"] = s => Say.Date(s.Task!.Due),
        ["天数"] = s =>
            Math.Max(0, Facts.DataDate(s.P).DayNumber - Matter(s).Since.DayNumber) is > 0 and var days
                ? $"{days}"
                : "—",
        ["期限"] = s =>
        {
            var (first, due) = (Matter(s).First?.DayNumber - s.Task!.Due!.Value.DayNumber, s.Task.Due!.Value);
            var left = due.DayNumber - Facts.DataDate(s.P).DayNumber;
            return Matter(s).Stage == "待评价"
                ? first <= 0
                    ? "按期反馈"
                    : $"迟{first}天反馈"
                : left > 0
                    ? $"还差{left}天"
                    : left == 0
                        ? "今天到期"
                        : $"逾期{-left}天";
        },
    };

    private static Executor Matter(Scene s) => s.Task!.All.Find(e => e.Unit == s.U!.Unit.Code && e.Stage == s.Row[2])!;

    private static readonly Dictionary<string, Func<Scene, string?>> StepsTurned = TaskFacts.Steps.ToDictionary(
        step => step,
        Func<Scene, string?> (step) =>
            s =>
            {
                var row = s.Code;
                s.Code = step;
                var said = Steps[row!](s);
                s.Code = row;
                return said;
            },
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, Func<Scene, string?>> RungsTurned = Facts.Rungs.ToDictionary(
        rung => rung,
        Func<Scene, string?> (rung) =>
            s =>
            {
                var row = s.Code;
                s.Code = rung;
                var said = Rungs[row!](s);
                s.Code = row;
                return said;
            },
        StringComparer.Ordinal
    );
}
