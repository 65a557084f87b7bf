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
    private readonly List<WideIndicator> columns = [];
    private readonly CellMemo<bool> periodCell;
    private readonly CellMemo<(Organisation? Organisation, int Ordinal)> organisationCell;
    private readonly CellMemo<int> indicatorCell;
    private readonly CellMemo<ObservationState?> stateCell;
    private readonly CellMemo<bool> approximateCell;
    private readonly CellMemo<DateOnly?> dateCell;
    private int count;
    private bool failed;

    private ValueBinder(PeriodContext context)
    {
        this.context = context;
        (indicators, organisations) = (context.Indicators, context.Organisations);
        var size = organisations.All.Count * indicators.Codes.Length;
        grid = new Observation?[size];
        lines = new int[size];
        percents = new(indicators.Codes.Length);
        periodCell = new(T.Period, row =>
        {
            row.MustBe(T.Period, context.Period);
            return true;
        });
        organisationCell = new(T.Organisation, row => row.Organisation(T.Organisation, organisations) is { } found ? (found, organisations.Ordinal(found.Code)) : (null, -1));
        indicatorCell = new(T.Indicator, row => indicators.Ordinal(row, T.Indicator));
        stateCell = new(T.State, row => row.Word(T.State, WordLists.States));
        approximateCell = new(T.Approximate, row => row.YesNo(T.Approximate) ?? false);
        dateCell = new(T.ReportedOn, row => row.Date(T.ReportedOn));
    }

    /// <summary>Observations by organisation, then indicator.</summary>
    public static ImmutableArray<Observation> Read(PeriodContext context)
    {
        var binder = new ValueBinder(context);
        using var scan = context.Open(T.Spec, text => WideColumn.Parse(text, context.Indicators) is not null || WideColumn.IsOfBroken(text, context.Indicators));
        if (scan is null)
        {
            return [];
        }

        if (scan.Row.Has(T.Indicator))
        {
            // Without any number every row would say that it has none.
            if (!scan.Row.Has(T.Value) && !(scan.Row.Has(T.Numerator) && scan.Row.Has(T.Denominator)))
            {
                context.Bag.Add(FileCodes.MissingColumn, scan.HeaderPlace,
                    $"“{T.Spec.Name}”没有“{T.Value.Name}”一列，也没有“{T.Numerator.Name}”“{T.Denominator.Name}”两列，读不到数。请核对这几列的列名。");
                return [];
            }

            while (scan.Next(context.Cancellation))
            {
                binder.Long(scan.Row);
                binder.failed |= scan.Row.Failed;
            }
        }
        else
        {
            binder.columns.AddRange(WideIndicator.Of(scan.Header, scan.HeaderPlace, context));
            while (scan.Next(context.Cancellation))
            {
                binder.Wide(scan.Row);
                binder.failed |= scan.Row.Failed;
            }
        }

        scan.Finish();
        binder.percents.Report(context, binder.indicators);
        binder.CheckCompleteness();
        return binder.Observations();
    }

    private ImmutableArray<Observation> Observations()
    {
        var all = ImmutableArray.CreateBuilder<Observation>(count);
        foreach (var observation in grid)
        {
            if (observation is not null)
            {
                all.Add(observation);
            }
        }

        return all.MoveToImmutable();
    }

    private void Long(DataRow row)
    {
        periodCell.Read(row);
        var (organisation, at) = organisationCell.Read(row);
        var ordinal = indicatorCell.Read(row);
        var stated = stateCell.Read(row);
        var approximate = approximateCell.Read(row);
        var reported = dateCell.Read(row);
        var remark = row.TextOrNull(T.Remark);
        if (row.Failed || organisation is null || ordinal < 0)
        {
            return;
        }

        if (reported < context.Period.Start)
        {
            row.Report(ValueCodes.OddDate, T.ReportedOn, $"“上报日期”{reported:yyyy-MM-dd} 早于 {context.Period.Title}。请核对。");
        }

        var draft = new ValueDraft(row, ordinal, indicators.Codes[ordinal], indicators.Covering(ordinal, organisation), organisation)
        {
            State = stated,
            Approximate = approximate,
            Remark = remark,
            ReportedOn = reported,
            Numerator = ValueCell.Of(row, T.Numerator),
            Denominator = ValueCell.Of(row, T.Denominator),
            Value = ValueCell.Of(row, T.Value),
        };
        Keep(ref draft, at, ordinal);
    }

    private void Wide(DataRow row)
    {
        periodCell.Read(row);
        var (organisation, at) = organisationCell.Read(row);
        var stated = stateCell.Read(row);
        var reported = dateCell.Read(row);
        if (row.Failed || organisation is null)
        {
            return;
        }

        foreach (var column in columns)
        {
            var ordinal = column.Indicator;
            var draft = new ValueDraft(row, ordinal, indicators.Codes[ordinal], indicators.Covering(ordinal, organisation), organisation)
            {
                State = stated,
                ReportedOn = reported,
                Numerator = column.Numerator.Of(row),
                Denominator = column.Denominator.Of(row),
                Value = column.Value.Of(row),
            };
            if (!draft.IsEmpty)
            {
                Keep(ref draft, at, ordinal);
            }
        }
    }

    private void Keep(ref ValueDraft draft, int organisation, int ordinal)
    {
        var observation = draft.Observe(percents);
        if (observation is null)
        {
            return;
        }

        var at = (organisation * indicators.Codes.Length) + ordinal;
        if (lines[at] > 0)
        {
            var same = grid[at]! == observation;
            draft.Report(same ? TableCodes.DuplicateSame : TableCodes.DuplicateKey, same
                ? $"{draft.Title}：与第 {lines[at]} 行完全相同，只算一次。请删掉重复的一行。"
                : $"{draft.Title}：在第 {lines[at]} 行已有不同的数。请核对后只留一行。");
            return;
        }

        (grid[at], lines[at]) = (observation, draft.Line);
        count++;
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
