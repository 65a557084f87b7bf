using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>The lists of the office: missing values, screening, matters not settled, guidance.</summary>
internal static partial class Cells
{
    private static bool AwardRow2(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s.Office.Honours.Find(h =>
            h["级别"] == row[0]
            && row[1].StartsWith(h["对象名称"], StringComparison.Ordinal)
            && row[^1].StartsWith(Say.Date(h.Date("授予日期")), StringComparison.Ordinal)
        );
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Awards2 = new(StringComparer.Ordinal)
    {
        ["对象"] = s => s.Said.StartsWith(s.Raw!["对象名称"], StringComparison.Ordinal) ? s.Said : s.Raw["对象名称"],
        ["荣誉"] = s => s.Raw!["荣誉名称"] + (s.Raw["状态"] == "公示中" ? "（公示中）" : ""),
        ["授予单位、文号"] = s => s.Raw!["授予单位"] + s.Raw["文号"],
        ["授予日期"] = s => Say.Date(s.Raw!.Date("授予日期")),
    };

    private static bool SecondName(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.U = s.P.Named(row[1]);
        return s.U is not null
            && (
                row[0] == s.U.Unit.ShortName
                || row[0] == (s.U.Unit.Parent is { } up ? s.P.Unit(up)!.Unit.ShortName : "")
            );
    }

    private static readonly Dictionary<string, Func<Scene, string?>> MissingList = new(StringComparer.Ordinal)
    {
        ["单位"] = s => s.U!.Unit.Name,
        ["缺报指标"] = s => string.Join('、', Gaps(s).Select(i => i.Name)),
        ["项数"] = s => $"{Gaps(s).Count}",
    };

    private static List<ItemFacts> Gaps(Scene s) =>
        [.. s.U!.Missing.OrderBy(i => s.P.Data.Catalogue.Select(r => r.Code).ToList().IndexOf(i.Code))];

    // The head of a town's rows spans them all.
    private static bool ScreenedRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        if (row.All(c => c == row[0]))
        {
            s.U = Screening.Units(s.P).Select(Screening.Town).FirstOrDefault(t => row[0].StartsWith(t.Unit.ShortName));
            return s.U is not null;
        }

        s.U = s.P.Named(row[1]);
        return s.U is not null && row[0] == $"{Screening.Units(s.P).IndexOf(s.U) + 1}";
    }

    private static string TownHead(Scene s) =>
        $"{s.U!.Unit.ShortName}{Screening.Units(s.P).Count(u => Screening.Town(u) == s.U)}家";

    private static Func<Scene, string?> Screened(Func<UnitFacts, string?> fact) =>
        s => s.Row[0] == s.Row[^1] ? TownHead(s) : fact(s.U!);

    private static readonly Dictionary<string, Func<Scene, string?>> ScreenedColumns = new(StringComparer.Ordinal)
    {
        ["单位"] = Screened(u => u.Unit.Name),
        ["状态"] = Screened(u => u.Unit.Status == OrganisationStatus.New ? "新建" : "正常"),
        ["覆盖率（%）"] = Screened(u => Say.Two(u.Figures.Coverage)),
        // What of a union that is not public would be withheld, open data do not say.
        ["总指数（分）"] = s => Screened(u => u.Unit.IsPublic ? Say.Two(u.Figures.Total) : s.Said)(s),
        ["结论"] = Screened(Screening.Verdict),
        ["理由和依据"] = Screened(Screening.Reasons),
        ["补正办法"] = Screened(Screening.Mends),
        ["复核（签名、日期）"] = Screened(_ => ""),
        ["*"] = s =>
            s.Row[0] == s.Row[^1]
                ? TownHead(s)
                : Screening
                    .Asked(s.P)
                    .Where(a => s.Topic == $"{a.Row.Name}（{a.Mark}）")
                    .Select(a => Screening.Evidence(s.U!, a.Row))
                    .Single(),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> PendingList = new(StringComparer.Ordinal)
    {
        ["在谁手里"] = s =>
        {
            s.U = s.P.Named(s.Said);
            return s.U?.Unit.Name;
        },
        ["任务"] = s =>
        {
            s.Task = s.P.Tasks.Find(t =>
                t.Name == s.Said
                && Say.Date(t.Due) == s.Row[3]
                && Stuck(s, t).Count == int.Parse(s.Row[5], System.Globalization.CultureInfo.InvariantCulture)
            );
            return s.Task?.Name;
        },
        ["要求完成"] = s => Say.Date(s.Task!.Due),
        ["状态"] = s => s.Said,
        ["单位次"] = s => $"{Stuck(s, s.Task!).Count}",
        ["最久天数"] = s =>
            $"{Stuck(s, s.Task!).Max(e => Math.Max(0, Facts.DataDate(s.P).DayNumber - e.Since.DayNumber))}",
    };

    // Who of a task stands where the row says and is in the hands of whom it says.
    private static List<Executor> Stuck(Scene s, TaskFacts task)
    {
        var stage = s.Row[4].Split('·')[0];
        return task.All.FindAll(e =>
            e.Stage == stage && (stage == "待评价" ? task.Issuer == s.U!.Unit.Code : e.Unit == s.U!.Unit.Code)
        );
    }

    private static bool GuidanceRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Raw = Facts
            .Guidance(s.P)
            .Find(g =>
                s.P.Unit(g["对象组织"])?.Unit.Name == row[1]
                && g["类型"] == row[2]
                && g["事由"] == row[3]
                && Say.Date(g.Date("发出日期")) == row[4]
            );
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> GuidanceList = new(StringComparer.Ordinal)
    {
        ["对象"] = s => s.P.Unit(s.Raw!["对象组织"])!.Unit.Name,
        ["类型"] = s => s.Raw!["类型"],
        ["事由"] = s => s.Raw!["事由"],
        ["发出日期"] = s => Say.Date(s.Raw!.Date("发出日期")),
        ["要求整改"] = s => Say.Date(s.Raw!.Date("要求整改日期")),
        ["整改完成"] = s => Say.Date(s.Raw!.Date("整改完成日期")),
        ["结果"] = s =>
            s.Raw!.Date("整改完成日期") is null && Later(s) is { } later ? "转" + later
            : s.Raw["结果"].Length > 0 ? s.Raw["结果"]
            : "—",
        ["关联任务现状"] = s =>
        {
            var task = s.P.Tasks.Find(t => t.Code == s.Raw!["关联任务"]);
            var e = task?.All.Find(x => x.Unit == s.Raw!["对象组织"]);
            var days = e is null ? 0 : Math.Max(0, Facts.DataDate(s.P).DayNumber - e.Since.DayNumber);
            return e switch
            {
                null => "—",
                { Stage: "待反馈" } when task!.Due < Facts.DataDate(s.P) => $"待反馈，逾期{days}天",
                { Stage: "待反馈" } or { IsOpen: false } => e.Stage,
                _ => $"{e.Stage}，{days}天",
            };
        },
    };

    private static string? Later(Scene s)
    {
        var matter = s.Raw!["关联任务"].Length > 0 ? "关联任务" : "事由";
        var at = Array.IndexOf(Facts.Rungs, s.Raw["类型"]);
        return Facts
            .Guidance(s.P)
            .Where(g => g["对象组织"] == s.Raw["对象组织"] && g[matter] == s.Raw[matter])
            .Select(g => Array.IndexOf(Facts.Rungs, g["类型"]))
            .Where(r => r > at)
            .Order()
            .Select(r => Facts.Rungs[r])
            .FirstOrDefault();
    }
}
