using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about results: scores, grades, changes, who moved.</summary>
internal static partial class Sentences
{
    private static IEnumerable<Shape> Results() =>
        [
            new("{u}{p}{t}{n}分", s => As(s, Total(s))),
            new("{p}{u}{t}{n}分", s => As(s, Total(s))),
            new("{p}", []),
            new("{u}{p}", []),
            new("{u}{t}{n}分?", s => As(s, Total(s))),
            new("全区{t}为?{n}分?", s => As(s, s.P.District.Figures.Total)),
            new("{t}{n}分?", s => As(s, Total(s))),
            new(Grades, Grade),
            new($"等次为{Grades}", Grade),
            new("(?:指标)?覆盖率{n}%", Coverage),
            new(
                "{n}个镇街中有{n}个达到良好及以上",
                s => $"{s.P.Standing(Level.Town).Count(t => t.Figures.Total is not null)}",
                s => $"{s.P.Standing(Level.Town).Count(t => t.Figures.Total >= s.Office.Settings.GradeBands[1])}"
            ),
            new("{=五项|有得分的[二三四]项}指数中{k}指数{=仍?最低}，为{n}分", HowMany, IsLowest, LowestValue),
            new("{=短板在}{k}指数（{n}分）", IsLowest, LowestValue),
            new("{k}指数{n}分，在{=五项|有得分的[二三四]项}中{=最低}", LowestValue, HowMany, IsLowest),
            new("{=最低}为{k}指数", IsLowest),
            new(
                "五项指数中{k}指数{=升幅最大}，为{n}分",
                s =>
                    Enumerable
                        .Range(0, 5)
                        .Where(k => Rise(s.U!, k) >= 0.05m)
                        .OrderByDescending(k => Rise(s.U!, k))
                        .FirstOrDefault(-1) == s.K
                        ? s.Said
                        : "升幅不是最大",
                s => Say.Two(Index(s))
            ),
            new(
                "{k}指数{=居本组前列}，为{n}分",
                s => s.U!.IndexPlaces[s.K!.Value] * 3 <= s.U.Ranked ? s.Said : "不在前三分之一",
                s => Say.Two(Index(s))
            ),
            new("为{n}分", s => Say.Two(Index(s))),
            new("{k}指数全区{n}分", s => As(s, s.P.District.Figures.Indexes[s.K!.Value])),
            new("{k}指数{n}分", s => As(s, Index(s))),
            new("{k}{n}", s => Say.Two(Index(s))),
            new(
                "{k}指数{n}～{n}",
                s => Say.Two(Values(s, Level.Town, s.K).Min()),
                s => Say.Two(Values(s, Level.Town, s.K).Max())
            ),
            new(
                "五大指数中{k}指数{=最高}，为{n}分",
                s => s.U!.Figures.Indexes.Max() == Index(s) ? s.Said : "不是最高",
                s => As(s, Index(s))
            ),
            new("{k}指数{=最低}，为{n}分", IsLowest, LowestValue),
            new($"{{t}}{{n}}{Grades}", s => Say.Two(Total(s)), Grade),
            new("名次{n}/{n}", s => $"{s.U!.Place}", s => $"{s.U!.Ranked}"),
            new("{=前三分之一|中间三分之一|后三分之一}", s => Facts.Band(s.U!)),
            new(
                "比上年(?:同期)?{=上升|下降}{n}位",
                s => s.U!.Moved > 0 ? "上升" : "下降",
                s => $"{Math.Abs(s.U!.Moved ?? 0)}"
            ),
            new("镇街中位数为{n}分", s => As(s, PeriodFacts.Quantile(Values(s, Level.Town, s.K), 0.5m))),
            new("{w}居首", Best),
            new("失分主要在“{x}”", s => s.U!.Losses.FirstOrDefault(i => i.Index == s.K)?.Name),
            new("失分最多的指标是“{x}”", MostLost),
            new(
                "失分最多的指标是“{x}”（{x}）(?=[。；，])",
                MostLost,
                s => s.U!.Losses.First() is var l && l.Value == "否" ? "未达标" : l.Value
            ),
            new(
                "五项指数由高到低依次为{x}(?=。)",
                s =>
                    string.Join(
                        '、',
                        Enumerable
                            .Range(0, 5)
                            .Where(k => s.U!.Figures.Indexes[k] is not null)
                            .OrderByDescending(k => s.U!.Figures.Indexes[k])
                            .Select(k => $"{Say.Indexes[k]}指数{Say.Text(s.U!.Figures.Indexes[k]!.Value)}分")
                    )
            ),
            new(s => s.Topic.Contains("five", StringComparison.Ordinal), "{n}", s => Say.Two(Index(s))),
            new(
                s => s.Topic.StartsWith("p.stand", StringComparison.Ordinal) && s.K is not null,
                "全区{n}",
                s => Say.Two(Index(s))
            ),
            new(s => s.K is not null, "仅由{n}项构成", s => $"{s.U!.Counted(s.K!.Value)}"),
        ];

