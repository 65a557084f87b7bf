using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Articles;

/// <summary>Checks cases against the data（案例与数据）.</summary>
internal static class CaseChecks
{
    /// <summary>A 关联活动 must be an activity of some period, a 指标 an indicator of some catalogue.</summary>
    public static void Check(ImmutableArray<CaseStory> cases, ImmutableArray<PeriodData> periods, DiagnosticBag bag)
    {
        var activities = periods.SelectMany(p => p.Activities).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var story in cases.Where(c => c.Activity is not null && !activities.Contains(c.Activity)))
        {
            bag.Add(
                WritingCodes.UnknownActivity,
                new($"input/cases/{story.Slug}.md"),
                $"“关联活动”{DataRow.Quote(story.Activity!)}在各期的活动表里找不到。{Suggest.Phrase(story.Activity!, activities.Order(StringComparer.Ordinal))}"
            );
        }

        var indicators = periods.SelectMany(p => p.Catalogue).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var story in cases)
        {
            foreach (var code in story.Indicators.Where(c => !indicators.Contains(c)))
            {
                bag.Add(
                    WritingCodes.UnknownIndicator,
                    new($"input/cases/{story.Slug}.md"),
                    $"“指标”{DataRow.Quote(code)}在各期的指标目录里找不到。{Suggest.Phrase(code, indicators.Order(StringComparer.Ordinal))}"
                );
            }
        }
    }
}
