using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What letters and opinions must say, worked out from the raw tables.</summary>
internal static class Letters
{
    public static bool IsLetter(Scene s) => s.Place.Contains("/letters/", StringComparison.Ordinal);

    public static bool IsOpinion(Scene s) => s.Place.Contains("/opinions/", StringComparison.Ordinal);

    /// <summary>The row of the ladder that a letter is about, of the newest export that has it.</summary>
    public static RawRow Row(Scene s)
    {
        var parts = s.Place.Split('/');
        return Rows(s).Last(r => r["指导编码"] == parts[^1] && $"{r.Date("发出日期")!.Value.Year}" == parts[0]);
    }

    private static IEnumerable<RawRow> Rows(Scene s) =>
        s.Office.Raw.Periods.SelectMany(p => s.Office.Raw.Rows(p, "指导"));

    /// <summary>Every rung once, as the newest export has it.</summary>
    private static List<RawRow> Register(Scene s) =>
        [.. Rows(s).GroupBy(r => (r["指导编码"], r.Date("发出日期")!.Value.Year)).Select(g => g.Last())];

    public static DateOnly Day(Scene s) => Row(s).Date("发出日期")!.Value;

    public static DateOnly? Due(Scene s) => Row(s).Date("要求整改日期");

    /// <summary>8月23日, with its year where that is not the letter's.</summary>
    public static string? Short(Scene s, DateOnly? date) =>
        date is not { } d ? null
        : d.Year == Day(s).Year ? $"{d.Month}月{d.Day}日"
        : Say.LongDate(d);

    public static string Kind(Scene s) =>
        new[] { "提示函", "预警函", "督办函", "约谈通知" }[Array.IndexOf(Facts.Rungs, Row(s)["类型"])];

    /// <summary>The lower rungs of the same matter, by date.</summary>
    public static List<RawRow> Earlier(Scene s)
    {
        var own = Row(s);
        return
        [
            .. Register(s)
                .Where(r =>
                    r["对象组织"] == own["对象组织"]
                    && (own["关联任务"].Length > 0 ? r["关联任务"] == own["关联任务"] : r["事由"] == own["事由"])
                    && Array.IndexOf(Facts.Rungs, r["类型"]) < Array.IndexOf(Facts.Rungs, own["类型"])
                    && r.Date("发出日期") <= Day(s)
                    && r.Date("发出日期") >= Day(s).AddYears(-1)
                )
                .OrderBy(r => r.Date("发出日期")),
        ];
    }

    /// <summary>期限已过, 两次期限都已过, 期限已到.</summary>
    public static string Passed(Scene s)
    {
        var earlier = Earlier(s);
        return (
                earlier.Count switch
                {
                    1 => "期限",
                    2 => "两次期限都",
                    _ => "三次期限都",
                }
            ) + (earlier.Max(e => e.Date("要求整改日期")) < Day(s) ? "已过" : "已到");
    }

    /// <summary>
    /// Number: the letters of the rung in the year up to this one, those that come too early left out.
    /// </summary>
    public static string Number(Scene s)
    {
        var (own, year) = (Row(s), Day(s).Year);
        var mark = "提预督约"[Array.IndexOf(Facts.Rungs, own["类型"])];
        var number = Register(s)
            .Where(r => r["类型"] == own["类型"] && r.Date("发出日期")!.Value.Year == year)
            .Count(r => (r.Date("发出日期")!.Value, r["指导编码"]).CompareTo((Day(s), own["指导编码"])) <= 0);
        return $"示工{mark}〔{year}〕{number}号";
    }

    /// <summary>The task that it is about; null when it is about none.</summary>
    public static RawRow? Task(Scene s) =>
        s
            .Office.Raw.Periods.SelectMany(p => s.Office.Raw.Rows(p, "任务"))
            .LastOrDefault(t => t["任务编码"] == Row(s)["关联任务"] && Row(s)["关联任务"].Length > 0);

    /// <summary>The first report of the unit by the day of the letter.</summary>
    public static DateOnly? Reported(Scene s) =>
        s
            .Office.Raw.Periods.SelectMany(p => s.Office.Raw.Rows(p, "任务流转"))
            .Where(r =>
                r["任务编码"] == Row(s)["关联任务"]
                && r["步骤"] == "反馈"
                && r["办理单位"] == Row(s)["对象组织"]
                && r.Date("日期") <= Day(s)
            )
            .Min(r => r.Date("日期"));

