using System.Text.RegularExpressions;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// What the cells of an export need before they are ours（提出的值）: words, units, cells that reach down, and where the town
/// stands when no column has it.
/// </summary>
/// <param name="questions">What is asked.</param>
internal sealed partial class ValueProposal(Questions questions)
{
    /// <summary>Words of the export that the closed lists of 组织 do not have.</summary>
    public IEnumerable<WordRule> Words(
        List<Region> alike,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets,
        TableRule? settled
    )
    {
        foreach (var (column, (target, _)) in targets.OrderBy(t => t.Key.Position))
        {
            if (target is not TableGoal { Table.Name: "组织", Column: { Kind: CellKind.Word } spec })
            {
                continue;
            }

            var words = alike
                .SelectMany(r =>
                    r.Columns.FirstOrDefault(c => c.Key == column.Key) is { } same ? ColumnFacts.Of(r, same).Words : []
                )
                .Distinct(StringComparer.Ordinal);
            foreach (var word in words)
            {
                if (Known(spec, word) || settled?.Words.Any(w => w.Target == target && w.Theirs == word) == true)
                {
                    continue;
                }

                var guess =
                    spec == OrganisationSchema.Category ? (UnitNames.CategoryOf(word) ?? UnitCategory.Other).Word()
                    : spec == OrganisationSchema.Kind
                        ? word.Contains('独', StringComparison.Ordinal) ? "基层工会"
                            : UnitNames.KindOf(word, Level.Grassroots).Word()
                    : spec == OrganisationSchema.Level ? UnitNames.LevelOf(word).Word()
                    : "正常";
                var name = $"值 {spec.Name}|{word}";
                var ours = questions.Ask(name, $"“{spec.Name}”里的“{word}”算哪一种", guess, spec.Words);
                yield return new(target, word, ours, questions.IsAnswered(name) ? "" : Questions.Confirm);
            }
        }
    }

    private static bool Known(ColumnSpec spec, string word) =>
        spec == OrganisationSchema.Category ? OrganisationVocabulary.Categories.TryParse(word, out _)
        : spec == OrganisationSchema.Kind ? OrganisationVocabulary.Kinds.TryParse(word, out _)
        : spec == OrganisationSchema.Level ? OrganisationVocabulary.Levels.TryParse(word, out _)
        : OrganisationVocabulary.Statuses.TryParse(word, out _);

    /// <summary>
    /// Units of the numbers: what the head itself says in brackets, else what stands above the table（单位：万元）, which is
    /// taken for the columns that count such things.
    /// </summary>
    public static IEnumerable<(string, Noted<string>)> Units(
        Region region,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets
    )
    {
        foreach (var column in region.Columns)
        {
            if (UnitOf(region, column, targets[column].Target) is { Scale: not 1m } unit)
            {
                var isOwn = HeaderText.Remarks(column.Label).Contains(unit.Text);
                yield return (
                    column.Name,
                    new(
                        unit.Text,
                        isOwn ? "每个数换算以后再读" : $"{Questions.Confirm}：表头上面写着“单位：{unit.Text}”"
                    )
                );
            }
        }
    }

    /// <summary>The unit of a column of numbers; null when nothing states one.</summary>
    public static HeadUnit? UnitOf(Region region, HeadColumn column, ColumnGoal target) =>
        !IsNumber(target) ? null
        : HeaderText.Remarks(column.Label).Select(HeadUnit.Parse).FirstOrDefault(u => u is not null) is { } own ? own
        : HeadWords.PartOf(column.Label) == WidePart.Value ? null
        : UnitsAbove(region.Title)
            .FirstOrDefault(u =>
                u.Kind switch
                {
                    UnitKind.Money => HeadWords.IsOfMoney(column.Name),
                    UnitKind.Count => HeadWords.IsOfHeads(column.Name),
                    _ => false,
                }
            );

    private static bool IsNumber(ColumnGoal target) => target is TableGoal { Column.IsNumber: true } or IndicatorGoal;

    // 单位：万元、人
    private static IEnumerable<HeadUnit> UnitsAbove(string title) =>
        UnitPattern()
            .Matches(ReadingFold.Of(title))
            .SelectMany(m => m.Groups[1].Value.Split(['、', ',', '/', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Select(HeadUnit.Parse)
            .OfType<HeadUnit>();

    // A cell merged down in a workbook was filled when it was read; in a text file only the first row has it.
    /// <summary>Columns of towns of which only the first row of each has the name.</summary>
    public static IEnumerable<string> FillDown(
        Region region,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets
    )
    {
        foreach (var column in region.Columns.Where(c => targets[c].Target is UnitGoal { What: "镇街" }))
        {
            var texts = region.Rows.Select(r => SheetCells.Text(r.Row, column.Position)).ToList();
            if (texts.Count > 2 && texts[0].Length > 0 && texts.Count(t => t.Length == 0) * 3 >= texts.Count)
            {
                yield return column.Name;
            }
        }
    }

    /// <summary>Where the town stands that no column has: the sheet's name, the title or the file's name.</summary>
    public static string TownFrom(List<Region> alike, string indicatorFrom)
    {
        if (alike.Exists(r => r.Rows.Any(l => l.Section.Length > 0)))
        {
            return "";
        }

        var sheets = alike.Select(r => r.Grid.Place.Sheet ?? "").ToList();
        return sheets.TrueForAll(s => UnitNames.IsTown(s)) ? "工作表名"
            : alike.TrueForAll(r => UnitNames.TownOf(r.Title).Length > 0) ? "标题"
            : alike.TrueForAll(r => UnitNames.TownOf(r.Grid.Stem).Length > 0) ? "文件名"
            : alike.Count > 1
            && indicatorFrom != "工作表名"
            && sheets.Distinct().Count() == alike.Count
            && sheets.TrueForAll(s => !FilePatterns.IsPlain(s))
                ? "工作表名"
            : "";
    }

    [GeneratedRegex("(?:^|[^一-龥])(?:计量)?单位[:：]\\s*([^\\s()]+)")]
    private static partial Regex UnitPattern();
}
