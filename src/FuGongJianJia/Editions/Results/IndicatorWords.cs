using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Values, targets and calculations of an indicator in words（口径文字）: for pages, reports and `fugong explain`.
/// </summary>
public static class IndicatorWords
{
    private static readonly string[] MoneyWords = ["经费", "金额", "缴额"];

    extension(IndicatorResult result)
    {
        /// <summary>
        /// 数值 as shown, with 约 where approximate, without the unit: 95.50, 12, 是, 省级及以上, ＜5, —, /.
        /// </summary>
        public string ValueText =>
            result.Reported is { } reported ? Value(result.Indicator, reported)
            : result.State == ObservationState.NotApplicable ? Numerals.NotApplicable
            : Numerals.None;

        /// <summary>Unit of the value: %, 场 …; empty for words, marks and what is withheld.</summary>
        public string UnitText => result.Reported is { } reported ? Unit(result.Indicator, reported) : "";

        /// <summary>
        /// 数值 with its unit where the unit belongs to it: 95.50%, 12场, 是, 约80人, ＜5; marks of absence have no unit.
        /// </summary>
        public string ValueWithUnit => result.ValueText + result.UnitText;

        /// <summary>分子 as shown; empty when there is none, its mark when withheld.</summary>
        public string NumeratorText =>
            result.Reported switch
            {
                Reported.Ratio ratio => Numerals.Amount(ratio.Numerator),
                Reported.WithheldRatio withheld => withheld.Numerator.Text,
                _ => "",
            };

        /// <summary>分母 as shown; empty when there is none, its mark when withheld.</summary>
        public string DenominatorText =>
            result.Reported switch
            {
                Reported.Ratio ratio => Numerals.Amount(ratio.Denominator),
                Reported.WithheldRatio withheld => withheld.Denominator.Text,
                _ => "",
            };

        /// <summary>分子/分母: 912/960, 39,829,275/40,956,300元, ＜5/不公布; empty when there are none.</summary>
        public string FractionText =>
            result.Reported is Reported.Ratio or Reported.WithheldRatio
                ? $"{result.NumeratorText}/{result.DenominatorText}"
                    + (result.Reported is Reported.Ratio ? PartUnit(result.Indicator) : "")
                : "";

        /// <summary>得分/分值: 28.50/30; — when missing or withheld, / when not applicable.</summary>
        public string PointsText =>
            result switch
            {
                { Points: { } points } => Numerals.Score(points) + "/" + Numerals.Plain(result.Weight),
                { State: ObservationState.NotApplicable } => Numerals.NotApplicable,
                _ => Numerals.None,
            };

        /// <summary>Target as shown: ≥95%, 12场, 分档, 是; never empty.</summary>
        public string TargetText => Target(result.Indicator, result.Target);

        /// <summary>Why a figure is withheld, beside its state: 小数保护, 不公布; empty where it is shown.</summary>
        public string WithheldText =>
            result.Withheld switch
            {
                Withheld.No => "",
                Withheld.Unpublished => "不公布",
                _ => "小数保护",
            };

        /// <summary>
        /// The calculation in words: 912÷960=95.00%，目标≥95%，已达标，得100.00分 …; of what is withheld the reason; empty
        /// when not scored.
        /// </summary>
        /// <param name="settings">Whether withheld values count in the index（小数保护计分、不公开计分）.</param>
        public string Explanation(Settings settings) =>
            result switch
            {
                { Withheld: not Withheld.No and var how } => how switch
                {
                    Withheld.Small => "涉及人数或件数较少，按小数保护规则不公布数值和得分",
                    Withheld.Complementary => "为防止由合计或同一时段的其他期间推算出小数，不公布数值和得分",
                    _ => "按指标目录的公开方式不公布数值和得分",
                }
                    + (
                        (how == Withheld.Unpublished ? settings.ScoresUnpublished : settings.ScoresWithheld)
                            ? "，照常计入指数"
                            : "，也不计分，分值由同一指数的其他指标分担"
                    ),
                { IsVeiled: true, Score: { } score, Points: { } points } =>
                    $"按指标目录的公开方式只公布得分，得{Numerals.Score(score)}分，"
                        + $"折合{Numerals.Score(points)}分（分值{Numerals.Plain(result.Weight)}分）",
                { Reported: { } reported, Score: { } score, Points: { } points } =>
                    $"{Basis(result.Indicator, reported, result.Target, result.Pool, score)}，"
                        + $"得{Numerals.Score(score)}分，折合{Numerals.Score(points)}分"
                        + $"（分值{Numerals.Plain(result.Weight)}分）",
                _ => "",
            };
    }

    extension(Reported reported)
    {
        /// <summary>数值 with its unit, as the row of the catalogue has it: 2/4 is told as 50.00%.</summary>
        public string TextFor(Indicator row) => Value(row, reported) + Unit(row, reported);
    }

    /// <summary>A tier in words: 区级, 80%.</summary>
    internal static string TierText(Indicator row, Tier tier) =>
        tier.Word ?? Numerals.Plain(tier.Threshold ?? 0m) + (row.Unit == "%" ? "%" : row.Unit);

