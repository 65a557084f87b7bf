using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Sentences about tasks that lie with somebody（在办事项语句）. Only who holds a matter is named; who reported in time and
/// waits for an appraisal is counted.
/// </summary>
public static class MatterWords
{
    /// <summary>
    /// 早晚 of the first report: 提前3天, 当天, 迟2天; — while there is none.
    /// </summary>
    public static string Earliness(TaskMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return (matter.FirstReportOn?.DayNumber - matter.DueOn.DayNumber) switch
        {
            null => Numerals.None,
            0 => "当天",
            < 0 and var days => $"提前{Numerals.Count(-days)}天",
            var days => $"迟{Numerals.Count(days)}天",
        };
    }

    /// <summary>
    /// What is pending of one task: “甲”（8月19日到期）：乙未反馈，逾期134天；另5家按期反馈，我会未评价，最久162天.
    /// </summary>
    /// <param name="matters">Pending matters of one task.</param>
    /// <param name="self">Code of the office whose document this is: it calls itself 我会.</param>
    /// <param name="year">Year of the document: dates of it are written without the year.</param>
    /// <param name="names">How many units of a kind are named; of more the rest is counted.</param>
    public static string Pending(IReadOnlyList<TaskMatter> matters, string self, int year, int names)
    {
        ArgumentNullException.ThrowIfNull(matters);
        var waiting = matters.Where(m => m.State.Stage == ExecutorStage.AwaitingAppraisal).ToList();
        var clauses = matters
            .Except(waiting)
            .GroupBy(m => (m.State.Stage, m.State.Days))
            .OrderBy(g => g.Key.Stage)
            .ThenByDescending(g => g.Key.Days)
            .Select(g => Held([.. g], self, names))
            .ToList();
        if (waiting.Count > 0)
        {
            clauses.Add(Unappraised(waiting, self, beside: clauses.Count > 0));
        }

        var due = matters[0].DueOn;
        var date = due.Year == year ? $"{Numerals.Count(due.Month)}月{Numerals.Count(due.Day)}日" : Numerals.Date(due);
        return $"{Phrases.Quote(matters[0].Name)}（{date}到期）：{string.Join('；', clauses)}";
    }

    private static string Held(List<TaskMatter> matters, string self, int names)
    {
        var units =
            string.Join('、', matters.Take(names).Select(m => m.Holder == self ? "我会" : m.HolderName))
            + (matters.Count > names ? $"等{Numerals.Count(matters.Count)}家" : "");
        var days = Numerals.Count(matters.Max(m => m.State.Days));
        return matters[0].State.Stage switch
        {
            ExecutorStage.AwaitingUptake => $"{units}未领办，下达已{days}天",
            ExecutorStage.AwaitingReport => $"{units}未反馈，逾期{days}天",
            _ => $"{units}退回{days}天未重报",
        };
    }

    private static string Unappraised(List<TaskMatter> matters, string self, bool beside)
    {
        var issuer = matters[0].Holder == self ? "我会" : matters[0].HolderName;
        var punctual = matters.TrueForAll(m => m.FirstReportOn <= m.DueOn) ? "按期" : "已";
        var longest = matters.Max(m => m.State.Days);
        return $"{(beside ? "另" : "")}{Numerals.Count(matters.Count)}家{punctual}反馈，{issuer}未评价"
            + (longest == 0 ? "" : $"，{(matters.Count > 1 ? "最久" : "")}{Numerals.Count(longest)}天");
    }

    /// <summary>Counts of what is pending: 逾期未反馈1项、退回未重报2项、未评价5项; empty when nothing is.</summary>
    public static string Counts(IEnumerable<TaskMatter> matters) =>
        string.Join(
            '、',
            matters
                .GroupBy(m => m.State.Stage)
                .OrderBy(g => g.Key)
                .Select(g =>
                    g.Key switch
                    {
                        ExecutorStage.AwaitingUptake => "逾期未领办",
                        ExecutorStage.AwaitingReport => "逾期未反馈",
                        ExecutorStage.AwaitingAppraisal => "已反馈未评价",
                        _ => "退回未重报",
                    } + $"{Numerals.Count(g.Count())}件"
                )
        );
}
