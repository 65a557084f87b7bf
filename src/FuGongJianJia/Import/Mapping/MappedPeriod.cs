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
    private const int MostNamed = 6;

    private readonly OfficeMapping _mapping;
    private readonly CodeRegister _register;
    private readonly ImmutableArray<TableSpec> _tables;
    private readonly Period _period;
    private readonly DiagnosticBag _bag;
    private readonly List<BoundRegion> _regions = [];
    private readonly List<ExportedUnit> _units = [];
    private readonly Dictionary<string, ExportedUnit> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ExportedUnit>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ExportedUnit>> _byStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappedTable> _made = new(StringComparer.Ordinal);

    private MappedPeriod(
        OfficeMapping mapping,
        CodeRegister register,
        ImmutableArray<TableSpec> tables,
        Period period,
        DiagnosticBag bag
    ) => (_mapping, _register, _tables, _period, _bag) = (mapping, register, tables, period, bag);

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
        var layout = new SheetLayout(tables);
        foreach (var grid in grids)
        {
            reading.Bind(grid, layout.Find(grid));
        }

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
                $"{period.Title}有 {names.Count} 个名称还没有登记编码（{Some(names)}），先用了新的编码。"
                    + $"请运行 fugong import --period {period} 登记下来，编码和网页地址才不会变。"
            );
        }

        return reading._made.Values.Where(t => t.Count > 0).ToDictionary(t => t.Table.Name, t => t.ToSource());
    }

    private static string Some(List<string> names) =>
        string.Join('、', names.Take(MostNamed)) + (names.Count > MostNamed ? " 等" : "");

    private void Bind(OfficeGrid grid, ImmutableArray<Region> regions)
    {
        if (regions.IsEmpty)
        {
            if (_mapping.LeavesOut(grid))
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 写明不读", holdsValues: true);
                return;
            }

            grid.Page.Add(LedgerItem.Unread, "找不到表头", holdsValues: true);
            _bag.Add(
                MappingCodes.NotMapped,
                grid.Place,
                "前几行里找不到表头，没有读取。不是表格的可以不理会，或者在 对应.yml 里写“读作: 不读”。"
            );
        }

        foreach (var region in regions)
        {
            var rule = _mapping.Find(region);
            var place = grid.Place with { Line = region.HeadLine };
            if (rule is null)
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 里没有", region.HeadLine, holdsValues: true);
                _bag.Add(
                    MappingCodes.NotMapped,
                    place,
                    $"这里有一张表（{Some([.. region.Columns.Select(c => c.Name)])}），对应.yml 里没有写它是什么，没有读取。"
                        + "请运行 fugong import 补上。"
                );
            }
            else if (rule.ReadAs.IsEmpty)
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 写明不读", region.HeadLine, holdsValues: true);
            }
            else
            {
                _regions.Add(Bind(region, rule, place));
            }
        }
    }

    private BoundRegion Bind(Region region, TableRule rule, SourcePlace place)
    {
        var left = region.Columns.ToList();
        var columns = ImmutableArray.CreateBuilder<(ColumnRule, HeadColumn)>();
        var gone = new List<ColumnRule>();
        foreach (var column in rule.Columns)
        {
            if (region.Columns.FirstOrDefault(c => c.Key == column.Key) is { } found)
            {
                left.Remove(found);
                columns.Add((column, found));
            }
            else if (column.Target is not UnreadGoal)
            {
                gone.Add(column);
            }
        }

        foreach (var column in gone)
        {
            _bag.Add(
                MappingCodes.ColumnGone,
                place,
                $"找不到列{Diagnostic.Quote(column.Name)}，对应.yml 第 {column.Line} 行要它作“{column.Target.Text}”。"
                    + Renamed(column, left)
            );
        }

        foreach (var column in left)
        {
            region.Grid.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(column.Name), region.HeadLine);
            _bag.Add(
                MappingCodes.NewColumn,
                region.Grid.At(region.HeadLine, column.Position),
                $"多了一列{Diagnostic.Quote(column.Name)}，对应.yml 里没有写，没有读取。请运行 fugong import 补上，不要的写“不读”。"
            );
        }

        foreach (var (column, _) in columns.Where(c => c.Item1.Target is UnreadGoal))
        {
            region.Grid.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(column.Name), region.HeadLine);
        }

        Note(region);
        return new(region, rule, columns.ToImmutable());
    }

    /// <summary>A new column of the same meaning, or of nearly the same name.</summary>
    private static string Renamed(ColumnRule gone, List<HeadColumn> left) =>
        (
            left.Find(c => gone.Target.Text == OfficeWords.Meaning(c.Label))
            ?? left.Find(c =>
                gone.Target is TableGoal goal && OfficeWords.Column(goal.Table, c.Label)?.Name == goal.Column.Name
            )
        )
            is { } same
            ? $"是否改名为“{same.Name}”？是的，请在 对应.yml 里改。"
            : Suggest.Phrase(gone.Name, left.Select(c => c.Name), "改了名的请在 对应.yml 里改，不再有的改成“不读”。");

    private void Note(Region region)
    {
        var page = region.Grid.Page;
        page.Rows += region.Rows.Length;
        foreach (var (kind, line, count) in region.Skipped)
        {
            var (code, what) = kind switch
            {
                RowKind.Total => (FileCodes.TotalRows, "合计、小计"),
                RowKind.Header => (FileCodes.RepeatedHeader, "重复的表头"),
                _ => (FileCodes.FooterRows, "表尾说明"),
            };
            page.Add(LedgerItem.SkippedRows, what, line, count, kind == RowKind.Total);
            _bag.Add(code, region.Grid.At(line), $"有 {count} 行{what}没有读取。");
        }
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
                See(region, line);
            }
        }

        MakeUpper(sources[0]);
        GiveCodes();
        var table = Table(OrganisationSchema.Table);
        foreach (var unit in _units)
        {
            table.Add(unit.Place, Cells(unit));
            foreach (var twin in unit.Doubles)
            {
                twin.Code = unit.Code;
                twin.Level = unit.Level;
                table.Add(twin.Place, Cells(twin));
            }
        }
    }

    private void See(BoundRegion region, MappedLine line)
    {
        var (code, name, town) = (line.Code, line.Name.Text, region.Town(line));
        if (name.Length == 0 && code.Length == 0)
        {
            return;
        }

        var known = Find(code, name, town) ?? Alike(code, name, town, unless: line.Place);
        var unit = known;
        if (unit is null || unit.Place is var at && at.Path == line.Place.Path && at.Sheet == line.Place.Sheet)
        {
            unit = new(name.Length > 0 ? name : code, town, line.Place) { Code = code };
            if (known is not null)
            {
                known.Doubles.Add(unit);
            }
            else
            {
                Enter(unit);
            }
        }

        if (unit.Town.Length == 0)
        {
            unit.Town = town;
        }

        foreach (var (column, cell, place) in region.Cells(line, OrganisationSchema.Table))
        {
            var read = Worded(column, cell, place);
            if (!unit.Cells.TryGetValue(column, out var before) || !before.Cell.IsFilled)
            {
                unit.Cells[column] = (read, place);
            }
        }

        unit.Level =
            unit.Cells.TryGetValue(OrganisationSchema.Level, out var level)
            && OrganisationVocabulary.Levels.TryParse(level.Cell.Text, out var stated)
                ? stated
                : UnitNames.LevelOf(unit.Name);
    }

    /// <summary>A word that neither the list nor 对应.yml knows is told where it stands.</summary>
    private RawCell Worded(ColumnSpec column, RawCell cell, SourcePlace place)
    {
        var text = CellCleaner.Clean(cell.Text, out _);
        if (
            column.Kind == CellKind.Word
            && !CellCleaner.IsBlank(text)
            && !(
                column == OrganisationSchema.Level ? OrganisationVocabulary.Levels.TryParse(text, out _)
                : column == OrganisationSchema.Kind ? OrganisationVocabulary.Kinds.TryParse(text, out _)
                : column == OrganisationSchema.Category ? OrganisationVocabulary.Categories.TryParse(text, out _)
                : OrganisationVocabulary.Statuses.TryParse(text, out _)
            )
        )
        {
            _bag.Add(
                MappingCodes.NewWord,
                place,
                $"{Diagnostic.Quote(text)}是哪一种“{column.Name}”，对应.yml 里没有写（应为 {string.Join('、', column.Words)}）。"
                    + $"请在 对应.yml 这张表的“值”下面、“组织.{column.Name}”里加一行，或运行 fugong import。"
            );
            return new(column.Words[^1]);
        }

        return cell;
    }

    private void Enter(ExportedUnit unit)
    {
        _units.Add(unit);
        if (unit.Code.Length > 0)
        {
            _byCode.TryAdd(unit.Code, unit);
        }

        var key = OrganisationIndex.NameKey(unit.Name);
        if (!_byName.TryGetValue(key, out var list))
        {
            _byName.Add(key, list = []);
        }

        list.Add(unit);
        var stem = UnitNames.Stem(unit.Name);
        if (!_byStem.TryGetValue(stem, out var alike))
        {
            _byStem.Add(stem, alike = []);
        }

        alike.Add(unit);
    }

    private ExportedUnit? Find(string code, string name, string town)
    {
        if (code.Length > 0 && _byCode.TryGetValue(code, out var byCode))
        {
            return byCode;
        }

        if (name.Length == 0 || !_byName.TryGetValue(OrganisationIndex.NameKey(name), out var named))
        {
            return null;
        }

        // A code that nobody has and a name that somebody has: another unit of the same name.
        var candidates = named.Where(u => code.Length == 0 || u.Code.Length == 0).ToList();
        return candidates.Find(u => u.Town == town)
            ?? (town.Length == 0 && candidates.Count == 1 ? candidates[0] : null);
    }

    /// <summary>
    /// 东方造船有限公司工会委员会 for 东方造船有限公司工会 and 东方造船有限公司: the only unit of that name but for what stands behind it; told
    /// once for each way of writing. Of one sheet, <paramref name="unless"/>, two names are two units.
    /// </summary>
    private ExportedUnit? Alike(string code, string name, string town, SourcePlace? unless = null)
    {
        var stem = UnitNames.Stem(name);
        if (stem.Length < 3 || !_byStem.TryGetValue(stem, out var named))
        {
            return null;
        }

        var candidates = named
            .Where(u =>
                (code.Length == 0 || u.Code.Length == 0 || u.IsNumbered)
                && (town.Length == 0 || u.Town.Length == 0 || u.Town == town)
                && !(unless is { } place && u.Place.Path == place.Path && u.Place.Sheet == place.Sheet)
            )
            .ToList();
        if (candidates is not [var only])
        {
            return null;
        }

        if (_told.Add(name))
        {
            _bag.Add(
                MappingCodes.NamedAlike,
                only.Place,
                $"{Diagnostic.Quote(name)}按{Diagnostic.Quote(only.Name)}读，只有末尾的写法不同。不是同一个工会的，请在导出里写全称。"
            );
        }

        return only;
    }

    /// <summary>The district and the towns that the exports only speak of.</summary>
    private void MakeUpper(BoundRegion first)
    {
        var district = _units.Find(u => u.Level == Level.District);
        var made = new List<string>();
        if (district is null)
        {
            var place = new SourcePlace(OfficeMapping.Path, _mapping.DistrictName.Line);
            district = new(_mapping.DistrictName.Value, "", place) { IsMade = true, Level = Level.District };
            _units.Insert(0, district);
            _byName[OrganisationIndex.NameKey(district.Name)] = [district];
            made.Add(district.Name);
        }

        var direct = _mapping.Direct.Select(UnitNames.TownKey).Append(UnitNames.TownKey(district.Name)).ToHashSet();
        var towns = new Dictionary<string, ExportedUnit>(StringComparer.Ordinal);
        foreach (var town in _units.Where(u => u.Level == Level.Town))
        {
            towns.TryAdd(UnitNames.TownKey(town.Name), town);
        }

        foreach (var unit in _units.Where(u => u.Level == Level.Grassroots).ToList())
        {
            if (unit.Town.Length == 0 || direct.Contains(unit.Town) || towns.ContainsKey(unit.Town))
            {
                unit.Town = direct.Contains(unit.Town) ? "" : unit.Town;
                continue;
            }

            // 城东 is 城东街道, where there is one of that name.
            if (towns.Keys.FirstOrDefault(t => t.StartsWith(unit.Town, StringComparison.Ordinal)) is { } longer)
            {
                unit.Town = longer;
                continue;
            }

            var town = new ExportedUnit(UnitNames.TownName(unit.Town), "", unit.Place)
            {
                IsMade = true,
                Level = Level.Town,
            };
            town.Cells[OrganisationSchema.ShortName] = (new(unit.Town), unit.Place);
            towns.Add(unit.Town, town);
            Enter(town);
            made.Add(town.Name);
        }

        if (made.Count > 0)
        {
            _bag.Add(
                MappingCodes.Made,
                first.Region.Grid.Place,
                $"导出里没有，由程序建立了 {made.Count} 个上级组织：{Some(made)}。"
            );
        }
    }

    private void GiveCodes()
    {
        foreach (var unit in _units.Where(u => u.Code.Length == 0))
        {
            unit.IsNumbered = true;
            unit.Code = _register.Code(
                OrganisationSchema.Table.Name,
                unit.Level switch
                {
                    Level.District => "Q",
                    Level.Town => "Z",
                    _ => "J",
                },
                unit.Name,
                unit.Town,
                _byName[OrganisationIndex.NameKey(unit.Name)].Count == 1,
                _byCode.ContainsKey
            );
            _byCode[unit.Code] = unit;
        }
    }

    private IEnumerable<(ColumnSpec, RawCell, SourcePlace)> Cells(ExportedUnit unit)
    {
        var level = unit.Level;
        var above = level switch
        {
            Level.District => null,
            Level.Grassroots when unit.Town.Length > 0 => _units.Find(u =>
                u.Level == Level.Town && UnitNames.TownKey(u.Name) == unit.Town
            ),
            _ => _units.Find(u => u.Level == Level.District),
        };
        var derived = new Dictionary<ColumnSpec, string>
        {
            [OrganisationSchema.Code] = unit.Code,
            [OrganisationSchema.Title] = unit.Name,
            [OrganisationSchema.Level] = level.Word(),
            [OrganisationSchema.Parent] = above?.Code ?? "",
            [OrganisationSchema.Kind] = UnitNames.KindOf(unit.Name, level).Word(),
            [OrganisationSchema.Category] = (
                level == Level.Grassroots ? UnitNames.CategoryOf(unit.Name) ?? UnitCategory.Other : UnitCategory.Agency
            ).Word(),
        };
        foreach (var column in OrganisationSchema.Table.Columns)
        {
            if (unit.Cells.TryGetValue(column, out var said) && said.Cell.IsFilled)
            {
                yield return (column, said.Cell, said.Place);
            }
            else if (derived.TryGetValue(column, out var text))
            {
                yield return (column, new(text), unit.Place);
            }
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

    private ExportedUnit? Unit(string code, string name, string town) =>
        Find(code, name, town) ?? Alike(code, name, town);

    /// <summary>What names the organisation of the row in our tables: its code, or what stood there.</summary>
    private RawCell UnitOf(BoundRegion region, MappedLine line) =>
        Unit(line.Code, line.Name.Text, region.Town(line)) is { } unit ? new(unit.Code)
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
                .Select(c => (c.Part, Cell: region.Cell(line, c.Rule, c.Head), Place: region.Place(line, c.Head)))
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
                && (Find(text, text, region.Town(line)) ?? Unit("", text, "")) is { } named
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