    /// <summary>怎样得分: a rule as a reader would tell it: 达到95%得100分，不到的按比例计.</summary>
    public static string Earning(Indicator row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var target = Numerals.Plain(row.Rule.Target ?? 0m);
        return row.Rule.Kind switch
        {
            RuleKind.TargetRatio => $"达到{target}%得100分，不到的按比例计",
            RuleKind.Tiers => string.Join(
                '，',
                row.Rule.Tiers.Select(t =>
                    t.Word is null
                        ? $"{TierText(row, t)}及以上{Numerals.Plain(t.Points)}分"
                        : $"{t.Word}{Numerals.Plain(t.Points)}分"
                )
            ),
            RuleKind.YesNo => "做到得100分，没有做到得0分",
            RuleKind.Checklist => "全部完成得100分，否则按完成的项数计",
            RuleKind.Deduction => $"从100分起，每{row.Unit}扣{target}分",
            _ => $"满{target}{(row.Unit == "%" ? "%" : row.Unit)}得100分，不到的按比例计",
        };
    }

    /// <summary>True when the value is a percentage: a ratio, or a number that its rule or unit makes one.</summary>
    internal static bool IsPercent(Indicator row, Reported reported) =>
        reported is Reported.Ratio
        || (
            reported is Reported.Number
            && (
                row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Checklist
                || (row.Rule.Kind == RuleKind.Tiers && row.Unit == "%")
            )
        );

    /// <summary>数值 as shown, without unit.</summary>
    internal static string Value(Indicator row, Reported reported) =>
        reported switch
        {
            Reported.Ratio ratio => About(ratio.Approximate) + Numerals.Score(ratio.Figure),
            Reported.Number number => About(number.Approximate)
                + (IsPercent(row, number) ? Numerals.Score(number.Value) : Numerals.Amount(number.Value)),
            Reported.NamedTier tier => tier.Word,
            Reported.YesNo answer => answer.Done ? "是" : "否",
            Reported.WithheldNumber withheld => withheld.Mark.Text,
            _ => Numerals.Withheld,
        };

    /// <summary>Unit of the value: % for shares, the indicator's own unit for counts, none for words.</summary>
    internal static string Unit(Indicator row, Reported reported) =>
        IsPercent(row, reported) ? "%"
        : reported is Reported.Number ? row.Unit
        : "";

    /// <summary>Target as shown: ≥95%, 12场, 分档, 0起, 是, 全部完成.</summary>
    internal static string Target(Indicator row, decimal? target) =>
        row.Rule.Kind switch
        {
            RuleKind.TargetRatio => $"≥{Numerals.Plain(target ?? 0m)}%",
            RuleKind.Count => Numerals.Plain(target ?? 0m) + (row.Unit == "%" ? "" : row.Unit),
            RuleKind.Tiers => "分档",
            RuleKind.Deduction => "0" + row.Unit,
            RuleKind.YesNo => "是",
            _ => "全部完成",
        };

    /// <summary>The figure itself: 912÷960=95.00%, 12场, 是.</summary>
    internal static string Figure(Indicator row, Reported reported) =>
        reported is Reported.Ratio ratio
            ? $"{Numerals.Amount(ratio.Numerator)}{PartUnit(row)}÷{Numerals.Amount(ratio.Denominator)}{PartUnit(row)}"
                + $"={Value(row, reported)}%"
            : $"{Value(row, reported)}{Unit(row, reported)}";

    /// <summary>What the score rests on: 912÷960=95.00%，目标≥95%，已达标.</summary>
    internal static string Basis(Indicator row, Reported reported, decimal? target, PooledFrom? pool, decimal score)
    {
        var rule = row.Rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Count => $"，目标{Target(row, target)}"
                + (score >= 100m ? "，已达标" : ""),
            RuleKind.Tiers => TierReached(row, reported) is { } tier ? $"，达到“{tier}”档" : "，未达最低档",
            RuleKind.Deduction => $"，每{row.Unit}扣{Numerals.Plain(row.Rule.Target ?? 0m)}分",
            RuleKind.Checklist => reported is Reported.Ratio ? "，按完成项占适用项计" : "",
            _ => "",
        };
        var pooled = pool is null
            ? ""
            : $"（{Numerals.Count(pool.Reporting)}个{pool.Level.Word()}单位，{pool.Method.Word()}）";
        return $"{Figure(row, reported)}{pooled}{rule}";
    }

    private static string? TierReached(Indicator row, Reported reported)
    {
        foreach (var tier in row.Rule.Tiers)
        {
            if (tier.Word is { } word)
            {
                if (reported is Reported.NamedTier named && string.Equals(word, named.Word, StringComparison.Ordinal))
                {
                    return word;
                }
            }
            else if (
                reported is Reported.Ratio ratio
                    ? ratio.Numerator * 100m >= tier.Threshold * ratio.Denominator
                    : reported.Figure >= tier.Threshold
            )
            {
                return $"{Numerals.Plain(tier.Threshold ?? 0m)}{(IsPercent(row, reported) ? "%" : row.Unit)}及以上："
                    + $"{Numerals.Plain(tier.Points)}分";
            }
        }

        return null;
    }

    // What a share is of stands nowhere in the catalogue: money is told from its words.
    private static string PartUnit(Indicator row) => IsMoney(row) ? "元" : "";

    /// <summary>True where a share is of money.</summary>
    internal static bool IsMoney(Indicator row) =>
        MoneyWords.Any(w =>
            row.Name.Contains(w, StringComparison.Ordinal) || row.Definition.Contains(w, StringComparison.Ordinal)
        );

    private static string About(bool approximate) => approximate ? "约" : "";
}