    public static string Code(Scene s) =>
        Task(s) is { } task && task["指标编码"].Length > 0 ? task["指标编码"] : Row(s)["指标编码"];

    /// <summary>The newest figure that was over and reported by the day, where it falls short.</summary>
    public static ItemFacts? Known(Scene s)
    {
        var newest = s
            .Office.Periods.Where(p => p.Period.Year == Day(s).Year && p.Period.End <= Day(s))
            .OrderByDescending(p => p.Period.End)
            .ThenBy(p => p.Period.Kind)
            .Select(p => p.Unit(Row(s)["对象组织"])?.Item(Code(s)))
            .FirstOrDefault(i =>
                i is { State: "已报", IsWithheld: false, IsVeiled: false, IsScored: true } && ReportedOn(i) <= Day(s)
            );
        return newest is not null && Checklists.FallsShort(newest) ? newest : null;
    }

    // What is put together from below is known once the last of it is.
    private static DateOnly? ReportedOn(ItemFacts item)
    {
        var period = item.Unit.Period;
        return period.Report(item.Unit.Unit.Code, item.Code)?.ReportedOn
            ?? period
                .Reports(item.Code)
                .Where(o => period.Unit(o.Organisation)?.IsBelow(item.Unit) == true)
                .Max(o => o.ReportedOn);
    }

    /// <summary>2024年一季度末，集体合同三项有效签订率2/3，66.67%，差1项.</summary>
    public static string? Figure(Scene s)
    {
        if (Known(s) is not { } item)
        {
            return null;
        }

        var goal = item.Item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count
            ? $"，目标{Checklists.Goal(item)}"
            : "";
        var value =
            item.Value == "否" ? "报“否”"
            : item.Fraction.Length > 0 ? $"{item.Fraction}，{item.Value}"
            : item.Value;
        return $"{item.Unit.Period.Period.Title}末，{item.Name}{value}{goal}，"
            + (Lacking(item) is { } lacking ? $"差{lacking}" : Checklists.Gap(item));
    }

    /// <summary>What is missing as a count: 1项, 41, 3场, 10,710元.</summary>
    public static string? Lacking(ItemFacts item)
    {
        var (row, value) = (item.Item.Row, item.Item.Value!);
        var whole = value is { Numerator: { } n, Denominator: { } d } && n % 1 == 0 && d % 1 == 0;
        decimal? lacking = row.Rule.Kind switch
        {
            RuleKind.Checklist when item.IsRatio => value.Denominator - value.Numerator,
            RuleKind.TargetRatio when item.IsRatio => (item.Due * value.Denominator / 100m) - value.Numerator,
            RuleKind.Tiers when item.IsRatio && row.Rule.Tiers[0].Threshold is { } top => (
                top * value.Denominator / 100m
            ) - value.Numerator,
            RuleKind.Count when !item.IsRatio => item.Due - value.Value,
            _ => null,
        };
        lacking = whole && row.Rule.Kind is not RuleKind.Count ? Math.Ceiling(lacking ?? 0m) : lacking;
        return lacking is not > 0m
            ? null
            : Say.Thousands(lacking.Value)
                + (
                    row.Rule.Kind == RuleKind.Checklist ? "项"
                    : item.IsRatio ? item.PartUnit
                    : row.Unit
                );
    }

    /// <summary>What a page of the office says came after a rung, as far as its data go.</summary>
    public static string After(Scene s, RawRow row, DateOnly until)
    {
        var now = Register(s)
            .Find(r => r["指导编码"] == row["指导编码"] && r.Date("发出日期") == row.Date("发出日期"))!;
        if (now.Date("整改完成日期") is { } on && on <= until)
        {
            return $"{Say.LongDate(on)}整改完成";
        }

        var next = Register(s)
            .Where(r =>
                r["对象组织"] == row["对象组织"]
                && (row["关联任务"].Length > 0 ? r["关联任务"] == row["关联任务"] : r["事由"] == row["事由"])
                && Array.IndexOf(Facts.Rungs, r["类型"]) > Array.IndexOf(Facts.Rungs, row["类型"])
                && r.Date("发出日期") >= row.Date("发出日期")
                && r.Date("发出日期") <= until
                && r.Date("发出日期") <= row.Date("发出日期")!.Value.AddYears(1)
            )
            .MinBy(r => r.Date("发出日期"));
        var left = row.Date("要求整改日期")!.Value.DayNumber - until.DayNumber;
        return next is not null ? $"没有整改，{Say.LongDate(next.Date("发出日期")!.Value)}{next["类型"]}"
            : left < 0 ? $"没有整改，期限已过{-left}天"
            : left == 0 ? "今天到期"
            : $"还差{left}天到期";
    }

