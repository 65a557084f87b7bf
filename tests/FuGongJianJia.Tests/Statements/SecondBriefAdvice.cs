using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>建议 of a brief, and the findings for its title.</summary>
internal sealed partial class SecondBrief
{
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
