using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>What the cells of a row are, before anybody knows what the table is（版面上的格）.</summary>
internal static class SheetCells
{
    private const int LongestLabel = 40;

    /// <summary>Different texts of a row that may be labels.</summary>
    public static List<string> Labels(HeldRow row, int left, int right)
    {
        var labels = new List<string>();
        for (var i = left; i <= right; i++)
        {
            var text = Text(row, i);
            if (text.Length is > 0 and <= LongestLabel && !IsNumber(text) && !IsRemark(text) && !labels.Contains(text))
            {
                labels.Add(text);
            }
        }

        return labels;
    }

    /// <summary>How many cells of a row are numbers, dates or codes.</summary>
    public static int Numbers(HeldRow row, int left, int right) =>
        Enumerable.Range(left, right - left + 1).Count(i => Text(row, i) is { Length: > 0 } text && IsNumber(text));

    /// <summary>How many cells of a row hold something.</summary>
    public static int Filled(HeldRow row, int left, int right) =>
        Enumerable.Range(left, right - left + 1).Count(i => IsFilled(row, i));

    // 2025-01-03, 85.5%, 120 and 45余人 are no labels.
    private static bool IsNumber(string text) =>
        text.Any(char.IsAsciiDigit)
        && (
            NumberCell.TryParse(text, out _)
            || DateCell.TryParse(text, 2000, out _) != DateForm.None
            || text.All(char.IsAsciiDigit)
            || (text.Length >= 6 && CodeText.IsSound(CodeText.Normalise(text)) && text.Count(char.IsAsciiDigit) >= 4)
        );

    /// <summary>导出时间：2026-01-08, 单位：人; 其中：女会员 is a label.</summary>
    public static bool IsRemark(string text) =>
        HeaderText.Whole(text) is var whole
        && whole.IndexOf(':', StringComparison.Ordinal) is > 0 and var at
        && at < whole.Length - 1
        && !whole.StartsWith("其中", StringComparison.Ordinal);

    /// <summary>True when a cell holds something.</summary>
    public static bool IsFilled(HeldRow row, int i) => i < row.Cells.Length && row.Cells[i].IsFilled;

    /// <summary>A cell in one line, without blanks at its ends.</summary>
    public static string Text(HeldRow row, int i) => i < row.Texts.Length ? CellCleaner.Line(row.Texts[i]).Trim() : "";
}
