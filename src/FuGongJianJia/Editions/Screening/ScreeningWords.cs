using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Screening;

/// <summary>Words of the screening（评先资格审查用语）: reasons with their evidence, what is to be mended, counts.</summary>
public static class ScreeningWords
{
    extension(ScreeningTable table)
    {
        /// <summary>Who is looked at, and who is not: 范围为基层工会199家，公开与否都在内；另有2家撤销，不在表内。</summary>
        public string Range
        {
            get
            {
                var left = table
                    .LeftOut.GroupBy(u => u.Standing.Word, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => $"{Numerals.Thousands(g.Count())}家{g.Key}")
                    .ToList();
                return $"范围为基层工会{Numerals.Thousands(table.Units.Length)}家，公开与否都在内"
                    + (left.Count == 0 ? "。" : $"；另有{string.Join('、', left)}，不在表内。");
            }
        }

        /// <summary>通过76家、不通过110家、待核7家、不参评5家、否决1家: those that are.</summary>
        public string Counts =>
            string.Join(
                '、',
                Order
                    .Select(v => (Verdict: v, Count: table.Count(v)))
                    .Where(x => x.Count > 0)
                    .Select(x => $"{x.Verdict.Word()}{Numerals.Thousands(x.Count)}家")
            );

        /// <summary>
        /// How often each reason stands, a union as often as it has reasons: 有群体性劳动关系事件的1家、组织健全度未达标的94家.
        /// </summary>
        public string ReasonCounts
        {
            get
            {
                var counts = table
                    .Indicators.Select(
                        (indicator, i) =>
                            (
                                Text: indicator.Demand == Demand.NoOccurrence
                                    ? "有" + indicator.Name
                                    : indicator.Name + "未达标",
                                indicator.Demand,
                                Count: table.Units.Count(u => u.Values[i].Outcome == Outcome.Unmet)
                            )
                    )
                    .OrderBy(x => x.Demand)
                    .Select(x => (x.Text, x.Count))
                    .Append(
                        ("总指数不到" + Numerals.Plain(table.LeastTotal) + "分", table.Units.Count(u => u.LacksTotal))
                    )
                    .Append(
                        (
                            "要看的指标缺报或存疑",
                            table.Units.Count(u => u.Values.Any(v => v.Outcome == Outcome.Unanswered))
                        )
                    )
                    .Append(
                        (
                            "覆盖率不到" + Numerals.Plain(table.MinimumCoverage) + "%",
                            table.Units.Count(u => u.LacksCoverage)
                        )
                    )
                    .Append(("新建", table.Units.Count(u => u.Standing is UnitStanding.New)))
                    .Where(x => x.Item2 > 0)
                    .Select(x => $"{x.Item1}的{Numerals.Thousands(x.Item2)}家");
                return string.Join('、', counts);
            }
        }

        /// <summary>What is looked at: 群体性劳动关系事件（一票否决）、组织健全度（必备）.</summary>
        public string Asked =>
            string.Join('、', table.Indicators.OrderBy(i => i.Demand).Select(i => $"{i.Name}（{i.Demand.Word()}）"));

        /// <summary>The bars beside the indicators, a sentence: 覆盖率不到80%的待核。</summary>
        public string Bars =>
            (table.LeastTotal > 0m ? $"总指数不到{Numerals.Plain(table.LeastTotal)}分的不通过，" : "")
            + $"覆盖率不到{Numerals.Plain(table.MinimumCoverage)}%的待核，新建的不参评。";

        /// <summary>When what is missing is to be there: 补报2025年1月15日前，补齐、整改2025年3月31日前.</summary>
        public string Dates => $"补报{Numerals.Date(table.ReportBy)}前，其余{Numerals.Date(table.MendBy)}前";
    }

