using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.GuidanceLadder;

/// <summary>Reads 指导.</summary>
internal sealed class GuidanceBinder
{
    private readonly OrganisationIndex _organisations;
    private readonly IndicatorIndex _indicators;
    private readonly Dictionary<string, WorkTask> _tasks;
    private readonly PeriodTables _tables;
    private readonly Dictionary<string, SourcePlace> _places = new(StringComparer.Ordinal);

    private GuidanceBinder(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators,
        ImmutableArray<WorkTask> tasks
    )
    {
        _organisations = organisations;
        _indicators = indicators;
        _tasks = tasks.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _tables = tables;
    }

    /// <summary>Guidance by code.</summary>
    /// <param name="tables">Tables of the period.</param>
    /// <param name="organisations">Organisations of the period.</param>
    /// <param name="indicators">Catalogue of the period.</param>
    /// <param name="tasks">Tasks of the period.</param>
    /// <param name="earlier">Guidance of the periods before: a matter may have been reminded of in December and be
    /// warned of in January.</param>
    public static ImmutableArray<Guidance> Read(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators,
        ImmutableArray<WorkTask> tasks,
        IEnumerable<Guidance> earlier
    )
    {
        var binder = new GuidanceBinder(tables, organisations, indicators, tasks);
        var all = tables.Records(GuidanceSchema.Table, GuidanceSchema.Code, g => g.Code, binder.Bind);
        GuidanceChecks.CheckLadder(all, earlier, binder._places, tables.Bag);
        return [.. all.OrderBy(g => g.Code, StringComparer.Ordinal)];
    }

    private Guidance? Bind(DataRow row)
    {
        var code = row.Code(GuidanceSchema.Code);
        var organisation = row.Organisation(GuidanceSchema.Organisation, _organisations);
        var rung = row.Word(GuidanceSchema.Rung, GuidanceVocabulary.Rungs);
        var task = row.Code(GuidanceSchema.Task) is { Length: > 0 } text ? text : null;
        var indicator = _indicators.Read(row, GuidanceSchema.Indicator);
        var matter = row.Text(GuidanceSchema.Matter);
        var issued = row.Date(GuidanceSchema.IssuedOn);
        var due = row.Date(GuidanceSchema.DueOn);
        var rectified = row.Date(GuidanceSchema.RectifiedOn);
        var result = row.Text(GuidanceSchema.Result);
        var document = row.Text(GuidanceSchema.Document);
        var remark = row.TextOrNull(GuidanceSchema.Remark);
        CheckTask(row, task, rung);
        CheckDate(row, GuidanceSchema.DueOn, due, issued);
        CheckDate(row, GuidanceSchema.RectifiedOn, rectified, issued);
        if (row.Failed || organisation is null)
        {
            return null;
        }

        _places.TryAdd(code, row.At(GuidanceSchema.Rung));
        return new()
        {
            Code = code,
            Organisation = organisation.Code,
            Rung = rung!.Value,
            Task = task,
            Indicator = indicator,
            Matter = matter,
            IssuedOn = issued!.Value,
            DueOn = due,
            RectifiedOn = rectified,
            Result = result,
            Document = document,
            Remark = remark,
        };
    }

    private void CheckTask(DataRow row, string? code, GuidanceRung? rung)
    {
        if (code is null)
        {
            return;
        }

        if (!_tasks.TryGetValue(code, out var task))
        {
            if (_tables.Has(TaskSchema.Table) && !_tables.IsUnreadable(TaskSchema.Table, code))
            {
                row.Report(
                    TableCodes.UnknownTask,
                    GuidanceSchema.Task,
                    $"任务表里没有任务{Diagnostic.Quote(code)}。{Suggest.Phrase(code, _tasks.Keys)}"
                );
            }
        }
        else if (rung == GuidanceRung.Summons && _organisations.Find(task.Issuer)?.Level == Level.Grassroots)
        {
            row.Report(
                ProcessCodes.SummonsByGrassroots,
                GuidanceSchema.Rung,
                $"关联任务 {code} 由基层工会下达，基层工会不能约谈。请核对类型和关联任务。"
            );
        }
    }

    private static void CheckDate(DataRow row, ColumnSpec column, DateOnly? date, DateOnly? issued)
    {
        if (date < issued)
        {
            row.Report(
                ProcessCodes.GuidanceDates,
                column,
                $"{column.Name} {date:yyyy-MM-dd} 早于发出日期 {issued:yyyy-MM-dd}。请核对。"
            );
        }
    }
}
