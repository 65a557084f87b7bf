namespace FuGongJianJia.Tests.Statements;

/// <summary>Tables of the reports on paper: results, groups, indicators.</summary>
internal static partial class Cells
{
    private static readonly Dictionary<string, Func<Scene, string?>> Paper = new(StringComparer.Ordinal)
    {
        ["排名组"] = s => s.U!.Group,
        ["镇街"] = s => s.Said == s.U!.Unit.Name ? s.Said : s.U.Unit.ShortName,
        ["工会"] = s => s.Said == s.U!.Unit.ShortName ? s.Said : s.U.Unit.Name,
        ["上级"] = Parent,
        ["红"] = s => Say.Two(s.U!.Figures.Indexes[0]),
        ["规"] = s => Say.Two(s.U!.Figures.Indexes[1]),
        ["活"] = s => Say.Two(s.U!.Figures.Indexes[2]),
        ["温"] = s => Say.Two(s.U!.Figures.Indexes[3]),
        ["和"] = s => Say.Two(s.U!.Figures.Indexes[4]),
        ["红色"] = s => Say.Two(s.U!.Figures.Indexes[0]),
        ["规范"] = s => Say.Two(s.U!.Figures.Indexes[1]),
        ["活力"] = s => Say.Two(s.U!.Figures.Indexes[2]),
        ["温暖"] = s => Say.Two(s.U!.Figures.Indexes[3]),
        ["和谐"] = s => Say.Two(s.U!.Figures.Indexes[4]),
        ["总指数"] = s => Say.Two(s.U!.Figures.Total),
        ["名次"] = s => s.U!.Place is { } place ? $"{(s.U.Tied ? "并" : "")}{place}/{s.U.Ranked}" : "—",
        ["覆盖率"] = s =>
            s.Said.Length > 0 && Say.One(s.U!.Figures.Coverage) == s.Said ? s.Said : Say.Two(s.U!.Figures.Coverage),
        ["变化"] = s => Say.Signed(s.U!.Comparable),
        ["可比变化"] = s => Say.Signed(s.U!.Comparable),
        ["最好名次"] = s => $"{s.P.RangeOf(s.U!)!.Value.Best}",
        ["最差名次"] = s => $"{s.P.RangeOf(s.U!)!.Value.Worst}",
        ["稳健性"] = s =>
            s.P.RangeOf(s.U!) is var (best, worst, _)
            && (worst - best) * s.Office.Settings.Robustness.FirmShare <= s.U!.Ranked
                ? "稳定"
                : "随算法变动较大",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> PaperGroups = new(StringComparer.Ordinal)
    {
        ["家数"] = s => Say.Plain(s.P.Standing(Model.Level.Grassroots).Count(u => u.Group == s.Code)),
        ["参加排名"] = s => Say.Plain(InGroup(s).Count(u => u.IsRanked)),
        ["最低"] = s => Say.Two(InGroup(s).Min(u => u.Figures.Total)),
        ["中位数"] = s => Say.Two(PeriodFacts.Quantile(InGroup(s).Select(u => u.Figures.Total!.Value), 0.5m)),
        ["最高"] = s => Say.Two(InGroup(s).Max(u => u.Figures.Total)),
    };

    // The ranked of a group; of one too small to be ranked whoever has a total.
    private static List<UnitFacts> InGroup(Scene s)
    {
        var all = s
            .P.Standing(Model.Level.Grassroots)
            .Where(u => u.Group == s.Code && u.Figures.Total is not null)
            .ToList();
        return all.Exists(u => u.IsRanked) ? all.FindAll(u => u.IsRanked) : all;
    }

    // What the district had the year before, where it means the same.
    private static string? Then(Scene s) =>
        s.P.District.Breaks.Contains(s.Code!) ? "≠" : s.P.Before!.District.Item(s.Code!)?.Value ?? "—";

    private static readonly Dictionary<string, Func<Scene, string?>> PaperItems = new(StringComparer.Ordinal)
    {
        ["数值"] = s => s.Item!.State == "已报" ? s.Item.Value : s.Item.State,
        ["2022年"] = Then,
        ["2023年"] = Then,
        ["满分镇街"] = s =>
            s.P.Standing(Model.Level.Town).Select(t => t.Item(s.Code!)?.Score).OfType<decimal>().ToList()
                is { Count: > 0 } scores
                ? $"{scores.Count(v => v >= 100)}/{scores.Count}"
                : "—",
        ["目标"] = s => s.Item!.Target,
        ["得分/分值"] = s =>
            s.Item!.Points is { } points ? $"{Say.Two(points)}/{Say.Plain(s.Item.Weight)}"
            : s.Item.State == "不适用" ? "/"
            : "—",
        ["得分"] = s => Say.Two(s.Item!.Score),
        ["失分"] = s => Say.Two(s.Item!.Lost),
        ["分值"] = s => Say.Plain(s.Item!.Weight),
        ["可增总指数"] = s => Say.Two(s.Item!.Gain),
        ["分子/分母"] = s => s.Item!.Fraction is { Length: > 0 } parts ? parts : "—",
        ["变化"] = s =>
            s.U!.Breaks.Contains(s.Code!) ? "≠"
            : s.U.ItemChanges.TryGetValue(s.Code!, out var change) ? Say.Signed(change)
            : "—",
        ["指标"] = s => s.Item!.Name,
    };

    private static readonly Dictionary<string, Func<Scene, string?>> PaperIndexes = new(StringComparer.Ordinal)
    {
        ["指数"] = s => s.Said,
        ["得分"] = s => Say.Two(s.U!.Figures.Indexes[s.K!.Value]),
        ["等次"] = s => s.U!.Grade(s.U.Figures.Indexes[s.K!.Value]) ?? "—",
        ["可比变化"] = s => Say.Signed(s.U!.IndexChanges[s.K!.Value]),
        ["上期"] = s => Before(s),
        ["*"] = s => Before(s),
        ["名次"] = s => s.U!.IndexPlaces[s.K!.Value] is { } place ? $"{place}" : "—",
        ["本组中位数"] = s => Say.Two(s.U!.GroupMedians[s.K!.Value]),
        ["镇街最低～最高"] = s => $"{Say.Two(Towns(s).Min())}～{Say.Two(Towns(s).Max())}",
        ["镇街中位数"] = s => Say.Two(PeriodFacts.Quantile(Towns(s), 0.5m)),
    };

    // A column headed by a period holds what stood in it then.
    private static string Before(Scene s) => Say.Two(s.P.Before?.Unit(s.U!.Unit.Code)?.Figures.Indexes[s.K!.Value]);

    private static List<decimal> Towns(Scene s) =>
        [.. s.P.Standing(Model.Level.Town).Select(t => t.Compared(s.K!.Value)).OfType<decimal>()];

    private static bool PlainIndicator(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Shortfalls = new(StringComparer.Ordinal)
    {
        ["计分工会"] = s => $"{UnionScores(s).Count}",
        ["未得满分"] = s => $"{UnionScores(s).Count(v => v < 100)}",
        ["占比"] = s => Say.One(100m * UnionScores(s).Count(v => v < 100) / UnionScores(s).Count),
    };

    private static List<decimal> UnionScores(Scene s) =>
        [.. s.P.Standing(Model.Level.Grassroots).Select(u => u.Item(s.Code!)?.Score).OfType<decimal>()];

    private static bool CodedItem(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0];
        return s.Item is not null && s.Item.Name == row[1];
    }

    private static bool CodedRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Indicator = s.P.Data.Catalogue.FirstOrDefault(i => i.Code == row[0] && Levels(i) == row[2]);
        return s.Indicator is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> PaperCatalogue = new(StringComparer.Ordinal)
    {
        ["指标"] = s => s.Said.StartsWith(s.Indicator!.Name, StringComparison.Ordinal) ? s.Said : s.Indicator.Name,
        ["层级"] = s => Levels(s.Indicator!),
        ["规则"] = s => s.Said.StartsWith(Rule(s.Indicator!), StringComparison.Ordinal) ? s.Said : Rule(s.Indicator!),
        ["分值"] = s => Say.Plain(s.Indicator!.Weight),
        ["汇总"] = s => Pooling(s.Indicator!),
        ["口径与来源"] = s =>
            s.Said.Contains(s.Indicator!.Definition.TrimEnd('。'), StringComparison.Ordinal)
                ? s.Said
                : s.Indicator.Definition,
    };
}
