using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>问题 of a brief: what was not reached, what contradicts itself.</summary>
internal sealed partial class SecondBrief
{
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
}
