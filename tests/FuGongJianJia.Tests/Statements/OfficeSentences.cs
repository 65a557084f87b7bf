namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes of the sentences on the office's pages and its sheet of tasks.</summary>
internal static class OfficeSentences
{
    private const string Stage = "{=待领办|待反馈|待评价|退回重办|办结|退出}";
    private const int MostHolders = 5;

    public static IEnumerable<Shape> All() => [.. Board(), .. EachTask(), .. NeedLedger()];

    private static bool IsOffice(Scene s) => s.Place.StartsWith("internal/", StringComparison.Ordinal);

    private static bool IsBoard(Scene s) => IsOffice(s) || s.Place.Contains("/tasks, ", StringComparison.Ordinal);

    private static IEnumerable<Shape> Board() =>
        [
            new(IsOffice, "{p}(?:任务进度|需求台账)", []),
            new(IsOffice, "没有办结的{n}件", s => $"{OfficeFacts.Open(s.P).Count}"),
            new(IsOffice, "{n}项，没办结的展开", s => $"{s.P.Tasks.Count}"),
            new(
                IsOffice,
                "最久的一件在{u}手里，{n}天：{x}，" + Stage,
                s => $"{Oldest(s).Days}",
                s => Oldest(s).Task.Name,
                s => Oldest(s).By.Stage
            ),
            new(IsBoard, "{=没有逾期、退回和等评价的}", s => OfficeFacts.Pending(s.P).Count == 0 ? s.Said : null),
            new(
                IsBoard,
                "最久的是{x}的“{x}”，{=待[^。]+|退回重办[^。]*}",
                s =>
                {
                    s.U = s.P.Named(s.Said);
                    return Longest(s).Exists(m => m.By.Unit == s.U!.Unit.Code) ? s.Said : null;
                },
                s => Longest(s).Find(m => m.By.Unit == s.U!.Unit.Code && m.Task.Name == s.Said)?.Task.Name,
                s => Longest(s).Find(m => m.By.Unit == s.U!.Unit.Code)?.State
            ),
            new(
                IsBoard,
                "{u}(?:领办{n}件)?、?(?:反馈{n}件)?、?(?:评价{n}件)?、?(?:重报{n}件)?",
                s => Duty(s, "待领办"),
                s => Duty(s, "待反馈"),
                s => Duty(s, "待评价"),
                s => Duty(s, "退回重办")
            ),
            new(IsBoard, "另{n}家见下表", s => $"{OfficeFacts.Duties(s.P).Count - MostHolders}"),
            .. Waiting("逾期", "最久", m => m.IsOverdue),
            .. Waiting("退回未重报", "最久", m => m.By.Stage == "退回重办"),
            .. Waiting("等评价", "最久等了", m => m.By.Stage == "待评价"),
            new(
                IsBoard,
                "没到期{n}件，最近的{=\\d+年\\d+月\\d+日}到期，还差{n}天",
                s => $"{Ahead(s).Count}",
                s => Say.LongDate(Ahead(s).Min(m => m.Task.Due!.Value)),
                s => $"{Math.Max(0, Ahead(s).Min(m => m.Left))}"
            ),
            new(
                IsBoard,
                "另{n}家，全部见任务进度网页和任务台账",
                s => $"{OfficeFacts.Open(s.P).Select(m => m.Holder).Distinct().Count() - s.Shown}"
            ),
            new(IsBoard, "另{n}件，全部见任务进度网页和任务台账", s => $"{OfficeFacts.Open(s.P).Count - s.Shown}"),
        ];

    private static IEnumerable<Shape> Waiting(string what, string longest, Func<OfficeFacts.Matter, bool> which) =>
        [
            new(
                IsBoard,
                what + "{n}件，(?:" + longest + ")?{n}天",
                s => $"{OfficeFacts.Open(s.P).Count(which)}",
                s => $"{OfficeFacts.Open(s.P).Where(which).Max(m => m.Days)}"
            ),
        ];