    // --- opinions

    /// <summary>What the screening says to the union itself.</summary>
    public static string Eligibility(Scene s)
    {
        var u = s.U!;
        var year = $"{s.P.Period.Title}度评先";
        var reasons = Screening.Reasons(u);
        return (reasons.Length > 0 ? reasons + "。" : "")
            + Screening.Verdict(u) switch
            {
                "通过" => $"{year}资格审查通过。",
                "不通过" => $"{year}不予推荐，整改后可参加下一年度。",
                "否决" => $"{year}不予推荐，下一年度起可参评。",
                "不参评" => $"{year}不参评。",
                _ => $"{year}待核，{Say.LongDate(s.P.Period.End.AddDays(15))}前补报后再定。",
            };
    }

    /// <summary>示工馈〔2024〕74号: unions by code, then towns.</summary>
    public static string OpinionNumber(Scene s)
    {
        var order = s
            .P.All.Where(u => u.Stands && u.Unit.Level != Level.District)
            .OrderByDescending(u => u.Unit.Level == Level.Grassroots)
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
            .ToList();
        return $"示工馈〔{Sentences.Printed(s).Year}〕{order.IndexOf(s.U!) + 1}号";
    }

    public static DateOnly ReplyBy(Scene s) => Sentences.Printed(s).AddDays(s.Office.Settings.Letters.ReplyDays);

    /// <summary>The index that makes half of the change or more.</summary>
    public static string? Source(Scene s)
    {
        var u = s.U!;
        var weights = s.Office.Settings.IndexWeights;
        if (u.Comparable is not { } change || Math.Abs(change) < 0.5m)
        {
            return null;
        }

        var told = Enumerable.Range(0, 5).Where(k => u.IndexChanges[k] is not null).ToList();
        var sum = told.Sum(k => weights[k]);
        var most = told.Where(k => Math.Sign(u.IndexChanges[k]!.Value) == Math.Sign(change))
            .OrderByDescending(k => Math.Abs(u.IndexChanges[k]!.Value * weights[k]))
            .First();
        var own = u.IndexChanges[most]!.Value;
        var share = own * weights[most] / sum / change;
        var (way, moved) = (change > 0 ? "升" : "降", $"{(own > 0 ? "升" : "降")}{Say.Two(Math.Abs(own))}分");
        var tenths = (int)Say.Half(share * 10m, 0);
        return share < 0.5m ? null
            : tenths < 10 ? $"{Say.Indexes[most]}指数{moved}，占{way}幅的{"零一二三四五六七八九"[tenths]}成"
            : $"{way}幅来自{Say.Indexes[most]}指数（{moved}）";
    }

    /// <summary>What reached its target and is a duty, of 和谐 or new; three at most.</summary>
    public static string Good(Scene s)
    {
        var u = s.U!;
        var before = s.P.Before?.Unit(u.Unit.Code);
        bool IsNew(ItemFacts i) => before?.Item(i.Code) is { IsScored: true, Score: < 100m };
        var full = u.Items.Where(i => i.IsScored && i.Score >= 100m && !i.IsVeiled).ToList();
        var good = full.Where(i =>
                i.Item.Row.Nature != IndicatorNature.Event && (i.Item.Row.Mandatory || i.Index == 4 || IsNew(i))
            )
            .OrderByDescending(i => i.Item.Row.Mandatory)
            .ThenByDescending(IsNew)
            .ThenByDescending(i => i.Weight)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .Select(i =>
                i.Name
                + (
                    i.Value == "是" ? "报“是”"
                    : i.Fraction.Length > 0 ? i.Fraction
                    : i.Value
                )
            )
            .Concat(full.Where(i => i.Item.Row.Nature == IndicatorNature.Event).Select(i => i.Name + i.Value));
        return string.Join('；', good.Take(3)) + "。";
    }