    // To the hundredth, or in a summary to the tenth.
    private static string Coverage(Scene s)
    {
        var coverage = s.U!.Figures.Coverage;
        return new[] { Say.Plain(coverage), Say.Two(coverage) }.Contains(s.Said, StringComparer.Ordinal)
            ? s.Said
            : Say.Plain(Say.Half(coverage, 1));
    }

    private static string Moved(decimal? change) =>
        change is not { } c ? ""
        : c == 0 ? "持平"
        : (c > 0 ? "提高" : "下降") + Say.Small(c) + "分";

    private static decimal? Change(Scene s) => s.K is { } k ? s.U!.IndexChanges[k] : s.U!.Comparable;

    private static IEnumerable<Shape> Changes() =>
        [
            new("按可比口径比上年(?:同期)?{=(?:提高|下降)[\\d.]+分}", s => Moved(Change(s))),
            new("按可比口径{=(?:提高|下降)[\\d.]+分|持平}", s => Moved(Change(s))),
            new("按可比口径与上年(?:同期)?基本持平", []),
            new("按可比口径与上年(?:同期)?持平", []),
            new("按可比口径{=[升降][\\d.]+分|持平}", s => Movement(Change(s))),
            new("按可比口径，较{p}{=[升降][\\d.]+分|持平分?}", s => Movement(Change(s))),
            new("比上年(?:同期)?{=[多少][\\d.]+分}", s => Headline(s)),
            new("与{p}相比，按可比口径{=[升降][\\d.]+分|持平}", s => Movement(Change(s))),
            new(
                "按可比口径{=上升|下降}较多的{w}有{x}(?=。)",
                s => s.Said,
                s => s.U!.Unit.Level == Level.District ? "镇街" : "工会",
                Movers
            ),
            new("与上年(?:同期)?{=持平}", s => Headline(s)),
            new("受目录变化影响{=[升降][\\d.]+分}", s => Movement(s.U!.Catalogue)),
            new("受报送范围变化影响{=[升降][\\d.]+分}", s => Movement(s.U!.Coverage)),
            new("总指数比上年(?:同期)?{=(?:提高|下降)[\\d.]+分}", s => Moved(s.U!.Headline)),
            new("总指数与上年(?:同期)?基本持平", []),
            new("指标目录调整使其{=(?:提高|下降)[\\d.]+分}", s => Moved(s.U!.Catalogue)),
            new("报送范围变化使其{=(?:提高|下降)[\\d.]+分}", s => Moved(s.U!.Coverage)),
            new(s => s.K is not null, "{=升[\\d.]+|降[\\d.]+|持平}", s => Say.Change(Change(s))),
            new(
                s => s.Topic.Contains("movers", StringComparison.Ordinal),
                "{u}，{w}，{=升[\\d.]+|降[\\d.]+}",
                s => s.P.Unit(s.U!.Unit.Parent!)!.Unit.ShortName,
                s => Say.Change(s.U!.Comparable)
            ),
            new(
                s => s.Topic.Contains("movers", StringComparison.Ordinal),
                "{u}，{=升[\\d.]+|降[\\d.]+}",
                s => Say.Change(s.U!.Comparable)
            ),
            new("{u}", []),
            new(
                "{x}比上年(?:同期)?有所{=提高|下降}，(?:其中{x}指数)?{=(?:提高|下降)[\\d.]+分}",
                s => IndexesMoved(s),
                s => s.Said,
                s => IndexesMost(s),
                s => Moved(s.U!.IndexChanges[MostMoved(s)])
            ),
            new(
                "{x}同期有所{=提高|下降}，(?:其中{x}指数)?{=(?:提高|下降)[\\d.]+分}",
                s => IndexesMoved(s),
                s => s.Said,
                s => IndexesMost(s),
                s => Moved(s.U!.IndexChanges[MostMoved(s)])
            ),
            new(
                "换用其他算法时名次在第{n}至第{n}名之间",
                s => $"{s.P.RangeOf(s.U!)?.Best}",
                s => $"{s.P.RangeOf(s.U!)?.Worst}"
            ),
            new(
                "影响最大的指标是{x}(?=。)",
                s =>
                    s.P.RangeOf(s.U!)?.Most is { } code
                        ? code + s.P.Data.Catalogue.First(i => i.Code == code).Name
                        : null
            ),
        ];

