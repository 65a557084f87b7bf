using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>进展 of a brief: work done, indexes and units that rose, tasks.</summary>
internal sealed partial class SecondBrief
{
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
}
