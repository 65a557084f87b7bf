using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// The grammar: a line for each shape of a clause, with the fact that each of its slots must equal.
/// </summary>
internal static partial class Sentences
{
    private const string Grades = "{=优秀|良好|合格|待提升}";

    public static IReadOnlyList<Shape> All { get; } =
    [
        .. LettersAndOpinions(),
        .. OfficeSentences.All(),
        .. Results(),
        .. Changes(),
        .. Places(),
        .. Indicators(),
        .. Advice(),
        .. Marks(),
        .. Figures(),
        .. Trends(),
        .. Periods(),
        .. TasksAndGuidance(),
        .. Work(),
        .. OfScreening(),
        .. Others(),
        .. Brief(),
        .. Book(),
    ];

    private static decimal? Total(Scene s) => s.U!.Figures.Total;

    private static decimal? Index(Scene s) => s.K is { } k ? s.U!.Figures.Indexes[k] : null;

    /// <summary>A score in one or two decimals, as it is written there.</summary>
    private static string? As(Scene s, decimal? value) =>
        value is not { } v ? null
        : s.Said.Length > 3 && s.Said[^3] == '.' ? Say.Two(v)
        : Say.Text(v);

    private static string? Lowest(Scene s) => s.U!.Lowest is { } k ? Say.Indexes[k] : null;

    private static string HowMany(Scene s) =>
        s.U!.Figures.Indexes.Count(i => i is not null) is var n && n == 5 ? "五项" : $"有得分的{"零一二三四"[n]}项";

    private static string IsLowest(Scene s) => s.U!.Lowest == s.K ? s.Said : $"最低的是{Lowest(s)}";

    private static string? LowestValue(Scene s) => s.U!.Lowest is { } k ? As(s, s.U.Figures.Indexes[k]) : null;

    // The best of the towns in an index, alone.
    private static string? Best(Scene s)
    {
        var first = s.P.Standing(Level.Town).Where(t => t.IndexPlaces[s.K!.Value] == 1).ToList();
        return first.Count == 1 ? first[0].Unit.ShortName : null;
    }

    private static string? MostLost(Scene s) => s.U!.Losses.FirstOrDefault()?.Name;

    private static List<decimal> Values(Scene s, Level level, int? k) =>
        [.. s.P.Standing(level).Select(u => k is { } index ? u.Compared(index) : u.Figures.Total).OfType<decimal>()];

    private static string Grade(Scene s) => s.U!.Grade(s.K is null ? Total(s) : Index(s)) ?? "";

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
                s => s.P.Unit(s.U!.Unit.Parent!)!.Unit.Name,
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

