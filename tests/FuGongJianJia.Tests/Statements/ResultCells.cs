using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Tables of results: totals, indexes, indicators, distributions, rank groups, over periods.</summary>
internal static partial class Cells
{
    private static bool PeriodRow(Scene s, IReadOnlyList<string> row, string last)
    {
        var code = s.U?.Unit.Code;
        var title = row[0].Replace("≠", "", StringComparison.Ordinal).Trim();
        if (s.Office.Periods.FirstOrDefault(p => p.Period.Title == title) is not { } period || code is null)
        {
            return false;
        }

        (s.P, s.U) = (period, period.Unit(code));
        return s.U is not null;
    }

    private static bool DistributionRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.K =
            row[0] == "总指数"
                ? null
                : Array.IndexOf(Say.Indexes, row[0].Replace("指数", "", StringComparison.Ordinal));
        s.Level = LevelOf(row[1]);
        return s.K is null or >= 0 && s.Level is not null;
    }

    private static bool LevelRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Level = LevelOf(row[0]);
        return s.Level is not null;
    }

    private static bool GroupRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Topic = row[0];
        s.Code = row[0];
        return true;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Totals = new(StringComparer.Ordinal)
    {
        ["镇街"] = Parent,
        ["类别"] = Category,
        ["总指数"] = s => Say.Two(s.U!.Figures.Total),
        ["红色"] = s => Say.Two(s.U!.Figures.Indexes[0]),
        ["规范"] = s => Say.Two(s.U!.Figures.Indexes[1]),
        ["活力"] = s => Say.Two(s.U!.Figures.Indexes[2]),
        ["温暖"] = s => Say.Two(s.U!.Figures.Indexes[3]),
        ["和谐"] = s => Say.Two(s.U!.Figures.Indexes[4]),
        ["可比变化"] = s => Say.Change(s.U!.Comparable),
        ["覆盖率"] = s => Say.Plain(s.U!.Figures.Coverage) + "%",
        ["名次"] = s => Place(s.U!),
        ["本组名次"] = s => Place(s.U!),
        ["排名组"] = s => s.U!.Group,
        ["分组"] = s => s.U!.Group,
        ["几何平均"] = s => Say.Two(Ranges.Geometric(s.U!)),
        ["相差"] = s => Say.Signed(Ranges.Geometric(s.U!) - s.U!.Figures.Total),
        ["等次"] = s => s.U!.Grade(s.U.Figures.Total) ?? "—",
        ["档次"] = s => s.U!.Grade(s.U.Figures.Total) ?? "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Short = new(StringComparer.Ordinal)
    {
        ["总"] = s => One(s.U!.Figures.Total),
        ["红色"] = s => One(s.U!.Figures.Indexes[0]),
        ["规范"] = s => One(s.U!.Figures.Indexes[1]),
        ["活力"] = s => One(s.U!.Figures.Indexes[2]),
        ["温暖"] = s => One(s.U!.Figures.Indexes[3]),
        ["和谐"] = s => One(s.U!.Figures.Indexes[4]),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Index = new(StringComparer.Ordinal)
    {
        ["得分"] = s => Say.Two(s.U!.Figures.Indexes[s.K!.Value]) + (s.U.Counted(s.K.Value) == 1 ? "仅由1项构成" : ""),
        ["本组名次"] = s =>
            s.U!.IsThin ? "覆盖不足"
            : s.U.IndexPlaces[s.K!.Value] is { } place
                ? $"{place}/{s.P.All.Count(u => u.Group == s.U.Group && u.IndexPlaces[s.K.Value] is not null)}"
            : "—",
        ["排名组"] = s => s.U!.Group,
        ["可比变化"] = s => Say.Change(s.U!.IndexChanges[s.K!.Value]),
        ["等次"] = s => s.U!.Grade(s.U.Figures.Indexes[s.K!.Value]) ?? "—",
        ["所属"] = Parent,
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Item = new(StringComparer.Ordinal)
    {
        ["得分"] = s => Say.Two(s.Item?.Score),
        ["得分/分值"] = s => $"{Say.Plain(s.Item!.Points)}/{Say.Plain(s.Item.Weight)}",
        ["失分"] = s => Say.Two(s.Item!.Lost),
        ["可增总指数"] = s => Say.Two(s.Item!.Gain),
        ["数值"] = s => s.Item!.Value,
        ["分子/分母"] = s => s.Item!.Fraction,
        ["目标"] = s => s.Item!.Target,
        ["规则与目标"] = s =>
            s.Item!.Item.Row.Rule.Kind switch
            {
                RuleKind.Tiers => "分档",
                RuleKind.YesNo => "是否",
                RuleKind.TargetRatio => s.Item.Target,
                RuleKind.Deduction => $"每{s.Item.Item.Row.Unit}扣{Say.Plain(s.Item.Item.Row.Rule.Target)}分",
                RuleKind.Count => $"计数{s.Item.Target}",
                _ => $"清单{s.Item.Target}",
            },
        ["可比变化"] = s => ItemChange(s.U!, s.Code!),
        ["状态"] = State,
        ["来源与上报日期"] = s => s.Item!.Item.Row.Source + (ReportedOn(s.Item) is { } on ? Say.Date(on) : ""),
        ["所属"] = Parent,
    };

    private static readonly Dictionary<string, Func<Scene, string?>> OfDistrict = new(StringComparer.Ordinal)
    {
        ["分值"] = s => Say.Plain(s.P.Data.Catalogue.First(i => i.Code == s.Code).Weight),
        ["全区数值"] = s => s.Item?.Value ?? "—",
        ["目标"] = s => s.Item?.Target ?? "—",
        ["全区得分"] = s => Say.Two(s.Item?.Score),
        ["可比变化"] = s => ItemChange(s.U!, s.Code!),
    };

    private static string ItemChange(UnitFacts u, string code) =>
        u.Breaks.Contains(code) ? "≠断点"
        : u.ItemChanges.TryGetValue(code, out var change) ? Say.Change(change)
        : "—";

    /// <summary>When a value was reported; of one put together when the last of its parts was.</summary>
    public static DateOnly? ReportedOn(ItemFacts item)
    {
        var (p, row) = (item.Unit.Period, item.Item.Row);
        var concerns =
            item.Unit.Unit.Level != Level.Grassroots
            || (row.Categories.IsEmpty && row.Kinds.IsEmpty)
            || row.Categories.Contains(item.Unit.Unit.Category)
            || row.Kinds.Contains(item.Unit.Unit.Kind);
        return !concerns || item.State == "不适用"
            ? null
            : p.Reports(item.Code)
                .Where(o =>
                    (
                        item.Item.Pool is not { } pool
                            ? o.Organisation == item.Unit.Unit.Code
                            : o.State == ObservationState.Reported
                                && p.Unit(o.Organisation) is { Stands: true } below
                                && below.Unit.Level == pool.Level
                                && below.IsBelow(item.Unit)
                    )
                )
                .Max(o => o.ReportedOn);
    }

    private static string State(Scene s)
    {
        var item = s.Item!;
        var isCorrected = s.Office.Corrections.Exists(c =>
            c["期间"] == s.P.Period.ToString() && c["组织"] == s.U!.Unit.Code && c["指标"] == s.Code
        );
        return (
                item.State != "已报" ? item.State
                : item.IsWithheld ? (item.IsPooled ? "汇总·" : "已报·") + item.WithheldWord
                : item.Item.Pool is { } pool && pool.Reporting < pool.Applicable
                    ? $"汇总{pool.Reporting}/{pool.Applicable}"
                : item.Item.Pool is not null ? "汇总"
                : "已报"
            ) + (isCorrected && s.Place.Contains(s.U!.Unit.Code, StringComparison.Ordinal) ? "，更正" : "");
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Counts = new(StringComparer.Ordinal)
    {
        ["已报"] = s => Count(s, i => i.State == "已报" && !i.IsPooled),
        ["汇总"] = s => Count(s, i => i.State == "已报" && i.IsPooled),
        ["缺报"] = s => Count(s, i => i.State == "缺报"),
        ["存疑"] = s => Count(s, i => i.State == "存疑"),
        ["不适用"] = s => Count(s, i => i.State == "不适用"),
    };

    private static string Count(Scene s, Func<ItemFacts, bool> which) =>
        Say.Thousands(
            s.P.All.Where(u => u.Unit.IsPublic && u.Unit.Level != Model.Level.District)
                .Select(u => u.Item(s.Code!))
                .Count(i => i is not null && which(i))
        );

    private static readonly Dictionary<string, Func<Scene, string?>> History = new(StringComparer.Ordinal)
    {
        ["总指数"] = s => Say.Two(s.U!.Figures.Total),
        ["红色"] = s => Say.Two(s.U!.Figures.Indexes[0]),
        ["规范"] = s => Say.Two(s.U!.Figures.Indexes[1]),
        ["活力"] = s => Say.Two(s.U!.Figures.Indexes[2]),
        ["温暖"] = s => Say.Two(s.U!.Figures.Indexes[3]),
        ["和谐"] = s => Say.Two(s.U!.Figures.Indexes[4]),
        ["本组名次"] = s => s.U!.Place is { } place ? $"{place}/{s.U.Ranked}" : "—",
        ["工会"] = s => Say.Thousands(s.P.Standing(Model.Level.Grassroots).Count()),
        ["数据截止"] = s => Say.Date(Facts.DataDate(s.P)),
    };

    public static List<decimal> Values(Scene s) =>
        s.Code is { } code && s.K is null && s.Topic != "总"
            ? [.. s.P.Standing(s.Level!.Value).Select(u => u.Item(code)?.Score).OfType<decimal>()]
            :
            [
                .. s
                    .P.Standing(s.Level!.Value)
                    .Select(u => s.K is { } k ? u.Compared(k) : u.Figures.Total)
                    .OfType<decimal>(),
            ];

    private static readonly Dictionary<string, Func<Scene, string?>> Distribution = Distributed();

    private static readonly Dictionary<string, Func<Scene, string?>> ItemDistribution = Distributed();

    private static Dictionary<string, Func<Scene, string?>> Distributed() =>
        new(StringComparer.Ordinal)
        {
            ["层级"] = s => s.Level == Model.Level.Town ? "镇街" : "基层",
            ["中位"] = s => Say.Two(PeriodFacts.Quantile(Values(s), 0.5m)),
            ["最低"] = s => Say.Two(Values(s).Min()),
            ["下四分位"] = s => Say.Two(PeriodFacts.Quantile(Values(s), 0.25m)),
            ["上四分位"] = s => Say.Two(PeriodFacts.Quantile(Values(s), 0.75m)),
            ["最高"] = s => Say.Two(Values(s).Max()),
            ["单位数"] = s => Say.Thousands(Values(s).Count),
            ["优秀"] = s => Graded(s, "优秀"),
            ["良好"] = s => Graded(s, "良好"),
            ["合格"] = s => Graded(s, "合格"),
            ["待提升"] = s => Graded(s, "待提升"),
        };

    private static string Graded(Scene s, string grade) =>
        Say.Plain(Values(s).Count(v => Say.Grade(v, s.Office.Settings.GradeBands) == grade));

    private static readonly Dictionary<string, Func<Scene, string?>> Groups = new(StringComparer.Ordinal)
    {
        ["单位"] = s => Say.Plain(s.P.Standing(Model.Level.Grassroots).Count(u => u.Group == s.Code)),
        ["参加排名"] = s => Say.Plain(s.P.Standing(Model.Level.Grassroots).Count(u => u.Group == s.Code && u.IsRanked)),
        ["居前的单位"] = s =>
            string.Concat(
                s.P.Standing(Model.Level.Grassroots)
                    .Where(u => u.Group == s.Code && u.Place is <= 3)
                    .OrderBy(u => u.Place)
                    .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
                    .Take(3)
                    .Select(u => u.Unit.Name + Say.Two(u.Figures.Total))
            )
                is { Length: > 0 } leading
                ? leading
                : "—",
    };
}
