using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Articles;

/// <summary>Checks cases against the data（案例与数据）.</summary>
internal static class CaseChecks
{
    /// <summary>A 关联活动 must be an activity of some period, a 指标 an indicator of some catalogue.</summary>
    /// <param name="cases">Cases.</param>
    /// <param name="activityCodes">Codes of the activities of every period.</param>
    /// <param name="indicatorCodes">Codes of the indicators of every period.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static void Check(
        ImmutableArray<CaseStory> cases,
        IEnumerable<string> activityCodes,
        IEnumerable<string> indicatorCodes,
        DiagnosticBag bag
    )
    {
        var activities = activityCodes.ToHashSet(StringComparer.Ordinal);
        foreach (var story in cases.Where(c => c.Activity is not null && !activities.Contains(c.Activity)))
        {
            bag.Add(
                WritingCodes.UnknownActivity,
                new($"input/cases/{story.Slug}.md"),
                $"“关联活动”{Diagnostic.Quote(story.Activity!)}在各期的活动表里找不到。"
                    + Suggest.Phrase(story.Activity!, activities.Order(StringComparer.Ordinal))
            );
        }

        var indicators = indicatorCodes.ToHashSet(StringComparer.Ordinal);
        foreach (var story in cases)
        {
            foreach (var code in story.Indicators.Where(c => !indicators.Contains(c)))
            {
                bag.Add(
                    WritingCodes.UnknownIndicator,
                    new($"input/cases/{story.Slug}.md"),
                    $"“指标”{Diagnostic.Quote(code)}在各期的指标目录里找不到。"
                        + Suggest.Phrase(code, indicators.Order(StringComparer.Ordinal))
                );
            }
        }
    }
}
