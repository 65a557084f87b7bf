using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>Words about programmes（专题语句）: every figure with what it is a part of.</summary>
public static class ProgrammeWords
{
    private const int MonthsOfYear = 12;

    extension(Programme programme)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var clauses = Clauses(
                        programme,
                        programme.Period,
                        programme.Pairings.FirstOrDefault(p => p.Period.Kind == PeriodKind.Year),
                        programme.HomeVisits.FirstOrDefault(v => v.Period.Kind == PeriodKind.Year)
                    )
                    .ToList();
                return clauses.Count > 0 ? programme.Period?.Title + Phrases.Sentence(clauses)
                    : programme.Cases.Length > 0
                        ? $"收录{Phrases.Quote(programme.Title)}案例{Numerals.Count(programme.Cases.Length)}篇。"
                    : $"{Phrases.Quote(programme.Title)}尚无记录。";
            }
        }

        /// <summary>What there was of it in one period, a sentence; empty where there was nothing.</summary>
        public string FindingIn(Period period)
        {
            var clauses = Clauses(
                    programme,
                    period,
                    programme.Pairings.FirstOrDefault(p => p.Period == period),
                    programme.HomeVisits.FirstOrDefault(v => v.Period == period)
                )
                .ToList();
            return clauses.Count == 0 ? "" : period.Title + Phrases.Sentence(clauses);
        }

        /// <summary>
        /// Which months had sessions（按月）, or which had none where these are fewer: 12个月里有10个月开展，1月、2月没有。
        /// </summary>
        public string MonthsText
        {
            get
            {
                var (all, some) = (programme.Months.Length, programme.Months.Count(m => m.Sessions > 0));
                var told = $"{Numerals.Count(all)}个月里有{Numerals.Count(some)}个月开展";
                return all < 2 ? ""
                    : some == all ? $"{Numerals.Count(all)}个月每月都有。"
                    : some * 2 > all ? $"{told}，{Names(programme, m => m.Sessions == 0)}没有。"
                    : $"{told}：{Names(programme, m => m.Sessions > 0)}。";
            }
        }

        /// <summary>The months worth a row: all where there is a plan, else those with sessions.</summary>
        public ImmutableArray<ProgrammeMonth> ShownMonths =>
            programme.PlanText.Length > 0 ? programme.Months : [.. programme.Months.Where(m => m.Sessions > 0)];

        /// <summary>
        /// Plan against held（计划和完成）, with the base of the plan: 全年计划288场，已办287场，占99.7%。 Empty without a plan.
        /// </summary>
        public string PlanText =>
            programme is { Plan.Target: > 0m and var target, Months.IsEmpty: false }
                ? $"全年计划{Numerals.Amount(target)}场，已办{Numerals.Thousands(Held(programme))}场，"
                    + $"占{Numerals.PercentInText(Held(programme) * 100m / target)}。"
                : "";

        /// <summary>
        /// Where the plan is from, and what the indicator says where the two differ; empty without a plan.
        /// </summary>
        public string PlanNote =>
            programme.PlanText.Length == 0
                ? ""
                : $"计划取指标“{programme.Plan!.Name}”的全年目标，按月平均；已办取活动台账的场次。"
                    + (programme.PlanDifference.Length > 0 ? "该指标" + programme.PlanDifference : "");

        /// <summary>
        /// What the indicator of the plan says where it differs from the ledger: 报267场，台账记45场，两数口径不同，没有逐场核对。 Empty
        /// where it does not.
        /// </summary>
        public string PlanDifference =>
            programme.PlanText.Length > 0
            && programme.Plan!.Value is Reported.Number { Value: var told }
            && told != Held(programme)
                ? $"报{Numerals.Amount(told)}场，台账记{Numerals.Thousands(Held(programme))}场，"
                    + "两数口径不同，没有逐场核对。"
                : "";

        /// <summary>
        /// What the indicator on visits says where it differs from the ledger, and why; empty where it does not.
        /// </summary>
        public string MeasuredNote =>
            programme.Measured is { Value: Reported.Ratio ratio } indicator
            && programme.HomeVisits.FirstOrDefault(v => v.Period == programme.Period) is { } visits
            && (ratio.Numerator, ratio.Denominator) != (visits.Made, visits.Due)
                ? $"指标“{indicator.Name}”{visits.Period.Title}为{Numerals.Amount(ratio.Numerator)}/"
                    + $"{Numerals.Amount(ratio.Denominator)}，走访汇总为{Numerals.Thousands(visits.Made)}/"
                    + $"{Numerals.Thousands(visits.Due)}："
                    + (
                        ratio.Denominator < visits.Due
                            ? "指标缺报、存疑的单位不进该指标的汇总。"
                            : "两处没有核对一致，先核清再用。"
                    )
                : "";

        /// <summary>Pairs by skill, most first, then by name（按技能方向）; those without one are 未写明.</summary>
        public ImmutableArray<(string Skill, int Count)> Skills =>
            [
                .. programme
                    .Pairs.CountBy(p => p.Skill.Length > 0 ? p.Skill : "未写明", StringComparer.Ordinal)
                    .OrderByDescending(s => s.Value)
                    .ThenBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => (s.Key, s.Value)),
            ];

        /// <summary>
        /// Whom the list of pairs holds（名单范围）: 列出所在工会公开的47对，分布在30家工会；同意公布姓名并且没有逾期的9对列出姓名。
        /// </summary>
        public string PairsNote
        {
            get
            {
                var (listed, named) = (programme.Pairs.Length, programme.Pairs.Count(p => p.Names is not null));
                var hidden = programme.Pairings[0].Made - listed;
                var unions = programme.Pairs.Select(p => p.Organisation).Distinct(StringComparer.Ordinal).Count();
                return $"列出所在工会公开的{Numerals.Thousands(listed)}对，在{Numerals.Thousands(unions)}家工会"
                    + (hidden > 0 ? $"；另有{Numerals.Thousands(hidden)}对所在工会不公开，不列" : "")
                    + "。"
                    + (
                        named > 0
                            ? $"其中{Numerals.Thousands(named)}对同意公布姓名，其余不写姓名。"
                            : "没有取得同意的，不写姓名。"
                    );
            }
        }
    }

    extension(ProgrammeMonth month)
    {
        /// <summary>Sessions that are due by the end of a month, of a plan of the whole year（序时）.</summary>
        public decimal Due(decimal target) =>
            decimal.Round(target * month.Month / MonthsOfYear, 1, MidpointRounding.AwayFromZero);
    }

    private static string Names(Programme programme, Func<ProgrammeMonth, bool> which) =>
        string.Join('、', programme.Months.Where(which).Select(m => $"{Numerals.Count(m.Month)}月"));

    private static int Held(Programme programme) => programme.Months.Sum(m => m.Sessions);

    private static IEnumerable<string> Clauses(
        Programme programme,
        Period? period,
        PairingTotal? pairs,
        HomeVisitTotal? visits
    )
    {
        var total = programme.Totals.FirstOrDefault(t => t.Period == period).Total;
        if (total is { Activities: > 0 })
        {
            var ending = programme.Title.EndsWith("活动", StringComparison.Ordinal) ? "" : "活动";
            yield return $"开展{Phrases.Quote(programme.Title)}{ending}{Numerals.Count(total.Activities)}项、"
                + $"{Numerals.Count(total.Sessions)}场";
            yield return ActivityWords.Attended(total.People, total.Attendances, total.Approximate);
        }

        if (pairs is not null)
        {
            yield return $"结成师徒{Numerals.Count(pairs.Made)}对";
            yield return pairs.Due == 0
                ? ""
                : $"到期{Numerals.Count(pairs.Due)}对、完成{Numerals.Count(pairs.Completed)}对";
        }

        if (visits is not null)
        {
            yield return $"应访{Numerals.Thousands(visits.Due)}人，实访{Numerals.Thousands(visits.Made)}人";
            yield return visits.Due == 0 ? "" : $"占{Numerals.PercentInText(visits.Made * 100m / visits.Due)}";
            if (visits.Problems > 0)
            {
                yield return $"职工反映问题{Numerals.Thousands(visits.Problems)}个，已解决{Numerals.Thousands(visits.Solved)}个";
                yield return visits.Solved < visits.Problems
                    ? $"尚有{Numerals.Thousands(visits.Problems - visits.Solved)}个没有解决"
                    : "";
            }
        }
    }
}
