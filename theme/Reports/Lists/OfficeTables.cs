using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>A table of the office（内部台账）: a CSV file, a sheet of the workbook, some of them a table on paper.</summary>
/// <param name="File">Name of the CSV file.</param>
/// <param name="Title">台账名, also of the sheet.</param>
/// <param name="Columns">Columns, in order.</param>
/// <param name="Rows">Formed when they are asked for; numbers and dates as such, null where there is none.</param>
internal sealed record OfficeTable(
    string File,
    string Title,
    ImmutableArray<SheetColumn> Columns,
    IEnumerable<object?[]> Rows
)
{
    /// <summary>As a sheet.</summary>
    public DataSheet Sheet => new(Title, Columns, Rows);
}

/// <summary>The tables of the office, column by column（内部台账表）.</summary>
internal static class OfficeTables
{
    /// <summary>
    /// All of them, in the order of the workbook; a register without rows is left out. The places of towns are among
    /// all places.
    /// </summary>
    public static ImmutableArray<OfficeTable> Of(OfficePeriod period) =>
        [
            Ranking(period),
            Ledger(period),
            Overdue(period),
            Guidance(period),
            Needs(period),
            Missing(period),
            Discrepancies(period),
            .. new[]
            {
                Screening(period),
                Units(period),
                Events(period),
                Pairs(period),
                Visits(period),
                Awards(period),
            }.Where(t => t.Rows.Any()),
        ];

    /// <summary>名次.</summary>
    public static OfficeTable Ranking(OfficePeriod period) =>
        new(
            "ranking.csv",
            "名次",
            [
                "排名组",
                "名次",
                "并列",
                "单位",
                new("总指数", SheetFormat.Score),
                new("覆盖率", SheetFormat.Score),
                new("最好名次", SheetFormat.Count),
                new("最差名次", SheetFormat.Count),
                "稳健性",
            ],
            period
                .Towns.Concat(period.Unions)
                .Where(u => u.Ranking.Place is not null)
                .OrderBy(u => u.Organisation.Level)
                .ThenBy(u => u.Ranking.Group, StringComparer.Ordinal)
                .ThenBy(u => u.Ranking.Place)
                .ThenBy(u => u.Code, StringComparer.Ordinal)
                .Select(u =>
                    (object?[])
                        [
                            u.Ranking.Group,
                            u.Ranking.Place,
                            u.Ranking.Tied,
                            u.Name,
                            u.Total,
                            u.Coverage,
                            u.Robustness?.Best,
                            u.Robustness?.Worst,
                            Firmness(u),
                        ]
                )
        );

    /// <summary>分级指导.</summary>
    public static OfficeTable Guidance(OfficePeriod period) =>
        new(
            "guidance.csv",
            "分级指导",
            [
                "镇街",
                "对象",
                "类型",
                "事由",
                new("发出日期", SheetFormat.Date),
                new("要求整改", SheetFormat.Date),
                new("整改完成", SheetFormat.Date),
                "结果",
                "关联任务现状",
                "备注",
            ],
            period
                .Named.GroupBy(g => (g.Town, g.Organisation, Matter: g.Task ?? g.Matter))
                .OrderBy(m => m.Key.Town, StringComparer.Ordinal)
                .ThenByDescending(m => m.Max(g => g.Rung))
                .ThenBy(m => m.Min(g => g.IssuedOn))
                .ThenBy(m => m.Key.Organisation, StringComparer.Ordinal)
                .ThenBy(m => m.Key.Matter, StringComparer.Ordinal)
                .SelectMany(m =>
                    m.OrderBy(g => g.Rung)
                        .ThenBy(g => g.IssuedOn)
                        .ThenBy(g => g.Code, StringComparer.Ordinal)
                        .Select(g =>
                            (object?[])
                                [
                                    Town(period, g.Town),
                                    g.OrganisationName,
                                    g.Rung.Word(),
                                    g.Matter,
                                    g.IssuedOn,
                                    g.DueOn,
                                    g.RectifiedOn,
                                    g.RectifiedOn is null
                                    && m.Where(next => next.Rung > g.Rung)
                                        .Select(next => (GuidanceRung?)next.Rung)
                                        .Min()
                                        is { } later
                                        ? "转" + later.Word()
                                    : g.Result.Length > 0 ? g.Result
                                    : null,
                                    TaskState(period, g),
                                    g.Remark,
                                ]
                        )
                )
        );

