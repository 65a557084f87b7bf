using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Sentences and rows of a 反馈意见书（意见书语句）: how high and from where, what is good, what is to be mended, three things
/// first. What has nothing to say is empty and is left out with its head.
/// </summary>
public static class OpinionWords
{
    private const int MostGood = 3;
    private const int MostMended = 5;
    private const int MostTasks = 3;
    private const int MostMissing = 4;

    // A change of a total below it is no matter for a sentence, points.
    private const decimal LeastChange = 0.5m;

    // A studio or title is advised to nobody smaller, workers.
    private const int LeastForTitles = 100;

    extension(Opinion opinion)
    {
        /// <summary>2024年度工会工作反馈意见书.</summary>
        public string Title => $"{opinion.Period.Title}度工会工作反馈意见书";

        /// <summary>
        /// Total, grade, change on the common set, group and place (O-1), and where the change came from (O-2).
        /// </summary>
        public string ResultText
        {
            get
            {
                var unit = opinion.Unit;
                if (unit.Total is not { } total)
                {
                    return $"{opinion.Period.Title}没有可计分的指标，未形成总指数。";
                }

                return $"总指数{Numerals.Score(total)}分{StandingWords.Graded(unit.Grade)}{Moved(unit)}；{Place(unit)}。"
                    + Source(opinion);
            }
        }

        /// <summary>
        /// What reached its target (O-3): duties, 和谐, and what is new; at most three. Empty when nothing did.
        /// </summary>
        public string GoodText
        {
            get
            {
                var full = opinion
                    .Unit.Indicators.Where(i =>
                        i is { Score: >= 100m, Withheld: Withheld.No, IsVeiled: false, Reported: not null }
                    )
                    .ToList();
                var good = full.Where(i => !i.IsEvent && IsWorthSaying(opinion, i))
                    .OrderByDescending(i => i.Indicator.Mandatory)
                    .ThenByDescending(i => IsNew(opinion, i))
                    .ThenByDescending(i => i.Weight)
                    .ThenBy(i => i.Code, StringComparer.Ordinal)
                    .Select(Said)
                    .Concat(full.Where(i => i.IsEvent).Select(i => $"{i.Indicator.Name}{i.ValueWithUnit}"))
                    .Take(MostGood)
                    .ToList();
                return good.Count == 0 ? "" : $"{string.Join('；', good)}。";
            }
        }

        /// <summary>What would add most (O-4): at most five, the largest gain first.</summary>
        public ImmutableArray<MendedRow> ToMend =>
            [
                .. opinion
                    .Unit.Losses.Where(i => i.Gain is > 0m && !IsTitleForOthers(opinion, i))
                    .Take(MostMended)
                    .Select(i => new MendedRow(
                        i.Indicator.Name,
                        Value(opinion.Before?.IndicatorOf(i.Code)),
                        Value(i),
                        Gap(i),
                        $"{Numerals.Score(i.Gain)}分"
                    )),
            ];

        /// <summary>What is missing, a sentence; empty when nothing is.</summary>
        public string MissingText
        {
            get
            {
                var missing = opinion
                    .Unit.Indicators.Where(i => i.State is ObservationState.Missing or ObservationState.Doubtful)
                    .Select(i => i.Indicator.Name)
                    .ToList();
                return missing.Count == 0
                    ? ""
                    : $"缺报或存疑{Numerals.Count(missing.Count)}项："
                        + string.Join('、', missing.Take(MostMissing))
                        + (missing.Count > MostMissing ? "等" : "")
                        + "，请核实补报。";
            }
        }

