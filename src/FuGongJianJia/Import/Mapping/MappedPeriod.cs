using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Applies 对应.yml to the exports of one period（照对应读一期）: grids in, tables of the contract out. What no longer fits is
/// told; what the exports do not hold (towns, codes, levels) is made from what they do.
/// </summary>
internal sealed class MappedPeriod
{
    private readonly OfficeMapping _mapping;
    private readonly CodeRegister _register;
    private readonly ImmutableArray<TableSpec> _tables;
    private readonly Period _period;
    private readonly List<BoundRegion> _regions = [];
    private readonly ExportedUnits _units;
    private readonly Dictionary<string, MappedTable> _made = new(StringComparer.Ordinal);

    private MappedPeriod(
        OfficeMapping mapping,
        CodeRegister register,
        ImmutableArray<TableSpec> tables,
        Period period,
        DiagnosticBag bag
    ) =>
        (_mapping, _register, _tables, _period, _units) = (
            mapping,
            register,
            tables,
            period,
            new ExportedUnits(mapping, register, bag)
        );

    /// <summary>The tables that the exports of a period are read as, by name.</summary>
    public static Dictionary<string, TableSource> Read(
        OfficeMapping mapping,
        CodeRegister register,
        ImmutableArray<TableSpec> tables,
        Period period,
        IEnumerable<OfficeGrid> grids,
        DiagnosticBag bag
    )
    {
        var reading = new MappedPeriod(mapping, register, tables, period, bag);
        var (layout, binding) = (new SheetLayout(tables), new RegionBinding(mapping, bag));
        reading._regions.AddRange(grids.SelectMany(grid => binding.Bind(grid, layout.Find(grid))));

        var before = register.Added.Count;
        reading.MakeUnits();
        foreach (var region in reading._regions)
        {
            reading.MakeRows(region);
        }

        reading.MakeCatalogue();
        if (register.Added.Count > before)
        {
            var names = register.Added.Skip(before).ToList();
            bag.Add(
                MappingCodes.NotRegistered,
                new(CodeRegister.Path),
                $"{period.Title}有 {names.Count} 个名称还没有登记编码（{NameList.Some(names)}），先用了新的编码。"
                    + $"请运行 fugong import --period {period} 登记下来，编码和网页地址才不会变。"
            );
        }

        return reading._made.Values.Where(t => t.Count > 0).ToDictionary(t => t.Table.Name, t => t.ToSource());
    }

    private void MakeUnits()
    {
        var sources = _regions.Where(r => r.Rule.ReadAs.Contains(OrganisationSchema.Table.Name)).ToList();
        if (sources.Count == 0)
        {
            return;
        }

        foreach (var region in sources)
        {
            foreach (var line in region.Lines())
            {
                _units.See(region, line);
            }
        }

        _units.Complete(sources[0].Region.Grid.Place);
        var table = Table(OrganisationSchema.Table);
        foreach (var (place, cells) in _units.Rows())
        {
            table.Add(place, cells);
        }
    }

    private void MakeRows(BoundRegion region)
    {
        var tables = region
            .Rule.ReadAs.Where(n => n != OrganisationSchema.Table.Name)
            .Select(n => _tables.FirstOrDefault(t => t.Name == n))
            .OfType<TableSpec>()
            .ToList();
        region.Region.Grid.Page.Table = string.Join(
            '、',
            region
                .Region.Grid.Page.Table.Split('、', StringSplitOptions.RemoveEmptyEntries)
                .Union(region.Rule.ReadAs, StringComparer.Ordinal)
        );
        foreach (var line in region.Lines())
        {
            foreach (var table in tables)
            {
                if (table == ObservationSchema.Table && region.Indicators.Any())
                {
                    Observe(region, line);
                }
                else
                {
                    Record(region, line, table);
                }
            }
        }
    }

    /// <summary>What names the organisation of the row in our tables: its code, or what stood there.</summary>
    private RawCell UnitOf(BoundRegion region, MappedLine line) =>
        _units.Find(line.Code, line.Name.Text, region.Town(line)) is { } unit ? new(unit.Code)
        : line.Code.Length > 0 && line.Name.Text.Length == 0 ? new(line.Code)
        : line.Name;

    private void Observe(BoundRegion region, MappedLine line)
    {
        var unit = UnitOf(region, line);
        if (!unit.IsFilled)
        {
            return;
        }

        var at = line.UnitPlace;
        foreach (var indicator in region.Indicators)
        {
            var cells = new List<(ColumnSpec, RawCell Cell, SourcePlace Place)>
            {
                (ObservationSchema.Organisation, unit, at),
                (ObservationSchema.Indicator, new(indicator.Key), at),
            };
            var parts = indicator
                .SelectMany(c => Parts(c.Part, region.Cell(line, c.Rule, c.Head), region.Place(line, c.Head)))
                .ToList();
            if (!parts.Exists(p => p.Cell.IsFilled))
            {
                continue;
            }

            var zero = parts.FirstOrDefault(p => p.Part == WidePart.Denominator);
            if (
                _mapping.ZeroIsNotApplicable
                && IsZero(zero.Cell)
                && parts.TrueForAll(p => p.Part == WidePart.Value || !p.Cell.IsFilled || IsZero(p.Cell))
            )
            {
                cells.Add((ObservationSchema.State, new(ObservationState.NotApplicable.Word()), zero.Place));
            }
            else
            {
                cells.AddRange(
                    parts.Select(p =>
                        (
                            p.Part switch
                            {
                                WidePart.Numerator => ObservationSchema.Numerator,
                                WidePart.Denominator => ObservationSchema.Denominator,
                                _ => ObservationSchema.Value,
                            },
                            p.Cell,
                            p.Place
                        )
                    )
                );
            }

            Table(ObservationSchema.Table).Add(cells[^1].Place, cells);
        }
    }

