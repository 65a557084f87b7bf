using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using T = FuGongJianJia.Import.Schema.ValueTable;

namespace FuGongJianJia.Import.Tables;

/// <summary>
/// Reads 指标值, long or wide. Values land in a grid of organisations × indicators, which keeps two million of them in
/// order and finds a
/// key that comes twice without a dictionary.
/// </summary>
internal sealed class ValueBinder
{
    private readonly PeriodContext _context;
    private readonly IndicatorIndex _indicators;
    private readonly OrganisationIndex _organisations;
    private readonly Observation?[] _grid;
    private readonly int[] _lines;
    private readonly PercentForms _percents;
    private readonly List<WideIndicator> _columns = [];
    private readonly CellMemo<bool> _periodCell;
    private readonly CellMemo<(Organisation? Organisation, int Ordinal)> _organisationCell;
    private readonly CellMemo<int> _indicatorCell;
    private readonly CellMemo<ObservationState?> _stateCell;
    private readonly CellMemo<bool> _approximateCell;
    private readonly CellMemo<DateOnly?> _dateCell;
    private int _count;
    private bool _failed;

    private ValueBinder(PeriodContext context)
    {
        this._context = context;
        (_indicators, _organisations) = (context.Indicators, context.Organisations);
        var size = _organisations.All.Count * _indicators.Codes.Length;
        _grid = new Observation?[size];
        _lines = new int[size];
        _percents = new(_indicators.Codes.Length);
        _periodCell = new(
            T.Period,
            row =>
            {
                row.MustBe(T.Period, context.Period);
                return true;
            }
        );
        _organisationCell = new(
            T.Organisation,
            row =>
                row.Organisation(T.Organisation, _organisations) is { } found
                    ? (found, _organisations.Ordinal(found.Code))
                    : (null, -1)
        );
        _indicatorCell = new(T.Indicator, row => _indicators.Ordinal(row, T.Indicator));
        _stateCell = new(T.State, row => row.Word(T.State, WordLists.States));
        _approximateCell = new(T.Approximate, row => row.YesNo(T.Approximate) ?? false);
        _dateCell = new(T.ReportedOn, row => row.Date(T.ReportedOn));
    }

    /// <summary>Observations by organisation, then indicator.</summary>
    public static ImmutableArray<Observation> Read(PeriodContext context)
    {
        var binder = new ValueBinder(context);
        using var scan = context.Open(
            T.Spec,
            text =>
                WideColumn.Parse(text, context.Indicators) is not null
                || WideColumn.IsOfBroken(text, context.Indicators)
        );
        if (scan is null)
        {
            return [];
        }

        if (scan.Row.Has(T.Indicator))
        {
            // Without any number every row would say that it has none.
            if (!scan.Row.Has(T.Value) && !(scan.Row.Has(T.Numerator) && scan.Row.Has(T.Denominator)))
            {
                context.Bag.Add(
                    FileCodes.MissingColumn,
                    scan.HeaderPlace,
                    $"“{T.Spec.Name}”没有“{T.Value.Name}”一列，也没有“{T.Numerator.Name}”“{T.Denominator.Name}”两列，读不到数。请核对这几列的列名。"
                );
                return [];
            }

            while (scan.Next(context.Cancellation))
            {
                binder.Long(scan.Row);
                binder._failed |= scan.Row.Failed;
            }
        }
        else
        {
            binder._columns.AddRange(WideIndicator.Of(scan.Header, scan.HeaderPlace, context));
            while (scan.Next(context.Cancellation))
            {
                binder.Wide(scan.Row);
                binder._failed |= scan.Row.Failed;
            }
        }

        scan.Finish();
        binder._percents.Report(context, binder._indicators);
        binder.CheckCompleteness();
        return binder.Observations();
    }