    private static IEnumerable<Shape> Places() =>
        [
            new(
                "在参加排名的{n}个镇街中{=列|并列}第{n}名",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "列",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}在参加排名的{n}个镇街里{=排|并列}第{n}名",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "排",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}在“{x}”组{n}家里{=排|并列}第{n}名",
                s => s.U!.Group,
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "排",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}，不参加排名",
                s => Facts.WhyUnranked(s.U!)
            ),
            new("{u}{p}{x}成立，当期新建，不参加排名", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{k}指数在本组排第{n}名",
                s => s.U!.IndexPlaces[s.K!.Value] * 3 <= s.U.Ranked ? $"{s.U.IndexPlaces[s.K.Value]}" : "不在前三分之一"
            ),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{n}项计分的指标里，{n}项已做到",
                s => $"{Done(s).Count}",
                s => $"{Done(s).Count(i => i.Score >= 100m)}"
            ),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{i}”得分比{p}升{n}分",
                s =>
                    s.U!.ItemChanges[s.Code!] == s.U.ItemChanges.Values.Max()
                        ? Say.Two(s.U.ItemChanges[s.Code!])
                        : "升得最多的另有"
            ),
            new("{n}人(?=，[“这])", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("{i}”(?:“[^”]+”)*做得更{=好}", s => Better(s).Any(i => i.Code == s.Code) ? "好" : "差"),
            new(
                "这{=两|三}件都做得更好",
                s =>
                    Better(s).Count switch
                    {
                        2 => "两",
                        3 => "三",
                        _ => "",
                    }
            ),
            new("最该做的{=一件|两件|三件}", s => Pressing(s)),
            new("(?:前一|后一)[家个]{u}$", []),
            new("{u}的{n}家工会", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Unit.Parent == s.U!.Unit.Code)}"),
            new("基层工会{n}家", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Unit.Parent == s.U!.Unit.Code)}"),
            new(
                "在“{x}”组{n}个单位中{=列|并列}第{n}名",
                s => s.U!.Group,
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "列",
                s => $"{s.U!.Place}"
            ),
            new(
                "在“{x}”{n}个参加排名的单位中的位置",
                s => s.U!.Group,
                s => $"{s.P.All.Count(u => u.IsRanked && u.Group == s.U!.Group)}"
            ),
            new(
                "{u}在{x}中的位置",
                s => s.Said.EndsWith("个镇街", StringComparison.Ordinal) ? $"{s.U!.Ranked}个镇街" : s.U!.Group
            ),
            new(
                "在{n}个参加排名的镇街中列{=第\\d+名|并列第\\d+名}",
                s => $"{s.U!.Ranked}",
                s => (s.U!.Tied ? "并列" : "") + $"第{s.U.Place}名"
            ),
            new("本组中位{n}", s => Say.Two(s.U!.GroupMedians[s.K!.Value])),
            new(
                "(?:其中)?{u}{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}(?:等\\d+家)?",
                s => Facts.WhyUnranked(s.U!)
            ),
            new(
                "未参加排名：{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}",
                s => Facts.WhyUnranked(s.U!)
            ),
            // The method explains competition ranking by an example.
            new(
                s => s.U?.Unit.Level == Level.District && s.K is null,
                "(?:并列)?第{n}名",
                s => s.Said is "1" or "2" or "4" ? s.Said : null
            ),
            new(s => s.K is not null, "(?:本组|列)?第{n}名?", s => $"{s.U!.IndexPlaces[s.K ?? 0]}"),
            new(
                "{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}，(?:不|未)参加排名",
                s => Facts.WhyUnranked(s.U!)
            ),
            new("{x}成立，当期新建，不参加排名", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new("位于本组{=前三分之一|中间三分之一|后三分之一}", s => Facts.Band(s.U!)),
            new(
                "名次比{p}{=上升|下降}{n}位",
                s => s.U!.Moved > 0 ? "上升" : "下降",
                s => $"{Math.Abs(s.U!.Moved ?? 0)}"
            ),
            new("名次与{p}相同", []),
            new("名次不稳健", []),
            new(
                "{n}家基层工会覆盖率低于{n}%，不参加排名",
                s => $"{s.P.Standing(Level.Grassroots).Count(u => u.IsThin)}",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage)
            ),
            new("{n}个工会参加分组排名", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.IsRanked)}"),
            new("{n}个工会有缺报或存疑的指标", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Missing.Any())}"),
        ];

    // What has a score that is shown, and is no event.
    private static List<ItemFacts> Done(Scene s) =>
        s.U!.Items.FindAll(i => i.Score is not null && i.Item.Row.Nature != IndicatorNature.Event);

    private static string Pressing(Scene s) =>
        s.U!.Losses.Count(i => i.Gain > 0m) switch
        {
            1 => "一件",
            2 => "两件",
            _ => "三件",
        };

    // What the unit whose page it is has to do first and the one spoken of does better.
    private static List<ItemFacts> Better(Scene s) =>
        [
            .. s
                .P.Unit(s.Place.Split('/')[2])!
                .Losses.Where(i => i.Gain > 0m)
                .Take(3)
                .Where(i => s.U!.Item(i.Code)?.Score > i.Score),
        ];

    private static IEnumerable<Shape> Indicators() =>
        [
            new("{i}", []),
            new("全区“{i}”为{x}(?=，得)", s => s.Item!.Value),
            new(s => s.Code is not null, "全区{x}(?=，目标)", s => s.Item!.Value),
            new("目标{x}(?=，得|，已达标|$)", s => s.Item!.Target),
            new("得{n}分", s => As(s, s.Item!.Score)),
            new("折合{n}分", s => Say.Two(s.Item!.Points)),
            new("分值{n}分?", s => Say.Plain(s.Item!.Weight)),
            new("已达标", []),
            new(
                "(?:全区：)?{x}÷{x}={x}(?=[，（])",
                s => Say.Thousands(s.Item!.Item.Value!.Numerator!.Value) + s.Item.PartUnit,
                s => Say.Thousands(s.Item!.Item.Value!.Denominator!.Value) + s.Item.PartUnit,
                s => s.Item!.Value
            ),
            new(
                "(?:全区：)?{=约?\\d[\\d,.]*(?:场|个|起|家|项|件|次|人)}(?=，(?:目标|每|得|达到|未达))",
                s => s.Item!.Value
            ),
            new(
                "{n}个{w}单位，{w}",
                s => $"{s.Item!.Item.Pool?.Reporting}",
                s => s.Item!.Item.Pool?.Level == Level.Town ? "镇街" : "基层",
                s => new[] { "合并比率", "求和", "达标单位占比", "最高级别" }[(int)s.Item!.Item.Row.Aggregation]
            ),
            new("达到“{z}”档", s => Tier(s.Item!)),
            new("每{w}扣{n}分", s => s.Item!.Item.Row.Unit, s => Say.Plain(s.Item!.Item.Row.Rule.Target)),
            new("按可比口径得分{=(?:提高|下降)[\\d.]+分|持平}", s => Moved(s.U!.ItemChanges[s.Code!])),
            new(
                "(?:公布得分的)?{n}个{l}中{n}个得满分",
                s => $"{Scored(s).Count}",
                s => $"{Scored(s).Count(v => v >= 100)}"
            ),
            new("(?:公布得分的)?{n}个{l}均未得满分", s => $"{Scored(s).Count(v => v < 100)}"),
            new("(?:公布得分的)?{n}个{l}均得满分", s => $"{Scored(s).Count(v => v >= 100)}"),
            new(
                "另有{n}个不公布",
                s => $"{s.P.Standing(s.Level!.Value).Count(u => u.Item(s.Code!)?.IsWithheld == true)}"
            ),
            new(
                "分值：{n}（满分{n}分的指数内）",
                s => Say.Plain(s.P.Data.Catalogue.First(i => i.Code == s.Code).Weight),
                _ => "100"
            ),
            new(
                "版本：{x}，自{n}年起",
                s => s.P.Data.Catalogue.First(i => i.Code == s.Code).Version,
                s => $"{s.P.Data.Catalogue.First(i => i.Code == s.Code).EffectiveYear}"
            ),
            new(
                "方向：越{=高|低}越好",
                s => s.P.Data.Catalogue.First(i => i.Code == s.Code).HigherIsBetter ? "高" : "低"
            ),
            new(
                "口径：{z}$",
                s => s.P.Data.Catalogue.Any(i => i.Code == s.Code && i.Definition == s.Said) ? s.Said : "目录里的口径"
            ),
            new(
                s => s.IsWritten,
                "(?:对应指标：)?{=[RGHWX]\\d\\d[^RGHWX\\d]+(?:[RGHWX]\\d\\d[^RGHWX\\d]+)+}$",
                s =>
                    System
                        .Text.RegularExpressions.Regex.Split(s.Said, "(?=[RGHWX]\\d\\d)")
                        .All(w => w.Length == 0 || s.P.Data.Catalogue.Any(i => i.Code + i.Name == w))
                        ? s.Said
                        : "编码和名称"
            ),
            new(
                "{=[RGHWX]\\d\\d}{x}$",
                s => s.Said,
                s => s.P.Data.Catalogue.FirstOrDefault(i => i.Name == s.Said)?.Name
            ),
            new("{k}指数·{p}", []),
            new(
                "{k}指数{n}项指标",
                s => $"{s.P.Data.Catalogue.Where(i => (int)i.Index == s.K).Select(i => i.Code).Distinct().Count()}"
            ),
        ];

    private static List<decimal> Scored(Scene s) =>
        [.. s.P.Standing(s.Level!.Value).Select(u => u.Item(s.Code!)?.Score).OfType<decimal>()];

    private static string? Tier(ItemFacts item)
    {
        var value = item.Item.Value!;
        foreach (var tier in item.Item.Row.Rule.Tiers)
        {
            if (tier.Word is { } word ? word == value.Word : Reaches(value, tier.Threshold!.Value))
            {
                return tier.Word
                    ?? $"{Say.Plain(tier.Threshold)}{(item.IsPercent ? "%" : item.Item.Row.Unit)}及以上："
                        + $"{Say.Plain(tier.Points)}分";
            }
        }

        return null;
    }

    private static bool Reaches(Observation value, decimal threshold) =>
        value is { Numerator: { } n, Denominator: > 0m and var d }
            ? n * 100m >= threshold * d
            : value.Value >= threshold;

    private static IEnumerable<Shape> Advice() =>
        [
            new("{i}”现为{x}(?=，)", s => s.Item!.Value),
            new(
                "{i}”{n}项中已完成{n}项",
                s => Say.Plain(s.Item!.Item.Value!.Denominator),
                s => Say.Plain(s.Item!.Item.Value!.Numerator)
            ),
            new("{i}”(?:达到满分要求时|尚未做到)", []),
            new("达到目标{n}%时", s => Say.Plain(s.Item!.Due)),
            new(
                "再增加{n}{w}即达目标{x}(?=，)",
                s => Say.Plain(s.Item!.Due - s.Item.Item.Value!.Value),
                s => s.Item!.Item.Row.Unit,
                s => s.Item!.Target
            ),
            new("达到最高档{n}[%\\w]*时", s => Say.Plain(s.Item!.Item.Row.Rule.Tiers[0].Threshold)),
            new("达到最高档“{x}”时", s => s.Item!.Item.Row.Rule.Tiers[0].Word),
            new("降为{n}{w}时", _ => "0", s => s.Item!.Item.Row.Unit),
            new("(?:全部完成后|按要求完成后|达到满分要求时)", []),
            new("总指数可增加{n}分", s => Say.Two(s.Item!.Gain)),
            new("{=[+]\\d+\\.\\d\\d}", s => Say.Signed(s.Item!.Gain)),
            new("{k}指数失{n}分", s => Say.Two(s.Item!.Lost)),
            new(
                "{x}缺报或存疑，核实补报后覆盖率可在现有{n}%的基础上提高",
                MissingNames,
                s => Say.Two(s.U!.Figures.Coverage)
            ),
            new("{x}缺报或存疑，请核实补报", MissingNames),
            new(
                "补齐后提升最多的{=一|两|三}项",
                s =>
                    s.U!.Losses.Count(i => i.Gain > 0m) switch
                    {
                        1 => "一",
                        2 => "两",
                        _ => "三",
                    }
            ),
        ];

    private static string MissingNames(Scene s)
    {
        var missing = s.U!.Missing.ToList();
        return (
            Say.And([.. missing.Take(4).Select(i => $"“{i.Name}”")]) + (missing.Count > 4 ? $"等{missing.Count}项" : "")
        ).TrimStart('“');
    }

    private static IEnumerable<decimal> Peers(Scene s) =>
        s
            .P.All.Where(u => u.IsRanked && u.Group == s.U!.Group)
            .Select(u => s.K is { } k ? u.Compared(k) : u.Figures.Total)
            .OfType<decimal>();

    // Of a unit the ranked of its group; of the district every town.
    private static List<decimal> Strip(Scene s) =>
        s.U!.Unit.Level == Level.District ? Values(s, Level.Town, s.K) : [.. Peers(s)];

    private static string Among(Scene s) =>
        s.U!.Unit.Level == Level.District ? $"{s.P.Standing(Level.Town).Count()}个镇街"
        : s.Said.EndsWith("个镇街", StringComparison.Ordinal) ? $"{s.U.Ranked}个镇街"
        : s.U.Group;

    private static List<decimal> OfLevel(Scene s) => s.K is { } k ? Values(s, s.Level!.Value, k) : Scored(s);

    private static IEnumerable<Shape> Figures() =>
        [
            Between("{t}{x}在{n}～{n}分之间，中位数{n}"),
            Between("{k}指数{x}在{n}～{n}分之间，中位数{n}"),
            new(
                "{l}{k}指数在{n}～{n}分之间，中位数{n}",
                s => Say.Two(OfLevel(s).Min()),
                s => Say.Two(OfLevel(s).Max()),
                s => Say.Two(PeriodFacts.Quantile(OfLevel(s), 0.5m))
            ),
            new(
                "{l}{i}在{n}～{n}分之间，中位数{n}",
                s => Say.Two(Scored(s).Min()),
                s => Say.Two(Scored(s).Max()),
                s => Say.Two(PeriodFacts.Quantile(Scored(s), 0.5m))
            ),
            new(
                "{u}{n}分，高于其中{n}个",
                s => Say.Two(s.K is null ? Total(s) : Index(s)),
                s => $"{Peers(s).Count(v => v < (s.K is { } k ? s.U!.Figures.Indexes[k] : Total(s)))}"
            ),
            new(
                "{u}{n}",
                s =>
                    s.U!.Figures.Indexes.Append(Total(s)).Any(v => Say.Two(v) == s.Said)
                        ? s.Said
                        : "其总指数或五项指数之一"
            ),
            new(
                "{k}指数{n}",
                s =>
                    s.Said.Contains('.', StringComparison.Ordinal)
                        ? Say.Two(Index(s))
                        : Say.Plain(s.Office.Settings.IndexWeights[s.K!.Value])
            ),
            new("本组中位数{n}", s => Say.Two(s.U!.GroupMedians[s.K!.Value])),
            new("低于本组中位数的有{x}(?=。)", s => string.Join('、', Below(s).Select(k => Say.Indexes[k]))),
            new("(?:有得分并参加比较的)?各项{=均不低于}本组中位数", s => Below(s).Count == 0 ? "均不低于" : "不均高于"),
            new(
                "{i}：失{n}分（分值{n}），补齐可使总指数增{n}分",
                s => Say.Two(s.Item!.Lost),
                s => Say.Plain(s.Item!.Weight),
                s => Say.Two(s.Item!.Gain)
            ),
            new("其余{n}项合计可增{n}分", Rest, RestGain),
            new(
                "补齐后总指数可增较多的是{x}(?=。)",
                s =>
                    string.Join(
                        '、',
                        Gains(s).Take(s.Said.Split('、').Length).Select(i => $"{i.Name}（{Say.Two(i.Gain)}分）")
                    )
            ),
            new(
                "补齐后总指数可增最多的是{i}，{n}分",
                s => Say.Two(Gains(s)[0] is var g && g.Code == s.Code ? g.Gain : null)
            ),
            new("{u}公布得分的指标{n}项", s => $"{s.U!.Items.Count(i => i.IsScored)}"),
            new("其中满分{n}项", s => $"{s.U!.Items.Count(i => i.Score >= 100)}"),
            new("缺报或存疑{n}项", s => $"{s.U!.Missing.Count()}"),
            new("职工{n}人", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("会员{n}人", s => Say.Thousands(s.U!.Unit.Members ?? 0)),
            new("排名组：{z}(?=　|$)", s => s.U!.Group),
            new(
                "补齐后可增最多的是{x}(?=。)",
                s => string.Join('、', Gains(s).Take(3).Select(i => $"{i.Name}（{Say.Two(i.Gain)}分）"))
            ),
            new("{n}个镇街得分分布", s => $"{s.P.Standing(Level.Town).Count()}"),
            new("{n}个镇街的得分分布", s => $"{s.P.Standing(Level.Town).Count()}"),
        ];

    private static Shape Between(string pattern) =>
        new(
            pattern,
            Among,
            s => Say.Two(Strip(s).Min()),
            s => Say.Two(Strip(s).Max()),
            s => Say.Two(PeriodFacts.Quantile(Strip(s), 0.5m))
        );

    private static List<int> Below(Scene s) =>
        [.. Enumerable.Range(0, 5).Where(k => s.U!.Compared(k) < s.U.GroupMedians[k])];

    private static List<ItemFacts> Gains(Scene s) => [.. s.U!.Losses.Where(i => i.Gain > 0m)];

    private static string Rest(Scene s)
    {
        s.Topic = s.Said;
        return int.Parse(s.Said, System.Globalization.CultureInfo.InvariantCulture) < Gains(s).Count
            ? s.Said
            : $"少于{Gains(s).Count}";
    }

    private static string RestGain(Scene s)
    {
        var gains = Gains(s);
        var rest = int.Parse(s.Topic, System.Globalization.CultureInfo.InvariantCulture);
        var sum = Total(s)!.Value + gains.Sum(g => g.Gain!.Value);
        var reach = Math.Abs(100m - sum) <= 0.005m * (gains.Count + 1) ? 100m : Math.Min(100m, sum);
        return Say.Two(reach - Total(s)!.Value - gains.Take(gains.Count - rest).Sum(g => g.Gain!.Value));
    }

    private static string? Then(Scene s)
    {
        var then = s.Other is { } p ? s.Office.Of(p).Unit(s.U!.Unit.Code) : null;
        return then is null ? null : As(s, s.K is { } k ? then.Figures.Indexes[k] : then.Figures.Total);
    }

    private static IEnumerable<Shape> Trends() =>
        [
            new("{u}{t}{p}{n}", Then),
            new("{u}{k}指数{p}{n}", Then),
            new("{k}指数{p}{n}", Then),
            new("{p}{n}", Then),
            new("{p}{t}{n}分?", Then),
            new("{p}{k}指数{n}分?", Then),
            new("{p}{n}分", Then),
            new("{p}无得分", []),
            new("{t}{p}无得分", []),
            new("{k}指数{p}无得分", []),
            new("{u}{t}{p}无得分", []),
            new("{u}{k}指数{p}无得分", []),
            new("{k}指数—", []),
            new("{k}无得分", []),
            new("{u}五大指数", []),
            new("上级：{w}", s => s.U!.Unit.Parent is { } up ? s.P.Unit(up)!.Unit.Name : null),
            new("最近一次有效结果[是：]{p}：?{t}{n}分", Then),
            new("此前报送的{n}项指标形成总指数{n}分", s => $"{s.U!.Items.Count}", s => As(s, Total(s))),
            new("{x}指标目录有变动，与此前不可直接比较", Broken),
            new("较{p}{=[多少][\\d.]+分}", s => Headline(s)),
            new("较{p}按可比口径{=(?:提高|下降)[\\d.]+分|持平}", s => Moved(s.U!.Comparable)),
            new("{=[多少][\\d.]+分}", s => Headline(s)),
            new("{p}(?:及以前)?口径不同，不作比较", []),
        ];

    // Periods of the kind that are spoken of whose catalogue is not that of the one before.
    private static string Broken(Scene s)
    {
        var kind = s.Other?.Kind ?? PeriodKind.Year;
        var points = s
            .Office.Periods.Where(p =>
                p.Period.Kind == kind && p.Unit(s.U!.Unit.Code) is not null && p.Period <= s.Other
            )
            .ToList();
        var broken = new List<string>();
        for (var n = 1; n < points.Count; n++)
        {
            if (!Versions(points[n]).SetEquals(Versions(points[n - 1])))
            {
                broken.Add(points[n].Period.Title);
            }
        }

        return string.Join('、', broken);

        static HashSet<string> Versions(PeriodFacts p) =>
            p.Data.Catalogue.Select(i => i.Code + i.Version).ToHashSet(StringComparer.Ordinal);
    }
}