    // What is no 12/20 is told by the table as the 分子 that it is not.
    private static IEnumerable<(WidePart Part, RawCell Cell, SourcePlace Place)> Parts(
        WidePart part,
        RawCell cell,
        SourcePlace place
    ) =>
        part != WidePart.Both ? [(part, cell, place)]
        : RatioCell.TryParse(CellCleaner.Line(cell.Text).Trim(), out var ratio)
            ?
            [
                (WidePart.Numerator, cell with { Text = ratio.Numerator }, place),
                (WidePart.Denominator, cell with { Text = ratio.Denominator }, place),
            ]
        : [(WidePart.Numerator, cell, place)];

    private static bool IsZero(RawCell cell) =>
        cell.Text is { Length: > 0 } text
        && NumberCell.TryParse(CellCleaner.Line(text), out var number)
        && number.Value == 0m;

    private void Record(BoundRegion region, MappedLine line, TableSpec table)
    {
        var cells = region.Cells(line, table).Concat(region.Fixed(line, table)).ToList();
        if (cells.Count == 0 || cells.TrueForAll(c => !c.Cell.IsFilled))
        {
            return;
        }

        if (table == ObservationSchema.Table && region.IndicatorOfAll.Length > 0)
        {
            cells.Add((ObservationSchema.Indicator, new(region.IndicatorOfAll), line.Place));
        }

        for (var i = 0; i < cells.Count; i++)
        {
            var (column, cell, place) = cells[i];
            if (
                column.Kind == CellKind.Organisation
                && CellCleaner.Line(cell.Text).Trim() is { Length: > 0 } text
                && (_units.Exactly(text, text, region.Town(line)) ?? _units.Find("", text, "")) is { } named
            )
            {
                cells[i] = (column, new(named.Code), place);
            }
        }

        if (
            table.Columns.FirstOrDefault(c => c.Kind == CellKind.Organisation && c.IsRequired) is { } of
            && !cells.Exists(c => c.Column == of)
            && UnitOf(region, line) is { IsFilled: true } unit
        )
        {
            cells.Add((of, unit, line.UnitPlace));
        }

        if (
            table == ObservationSchema.Table
            && _mapping.ZeroIsNotApplicable
            && cells.Exists(c => c.Column == ObservationSchema.Denominator && IsZero(c.Cell))
            && cells.TrueForAll(c => c.Column != ObservationSchema.Numerator || !c.Cell.IsFilled || IsZero(c.Cell))
        )
        {
            cells.RemoveAll(c =>
                c.Column == ObservationSchema.Denominator
                || c.Column == ObservationSchema.Numerator
                || c.Column == ObservationSchema.Value
            );
            cells.Add((ObservationSchema.State, new(ObservationState.NotApplicable.Word()), line.Place));
        }

        if (table.Columns[0] is { IsKey: true, Kind: CellKind.Code } key && !cells.Exists(c => c.Column == key))
        {
            var required = cells
                .Where(c => c.Column.IsRequired)
                .Select(c => CellCleaner.Line(c.Cell.Text).Trim())
                .ToList();
            cells.Add(
                (
                    key,
                    new(
                        _register.Code(
                            table.Name,
                            Prefix(table),
                            required.FirstOrDefault() ?? "",
                            string.Join('|', required.Skip(1).Prepend($"{_period}")),
                            false,
                            static _ => false
                        )
                    ),
                    line.Place
                )
            );
        }

        Table(table).Add(line.Place, cells);
    }

    private static string Prefix(TableSpec table) =>
        table.Columns[0].Example.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } letter
            ? letter
            : "N";

    private void MakeCatalogue()
    {
        if (_mapping.Indicators.IsEmpty || _regions.Count == 0)
        {
            return;
        }

        var table = Table(IndicatorSchema.Table);
        foreach (var indicator in _mapping.Indicators)
        {
            var place = new SourcePlace(OfficeMapping.Path, indicator.Line);
            table.Add(
                place,
                indicator.Cells.Select(c =>
                    (IndicatorSchema.Table.Columns.First(s => s.Name == c.Column), new RawCell(c.Value), place)
                )
            );
        }
    }

    private MappedTable Table(TableSpec table)
    {
        if (!_made.TryGetValue(table.Name, out var made))
        {
            _made.Add(table.Name, made = new(table));
        }

        return made;
    }
}
