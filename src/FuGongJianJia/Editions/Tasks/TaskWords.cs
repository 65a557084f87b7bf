using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Words about tasks（任务语句）.</summary>
public static class TaskWords
{
    extension(TaskSummary tasks)
    {
        /// <summary>The finding（一句话结论）: both rates by name, and what is not settled, by whom it waits for.</summary>
        public string Finding
        {
            get
            {
                var (first, accepted) = (tasks.FirstReports, tasks.AcceptedReports);
                var due = $"到期{Numerals.Count(tasks.Due)}项";
                var known = first.Tasks.Whole;
                var rates =
                    tasks.Due == 0 ? "均未到期"
                    : first.Executors.Whole == 0 ? due
                    : due
                        + (known == tasks.Due ? "" : $"，其中有流转记录的{Numerals.Count(known)}项")
                        + $"、{Numerals.Count(first.Executors.Whole)}个单位次，"
                        + $"首次反馈按期{Rate(first.Executors, "个")}，通过的反馈按期{Rate(accepted.Executors, "个")}；"
                        + $"按项计，首次反馈全部按期{Rate(first.Tasks, "项")}，通过的反馈全部按期{Rate(accepted.Tasks, "项")}";
                return Phrases.Sentence(
                        $"{tasks.Period.ToDateWord}下达任务{Numerals.Count(tasks.Issued)}项",
                        rates,
                        $"已全部办结{Numerals.Count(tasks.Closed)}项"
                    ) + Open(tasks);
            }
        }

        /// <summary>What is not settled（未办结）: 待评价5个单位次（最久162天）…; empty when all is or nothing is due.</summary>
        public string OpenText => Open(tasks);
    }

    extension(TaskView task)
    {
        /// <summary>
        /// 反馈情况 in a word: it judges the first report, not the closing, and says how many where not all were in time.
        /// </summary>
        public string ReportWord =>
            task.Settled.Whole == 0 ? "没有领办记录"
            : task.InTime is not { } inTime ? Numerals.None
            : inTime.Part == inTime.Whole ? "按期反馈"
            : !task.IsDue ? "未到期"
            : $"按期{Numerals.Count(inTime.Part)}/{Numerals.Count(inTime.Whole)}";

        /// <summary>How far its units are（进度）: 办理中1个，待评价5个; — where nothing is known of executors.</summary>
        public string ProgressText => Counted(task.Progress) is { Length: > 0 } told ? told : Numerals.None;

        /// <summary>
        /// The finding（一句话结论）: who gave it out and until when, to how many units, and how far they are.
        /// </summary>
        public string Finding =>
            Phrases.Sentence(
                $"{task.IssuerName}{Numerals.Date(task.IssuedOn)}下达，{Numerals.Date(task.DueOn)}前完成",
                task.Settled.Whole == 0 ? "没有领办记录" : $"由{Numerals.Count(task.Settled.Whole)}个单位办理",
                task.Settled.Whole > 0
                && task.Settled.Part == task.Settled.Whole
                && task.Progress[(int)ExecutorProgressKind.Withdrawn] == 0
                    ? "全部办结"
                    : Counted(task.Progress)
            );

        /// <summary>办结 in numbers: 5/6; — where nothing is known of executors.</summary>
        public string SettledText =>
            task.Settled.Whole == 0
                ? Numerals.None
                : $"{Numerals.Count(task.Settled.Part)}/{Numerals.Count(task.Settled.Whole)}";

        /// <summary>How far a unit is; empty when the task is none of its.</summary>
        public string ProgressOf(string unit) =>
            task.Executors.FirstOrDefault(e => string.Equals(e.Unit, unit, StringComparison.Ordinal))?.Progress.Word()
            ?? "";
    }

    extension(TownTaskCounts town)
    {
        /// <summary>单位次 of the town that are not settled.</summary>
        public int OpenCount => town.Counts[..(int)ExecutorProgressKind.Settled].Sum();
    }

    /// <summary>办理中, 待评价, 未办结, 办结, 退出.</summary>
    public static string Word(this ExecutorProgressKind progress) =>
        progress switch
        {
            ExecutorProgressKind.Reported => "待评价",
            ExecutorProgressKind.Open => "未办结",
            ExecutorProgressKind.Settled => "办结",
            ExecutorProgressKind.Withdrawn => "退出",
            _ => "办理中",
        };

    extension(ExecutorState state)
    {
        /// <summary>待反馈，逾期134天; 待评价，162天; 退回重办，279天; 办结.</summary>
        public string Text =>
            state switch
            {
                { IsOverdue: true, Stage: ExecutorStage.AwaitingReport } =>
                    $"{state.Stage.Word()}，逾期{Numerals.Count(state.Days)}天",
                { IsOpen: false } or { Stage: ExecutorStage.AwaitingReport } => state.Stage.Word(),
                _ => $"{state.Stage.Word()}，{Numerals.Count(state.Days)}天",
            };
    }

    /// <summary>待领办, 待反馈, 待评价, 退回重办, 办结, 退出.</summary>
    public static string Word(this ExecutorStage stage) =>
        stage switch
        {
            ExecutorStage.AwaitingUptake => "待领办",
            ExecutorStage.AwaitingReport => "待反馈",
            ExecutorStage.AwaitingAppraisal => "待评价",
            ExecutorStage.Returned => "退回重办",
            ExecutorStage.Settled => "办结",
            _ => "退出",
        };

    private static string Counted(ImmutableArray<int> progress) =>
        string.Join(
            '，',
            progress
                .Index()
                .Where(p => p.Item > 0)
                .Select(p => $"{((ExecutorProgressKind)p.Index).Word()}{Numerals.Count(p.Item)}个")
        );

    // 137个（96.5%）
    private static string Rate(Share share, string unit) =>
        Numerals.Count(share.Part) + unit + (share.Percent is { } rate ? $"（{Numerals.PercentInText(rate)}）" : "");

    private static string Open(TaskSummary tasks)
    {
        var open = tasks
            .Stages.Where(s => s.Stage is not (ExecutorStage.Settled or ExecutorStage.Withdrawn))
            .Select(s =>
                s switch
                {
                    { Stage: ExecutorStage.AwaitingReport, Overdue: 0 } => $"待反馈{Numerals.Count(s.Count)}个",
                    { Stage: ExecutorStage.AwaitingReport } => (
                        s.Overdue == s.Count ? "" : $"待反馈{Numerals.Count(s.Count - s.Overdue)}个、"
                    ) + $"逾期未反馈{Numerals.Count(s.Overdue)}个（最久{Numerals.Count(s.LongestDays)}天）",
                    { Stage: ExecutorStage.AwaitingAppraisal } =>
                        $"待下达单位评价{Numerals.Count(s.Count)}个（最久{Numerals.Count(s.LongestDays)}天）",
                    { Stage: ExecutorStage.Returned } =>
                        $"退回未重报{Numerals.Count(s.Count)}个（最久{Numerals.Count(s.LongestDays)}天）",
                    _ => $"待领办{Numerals.Count(s.Count)}个",
                }
            )
            .ToList();
        return open.Count == 0 ? "" : $"未办结的单位次中，{string.Join('、', open)}。";
    }
}
