using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Rows;

/// <summary>Typed reading of cells（取值）: what was expected, what was found, what to do.</summary>
internal static partial class Cells
{
    private const int NameLength = 60;
    private const int TextLength = 2000;
    private const decimal Most = 100_000_000m;
    private const int DaysTo1904 = 1462;

    /// <summary>A text; empty when blank. A blank required cell is an error.</summary>
    public static string Text(this DataRow row, ColumnSpec column)
    {
        var text = row.Cleaned(column).Replace('\n', ' ');
        if (CellCleaner.IsBlank(text))
        {
            // 无 may be the honest content of an optional text, but it says the same as nothing.
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。");
            }

            return "";
        }

        if (text[0] is '=' or '+' or '@' || (text[0] == '-' && text.Length > 1 && !char.IsAsciiDigit(text[1])))
        {
            row.Report(
                FileCodes.FormulaText,
                column,
                $"“{column.Name}”像一条公式：{Diagnostic.Quote(text)}。只当作文字，绝不执行；不需要时请去掉开头的符号。"
            );
        }

        var limit = column.Kind is CellKind.Name or CellKind.Person ? NameLength : TextLength;
        if (text.Length > limit)
        {
            row.Report(
                CellCodes.TooLong,
                column,
                $"“{column.Name}”有 {text.Length} 个字，超过 {limit} 个字。请核对是否多粘贴了内容。"
            );
        }