    private ImmutableArray<Observation> Observations()
    {
        var all = ImmutableArray.CreateBuilder<Observation>(_count);
        foreach (var observation in _grid)
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
        _periodCell.Read(row);
        var (organisation, at) = _organisationCell.Read(row);
        var ordinal = _indicatorCell.Read(row);
        var stated = _stateCell.Read(row);
        var approximate = _approximateCell.Read(row);
        var reported = _dateCell.Read(row);
        var remark = row.TextOrNull(T.Remark);
        if (row.Failed || organisation is null || ordinal < 0)
        {
            return;
        }

        if (reported < _context.Period.Start)
        {
            row.Report(
                ValueCodes.OddDate,
                T.ReportedOn,
                $"“上报日期”{reported:yyyy-MM-dd} 早于 {_context.Period.Title}。请核对。"
            );
        }

        var draft = new ValueDraft(
            row,
            ordinal,
            _indicators.Codes[ordinal],
            _indicators.Covering(ordinal, organisation),
            organisation
        )
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
        _periodCell.Read(row);
        var (organisation, at) = _organisationCell.Read(row);
        var stated = _stateCell.Read(row);
        var reported = _dateCell.Read(row);
        if (row.Failed || organisation is null)
        {
            return;
        }

        foreach (var column in _columns)
        {
            var ordinal = column.Indicator;
            var draft = new ValueDraft(
                row,
                ordinal,
                _indicators.Codes[ordinal],
                _indicators.Covering(ordinal, organisation),
                organisation
            )
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
        var observation = draft.Observe(_percents);
        if (observation is null)
        {
            return;
        }

        var at = (organisation * _indicators.Codes.Length) + ordinal;
        if (_lines[at] > 0)
        {
            var same = _grid[at]! == observation;
            draft.Report(
                same ? TableCodes.DuplicateSame : TableCodes.DuplicateKey,
                same
                    ? $"{draft.Title}：与第 {_lines[at]} 行完全相同，只算一次。请删掉重复的一行。"
                    : $"{draft.Title}：在第 {_lines[at]} 行已有不同的数。请核对后只留一行。"
            );
            return;
        }

        (_grid[at], _lines[at]) = (observation, draft.Line);
        _count++;
    }

    /// <summary>One note for the period: who has not reported what the catalogue asks of them.</summary>
    private void CheckCompleteness()
    {
        var (values, units) = (0, 0);
        string? example = null;
        for (var i = 0; i < _organisations.All.Count; i++)
        {
            var organisation = _organisations.All[i];
            if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved)
            {
                if (
                    Enumerable
                        .Range(0, _indicators.Codes.Length)
                        .Any(k => _grid[(i * _indicators.Codes.Length) + k] is { State: ObservationState.Reported })
                )
                {
                    _context.Bag.Add(
                        TableCodes.GoneReports,
                        _context.PlaceOf(T.Spec),
                        $"“{organisation.Name}”已{organisation.Status.Word()}，却还有指标值，不参加计算。请核对状态。"
                    );
                }

                continue;
            }

            // Towns and the district may be pooled from below, so only grass-roots unions owe every value.
            if (organisation.Level != Level.Grassroots)
            {
                continue;
            }

            var missing = 0;
            for (var k = 0; k < _indicators.Codes.Length; k++)
            {
                missing +=
                    _indicators.Covering(k, organisation) is not null
                    && (_grid[(i * _indicators.Codes.Length) + k]?.State ?? ObservationState.Missing)
                        == ObservationState.Missing
                        ? 1
                        : 0;
            }

            if (missing > 0)
            {
                values += missing;
                units++;
                example ??= organisation.Name;
            }
        }

        // A row that could not be read is not one that was not sent; its own message is enough.
        if (units > 0 && !_failed)
        {
            _context.Bag.Add(
                ValueCodes.Unreported,
                _context.PlaceOf(T.Spec),
                $"有 {units} 个基层工会共 {values} 项没有报（例如“{example}”），按缺报处理。"
            );
        }
    }
}
