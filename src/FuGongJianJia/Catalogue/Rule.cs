using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Catalogue;

/// <summary>A typed rule（规则、参数）.</summary>
/// <param name="Kind">规则.</param>
/// <param name="Target">达标比例 (percent), 计数 (count), 扣分 (points each), 清单 (most items).</param>
/// <param name="Tiers">分档 only, highest first.</param>
public sealed record Rule(RuleKind Kind, decimal? Target, ImmutableArray<Tier> Tiers)
{
    /// <summary>A whole year.</summary>
    public const int WholeYear = 12;

    /// <summary>
    /// Months of the year for which the target is due（序时进度）, 1–12: of <see cref="Target"/> so many twelfths.
    /// </summary>
    public int Months { get; init; } = WholeYear;

    /// <summary>True where scores are measured against <see cref="Target"/>: 达标比例 and 计数.</summary>
    public bool TakesTarget => Kind is RuleKind.TargetRatio or RuleKind.Count;

    /// <summary>
    /// Target that is due, in the value's unit and to the hundredth; null for rules without one. Scores are computed
    /// from the exact one.
    /// </summary>
    public decimal? Due =>
        !TakesTarget ? null
        : Months == WholeYear ? Target
        : decimal.Round(Target!.Value * Months / WholeYear, 2, MidpointRounding.AwayFromZero);

    /// <summary>The 参数 cell as it is written in a catalogue.</summary>
    public string Text =>
        Kind switch
        {
            RuleKind.YesNo => "",
            RuleKind.Tiers => string.Join(
                ';',
                Tiers.Select(t => $"{t.Word ?? ExactNumber.Of(t.Threshold ?? 0m)}:{ExactNumber.Of(t.Points)}")
            ),
            _ => Target is { } target ? ExactNumber.Of(target) : "",
        };
}

/// <summary>A step of 分档: a threshold（numeric）or a word（such as 省级及以上）and its points.</summary>
/// <param name="Threshold">Lowest value that earns the points; null for a word.</param>
/// <param name="Word">The word, for tiers named by words.</param>
/// <param name="Points">0–100.</param>
public sealed record Tier(decimal? Threshold, string? Word, decimal Points);
