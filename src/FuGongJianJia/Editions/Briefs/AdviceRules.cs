using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>
/// 建议: an owner, a verb and a date, or nothing. Never of an event, nor of a figure that another contradicts.
/// </summary>
internal static class AdviceRules
{
    private const int MostNames = 3;

    /// <summary>A-1: 东溪镇1月15日前报方案，3月31日前召开职代会，报会议记录.</summary>
    public static IEnumerable<BriefFact> Last(BriefSubject s, OfficePeriod office)
    {
        if (!s.IsDistrict || s.TellsProgress || Standings.Last(s) is not { } last)
        {
            yield break;
        }

        if (Standings.TopLosses(last, 2).FirstOrDefault(i => IsAdvised(s, i, last.Code)) is { } lost)
        {
            yield return new(
                Weights.Last - 1,
                $"{last.Organisation.ShortName}{s.ByPlan}前报方案，{s.ByQuarter}前{Clauses(lost.Indicator.Remedy)}"
            );
        }
    }

    /// <summary>A-2: 我会1月10日前评价5家；甲、乙同日前反馈；丙同日前重报.</summary>
    public static IEnumerable<BriefFact> Tasks(BriefSubject s, OfficePeriod office)
    {
        var pending = HolderRules.Stuck(s, office).SelectMany(m => m).ToList();
        if (pending.Count == 0)
        {
            yield break;
        }

        List<(string Who, string Does)> acts =
        [
            .. pending
                .Where(m => m.State.Stage == ExecutorStage.AwaitingAppraisal)
                .GroupBy(m => m.Holder, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (s.NameOf(g.Key, g.First().HolderName), $"评价{Numerals.Count(g.Count())}家")),
        ];
        foreach (
            var (stage, does) in new[]
            {
                (ExecutorStage.AwaitingUptake, "领办"),
                (ExecutorStage.AwaitingReport, "反馈"),
                (ExecutorStage.Returned, "重报"),
            }
        )
        {
            var units = pending
                .Where(m => m.State.Stage == stage)
                .Select(m => s.NameOf(m.Holder, m.HolderName))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (units.Count > 0)
            {
                acts.Add(
                    (
                        units.Count <= MostNames ? string.Join('、', units) : $"逾期的{Numerals.Count(units.Count)}家",
                        does
                    )
                );
            }
        }

        yield return new(
            Weights.OwnDuty - 2,
            string.Join('；', acts.Select((a, n) => $"{a.Who}{(n == 0 ? s.ByNow : "同日")}前{a.Does}"))
        );
    }

    /// <summary>A-3: 未答复的6件需求由承办单位1月15日前答复，未研判的我会先办.</summary>
    public static IEnumerable<BriefFact> Needs(BriefSubject s, OfficePeriod office)
    {
        var open = HolderRules.Open(s, office).ToList();
        if (open.Count == 0 || !HolderRules.Needs(s, office).Any())
        {
            yield break;
        }

        var unread = open.Find(n => n.Stage == NeedStage.AwaitingAnalysis);
        yield return new(
            Weights.Duty,
            $"未答复的{Numerals.Count(open.Count)}件需求由承办单位{s.ByPlan}前答复"
                + (unread is null ? "" : $"，未研判的{s.NameOf(unread.Holder, unread.HolderName)}先办")
        );
    }

    /// <summary>A-4: 经费审查委员会办公室3月31日前督促逐条整改审计问题，报销号凭证.</summary>
    public static IEnumerable<BriefFact> Deducted(BriefSubject s, OfficePeriod office) =>
        office
            .Tallies.Where(t =>
                t.Indicator
                    is { Nature: IndicatorNature.Work, HigherIsBetter: false, Owner.Length: > 0, Remedy.Length: > 0 }
                && t.Below(s.IsDistrict ? null : s.Self.Code).Sum > 0m
            )
            .Select(t => new BriefFact(
                Weights.Shortfall - 5,
                $"{s.Owner(t.Indicator)}{s.ByQuarter}前督促{Clauses(t.Indicator.Remedy)}"
            ));

    /// <summary>A-4 of a town, and of the work that no town has done: 由谁3月31日前做什么.</summary>
    public static IEnumerable<BriefFact> Losses(BriefSubject s)
    {
        if (s.TellsProgress)
        {
            yield break;
        }

        var lost = s.IsDistrict
            ? Standings.ReachedByNone(s) is { } share
                ? [share]
                : []
            : Standings.TopLosses(s.Self, 3).ToList();
        foreach (var i in lost.Where(i => IsAdvised(s, i, s.Self.Code)))
        {
            yield return new(
                Weights.Shortfall - 3,
                s.IsDistrict
                    ? $"各镇街{s.ByQuarter}前{Clauses(i.Indicator.Remedy)}{ProblemRules.Owned(s, [i])}"
                    : $"{Who(s, i)}{s.ByQuarter}前{Clauses(i.Indicator.Remedy)}"
            );
        }
    }

    /// <summary>A-5: 劳模工匠宣讲少于目标的7个镇街1月31日前补齐.</summary>
    public static IEnumerable<BriefFact> BelowPlan(BriefSubject s)
    {
        if (!s.IsDistrict)
        {
            yield break;
        }

        foreach (
            var view in s.Period.Indicators.Where(v =>
                v.Variants.Any(r => r is { Rule.Kind: RuleKind.Count, Timing: Timing.Cumulative })
            )
        )
        {
            var below = ProblemRules.Below(s, view.Code);
            if (below.Count > 0)
            {
                yield return new(
                    Weights.Shortfall - 6,
                    $"{BriefSubject.Matter(view.Variants[0])}未到{(s.TellsProgress ? "序时" : "目标")}的"
                        + $"{Numerals.Count(below.Count)}个镇街{s.ByMonth}前补齐"
                );
            }
        }
    }

    /// <summary>A-6: 澄湖街道1月10日前核清劳模工匠创新工作室.</summary>
    public static IEnumerable<BriefFact> Contradictions(BriefSubject s, OfficePeriod office) =>
        ProblemRules
            .Differing(s, office)
            .GroupBy(d => d.Unit, StringComparer.Ordinal)
            .Select(g => new BriefFact(
                Weights.Contradiction - 1,
                $"{s.NameOf(g.Key, g.First().UnitName)}{s.ByNow}前核清"
                    + string.Join(
                        '、',
                        g.Select(d =>
                                s.Period.Indicators.FirstOrDefault(v => v.Code == d.Here.Key) is { } view
                                    ? BriefSubject.Matter(view.Variants[0])
                                    : d.Here.Key
                            )
                            .Distinct(StringComparer.Ordinal)
                    )
            ));

    // What rests on a figure that the sum below contradicts is not advised.
    private static bool IsAdvised(BriefSubject s, IndicatorResult i, string unit) =>
        i is { IsEvent: false, Indicator.Remedy.Length: > 0 }
        && !(
            s.Period is OfficePeriod office
            && ProblemRules.Differing(s, office).Any(d => d.Unit == unit && d.Here.Key == i.Code)
        );

    // The units that have not done it, where each of them had to; else the town's own federation.
    private static string Who(BriefSubject s, IndicatorResult i) =>
        Standings.NotDone(s.Self).FirstOrDefault(n => n.Result.Code == i.Code) is { Result: not null, Left: var left }
            ? $"没有做到的{Numerals.Count(left)}家工会"
            : BriefSubject.Us;

    private static string Clauses(string remedy) => remedy.TrimEnd('。');
}
