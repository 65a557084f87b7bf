using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Words about tasks（任务语句）.</summary>
public static class TaskWords
{
    extension(TaskSummary tasks)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var rate = tasks.OnTimeRate is { } value
                    ? $"到期{Numerals.Count(tasks.Due)}项，按期反馈{Numerals.Count(tasks.OnTime)}项，"
                        + $"按期反馈率{Numerals.PercentInText(value)}"
                    : "均未到期";
                return Phrases.Sentence(
                    $"{tasks.Period.ToDateWord}下达任务{Numerals.Count(tasks.Issued)}项",
                    rate,
                    $"已办结{Numerals.Count(tasks.Closed)}项",
                    tasks.Overdue > 0 ? $"逾期未办结{Numerals.Count(tasks.Overdue)}项" : "没有逾期未办结的任务",
                    tasks.Returned > 0 ? $"退回重办{Numerals.Count(tasks.Returned)}项" : ""
                );
            }
        }
    }

    extension(TaskView task)
    {
        /// <summary>
        /// 反馈情况 in a word. It judges the report, not the closing: a task reported in time is often closed after its
        /// due date.
        /// </summary>
        public string ReportWord =>
            task.OnTime switch
            {
                true => "按期反馈",
                null => "未到期",
                false when task.ReportedOn is null => "缺反馈记录",
                false => task.ReportedOn > task.DueOn ? "逾期反馈" : "评价不合格",
            };
    }
}
