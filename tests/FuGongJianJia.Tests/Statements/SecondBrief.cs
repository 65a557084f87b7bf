using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// What another office would write in a brief of the same tables: every sentence that the rules allow of the district
/// or a town in a period, worked out from raw rows and naive scores. A brief may leave sentences out; it may say no
/// other.
/// </summary>
internal sealed class SecondBrief
{
    private const decimal Told = 0.5m;

    private readonly PeriodFacts _p;
    private readonly UnitFacts _self;
    private readonly bool _district;
    private readonly bool _progress;
    private readonly HashSet<string> _sentences = new(StringComparer.Ordinal) { "进展", "问题", "责任", "建议" };

    private SecondBrief(PeriodFacts p, UnitFacts self)
    {
        (_p, _self) = (p, self);
        _district = self.Unit.Level == Level.District;
        _progress = !p.IsGraded && p.Office.Settings.ProRata && Measures(self).Any();
        if (_progress)
        {
            Quarter();
        }
        else
        {
            Year();
        }

        Furniture();
        RedLines();
        Decision();
        Work();
        Problems();
        Holders();
        Advice();
    }

    /// <summary>True when a brief may say it: a whole sentence, or clauses that are joined.</summary>
    public static string? Check(Scene s)
    {
        var brief = Of(
            s.P,
            s.U is { } u && s.Place.EndsWith('/' + u.Unit.Code) ? u : s.P.Unit(s.Place.Split('/')[^1])!
        );
        // What people wrote need only stand there.
        return brief.Allows(s.Said) || Desk.Written.Contains(s.Said, StringComparison.Ordinal)
            ? s.Said
            : brief.Nearest(s.Said);
    }

    /// <summary>The findings that a title may name.</summary>
    public static string? Title(Scene s)
    {
        var brief = Of(s.P, s.P.Unit(s.Place.Split('/')[^1])!);
        return brief.Titles().Contains(s.Said, StringComparer.Ordinal) ? s.Said : string.Join('／', brief.Titles());
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Period, string), SecondBrief> Known =
        new();

    private static SecondBrief Of(PeriodFacts p, UnitFacts self) =>
        Known.GetOrAdd((p.Period, self.Unit.Code), _ => new(p, self));

    private bool Allows(string said) => _sentences.Contains(said) || said.Split('；').All(_sentences.Contains);

    // Of what is meant the sentence that begins most like it.
    private string Nearest(string said) =>
        _sentences.MaxBy(w => w.Zip(said).TakeWhile(c => c.First == c.Second).Count()) ?? "（没有这一事实）";

    private void Add(string? sentence)
    {
        if (!string.IsNullOrEmpty(sentence))
        {
            _sentences.Add(sentence);
        }
    }

    // What stands around it: the note below the table, and to whom it goes.
    private void Furniture()
    {
        if (_p.Period.Kind != PeriodKind.Year)
        {
            Add(_p.Before is null ? "上年没有同期数据，不作同比" : "");
            Add(_progress ? $"序时总指数{Say.Two(_self.Figures.Total)}分，供内部掌握，不评等次、不排名次" : "");
            Add(_p.Period.EndsEarly ? "" : $"{_p.Period.Title[5..]}与全年分两次采集，数字略有出入，以全年为准");
        }

        var to = _p.Office.Settings.Brief;
        foreach (
            var list in _district
                ? new[] { to.ReportTo, to.SendTo, to.DistributeTo }
                : [to.TownReportTo, to.TownSendTo, to.TownDistributeTo]
        )
        {
            Add(string.Join('，', list));
        }
    }

    /// <summary>The row of the table that a matter names.</summary>
    public static bool IsMatter(string name, string said) => Matter(name) == said;

    /// <summary>可提高最多的五项: as many as there are.</summary>
    public static string LossCaption(Scene s) => $"可提高最多的{"零一二三四五"[Losses(s.U!, 5).Count]}项";

    /// <summary>The figure of an item, percent of a share.</summary>
    public static decimal? FigureOf(ItemFacts item) => Figure(item);

    // --- names and figures

    private static IEnumerable<ItemFacts> Measures(UnitFacts u) =>
        u.Items.Where(i =>
            i is { IsScored: true, IsVeiled: false, Score: not null }
            && i.Item.Row.Nature == IndicatorNature.Work
            && i.Item.Row.Timing is Timing.Cumulative or Timing.WithinPeriod
            && i.Item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count
        );

    private List<ItemFacts> Measures(Timing timing) =>
        [
            .. Measures(_self)
                .Where(i => i.Item.Row.Timing == timing)
                .OrderBy(i => i.Score)
                .ThenBy(i => i.Code, StringComparer.Ordinal),
        ];

    private List<UnitFacts> Towns => [.. _p.Standing(Level.Town)];

    private string Whole => _district ? "全区" : _self.Unit.ShortName;