    private static IEnumerable<Shape> EachTask() =>
        [
            new(IsOffice, "{=RW\\d+-\\d+[^，]+}", s => s.Task!.Code + s.Task.Name),
            new(
                s => IsOffice(s) && s.Task is not null,
                Stage + "{n}个",
                s => s.Topic = s.Said,
                s => $"{s.Task!.All.Count(e => e.Stage == s.Topic)}"
            ),
            new(
                s => IsOffice(s) && s.Task is not null,
                "下达：{x}，{=\\d+年\\d+月\\d+日}",
                s => s.P.Unit(s.Task!.Issuer)!.Unit.Name,
                s => Say.LongDate(s.Task!.Issued)
            ),
            new(IsOffice, "要求完成：{=\\d+年\\d+月\\d+日}", s => Say.LongDate(s.Task!.Due!.Value)),
            new(IsOffice, "指标：{x}$", s => s.P.Data.Catalogue.First(i => i.Code == s.Task!.Row["指标编码"]).Name),
            new(IsOffice, "来源：{x}$", s => s.Task!.Row["来源"]),
            new(IsOffice, "优先级：{x}$", s => s.Task!.Row["优先级"]),
            new(IsOffice, "台账状态：{x}$", s => s.Task!.Row["状态"]),
            new(
                s => IsOffice(s) && s.Task is not null,
                "{=\\d+-\\d\\d-\\d\\d}{=提醒|预警|督办|约谈}{w}（{=[^）]+}",
                s =>
                {
                    s.Rows = Facts
                        .Guidance(s.P)
                        .FindAll(g => g["关联任务"] == s.Task!.Code && Say.Date(g.Date("发出日期")) == s.Said);
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s =>
                {
                    s.Rows = s.Rows.FindAll(g => g["类型"] == s.Said);
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s =>
                {
                    s.Rows = s.Rows.FindAll(g => s.P.Unit(g["对象组织"])!.Unit.Name == s.Said);
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s =>
                    s.Rows.Select(g =>
                            g.Date("整改完成日期") is { } on ? Say.Date(on) + "整改完成"
                            : g["结果"].Length > 0 ? g["结果"]
                            : "未整改"
                        )
                        .FirstOrDefault(r => r == s.Said)
            ),
        ];

    private static IEnumerable<Shape> NeedLedger() =>
        [
            new(
                IsOffice,
                "{n}件需求没有答复，(?:最久)?{n}天",
                s => $"{Asked(s).Count}",
                s => $"{Asked(s).Max(n => n.Days)}"
            ),
            new(IsOffice, "全部需求", []),
            new(
                s => IsOffice(s) && s.Topic.StartsWith("p.kai", StringComparison.Ordinal),
                "{z}$",
                s =>
                    s.Office.Raw.Rows(s.P.Period, "需求")
                        .Find(r => r.Yes("政策调整") && r["调整内容"].TrimEnd('。') == s.Said)
                        ?["调整内容"].TrimEnd('。')
            ),
            new(IsOffice, "没有答复的{n}件", s => $"{Asked(s).Count}"),
            new(IsOffice, "{=需求全部答复}", s => Asked(s).Count == 0 ? s.Said : null),
            new(
                IsOffice,
                "{u}{n}件（(?:待研判{n}件)?、?(?:待答复{n}件)?",
                s => $"{Held(s, null)}",
                s => $"{Held(s, "待研判")}",
                s => $"{Held(s, "待答复")}"
            ),
            new(IsOffice, "其中{n}件同样的诉求已有政策", s => $"{Asked(s).Count(n => n.Policy is { IsSame: true })}"),
            new(
                IsOffice,
                "{=\\d+年\\d+月\\d+日}{=[^，。]*〔\\d+〕\\d+号}",
                s =>
                {
                    s.Rows = s
                        .Office.Raw.Rows(s.P.Period, "需求")
                        .FindAll(r => r.Date("答复日期") is { } on && Say.LongDate(on) == s.Said);
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s => s.Rows.Find(r => r["文号"] == s.Said)?["文号"]
            ),
            new(
                IsOffice,
                "{=XQ[\\d-]+}",
                s =>
                    s.Office.Raw.Rows(s.P.Period, "需求")
                        .Find(r => r["需求编码"] == s.Said && r.Yes("政策调整") && r["调整内容"].Length > 0)
                        ?["需求编码"]
            ),
        ];

    private static List<OfficeFacts.Matter> Ahead(Scene s) => OfficeFacts.Open(s.P).FindAll(m => !m.IsPending);

    private static string Duty(Scene s, string stage)
    {
        var all = OfficeFacts.Duties(s.P).Find(g => g.Key == s.U!.Unit.Code)!.ToList();
        return $"{all.Count(m => m.By.Stage == stage)}";
    }

    // Of those that are to be reminded of the one that has lain longest with somebody.
    private static OfficeFacts.Matter Oldest(Scene s) =>
        OfficeFacts
            .Pending(s.P)
            .Where(m => m.Holder == s.U!.Unit.Code && m.Days == OfficeFacts.Pending(s.P).Max(x => x.Days))
            .OrderBy(m => m.Left)
            .First();

    private static List<OfficeFacts.Matter> Longest(Scene s)
    {
        var pending = OfficeFacts.Pending(s.P);
        return pending.FindAll(m => m.Days == pending.Max(x => x.Days));
    }

    private static List<OfficeFacts.Need> Asked(Scene s) => OfficeFacts.Needs(s.P).FindAll(n => n.IsOpen);

    private static int Held(Scene s, string? stage) =>
        Asked(s).Count(n => n.Holder == s.U!.Unit.Code && (stage is null || n.Stage == stage));
}