    /// <summary>逾期和待办任务.</summary>
    public static OfficeTable Overdue(OfficePeriod period) =>
        new(
            "overdue.csv",
            "逾期和待办任务",
            [
                "镇街",
                "在谁手里",
                "任务",
                new("要求完成", SheetFormat.Date),
                "状态",
                new("单位次", SheetFormat.Count),
                new("最久天数", SheetFormat.Count),
            ],
            period
                .Pending.GroupBy(m => (m.Town, m.Holder, m.Task, m.State.Stage))
                .OrderBy(g => g.Key.Town, StringComparer.Ordinal)
                .ThenByDescending(g => g.Max(m => m.State.Days))
                .ThenBy(g => g.Key.Task, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Holder, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Stage)
                .Select(g =>
                    (object?[])
                        [
                            Town(period, g.Key.Town),
                            g.First().HolderName,
                            g.First().Name,
                            g.First().DueOn,
                            Stage(g.First().State),
                            g.Count(),
                            g.Max(m => m.State.Days),
                        ]
                )
        );

    /// <summary>任务台账.</summary>
    public static OfficeTable Ledger(OfficePeriod period) =>
        new(
            "tasks.csv",
            "任务台账",
            [
                "任务编码",
                "任务",
                "下达单位",
                new("下达日期", SheetFormat.Date),
                "办理单位",
                new("要求完成", SheetFormat.Date),
                new("首次反馈", SheetFormat.Date),
                "早晚",
                new("通过的反馈", SheetFormat.Date),
                "状态",
                "是否逾期",
                "在谁手里",
                new("天数", SheetFormat.Count),
            ],
            period.Matters.Select(m =>
                (object?[])
                    [
                        m.Task,
                        m.Name,
                        m.IssuerName,
                        m.IssuedOn,
                        m.UnitName,
                        m.DueOn,
                        m.FirstReportOn,
                        MatterWords.Earliness(m),
                        m.AcceptedReportOn,
                        m.State.Stage.Word(),
                        m.State.IsOverdue,
                        m.HolderName.Length > 0 ? m.HolderName : null,
                        m.State.IsOpen ? m.State.Days : null,
                    ]
            )
        );

    /// <summary>需求台账.</summary>
    public static OfficeTable Needs(OfficePeriod period) =>
        new(
            "needs.csv",
            "需求台账",
            [
                "需求编码",
                "类别",
                "上报单位",
                new("上报日期", SheetFormat.Date),
                "内容摘要",
                new("研判日期", SheetFormat.Date),
                "研判结论",
                "办理单位",
                new("答复日期", SheetFormat.Date),
                "状态",
                "在谁手里",
                new("天数", SheetFormat.Count),
                new("其中在办", SheetFormat.Count),
                "调整内容",
                "文号",
                "已有政策",
                "回访",
            ],
            period.NeedMatters.Select(n =>
                (object?[])
                    [
                        n.Code,
                        n.Category,
                        n.UnitName,
                        n.ReportedOn,
                        n.Summary,
                        n.AnalysedOn,
                        n.Conclusion,
                        n.HandlerName,
                        n.AnsweredOn,
                        n.StageText,
                        n.HolderName.Length > 0 ? n.HolderName : null,
                        n.Days,
                        n.IsOpen ? n.HeldDays : null,
                        n.PolicyChange,
                        n.Document,
                        n.Known is { } known
                            ? known.Text + (known.Document.Length > 0 ? $"（{known.Document}）" : "")
                            : "",
                        "",
                    ]
            )
        );