    private static string Matter(string name)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(name, "（[^）]*）", "");
        return System.Text.RegularExpressions.Regex.Replace(text, "(?<=.)(?:覆盖|完成|到位|参与|参加)率$", "");
    }

    public static string Matter(ItemFacts i) => Matter(i.Name);

    private static string Deed(string name) => System.Text.RegularExpressions.Regex.Replace(Matter(name), "率$", "");

    private static string Goal(ItemFacts i) => i.Target.TrimStart('≥');

    private string Called(string code) =>
        code == _self.Unit.Code ? "我会"
        : _p.Unit(code) is not { } unit ? code
        : unit.Unit.IsPublic || unit.Unit.Level != Level.Grassroots ? unit.Unit.ShortName
        : unit.Unit.Name;

    private string TownOf(string code)
    {
        var unit = _p.Unit(code);
        while (unit is { Unit: { Level: Level.Grassroots, Parent: { } parent } })
        {
            unit = _p.Unit(parent);
        }

        return unit?.Unit.Code ?? "";
    }

    private bool Covers(string town) => _district || town == _self.Unit.Code;

    private bool IsMine(UnitFacts u) => _district || TownOf(u.Unit.Code) == _self.Unit.Code;

    private static string Moved(decimal change) => $"{(change > 0 ? "升" : "降")}{Say.Two(Math.Abs(change))}分";

    private static string Years(int years) => years == 2 ? "两年" : $"{"零一二三四五六七八九"[years]}年";

    // 区总工会财务部 is 财务部 to the district itself.
    private string Owner(Indicator row)
    {
        var own = _p.District.Unit.Name;
        for (var n = 0; _district && n < own.Length - 2; n++)
        {
            if (row.Owner.StartsWith(own[n..], StringComparison.Ordinal) && row.Owner.Length > own.Length - n)
            {
                return row.Owner[(own.Length - n)..];
            }
        }

        return row.Owner;
    }

    private string Owned(params IEnumerable<ItemFacts> items)
    {
        var owners = items.Select(i => Owner(i.Item.Row)).Where(o => o.Length > 0).Distinct().ToList();
        return owners.Count == 0 ? "" : $"，由{string.Join('、', owners)}负责";
    }

    private UnitFacts? LastTown()
    {
        var ranked = Towns.Where(t => t.Place is not null).OrderBy(t => t.Place).ToList();
        return
            ranked.Count >= 5
            && ranked.Count(t => t.Place == ranked[^1].Place) == 1
            && ranked[^1].Grade(ranked[^1].Figures.Total) is "合格" or "待提升"
            ? ranked[^1]
            : null;
    }

    private int YearsLast(UnitFacts town)
    {
        var years = 1;
        for (
            var at = _p.Before;
            _p.Period.Kind == PeriodKind.Year
                && at?.Unit(town.Unit.Code) is { Tied: false, Place: { } place } then
                && place == then.Ranked;
            at = at.Before
        )
        {
            years++;
        }

        return years;
    }

    private static List<ItemFacts> Losses(UnitFacts u, int most) =>
        [
            .. u
                .Losses.Where(i =>
                    i.Gain > 0m && !i.IsVeiled && !i.IsWithheld && i.Item.Row.Nature == IndicatorNature.Work
                )
                .Take(most),
        ];

    private static decimal Left(ItemFacts i) => i.Item.Value!.Denominator!.Value - i.Item.Value.Numerator!.Value;

    private static bool IsByUnit(ItemFacts i) =>
        i.Item.Row.Aggregation == Aggregation.ShareOfUnitsAtTarget && i.IsRatio;

    private static string Short(ItemFacts i) =>
        IsByUnit(i)
            ? $"{Matter(i)}{Say.Thousands(i.Item.Value!.Denominator!.Value)}家中{Say.Thousands(Left(i))}家没有做到"
        : i.Item.Row.Rule.Kind == RuleKind.Tiers && i is { IsRatio: true, PartUnit: "元" } && Left(i) > 0m
            ? $"{Matter(i)}{i.Value}，欠{Money(Left(i))}"
        : i.Item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count ? $"{Matter(i)}{i.Value}，目标{Goal(i)}"
        : $"{Matter(i)}{i.Value}";

    private static string Money(decimal yuan) =>
        yuan < 10_000m ? Say.Thousands(yuan) + "元" : Say.Two(Say.Half(yuan / 10_000m, 2)) + "万元";

    private static decimal? Figure(ItemFacts i) =>
        i.IsRatio ? i.Item.Value!.Numerator!.Value * 100m / i.Item.Value.Denominator!.Value : i.Item.Value?.Value;

    private ItemFacts? ByNone() =>
        _self
            .Items.Where(i => i is { IsScored: true, IsRatio: true, Score: < 100m })
            .Where(i => i.Item.Row is { Nature: IndicatorNature.Work, Rule.Kind: RuleKind.TargetRatio })
            .Where(i =>
                Towns.Select(t => t.Item(i.Code)?.Score).OfType<decimal>().ToList() is { Count: >= 5 } scores
                && scores.TrueForAll(v => v < 100m)
            )
            .OrderBy(i => i.Score)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .FirstOrDefault();

    private ItemFacts? WorstShare() =>
        Measures(Timing.WithinPeriod)
            .Concat(Measures(Timing.Cumulative))
            .FirstOrDefault(i => i is { Score: < 100m, IsRatio: true });

    // --- dates

    private DateOnly On =>
        _p.Period.End == _p.Office.Periods.Max(p => p.Period.End) ? Desk.Edition.Date : Facts.DataDate(_p);

    private static string Day(DateOnly on) => $"{on.Month}月{on.Day}日";

    private string In10 => Day(On.AddDays(10));

    private string In15 => Day(On.AddDays(15));

    private string MonthEnd => Day(new DateOnly(On.Year, On.Month, 1).AddMonths(2).AddDays(-1));

    private string QuarterEnd => Day(new DateOnly(On.Year, (((On.Month - 1) / 3) * 3) + 1, 1).AddMonths(6).AddDays(-1));

    // --- opening

    private void Year()
    {
        var title = _p.Period.Title;
        if (_self.Figures.Total is not { } total)
        {
            Add($"{title}{Whole}没有可计分的指标，未形成总指数");
            return;
        }

        var level =
            $"{title}{Whole}总指数{Say.Two(total)}分"
            + (_self.Grade(total) is { } grade ? $"，等次{grade}" : "")
            + (
                _self.Comparable is not { } change || _self.IndexChanges.Count(c => c is not null) < 2 ? ""
                : Math.Abs(change) < Told ? "，与上年相当"
                : "，同口径" + Moved(change)
            );
        if (!_district && _self is { IsRanked: true, Ranked: >= 5 })
        {
            var then = _p.Before?.Unit(_self.Unit.Code)?.Place;
            level +=
                $"，{_self.Ranked}个镇街中{(_self.Tied ? "并列" : "列")}第{_self.Place}名"
                + (
                    then is null ? ""
                    : then == _self.Place ? $"，上年也是第{then}名"
                    : $"，上年第{then}名"
                );
            Add(IndexesAt("居首", 1));
            Add(IndexesAt("居末", _self.Ranked));
            var places = Enumerable.Range(0, 5).Where(k => _self.IndexPlaces[k] is not null).ToList();
            if (
                places.Count > 1
                && places.TrueForAll(k => _self.IndexPlaces[k] > 1 && _self.IndexPlaces[k] < _self.Ranked)
            )
            {
                var low = places.MaxBy(k => _self.IndexPlaces[k]);
                Add($"名次最低的是{Say.Indexes[low]}指数，列第{_self.IndexPlaces[low]}名");
            }
        }

        Add(level);
        if (!_district)
        {
            return;
        }

        var moved = Towns.Select(t => t.Comparable).OfType<decimal>().ToList();
        if (moved.Count >= 10)
        {
            var (up, down, still) = (moved.Count(c => c > 0), moved.Count(c => c < 0), moved.Count(c => c == 0));
            Add($"{level}，{moved.Count}个镇街{up}升{down}降{(still > 0 ? $"{still}持平" : "")}");
        }

        var ranked = Towns.Where(t => t.Place is not null).ToList();
        var first = ranked
            .Where(t => t.Place <= 2)
            .OrderBy(t => t.Place)
            .ThenBy(t => t.Unit.Code, StringComparer.Ordinal);
        if (ranked.Count >= 5)
        {
            Add(
                string.Join('、', first.Select(t => $"{t.Unit.ShortName}{Say.Two(t.Figures.Total)}分"))
                    + "居前"
                    + (first.Any(t => t.Tied) ? "，有并列" : "")
            );
        }

        var last = LastTown();
        if (last is not null)
        {
            var years = YearsLast(last);
            var then = _p.Before?.Unit(last.Unit.Code)?.Place;
            Add(
                $"{last.Unit.ShortName}{Say.Two(last.Figures.Total)}分，"
                    + (
                        years > 1 ? $"连续{Years(years)}居末"
                        : then is not null ? $"由第{then}名到末位"
                        : "居末"
                    )
                    + (last.Comparable <= -Told ? $"，{(years > 1 ? "又" : "")}{Moved(last.Comparable!.Value)}" : "")
                    + (
                        last.Grade(last.Figures.Total) == "待提升"
                        && Towns.Count(t => t.Grade(t.Figures.Total) == "待提升") == 1
                            ? "，唯一待提升"
                            : ""
                    )
            );
        }

        var compared = Towns.Where(t => t.Comparable is not null and not 0m).ToList();
        foreach (var up in new[] { true, false })
        {
            var most = compared
                .Where(t => t.Comparable > 0 == up)
                .OrderByDescending(t => Math.Abs(t.Comparable!.Value))
                .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                .FirstOrDefault();
            if (most is not null && most != last && Math.Abs(most.Comparable!.Value) >= 3m)
            {
                var then = _p.Before?.Unit(most.Unit.Code)?.Place;
                Add(
                    $"{most.Unit.ShortName}{Moved(most.Comparable.Value)}，"
                        + (
                            then is not null && most.Place is not null && then != most.Place
                                ? $"由第{then}名到第{most.Place}名"
                                : $"{(up ? "升" : "降")}幅最大"
                        )
                );
            }
        }
    }

    private string IndexesAt(string word, int place)
    {
        var names = Enumerable
            .Range(0, 5)
            .Where(k => _self.IndexPlaces[k] == place)
            .Select(k => Say.Indexes[k])
            .ToList();
        return names.Count == 0 ? "" : $"{string.Join('、', names)}指数{word}";
    }

    private void Quarter()
    {
        var (year, plan) = (Measures(Timing.Cumulative), Measures(Timing.WithinPeriod));
        if (year.Count > 0)
        {
            var ahead = year.Count(i => i.Score >= 100m);
            var worst = year.Find(i => i.Score < 100m);
            Add(
                $"{_p.Period.Title}{Whole}全年计量的{year.Count}项指标"
                    + (
                        ahead == year.Count ? "都快于序时"
                        : ahead == 0 ? "没有一项快于序时"
                        : $"{ahead}项快于序时"
                    )
                    + (
                        worst is null ? ""
                        : worst.IsRatio ? $"，{Matter(worst)}{worst.Value}，序时{Goal(worst)}"
                        : $"，{Matter(worst)}{worst.Value}，比序时少"
                            + Say.Thousands(Math.Ceiling(worst.Due - worst.Item.Value!.Value!.Value))
                            + worst.Item.Row.Unit
                    )
            );
            var fast = year.FindAll(i => i.Score >= 100m);
            Add(string.Join('，', fast.Select(i => $"{Matter(i)}{i.Value}（序时{Goal(i)}）")));
        }

        if (plan.Count > 0)
        {
            var late = plan.FindAll(i => i.Score < 100m);
            var step = _p.Period.Kind switch
            {
                PeriodKind.Quarter => "按季",
                PeriodKind.Month => "按月",
                _ => "按期",
            };
            Add(
                $"{step}安排计划的{plan.Count}项"
                    + (
                        late.Count == 0
                            ? "都已完成"
                            : (late.Count == plan.Count ? "都" : $"{late.Count}项")
                                + "没有完成："
                                + string.Join(
                                    '，',
                                    late.Select(i =>
                                        Matter(i) + i.Value + (i.IsRatio && i.Due == 100m ? "" : $"（目标{Goal(i)}）")
                                    )
                                )
                    )
            );
        }

        if (_district && WorstShare() is { } share)
        {
            var towns = Towns
                .Select(t => (Town: t, Item: t.Item(share.Code)))
                .Where(t => t.Item is { IsScored: true, IsRatio: true })
                .OrderByDescending(t => Figure(t.Item!))
                .ThenBy(t => t.Town.Unit.Code, StringComparer.Ordinal)
                .ToList();
            var reached = towns.Count(t => t.Item!.Score >= 100m);
            Add(
                $"{Matter(share)}{towns.Count}个镇街{(reached == 0 ? "无一" : $"{reached}个")}达到目标，"
                    + $"最高{towns[0].Town.Unit.ShortName}{towns[0].Item!.Value}，"
                    + $"最低{towns[^1].Town.Unit.ShortName}{towns[^1].Item!.Value}"
            );
        }

        if (_district && Towns.Count >= 10)
        {
            var trailing = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var measure in Measures(_self).Where(i => i.Score < 100m))
            {
                var low = Towns
                    .Select(t => (Town: t, Item: t.Item(measure.Code)))
                    .Where(t => t.Item is { IsScored: true, Score: < 100m })
                    .ToLookup(t => Figure(t.Item!));
                var taken = 0;
                foreach (var same in low.OrderBy(g => g.Key))
                {
                    // Three and no more, ties together.
                    if (taken + same.Count() <= 3)
                    {
                        taken += same.Count();
                        foreach (var (town, _) in same)
                        {
                            trailing[town.Unit.Code] = trailing.GetValueOrDefault(town.Unit.Code) + 1;
                        }
                    }
                }
            }

            var most = trailing
                .OrderByDescending(t => t.Value)
                .ThenBy(t => t.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (most.Value >= 3)
            {
                Add($"{_p.Unit(most.Key)!.Unit.ShortName}有{most.Value}项居后三位");
            }
        }

        var below = _self
            .Items.Where(i =>
                i is { IsScored: true, IsRatio: true, Score: < 100m, IsVeiled: false }
                && i.Item.Row
                    is { Nature: IndicatorNature.Work, Timing: Timing.PointInTime, Rule.Kind: RuleKind.TargetRatio }
                && (_district || !IsByUnit(i))
            )
            .OrderByDescending(i => i.Gain)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .Take(2);
        Add(string.Join('，', below.Select(i => $"{Matter(i)}{i.Value}，目标{Goal(i)}")));
        if (WorstShare() is { } worstShare)
        {
            var who = _district
                ? string.Join(
                    '、',
                    Towns
                        .Where(t => t.Item(worstShare.Code) is { IsScored: true, Score: < 100m })
                        .OrderBy(t => Figure(t.Item(worstShare.Code)!))
                        .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                        .Take(3)
                        .Select(t => t.Unit.ShortName)
                )
                : "我会";
            Add($"{who}{In15}前报{Deed(worstShare.Name)}安排{Owned(worstShare)}");
        }
    }

    private IEnumerable<(Indicator Row, List<(UnitFacts Unit, decimal? Value)> Units)> Tallies() =>
        _p
            .Data.Catalogue.Where(r => r.Rule.Kind == RuleKind.Deduction && r.Levels.Contains(Level.Grassroots))
            .GroupBy(r => r.Code, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                (
                    g.First(),
                    _p.All.Where(u => u is { Unit.Level: Level.Grassroots, Stands: true } && IsMine(u))
                        .Where(u => u.Item(g.Key) is { State: not "不适用" })
                        .OrderBy(u => u.Unit.Code, StringComparer.Ordinal)
                        .Select(u => (u, u.Item(g.Key)!.State == "已报" ? _p.Report(u.Unit.Code, g.Key)?.Value : null))
                        .ToList()
                )
            );

    private void RedLines()
    {
        var lines = new List<string>();
        foreach (var (row, units) in Tallies().Where(t => t.Row is { Veto: true, Nature: IndicatorNature.Event }))
        {
            var silent = units.Where(u => u.Value is null).ToList();
            var name = Matter(row.Name);
            var missing =
                silent.Count == 0 ? ""
                : _district || silent.Count > 3 ? $"，{silent.Count}家未报"
                : $"，{string.Join('、', silent.Select(u => Called(u.Unit.Unit.Code)))}这一项缺报，须补";
            var places = units
                .Where(u => u.Value > 0)
                .Select(u => Called(_district ? TownOf(u.Unit.Unit.Code) : u.Unit.Unit.Code))
                .Distinct()
                .ToList();
            if (units.Count > 0)
            {
                lines.Add(
                    places.Count > 0
                        ? $"{name}{Say.Thousands(units.Sum(u => u.Value ?? 0))}{row.Unit}，在"
                            + (
                                places.Count <= 3
                                    ? string.Join('、', places)
                                    : $"{places.Count}个{(_district ? "镇街" : "单位")}"
                            )
                            + missing
                    : silent.Count == 0 ? $"{name}0{row.Unit}"
                    : $"{name}已报{units.Count - silent.Count}家为0{row.Unit}{missing}"
                );
            }
        }

        var called = Guided()
            .Where(g => g["类型"] == "约谈" && g.Date("发出日期") <= _p.DataDate)
            .Select(g => g["对象组织"])
            .Distinct()
            .Count();
        if (called > 0)
        {
            lines.Add($"约谈{called}家");
        }

        Add("红线：" + string.Join('；', lines));
    }

    private List<RawRow> Guided() => Facts.Guidance(_p).FindAll(g => Covers(TownOf(g["对象组织"])));

    private void Decision()
    {
        var open = Facts
            .Guidance(_p)
            .Where(g => g["类型"] == "督办" && g.Date("整改完成日期") is null && g.Date("要求整改日期") < _p.DataDate)
            .Where(g => Covers(TownOf(g["对象组织"])))
            .Where(g => !Facts.Guidance(_p).Exists(h => h["类型"] == "约谈" && h["对象组织"] == g["对象组织"]))
            .OrderBy(g => g.Date("发出日期"))
            .ThenBy(g => g["指导编码"], StringComparer.Ordinal)
            .FirstOrDefault();
        var last = _progress ? null : LastTown();
        var own = Pending()
            .Where(m => m.By.Stage == "待评价" && m.Task.Issuer == _self.Unit.Code)
            .Count(m => Waited(m) > 60);
        var behind = _progress ? WorstShare() : ByNone();
        var undone = Losses(_self, int.MaxValue).Find(i => IsByUnit(i) && Left(i) >= 3m);
        var lost = _progress ? WorstShare() : Losses(_self, 1).FirstOrDefault();
        var question =
            open is not null ? $"督办过期未整改的{_p.Unit(open["对象组织"])!.Unit.Name}是否约谈"
            : _district && last is not null && YearsLast(last) > 1 ? $"{last.Unit.ShortName}是否列为重点帮带镇街"
            : _district && own > 0 ? $"我会超过60天未评价的{own}件何时清零"
            : _district && behind is not null ? $"{Matter(behind)}是否列入镇街月度调度"
            : _district && last is not null ? $"{last.Unit.ShortName}由谁联系帮带"
            : _district ? ""
            : undone is not null && !_progress
                ? $"是否专题听一次{Say.Thousands(Left(undone))}家单位{Deed(undone.Name)}的汇报"
            : lost is not null ? $"{Deed(lost.Name)}是否列入月度调度"
            : "";
        Add($"请定一件事：{question}");
    }

    // --- progress

    private void Work()
    {
        if (!_progress)
        {
            foreach (var k in Enumerable.Range(0, 5).Where(k => _self.IndexChanges[k] >= 1m))
            {
                var change = _self.IndexChanges[k]!.Value;
                var events = change - (_self.WorkChanges[k] ?? 0m);
                Add(events * 2m < change ? IndexMoved(k) : ByEvents(k, events));
            }

            Risers();
        }

        Tasks();
        var matters = Facts.Matters(_p);
        if (_district && matters.Count > 0)
        {
            var settled = matters.Count(g => g.Date("整改完成日期") is { } on && on <= _p.DataDate);
            Add(
                $"指导{Facts.Guidance(_p).Count}件，涉及{matters.Count}个事项"
                    + (
                        settled == 0 ? ""
                        : settled == matters.Count ? "，台账记全部整改"
                        : $"，台账记{settled}个整改完成"
                    )
            );
        }

        var word =
            _p.Period.Kind != PeriodKind.Year && _p.Period.Start.Month > 1
                ? $"{_p.Period.WithinWord}职工需求"
                : "职工需求";
        var needs = _p.Office.Raw.Rows(_p.Period, "需求");
        if (_district && needs.Count > 0)
        {
            var answered = needs.FindAll(IsAnswered);
            var policies = answered
                .Where(r => r.Yes("政策调整") && r["调整内容"].Length > 0)
                .Select(r => r["调整内容"])
                .Distinct()
                .Count();
            Add(
                $"{word}{needs.Count}件答复{answered.Count}件"
                    + (answered.Count >= 10 ? $"，中位用时{Say.Plain(Facts.NeedDays(answered))}天" : "")
                    + (policies > 0 ? $"，调整政策{policies}类" : "")
            );
        }

        var own = needs.FindAll(r => TownOf(r["上报组织"]) == _self.Unit.Code);
        if (!_district && own.Count > 0)
        {
            Add(
                $"{word}上报{own.Count}件，"
                    + (own.TrueForAll(IsAnswered) ? "全部答复" : $"答复{own.Count(IsAnswered)}件")
            );
        }
    }

    private bool IsAnswered(RawRow need) => need.Date("答复日期") <= _p.DataDate;

    private string IndexMoved(int k) =>
        $"{Say.Indexes[k]}指数{Moved(_self.IndexChanges[k]!.Value)}"
        + (Drivers(k) is { Count: > 0 } drivers ? "：" + string.Join('，', drivers) : "");

    private List<string> Drivers(int k) => Drivers(_p, _self, k);

    /// <summary>What moved an index of a unit most, with its values then and now.</summary>
    public static List<string> Drivers(PeriodFacts p, UnitFacts self, int k)
    {
        var common = self.Items.FindAll(i =>
            i.Index == k
            && (self.ItemChanges.ContainsKey(i.Code) || (i.Item.Row.Nature == IndicatorNature.Event && i.IsScored))
        );
        var weights = common.Sum(i => i.Weight);
        return
        [
            .. common
                .Where(i => i.Item.Row.Nature == IndicatorNature.Work && !i.IsVeiled)
                .Select(i =>
                    (Item: i, Share: self.ItemChanges[i.Code] * i.Weight / weights / self.IndexChanges[k]!.Value)
                )
                .Where(i => i.Share >= 0.2m)
                .OrderByDescending(i => i.Share)
                .ThenBy(i => i.Item.Code, StringComparer.Ordinal)
                .Select(i => (i.Item, Then: p.Before!.Unit(self.Unit.Code)?.Item(i.Item.Code)))
                .Where(i => i.Then is { IsScored: true } && i.Then.Value != i.Item.Value)
                .Take(2)
                .Select(i => $"{Matter(i.Item)}由{i.Then!.Value}到{i.Item.Value}"),
        ];
    }

    private string ByEvents(int k, decimal events) =>
        $"{Say.Indexes[k]}指数{Moved(_self.IndexChanges[k]!.Value)}，其中{Say.Two(events)}分来自"
        + string.Join(
            '、',
            _self
                .Items.Where(i => i.Index == k && i.Item.Row.Nature == IndicatorNature.Event)
                .Select(i => (Now: i, Then: _p.Before!.Unit(_self.Unit.Code)?.Item(i.Code)))
                .Select(i => $"{Matter(i.Now)}由{i.Then?.Value}到{i.Now.Value}")
        );

    private void Risers()
    {
        if (_p.Before is null)
        {
            return;
        }

        if (_district)
        {
            var told = Towns
                .Where(t => t.Comparable > 0)
                .OrderByDescending(t => t.Comparable)
                .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                .FirstOrDefault();
            var risen = Towns
                .Where(t => t.Place is not null && t != told && t.Figures.Total >= 70m)
                .Select(t => (Town: t, Then: _p.Before.Unit(t.Unit.Code)?.Place))
                .Where(t => t.Then - t.Town.Place >= 8)
                .OrderByDescending(t => t.Then - t.Town.Place)
                .ThenBy(t => t.Town.Unit.Code, StringComparer.Ordinal)
                .Take(3);
            Add(string.Join('，', risen.Select(t => $"{t.Town.Unit.ShortName}由第{t.Then}名到第{t.Town.Place}名")));
            return;
        }

        var most = _p.Standing(Level.Grassroots)
            .Where(u => u.Unit.Parent == _self.Unit.Code && u.Comparable > 0m)
            .OrderByDescending(u => u.Comparable)
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
            .FirstOrDefault();
        if (most?.Comparable >= 5m)
        {
            Add($"{most.Unit.ShortName}同口径{Moved(most.Comparable.Value)}，公开的基层工会中升幅最大");
        }
    }

    private void Tasks()
    {
        var all = _p
            .Tasks.SelectMany(t => t.All, (t, e) => (Task: t, By: e))
            .Where(m => _district || TownOf(m.By.Unit) == _self.Unit.Code)
            .ToList();
        if (all.Count == 0)
        {
            return;
        }

        var due = all.FindAll(m => m.Task.Due <= _p.DataDate);
        var (tasks, dueTasks) = (all.DistinctBy(m => m.Task.Code).Count(), due.DistinctBy(m => m.Task.Code).Count());
        var inTime = due.Count(m => m.By.First <= m.Task.Due);
        var late = due.Count(m => m.By.First > m.Task.Due);
        var silent = due.Count(m => m.By.First is null);
        Add(
            due.Count == 0
                ? $"{tasks}项任务，均未到期"
                : (
                    dueTasks == tasks
                        ? $"{tasks}项任务分到{all.Count}个单位次"
                        : $"{tasks}项任务中{dueTasks}项到期，涉及{due.Count}个单位次"
                )
                    + (
                        inTime == due.Count
                            ? "，全部按期反馈"
                            : $"，{inTime}个按期反馈"
                                + (late > 0 ? $"，{late}个迟报" : "")
                                + (silent > 0 ? $"，{silent}个未报" : "")
                    )
        );
    }

    // --- problems

    private void Problems()
    {
        if (!_progress)
        {
            var last = LastTown();
            if (_district && last is not null)
            {
                var losses = Losses(last, 2);
                var at = Enumerable
                    .Range(0, 5)
                    .Where(k => last.IndexPlaces[k] == last.Ranked)
                    .Select(k => Say.Indexes[k]);
                Add(
                    last.Unit.ShortName
                        + (at.Any() ? $"{string.Join('、', at)}指数居末；" : "")
                        + string.Join('，', losses.Select(Short))
                        + Owned(losses)
                );
            }

            if (!_district)
            {
                foreach (var lost in Losses(_self, 3))
                {
                    Add(Short(lost) + Undone(lost) + BestUnion(lost) + Owned(lost));
                }
            }

            var fallen = Enumerable
                .Range(0, 5)
                .Where(k => _self.IndexChanges[k] <= -1m)
                .OrderBy(k => _self.IndexChanges[k])
                .ToList();
            if (fallen.Count > 0)
            {
                var events = _self.IndexChanges[fallen[0]]!.Value - (_self.WorkChanges[fallen[0]] ?? 0m);
                Add(IndexMoved(fallen[0]) + (events < 0m ? $"，其中{Say.Two(-events)}分来自事件" : ""));
                Add(
                    string.Join(
                        '，',
                        fallen.Skip(1).Select(k => $"{Say.Indexes[k]}指数{Moved(_self.IndexChanges[k]!.Value)}")
                    )
                );
            }

            if (_district && ByNone() is { } none)
            {
                var best = Towns
                    .Where(t => t.Item(none.Code) is { IsScored: true })
                    .OrderByDescending(t => Figure(t.Item(none.Code)!))
                    .First();
                Add($"{Short(none)}，最高的{best.Unit.ShortName}也只有{best.Item(none.Code)!.Value}{Owned(none)}");
            }
        }

        foreach (
            var (row, units) in Tallies().Where(t => t.Row is { Nature: IndicatorNature.Work, HigherIsBetter: false })
        )
        {
            if (units.Sum(u => u.Value ?? 0m) is > 0m and var sum)
            {
                Add(
                    $"基层工会{row.Name.TrimEnd('数')}{Say.Thousands(sum)}{row.Unit}，涉及{units.Count(u => u.Value > 0m)}家"
                );
            }
        }

        var failed = Screening
            .Units(_p)
            .Where(u => Covers(TownOf(u.Unit.Code)) && Screening.Verdict(u) is "不通过" or "否决")
            .Count(u =>
                _p.Office.Raw.Rows(_p.Period, "表彰")
                    .Exists(r => r["所在组织"] == u.Unit.Code && r["类别"] == "集体" && r["状态"] == "已授予")
            );
        if (failed > 0)
        {
            Add($"当期受表彰的{failed}家没有通过评先资格审查");
        }

        foreach (var code in Counted())
        {
            if (BelowCount(code) is { Count: > 0 } below)
            {
                var name = Matter(below[0].Item(code)!);
                Add(
                    name
                        + (
                            below.Count > 8
                                ? $"{below.Count}个镇街"
                                : string.Join(
                                    '，',
                                    below
                                        .GroupBy(t => t.Item(code)!.Value, StringComparer.Ordinal)
                                        .Select(g =>
                                            string.Join('、', g.Select(t => t.Unit.ShortName))
                                            + (g.Count() > 1 ? "各" : "")
                                            + g.Key
                                        )
                                ) + "，"
                        )
                        + (_progress ? "未到序时" : "未到目标")
                );
                Add($"{name}未到{(_progress ? "序时" : "目标")}的{below.Count}个镇街{MonthEnd}前补齐");
            }
        }

        Contradictions();
        NotReached();
    }

    private IEnumerable<string> Counted() =>
        !_district
            ? []
            : _p
                .Data.Catalogue.Where(r => r is { Rule.Kind: RuleKind.Count, Timing: Timing.Cumulative })
                .Select(r => r.Code)
                .Distinct(StringComparer.Ordinal);

    private List<UnitFacts> BelowCount(string code) =>
        [
            .. Towns
                .Where(t =>
                    t.Item(code) is { IsScored: true, IsRatio: false, Score: < 100m } i
                    && i.Item.Row.Rule.Kind == RuleKind.Count
                )
                .OrderBy(t => t.Item(code)!.Item.Value!.Value)
                .ThenBy(t => t.Unit.Code, StringComparer.Ordinal),
        ];

    private IEnumerable<UnitFacts> Own() =>
        _p
            .All.Where(u => u is { Unit.Level: Level.Grassroots, Stands: true } && IsMine(u))
            .OrderBy(u => u.Unit.Code, StringComparer.Ordinal);

    private string Undone(ItemFacts i)
    {
        if (!IsByUnit(i) && i.Item.Row.Aggregation != Aggregation.ShareOfUnitsAtTarget)
        {
            return "";
        }

        var names = Own()
            .Where(u => u.Item(i.Code) is { IsScored: true, Value: "否" })
            .Select(u => u.Unit.ShortName)
            .ToList();
        return names.Count is 0 or > 6 ? ""
            : names.Count > 1 && names.TrueForAll(n => n.EndsWith("工会", StringComparison.Ordinal) && n.Length > 2)
                ? $"：{string.Join('、', names.Select(n => n[..^2]))}工会"
            : $"：{string.Join('、', names)}";
    }

    private string BestUnion(ItemFacts i)
    {
        if (!i.IsRatio || i.Item.Row.Rule.Kind != RuleKind.TargetRatio)
        {
            return "";
        }

        var below = Own().Select(u => u.Item(i.Code)).OfType<ItemFacts>().Where(x => x.State == "已报").ToList();
        return below.Count > 1 && below.TrueForAll(x => x is { IsScored: true, IsRatio: true, Score: < 100m })
            ? $"，最高的一家也只有{below.MaxBy(Figure)!.Value}"
            : "";
    }

    // The one kind of contradiction a brief tells: what a town reports and what its unions do.
    private void Contradictions()
    {
        foreach (
            var upper in _p.All.Where(u =>
                u is { Stands: true, Unit.Level: not Level.Grassroots } && Covers(u.Unit.Code)
            )
        )
        {
            foreach (var item in upper.Items.Where(i => i is { IsScored: true, IsPooled: false }))
            {
                foreach (var level in new[] { Level.Town, Level.Grassroots })
                {
                    var below = _p
                        .All.Where(u => u.Stands && u.Unit.Level == level && u != upper && u.IsBelow(upper))
                        .Select(u => (Unit: u, Item: u.Item(item.Code)))
                        .Where(u => u.Item is { IsScored: true, IsPooled: false })
                        .ToList();
                    if (below.Count == 0)
                    {
                        continue;
                    }

                    // A studio of whatever step is one.
                    var sum = below.Sum(b =>
                        b.Item!.Item.Value!.Word is null ? b.Item.Item.Value.Value ?? 0m
                        : b.Item.Score > 0m ? 1m
                        : 0m
                    );
                    Add(
                        $"{Called(upper.Unit.Code)}{Matter(item)}自己报{Say.Thousands(item.Item.Value!.Value ?? 0m)}，"
                            + $"已报的{below.Count}个{(level == Level.Town ? "镇街" : "基层工会")}合计{Say.Thousands(sum)}，先核清"
                    );
                    Add($"{Called(upper.Unit.Code)}{In10}前核清{Matter(item)}");
                }
            }
        }
    }

    private void NotReached()
    {
        var tasks = _p.Office.Raw.Rows(_p.Period, "任务").ToLookup(r => r["任务编码"], StringComparer.Ordinal);
        var cases = Facts
            .Guidance(_p)
            .Where(g => g.Date("整改完成日期") is { } on && on <= _p.DataDate && Covers(TownOf(g["对象组织"])))
            .OrderByDescending(g => Array.IndexOf(Facts.Rungs, g["类型"]))
            .ThenBy(g => g.Date("发出日期"))
            .ThenBy(g => g["指导编码"], StringComparer.Ordinal)
            .Select(g => (Row: g, Code: tasks[g["关联任务"]].Select(t => t["指标编码"]).FirstOrDefault("")))
            .Select(g => (g.Row, Item: _p.Unit(g.Row["对象组织"]) is { Unit.IsPublic: true } u ? u.Item(g.Code) : null))
            .Where(g => g.Item is { State: "已报" } i && i.Item.Row.Nature == IndicatorNature.Work)
            .Where(g => g.Item!.IsScored && g.Item.Score < 100m)
            .DistinctBy(g => (g.Row["对象组织"], g.Item!.Code))
            .ToList();
        if (cases.Count == 0)
        {
            return;
        }

        if (_district || cases.Count > 2)
        {
            var end = _p.Period.Kind == PeriodKind.Year ? "年末" : "期末";
            Add($"台账记整改完成的事项中，{cases.Count}个{end}仍未达标");
            return;
        }

        foreach (var (row, item) in cases)
        {
            Add(
                $"{Called(row["对象组织"])}{Matter(item!)}{Day(row.Date("整改完成日期")!.Value)}记整改完成，"
                    + $"期末{item!.Value}，目标{Goal(item)}，整改完成不等于达标"
            );
        }
    }

    // --- who holds what

    private IEnumerable<(TaskFacts Task, Executor By)> Pending() =>
        _p
            .Tasks.SelectMany(t => t.All, (t, e) => (Task: t, By: e))
            .Where(m =>
                m.By.Stage is "待评价" or "退回重办" || (m.By.Stage is "待领办" or "待反馈" && m.Task.Due < _p.DataDate)
            )
            .Where(m => Covers(TownOf(Holder(m))));

    private static string Holder((TaskFacts Task, Executor By) m) => m.By.Stage == "待评价" ? m.Task.Issuer : m.By.Unit;

    private int Waited((TaskFacts Task, Executor By) m) => Math.Max(0, _p.DataDate.DayNumber - m.By.Since.DayNumber);

    private void Holders()
    {
        foreach (var task in Pending().GroupBy(m => m.Task.Code, StringComparer.Ordinal))
        {
            var matters = task.OrderBy(m => m.By.Unit, StringComparer.Ordinal).ToList();
            var due = matters[0].Task.Due!.Value;
            var clauses = new List<string>();
            foreach (
                var same in matters
                    .Where(m => m.By.Stage != "待评价")
                    .GroupBy(m => (m.By.Stage, Days: Waited(m)))
                    .OrderBy(g => Array.IndexOf(["待领办", "待反馈", "待评价", "退回重办"], g.Key.Stage))
                    .ThenByDescending(g => g.Key.Days)
            )
            {
                var names = same.Select(m => m.By.Unit == _self.Unit.Code ? "我会" : _p.Unit(m.By.Unit)!.Unit.Name)
                    .ToList();
                var who = string.Join('、', names.Take(3)) + (names.Count > 3 ? $"等{names.Count}家" : "");
                clauses.Add(
                    same.Key.Stage switch
                    {
                        "待领办" => $"{who}未领办，下达已{same.Key.Days}天",
                        "待反馈" => $"{who}未反馈，逾期{same.Key.Days}天",
                        _ => $"{who}退回{same.Key.Days}天未重报",
                    }
                );
            }

            if (matters.FindAll(m => m.By.Stage == "待评价") is { Count: > 0 } waiting)
            {
                var longest = waiting.Max(Waited);
                clauses.Add(
                    $"{(clauses.Count > 0 ? "另" : "")}{waiting.Count}家"
                        + (waiting.TrueForAll(m => m.By.First <= m.Task.Due) ? "按期" : "已")
                        + "反馈，"
                        + (
                            waiting[0].Task.Issuer == _self.Unit.Code
                                ? "我会"
                                : _p.Unit(waiting[0].Task.Issuer)!.Unit.Name
                        )
                        + "未评价"
                        + (longest == 0 ? "" : $"，{(waiting.Count > 1 ? "最久" : "")}{longest}天")
                );
            }

            var date = due.Year == _p.Period.Year ? Day(due) : Say.LongDate(due);
            // The first mark is a separator to who reads.
            Add($"{matters[0].Task.Name}”（{date}到期）：{string.Join('；', clauses)}");
        }

        Rest();
        OpenNeeds();
        foreach (var g in Guided().Where(g => g["类型"] is "督办" or "约谈" && g.Date("整改完成日期") is null))
        {
            Add(
                $"{g["类型"]}未整改：{Called(g["对象组织"])}{g["事由"].TrimEnd('。')}"
                    + (g.Date("要求整改日期") is { } by ? $"，要求{Day(by)}前整改" : "")
            );
        }
    }

    private List<(int Weight, int Days, string Code, List<(TaskFacts Task, Executor By)> Matters)> Ranked() =>
        [
            .. Pending()
                .GroupBy(m => m.Task.Code, StringComparer.Ordinal)
                .Select(g =>
                {
                    var longest = g.Max(Waited);
                    var isOwn = g.Any(m => m.By.Stage == "待评价" && m.Task.Issuer == _self.Unit.Code);
                    return (isOwn ? 90 : Math.Min(90, 80 + (longest / 30)), longest, g.Key, g.ToList());
                })
                .OrderByDescending(t => t.Item1)
                .ThenByDescending(t => t.longest)
                .ThenBy(t => t.Key, StringComparer.Ordinal),
        ];

    private void Rest()
    {
        var rest = Ranked().Skip(4).ToList();
        if (rest.Count > 0)
        {
            (string Stage, string Word)[] words =
            [
                ("待领办", "逾期未领办"),
                ("待反馈", "逾期未反馈"),
                ("待评价", "已反馈未评价"),
                ("退回重办", "退回未重报"),
            ];
            var counts = words
                .Select(w => (w.Word, Count: rest.SelectMany(t => t.Matters).Count(m => m.By.Stage == w.Stage)))
                .Where(w => w.Count > 0);
            Add($"另有{rest.Count}项任务{string.Join('、', counts.Select(w => $"{w.Word}{w.Count}件"))}");
        }
    }

    private List<RawRow> Open() =>
        [.. _p.Office.Raw.Rows(_p.Period, "需求").Where(r => !IsAnswered(r) && Covers(TownOf(r["上报组织"])))];

    private void OpenNeeds()
    {
        var open = Open();
        var days = open.Select(r => Math.Max(0, _p.DataDate.DayNumber - r.Date("上报日期")!.Value.DayNumber)).ToList();
        if (open.Count == 0 || days.Max() <= 20)
        {
            return;
        }

        var district = _p.District.Unit.Code;
        var unread = open.FindAll(r => !(r.Date("研判日期") <= _p.DataDate));
        var held = open.Except(unread)
            .GroupBy(r => r["办理单位"].Length > 0 ? r["办理单位"] : district, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{Called(g.Key)}{g.Count()}件")
            .ToList();
        Add(
            $"需求{open.Count}件未答复，最久{days.Max()}天："
                + string.Join(
                    '，',
                    new[]
                    {
                        unread.Count > 0 ? $"未研判{unread.Count}件在{Called(district)}" : "",
                        held.Count > 0 ? $"待答复{string.Join('、', held)}" : "",
                    }.Where(c => c.Length > 0)
                )
        );
        Add(
            $"未答复的{open.Count}件需求由承办单位{In15}前答复"
                + (unread.Count > 0 ? $"，未研判的{Called(district)}先办" : "")
        );
    }

    // --- advice

    private void Advice()
    {
        var ranked = Ranked().SelectMany(t => t.Matters).ToList();
        var acts = ranked
            .Where(m => m.By.Stage == "待评价")
            .GroupBy(m => m.Task.Issuer, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Who: Called(g.Key), Does: $"评价{g.Count()}家"))
            .ToList();
        foreach (var (stage, does) in new[] { ("待领办", "领办"), ("待反馈", "反馈"), ("退回重办", "重报") })
        {
            var units = ranked.Where(m => m.By.Stage == stage).Select(m => Called(m.By.Unit)).Distinct().ToList();
            if (units.Count > 0)
            {
                acts.Add((units.Count <= 3 ? string.Join('、', units) : $"逾期的{units.Count}家", does));
            }
        }

        Add(string.Join('；', acts.Select((a, n) => $"{a.Who}{(n == 0 ? In10 : "同日")}前{a.Does}")));
        foreach (
            var (row, units) in Tallies().Where(t => t.Row is { Nature: IndicatorNature.Work, HigherIsBetter: false })
        )
        {
            if (units.Sum(u => u.Value ?? 0m) > 0m && row.Owner.Length > 0 && row.Remedy.Length > 0)
            {
                Add($"{Owner(row)}{QuarterEnd}前督促{row.Remedy.TrimEnd('。')}");
            }
        }

        if (_progress)
        {
            return;
        }

        if (_district)
        {
            if (LastTown() is { } last)
            {
                foreach (var lost in Losses(last, 2))
                {
                    Add($"{last.Unit.ShortName}{In15}前报方案，{QuarterEnd}前{lost.Item.Row.Remedy.TrimEnd('。')}");
                }
            }

            if (ByNone() is { } none)
            {
                Add($"各镇街{QuarterEnd}前{none.Item.Row.Remedy.TrimEnd('。')}{Owned(none)}");
            }

            return;
        }

        foreach (var lost in Losses(_self, 3))
        {
            var who = IsByUnit(lost) ? $"没有做到的{Say.Thousands(Left(lost))}家工会" : "我会";
            Add($"{who}{QuarterEnd}前{lost.Item.Row.Remedy.TrimEnd('。')}");
        }
    }

    private List<string> Titles()
    {
        var titles = new List<string>();
        if (_progress)
        {
            var behind = Measures(Timing.WithinPeriod)
                .Concat(Measures(Timing.Cumulative))
                .Where(i => i.Score < 100m)
                .Take(3)
                .Select(i => Deed(i.Name))
                .ToList();
            titles.Add(behind.Count == 0 ? "各项进度都已跟上" : $"{string.Join('、', behind)}没有跟上计划");
        }

        if (_district && !_progress && LastTown() is { } last)
        {
            titles.Add(last.Unit.ShortName + (YearsLast(last) > 1 ? $"连续{Years(YearsLast(last))}居末" : "居末"));
        }

        if (!_district && !_progress)
        {
            titles.Add($"可提高最多的是{string.Join('、', Losses(_self, 3).Select(i => Deed(i.Name)))}");
        }

        var waiting = Pending().Where(m => m.By.Stage == "待评价").DistinctBy(m => m.Task.Code).Count();
        var silent = Pending().Where(m => m.By.Stage is "待反馈" or "退回重办").DistinctBy(m => m.Task.Code).Count();
        titles.Add(waiting > 0 ? $"{waiting}项任务卡在评价环节" : $"{silent}项任务卡在反馈环节");
        if (_self.Comparable is { } change && !_progress)
        {
            titles.Add($"{Whole}总指数同口径{Moved(change)}");
        }

        titles.Add($"{_p.Period.Title}{Whole}总指数{Say.Two(_self.Figures.Total)}分");
        return titles;
    }
}
