using System.Collections.Frozen;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring.Protection;

/// <summary>
/// Small-number protection（小数保护）of one period. Sensitive are indicators whose 指标名称 or 口径 holds one of the words of the
/// settings. Of these, a 分子, 分母
/// or count from 1 to 4 (settings: 小数保护阈值) is shown as ＜5, its rate and its score are not published. Where a town or
/// the district is the sum of
/// units below, subtraction must not give a small one back: of what a published sum leaves open after everything that
/// is shown, at least two units
/// stay withheld, their sums reach the threshold, and no figure is the only one possible; else the smallest units
/// beside follow, and last the sum itself.
/// What is withheld in one of several periods within one another is withheld in all of them
/// (<see cref="PeriodFamilies"/>). It counts in the index
/// unless the settings set it aside (小数保护计分), so that the index does not give it back either.
/// </summary>
public sealed class Suppression
{
    private readonly FrozenDictionary<(int Union, int Indicator), Withheld> _withheld;

    internal Suppression(IReadOnlyDictionary<(int Union, int Indicator), Withheld> withheld) =>
        this._withheld = withheld.ToFrozenDictionary();

    /// <summary>Nothing is withheld.</summary>
    internal static Suppression None { get; } = new(new Dictionary<(int, int), Withheld>());

    /// <summary>Cells that are withheld, in no order.</summary>
    internal IEnumerable<(int Union, int Indicator)> Cells => _withheld.Keys;

    /// <summary>True when the indicator is a survey: its 口径 speaks of 有效票.</summary>
    public static bool IsSurvey(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Definition.Contains("有效票", StringComparison.Ordinal);
    }

    /// <summary>True when the indicator is about hardship, illness, disability or disputes.</summary>
    public static bool IsSensitive(Indicator indicator, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.SensitiveWords.Any(w =>
            indicator.Name.Contains(w, StringComparison.Ordinal)
            || indicator.Definition.Contains(w, StringComparison.Ordinal)
        );
    }

    /// <summary>Whether a value is withheld.</summary>
    public Withheld Of(int union, int indicator) => _withheld.GetValueOrDefault((union, indicator));
}
