using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Cases;

/// <summary>Checks cases against the data（案例与数据）.</summary>
internal static class CaseChecks
{
    /// <summary>A 关联活动 must be an activity of some period.</summary>
    public static void Check(ImmutableArray<CaseStory> cases, ImmutableArray<PeriodData> periods, DiagnosticBag bag)
    {
        var activities = periods.SelectMany(p => p.Activities).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var story in cases.Where(c => c.Activity is not null && !activities.Contains(c.Activity)))
        {
            bag.Add(WritingCodes.UnknownActivity, new($"input/cases/{story.Slug}.md"), $"“关联活动”{DataRow.Quote(story.Activity!)}在各期的活动表里找不到。{Suggest.Phrase(story.Activity!, activities.Order(StringComparer.Ordinal))}");
        }
    }
}
