using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// The first paragraph of a brief: level, towns, movers, red lines, the one thing to decide; a quarter against its
/// calendar.
/// </summary>
internal sealed partial class SecondBrief
{
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
}
