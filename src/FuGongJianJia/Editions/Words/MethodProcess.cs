using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>
/// Process measures in the method（过程数据的口径）: what on time, overdue, days and headcounts mean; only of what the period
/// holds.
/// </summary>
internal static class MethodProcess
{
    /// <summary>One section; none where the period has no process data.</summary>
    public static ImmutableArray<MethodSection> Of(PeriodEdition period, Settings settings)
    {
        List<string> paragraphs = [];
        if (period.Tasks is not null)
        {
            var failed = Phrases.Row([.. settings.FailedAppraisals.Select(Phrases.Quote)]);
            paragraphs.Add(
                "任务：统计到数据截止日期，逐个办理单位判断。领办的为办理单位；分办到而没有领办的，分办单位待领办；没有领办、分办记录的看反馈单位。"
                    + "领办未反馈的待反馈，过了要求完成日期的为逾期；反馈后没有评价的待评价，由下达单位负责，不算办理单位逾期；"
                    + $"最后一次评价有{failed}的退回重办，此外办结；没有办结而退出的为退出。"
            );
            paragraphs.Add(
                "按期反馈：要求完成日期不晚于数据截止日期的为到期，只计到期任务。首次反馈按期，看第一次反馈是否在要求完成日期当天或以前；"
                    + "通过的反馈按期，看评价合格的那一次反馈，还没有评价合格的不算。两种都按单位次计，一项任务由几个单位办理就计几次；"
                    + "按项计的，一项任务的全部办理单位都按期才算一项。指标中的任务办结率由各单位上报，口径不同，不必相等。"
            );
            paragraphs.Add(
                "各步用时：从同一任务前一步到这一步的天数，按自然日计，同一天为0天；一项任务有几个办理单位的，各按自己的前一步计。公布中位数和第90百分位数（线性插值，1位小数）。"
            );
        }

        if (period.Guidance is not null)
        {
            paragraphs.Add(
                "指导：同一单位的同一任务（没有关联任务的按事由）为一个事项，按它到达的最高一级统计止于哪一级；对外只公布件数，不点名。"
            );
        }

        if (period.Needs is not null)
        {
            paragraphs.Add("需求：答复用时从上报日到答复日，按自然日计，取中位数。");
        }

        if (period.Activities is not null)
        {
            paragraphs.Add("活动：人与人次分开合计，不相加；其中有约数的，合计也标“约”。");
        }

        return paragraphs.Count == 0 ? [] : [new("process", "过程数据的口径", [.. paragraphs])];
    }
}
