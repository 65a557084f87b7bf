using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// 指导 against the flow of the task it names: who is guided works on it, and reports before all is rectified.
/// </summary>
internal static class GuidanceRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period)
    {
        var tasks = period.Data.Tasks.ToDictionary(t => t.Code, StringComparer.Ordinal);
        return period
            .Data.Guidance.Where(g => g.Task is { } code && tasks.ContainsKey(code))
            .Select(g => Find(period, g, tasks[g.Task!]))
            .OfType<Discrepancy>();
    }

    // A task without a flow says nothing of anybody; the issuer may be guided for its own part.
    private static Discrepancy? Find(PeriodScores period, Guidance guidance, WorkTask task)
    {
        if (
            task.Steps.IsEmpty
            || period.Find(guidance.Organisation) is not { } unit
            || task.Issuer == guidance.Organisation
        )
        {
            return null;
        }

        var steps = task.Steps.Where(s => s.Unit == guidance.Organisation).ToList();
        var reports = steps.Where(s => s.Kind == TaskStepKind.ReportBack).ToList();
        return (steps, reports, guidance.RectifiedOn) switch
        {
            ({ Count: 0 }, _, _) => Say(
                CrossCheckCodes.GuidanceOutsideTask,
                $"{guidance.Rung.Word()}，关联任务“{task.Name}”",
                "没有这个单位办理的步骤"
            ),
            (_, { Count: 0 }, { } on) when steps.Any(s => s.Kind == TaskStepKind.TakeOn) => Say(
                CrossCheckCodes.RectifiedWithoutReport,
                $"{Numerals.TableDate(on)}整改完成",
                "没有这个单位的反馈"
            ),
            (_, [var first, ..], { } on) when first.On > on => Say(
                CrossCheckCodes.RectifiedWithoutReport,
                $"{Numerals.TableDate(on)}整改完成",
                $"{Numerals.TableDate(first.On)}才有反馈"
            ),
            _ => null,
        };

        Discrepancy Say(DiagnosticCode code, string here, string there) =>
            new(
                code,
                period.Period,
                unit.Organisation.Code,
                unit.Organisation.Name,
                new DataPlace(period.Period, "指导", guidance.Code, here),
                new DataPlace(period.Period, "任务流转", task.Code, there)
            );
    }
}
