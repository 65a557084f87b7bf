using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>
/// The state machine of a task（任务流转次序）: 汇集→下达→分办→领办→反馈→评价→{表彰→退出 | 退出 | 反馈}. 汇集 may be absent, 分办 may be skipped, and
/// after 分办 several units may each 领办, 反馈 and be 评价: the order holds for the task, and only a unit that took it on, or
/// one above it, reports back.
/// </summary>
internal static class TaskFlow
{
    /// <summary>Reports every step that breaks the order; true when none does.</summary>
    public static bool Check(WorkTask task, List<PlacedStep> flow, OrganisationIndex organisations, DiagnosticBag bag)
    {
        string Name(string code) => organisations.Find(code)?.ShortName ?? code;

        PlacedStep? last = null;
        var seen = new HashSet<TaskStepKind>();
        var takers = new HashSet<string>(StringComparer.Ordinal);
        var exited = false;
        var sound = true;
        foreach (var placed in flow)
        {
            var step = placed.Step;
            if (exited)
            {
                bag.Add(
                    ProcessCodes.AfterExit,
                    placed.KindPlace,
                    $"任务 {task.Code} 已经退出，第 {step.Ordinal} 步却还是“{step.Kind.Word()}”。请核对步骤和序号。"
                );
                return false;
            }

            if (!IsAllowed(step.Kind, last?.Step.Kind, seen))
            {
                bag.Add(
                    ProcessCodes.StepOrder,
                    placed.KindPlace,
                    last is null
                        ? $"任务 {task.Code} 的第一步是“{step.Kind.Word()}”，应从汇集或下达开始。请核对步骤和序号。"
                        : $"任务 {task.Code} 第 {step.Ordinal} 步“{step.Kind.Word()}”不能接在“{last.Step.Kind.Word()}”之后"
                            + $"{Missing(step.Kind, seen)}。请核对步骤和序号。"
                );
                return false;
            }

            if (last is not null && step.On < last.Step.On)
            {
                sound = false;
                bag.Add(
                    ProcessCodes.StepDates,
                    placed.DatePlace,
                    $"任务 {task.Code} 第 {step.Ordinal} 步的日期 {step.On:yyyy-MM-dd} 早于上一步的 {last.Step.On:yyyy-MM-dd}。请核对日期。"
                );
            }

            if (
                step.Kind == TaskStepKind.TakeOn
                && (step.Unit == task.Issuer || !organisations.IsWithin(step.Unit, task.Issuer))
            )
            {
                sound = false;
                bag.Add(
                    ProcessCodes.TakenByOutsider,
                    placed.UnitPlace,
                    $"任务 {task.Code} 由“{Name(task.Issuer)}”下达，“{Name(step.Unit)}”不是它的下级，不能领办。请核对办理单位。"
                );
            }

            if (step.Kind == TaskStepKind.TakeOn)
            {
                takers.Add(step.Unit);
            }

            if (step.Kind == TaskStepKind.ReportBack && !takers.Any(t => organisations.IsWithin(t, step.Unit)))
            {
                sound = false;
                bag.Add(
                    ProcessCodes.StepOrder,
                    placed.UnitPlace,
                    $"任务 {task.Code} 第 {step.Ordinal} 步由“{Name(step.Unit)}”反馈，它和它的下级都没有领办。请核对办理单位，或补上领办的一步。"
                );
            }

            if (step.Kind == TaskStepKind.Issue && (step.Unit != task.Issuer || step.On != task.IssuedOn))
            {
                bag.Add(
                    ProcessCodes.StepMismatch,
                    step.Unit != task.Issuer ? placed.UnitPlace : placed.DatePlace,
                    $"任务 {task.Code} 在任务表里由“{Name(task.Issuer)}”于 {task.IssuedOn:yyyy-MM-dd} 下达，"
                        + $"流转记录里却是“{Name(step.Unit)}”于 {step.On:yyyy-MM-dd} 下达。请核对是哪一个。"
                );
            }

            seen.Add(step.Kind);
            exited = step.Kind == TaskStepKind.Exit;
            last = placed;
        }

        return sound;
    }

    private static bool IsAllowed(TaskStepKind kind, TaskStepKind? last, HashSet<TaskStepKind> seen) =>
        kind switch
        {
            TaskStepKind.Collect => last is null or TaskStepKind.Collect,
            TaskStepKind.Issue => last is null or TaskStepKind.Collect,
            TaskStepKind.Distribute => last is TaskStepKind.Issue or TaskStepKind.Distribute,
            TaskStepKind.TakeOn => seen.Contains(TaskStepKind.Issue)
                && last is not (TaskStepKind.Commend or TaskStepKind.Exit),
            TaskStepKind.ReportBack => seen.Contains(TaskStepKind.TakeOn)
                && last is not (TaskStepKind.Commend or TaskStepKind.Exit),
            TaskStepKind.Appraise => seen.Contains(TaskStepKind.ReportBack)
                && last is not (TaskStepKind.Commend or TaskStepKind.Exit),
            TaskStepKind.Commend => last is TaskStepKind.Appraise or TaskStepKind.Commend,
            _ => last is TaskStepKind.Appraise or TaskStepKind.Commend,
        };

    private static string Missing(TaskStepKind kind, HashSet<TaskStepKind> seen)
    {
        var needed = kind switch
        {
            TaskStepKind.TakeOn => TaskStepKind.Issue,
            TaskStepKind.ReportBack => TaskStepKind.TakeOn,
            TaskStepKind.Appraise => TaskStepKind.ReportBack,
            TaskStepKind.Commend or TaskStepKind.Exit => TaskStepKind.Appraise,
            _ => kind,
        };
        return needed == kind || seen.Contains(needed) ? "" : $"，前面没有“{needed.Word()}”";
    }
}
