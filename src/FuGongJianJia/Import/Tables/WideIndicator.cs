using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using T = FuGongJianJia.Import.Schema.ValueTable;

namespace FuGongJianJia.Import.Tables;

/// <summary>Where a wide table holds the numbers of one indicator（宽表的一项指标）.</summary>
internal sealed class WideIndicator(int indicator)
{
    /// <summary>Ordinal of the code.</summary>
    public int Indicator => indicator;

    /// <summary>数值.</summary>
    public Slot Value { get; private set; } = Slot.None;

    /// <summary>分子.</summary>
    public Slot Numerator { get; private set; } = Slot.None;

    /// <summary>分母.</summary>
    public Slot Denominator { get; private set; } = Slot.None;

    /// <summary>The indicators of a header, in the order of their first columns.</summary>
    public static List<WideIndicator> Of(Header header, PeriodContext context)
    {
        var all = new List<WideIndicator>();
        foreach (var at in header.Extras)
        {
            if (WideColumn.Parse(header.Names[at], context.Indicators) is not { } parsed)
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
                context.Bag.Add(FileCodes.ColumnTwice, context.PlaceOf(T.Spec) with { Column = at + 1 }, $"列{DataRow.Quote(column.Name)}与另一列是同一项指标，无法判断以哪一列为准。请只留一列。");
            }
        }

        return all;
    }

    private bool TryPlace(WideColumn column)
    {
        var slot = new Slot(column.Position, column.Name);
        switch (column.Part)
        {
            case WidePart.Numerator when !Numerator.Exists:
                Numerator = slot;
                return true;
            case WidePart.Denominator when !Denominator.Exists:
                Denominator = slot;
                return true;
            case WidePart.Value when !Value.Exists:
                Value = slot;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A column, or none.</summary>
    /// <param name="Position">Position in the row; -1 for none.</param>
    /// <param name="Name">Header text.</param>
    internal readonly record struct Slot(int Position, string Name)
    {
        /// <summary>No such column.</summary>
        public static Slot None { get; } = new(-1, "");

        /// <summary>True for a column.</summary>
        public bool Exists => Position >= 0;

        /// <summary>The cell of a row.</summary>
        public ValueCell Of(DataRow row) => Exists ? new(row, Position, Name) : ValueCell.Absent;
    }
}