        /// <summary>
        /// What to do first (O-6): what bars from commendation and overdue audits before gains, at most three.
        /// </summary>
        public ImmutableArray<TaskRow> First =>
            [
                .. opinion
                    .Unit.Indicators.Where(i =>
                        !i.IsEvent && !IsTitle(i.Indicator) && (Bars(opinion, i) || (i.Gain is > 0m && i.FallsShort))
                    )
                    .OrderByDescending(i => i.Indicator.Mandatory)
                    .ThenByDescending(i => Bars(opinion, i))
                    .ThenByDescending(i => i.Rule.Kind == RuleKind.Deduction)
                    .ThenByDescending(i => i.Gain)
                    .ThenBy(i => i.Code, StringComparer.Ordinal)
                    .Take(MostTasks)
                    .Select(i => new TaskRow(
                        i.Indicator.Name,
                        i.Indicator.Remedy.TrimEnd('。'),
                        i.GoalText,
                        i.Indicator.Owner.Length > 0 ? $"本会，{i.Indicator.Owner}指导" : "本会",
                        $"{Numerals.Date(ChecklistWords.DeadlineAfter(opinion.Period))}前"
                    )),
            ];

        /// <summary>
        /// Whether it may be proposed for commendation, with the evidence (O-7): 组织健全度2/4。2024年度评先不予推荐，整改后可参加
        /// 下一年度。 Empty for a town.
        /// </summary>
        public string EligibilityText
        {
            get
            {
                if (opinion.Screened is not { } unit)
                {
                    return "";
                }

                var (reasons, year) = (string.Join('；', unit.Reasons), $"{opinion.Period.Title}度评先");
                return (reasons.Length > 0 ? reasons + "。" : "")
                    + unit.Verdict switch
                    {
                        ScreeningVerdict.Passes => $"{year}资格审查通过。",
                        ScreeningVerdict.Fails => $"{year}不予推荐，整改后可参加下一年度。",
                        ScreeningVerdict.Vetoed => $"{year}不予推荐，下一年度起可参评。",
                        ScreeningVerdict.NotEntered => $"{year}不参评。",
                        _ => $"{year}待核"
                            + (opinion.ReportBy is { } date ? $"，{Numerals.Date(date)}前补报后再定。" : "。"),
                    };
            }
        }

        /// <summary>By when the reply goes where, and the right to object.</summary>
        /// <param name="date">Date of the opinion.</param>
        /// <param name="department">联系部门.</param>
        /// <param name="settings">回复天数 and 复核天数.</param>
        public string ReplyText(DateOnly date, string department, LetterSettings settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            var to = opinion.UpperName.Length > 0 ? opinion.UpperName : department;
            return $"{Numerals.Date(date.AddDays(settings.ReplyDays))}前将回执报{to}。"
                + $"对数据有异议的，写明指标和依据，{Numerals.Count(settings.ReviewDays)}日内复核并书面答复。";
        }
    }

    private static string Moved(UnionResult unit) =>
        unit.Change is not { Comparable: { } change } ? ""
        : Math.Abs(change) < LeastChange ? "，与上年相当"
        : $"，同口径比上年{Numerals.Movement(change)}";

    private static string Place(UnionResult unit)
    {
        var ranking = unit.Ranking;
        if (!ranking.IsRanked)
        {
            return ranking.Reason is null ? "不参加排名" : $"{ranking.ReasonText}，不参加排名";
        }

        var among =
            unit.Organisation.Level == Level.Town
                ? $"{Numerals.Count(ranking.Ranked)}个镇街参加排名"
                : $"同类工会（{ranking.Group}）{Numerals.Count(ranking.Ranked)}家参加排名";
        return $"{among}，{(ranking.Tied ? "并列" : "列")}第{Numerals.Count(ranking.Place)}名";
    }