    /// <summary>A title by name, such as a studio: never advised first.</summary>
    private static bool IsTitle(ItemFacts item) => item.Item.Row.Rule.Tiers.Any(t => t.Word is not null);

    /// <summary>Whether a row of what is to be mended stands in its place.</summary>
    public static List<ItemFacts> ToMend(Scene s) =>
        [
            .. s.U!.Losses.Where(i =>
                    i.Gain > 0m && !(s.U.Unit.Level == Level.Grassroots && IsTitle(i) && (s.U.Unit.Workers ?? 0) < 100)
                )
                .Take(5),
        ];

    public static List<ItemFacts> First(Scene s) =>
        [
            .. s.U!.Items.Where(i =>
                    i.Item.Row.Nature != IndicatorNature.Event
                    && !IsTitle(i)
                    && (Bars(i) || (i.Gain > 0m && Checklists.FallsShort(i)))
                )
                .OrderByDescending(i => i.Item.Row.Mandatory)
                .ThenByDescending(Bars)
                .ThenByDescending(i => i.Item.Row.Rule.Kind == RuleKind.Deduction)
                .ThenByDescending(i => i.Gain)
                .ThenBy(i => i.Code, StringComparer.Ordinal)
                .Take(3),
        ];

    // What the screening found below the mark, of a union.
    private static bool Bars(ItemFacts item) =>
        item.Unit.Unit.Level == Level.Grassroots
        && Screening.Asked(item.Unit.Period).Exists(a => a.Row.Code == item.Code)
        && Screening.IsMet(item.Unit, item.Item.Row) == false;

    public static string Who(ItemFacts item) =>
        item.Item.Row.Owner.Length > 0 ? $"本会，{item.Item.Row.Owner}指导" : "本会";

    public static string Value(ItemFacts? item) =>
        item is null ? "—"
        : item.State != "已报" ? item.State
        : item.IsWithheld || item.IsVeiled ? "按所报"
        : item.Value;

    public static string Gap(ItemFacts item) =>
        item.IsWithheld || item.IsVeiled ? "没有达到目标"
        : Checklists.Next(item) is { } next ? $"先到{Checklists.TierWord(item.Item.Row, next)}"
        : Checklists.Gap(item);
}

/// <summary>Tables of the office's pages of guidance and of shortfalls.</summary>
internal static class LetterCells
{
    /// <summary>Matters of a period, each with its rungs by date.</summary>
    public static IEnumerable<List<RawRow>> Matters(Scene s) =>
        Facts
            .Guidance(s.P)
            .GroupBy(g => (g["对象组织"], g["关联任务"].Length > 0 ? g["关联任务"] : g["事由"]))
            .Select(g =>
                g.OrderBy(r => r.Date("发出日期")).ThenBy(r => Array.IndexOf(Facts.Rungs, r["类型"])).ToList()
            );

    /// <summary>The highest rung of each matter that is not mended.</summary>
    public static List<int> OpenMatters(Scene s) =>
        [
            .. Matters(s)
                .Where(m => m[^1].Date("整改完成日期") is null)
                .Select(m => Array.IndexOf(Facts.Rungs, m[^1]["类型"])),
        ];

