using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// A sheet with a column for each unit（一列一个工会）, turned so that it has a row for each: what stood on the left becomes
/// the head. Every cell keeps its place on the sheet.
/// </summary>
/// <param name="Grid">The turned sheet; its first column holds the names of the units.</param>
/// <param name="HeadLines">Columns of the sheet, from the left, that became the head.</param>
/// <param name="Title">Lines above.</param>
internal sealed partial record TurnedSheet(OfficeGrid Grid, int HeadLines, string Title)
{
    private const string NameLabel = "单位名称";
    private const int MostLeading = 4;

    /// <summary>The sheet turned; null when units stand below each other, as they mostly do.</summary>
    public static TurnedSheet? Of(OfficeGrid grid)
    {
        for (var r = 0; r < Math.Min(grid.Rows.Length, HeaderFinder.Depth); r++)
        {
            var head = Texts(grid.Rows[r]);
            var first = Array.FindIndex(head, IsUnit);
            if (first is < 1 or > MostLeading)
            {
                continue;
            }

            var units = Enumerable.Range(first, head.Length - first).Where(i => IsUnit(head[i])).ToList();
            var others = Enumerable
                .Range(first, head.Length - first)
                .Count(i => head[i].Length > 0 && !IsUnit(head[i]) && !IsBeside(head[i]));
            var rows = grid.Rows.Skip(r + 1).Where(row => Fills(row, units) * 2 >= units.Count).ToList();
            if (units.Count >= 2 && others <= units.Count / 4 && rows.Count >= 2 && HoldFigures(rows, units))
            {
                return Turn(grid, r, first, [.. rows]);
            }
        }

        return null;
    }

    private static TurnedSheet Turn(OfficeGrid grid, int headRow, int first, ImmutableArray<HeldRow> rows)
    {
        var head = grid.Rows[headRow];
        var lines = rows.Select(r => r.Line).Prepend(head.Line).ToImmutableArray();
        var turned = ImmutableArray.CreateBuilder<HeldRow>();
        var leading = Enumerable.Range(0, first).Where(i => !IsNumbering(Text(head, i))).ToList();
        // 人, % and 户 are no labels: they stand in brackets behind the label before them.
        var units = leading.Count > 1 && AreUnits(rows, leading[^1]) ? leading[^1] : -1;
        leading.Remove(units);
        for (var k = 0; k < leading.Count; k++)
        {
            var isLast = k == leading.Count - 1;
            var above = "";
            var cells = new List<RawCell> { new(isLast ? NameLabel : "") };
            foreach (var row in rows)
            {
                // A group reaches down over the blanks below it.
                var label = Text(row, leading[k]);
                above = label.Length > 0 || isLast ? label : above;
                var unit = isLast && units >= 0 ? Text(row, units) : "";
                cells.Add(new(unit.Length > 0 ? $"{above}（{unit}）" : above));
            }

            turned.Add(new(k + 1, [.. cells]));
        }

        for (var i = first; i < head.Cells.Length; i++)
        {
            if (
                head.Cells[i].IsFilled && OfficeWords.Meaning(Text(head, i)) != OfficeWords.Unwanted
                || IsTotal(head, i)
            )
            {
                turned.Add(
                    new(i + 1, [.. rows.Prepend(head).Select(r => i < r.Cells.Length ? r.Cells[i] : RawCell.Blank)])
                );
            }
        }

        var title = string.Join(
            ' ',
            grid.Rows[..headRow].SelectMany(Texts).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)
        );
        return new(grid with { Rows = turned.ToImmutable(), Spans = [], Turned = lines }, first, title);
    }

    private static bool IsTotal(HeldRow row, int i) => RowClassifier.IsTotal(Text(row, i));

    // 合计, 备注, 数据来源 beside the units.
    private static bool IsBeside(string label) =>
        RowClassifier.IsTotal(label) || OfficeWords.Meaning(label) is not null || HeadWords.IsResult(label);

    private static bool IsNumbering(string label) => NumberingPattern().IsMatch(ReadingFold.Of(label));

    private static bool AreUnits(ImmutableArray<HeldRow> rows, int column)
    {
        var texts = rows.Select(r => Text(r, column)).Where(t => t.Length > 0).ToList();
        return texts.Count > 0 && texts.TrueForAll(t => HeadUnit.Parse(ReadingFold.Of(t)) is not null || IsYesNo(t));
    }

    private static bool IsYesNo(string text) => ReadingFold.Of(text) is "是/否" or "是否" or "有/无";

    private static bool HoldFigures(List<HeldRow> rows, List<int> units)
    {
        var texts = rows.SelectMany(r => units.Select(i => Text(r, i))).Where(t => !CellCleaner.IsBlank(t)).ToList();
        var figures = texts.Count(t => NumberCell.TryParse(t, out _) || YesNoText.TryParse(t, out _));
        return figures > 0 && figures >= texts.Count * 0.6;
    }

    private static int Fills(HeldRow row, List<int> units) =>
        units.Count(i => i < row.Cells.Length && row.Cells[i].IsFilled);

    /// <summary>True for a label that is the name of a unit and of no column.</summary>
    private static bool IsUnit(string label) =>
        label.Length is >= 3 and <= 40
        && OfficeWords.Meaning(label) is null
        && UnitPattern().IsMatch(HeaderText.Key(label));

    private static string[] Texts(HeldRow row) => [.. Enumerable.Range(0, row.Cells.Length).Select(i => Text(row, i))];

    private static string Text(HeldRow row, int i) => SheetCells.Text(row, i);

    [GeneratedRegex("^(序号|编号|行次|NO\\.?)$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberingPattern();

    [GeneratedRegex(
        "(工会|工会委员会|工会联合会|街道|镇|乡|公司|集团|厂|医院|卫生院|学校|中学|小学|幼儿园|学院|局|支行|银行|合作社|商圈|园区|开发区)$"
    )]
    private static partial Regex UnitPattern();
}
