using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>A table as it is read: caption, heads of columns, and rows of cells, the first the row's head.</summary>
internal sealed record TableRead(
    string Caption,
    IReadOnlyList<string> Heads,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>
/// What must stand in a cell: a row speaks of something by its first cell, a column of some fact of it by its head.
/// </summary>
internal static class Cells
{
    /// <summary>Reads a table: each cell is a claim.</summary>
    public static void Read(TableRead table, Scene scene, Tally tally)
    {
        var kind = Kind(table, scene);
        var last = "";
        foreach (var row in table.Rows)
        {
            var of = scene with { };
            if (kind is null || !kind.Row(of, row, last))
            {
                foreach (var cell in row.Where(c => Reader.Claims(c) > 0))
                {
                    tally.Count("格", 1, 0);
                    tally.Strange($"格 {string.Join('|', table.Heads)} 行", 1, $"{scene.Place}：{row[0]}");
                }

                continue;
            }

            last = row[0].Length > 0 ? row[0] : last;
            for (var c = 1; c < Math.Min(row.Count, table.Heads.Count); c++)
            {
                var said = row[c];
                var head = table.Heads[c];
                if (!kind.Columns.TryGetValue(head, out var fact) && !kind.Columns.TryGetValue("*", out fact))
                {
                    var claims = Reader.Claims(said) > 0 ? 1 : 0;
                    tally.Count("格", claims, 0);
                    if (claims > 0)
                    {
                        tally.Strange($"格 {table.Heads[0]}…{head}", 1, $"{scene.Place}：{row[0]} {said}");
                    }

                    continue;
                }

                tally.Count("格", 1, 1);
                (of.Topic, of.Said) = (head, said);
                if (Shape.Fact(fact, of) is var so && so != said)
                {
                    tally.Faults.Add($"{scene.Place}：“{table.Caption}”{row[0]}的“{head}”：写 {said}，应为 {so}");
                }
            }
        }
    }

    /// <summary>How a kind of table is read: what a row speaks of, and the fact of each column.</summary>
    internal sealed record TableKind(
        Func<Scene, IReadOnlyList<string>, string, bool> Row,
        Dictionary<string, Func<Scene, string?>> Columns
    );

    private static TableKind? Kind(TableRead table, Scene scene)
    {
        var heads = table.Heads;
        if (heads.Count < 2)
        {
            return null;
        }

        return (heads[0], heads[1]) switch
        {
            ("单位" or "工会", _) when heads.Contains("数值") => new(Unit, Item),
            ("单位" or "工会", "得分") => new(Unit, Index),
            ("工会", "排名组") => new(Unit, Paper),
            ("名次", "镇街") => new(PlaceRow, Paper),
            ("方向", "工会") => new(SecondUnit, Paper),
            ("排名组", "家数") => new(GroupRow, PaperGroups),
            ("指标", "数值") => new(ItemNameRow, PaperItems),
            ("指数", "得分") or ("指数", "指数") => new(IndexRow, PaperIndexes),
            ("单位" or "工会" or "镇街", _) when heads.Contains("总指数") || heads.Contains("总") => new(
                Unit,
                scene.Place.StartsWith("index.html", StringComparison.Ordinal) ? Short : Totals
            ),
            ("指数", "全区") => new(BriefIndex, BriefIndexes),
            ("指标", _) when heads.Contains("补齐可得") => new(BriefMatter, BriefLosses),
            ("指标", "完成") => new(BriefMatter, BriefBehind),
            ("指标", "得分") => new(IndicatorRow, Item),
            ("指标", "分值") when heads.Contains("全区数值") => new(IndicatorRow, OfDistrict),
            ("指标", "已报") => new(IndicatorRow, Counts),
            ("期间", "总指数") => new(PeriodRow, History),
            ("指数", "层级") => new(DistributionRow, Distribution),
            ("层级", "中位") => new(LevelRow, ItemDistribution),
            ("组", "单位") => new(GroupRow, Groups),
            ("事项", "上年") => new(MendedRow, Mended),
            ("做什么", "怎么做") when heads.Contains("做成什么样") => new(FirstRow, First),
            ("做什么", _) => new(DutyRow, Duties),
            ("步骤", "单位（个）") => new(TakenRow, Taken),
            ("镇街", _) when heads.Contains("未办结的任务") => new(TownRow, Board),
            ("指标", "提醒") => new(SubjectRow, Subjects),
            ("镇街", "提醒") => new(TownRow, TownRungs),
            ("活动", "日期") => new(EventRow, Events),
            ("在谁手里", "待领办") => new(HolderRow, HeldBy),
            ("办理单位", "任务") => new(MatterRow, Matters),
            ("任务", "下达单位") => new(TaskNameRow, Tasks),
            ("任务", "进度") => new(TaskRow, Tasks),
            ("任务", "首次反馈") => new(TaskRow, Tasks),
            ("任务", "本单位") => new(TaskRow, Tasks),
            ("步骤", "单位") => OfficeCells.Kind(table),
            ("步骤", _) => new(StepRow, Steps),
            ("规则", "算法") => new(Always, Algorithms),
            ("等次", "得分") => new(Always, Bands),
            ("级别", "对象") => new(AwardRow2, Awards2),
            ("镇街", "单位") when heads.Contains("缺报指标") => new(SecondName, MissingList),
            ("序号", "单位") when heads.Contains("结论") => new(ScreenedRow, ScreenedColumns),
            ("镇街", "在谁手里") => new(Always, PendingList),
            ("镇街", "对象") => new(GuidanceRow, GuidanceList),
            ("类型", "活动（项）") => new(KindRow, KindTotals),
            ("指标", "计分工会") => new(PlainIndicator, Shortfalls),
            ("编码", "指标") when heads.Contains("数值") => new(CodedItem, PaperItems),
            ("编码", "指标") when heads.Contains("层级") => new(CodedRow, PaperCatalogue),
            ("项目", "汇集") => new(Always, StepsTurned),
            ("项目", "提醒") => new(Always, RungsTurned),
            ("级别", "发出") => new(Always, Rungs),
            ("级别", "集体") => new(Always, Honours),
            ("授予日期", _) => new(AwardRow, Awards),
            ("日期", "活动") => new(ActivityRow, Activities),
            ("期间", "活动（项）") => new(TotalRow, ActivityTotals),
            ("月份", "场次") => new(MonthRow, ActivityTotals.Concat(MonthTotals).ToDictionary()),
            ("部分", "活动（项）") => new(PartRow, KindTotals),
            ("部分", _) => new(Always, PartYears),
            ("专题", "一季度") => new(QuarterRow, QuarterTotals),
            ("项目", _) when heads[1].EndsWith('年') => new(Always, MemberYears),
            ("技能方向", "结对（对）") => new(Always, Skills),
            ("技能方向", "单位") => new(PairRow, Pairs),
            ("期间", "结对（对）") => new(ByPeriod, Pairings),
            ("期间", "应访（人）") => new(ByPeriod, Visits),
            ("类别", "上报") => new(Always, Needs),
            ("适用层级", "适用类别") => new(RuleRow, Rules),
            ("编码", "指标") => new(CodeRow, Catalogue),
            ("适用范围", "指标") => new(Always, Targets),
            ("指数", "权重") => new(Always, Weights),
            ("日期", "更正的期间") => new(CorrectionRow, Corrections),
            ("在谁手里", "最久（天）") => new(HolderRow, HeldBy),
            _ => OfficeCells.Kind(table),
        };
    }

    private static bool BriefIndex(Scene s, IReadOnlyList<string> row, string last)
    {
        s.K = Array.IndexOf(Say.Indexes, row[0]);
        return s.K >= 0;
    }

    private static List<string> BriefTowns(Scene s) =>
        [
            .. s
                .P.Standing(Level.Town)
                .Where(t => t.Compared(s.K!.Value) is not null)
                .OrderByDescending(t => t.Compared(s.K!.Value))
                .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                .Select(t => t.Unit.ShortName + Say.Two(t.Compared(s.K!.Value))),
        ];

    private static readonly Dictionary<string, Func<Scene, string?>> BriefIndexes = new()
    {
        ["全区"] = s => Say.Two(s.P.District.Figures.Indexes[s.K!.Value]),
        ["同口径变化"] = s => Say.Signed(s.P.District.IndexChanges[s.K!.Value]),
        ["最高镇街"] = s => BriefTowns(s)[0],
        ["最低镇街"] = s => BriefTowns(s)[^1],
    };

    private static bool BriefMatter(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.U!.Items.Find(i => SecondBrief.IsMatter(i.Name, row[0]))?.Code;
        return s.Code is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> BriefLosses = new()
    {
        ["补齐可得"] = s => Say.Two(s.Item!.Gain) + "分",
        ["镇街中位数"] = s =>
        {
            var values = s
                .P.Standing(Level.Town)
                .Select(t => t.Item(s.Code!))
                .OfType<ItemFacts>()
                .Where(i => i.IsScored)
                .Select(SecondBrief.FigureOf)
                .OfType<decimal>();
            var middle = PeriodFacts.Quantile(values, 0.5m);
            return s.Item!.IsPercent ? Say.Two(middle) + "%" : Say.Thousands(middle) + s.Item.Item.Row.Unit;
        },
        // A year by its title.
        ["*"] = s =>
            s.Office.Periods.First(p => p.Period.Title == s.Topic).Unit(s.U!.Unit.Code)?.Item(s.Code!)
                is { IsScored: true } item
                ? item.Value
                : "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> BriefBehind = new()
    {
        ["完成"] = s =>
            Say.Thousands((s.Item!.IsRatio ? s.Item.Item.Value!.Numerator : s.Item.Item.Value!.Value)!.Value)
            + BriefUnit(s),
        ["序时或计划"] = s => Say.Thousands(BriefDue(s)) + BriefUnit(s),
        ["还差"] = s =>
            Say.Thousands(
                Math.Ceiling(
                    BriefDue(s) - (s.Item!.IsRatio ? s.Item.Item.Value!.Numerator : s.Item.Item.Value!.Value)!.Value
                )
            ) + BriefUnit(s),
    };

    private static string BriefUnit(Scene s) => s.Item!.IsRatio ? "" : s.Item.Item.Row.Unit;

    private static decimal BriefDue(Scene s) =>
        s.Item!.IsRatio ? Math.Ceiling(s.Item.Item.Value!.Denominator!.Value * s.Item.Due / 100m) : s.Item.Due;

    private static bool Unit(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        return s.U is not null;
    }

    // A row of an opinion stands where its gain puts it.
    private static bool MendedRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null && Letters.ToMend(s).Exists(i => i.Code == s.Code);
    }

    private static bool FirstRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null && Letters.First(s).Exists(i => i.Code == s.Code);
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Mended = new(StringComparer.Ordinal)
    {
        ["上年"] = s => Letters.Value(s.P.Before?.Unit(s.U!.Unit.Code)?.Item(s.Code!)),
        ["本年"] = s => Letters.Value(s.Item),
        ["差在哪里"] = s => Letters.Gap(s.Item!),
        ["可得"] = s => Say.Two(s.Item!.Gain) + "分",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> First = new(StringComparer.Ordinal)
    {
        ["怎么做"] = s => s.Item!.Item.Row.Remedy.TrimEnd('。'),
        ["做成什么样"] = s => Checklists.Goal(s.Item!),
        ["谁来做"] = s => Letters.Who(s.Item!),
        ["何时"] = s => Say.LongDate(Checklists.Deadline(s.P)) + "前",
    };

    private static bool PlaceRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[1]);
        return s.U is not null && row[0] == Place(s.U);
    }

    private static bool SecondUnit(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[1]);
        return s.U is not null && row[0] == (s.U.Comparable > 0 ? "上升" : "下降");
    }

    private static bool ItemNameRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0].TrimEnd('※'))?.Code;
        return s.Item is not null;
    }

    private static bool IndexRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.K = Array.FindIndex(Say.Indexes, k => row[0].StartsWith(k, StringComparison.Ordinal));
        return s.K >= 0
            && row[0] == Say.Indexes[s.K.Value] + "指数" + (s.U!.Counted(s.K.Value) == 1 ? "（仅由1项构成）" : "");
    }

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

    private static bool IndicatorRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0][..Math.Min(3, row[0].Length)];
        var name = s.P.Data.Catalogue.FirstOrDefault(i => i.Code == s.Code)?.Name;
        return name is not null && row[0].EndsWith(name, StringComparison.Ordinal);
    }

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

    public static Level? LevelOf(string word) =>
        word switch
        {
            "镇街" => Level.Town,
            "基层" or "基层工会" => Level.Grassroots,
            "区" or "全区" => Level.District,
            _ => null,
        };

    private static string Parent(Scene s) => s.U!.Unit.Parent is { } p ? s.P.Unit(p)!.Unit.Name : "";

    private static string Category(Scene s) =>
        new[] { "机关", "事业", "企业", "社会组织", "其他" }[(int)s.U!.Unit.Category];

    public static string Place(UnitFacts u) =>
        u.IsThin ? "覆盖不足"
        : u.Place is { } place ? (u.Tied ? "并列" : "") + place
        : "—";

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

    private static string One(decimal? value) => value is { } v ? Say.One(v) : "—";

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

    private static bool Always(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0];
        s.Row = row;
        return true;
    }

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

    private static readonly Dictionary<string, Func<Scene, string?>> Honours = new(StringComparer.Ordinal)
    {
        ["集体"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "集体")),
        ["班组"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "班组")),
        ["个人"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code && h["类别"] == "个人")),
        ["合计"] = s => Say.Plain(s.Office.Honours.Count(h => h["级别"] == s.Code)),
    };

    private static bool AwardRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Raw = s.Office.Honours.Find(h =>
            Say.Date(h.Date("授予日期")) == row[0]
            && row[1].StartsWith(h["对象名称"], StringComparison.Ordinal)
            && row[2].StartsWith(h["荣誉名称"], StringComparison.Ordinal)
        );
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Awards = new(StringComparer.Ordinal)
    {
        ["对象"] = s =>
            s.Raw!["对象名称"]
            + (s.Office.NameOf(s.Raw["所在组织"]) is var name && name != s.Raw["对象名称"] ? name : ""),
        ["荣誉名称"] = s => s.Raw!["荣誉名称"] + (s.Raw["状态"] == "公示中" ? "公示中" : ""),
        ["级别"] = s => s.Raw!["级别"],
        ["类别"] = s => s.Raw!["类别"],
        ["授予单位与文号"] = s => s.Raw!["授予单位"] + s.Raw["文号"],
    };

    // An activity is told as its newest table tells it, with the organiser's name of then.
    private static bool ActivityRow(Scene s, IReadOnlyList<string> row, string last)
    {
        foreach (var period in s.Office.Periods.Reverse())
        {
            s.Raw = s
                .Office.Raw.Rows(period.Period, "活动")
                .Find(a => row[0] == Days(a) && a["活动名称"] + a["摘要"] == row[1]);
            if (s.Raw is not null)
            {
                s.P = period;
                return true;
            }
        }

        return false;
    }

    private static string Days(RawRow activity)
    {
        var (first, last) = (
            Say.Date(activity.Date("开始日期")),
            Say.Date(activity.Date("结束日期") ?? activity.Date("开始日期"))
        );
        return first == last ? first
            : first[..4] == last[..4] ? $"{first}～{last[5..]}"
            : $"{first}～{last}";
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Activities = new(StringComparer.Ordinal)
    {
        ["活动"] = s => s.Raw!["活动名称"] + s.Raw["摘要"],
        ["主办"] = s => s.P.Unit(s.Raw!["主办组织"])!.Unit.Name,
        ["地点"] = s => s.Raw!["地点"].Length > 0 ? s.Raw["地点"] : "—",
        ["场次"] = s => s.Raw!["场次"].Length > 0 ? s.Raw["场次"] : "1",
        ["参与"] = s => Headcount(s.Raw!) is { Length: > 0 } heads ? heads : "—",
    };

    /// <summary>80余人, 120人次; empty where the row has none.</summary>
    public static string Headcount(RawRow row) =>
        row.Whole("参与人数") is not { } n ? ""
        : !row.Yes("约数") ? Say.Thousands(n) + row["人次或人数"]
        : n >= 10 && n % 10 == 0 ? $"{Say.Thousands(n)}余{row["人次或人数"]}"
        : $"约{Say.Thousands(n)}{row["人次或人数"]}";

    // A programme is told by its page; its periods, or its parts over all years.
    private static bool TotalRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = Facts.Programme(s, row[0]);
        return s.Rows.Count > 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> ActivityTotals = new(StringComparer.Ordinal)
    {
        ["活动（项）"] = s => Say.Thousands(s.Rows.Count),
        ["场次"] = s => Say.Thousands(s.Rows.Sum(r => r.Whole("场次") ?? 1)),
        ["人"] = s => Heads(s, "人"),
        ["人次"] = s => Heads(s, "人次"),
    };

    public static string Heads(Scene s, string kind)
    {
        var sum = s.Rows.Where(r => r["人次或人数"] == kind).Sum(r => r.Whole("参与人数") ?? 0);
        return sum == 0 ? "—" : (s.Rows.Exists(r => r.Yes("约数")) ? "约" : "") + Say.Thousands(sum);
    }

    private static bool MonthRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Rows = Facts.Programme(s, s.P.Period.Title).FindAll(r => $"{r.Date("开始日期")!.Value.Month}月" == row[0]);
        return row[0].EndsWith('月');
    }

    private static readonly Dictionary<string, Func<Scene, string?>> MonthTotals = new(StringComparer.Ordinal)
    {
        ["累计"] = s => Say.Thousands(Facts.Held(s, Month(s))),
        ["序时计划"] = s => Say.Thousands(Say.Half(Facts.Planned(s) * Month(s) / 12m, 1)),
    };

    private static int Month(Scene s) =>
        int.Parse(s.Row[0].TrimEnd('月'), System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, Func<Scene, string?>> PartYears = new(StringComparer.Ordinal)
    {
        ["*"] = s =>
            Facts.Programme(s, s.Topic).FindAll(r => r["专项"].EndsWith("·" + s.Row[0], StringComparison.Ordinal))
                is { Count: > 0 } rows
                ? Say.Thousands(rows.Sum(r => r.Whole("场次") ?? 1))
                : "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Skills = new(StringComparer.Ordinal)
    {
        ["结对（对）"] = s => Say.Thousands(Facts.Pairs(s).Count(r => r["技能方向"] == s.Row[0])),
    };

    // Several pairs of a union may begin on one day.
    private static bool PairRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        s.Rows = Facts
            .Pairs(s)
            .FindAll(r =>
                r["技能方向"] == row[0]
                && s.P.Unit(r["组织"])!.Unit.Name == row[1]
                && $"{Say.Date(r.Date("开始日期"))}～{Say.Date(r.Date("结束日期"))}" == row[3]
            );
        return s.Rows.Count > 0;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Pairs = new(StringComparer.Ordinal)
    {
        ["单位"] = s => s.Said,
        ["起止"] = s => s.Said,
        ["师徒"] = s => s.Rows.Select(r => Facts.PairNames(s, r)).FirstOrDefault(n => n == s.Said),
    };

    private static bool ByPeriod(Scene s, IReadOnlyList<string> row, string last)
    {
        if (s.Office.Periods.FirstOrDefault(p => p.Period.Title == row[0]) is not { } period)
        {
            return false;
        }

        s.P = period;
        return true;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Pairings = new(StringComparer.Ordinal)
    {
        ["结对（对）"] = s => Say.Thousands(s.Office.Raw.Rows(s.P.Period, "结对").Count),
        ["到期（对）"] = s => $"{Facts.Due(s)}",
        ["完成÷到期"] = s => Share(s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成")), Facts.Due(s)),
        ["完成（对）"] = s => Say.Thousands(s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成"))),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Visits = new(StringComparer.Ordinal)
    {
        ["应访（人）"] = s => Sum(s, "应访人数"),
        ["实访（人）"] = s => Sum(s, "实访人数"),
        ["重点对象（人）"] = s => Sum(s, "重点对象数"),
        ["实访÷应访"] = s => Share(Whole(s, "实访人数"), Whole(s, "应访人数")),
        ["已解决÷反映"] = s => Share(Whole(s, "已解决数"), Whole(s, "反映问题数")),
        ["反映问题（个）"] = s => Sum(s, "反映问题数"),
        ["已解决（个）"] = s => Sum(s, "已解决数"),
    };

    public static int Whole(Scene s, string column) =>
        s.Office.Raw.Rows(s.P.Period, "家访汇总").Sum(r => r.Whole(column) ?? 0);

    public static string Sum(Scene s, string column) => Say.Thousands(Whole(s, column));

    /// <summary>A share in percent, one decimal, without an idle zero.</summary>
    public static string Share(decimal part, decimal whole) =>
        whole == 0 ? "—" : Say.Plain(Say.Half(100m * part / whole, 1)) + "%";

    private static readonly Dictionary<string, Func<Scene, string?>> Needs = new(StringComparer.Ordinal)
    {
        ["上报"] = s => Need(s, _ => true),
        ["答复"] = s => Need(s, r => r.Date("答复日期") is not null),
        ["答复率"] = s =>
            s.Row[1].Length > 0 && !char.IsDigit(s.Row[1][0])
                ? "—"
                : Say.One(
                    100m
                        * Facts.Needs(s).Count(r => r["类别"] == s.Code && r.Date("答复日期") is not null)
                        / Facts.Needs(s).Count(r => r["类别"] == s.Code)
                ) + "%",
    };

    // A small count of what is sensitive is marked; that the mark is right is the business of the attacker's tests.
    private static string Need(Scene s, Func<RawRow, bool> which)
    {
        var said = s.Row[s.Topic == "上报" ? 1 : 2];
        var count = Facts.Needs(s).Count(r => r["类别"] == s.Code && which(r));
        return said is "不公布" || (said.StartsWith('＜') && count < s.Office.Settings.SmallNumberThreshold)
            ? said
            : Say.Thousands(count);
    }

    private static bool RuleRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Indicator = s.P.Data.Catalogue.FirstOrDefault(i =>
            i.Code == s.Code && Levels(i) == row[0] && Classes(i) == row[1]
        );
        return s.Indicator is not null;
    }

    private static string Levels(Catalogue.Indicator i) =>
        string.Join('、', i.Levels.Select(l => new[] { "区", "镇街", "基层" }[(int)l]));

    private static string Classes(Catalogue.Indicator i) =>
        i.Categories.IsEmpty && i.Kinds.IsEmpty
            ? "全部"
            : string.Join(
                '、',
                i.Categories.Select(c => new[] { "机关", "事业", "企业", "社会组织", "其他" }[(int)c])
                    .Concat(
                        i.Kinds.Select(k =>
                            new[] { "总工会", "镇街总工会", "基层工会", "联合工会", "产业工会" }[(int)k]
                        )
                    )
            );

    private static string Rule(Catalogue.Indicator i) =>
        new[] { "达标比例", "计数", "分档", "扣分", "是否", "清单" }[(int)i.Rule.Kind];

    private static string Pooling(Catalogue.Indicator i) =>
        new[] { "合并比率", "求和", "达标单位占比", "最高级别", "不汇总" }[(int)i.Aggregation];

    private static readonly Dictionary<string, Func<Scene, string?>> Rules = new(StringComparer.Ordinal)
    {
        ["适用类别"] = s => Classes(s.Indicator!),
        ["怎样得分"] = s =>
            s.Indicator!.Rule.Kind switch
            {
                RuleKind.YesNo => "做到得100分，没有做到得0分",
                RuleKind.Checklist => "全部完成得100分，否则按完成的项数计",
                RuleKind.Deduction => $"从100分起，每{s.Indicator.Unit}扣{Say.Plain(s.Indicator.Rule.Target)}分",
                RuleKind.Tiers => string.Join(
                    '，',
                    s.Indicator.Rule.Tiers.Select(t =>
                        t.Word is { } word
                            ? $"{word}{Say.Plain(t.Points)}分"
                            : $"{Say.Plain(t.Threshold)}{s.Indicator.Unit}及以上{Say.Plain(t.Points)}分"
                    )
                ),
                RuleKind.TargetRatio => $"达到{Say.Plain(s.Indicator.Rule.Target)}%得100分，不到的按比例计",
                _ => $"满{Say.Plain(s.Indicator.Rule.Target)}{s.Indicator.Unit}得100分，不到的按比例计",
            },
        ["汇总方式"] = s => Pooling(s.Indicator!),
    };

    private static bool CodeRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Indicator = s.P.Data.Catalogue.FirstOrDefault(i =>
            i.Code == row[0] && Levels(i) == row[6] && Classes(i) == row[7]
        );
        return s.Indicator is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Catalogue = new(StringComparer.Ordinal)
    {
        ["指标"] = s =>
            s.Indicator!.Name + (s.Indicator.Mandatory ? "［必备］" : "") + (s.Indicator.Veto ? "［一票否决］" : ""),
        ["指数"] = s => Say.Indexes[(int)s.Indicator!.Index],
        ["规则"] = s => Rule(s.Indicator!),
        ["目标或参数"] = s => Parameter(s.Indicator!),
        ["分值"] = s => Say.Plain(s.Indicator!.Weight),
        ["适用层级"] = s => Levels(s.Indicator!),
        ["适用类别"] = s => Classes(s.Indicator!),
        ["汇总方式"] = s => Pooling(s.Indicator!),
        ["口径与来源"] = s =>
            (s.Indicator!.Definition.Length > 0 ? s.Indicator.Definition.TrimEnd('。') + "。" : "")
            + (s.Indicator.Source.Length > 0 ? $"来源：{s.Indicator.Source}。" : ""),
    };

    private static string Parameter(Catalogue.Indicator i) =>
        i.Rule.Kind switch
        {
            RuleKind.Tiers => string.Join(
                '；',
                i.Rule.Tiers.Select(t =>
                    t.Word is { } word
                        ? $"{word}{Say.Plain(t.Points)}分"
                        : $"{Say.Plain(t.Threshold)}{(i.Unit == "%" ? "%" : "")}及以上{Say.Plain(t.Points)}分"
                )
            ),
            RuleKind.Deduction => $"每{i.Unit}扣{Say.Plain(i.Rule.Target)}分",
            RuleKind.Checklist => $"最多{Say.Plain(i.Rule.Target)}项",
            RuleKind.YesNo => "/",
            RuleKind.TargetRatio => $"≥{Say.Plain(i.Rule.Target)}%",
            _ => Say.Plain(i.Rule.Target) + (i.Unit == "%" ? "" : i.Unit),
        };

    private static readonly Dictionary<string, Func<Scene, string?>> Targets = new(StringComparer.Ordinal)
    {
        ["指标"] = s =>
            s.P.Data.Catalogue.First(i => s.Row[1].StartsWith(i.Code, StringComparison.Ordinal)) is var i
                ? i.Code + i.Name
                : null,
        ["目标"] = s =>
            s.P.Data.Targets.Where(t =>
                    (s.Office.NameOf(t.Scope) == s.Code || t.Scope == s.Code)
                    && s.Row[1].StartsWith(t.Indicator, StringComparison.Ordinal)
                )
                .Select(t => Say.Plain(t.Value))
                .FirstOrDefault(),
        ["文号"] = s =>
            s.P.Data.Targets.Where(t =>
                    (s.Office.NameOf(t.Scope) == s.Code || t.Scope == s.Code)
                    && s.Row[1].StartsWith(t.Indicator, StringComparison.Ordinal)
                )
                .Select(t => t.Document)
                .FirstOrDefault(),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Weights = new(StringComparer.Ordinal)
    {
        ["权重"] = s => Say.Plain(s.Office.Settings.IndexWeights[IndexOf(s)]),
        ["占比"] = s =>
            Say.Two(100m * s.Office.Settings.IndexWeights[IndexOf(s)] / s.Office.Settings.IndexWeights.Sum()) + "%",
    };

    private static int IndexOf(Scene s) =>
        Array.IndexOf(Say.Indexes, s.Code!.Replace("指数", "", StringComparison.Ordinal));

    private static bool CorrectionRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s.Office.Corrections.Find(c =>
            Say.Date(c.Date("日期")) == row[0] && s.Office.NameOf(c["组织"]) == row[2]
        );
        s.Row = row;
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Corrections = new(StringComparer.Ordinal)
    {
        ["更正的期间"] = s => Period.Parse(s.Raw!["期间"]).Title,
        ["单位"] = s => s.Office.NameOf(s.Raw!["组织"]),
        ["指标"] = s => s.Raw!["指标"] + s.P.Data.Catalogue.First(i => i.Code == s.Raw["指标"]).Name,
        ["原值"] = s => s.Raw!["原值"],
        ["新值"] = s => s.Raw!["新值"],
        ["说明"] = s => s.Raw!["说明"].TrimEnd('。') + (s.Row[^1].EndsWith('。') ? "。" : ""),
    };

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

    private static bool KindRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = s.Office.Raw.Rows(s.P.Period, "活动").FindAll(r => r["类型"] == row[0]);
        return s.Rows.Count > 0;
    }

    private static bool PartRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Rows = s
            .Office.Raw.Rows(s.P.Period, "活动")
            .FindAll(r => r["专项"].EndsWith("·" + row[0], StringComparison.Ordinal));
        return s.Rows.Count > 0;
    }

    private static bool QuarterRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Row = row;
        return row[0].EndsWith("（场）", StringComparison.Ordinal) || row[0] == "走访职工（人）";
    }

    private static readonly Dictionary<string, Func<Scene, string?>> QuarterTotals = new(StringComparer.Ordinal)
    {
        ["一季度"] = s => OfQuarter(s, 1),
        ["二季度"] = s => OfQuarter(s, 2),
        ["三季度"] = s => OfQuarter(s, 3),
        ["四季度"] = s => OfQuarter(s, 4),
        ["全年"] = s => OfQuarter(s, 0),
    };

    // Sessions by the day they begin; visits of a quarter as the difference of its count since January.
    private static string OfQuarter(Scene s, int quarter)
    {
        if (s.Row[0] == "走访职工（人）")
        {
            int Until(int q) =>
                q == 0
                    ? 0
                    : s
                        .Office.Raw.Rows(Period.OfQuarter(s.P.Period.Year, q), "家访汇总")
                        .Sum(r => r.Whole("实访人数") ?? 0);
            return Say.Thousands(quarter == 0 ? Until(4) : Until(quarter) - Until(quarter - 1));
        }

        return Say.Thousands(
            Facts
                .Programme(s, s.P.Period.Title, s.Row[0].Replace("（场）", "", StringComparison.Ordinal))
                .Where(r => quarter == 0 || (r.Date("开始日期")!.Value.Month + 2) / 3 == quarter)
                .Sum(r => r.Whole("场次") ?? 1)
        );
    }

    private static readonly Dictionary<string, Func<Scene, string?>> MemberYears = new(StringComparer.Ordinal)
    {
        ["*"] = s =>
            s.Office.Periods.FirstOrDefault(p => p.Period.Title == s.Topic) is not { } year
                ? null
                : s.Row[0] switch
                {
                    "基层工会（家）" => Say.Thousands(
                        year.All.Count(u => u.Unit.Level == Model.Level.Grassroots && u.Stands)
                    ),
                    "职工（人）" => Say.Thousands(year.District.Unit.Workers!.Value),
                    "会员（人）" => Say.Thousands(year.District.Unit.Members!.Value),
                    "女会员（人）" => Say.Thousands(year.District.Unit.FemaleMembers!.Value),
                    _ => null,
                },
    };

    private static readonly Dictionary<string, Func<Scene, string?>> KindTotals = new(StringComparer.Ordinal)
    {
        ["活动（项）"] = s => $"{s.Rows.Count}",
        ["场次（场）"] = s => $"{s.Rows.Sum(r => r.Whole("场次") ?? 1)}",
        ["参与（人）"] = s => Heads(s, "人"),
        ["参与（人次）"] = s => Heads(s, "人次"),
    };

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

    private static bool EventRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s
            .Office.Raw.Rows(s.P.Period, "活动")
            .Find(a => a["活动名称"] == row[0] && Say.Date(a.Date("开始日期")) == row[1]);
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Events = new(StringComparer.Ordinal)
    {
        ["日期"] = s => Say.Date(s.Raw!.Date("开始日期")),
        ["主办"] = s => s.P.Unit(s.Raw!["主办组织"])!.Unit.Name,
        ["场次"] = s => Say.Thousands(s.Raw!.Whole("场次") ?? 1),
        ["参加"] = s => Activities["参与"](s),
    };

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

    private static readonly Dictionary<string, Func<Scene, string?>> Bands = new(StringComparer.Ordinal)
    {
        ["得分"] = s =>
        {
            var bands = s.Office.Settings.GradeBands;
            var at = Array.IndexOf(["优秀", "良好", "合格", "待提升"], s.Code);
            return at == 0 ? $"{Say.Plain(bands[0])}分及以上"
                : at == 3 ? $"不足{Say.Plain(bands[2])}分"
                : $"{Say.Plain(bands[at])}分及以上，不足{Say.Plain(bands[at - 1])}分";
        },
    };

    // How each rule scores is the method's own text; the second office scores by it.
    private static readonly Dictionary<string, Func<Scene, string?>> Algorithms = new(StringComparer.Ordinal)
    {
        ["算法"] = s =>
            s.Code switch
            {
                "达标比例" => "分子÷分母×100得百分比；百分比÷目标×100为得分，以100分为限",
                "计数" => "个数÷目标×100为得分，以100分为限",
                "分档" => "从最高档起，达到哪一档得哪一档的分；档次可以是数值，也可以是级别名称",
                "扣分" => "100减去每个（起）扣分×个数，扣到0为止",
                "是否" => "是得100分，否得0分",
                _ => "完成项÷适用项×100为得分；不适用的项不计入分母",
            },
    };
}
