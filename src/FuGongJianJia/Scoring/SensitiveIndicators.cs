using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Which indicators small-number protection concerns（敏感指标）.</summary>
public static class SensitiveIndicators
{
    /// <summary>
    /// True when the indicator is about hardship, illness, disability or disputes (settings: 小数保护词语).
    /// </summary>
    public static bool IsSensitive(Indicator indicator, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.SensitiveWords.Any(w =>
            indicator.Name.Contains(w, StringComparison.Ordinal)
            || indicator.Definition.Contains(w, StringComparison.Ordinal)
        );
    }

    /// <summary>True when the indicator is a survey: its 口径 speaks of 有效票.</summary>
    public static bool IsSurvey(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Definition.Contains("有效票", StringComparison.Ordinal);
    }
}
