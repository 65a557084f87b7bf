using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>问题: who falls short of what, by how much; what contradicts itself.</summary>
internal static class ProblemRules
{
    private const decimal ToldIndex = -1m;
    private const int MostNames = 8;

    /// <summary>P-1 the other way: 温暖指数降2.10分：走访慰问由92.00%到80.50%; the others that fell in one sentence.</summary>
    public static IEnumerable<BriefFact> Indexes(BriefSubject s)
    {
        var fallen = s.TellsProgress
            ? []
            : s.Self.Indexes.Where(i => i.Change <= ToldIndex).OrderBy(i => i.Change).ThenBy(i => i.Key).ToList();
        if (fallen is not [var first, .. var others])
        {
            yield break;
        }

        yield return new(
            Weights.Change,
            IndexMoves.Words(s, first)
                // That something happened is told of a fall: it is no praise.
                + (
                    first.EventChange < 0m && s.Period is OfficePeriod
                        ? $"，其中{Numerals.Score(-first.EventChange)}分来自事件"
                        : ""
                )
        );
        if (others.Count > 0)
        {
            yield return new(
                Weights.Shortfall - 4,
                string.Join('，', others.Select(i => $"{i.Key.Title()}{Numerals.Movement(i.Change)}"))
            );
        }
    }

    /// <summary>
    /// Q-1 of the district: 东溪镇红色、规范指数居末；职代会按期召开9家中5家没有做到，由权益保障部负责.
    /// </summary>
    public static IEnumerable<BriefFact> Last(BriefSubject s)
    {
        if (!s.IsDistrict || s.TellsProgress || Standings.Last(s) is not { } last)
        {
            yield break;
        }

        var indexes = last
            .Indexes.Where(i => i.IsCompared && i.Place == last.Ranking.Ranked)
            .Select(i => i.Key.Word())
            .ToList();
        var losses = Standings.TopLosses(last, 2).ToList();
        yield return new(
            Weights.Last,
            last.Organisation.ShortName
                + (indexes.Count > 0 ? $"{string.Join('、', indexes)}指数居末；" : "")
                + string.Join('，', losses.Select(Standings.Shortfall))
                + Owned(s, losses)
        );
    }

    /// <summary>Q-1 of a town: 职代会按期召开9家中5家没有做到，由区总工会权益保障部负责.</summary>
    public static IEnumerable<BriefFact> Losses(BriefSubject s) =>
        s.IsDistrict || s.TellsProgress
            ? []
            : Standings
                .TopLosses(s.Self, 3)
                .Select(
                    (i, n) =>
                        new BriefFact(
                            Weights.Shortfall + 5 - n,
                            Standings.Shortfall(i) + Missing(s, i) + Best(s, i) + Owned(s, [i])
                        )
                );

    /// <summary>Q-4: 经审问题逾期未整改65个，涉及46家.</summary>
    public static IEnumerable<BriefFact> Deducted(BriefSubject s, OfficePeriod office) =>
        office
            .Tallies.Where(t => t.Indicator is { Nature: IndicatorNature.Work, HigherIsBetter: false })
            .Select(t => t.Below(s.IsDistrict ? null : s.Self.Code))
            .Where(t => t.Sum > 0m)
            .Select(t => new BriefFact(
                Weights.Shortfall,
                $"基层工会{t.Indicator.Name.TrimEnd('数')}{Numerals.Amount(t.Sum)}{t.Indicator.Unit}，"
                    + $"涉及{Numerals.Count(t.Units.Count(u => u.Value > 0m))}家"
            ));

    /// <summary>Q-5: 受表彰3家没有通过评先资格审查; of unions that were commended themselves（集体）.</summary>
    public static IEnumerable<BriefFact> Commended(BriefSubject s, OfficePeriod office)
    {
        var failed =
            office.Screening?.Units.Count(u =>
                s.Covers(u.Town)
                && u.Verdict is ScreeningVerdict.Vetoed or ScreeningVerdict.Fails
                && u.Awards.Any(a => a.Status == CommendationStatus.Granted)
            )
            ?? 0;
        if (failed > 0)
        {
            yield return new(Weights.Shortfall + 1, $"当期受表彰的{Numerals.Count(failed)}家没有通过评先资格审查");
        }
    }

    /// <summary>Q-6: 劳模工匠宣讲场次南濑镇1场，澄湖街道、锦堤街道各2场，未到目标.</summary>
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
            var lagging = Below(s, view.Code);
            if (lagging.Count == 0)
            {
                continue;
            }

