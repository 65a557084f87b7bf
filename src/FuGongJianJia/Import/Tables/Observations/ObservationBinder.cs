using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>
/// Reads 指标值, long or wide. Values land in a grid of organisations × indicators, which keeps two million of them in
/// order and finds a key that comes twice without a dictionary.
/// </summary>
internal sealed class ObservationBinder
{
    private readonly PeriodTables _tables;
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

    private ObservationBinder(PeriodTables tables, OrganisationIndex organisations, IndicatorIndex indicators)
    {
        (_tables, _organisations, _indicators) = (tables, organisations, indicators);
        var size = organisations.All.Length * indicators.Codes.Length;
        _grid = new Observation?[size];
        _lines = new int[size];
        _percents = new(indicators.Codes.Length);
        _periodCell = new(
            ObservationSchema.Period,
            row =>
            {
                row.MustBe(ObservationSchema.Period, tables.Period);
                return true;
            }
        );
        _organisationCell = new(
            ObservationSchema.Organisation,
            row =>
                row.Organisation(ObservationSchema.Organisation, organisations) is { } found
                    ? (found, organisations.Ordinal(found.Code))
                    : (null, -1)
        );
        _indicatorCell = new(ObservationSchema.Indicator, row => indicators.Ordinal(row, ObservationSchema.Indicator));
        _stateCell = new(
            ObservationSchema.State,
            row => row.Word(ObservationSchema.State, ObservationVocabulary.States)
        );
        _approximateCell = new(ObservationSchema.Approximate, row => row.YesNo(ObservationSchema.Approximate) ?? false);
        _dateCell = new(ObservationSchema.ReportedOn, row => row.Date(ObservationSchema.ReportedOn));
    }

    /// <summary>Observations by organisation, then indicator.</summary>
    public static ImmutableArray<Observation> Read(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators
    )
    {
        using var scan = tables.Open(
            ObservationSchema.Table,
            // Where 指标 itself could not be read, that was said; no column of this table is to blame.
            text =>
                !indicators.IsComplete
                || WideColumn.Parse(text, indicators) is not null
                || WideColumn.IsOfBroken(text, indicators)
        );
        if (scan is null)
        {
            return [];
        }

        var binder = new ObservationBinder(tables, organisations, indicators);
        var isLong = scan.Row.Has(ObservationSchema.Indicator);
        if (isLong && !HasNumbers(scan.Row))
        {
            tables.Bag.Add(
                FileCodes.MissingColumn,
                scan.HeaderPlace,
                "“指标值”没有“数值”一列，也没有“分子”“分母”两列，读不到数。请核对这几列的列名。"
            );
            return [];
        }

        if (!isLong)
        {
            binder._columns.AddRange(WideIndicator.Of(scan, indicators, tables.Bag));
        }

        tables.Read(
            scan,
            row =>
            {
                if (isLong)
                {
                    binder.Long(row);
                }
                else
                {
                    binder.Wide(row);
                }

                binder._failed |= row.Failed;
            }
        );
        binder._percents.Report(tables.Bag, indicators);
        binder.CheckCompleteness();
        return binder.Observations();
    }

    /// <summary>Without a column of numbers every row would say that it has none.</summary>
    private static bool HasNumbers(DataRow row) =>
        row.Has(ObservationSchema.Value)
        || (row.Has(ObservationSchema.Numerator) && row.Has(ObservationSchema.Denominator));

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
        var remark = row.TextOrNull(ObservationSchema.Remark);
        if (row.Failed || organisation is null || ordinal < 0)
        {
            return;
        }

        if (reported < _tables.Period.Start)
        {
            row.Report(
                ValueCodes.OddDate,
                ObservationSchema.ReportedOn,
                $"“上报日期”{reported:yyyy-MM-dd} 早于 {_tables.Period.Title}。请核对。"
            );
        }

        var draft = new ObservationDraft(
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
            Numerator = ValueCell.Of(row, ObservationSchema.Numerator),
            Denominator = ValueCell.Of(row, ObservationSchema.Denominator),
            Value = ValueCell.Of(row, ObservationSchema.Value),
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
            var draft = new ObservationDraft(
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

    private void Keep(ref ObservationDraft draft, int organisation, int ordinal)
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
        for (var i = 0; i < _organisations.All.Length; i++)
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
                    _tables.Bag.Add(
                        TableCodes.GoneReports,
                        _tables.PlaceOf(ObservationSchema.Table),
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
            _tables.Bag.Add(
                ValueCodes.Unreported,
                _tables.PlaceOf(ObservationSchema.Table),
                $"有 {units} 个基层工会共 {values} 项没有报（例如“{example}”），按缺报处理。"
            );
        }
    }
}
