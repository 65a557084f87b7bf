using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>T-1 标题: what was found, by the two heaviest facts; never the kind of paper alone.</summary>
internal static class TitleRule
{
    private const int Most = 2;
    private const int MostMatters = 3;
    private const int Line = 20;

    /// <summary>东溪镇连续两年居末　2项任务卡在评价环节.</summary>
    public static string Of(BriefSubject s)
    {
        var findings = Findings(s).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return findings[0].Length > Line ? findings[0] : string.Join('　', findings);
    }

    private static IEnumerable<string> Findings(BriefSubject s)
    {
        if (s.TellsProgress)
        {
            yield return Behind(s);
        }

        if (s.IsDistrict && !s.TellsProgress && Standings.Last(s) is { } last)
        {
            var years = Standings.YearsLast(s, last);
            yield return last.Organisation.ShortName + (years > 1 ? $"连续{Standings.Years(years)}居末" : "居末");
        }

        if (!s.IsDistrict && !s.TellsProgress)
        {
            var lost = Standings.TopLosses(s.Self, MostMatters).Select(i => BriefSubject.Deed(i.Indicator)).ToList();
            if (lost.Count > 0)
            {
                yield return $"可提高最多的是{string.Join('、', lost)}";
                yield break;
            }
        }

        if (s.Period is OfficePeriod office)
        {
            yield return Stuck(s, office);
        }

        if (s.Self.Change?.Comparable is { } change && !s.TellsProgress)
        {
            yield return $"{s.Whole}总指数同口径{Numerals.Movement(change)}";
        }

        yield return s.Self.Total is { } total
            ? $"{s.Period.Period.Title}{s.Whole}总指数{Numerals.Score(total)}分"
            : $"{s.Period.Period.Title}{s.Whole}工会工作情况";
    }

    // 职工技能培训、走访慰问没有跟上计划
    private static string Behind(BriefSubject s)
    {
        var behind = QuarterRules
            .Of(s, Timing.WithinPeriod)
            .Concat(QuarterRules.Of(s, Timing.Cumulative))
            .Where(i => i.Score < 100m)
            .Take(MostMatters)
            .Select(i => BriefSubject.Deed(i.Indicator))
            .ToList();
        return behind.Count == 0 ? "各项进度都已跟上" : $"{string.Join('、', behind)}没有跟上计划";
    }

    private static string Stuck(BriefSubject s, OfficePeriod office)
    {
        var waiting = HolderRules
            .Stuck(s, office)
            .Where(m => m.Exists(x => x.State.Stage == ExecutorStage.AwaitingAppraisal))
            .Count();
        var silent = HolderRules
            .Stuck(s, office)
            .Where(m => m.Exists(x => x.State.Stage is ExecutorStage.AwaitingReport or ExecutorStage.Returned))
            .Count();
        return waiting > 0 ? $"{Numerals.Count(waiting)}项任务卡在评价环节"
            : silent > 0 ? $"{Numerals.Count(silent)}项任务卡在反馈环节"
            : "";
    }
}
