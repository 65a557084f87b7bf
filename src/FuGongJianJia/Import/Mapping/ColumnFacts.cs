using System.Collections.Immutable;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>What the cells of a column are（一列里是什么）.</summary>
internal sealed class ColumnFacts
{
    private ColumnFacts() { }

    /// <summary>Cells that hold something.</summary>
    public int Filled { get; private set; }

    /// <summary>True when most of them are numbers.</summary>
    public bool IsNumeric { get; private set; }

    /// <summary>True when most of them are 是 or 否.</summary>
    public bool IsYesNo { get; private set; }

    /// <summary>True when most of the numbers have a percent sign.</summary>
    public bool IsPercent { get; private set; }

    /// <summary>True when most of them are two numbers: 12/20.</summary>
    public bool IsRatio { get; private set; }

    /// <summary>Numbers by row; null where there is none.</summary>
    public ImmutableArray<decimal?> Numbers { get; private set; } = [];

    /// <summary>Different texts, in the order of the rows.</summary>
    public ImmutableArray<string> Words { get; private set; } = [];

    /// <summary>Looks at a column of a region.</summary>
    public static ColumnFacts Of(Region region, HeadColumn column)
    {
        var numbers = ImmutableArray.CreateBuilder<decimal?>(region.Rows.Length);
        var words = new List<string>();
        var (filled, yes, percent, ratios) = (0, 0, 0, 0);
        foreach (var row in region.Rows)
        {
            var text = SheetCells.Text(row.Row, column.Position);
            decimal? number = null;
            if (!CellCleaner.IsBlank(text))
            {
                filled++;
                if (CellCleaner.IsErrorValue(text))
                {
                    // A rate of nothing: as good as a number.
                    percent++;
                }
                else if (NumberCell.TryParse(text, out var cell))
                {
                    number = cell.Value;
                    percent += cell.Percent ? 1 : 0;
                }

                ratios += RatioCell.TryParse(text, out _) ? 1 : 0;
                yes += YesNoText.TryParse(text, out _) ? 1 : 0;
                if (words.Count < 40 && !words.Contains(text))
                {
                    words.Add(text);
                }
            }

            numbers.Add(number);
        }

        var numeric = numbers.Count(n => n is not null);
        return new()
        {
            Filled = filled,
            Numbers = numbers.MoveToImmutable(),
            Words = [.. words],
            IsNumeric = filled > 0 && numeric >= filled * 0.6,
            IsYesNo = filled > 0 && yes >= filled * 0.8 && words.TrueForAll(w => !w.All(char.IsAsciiDigit)),
            IsRatio = filled > 0 && ratios >= filled * 0.6,
            IsPercent = filled > 0 && percent >= filled * 0.6,
        };
    }
}
