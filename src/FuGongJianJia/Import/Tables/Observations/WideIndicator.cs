using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>Where a wide table holds the numbers of one indicator（宽表的一项指标）.</summary>
internal sealed class WideIndicator(int indicator)
{
    /// <summary>Ordinal of the code.</summary>
    public int Indicator => indicator;

    /// <summary>数值.</summary>
    public CellPosition Value { get; private set; } = CellPosition.None;

    /// <summary>分子.</summary>
    public CellPosition Numerator { get; private set; } = CellPosition.None;

    /// <summary>分母.</summary>
    public CellPosition Denominator { get; private set; } = CellPosition.None;

    /// <summary>The indicators of a header, in the order of their first columns.</summary>
    public static List<WideIndicator> Of(TableScan scan, IndicatorIndex indicators, DiagnosticBag bag)
    {
        var (header, place) = (scan.Header, scan.HeaderPlace);

        // 分子 by itself is a column of the long table; here nothing says of which indicator it is.
        foreach (
            var column in ObservationSchema.Table.Columns.Where(c =>
                (
                    c == ObservationSchema.Numerator
                    || c == ObservationSchema.Denominator
                    || c == ObservationSchema.Value
                    || c == ObservationSchema.Approximate
                )
                && header.Map[c.Ordinal] >= 0
            )
        )
        {
            bag.Add(
                FileCodes.UnknownColumn,
                place with
                {
                    Column = header.Map[column.Ordinal] + 1,
                },
                $"这是一列一项指标的宽表，列“{column.Name}”没有写明是哪一项指标，这一列没有读取。请写成例如“R01分子”，或改用一行一个数的长表。"
            );
            scan.Page.Add(LedgerItem.IgnoredColumn, $"“{column.Name}”", place.Line, holdsValues: true);
        }

        var all = new List<WideIndicator>();
        foreach (var at in header.Extras)
        {
            if (WideColumn.Parse(header.Names[at], indicators) is not { } column)
            {
                continue;
            }

            var cell = place with { Column = at + 1 };
            if (Unit(column, indicators, cell, bag, out var unit))
            {
                header.Convert(at, column.Name, unit, cell, scan.Page, bag);
            }

            var indicator = all.Find(w => w.Indicator == column.Indicator);
            if (indicator is null)
            {
                all.Add(indicator = new(column.Indicator));
            }

            if (!indicator.TryPlace(column, at))
            {
                // R01 and 建会率 are two headers and one indicator.
                bag.Add(
                    FileCodes.ColumnTwice,
                    cell,
                    $"列{Diagnostic.Quote(column.Name)}与另一列是同一项指标，无法判断以哪一列为准。请只留一列。"
                );
            }
        }

        foreach (var half in all.Where(w => w.Numerator.Exists && w.Denominator.Exists))
        {
            var (one, two) = (header.Unit(half.Numerator.Position), header.Unit(half.Denominator.Position));
            if (one is null != two is null && (one ?? two) is { Scale: not 1m })
            {
                bag.Add(
                    FileCodes.HeadRemark,
                    place with
                    {
                        Column = half.Numerator.Position + 1,
                    },
                    $"列“{half.Numerator.Name}”和“{half.Denominator.Name}”只有一个写了单位，不知道另一个以什么计。请两个都写上，例如（万元）和（元）。"
                );
            }
        }

        return all;
    }

    /// <summary>
    /// The unit that the header states, as parts of the unit of the catalogue; false when it states none.
    /// </summary>
    private static bool Unit(
        WideColumn column,
        IndicatorIndex indicators,
        SourcePlace place,
        DiagnosticBag bag,
        out HeadUnit unit
    )
    {
        var code = indicators.Codes[column.Indicator];
        unit = new("", UnitKind.Count, 1m);
        foreach (var remark in column.Remarks.Where(r => !HeaderRemarks.IsHint(r)))
        {
            var own = HeadUnit.Parse(indicators.Catalogue.First(i => i.Code == code).Unit);
            if (HeadUnit.Parse(remark) is not { } stated)
            {
                bag.Add(FileCodes.HeadRemark, place, HeaderRemarks.Refuse(column.Name, remark, code));
            }
            else if (column.Part != WidePart.Value && stated.Kind != UnitKind.Percent)
            {
                unit = stated;
                return true;
            }
            else if (column.Part == WidePart.Value && own is not null && own.Kind == stated.Kind)
            {
                unit = stated with { Scale = stated.Scale / own.Scale };
                return true;
            }
            else
            {
                bag.Add(
                    FileCodes.HeadRemark,
                    place,
                    $"列{Diagnostic.Quote(column.Name)}写着以“{remark}”计，指标表里 {code} 的单位是“{own?.Text ?? "（没有）"}”，"
                        + "换算不过来。请核对这一列是不是这项指标，再改单位。"
                );
            }
        }

        return false;
    }

    private bool TryPlace(WideColumn column, int at)
    {
        var position = new CellPosition(at, column.Name);
        switch (column.Part)
        {
            case WidePart.Numerator when !Numerator.Exists:
                Numerator = position;
                return true;
            case WidePart.Denominator when !Denominator.Exists:
                Denominator = position;
                return true;
            case WidePart.Value when !Value.Exists:
                Value = position;
                return true;
            default:
                return false;
        }
    }
}

/// <summary>A column, or none.</summary>
/// <param name="Position">Position in the row; -1 for none.</param>
/// <param name="Name">Header text.</param>
internal readonly record struct CellPosition(int Position, string Name)
{
    /// <summary>No such column.</summary>
    public static CellPosition None { get; } = new(-1, "");

    /// <summary>True for a column.</summary>
    public bool Exists => Position >= 0;

    /// <summary>The cell of a row.</summary>
    public ValueCell Of(DataRow row) => Exists ? new(row, Position, Name) : ValueCell.Absent;
}
