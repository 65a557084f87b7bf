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
internal static partial class Cells
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

    private static bool Unit(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        return s.U is not null;
    }

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

    private static bool IndicatorRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0][..Math.Min(3, row[0].Length)];
        var name = s.P.Data.Catalogue.FirstOrDefault(i => i.Code == s.Code)?.Name;
        return name is not null && row[0].EndsWith(name, StringComparison.Ordinal);
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

    private static string One(decimal? value) => value is { } v ? Say.One(v) : "—";

    private static bool Always(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = row[0];
        s.Row = row;
        return true;
    }
}
