using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;

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
    public static List<WideIndicator> Of(Header header, SourcePlace place, IndicatorIndex indicators, DiagnosticBag bag)
    {
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
        }

        var all = new List<WideIndicator>();
        foreach (var at in header.Extras)
        {
            if (WideColumn.Parse(header.Names[at], indicators) is not { } parsed)
            {
                continue;
            }

            var column = parsed with { Position = at };
            var indicator = all.Find(w => w.Indicator == column.Indicator);
            if (indicator is null)
            {
                all.Add(indicator = new(column.Indicator));
            }

            if (!indicator.TryPlace(column))
            {
                // R01 and 建会率 are two headers and one indicator.
                bag.Add(
                    FileCodes.ColumnTwice,
                    place with
                    {
                        Column = at + 1,
                    },
                    $"列{Diagnostic.Quote(column.Name)}与另一列是同一项指标，无法判断以哪一列为准。请只留一列。"
                );
            }
        }

        return all;
    }

    private bool TryPlace(WideColumn column)
    {
        var position = new CellPosition(column.Position, column.Name);
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
