using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes of the annual report: who there is, the year in numbers, the chronicle, towns, problems.</summary>
internal static partial class Sentences
{
    private static bool InBook(Scene s) => s.Place.EndsWith("/annual", StringComparison.Ordinal);

    private static IEnumerable<Shape> Book() =>
        new (string Pattern, Func<Scene, string?>[] Facts)[]
        {
            ("全区有{n}个镇街总工会", [s => $"{Towns(s).Count}"]),
            (
                "其中{=(?:(?:街道|镇|乡)\\d+个、?)+}",
                [
                    s =>
                        string.Join(
                            '、',
                            new[] { "街道", "镇", "乡" }
                                .Select(k =>
                                    (k, n: Towns(s).Count(t => t.Unit.ShortName.EndsWith(k, StringComparison.Ordinal)))
                                )
                                .Where(k => k.n > 0)
                                .Select(k => $"{k.k}{k.n}个")
                        ),
                ]
            ),
            ("(?:全区有)?基层工会共{n}家", [s => $"{Standing(s, s.P.District).Count}"]),
            ("公开的基层工会{n}家", [s => $"{Open(s).Count(u => u.IsBelow(s.U!))}"]),
            ("{n}家属镇街", [s => $"{Standing(s, s.P.District).Count(u => u.Unit.Parent != s.P.District.Unit.Code)}"]),
            (
                "{n}家直属{w}",
                [
                    s => $"{Standing(s, s.P.District).Count(u => u.Unit.Parent == s.P.District.Unit.Code)}",
                    s => s.P.District.Unit.ShortName,
                ]
            ),
            ("(?:全区)?职工{n}人", [s => Say.Thousands(s.U!.Unit.Workers!.Value)]),
            ("会员{n}人", [s => Say.Thousands(s.U!.Unit.Members!.Value)]),
            ("女会员{n}人", [s => Say.Thousands(s.U!.Unit.FemaleMembers!.Value)]),
            ("占会员的{n}%", [s => Rate(s.U!.Unit.FemaleMembers!.Value, s.U.Unit.Members!.Value)]),
            (
                "每100名职工有{n}名会员",
                [s => $"{Say.Half(s.U!.Unit.Members!.Value * 100m / s.U.Unit.Workers!.Value, 0)}"]
            ),
            (
                "{n}家公开的基层工会中，{=企业|机关|事业|社会组织|产业|其他}{n}家，有职工{n}人，占{n}%；{=[^。]+}",
                [
                    s => $"{Open(s).Count}",
                    s => Kinds(s)[0].Kind,
                    s => $"{Kinds(s)[0].Count}",
                    s => Say.Thousands(Kinds(s)[0].Workers),
                    s => Rate(Kinds(s)[0].Workers, Open(s).Sum(u => u.Unit.Workers ?? 0)),
                    s => string.Join('、', Kinds(s).Skip(1).Select(k => $"{k.Kind}{k.Count}家")),
                ]
            ),
            (
                "职工{n}人及以上的{n}家，家数占{n}%，职工占{n}%",
                [
                    s => $"{s.Office.Settings.RankSizeBounds[^1]}",
                    s => $"{Sized(s, large: true).Count}",
                    s => Rate(Sized(s, true).Count, Workers(s).Count),
                    s => Rate(Sized(s, true).Sum(), Workers(s).Sum()),
                ]
            ),
            (
                "不足{n}人的{n}家，共{n}人",
                [
                    s => $"{s.Office.Settings.RankSizeBounds[0]}",
                    s => $"{Sized(s, false).Count}",
                    s => Say.Thousands(Sized(s, false).Sum()),
                ]
            ),
            (
                "公开的基层工会中，年内新建{n}家",
                [s => $"{Open(s).Count(u => u.Unit.Status == OrganisationStatus.New)}"]
            ),
            ("(?:公开的基层工会中，年内)?撤销或者并入别家{n}家", [s => $"{Gone(s)}"]),
            (
                "与{p}相比，{=(?:(?:基层工会|职工|会员)[多少][\\d,]+[家人]，?)+}(?=。)",
                [
                    s =>
                        string.Join(
                            '，',
                            new[]
                            {
                                More("基层工会", Standing(s, s.P.District).Count, Standing(s.P.Before!).Count, "家"),
                                More("职工", s.P.District.Unit.Workers, s.P.Before!.District.Unit.Workers, "人"),
                                More("会员", s.P.District.Unit.Members, s.P.Before.District.Unit.Members, "人"),
                            }.Where(c => c.Length > 0)
                        ),
                ]
            ),
            ("任务办结{n}个单位次", [s => $"{s.P.Tasks.Sum(t => t.Executors.Count(e => e.Stage == "办结"))}"]),
            ("{n}项任务落到{n}个单位次", [s => $"{s.P.Tasks.Count}", s => $"{s.P.Tasks.Sum(t => t.Executors.Count)}"]),
            ("活动{n}场", [s => Say.Thousands(Activities(s).Sum(r => r.Whole("场次") ?? 1))]),
            ("由{n}项活动合计", [s => Say.Thousands(Activities(s).Count)]),
            ("走访职工{n}人", [s => Cells.Sum(s, "实访人数")]),
            ("应走访{n}人", [s => Cells.Sum(s, "应访人数")]),
            ("解决问题{n}个", [s => Cells.Sum(s, "已解决数")]),
            ("走访时职工反映{n}个", [s => Cells.Sum(s, "反映问题数")]),
            ("师徒结对{n}对", [s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count}"]),
            ("答复职工需求{n}件", [s => $"{Facts.Needs(s.P, null).Count(r => r.Date("答复日期") is not null)}"]),
            ("上报{n}件", [s => $"{Facts.Needs(s.P, null).Count}"]),
            ("调整政策{n}项", [s => $"{Policies(s).Count}"]),
            ("受到表彰{n}项", [s => $"{GrantedIn(s).Count}"]),
            (
                "{=\\d+月}$",
                [
                    s =>
                        int.Parse(s.Said.TrimEnd('月'), System.Globalization.CultureInfo.InvariantCulture)
                            is >= 1
                                and <= 12
                            ? s.Said
                            : null,
                ]
            ),
            ("{=\\d+日　.+}$", [Happened]),
            (
                "有可比变化的{n}个镇街中，{n}个上升、{n}个下降",
                [
                    s => $"{Towns(s).Count(t => t.Comparable is not null)}",
                    s => $"{Towns(s).Count(t => t.Comparable > 0)}",
                    s => $"{Towns(s).Count(t => t.Comparable < 0)}",
                ]
            ),
            (
                "镇街总指数在{n}～{n}分之间，中位数{n}分",
                [
                    s => Say.Two(Values(s, Level.Town, null).Min()),
                    s => Say.Two(Values(s, Level.Town, null).Max()),
                    s => Say.Two(PeriodFacts.Quantile(Values(s, Level.Town, null), 0.5m)),
                ]
            ),
            (
                "这一指数，{n}个镇街比上年上升，{n}个下降",
                [
                    s => $"{Towns(s).Count(t => t.IndexChanges[s.K!.Value] > 0)}",
                    s => $"{Towns(s).Count(t => t.IndexChanges[s.K!.Value] < 0)}",
                ]
            ),
            ("失分主要在“{i}”，全区为{=[^，。]+}", [s => s.P.District.Item(s.Code!)?.Value]),
            (
                "{k}指数{=[升降][\\d.]+分(?:：[^。；]+)?}(?=。)",
                [
                    s =>
                        Movement(s.U!.IndexChanges[s.K!.Value])
                        + (
                            SecondBrief.Drivers(s.P, s.U, s.K.Value) is { Count: > 0 } drivers
                                ? "：" + string.Join('，', drivers)
                                : ""
                        ),
                ]
            ),
            (
                "{n}个镇街的(?:{k}指数|{t})，{n}个达到良好及以上",
                [
                    s => $"{Values(s, Level.Town, s.K).Count}",
                    s => $"{Values(s, Level.Town, s.K).Count(v => v >= s.Office.Settings.GradeBands[1])}",
                ]
            ),
            (
                "{n}个镇街(?:{k}指数|{t})，最高的是{=[^，；。]+}，最低的是{=[^，；。]+}",
                [
                    s => $"{Values(s, Level.Town, s.K).Count}",
                    s => Extreme(s, first: true),
                    s => Extreme(s, first: false),
                ]
            ),
            (
                "按可比口径，{n}个比{p}上升，{n}个下降",
                [s => $"{Changes(s).Count(c => c > 0)}", s => $"{Changes(s).Count(c => c < 0)}"]
            ),
            ("从第{n}名到第{n}名", [s => $"{s.P.Before!.Unit(s.U!.Unit.Code)!.Place}", s => $"{s.U!.Place}"]),
            (
                "升幅在{n}个镇街中{=最大}",
                [
                    s => $"{Towns(s).Count(t => t.Comparable is not null)}",
                    s => Towns(s).Where(t => t.Comparable > 0).MaxBy(t => t.Comparable) == s.U ? s.Said : "不是最大",
                ]
            ),
            ("总指数在{n}个镇街中{=最高}", [s => $"{s.U!.Ranked}", s => s.U!.Place == 1 ? s.Said : $"第{s.U.Place}名"]),
            (
                "{p}开展“{x}”(?:活动)?{n}项",
                [
                    s => s.Topic = s.Said,
                    s =>
                    {
                        s.Rows = Facts.Programme(s, s.Other!.Value.Title, s.Topic);
                        return Say.Thousands(s.Rows.Count);
                    },
                ]
            ),
            (
                "{=[^，。；：（）]*〔\\d+〕\\d+号，\\d+年\\d+月\\d+日}",
                [
                    s =>
                        Facts
                            .Needs(s.P, null)
                            .Exists(r =>
                                r["文号"].Length > 0
                                && s.Said.Contains(r["文号"], StringComparison.Ordinal)
                                && Facts
                                    .Needs(s.P, null)
                                    .Exists(o =>
                                        o["调整内容"] == r["调整内容"]
                                        && o.Date("答复日期") is { } on
                                        && s.Said.EndsWith(Say.LongDate(on), StringComparison.Ordinal)
                                    )
                            )
                            ? s.Said
                            : null,
                ]
            ),
            (
                "短处在{k}指数，{n}分(?:，列第{n}名)?：{=[^。]+}",
                [s => As(s, s.U!.Figures.Indexes[s.K!.Value]), s => $"{s.U!.IndexPlaces[s.K!.Value]}", Missed]
            ),
            (
                "全镇街承办任务{n}个单位次，办结{n}个",
                [s => $"{Taken(s).Count}", s => $"{Taken(s).Count(e => e.Stage == "办结")}"]
            ),
            (
                "办活动{n}项、{n}场(?:：|，有){=[^。]+}",
                [
                    s => $"{HeldBy(s).Count}",
                    s => $"{HeldBy(s).Sum(r => r.Whole("场次") ?? 1)}",
                    s =>
                        string.Join(
                            '、',
                            HeldBy(s)
                                .OrderByDescending(r => r.Whole("场次") ?? 1)
                                .ThenByDescending(r => r.Whole("参与人数") ?? 0)
                                .ThenBy(r => r["活动编码"], StringComparer.Ordinal)
                                .Take(3)
                                .OrderBy(r => r.Date("开始日期"))
                                .ThenBy(r => r["活动编码"], StringComparer.Ordinal)
                                .Select(r => $"{r.Date("开始日期")!.Value.Month}月{r["活动名称"]}")
                        ) + (HeldBy(s).Count > 3 ? "等" : ""),
                ]
            ),
            (
                "{w}：{=[^。]+}高于镇街中位数",
                [
                    s => s.U!.Unit.ShortName,
                    s =>
                        Enumerable
                            .Range(0, 5)
                            .Where(k => s.U!.Compared(k) > s.U.GroupMedians[k])
                            .Select(k => Say.Indexes[k])
                            .ToList()
                            is { Count: > 0 } above
                            ? string.Join('、', above)
                            : "没有一项",
                ]
            ),
            (
                "按技能方向，较多的是{=[^。]+}",
                [
                    s =>
                        string.Join(
                            '、',
                            Facts
                                .Pairs(s)
                                .CountBy(
                                    r => r["技能方向"].Length > 0 ? r["技能方向"] : "未写明",
                                    StringComparer.Ordinal
                                )
                                .OrderByDescending(k => k.Value)
                                .ThenBy(k => k.Key, StringComparer.Ordinal)
                                .Take(4)
                                .Select(k => $"{k.Key}{k.Value}对")
                        ),
                ]
            ),
            (
                "获得{=[^。]+}表彰",
                [
                    s =>
                        string.Join(
                            '、',
                            new[] { "国家级", "省级", "市级", "区级", "镇街级" }
                                .Select(l => (l, n: GrantedIn(s).Count(r => r["级别"] == l)))
                                .Where(l => l.n > 0)
                                .Select(l => $"{l.l}{l.n}项")
                        ),
                ]
            ),
            (
                "{n}件职工需求中，{n}件没有答复",
                [
                    s => $"{Facts.Needs(s.P, null).Count}",
                    s => $"{Facts.Needs(s.P, null).Count(r => r.Date("答复日期") is null)}",
                ]
            ),
            (
                "{n}家计分的公开基层工会中，{n}家没有得满分（{n}%）",
                [
                    s => $"{UnionScores(s).Count}",
                    s => $"{UnionScores(s).Count(v => v < 100)}",
                    s => Rate(UnionScores(s).Count(v => v < 100), UnionScores(s).Count),
                ]
            ),
            (
                "总指数最高与最低的镇街相差{n}分，{p}相差{n}分",
                [
                    s => Say.Two(Values(s, Level.Town, null).Max() - Values(s, Level.Town, null).Min()),
                    s =>
                        s.P.Before!.Standing(Level.Town).Select(t => t.Figures.Total).OfType<decimal>().ToList()
                            is var then
                            ? Say.Two(then.Max() - then.Min())
                            : null,
                ]
            ),
            (
                "{n}家公开的基层工会里，共有{n}个数缺报或存疑，最多的是{=[^。]+}",
                [
                    s => $"{Open(s).Count}",
                    s => $"{Open(s).Sum(u => u.Items.Count(i => i.State is "缺报" or "存疑"))}",
                    s =>
                        string.Join(
                            '、',
                            Open(s)
                                .SelectMany(u => u.Items.Where(i => i.State is "缺报" or "存疑"))
                                .GroupBy(i => i.Code)
                                .OrderByDescending(g => g.Count())
                                .ThenBy(g => g.Key, StringComparer.Ordinal)
                                .Take(3)
                                .Select(g => $"“{g.First().Name}”{g.Count()}家")
                        ),
                ]
            ),
            (
                "{n}家应报的指标报了不到{n}%",
                [s => $"{Open(s).Count(u => u.IsThin)}", s => Say.Plain(s.Office.Settings.RankMinimumCoverage)]
            ),
            ("另有{n}家工会不公开", [s => $"{s.P.Hidden(Level.Grassroots)}"]),
            (
                "{p}{=[^“”。]+“[^”]+”由[^：。]+改为[^：。]+}",
                [
                    s =>
                        s.Office.Corrections.Exists(c =>
                            s.Office.Periods.Any(p =>
                                p.Unit(c["组织"]) is { } unit
                                && s.Said.StartsWith(unit.Unit.Name, StringComparison.Ordinal)
                            ) && s.Said.EndsWith($"由{c["原值"]}改为{c["新值"]}", StringComparison.Ordinal)
                        )
                            ? s.Said
                            : null,
                ]
            ),
            ("“{i}”口径有变动，和{p}不能比", []),
        }.Select(s => new Shape(InBook, s.Pattern, s.Facts));

    private static int Gone(Scene s) =>
        s.P.All.Count(u =>
            u.Unit is { Level: Level.Grassroots, IsPublic: true }
            && !u.Stands
            && s.P.Before?.Unit(u.Unit.Code)?.Stands == true
        );

    private static List<UnitFacts> Towns(Scene s) => [.. s.P.Standing(Level.Town)];

    private static List<UnitFacts> Open(Scene s) => [.. s.P.Standing(Level.Grassroots)];

    private static List<UnitFacts> Standing(PeriodFacts p) =>
        [.. p.All.Where(u => u.Unit.Level == Level.Grassroots && u.Stands)];

    private static List<UnitFacts> Standing(Scene s, UnitFacts top) => Standing(s.P).FindAll(u => u.IsBelow(top));

    private static string Rate(decimal part, decimal whole) => Say.Percent(part, whole).TrimEnd('%');

    private static List<(string Kind, int Count, int Workers)> Kinds(Scene s) =>
        [
            .. Open(s)
                .GroupBy(u => u.Unit.Category)
                .Select(g => (g.Key, Kind: g.Key.Word(), Count: g.Count(), Workers: g.Sum(u => u.Unit.Workers ?? 0)))
                .OrderByDescending(g => g.Count)
                .ThenBy(g => g.Key)
                .Select(g => (g.Kind, g.Count, g.Workers)),
        ];

    private static List<int> Workers(Scene s) => [.. Open(s).Select(u => u.Unit.Workers).OfType<int>()];

    private static List<int> Sized(Scene s, bool large) =>
        Workers(s)
            .FindAll(w => large ? w >= s.Office.Settings.RankSizeBounds[^1] : w < s.Office.Settings.RankSizeBounds[0]);

    private static string More(string what, int? now, int? then, string unit) =>
        (now - then) switch
        {
            null or 0 => "",
            > 0 and var more => $"{what}多{Say.Thousands(more)}{unit}",
            { } less => $"{what}少{Say.Thousands(-less)}{unit}",
        };

    private static List<RawRow> Activities(Scene s) => s.Office.Raw.Rows(s.P.Period, "活动");

    private static bool Within(Scene s, string unit) =>
        s.U!.Unit.Level == Level.District || unit == s.U.Unit.Code || s.P.Unit(unit)?.IsBelow(s.U) == true;

    private static List<RawRow> HeldBy(Scene s) =>
        Activities(s).FindAll(r => s.P.Unit(r["主办组织"])?.Unit.IsPublic == true && Within(s, r["主办组织"]));

    private static List<RawRow> GrantedIn(Scene s) =>
        s.Office.Honours.FindAll(r =>
            r["状态"] == "已授予"
            && r.Date("授予日期") >= s.P.Period.Start
            && r.Date("授予日期") <= s.P.Period.End
            && (s.U!.Unit.Level == Level.District || Within(s, r["所在组织"]))
        );

    private static List<Executor> Taken(Scene s) =>
        [.. s.P.Tasks.SelectMany(t => t.Executors).Where(e => Within(s, e.Unit))];

    private static List<string> Policies(Scene s) =>
        [
            .. Facts
                .Needs(s.P, null)
                .Where(r => r.Yes("政策调整"))
                .Select(r => $"{r["类别"]}{r["调整内容"].TrimEnd('。')}")
                .Distinct(StringComparer.Ordinal),
        ];

    private static List<decimal> Changes(Scene s) =>
        [
            .. Towns(s)
                .Where(t => (s.K is { } k ? t.Figures.Indexes[k] : t.Figures.Total) is not null)
                .Select(t => s.K is { } k ? t.IndexChanges[k] : t.Comparable)
                .OfType<decimal>(),
        ];

    private static string Extreme(Scene s, bool first)
    {
        var towns = Towns(s)
            .Select(t => (Town: t, Value: s.K is { } k ? t.Figures.Indexes[k] : t.Figures.Total))
            .Where(t => t.Value is not null)
            .OrderByDescending(t => t.Value)
            .ThenBy(t => t.Town.Unit.Code, StringComparer.Ordinal)
            .ToList();
        var (town, value) = first ? towns[0] : towns[^1];
        return $"{town.Unit.ShortName}{Say.Two(value)}分";
    }

    // What an index misses most: two of the works whose value is told, the largest gain first.
    private static string Missed(Scene s) =>
        string.Join(
            '，',
            s.U!.Losses.Where(i => i.Index == s.K && i.Item.Row.Nature == IndicatorNature.Work && !i.IsVeiled)
                .Take(2)
                .Select(i => SecondBrief.Matter(i) + (i.Value == "否" ? "还没有做到" : i.Value))
        );

    // A line of the chronicle: it stands in one of the tables, on that day.
    private static string? Happened(Scene s)
    {
        var (day, text) = (s.Said[..s.Said.IndexOf('日')], s.Said[(s.Said.IndexOf('　') + 1)..]);
        bool On(DateOnly? date) => date is { } d && d >= s.P.Period.Start && d <= s.P.Period.End && $"{d.Day}" == day;
        var held = Activities(s)
            .Exists(r =>
                On(r.Date("开始日期"))
                && text
                    == string.Join(
                        '，',
                        new[]
                        {
                            r["活动名称"],
                            r.Whole("场次") > 1 ? $"{r.Whole("场次")}场" : "",
                            Cells.Headcount(r),
                        }.Where(c => c.Length > 0)
                    ) + "。"
            );
        var honoured = s.Office.Honours.Exists(r =>
            r["状态"] == "已授予" && On(r.Date("授予日期")) && text == $"{r["对象名称"]}获“{r["荣誉名称"]}”。"
        );
        var answered = Facts
            .Needs(s.P, null)
            .Exists(r =>
                r.Yes("政策调整")
                && On(r.Date("答复日期"))
                && text.StartsWith(
                    $"答复职工“{r["类别"]}”的需求：{r["调整内容"].TrimEnd('。')}",
                    StringComparison.Ordinal
                )
            );
        var founded = Open(s)
            .Exists(u =>
                u.Unit.Status == OrganisationStatus.New && On(u.Unit.Founded) && text == $"{u.Unit.Name}成立。"
            );
        return held || honoured || answered || founded ? s.Said : null;
    }

    private static List<decimal> UnionScores(Scene s) =>
        [.. Open(s).Select(u => u.Item(s.Code!)?.Score).OfType<decimal>()];
}
