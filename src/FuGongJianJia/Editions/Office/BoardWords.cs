using System.Collections.Immutable;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Sentences of the board of tasks（任务进度语句）: where it is stuck, whose turn it is, how many days. Who reported in
/// time is never called late.
/// </summary>
public static class BoardWords
{
    private const int MostHolders = 5;

    extension(OfficePeriod period)
    {
        /// <summary>The board in one line: 9件没有办结，5件在等示例区总工会评价.</summary>
        public string BoardTitle
        {
            get
            {
                var open = period.OpenMatters.Length;
                var worst = period
                    .Pending.GroupBy(m =>
                        (m.State.Stage, Holder: m.State.Stage == ExecutorStage.AwaitingAppraisal ? m.HolderName : "")
                    )
                    .OrderByDescending(g => g.Count())
                    .ThenByDescending(g => g.Max(m => m.State.Days))
                    .ThenBy(g => g.Key.Holder, StringComparer.Ordinal)
                    .FirstOrDefault();
                return period.Matters.IsEmpty ? "没有任务"
                    : open == 0 ? "任务全部办结"
                    : worst is null ? $"{Numerals.Count(open)}件在办，都没有到期"
                    : $"{Numerals.Count(open)}件没有办结，{Numerals.Count(worst.Count())}件"
                        + worst.Key.Stage switch
                        {
                            ExecutorStage.AwaitingAppraisal => $"在等{worst.Key.Holder}评价",
                            ExecutorStage.AwaitingReport => "逾期未反馈",
                            ExecutorStage.AwaitingUptake => "逾期未领办",
                            _ => "退回未重报",
                        };
            }
        }

        /// <summary>卡在哪里、该谁办、还差几天, each with its answer; empty when all is settled.</summary>
        public ImmutableArray<(string Question, string Answer)> BoardAnswers =>
            !period.OpenMatters.IsEmpty
                ?
                [
                    ("卡在哪里", Stuck(period)),
                    ("该谁办", Whose(period.Holders)),
                    ("还差几天", Left(period.OpenMatters)),
                ]
                : [];
    }

    extension(TaskMatter matter)
    {
        /// <summary>还差几天: 还差33天, 今天到期, 逾期134天; 按期反馈 or 迟2天反馈 of what waits for an appraisal.</summary>
        public string LeftText =>
            matter.State switch
            {
                { IsOpen: false } => Numerals.None,
                { Stage: ExecutorStage.AwaitingAppraisal } => matter.FirstReportOn <= matter.DueOn
                    ? "按期反馈"
                    : $"{MatterWords.Earliness(matter)}反馈",
                _ => matter.DaysLeft switch
                {
                    > 0 and var left => $"还差{Numerals.Count(left)}天",
                    0 => "今天到期",
                    var over => $"逾期{Numerals.Count(-over)}天",
                },
            };

        /// <summary>已发指导, and the next rung where the executor holds what is pending: 已督办，下一级约谈.</summary>
        public string GuidanceText =>
            (matter.Rung, IsNext(matter)) switch
            {
                (null, false) => Numerals.None,
                (null, true) => $"下一步{GuidanceRung.Reminder.Word()}",
                ({ } rung, true) when rung < GuidanceRung.Summons =>
                    $"已{rung.Word()}，下一级{((GuidanceRung)((int)rung + 1)).Word()}",
                ({ } rung, _) => $"已{rung.Word()}",
            };
    }

    /// <summary>What who holds it has to do: 领办, 反馈, 评价, 重报.</summary>
    public static string Action(ExecutorStage stage) =>
        stage switch
        {
            ExecutorStage.AwaitingUptake => "领办",
            ExecutorStage.AwaitingReport => "反馈",
            ExecutorStage.AwaitingAppraisal => "评价",
            ExecutorStage.Returned => "重报",
            _ => "",
        };

    private static bool IsNext(TaskMatter matter) => matter.State.IsPending && matter.Holder == matter.Unit;

    private static string Stuck(OfficePeriod period)
    {
        var pending = period.Pending.ToList();
        if (pending.Count == 0)
        {
            return "没有逾期、退回和等评价的。";
        }

        var oldest = period.OpenMatters[0];
        return $"{MatterWords.Counts(pending)}。最久的是{oldest.UnitName}的{Phrases.Quote(oldest.Name)}，"
            + $"{oldest.State.Text}。";
    }

    private static string Whose(ImmutableArray<TaskHolder> holders)
    {
        var due = holders.Where(h => h.Pending > 0).ToList();
        var named = due.Count == 0 ? [.. holders] : due;
        return string.Join('；', named.Take(MostHolders).Select(Duty))
            + (named.Count > MostHolders ? $"；另{Numerals.Count(named.Count - MostHolders)}家见下表" : "")
            + "。";
    }

    private static string Duty(TaskHolder holder) =>
        holder.Name
        + string.Join(
            '、',
            holder
                .Matters.Where(m => m.State.IsPending || holder.Pending == 0)
                .CountBy(m => m.State.Stage)
                .OrderBy(c => c.Key)
                .Select(c => $"{Action(c.Key)}{Numerals.Count(c.Value)}件")
        );

    private static string Left(ImmutableArray<TaskMatter> open)
    {
        var ahead = open.Where(m => !m.State.IsPending).ToList();
        string[] parts =
        [
            Waited("逾期", "最久", m => m.State.IsOverdue),
            Waited("退回未重报", "最久", m => m.State.Stage == ExecutorStage.Returned),
            Waited("等评价", "最久等了", m => m.State.Stage == ExecutorStage.AwaitingAppraisal),
            ahead.Count == 0
                ? ""
                : $"没到期{Numerals.Count(ahead.Count)}件，最近的{Numerals.Date(ahead.Min(m => m.DueOn))}到期，"
                    + $"还差{Numerals.Count(Math.Max(0, ahead.Min(m => m.DaysLeft)))}天",
        ];
        return string.Join('；', parts.Where(p => p.Length > 0)) + "。";

        string Waited(string what, string longest, Func<TaskMatter, bool> which)
        {
            var days = open.Where(which).Select(m => m.State.Days).ToList();
            return days.Count == 0
                ? ""
                : $"{what}{Numerals.Count(days.Count)}件，{(days.Count > 1 ? longest : "")}"
                    + $"{Numerals.Count(days.Max())}天";
        }
    }
}