    public static bool LadderRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        s.Row = row;
        s.Rows = Matters(s).FirstOrDefault(m => m[0]["对象组织"] == s.U?.Unit.Code && m[0]["事由"] == row[1]) ?? [];
        return s.Rows.Count > 0;
    }

    public static readonly Dictionary<string, Func<Scene, string?>> Ladder = new(StringComparer.Ordinal)
    {
        ["事由"] = s => s.Rows[0]["事由"],
        ["提醒"] = s => Rung(s, "提醒", "提示函"),
        ["预警"] = s => Rung(s, "预警", "预警函"),
        ["督办"] = s => Rung(s, "督办", "督办函"),
        ["约谈"] = s => Rung(s, "约谈", "约谈通知"),
        ["现状"] = s =>
            s.Rows[^1].Date("整改完成日期") is not null ? "台账记整改完成" : $"{s.Rows[^1]["类型"]}后没有整改",
        ["期末数"] = s => AtEnd(s) is { } item ? $"{item.Name}{item.Value}，目标{Checklists.Goal(item)}" : "",
        ["镇街"] = Town,
    };

    private static string Rung(Scene s, string rung, string letter) =>
        string.Concat(
            s.Rows.Where(r => r["类型"] == rung)
                .Select(r => $"{Say.Date(r.Date("发出日期"))}{Letters.After(s, r, Facts.DataDate(s.P))}{letter}OFDWord")
        );

    private static ItemFacts? AtEnd(Scene s)
    {
        var task = s.P.Tasks.Find(t => t.Code == s.Rows[0]["关联任务"]);
        var code = task?.Row["指标编码"] is { Length: > 0 } of ? of : s.Rows[0]["指标编码"];
        return s.U!.Item(code) is { } item && Checklists.FallsShort(item) ? item : null;
    }

    private static string Town(Scene s) =>
        s.U!.Unit.Level == Level.Town ? s.U.Unit.ShortName : s.P.Unit(s.U.Unit.Parent!)!.Unit.ShortName;

    /// <summary>Unions that stand and fall short, by indicator, the most first.</summary>
    public static IEnumerable<IGrouping<string, ItemFacts>> ShortLists(Scene s) =>
        s
            .P.All.Where(u => u.Unit is { Level: Level.Grassroots, IsPublic: true } && u.Stands)
            .SelectMany(u => u.Items.Where(i => i.Score < 100m && Checklists.FallsShort(i)))
            .GroupBy(i => i.Code, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal);

    public static string Reported(Scene s) =>
        $"{s.P.Standing(Level.Grassroots).Count(u => u.Item(s.Code!)?.Score is not null)}";

    /// <summary>A row of how many fall short of an indicator.</summary>
    public static bool ShortListRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null;
    }

    public static readonly Dictionary<string, Func<Scene, string?>> ShortCounts = new(StringComparer.Ordinal)
    {
        ["没有达到"] = s => $"{ShortLists(s).First(l => l.Key == s.Code).Count()}",
        ["已报"] = Reported,
    };

    public static bool ShortRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.U = s.P.Named(row[0]);
        return s.U?.Item(s.Code!) is { } item && Checklists.FallsShort(item);
    }

    public static readonly Dictionary<string, Func<Scene, string?>> Short = new(StringComparer.Ordinal)
    {
        ["现值"] = s => s.Item!.Fraction.Length > 0 ? $"{s.Item.Fraction}（{s.Item.Value}）" : s.Item.Value,
        ["做到"] = s => Checklists.Goal(s.Item!),
        ["还差"] = s => Checklists.Gap(s.Item!),
        ["镇街"] = Town,
    };
}

/// <summary>Shapes of letters and opinions.</summary>
internal static partial class Sentences
{
    private static IEnumerable<Shape> LettersAndOpinions() =>
        [
            .. OfLetters(),
            .. OfOpinions(),
            new(
                IsLadder,
                "{n}个事项没有整改，{n}个已到{=提醒|预警|督办|约谈}",
                s => $"{LetterCells.OpenMatters(s).Count}",
                s => $"{LetterCells.OpenMatters(s).Count(m => m == LetterCells.OpenMatters(s).Max())}",
                s => Facts.Rungs[LetterCells.OpenMatters(s).Max()]
            ),
            new(
                IsLadder,
                "{=台账记全部整改完成}",
                s => LetterCells.OpenMatters(s).Count == 0 ? s.Said : "还有没整改的"
            ),
            new(s => IsLadder(s) || IsShortfalls(s), "{p}(?:指导|(?:{i})?差距)", []),
            new(IsLadder, "逐个事项，{n}个", s => $"{LetterCells.Matters(s).Count()}"),
            new(
                IsShortfalls,
                "{n}项指标有工会没有达到目标，最多的是“{i}”，{n}家",
                s => $"{LetterCells.ShortLists(s).Count()}",
                s =>
                    s.Code == LetterCells.ShortLists(s).First().Key
                        ? $"{LetterCells.ShortLists(s).First().Count()}"
                        : null
            ),
            new(
                IsShortfalls,
                "{i}”{n}家没有达到目标",
                s => $"{LetterCells.ShortLists(s).First(l => l.Key == s.Code).Count()}"
            ),
            new(
                IsShortfalls,
                "已报的{n}家公开的工会里{n}家没有达到目标，占{n}%",
                s => LetterCells.Reported(s),
                s => $"{LetterCells.ShortLists(s).First(l => l.Key == s.Code).Count()}",
                s =>
                    Say.Plain(
                        Say.Half(
                            100m
                                * LetterCells.ShortLists(s).First(l => l.Key == s.Code).Count()
                                / int.Parse(LetterCells.Reported(s), CultureInfo.InvariantCulture),
                            1
                        )
                    )
            ),
        ];