    // The index that makes half of the change or more, by its share in the total; a rise that an event made is no
    // merit.
    private static string Source(Opinion opinion)
    {
        var unit = opinion.Unit;
        if (unit.Change is not { Comparable: { } change } || Math.Abs(change) < LeastChange)
        {
            return "";
        }

        var weights = opinion.Weights;
        var sum = unit.Indexes.Where(i => i.Change is not null).Sum(i => weights[(int)i.Key]);
        var most = unit
            .Indexes.Where(i => i.Change is { } c && Math.Sign(c) == Math.Sign(change))
            .OrderByDescending(i => Math.Abs(i.Change!.Value) * weights[(int)i.Key])
            .ThenBy(i => i.Key)
            .FirstOrDefault();
        if (most is null || sum == 0m || (change > 0m && most.EventChange > 0m))
        {
            return "";
        }

        var share = most.Change!.Value * weights[(int)most.Key] / sum / change;
        var tenths = (int)decimal.Round(share * 10m, MidpointRounding.AwayFromZero);
        var way = change > 0m ? "升" : "降";
        return share < 0.5m ? ""
            : tenths < 10 ? $"{most.Key.Title()}{Numerals.Movement(most.Change)}，占{way}幅的{Numerals.Han(tenths)}成。"
            : $"{way}幅来自{most.Key.Title()}（{Numerals.Movement(most.Change)}）。";
    }

    private static bool IsWorthSaying(Opinion opinion, IndicatorResult i) =>
        i.Indicator.Mandatory || i.Indicator.Index == IndexKey.Harmony || IsNew(opinion, i);

    private static bool IsNew(Opinion opinion, IndicatorResult i) =>
        opinion.Before?.IndicatorOf(i.Code) is { Score: < 100m };

    private static string Said(IndicatorResult i) =>
        i.Reported is Reported.YesNo ? $"{i.Indicator.Name}报“是”"
        : i.FractionText.Length > 0 ? $"{i.Indicator.Name}{i.FractionText}"
        : $"{i.Indicator.Name}{i.ValueWithUnit}";

    // What the screening found: told also where the public does not see the figure, since it is the union's own.
    private static bool Bars(Opinion opinion, IndicatorResult i) =>
        opinion.Screened?.Values.Any(v =>
            v.Outcome == Outcome.Unmet && string.Equals(v.Row?.Code, i.Code, StringComparison.Ordinal)
        ) == true;

    private static string Value(IndicatorResult? i) =>
        i is null ? Numerals.None
        : i.State is ObservationState.Missing or ObservationState.Doubtful or ObservationState.NotApplicable
            ? i.State.Word()
        : IsOwnAlone(i) ? "按所报"
        : i.ValueWithUnit;

    // What the public does not see the edition does not hold: the union knows what it reported.
    private static bool IsOwnAlone(IndicatorResult i) => i.IsVeiled || i.Withheld != Withheld.No;

    // The next step, not the highest.
    private static string Gap(IndicatorResult i) =>
        IsOwnAlone(i) ? "没有达到目标"
        : i.NextTier is { } next ? $"先到{IndicatorWords.TierText(i.Indicator, next)}"
        : i.GapText;

    // An honour by name, such as a studio of the district.
    private static bool IsTitle(Indicator row) =>
        row.Rule.Kind == RuleKind.Tiers && row.Rule.Tiers.Any(t => t.Word is not null);

    private static bool IsTitleForOthers(Opinion opinion, IndicatorResult i) =>
        opinion.Unit.Organisation.Level == Level.Grassroots
        && IsTitle(i.Indicator)
        && (opinion.Unit.Organisation.Workers ?? 0) < LeastForTitles;
}

/// <summary>A row of what is to be mended（要改的一行）.</summary>
/// <param name="Matter">事项.</param>
/// <param name="Before">上年.</param>
/// <param name="Now">本年.</param>
/// <param name="Gap">差在哪里.</param>
/// <param name="Gain">可得, points of the total.</param>
public sealed record MendedRow(string Matter, string Before, string Now, string Gap, string Gain);

/// <summary>A row of what to do first（先办的一行）.</summary>
/// <param name="Matter">做什么.</param>
/// <param name="Remedy">怎么做; empty where the catalogue names nothing.</param>
/// <param name="Goal">做成什么样.</param>
/// <param name="Who">谁来做.</param>
/// <param name="When">何时.</param>
public sealed record TaskRow(string Matter, string Remedy, string Goal, string Who, string When);