    /// <summary>缺报数据.</summary>
    public static OfficeTable Missing(OfficePeriod period)
    {
        var names = period.Indicators.ToDictionary(i => i.Code, i => i.Name, StringComparer.Ordinal);
        return new(
            "missing.csv",
            "缺报数据",
            ["镇街", "单位", "缺报指标", new("项数", SheetFormat.Count), "备注"],
            period
                .Missing.OrderBy(m => m.Town, StringComparer.Ordinal)
                .ThenByDescending(m => m.Indicators.Length)
                .ThenBy(m => m.Unit, StringComparer.Ordinal)
                .Select(m =>
                    (object?[])
                        [
                            Town(period, m.Town),
                            m.UnitName,
                            string.Join("、", m.Indicators.Select(c => names.GetValueOrDefault(c, c))),
                            m.Indicators.Length,
                            string.Join("；", m.Remarks),
                        ]
                )
        );
    }

    /// <summary>勾稽不符.</summary>
    public static OfficeTable Discrepancies(OfficePeriod period) =>
        new(
            "discrepancies.csv",
            "勾稽不符",
            ["代码", "不符之处", "单位", "这里", "那里"],
            period.Discrepancies.Select(d =>
                (object?[])[d.Code.Id, d.Code.Title, d.UnitName, $"{d.Here}", $"{d.There}"]
            )
        );

    /// <summary>评先资格审查: a union a row, with the evidence; no rows where nothing is asked for.</summary>
    public static OfficeTable Screening(OfficePeriod period)
    {
        var table = period.Screening;
        return new(
            "screening.csv",
            "评先资格审查",
            [
                new("序号", SheetFormat.Count),
                "镇街",
                "组织编码",
                "单位",
                "状态",
                .. (table?.Indicators ?? []).Select(i => new SheetColumn($"{i.Name}（{i.Demand.Word()}）")),
                new("覆盖率", SheetFormat.Score),
                new("总指数", SheetFormat.Score),
                .. Stars(period, [new SheetColumn("星级")]),
                "结论",
                "理由和依据",
                "补正办法",
                new("补正期限", SheetFormat.Date),
                "已受表彰",
            ],
            (table?.Units ?? []).Select(
                (u, n) =>
                    (object?[])
                        [
                            n + 1,
                            u.TownName,
                            u.Code,
                            u.Name,
                            u.Standing.Word,
                            .. u.Values.Select(Evidence),
                            u.Coverage,
                            u.Total,
                            .. Stars(period, [u.Star]),
                            u.Verdict.Word(),
                            string.Join('；', u.Reasons),
                            string.Join('；', u.Mends),
                            u.MendBy(table!),
                            string.Join('；', u.Awards.Select(a => a.Text)),
                        ]
            )
        );
    }

    /// <summary>镇街名次.</summary>
    public static OfficeTable Towns(OfficePeriod period) =>
        new(
            "towns.csv",
            "镇街名次",
            [
                "名次",
                "镇街",
                new("总指数", SheetFormat.Score),
                new("覆盖率", SheetFormat.Score),
                new("最好名次", SheetFormat.Count),
                new("最差名次", SheetFormat.Count),
                "稳健性",
            ],
            period
                .Towns.Where(t => t.Ranking.Place is not null)
                .OrderBy(t => t.Ranking.Place)
                .ThenBy(t => t.Code, StringComparer.Ordinal)
                .Select(t =>
                    (object?[])
                        [
                            t.Ranking.TableText,
                            t.Name,
                            t.Total,
                            t.Coverage,
                            t.Robustness?.Best,
                            t.Robustness?.Worst,
                            Firmness(t),
                        ]
                )
        );

    /// <summary>单位名册.</summary>
    public static OfficeTable Units(OfficePeriod period) =>
        new(
            "units.csv",
            "单位名册",
            [
                "组织编码",
                "组织名称",
                "上级",
                "层级",
                "组织类型",
                "单位类别",
                "统一社会信用代码",
                "行政区划代码",
                new("职工数", SheetFormat.Count),
                new("会员数", SheetFormat.Count),
                new("女会员数", SheetFormat.Count),
                "状态",
                "公开",
            ],
            period.Registers.Units.Select(u =>
                (object?[])
                    [
                        u.Code,
                        u.Name,
                        u.UpperName,
                        u.Level.Word(),
                        u.Kind.Word(),
                        u.Category.Word(),
                        u.CreditCode,
                        u.DivisionCode,
                        u.Workers,
                        u.Members,
                        u.FemaleMembers,
                        u.Status.Word(),
                        u.IsPublic,
                    ]
            )
        );

