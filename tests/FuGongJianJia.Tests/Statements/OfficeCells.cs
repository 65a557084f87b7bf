using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What must stand in the tables of the office's pages.</summary>
internal static class OfficeCells
{
    public static Cells.TableKind? Kind(TableRead table) =>
        (table.Heads[0], table.Heads[1]) switch
        {
            ("步骤", "单位") => new(StepRow, Steps),
            ("办理单位", "已几天") => new(MatterRow, Matters),
            ("办理单位", "分办") => new(ExecutorRow, Executors),
            ("镇街", "待领办") => new(TownRow, ByTown),
            ("需求", _) => new(NeedRow, Needs),
            ("指标", "没有达到") => new(LetterCells.ShortListRow, LetterCells.ShortCounts),
            ("单位", "事由") => new(LetterCells.LadderRow, LetterCells.Ladder),
            ("单位", "现值") => new(LetterCells.ShortRow, LetterCells.Short),
            _ => null,
        };

    // Of several such lines the one of that day: a day that is wrong is then found in its cell.
    private static bool StepRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s
            .Task?.Journal.Where(r => r["步骤"] == row[0] && s.P.Unit(r["办理单位"])?.Unit.Name == row[1])
            .MaxBy(r => Say.Date(r.Date("日期")) == row[2]);
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Steps = new(StringComparer.Ordinal)
    {
        ["单位"] = s => s.P.Unit(s.Raw!["办理单位"])!.Unit.Name,
        ["日期"] = s => Say.Date(s.Raw!.Date("日期")),
        ["用时（天）"] = s => s.Task!.Before(s.Raw!) is { } days ? $"{days}" : "—",
        ["结果"] = s => s.Raw!["结果"],
        ["等次"] = s => s.Raw!["评价等次"],
        ["意见"] = s => s.Raw!["意见"],
    };

    private static bool MatterRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        s.Row = row;
        return s.U is not null && OfficeFacts.Open(s.P).Exists(m => IsOf(s, m));
    }

    private static bool IsOf(Scene s, OfficeFacts.Matter m) => m.By.Unit == s.U!.Unit.Code && m.Task.Name == s.Row[3];

    private static OfficeFacts.Matter Of(Scene s) =>
        OfficeFacts
            .Open(s.P)
            .Where(m => IsOf(s, m))
            .MaxBy(m => (m.By.Stage == s.Row[2] ? 1 : 0) + (Say.Date(m.Task.Due) == s.Row[6] ? 1 : 0))!;

    private static readonly Dictionary<string, Func<Scene, string?>> Matters = new(StringComparer.Ordinal)
    {
        ["已几天"] = s => Of(s).Days is > 0 and var days ? $"{days}" : "—",
        ["步骤"] = s => Of(s).By.Stage,
        ["任务"] = s => Of(s).Task.Name,
        ["在谁手里"] = s => s.P.Unit(Of(s).Holder)!.Unit.Name,
        ["期限"] = s => (Of(s).IsOverdue ? "◆" : "") + Of(s).Term,
        ["要求完成"] = s => Say.Date(Of(s).Task.Due),
        ["指导"] = s => Of(s).Guidance,
        ["镇街"] = s => OfficeFacts.TownOf(s.P, s.U!.Unit.Code).Unit.ShortName,
    };

    private static bool ExecutorRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        return s.Task?.All.Exists(e => e.Unit == s.U?.Unit.Code) == true;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Executors = new(StringComparer.Ordinal)
    {
        ["现状"] = s => Own(s).State,
        ["在谁手里"] = s => Own(s).By.IsOpen ? s.P.Unit(Own(s).Holder)!.Unit.Name : "—",
        ["*"] = s =>
            string.Join(
                '，',
                s.Task!.Journal.Where(r => r["步骤"] == s.Topic && r["办理单位"] == s.U!.Unit.Code)
                    .Select(r =>
                        Say.Date(r.Date("日期"))[5..]
                        + (
                            s.Topic != "评价" ? ""
                            : r["评价等次"].Length > 0 ? r["评价等次"]
                            : r["结果"]
                        )
                    )
            ),
    };

    private static OfficeFacts.Matter Own(Scene s) => new(s.Task!, s.Task!.All.Find(e => e.Unit == s.U!.Unit.Code)!);

    private static bool TownRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.All.FirstOrDefault(u => u.Unit.Level != Level.Grassroots && u.Unit.ShortName == row[0]);
        return s.U is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> ByTown = new(StringComparer.Ordinal)
    {
        ["*"] = s =>
            OfficeFacts.Matters(s.P).Count(m => m.By.Stage == s.Topic && OfficeFacts.TownOf(s.P, m.By.Unit) == s.U)
                is > 0
                    and var count
                ? $"{count}"
                : "",
    };

    private static bool NeedRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s.Office.Raw.Rows(s.P.Period, "需求").Find(r => r["需求编码"] + r["内容摘要"] == row[0]);
        return s.Raw is not null;
    }

    private static OfficeFacts.Need Asked(Scene s) => new(s.P, s.Raw!);

    private static readonly Dictionary<string, Func<Scene, string?>> Needs = new(StringComparer.Ordinal)
    {
        ["状态"] = s => Asked(s).Stage,
        ["天数"] = s => Asked(s).DaysText,
        ["在谁手里"] = s => s.P.Unit(Asked(s).Holder)!.Unit.Name,
        ["类别"] = s => s.Raw!["类别"],
        ["上报单位"] = s => s.P.Unit(s.Raw!["上报组织"])!.Unit.Name,
        ["上报日期"] = s => Say.Date(s.Raw!.Date("上报日期")),
        ["上报"] = s => Say.Date(s.Raw!.Date("上报日期")),
        ["研判"] = s => Say.Date(Asked(s).Analysed),
        ["研判结论"] = s => s.Raw!["研判结论"] is { Length: > 0 } conclusion ? conclusion : "—",
        ["结论"] = s => s.Raw!["研判结论"],
        ["办理单位"] = s => s.Raw!["办理单位"] is { Length: > 0 } code ? s.P.Unit(code)!.Unit.Name : "",
        ["答复"] = s => Say.Date(Asked(s).Answered),
        ["政策、文号"] = s => (s.Raw!.Yes("政策调整") ? s.Raw["调整内容"] : "") + s.Raw["文号"],
        ["镇街"] = s => OfficeFacts.TownOf(s.P, s.Raw!["上报组织"]).Unit.ShortName,
        ["已有政策"] = s =>
            Asked(s).Policy is not { } policy
                ? "—"
                : $"{(policy.IsSame ? "同一内容已有：" : "同类已有：")}{policy.Row["调整内容"]}"
                    + (policy.Row["文号"] is { Length: > 0 } number ? $"（{number}）" : ""),
    };
}