    // Who moved most, of the towns or of a town's unions: as many as are named.
    private static string Movers(Scene s)
    {
        var named = s.Said.Split('、').Length;
        var units = (
            s.U!.Unit.Level == Level.District
                ? s.P.Standing(Level.Town)
                : s.P.Standing(Level.Grassroots).Where(u => u.Unit.Parent == s.U.Unit.Code)
        ).Where(u => u.Comparable is not null and not 0m);
        var up = Told(units.Where(u => u.Comparable > 0).OrderByDescending(u => u.Comparable));
        var down = Told(units.Where(u => u.Comparable < 0).OrderBy(u => u.Comparable));
        return s.Said == up || s.Said == down ? s.Said : $"{up}／{down}";

        string Told(IOrderedEnumerable<UnitFacts> ordered) =>
            string.Join(
                '、',
                ordered
                    .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
                    .Take(named)
                    .Select(u => $"{u.Unit.Name}（{Movement(u.Comparable)}）")
            );
    }

    private static string Movement(decimal? change) =>
        change is { } c && c != 0 ? Say.Change(c) + "分" : Say.Change(change);

    private static string Headline(Scene s) =>
        s.U!.Headline switch
        {
            null => "",
            0m => "持平",
            > 0m and var up => $"多{Say.Two(up)}分",
            var down => $"少{Say.Two(-down)}分",
        };

    // Whether the words speak of rises or of falls stands before the slot; indexes in order of their change.
    private static List<int> Moving(Scene s, bool up) =>
        [
            .. Enumerable
                .Range(0, 5)
                .Where(k => s.U!.Figures.Indexes[k] is not null && (up ? Rise(s.U, k) > 0m : s.U.IndexChanges[k] < 0m))
                .OrderBy(k => up ? -s.U!.IndexChanges[k] : s.U!.IndexChanges[k])
                .ThenBy(k => up ? k : -k),
        ];

    // What rose by fewer events alone has not risen.
    private static decimal? Rise(UnitFacts u, int k)
    {
        if (u.Compared(k) is null || u.IndexChanges[k] is not { } change)
        {
            return null;
        }

        var events = Math.Max(0m, change - (u.WorkChanges[k] ?? 0m));
        return change - events;
    }

    private static string IndexesMoved(Scene s)
    {
        var up = Moving(s, true).ConvertAll(k => Say.Indexes[k] + "指数");
        var down = Moving(s, false).ConvertAll(k => Say.Indexes[k] + "指数");
        s.Level =
            s.Said == Say.And(up) ? Level.Town
            : s.Said == Say.And(down) ? Level.Grassroots
            : null;
        return s.Level is null ? Say.And(up) + "／" + Say.And(down) : s.Said;
    }

    private static int MostMoved(Scene s) => Moving(s, s.Level == Level.Town)[0];

    private static string IndexesMost(Scene s) => Say.Indexes[MostMoved(s)];
}