    /// <summary>活动台账.</summary>
    public static OfficeTable Events(OfficePeriod period) =>
        new(
            "activities.csv",
            "活动台账",
            [
                "活动编码",
                "活动",
                "类型",
                "专项",
                "主办",
                "协办",
                new("开始", SheetFormat.Date),
                new("结束", SheetFormat.Date),
                "地点",
                new("场次", SheetFormat.Count),
                "参加",
                new("经费（元）", SheetFormat.General),
            ],
            period.Registers.Events.Select(e =>
                (object?[])
                    [
                        e.Shown.Code,
                        e.Shown.Name,
                        e.Kind,
                        e.Programme,
                        e.Shown.OrganiserName,
                        e.CoOrganiser,
                        e.Shown.Start,
                        e.Shown.End,
                        e.Shown.Place ?? "",
                        e.Shown.Sessions,
                        e.Shown.HeadcountText,
                        e.Funds,
                    ]
            )
        );

    /// <summary>结对台账.</summary>
    public static OfficeTable Pairs(OfficePeriod period) =>
        new(
            "pairs.csv",
            "结对台账",
            [
                "结对编码",
                "单位",
                "师傅",
                "徒弟",
                "技能方向",
                new("开始", SheetFormat.Date),
                new("结束", SheetFormat.Date),
                "目标",
                "完成",
            ],
            period.Registers.Pairs.Select(p =>
                (object?[])[p.Code, p.UnitName, p.Mentor, p.Apprentice, p.Skill, p.Start, p.End, p.Goal, p.Completed]
            )
        );

    /// <summary>家访台账.</summary>
    public static OfficeTable Visits(OfficePeriod period) =>
        new(
            "visits.csv",
            "家访台账",
            [
                "单位",
                new("应访人数", SheetFormat.Count),
                new("实访人数", SheetFormat.Count),
                new("重点对象数", SheetFormat.Count),
                new("反映问题数", SheetFormat.Count),
                new("已解决数", SheetFormat.Count),
                new("事故同比（%）", SheetFormat.General),
            ],
            period.Registers.Visits.Select(v =>
                (object?[])[v.UnitName, v.Due, v.Made, v.Priority, v.Problems, v.Solved, v.AccidentChange]
            )
        );

    /// <summary>表彰台账.</summary>
    public static OfficeTable Awards(OfficePeriod period) =>
        new(
            "commendations.csv",
            "表彰台账",
            [
                "表彰编码",
                "对象",
                "荣誉名称",
                "级别",
                "授予单位",
                "文号",
                new("授予日期", SheetFormat.Date),
                "状态",
                "公开依据",
            ],
            period.Registers.Awards.Select(a =>
                (object?[])
                    [
                        a.Code,
                        a.Recipient,
                        a.Honour,
                        a.Level.Word(),
                        a.Grantor,
                        a.Document,
                        a.GrantedOn,
                        a.Status.Word(),
                        a.Basis,
                    ]
            )
        );

    // A spreadsheet takes 2/4 for a day, so the percentage stands behind it.
    private static object? Evidence(ScreenedValue value) =>
        value.Value switch
        {
            Reported.Number number => number.Value,
            Reported.Ratio ratio => $"{Numerals.Amount(ratio.Numerator)}/{Numerals.Amount(ratio.Denominator)}"
                + $"（{Numerals.Percent(ratio.Figure)}）",
            _ => value.Text,
        };

    // The column is there where the settings have a scheme.
    private static ImmutableArray<T> Stars<T>(OfficePeriod period, ImmutableArray<T> column) =>
        period.Screening is { HasStars: true } ? column : [];

    private static string Firmness(UnionResult unit) => unit.Robustness is { Firm: false } ? "随算法变动较大" : "稳定";

    private static string? TaskState(OfficePeriod period, NamedGuidance guidance) =>
        period.Matters.FirstOrDefault(m => m.Task == guidance.Task && m.Unit == guidance.Organisation)?.State.Text;

    private static string Stage(ExecutorState state) => state.Stage.Word() + (state.IsOverdue ? "·逾期" : "");

    private static string Town(OfficePeriod period, string code) => period.Find(code)?.Organisation.ShortName ?? code;
}
