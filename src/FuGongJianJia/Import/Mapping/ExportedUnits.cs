using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// The organisations of a period's exports（导出里的组织）: seen on any sheet, known again by code, by name, or by a name that
/// differs only at its end. What the exports only speak of (the district, towns, codes, levels) is made from what they
/// hold.
/// </summary>
internal sealed class ExportedUnits(OfficeMapping mapping, CodeRegister register, DiagnosticBag bag)
{
    private readonly List<ExportedUnit> _units = [];
    private readonly Dictionary<string, ExportedUnit> _towns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExportedUnit> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ExportedUnit>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ExportedUnit>> _byStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>
    /// The organisation that a row speaks of, by its code, its name, or a name alike; null when there is none.
    /// </summary>
    public ExportedUnit? Find(string code, string name, string town) =>
        Exactly(code, name, town) ?? Alike(code, name, town);

    /// <summary>Makes what the exports only speak of, once all is seen: the district, towns, codes.</summary>
    /// <param name="place">The first sheet of organisations.</param>
    public void Complete(SourcePlace place)
    {
        MakeUpper(place);
        GiveCodes();
    }

    /// <summary>The rows of our table 组织, each followed by those that claim to be the same.</summary>
    public IEnumerable<(SourcePlace Place, IEnumerable<(ColumnSpec, RawCell, SourcePlace)> Cells)> Rows()
    {
        foreach (var unit in _units)
        {
            yield return (unit.Place, Cells(unit));
            foreach (var twin in unit.Doubles)
            {
                twin.Code = unit.Code;
                twin.Level = unit.Level;
                yield return (twin.Place, Cells(twin));
            }
        }
    }

    /// <summary>Takes up what a row says of its organisation.</summary>
    public void See(BoundRegion region, MappedLine line)
    {
        var (code, name, town) = (line.Code, line.Name.Text, region.Town(line));
        if (name.Length == 0 && code.Length == 0)
        {
            return;
        }

        var known = Exactly(code, name, town) ?? Alike(code, name, town, unless: line.Place);
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
            bag.Add(
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

    /// <summary>The organisation of that code or, in that town, of that very name; null when there is none.</summary>
    public ExportedUnit? Exactly(string code, string name, string town)
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
            bag.Add(
                MappingCodes.NamedAlike,
                only.Place,
                $"{Diagnostic.Quote(name)}按{Diagnostic.Quote(only.Name)}读，只有末尾的写法不同。不是同一个工会的，请在导出里写全称。"
            );
        }

        return only;
    }

    /// <summary>The district and the towns that the exports only speak of.</summary>
    private void MakeUpper(SourcePlace first)
    {
        var district = _units.Find(u => u.Level == Level.District);
        var made = new List<string>();
        if (district is null)
        {
            var place = new SourcePlace(OfficeMapping.Path, mapping.DistrictName.Line);
            district = new(mapping.DistrictName.Value, "", place) { IsMade = true, Level = Level.District };
            _units.Insert(0, district);
            _byName[OrganisationIndex.NameKey(district.Name)] = [district];
            made.Add(district.Name);
        }

        var direct = mapping.Direct.Select(UnitNames.TownKey).Append(UnitNames.TownKey(district.Name)).ToHashSet();
        foreach (var town in _units.Where(u => u.Level == Level.Town))
        {
            _towns.TryAdd(UnitNames.TownKey(town.Name), town);
        }

        foreach (var unit in _units.Where(u => u.Level == Level.Grassroots).ToList())
        {
            if (unit.Town.Length == 0 || direct.Contains(unit.Town) || _towns.ContainsKey(unit.Town))
            {
                unit.Town = direct.Contains(unit.Town) ? "" : unit.Town;
                continue;
            }

            // 城东 is 城东街道, where there is one of that name.
            if (_towns.Keys.FirstOrDefault(t => t.StartsWith(unit.Town, StringComparison.Ordinal)) is { } longer)
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
            _towns.Add(unit.Town, town);
            Enter(town);
            made.Add(town.Name);
        }

        if (made.Count > 0)
        {
            bag.Add(
                MappingCodes.Made,
                first,
                $"导出里没有，由程序建立了 {made.Count} 个上级组织：{NameList.Some(made)}。"
            );
        }
    }

    private void GiveCodes()
    {
        foreach (var unit in _units.Where(u => u.Code.Length == 0))
        {
            unit.IsNumbered = true;
            unit.Code = register.Code(
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
            Level.Grassroots when unit.Town.Length > 0 => _towns.GetValueOrDefault(unit.Town),
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
}