        return text;
    }

    /// <summary>A text, or null when blank.</summary>
    public static string? TextOrNull(this DataRow row, ColumnSpec column) =>
        row.Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// An identifier: letters, digits, hyphen, 1–40 characters, no name Windows reserves. Empty when it is none.
    /// </summary>
    public static string Code(this DataRow row, ColumnSpec column)
    {
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。");
            }

            return "";
        }

        var code = CodeText.Normalise(text);
        if (CodeText.LooksScientific(code))
        {
            row.Report(CellCodes.DamagedCode, column, CodeText.ScientificMessage(column.Name, text));
            return "";
        }

        if (!CodeText.IsSound(code))
        {
            row.Report(
                CellCodes.BadCode,
                column,
                $"“{column.Name}”只能用英文字母、数字和短横线（1—40 个字符），读到{Diagnostic.Quote(text)}。请改成例如 {column.Example} 这样的编码。"
            );
            return "";
        }

        return code;
    }

    /// <summary>A number and whether it was approximate; null when blank or unreadable.</summary>
    public static decimal? Number(
        this DataRow row,
        ColumnSpec column,
        out bool approximate,
        out bool percent,
        decimal least = 0m,
        decimal most = 1_000_000_000_000m
    )
    {
        (approximate, percent) = (false, false);
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。不知道时请核实，不要填 0。");
            }

            return null;
        }

        if (!NumberCell.TryParse(text, out var cell))
        {
            row.Report(
                CellCodes.BadNumber,
                column,
                $"“{column.Name}”应为数，读到{Diagnostic.Quote(text)}。{NumberHint(text)}"
            );
            return null;
        }

        if (row.IsMerged(row.Position(column)))
        {
            row.Report(CellCodes.MergedNumber, column, MergedMessage(column.Name, text));
            return null;
        }

        if (row.Unit(row.Position(column)) is { } unit && !cell.TryTake(unit, out cell))
        {
            row.Report(CellCodes.BadNumber, column, UnitMessage(column.Name, text, unit));
            return null;
        }

        (approximate, percent) = (cell.Approximate, cell.Percent);
        if (cell.Value < least || cell.Value > most)
        {
            row.Report(
                CellCodes.OutOfRange,
                column,
                $"“{column.Name}”应在 {ExactNumber.Of(least)} 到 {ExactNumber.Of(most)} 之间，"
                    + $"读到{Diagnostic.Quote(text)}。请核对原始数据。"
            );
            return null;
        }

        return cell.Value;
    }

    /// <summary>A number without marks.</summary>
    public static decimal? Number(
        this DataRow row,
        ColumnSpec column,
        decimal least = 0m,
        decimal most = 1_000_000_000_000m
    )
    {
        var value = row.Number(column, out var approximate, out _, least, most);
        WarnApproximate(row, column, approximate, value);
        return value;
    }

    /// <summary>A count of people or things, 0–10,000,000.</summary>
    public static int? Whole(this DataRow row, ColumnSpec column, out bool approximate)
    {
        var value = row.Number(column, out approximate, out var percent, 0m, Most);
        if (value is not { } number)
        {
            return null;
        }

        if (percent)
        {
            row.Report(
                CellCodes.BadNumber,
                column,
                $"“{column.Name}”应为整数，读到{Diagnostic.Quote(row.Cleaned(column))}。这一列是个数，不是百分数。"
            );
            return null;
        }

        if (decimal.Truncate(number) != number)
        {
            row.Report(
                CellCodes.NotWhole,
                column,
                $"“{column.Name}”应为整数，读到{Diagnostic.Quote(row.Cleaned(column))}。"
            );
            return null;
        }

        return (int)number;
    }

    /// <summary>A count; an approximate one is read with a warning.</summary>
    public static int? Whole(this DataRow row, ColumnSpec column)
    {
        var value = row.Whole(column, out var approximate);
        WarnApproximate(row, column, approximate, value);
        return value;
    }

    /// <summary>A date; null when blank or unreadable.</summary>
    public static DateOnly? Date(this DataRow row, ColumnSpec column)
    {
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，这一列必填。");
            }

            return null;
        }

        return row.Date(column, text);
    }

    /// <summary>A date out of a text of that column.</summary>
    public static DateOnly? Date(this DataRow row, ColumnSpec column, string text)
    {
        switch (DateCell.TryParse(text, row.Year, out var date))
        {
            case DateForm.Full:
                return date;
            case DateForm.Serial:
                var in1904 = date.AddDays(DaysTo1904);
                date = row.CountsFrom1904 == true ? in1904 : date;
                row.Report(
                    CellCodes.SerialDate,
                    column,
                    $"“{column.Name}”是 Excel 序列号 {text}，"
                        + (
                            row.CountsFrom1904 is { } known
                                ? $"按这个工作簿的 {(known ? 1904 : 1900)} 日期系统读作 {date:yyyy-MM-dd}，请核对。"
                                : $"读作 {date:yyyy-MM-dd}；原文件若用 1904 日期系统则应为 {in1904:yyyy-MM-dd}，请核对。"
                        )
                );
                return date;
            case DateForm.MonthDay:
                row.Report(CellCodes.MonthDay, column, $"“{column.Name}”没有年份，按本期读作 {date:yyyy-MM-dd}。");
                return date;
            case DateForm.Ambiguous:
                row.Report(
                    CellCodes.AmbiguousDate,
                    column,
                    $"“{column.Name}”有两种读法：{Diagnostic.Quote(text)}。请写成四位年份的 年-月-日，例如 2024-05-01。"
                );
                return null;
            default:
                row.Report(
                    CellCodes.BadDate,
                    column,
                    $"“{column.Name}”应为日历上有的日期，例如 2024-05-01，读到{Diagnostic.Quote(text)}。{TooNarrow(text)}"
                );
                return null;
        }
    }

    /// <summary>A word of a closed list; null when blank or unknown.</summary>
    public static T? Word<T>(this DataRow row, ColumnSpec column, WordList<T> words)
        where T : struct, Enum
    {
        var text = row.Cleaned(column);
        if (text.Length > 0 && words.TryParse(text, out var value))
        {
            return value;
        }

        if (CellCleaner.IsBlank(text))
        {
            if (column.IsRequired && !row.IsUnread(column))
            {
                row.Report(CellCodes.Empty, column, $"“{column.Name}”是空的，应为：{string.Join('、', words.Words)}。");
            }

            return null;
        }

        row.Report(
            CellCodes.BadWord,
            column,
            $"“{column.Name}”应为 {string.Join('、', words.Words)} 之一，读到{Diagnostic.Quote(text)}。"
                + Suggest.Phrase(text, words.Words)
        );
        return null;
    }

    /// <summary>是 or 否; null when blank or unreadable.</summary>
    public static bool? YesNo(this DataRow row, ColumnSpec column)
    {
        var text = row.Cleaned(column);
        if (text.Length > 0 && YesNoText.TryParse(text, out var value))
        {
            return value;
        }

        if (CellCleaner.IsBlank(text))
        {
            return null;
        }

        row.Report(CellCodes.BadYesNo, column, $"“{column.Name}”应填 是 或 否，读到{Diagnostic.Quote(text)}。");
        return null;
    }

    /// <summary>A 期间 cell must repeat the folder's name or be empty.</summary>
    public static void MustBe(this DataRow row, ColumnSpec column, Period period)
    {
        var text = row.Cleaned(column);
        if (CellCleaner.IsBlank(text))
        {
            return;
        }

        if (
            !PeriodText.TryParse(text, out var found)
            || (found != period && !(found.Kind == PeriodKind.Year && found.Year == period.Year))
        )
        {
            row.Report(
                CellCodes.WrongPeriod,
                column,
                $"“{column.Name}”是{Diagnostic.Quote(text)}，与文件夹 {period} 不一致。"
                    + (
                        PeriodText.TryParse(text, out var other)
                            ? $"这一行是 {other.Title}的，请移到 data/{other}/；写错了就改正。"
                            : $"读不出是哪一期，请写成 {period}，或者留空。"
                    )
            );
        }
    }

    /// <summary>A number over several rows: nobody knows how much of it is whose.</summary>
    internal static string MergedMessage(string name, string text) =>
        $"“{name}”{Diagnostic.Quote(text)}合并在几行上，不知道是每行都有这么多，还是几行共有这么多。请取消合并，每行填自己的数。";

    /// <summary>A unit in the cell beside one in the header.</summary>
    internal static string UnitMessage(string name, string text, HeadUnit unit) =>
        $"“{name}”的表头写着以“{unit.Text}”计，这一格又写着{Diagnostic.Quote(text)}，不知道以哪个为准。请只在一处写单位。";

    internal static string NumberHint(string text)
    {
        var folded = ReadingFold.Of(text);
        return TooNarrow(folded) is { Length: > 0 } narrow ? narrow
            : folded.StartsWith('=') || folded.StartsWith('@')
                ? "这是公式的写法，没有算出来。请在原表里把这一格设为“常规”，算出结果后再导出。"
            : Range().IsMatch(folded) ? "这是一个范围。请只留一个数，范围写进备注。"
            : folded.Any(c => c is 'O' or 'o') && folded.Any(char.IsAsciiDigit) ? "请检查是否把数字 0 写成字母 O。"
            : folded.Any(c => c is 'l' or 'I') && folded.Any(char.IsAsciiDigit) ? "请检查是否把数字 1 写成字母。"
            : folded.Any(char.IsAsciiDigit)
            && Enumerable.Range(0, folded.Length).Any(i => folded[i] >= 0x80 && Characters.ShownDigit(folded, i) >= 0)
                ? "圈码、上标是注号，不是数字，请删去。"
            : folded.AsSpan().IndexOfAny(' ', '\n') >= 0 && folded.Any(char.IsAsciiDigit)
                ? "一格里像有两个数。千位分隔每三位一个，否则请只留一个数。"
            : CodeText.LooksScientific(folded) ? "这是科学记数，后几位已经丢失，请把该列设为“数值”或“文本”后重新导出。"
            : folded.Contains(',', StringComparison.Ordinal)
                ? "请检查逗号的位置：千位分隔每三位一个，小数点用英文句点。"
            : "请只填数，说明写进备注。";
    }

    // What a spreadsheet shows where a column is too narrow is what some of them store in a CSV.
    private static string TooNarrow(string text) =>
        text.Length > 1 && text.All(c => c == '#') ? "原表里这一列太窄，导出的只剩 #。请把列拉宽，再重新导出。" : "";

    [GeneratedRegex(@"^\d[\d,.]*\s*(?:-|–|—|~|～|至|到)\s*\d[\d,.]*\D*$")]
    private static partial Regex Range();

    private static void WarnApproximate(DataRow row, ColumnSpec column, bool approximate, decimal? value)
    {
        if (approximate && value is { } number)
        {
            row.Report(
                CellCodes.Approximate,
                column,
                $"“{column.Name}”是约数{Diagnostic.Quote(row.Cleaned(column))}，按 {ExactNumber.Of(number)} 读取。有准确数时请改用准确数。"
            );
        }
    }
}