    private static bool IsLadder(Scene s) => s.Place.EndsWith("/guidance.html", StringComparison.Ordinal);

    private static bool IsShortfalls(Scene s) => s.Place.Contains("/shortfalls", StringComparison.Ordinal);

    private static Shape Letter(string pattern, params Func<Scene, string?>[] facts) =>
        new(Letters.IsLetter, pattern, facts);

    private static Shape Opinion(string pattern, params Func<Scene, string?>[] facts) =>
        new(Letters.IsOpinion, pattern, facts);

    private const string OnDay = "{=(?:\\d+年)?\\d+月\\d+日}";
    private const string OnDate = "{=\\d+年\\d+月\\d+日}";

    private static IEnumerable<Shape> OfLetters() =>
        [
            Letter("{=示工[提预督约]〔\\d+〕\\d+号}", Letters.Number),
            Letter("关于{x}的{=提示函|预警函|督办函|约谈通知}", s => Letters.Row(s)["事由"], Letters.Kind),
            Letter(
                OnDay + "{=提醒|预警|督办}",
                s =>
                {
                    s.Raw = Letters.Earlier(s).Find(e => Letters.Short(s, e.Date("发出日期")) == s.Said);
                    return Letters.Short(s, s.Raw?.Date("发出日期"));
                },
                s => s.Raw!["类型"]
            ),
            Letter("要求" + OnDay + "前整改", s => Letters.Short(s, s.Raw!.Date("要求整改日期"))),
            Letter(OnDay + "报整改完成", s => Letters.Short(s, s.Raw!.Date("整改完成日期"))),
            Letter("{=(?:[两三]次)?期限都?已[过到]}", Letters.Passed),
            Letter(
                "任务“{x}”（{=RW[\\d-]+}）由我会" + OnDay + "下达",
                s => Letters.Task(s)!["任务名称"],
                s => Letters.Task(s)!["任务编码"],
                s => Letters.Task(s)!["下达单位"] == "SL00" ? Letters.Short(s, Letters.Task(s)!.Date("下达日期")) : null
            ),
            Letter("要求" + OnDay + "前反馈", s => Letters.Short(s, Letters.Task(s)!.Date("要求完成日期"))),
            Letter(
                "到" + OnDay + "没有反馈",
                s => Letters.Reported(s) is null ? Letters.Short(s, Letters.Day(s)) : "已经反馈"
            ),
            Letter(
                "逾期{n}天",
                s => $"{Letters.Day(s).DayNumber - Letters.Task(s)!.Date("要求完成日期")!.Value.DayNumber}"
            ),
            Letter("你会" + OnDay + "反馈", s => Letters.Short(s, Letters.Reported(s))),
            Letter("你会{=(?!主席)[^，。；：]+?}(?=[，。])", s => Letters.Row(s)["事由"]),
            Letter(
                "迟{n}天",
                s => $"{Letters.Reported(s)!.Value.DayNumber - Letters.Task(s)!.Date("要求完成日期")!.Value.DayNumber}"
            ),
            Letter("到{=20\\d\\d年[^。]+}(?=。)", Letters.Figure),
            Letter(
                "本年度指标目录“{i}”（{x}）：{z}(?=。)",
                s => s.U!.Item(Letters.Code(s))!.Item.Row.Version,
                s =>
                    s.Code == Letters.Code(s)
                        ? s.U!.Item(Letters.Code(s))!.Item.Row.Definition.TrimEnd('。')
                        : "别的指标"
            ),
            Letter("反馈“{x}”的办理情况", s => Letters.Reported(s) is null ? Letters.Task(s)!["任务名称"] : "已经反馈"),
            Letter(
                OnDay + "前补足所差{x}(?=，或)",
                s => Letters.Short(s, Letters.Due(s)),
                s => Letters.Lacking(Letters.Known(s)!)
            ),
            Letter(
                OnDay + "前办到",
                s => Letters.Lacking(Letters.Known(s)!) is null ? Letters.Short(s, Letters.Due(s)) : "差几个"
            ),
            Letter(OnDate + "前书面回复", s => Say.LongDate(Letters.Due(s)!.Value)),
            Letter(OnDate + "$", s => Say.LongDate(Letters.Day(s))),
            Letter("{=SL[\\d-]+}", s => Letters.Row(s)["对象组织"]),
            Letter(
                OnDate + "前报{w}",
                s => Say.LongDate(Letters.Due(s)!.Value),
                s => Upper(s) ?? s.Office.Settings.Editor
            ),
            Letter("同时报{w}", s => Upper(s) is null ? "没有上级" : s.Office.Settings.Editor),
            Letter("{=[\\d]+-[\\d]+}", s => s.Office.Settings.OfficePhone),
        ];

