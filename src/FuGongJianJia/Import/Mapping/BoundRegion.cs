using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>A data row with what names its organisation.</summary>
/// <param name="Row">The row, blanks filled from above where the mapping says so.</param>
/// <param name="Place">Its place.</param>
/// <param name="Code">A sound code, or empty.</param>
/// <param name="Name">The name, or blank.</param>
/// <param name="TownText">What the row says of its town; empty for nothing.</param>
/// <param name="UnitPlace">Where the name or the code stands.</param>
internal sealed record MappedLine(
    HeldRow Row,
    SourcePlace Place,
    string Code,
    RawCell Name,
    string TownText,
    SourcePlace UnitPlace
);

/// <summary>A table of an export together with the rule it is read by（照规则读的一块表）.</summary>
internal sealed class BoundRegion(
    Region region,
    TableRule rule,
    ImmutableArray<(ColumnRule Rule, HeadColumn Head)> columns
)
{
    private string? _townOfAll;

    /// <summary>The table.</summary>
    public Region Region => region;

    /// <summary>Its rule.</summary>
    public TableRule Rule => rule;

    /// <summary>Columns of indicators, by code in the order of the sheet.</summary>
    public IEnumerable<IGrouping<string, (ColumnRule Rule, HeadColumn Head, WidePart Part)>> Indicators { get; } =
        columns
            .Where(c => c.Rule.Target is IndicatorGoal)
            .GroupBy(
                c => ((IndicatorGoal)c.Rule.Target).Code,
                c => (c.Rule, c.Head, ((IndicatorGoal)c.Rule.Target).Part),
                StringComparer.Ordinal
            )
            .ToList();

    /// <summary>Its data rows.</summary>
    public IEnumerable<MappedLine> Lines()
    {
        var (code, name, town) = (Key("编码"), Key("名称"), Key("镇街"));
        var filled = columns
            .Where(c => rule.FillDown.Any(f => HeadColumn.KeyOf(f) == c.Rule.Key))
            .Select(c => c.Head.Position)
            .ToList();
        var above = new Dictionary<int, RawCell>();
        foreach (var data in region.Rows)
        {
            var row = data.Row;
            if (filled.Count > 0)
            {
                var cells = row.Cells.ToList();
                foreach (var at in filled)
                {
                    while (cells.Count <= at)
                    {
                        cells.Add(RawCell.Blank);
                    }

                    if (cells[at].IsFilled)
                    {
                        above[at] = cells[at];
                    }
                    else if (above.TryGetValue(at, out var reaching))
                    {
                        cells[at] = reaching;
                    }
                }

                row = row with { Cells = [.. cells] };
            }

            var place = region.Grid.At(row.Line);
            var stated = CodeText.Normalise(Text(row, code));
            yield return new(
                row,
                place,
                CodeText.IsSound(stated) && !CodeText.LooksScientific(stated) ? stated : "",
                name is null ? RawCell.Blank : new(Text(row, name)),
                Text(row, town) is { Length: > 0 } said ? said : data.Section,
                (name ?? code) is { } at2 ? region.Grid.At(row.Line, at2.Position) : place
            );
        }

        static string Text(HeldRow row, HeadColumn? column) =>
            column is null || SheetCells.Text(row, column.Position) is var text && CellCleaner.IsBlank(text)
                ? ""
                : text;

        HeadColumn? Key(string what) => columns.FirstOrDefault(c => c.Rule.Target == new UnitGoal(what)).Head;
    }

    /// <summary>The town of a row, for comparing; empty for none.</summary>
    public string Town(MappedLine line) =>
        line.TownText.Length > 0 ? UnitNames.TownKey(line.TownText) : _townOfAll ??= TownOfAll();

    /// <summary>What the row holds for a table, words and units of the export turned into ours.</summary>
    public IEnumerable<(ColumnSpec Column, RawCell Cell, SourcePlace Place)> Cells(MappedLine line, TableSpec table) =>
        columns
            .Where(c => c.Rule.Target is TableGoal target && target.Table == table)
            .Select(c => (((TableGoal)c.Rule.Target).Column, Cell(line, c.Rule, c.Head), Place(line, c.Head)));

    /// <summary>What stands in every row.</summary>
    public IEnumerable<(ColumnSpec Column, RawCell Cell, SourcePlace Place)> Fixed(MappedLine line, TableSpec table) =>
        rule
            .Fixed.Where(f => f.Target is TableGoal target && target.Table == table)
            .Select(f => (((TableGoal)f.Target).Column, new RawCell(f.Value.Value), line.Place));

    /// <summary>Place of a cell.</summary>
    public SourcePlace Place(MappedLine line, HeadColumn head) => region.Grid.At(line.Row.Line, head.Position);

    /// <summary>The indicator that the whole table is of; empty where its columns or rows name them.</summary>
    public string IndicatorOfAll { get; } = rule.IndicatorFrom.Length > 0 ? region.Named(rule.IndicatorFrom) : "";

    /// <summary>A cell, its word or its unit turned into ours.</summary>
    public RawCell Cell(MappedLine line, ColumnRule column, HeadColumn head)
    {
        if (head.Position >= line.Row.Cells.Length)
        {
            return RawCell.Blank;
        }

        var cell = line.Row.Cells[head.Position];
        var text = CellCleaner.Line(cell.Text).Trim();
        if (rule.Words.FirstOrDefault(w => w.Target == column.Target && w.Theirs == text) is { } word)
        {
            return cell with { Text = word.Ours };
        }

        return
            rule.Units.FirstOrDefault(u => HeadColumn.KeyOf(u.Column) == column.Key).Unit is { } stated
            && HeadUnit.Parse(stated.Value) is { } unit
            && NumberCell.TryParse(text, out var number)
            && number.TryTake(unit, out var taken)
            ? cell with
            {
                Text = ExactNumber.Of(taken.Value),
            }
            : cell;
    }

    private string TownOfAll() =>
        rule.TownFrom switch
        {
            "工作表名" => UnitNames.TownKey(region.Grid.Place.Sheet ?? ""),
            "文件名" => UnitNames.TownOf(region.Grid.Stem),
            "标题" => UnitNames.TownOf(region.Title),
            _ => "",
        };
}