            yield return new(
                Weights.Shortfall - 2,
                BriefSubject.Matter(view.Variants[0])
                    + (
                        lagging.Count > MostNames
                            ? $"{Numerals.Count(lagging.Count)}个镇街"
                            : string.Join(
                                '，',
                                lagging
                                    .GroupBy(t => t.Result.ValueWithUnit, StringComparer.Ordinal)
                                    .Select(g =>
                                        string.Join('、', g.Select(t => t.Town.Organisation.ShortName))
                                        + (g.Count() > 1 ? "各" : "")
                                        + g.Key
                                    )
                            ) + "，"
                    )
                    + (s.TellsProgress ? "未到序时" : "未到目标")
            );
        }
    }

    /// <summary>Towns that have not reached the count that is due, least first.</summary>
    public static List<(UnionResult Town, IndicatorResult Result)> Below(BriefSubject s, string code) =>
        [
            .. s
                .Towns.Select(t => (Town: t, Result: t.IndicatorOf(code)!))
                .Where(t =>
                    t.Result is { Score: < 100m, Reported: Reported.Number, IsVeiled: false, Rule.Kind: RuleKind.Count }
                )
                .OrderBy(t => t.Result.Value)
                .ThenBy(t => t.Town.Code, StringComparer.Ordinal),
        ];

    /// <summary>Q-7 of the district: 劳动和技能竞赛45.30%，最高的云岫街道也只有55.10%.</summary>
    public static IEnumerable<BriefFact> ReachedByNone(BriefSubject s)
    {
        if (!s.IsDistrict || s.TellsProgress || Standings.ReachedByNone(s) is not { } share)
        {
            yield break;
        }

        var best = Standings.OfTowns(s, share.Code).Max(i => i.Value);
        var towns = s.Towns.Where(t => t.IndicatorOf(share.Code)?.Value == best).ToList();
        if (towns.Count == 1)
        {
            yield return new(
                Weights.Shortfall - 1,
                $"{Standings.Shortfall(share)}，最高的{towns[0].Organisation.ShortName}也只有"
                    + towns[0].IndicatorOf(share.Code)!.ValueWithUnit
                    + Owned(s, [share])
            );
        }
    }

    /// <summary>
    /// K-1: a figure that a ledger or the sum below contradicts; nothing is advised that rests on it.
    /// </summary>
    public static IEnumerable<BriefFact> Contradictions(BriefSubject s, OfficePeriod office) =>
        Differing(s, office)
            .Select(d => new BriefFact(
                Weights.Contradiction,
                $"{s.NameOf(d.Unit, d.UnitName)}{MatterOf(s, d.Here.Key)}{d.Here.Says}，{d.There.Says}，先核清"
            ));

    /// <summary>What the level below contradicts, of the subject and what it covers.</summary>
    public static IEnumerable<CrossChecks.Discrepancy> Differing(BriefSubject s, OfficePeriod office) =>
        office.Discrepancies.Where(d =>
            d.Code == CrossCheckCodes.LevelsDiffer && d.Period == office.Period && s.Covers(d.Unit)
        );

    /// <summary>K-2: what the ledger has as rectified and the end of the period does not（整改完成不等于达标）.</summary>
    public static IEnumerable<BriefFact> NotReached(BriefSubject s, OfficePeriod office)
    {
        var indicators = office
            .Ledger.Where(t => t.Indicator is not null)
            .ToDictionary(t => t.Code, t => t.Indicator!, StringComparer.Ordinal);
        var cases = office
            .Named.Where(g =>
                g.RectifiedOn <= office.DataDate
                && s.Covers(g.Town)
                && g.Task is not null
                && indicators.ContainsKey(g.Task)
            )
            .Select(g => (Guidance: g, Result: office.Find(g.Organisation)?.IndicatorOf(indicators[g.Task!])))
            .Where(c => c.Result is { FallsShort: true, Reported: not null })
            .DistinctBy(c => (c.Guidance.Organisation, c.Result!.Code))
            .ToList();
        if (cases.Count == 0)
        {
            yield break;
        }

        if (s.IsDistrict || cases.Count > 2)
        {
            var end = s.Period.Period.Kind == PeriodKind.Year ? "年末" : "期末";
            yield return new(
                Weights.Shortfall + 2,
                $"台账记整改完成的事项中，{Numerals.Count(cases.Count)}个{end}仍未达标"
            );
            yield break;
        }

        foreach (var (guidance, result) in cases)
        {
            yield return new(
                Weights.Shortfall + 2,
                $"{s.NameOf(guidance.Organisation, guidance.OrganisationName)}{BriefSubject.Matter(result!.Indicator)}"
                    + $"{BriefSubject.Day(guidance.RectifiedOn!.Value)}记整改完成，期末{result.ValueWithUnit}，"
                    + $"目标{result.TargetText.TrimStart('≥')}，整改完成不等于达标"
            );
        }
    }

    /// <summary>，由权益保障部、财务部负责; empty where the catalogue names nobody.</summary>
    public static string Owned(BriefSubject s, IReadOnlyList<IndicatorResult> results)
    {
        var owners = results
            .Select(i => s.Owner(i.Indicator))
            .Where(o => o.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return owners.Count == 0 ? "" : $"，由{string.Join('、', owners)}负责";
    }

    // ：甲、乙工会, where each unit had to do it and few have not; only in the town's own paper.
    private static string Missing(BriefSubject s, IndicatorResult i)
    {
        const int Most = 6;
        if (s.Period is not OfficePeriod office || i.Indicator.Aggregation != Aggregation.ShareOfUnitsAtTarget)
        {
            return "";
        }

        var units = office
            .EveryUnion.Where(s.IsOwn)
            .Where(u => u.IndicatorOf(i.Code)?.Reported is Reported.YesNo { Done: false })
            .OrderBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => u.Organisation.ShortName)
            .ToList();
        return units.Count is 0 or > Most ? "" : $"：{BriefSubject.Named(units)}";
    }

    // 最高的一家也只有38.95%, where not even the best has reached the target.
    private static string Best(BriefSubject s, IndicatorResult i)
    {
        if (
            i.Reported is not Reported.Ratio
            || i.Rule.Kind != RuleKind.TargetRatio
            || s.Period is not OfficePeriod office
        )
        {
            return "";
        }

        var below = office
            .EveryUnion.Where(s.IsOwn)
            .Select(u => u.IndicatorOf(i.Code))
            .Where(u => u?.State == ObservationState.Reported)
            .ToList();
        return below.Count > 1 && below.TrueForAll(u => u is { Score: < 100m, Reported: Reported.Ratio })
            ? $"，最高的一家也只有{below.MaxBy(u => u!.Value)!.ValueWithUnit}"
            : "";
    }

    private static string MatterOf(BriefSubject s, string code) =>
        s.Period.Indicators.FirstOrDefault(v => v.Code == code) is { } view
            ? BriefSubject.Matter(view.Variants[0])
            : code;
}
