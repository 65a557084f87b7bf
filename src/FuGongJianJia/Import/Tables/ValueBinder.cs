using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using T = FuGongJianJia.Import.Schema.ValueTable;

namespace FuGongJianJia.Import.Tables;

/// <summary>
/// Reads 指标值, long or wide. Values land in a grid of organisations × indicators, which keeps two million of them in order and finds a
/// key that comes twice without a dictionary.
/// </summary>
internal sealed class ValueBinder
{
    private readonly PeriodContext context;
    private readonly IndicatorIndex indicators;
    private readonly OrganisationIndex organisations;
    private readonly Observation?[] grid;
    private readonly int[] lines;
    private readonly PercentForms percents;
    private readonly List<WideColumn> columns = [];
    private bool failed;

    private ValueBinder(PeriodContext context)
    {
        this.context = context;
        (indicators, organisations) = (context.Indicators, context.Organisations);
        var size = organisations.All.Count * indicators.Codes.Length;
        grid = new Observation?[size];
        lines = new int[size];
        percents = new(indicators.Codes.Length);
    }

    /// <summary>Observations by organisation, then indicator.</summary>
    public static ImmutableArray<Observation> Read(PeriodContext context)
    {
        var binder = new ValueBinder(context);
        using var scan = context.Open(T.Spec, text => WideColumn.Parse(text, context.Indicators) is not null);
        if (scan is null)
        {
            return [];
        }

        if (scan.Row.Has(T.Indicator))
        {
            while (scan.Next(context.Cancellation))
            {
                binder.Long(scan.Row);
                binder.failed |= scan.Row.Failed;
            }
        }
        else
        {
            binder.columns.AddRange(scan.Header.Extras.Select(at => WideColumn.Parse(scan.Header.Names[at], context.Indicators)! with { Position = at }));
            while (scan.Next(context.Cancellation))
            {
                binder.Wide(scan.Row);
                binder.failed |= scan.Row.Failed;
            }
        }

        scan.Finish();
        binder.percents.Report(context, binder.indicators);
        binder.CheckCompleteness();
        return [.. binder.grid.OfType<Observation>()];
    }

    private void Long(DataRow row)
    {
        row.MustBe(T.Period, context.Period);
        var organisation = row.Organisation(T.Organisation, organisations);
        var code = indicators.Read(row, T.Indicator);
        var stated = row.Word(T.State, WordLists.States);
        var approximate = row.YesNo(T.Approximate) ?? false;
        var reported = row.Date(T.ReportedOn);
        var remark = row.TextOrNull(T.Remark);
        if (row.Failed || organisation is null || code is null)
        {
            return;
        }

        if (reported < context.Period.Start)
        {
            row.Report(ValueCodes.OddDate, T.ReportedOn, $"“上报日期”{reported:yyyy-MM-dd} 早于 {context.Period.Title}。请核对。");
        }

        var ordinal = indicators.Find(code);
        var draft = new ValueDraft(row, ordinal, code, indicators.Covering(ordinal, organisation), organisation)
        {
            State = stated,
            Approximate = approximate,
            Remark = remark,
            ReportedOn = reported,
            Numerator = ValueCell.Of(row, T.Numerator),
            Denominator = ValueCell.Of(row, T.Denominator),
            Value = ValueCell.Of(row, T.Value),
        };
        Keep(draft, ordinal);
    }

    private void Wide(DataRow row)
    {
        row.MustBe(T.Period, context.Period);
        var organisation = row.Organisation(T.Organisation, organisations);
        var stated = row.Word(T.State, WordLists.States);
        var reported = row.Date(T.ReportedOn);
        if (row.Failed || organisation is null)
        {
            return;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var ordinal = columns[i].Indicator;
            if (columns.FindIndex(c => c.Indicator == ordinal) < i)
            {
                continue;
            }

            var draft = new ValueDraft(row, ordinal, indicators.Codes[ordinal], indicators.Covering(ordinal, organisation), organisation) { State = stated, ReportedOn = reported };
            foreach (var column in columns)
            {
                if (column.Indicator != ordinal)
                {
                    continue;
                }

                var cell = new ValueCell(row, column.Position, column.Name);
                switch (column.Part)
                {
                    case WidePart.Numerator:
                        draft.Numerator = cell;
                        break;
                    case WidePart.Denominator:
                        draft.Denominator = cell;
                        break;
                    default:
                        draft.Value = cell;
                        break;
                }
            }

            if (!draft.IsEmpty)
            {
                Keep(draft, ordinal);
            }
        }
    }

    private void Keep(ValueDraft draft, int ordinal)
    {
        var observation = draft.Observe(percents);
        if (observation is null)
        {
            return;
        }

        var at = (organisations.Ordinal(observation.Organisation) * indicators.Codes.Length) + ordinal;
        if (lines[at] > 0)
        {
            var same = grid[at]! == observation;
            draft.Report(same ? TableCodes.DuplicateSame : TableCodes.DuplicateKey, same
                ? $"{draft.Title}：与第 {lines[at]} 行完全相同，只算一次。请删掉重复的一行。"
                : $"{draft.Title}：在第 {lines[at]} 行已有不同的数。请核对后只留一行。");
            return;
        }

        (grid[at], lines[at]) = (observation, draft.Line);
    }

    /// <summary>One note for the period: who has not reported what the catalogue asks of them.</summary>
    private void CheckCompleteness()
    {
        var (values, units) = (0, 0);
        string? example = null;
        for (var i = 0; i < organisations.All.Count; i++)
        {
            var organisation = organisations.All[i];
            if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved)
            {
                if (Enumerable.Range(0, indicators.Codes.Length).Any(k => grid[(i * indicators.Codes.Length) + k] is { State: ObservationState.Reported }))
                {
                    context.Bag.Add(TableCodes.GoneReports, context.PlaceOf(T.Spec), $"“{organisation.Name}”已{organisation.Status.Word()}，却还有指标值，不参加计算。请核对状态。");
                }

                continue;
            }

            // Towns and the district may be pooled from below, so only grass-roots unions owe every value.
            if (organisation.Level != Level.Grassroots)
            {
                continue;
            }

            var missing = 0;
            for (var k = 0; k < indicators.Codes.Length; k++)
            {
                missing += indicators.Covering(k, organisation) is not null && (grid[(i * indicators.Codes.Length) + k]?.State ?? ObservationState.Missing) == ObservationState.Missing ? 1 : 0;
            }

            if (missing > 0)
            {
                values += missing;
                units++;
                example ??= organisation.Name;
            }
        }

        // A row that could not be read is not one that was not sent; its own message is enough.
        if (units > 0 && !failed)
        {
            context.Bag.Add(ValueCodes.Unreported, context.PlaceOf(T.Spec), $"有 {units} 个基层工会共 {values} 项没有报（例如“{example}”），按缺报处理。");
        }
    }
}
