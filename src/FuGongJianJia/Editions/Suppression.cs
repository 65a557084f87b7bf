using System.Collections.Frozen;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>Why a value is withheld（小数保护）.</summary>
public enum Withheld
{
    /// <summary>It is shown.</summary>
    No,

    /// <summary>A count from 1 to the threshold less one: shown as ＜5.</summary>
    Small,

    /// <summary>Withheld so that a small one cannot be found by subtraction: 不公布.</summary>
    Complementary,
}

/// <summary>
/// Small-number protection（小数保护）for one period. Sensitive are indicators whose 指标名称 or 口径 holds one of the words of the settings. Of these, a 分子, 分母
/// or count from 1 to 4 (settings: 小数保护阈值) is shown as ＜5, its rate and its score are not published. Where a town or the district is the sum of
/// units below, subtraction must not give a small one back: of what a published sum leaves open after everything that is shown, at least two units
/// stay withheld, their sums reach the threshold, and no figure is the only one possible; else the smallest units beside follow, and last the sum itself.
/// </summary>
public sealed class Suppression
{
    private readonly FrozenDictionary<(int Union, int Indicator), Withheld> withheld;

    private Suppression(Dictionary<(int, int), Withheld> withheld) => this.withheld = withheld.ToFrozenDictionary();

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
        return settings.SensitiveWords.Any(w => indicator.Name.Contains(w, StringComparison.Ordinal) || indicator.Definition.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Whether a value is withheld.</summary>
    public Withheld Of(int union, int indicator) => withheld.GetValueOrDefault((union, indicator));

    /// <summary>Decides for a period.</summary>
    public static Suppression For(PeriodScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var withheld = new Dictionary<(int, int), Withheld>();
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            if (scores.Plan.RowsOf[i].Any(r => IsSensitive(scores.Plan.Rows[r], scores.Settings)))
            {
                new OpenSums(scores, i, withheld).Protect();
            }
            else if (scores.Plan.RowsOf[i].Any(r => IsSurvey(scores.Plan.Rows[r])))
            {
                Survey(scores, i, withheld);
            }
        }

        return new(withheld);
    }

    // Too few ballots say little and may say who voted how. Sums of ballots give no single one back, so nothing beside is withheld.
    private static void Survey(PeriodScores scores, int indicator, Dictionary<(int, int), Withheld> withheld)
    {
        for (var u = 0; u < scores.Organisations.Length; u++)
        {
            if (scores.At(u, indicator) is { State: CellState.Scored, Measure: { IsRatio: true } measure } && measure.Denominator < scores.Settings.FewestBallots)
            {
                withheld[(u, indicator)] = Withheld.Small;
            }
        }
    }
}
