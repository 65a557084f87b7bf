using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using T = FuGongJianJia.Import.Schema.GuidanceTable;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads 指导, and checks the ladder.</summary>
internal static class GuidanceBinder
{
    /// <summary>Guidance by code.</summary>
    /// <param name="context">Period.</param>
    /// <param name="tasks">Tasks of the period.</param>
    /// <param name="tasksComplete">True when the folder has the table of tasks.</param>
    /// <param name="earlier">Guidance of the periods before: a matter may have been reminded of in December and be
    /// warned of in January.</param>
    public static ImmutableArray<Guidance> Read(
        PeriodContext context,
        IReadOnlyDictionary<string, WorkTask> tasks,
        bool tasksComplete,
        IEnumerable<Guidance> earlier
    )
    {
        var rows = new List<(Guidance Guidance, SourcePlace Place)>();
        var keys = new KeyGuard();
        context.Read(
            T.Spec,
            row =>
            {
                if (
                    Bind(context, row, tasks, tasksComplete) is { } guidance
                    && keys.IsFirst(row, T.Code, guidance.Code)
                )
                {
                    rows.Add((guidance, row.At(T.Rung)));
                }
            }
        );
        CheckLadder(rows, earlier.ToLookup(MatterOf, g => (int)g.Rung), context);
        return [.. rows.Select(r => r.Guidance).OrderBy(g => g.Code, StringComparer.Ordinal)];
    }

    private static Guidance? Bind(
        PeriodContext context,
        DataRow row,
        IReadOnlyDictionary<string, WorkTask> tasks,
        bool tasksComplete
    )
    {
        var code = row.Code(T.Code);
        var organisation = row.Organisation(T.Organisation, context.Organisations);
        var rung = row.Word(T.Rung, WordLists.Rungs);
        var task = row.Code(T.Task) is { Length: > 0 } text ? text : null;
        var matter = row.Text(T.Matter);
        var issued = row.Date(T.IssuedOn);
        var due = row.Date(T.DueOn);
        var mended = row.Date(T.MendedOn);
        var result = row.Text(T.Result);
        var remark = row.TextOrNull(T.Remark);
        if (task is not null && !tasks.ContainsKey(task) && tasksComplete)
        {
            row.Report(
                TableCodes.UnknownTask,
                T.Task,
                $"任务表里没有任务{DataRow.Quote(task)}。{Suggest.Phrase(task, tasks.Keys)}"
            );
        }

        if (
            rung == GuidanceRung.Summons
            && task is not null
            && tasks.TryGetValue(task, out var known)
            && context.Organisations.Find(known.Issuer)?.Level == Level.Grassroots
        )
        {
            row.Report(
                ProcessCodes.SummonsByGrassroots,
                T.Rung,
                $"关联任务 {task} 由基层工会下达，基层工会不能约谈。请核对类型和关联任务。"
            );
        }

        if (due < issued)
        {
            row.Report(
                ProcessCodes.GuidanceDates,
                T.DueOn,
                $"要求整改日期 {due:yyyy-MM-dd} 早于发出日期 {issued:yyyy-MM-dd}。请核对。"
            );
        }

        if (mended < issued)
        {
            row.Report(
                ProcessCodes.GuidanceDates,
                T.MendedOn,
                $"整改完成日期 {mended:yyyy-MM-dd} 早于发出日期 {issued:yyyy-MM-dd}。请核对。"
            );
        }

        return row.Failed || organisation is null
            ? null
            : new()
            {
                Code = code,
                Organisation = organisation.Code,
                Rung = rung!.Value,
                Task = task,
                Matter = matter,
                IssuedOn = issued!.Value,
                DueOn = due,
                MendedOn = mended,
                Result = result,
                Remark = remark,
            };
    }

    /// <summary>
    /// A matter: an organisation and its task, or its 事由 however its blanks and full stop are written.
    /// </summary>
    private static (string Organisation, string Matter) MatterOf(Guidance guidance) =>
        (
            guidance.Organisation,
            guidance.Task ?? OrganisationIndex.NameKey(guidance.Matter).TrimEnd('。', '.', ';', '!')
        );

    /// <summary>Within a matter each rung follows the one below; a jump needs a 备注.</summary>
    private static void CheckLadder(
        List<(Guidance Guidance, SourcePlace Place)> rows,
        ILookup<(string Organisation, string Matter), int> earlier,
        PeriodContext context
    )
    {
        foreach (var matter in rows.GroupBy(r => MatterOf(r.Guidance)))
        {
            var reached = earlier[matter.Key].DefaultIfEmpty(-1).Max();
            foreach (
                var (guidance, place) in matter
                    .OrderBy(r => r.Guidance.IssuedOn)
                    .ThenBy(r => r.Guidance.Rung)
                    .ThenBy(r => r.Guidance.Code, StringComparer.Ordinal)
            )
            {
                if ((int)guidance.Rung > reached + 1 && guidance.Remark is null)
                {
                    var before = Vocabulary.Rungs[(int)guidance.Rung - 1];
                    context.Bag.Add(
                        ProcessCodes.LadderJump,
                        place,
                        $"指导 {guidance.Code} 是“{guidance.Rung.Word()}”，同一事由之前没有“{before.Word()}”。请补上前面的指导，或在备注里写明原因。"
                    );
                }

                reached = Math.Max(reached, (int)guidance.Rung);
            }
        }
    }
}