    private static string? Upper(Scene s) =>
        s.U!.Unit is { Level: Level.Grassroots, Parent: { } parent }
        && s.P.Unit(parent) is { Unit: { Level: Level.Town } town }
            ? town.Name
            : null;

    private static IEnumerable<Shape> OfOpinions() =>
        [
            Opinion("{=示工馈〔\\d+〕\\d+号}", Letters.OpinionNumber),
            Opinion("现将你会{p}五大指数结果和意见反馈如下"),
            Opinion("{p}度(?:工会工作)?反馈意见书(?:回执)?"),
            Opinion("{p}没有可计分的指标"),
            Opinion(
                "同口径比上年{=[升降]}{n}分",
                s => s.U!.Comparable > 0 ? "升" : "降",
                s => Math.Abs(s.U!.Comparable ?? 0m) >= 0.5m ? Say.Two(Math.Abs(s.U.Comparable!.Value)) : "与上年相当"
            ),
            Opinion("{=与上年相当}", s => s.U!.Comparable is { } change && Math.Abs(change) < 0.5m ? s.Said : "变化大"),
            Opinion("同类工会（{x}）{n}家参加排名", s => s.U!.Group, s => $"{s.U!.Ranked}"),
            Opinion("{n}个镇街参加排名", s => $"{s.U!.Ranked}"),
            Opinion("{=列|并列}第{n}名", s => s.U!.Tied ? "并列" : "列", s => $"{s.U!.Place}"),
            Opinion("{=[^。；]+}，不参加排名", s => s.U!.IsRanked ? "参加排名" : Facts.WhyUnranked(s.U!)),
            Opinion("{=[红规活温和][^。]+[升降][^。]+占[升降]幅的.成}", Letters.Source),
            Opinion("{=[升降]幅来自[^。]+}(?=。)", Letters.Source),
            Opinion("做得好的。{z}$", Letters.Good),
            Opinion("资格。{z}$", Letters.Eligibility),
            Opinion("缺报或存疑{n}项", s => $"{s.U!.Items.Count(i => i.State is "缺报" or "存疑")}"),
            Opinion(
                OnDate + "前将回执报{w}",
                s => Say.LongDate(Letters.ReplyBy(s)),
                s => Upper(s) ?? s.Office.Settings.Editor
            ),
            Opinion("{n}日内复核并书面答复", s => $"{s.Office.Settings.Letters.ReviewDays}"),
            Opinion(
                OnDate + "前报{w}",
                s => Say.LongDate(Letters.ReplyBy(s)),
                s => Upper(s) ?? s.Office.Settings.Editor
            ),
            Opinion("同时报{w}", s => Upper(s) is null ? "没有上级" : s.Office.Settings.Editor),
            Opinion(OnDate + "$", s => Say.LongDate(Printed(s))),
            Opinion("{=SL[\\d-]+}", s => s.U!.Unit.Code),
            Opinion("{=[\\d]+-[\\d]+}", s => s.Office.Settings.OfficePhone),
        ];
}