    extension(ScreenedUnit unit)
    {
        /// <summary>Every reason that applies with its evidence, the gravest first; empty for 通过.</summary>
        public ImmutableArray<string> Reasons =>
            [
                .. unit
                    .Values.Where(v => v.Outcome == Outcome.Unmet)
                    .OrderBy(v => v.Demand)
                    .Select(Reason)
                    .Concat(unit.Standing is UnitStanding.New ? ["新建" + Since(unit.Standing)] : [])
                    .Concat(unit.LacksTotal ? [$"总指数{Numerals.Score(unit.Total)}分"] : [])
                    .Concat(
                        unit.Values.Where(v => v.Outcome == Outcome.Unanswered)
                            .GroupBy(v => v.State)
                            .OrderBy(g => g.Key)
                            .Select(g => string.Join('、', g.Select(v => v.Row!.Name)) + g.Key.Word())
                    )
                    .Concat(unit.LacksCoverage ? [$"覆盖率{Numerals.Percent(unit.Coverage)}"] : []),
            ];

        /// <summary>What is to be done, a line each; empty when nothing can be.</summary>
        public ImmutableArray<string> Mends =>
            [
                .. unit
                    .Values.Where(v => v is { Outcome: Outcome.Unmet, Row.Nature: not IndicatorNature.Event })
                    .OrderBy(v => v.Demand)
                    .Select(Mend)
                    .Concat(
                        unit.Unanswered > 0 && unit.Verdict != ScreeningVerdict.Passes ? [Report(unit.Unanswered)] : []
                    )
                    .Where(t => t.Length > 0),
            ];

        /// <summary>By when all of it is to be done; null when nothing is.</summary>
        public DateOnly? MendBy(ScreeningTable table) =>
            unit.Mends.IsEmpty ? null
            : unit.Values.Any(v => v is { Outcome: Outcome.Unmet, Row.Nature: not IndicatorNature.Event })
                ? table.MendBy
            : table.ReportBy;

        /// <summary>True when a commendation of the period does not agree with the verdict.</summary>
        public bool IsContradicted => unit.Verdict != ScreeningVerdict.Passes && !unit.Awards.IsEmpty;

        /// <summary>What it was commended for all the same, a line each; empty for 通过.</summary>
        public ImmutableArray<string> Contradictions =>
            unit.Verdict == ScreeningVerdict.Passes ? [] : [.. unit.Awards.Select(a => $"{a.Text}，与审查不一致")];
    }

    extension(ScreenedAward award)
    {
        /// <summary>2024-07-06已授予模范职工之家（示工发〔2024〕35号）.</summary>
        public string Text =>
            $"{Numerals.TableDate(award.GrantedOn)}{award.Status.Word()}{award.Honour}"
            + (award.Document.Length > 0 ? $"（{award.Document}）" : "");
    }

    extension(ScreenedValue value)
    {
        /// <summary>数值 as evidence: 2/4, 3个, 否, 缺报; / when not applicable.</summary>
        public string Text =>
            value switch
            {
                { Row: { } row, Value: { } reported } => Evidence(row, reported),
                { State: ObservationState.NotApplicable } or { Row: null } => Numerals.NotApplicable,
                _ => value.State.Word(),
            };
    }

    /// <summary>The order in which verdicts are told.</summary>
    private static ImmutableArray<ScreeningVerdict> Order =>
        [
            ScreeningVerdict.Passes,
            ScreeningVerdict.Fails,
            ScreeningVerdict.Unclear,
            ScreeningVerdict.NotEntered,
            ScreeningVerdict.Vetoed,
        ];

    private static string Since(UnitStanding standing) =>
        standing is UnitStanding.New { Since: { } on } ? $"（{Numerals.Date(on)}成立）" : "";

    private static string Reason(ScreenedValue value) =>
        value.Row!.Name
        + value.Text
        + (value is { Demand: Demand.NoOccurrence, ReportedOn: { } on } ? $"（{Numerals.Date(on)}上报）" : "");

    // A checklist says how many are open; of others the catalogue says what is to be done.
    private static string Mend(ScreenedValue value) =>
        value is { Row.Rule.Kind: RuleKind.Checklist, Value: Reported.Ratio ratio }
            ? $"{value.Row.Name}补齐{Numerals.Plain(ratio.Denominator - ratio.Numerator)}项"
            : value.Row!.Remedy;

    private static string Report(int count) => $"补报{Numerals.Thousands(count)}项";

    private static string Evidence(Indicator row, Reported reported) =>
        row.Rule.Kind == RuleKind.Checklist && reported is Reported.Ratio ratio
            ? $"{Numerals.Amount(ratio.Numerator)}/{Numerals.Amount(ratio.Denominator)}"
            : reported.TextFor(row);
}
