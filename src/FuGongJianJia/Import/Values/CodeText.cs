using System.Collections.Frozen;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>Identifiers（编码）: they become addresses and file names, so they are ASCII and safe on every disk.</summary>
internal static class CodeText
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "COM0",
            "COM1",
            "COM2",
            "COM3",
            "COM4",
            "COM5",
            "COM6",
            "COM7",
            "COM8",
            "COM9",
            "LPT0",
            "LPT1",
            "LPT2",
            "LPT3",
            "LPT4",
            "LPT5",
            "LPT6",
            "LPT7",
            "LPT8",
            "LPT9",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// Full-width letters and digits to half-width; a blank between two digits leaves a code that is none.
    /// </summary>
    public static string Normalise(string text) => ReadingFold.Closed(text);

    /// <summary>
    /// The same without any blank, for codes whose length or check character says whether they are whole.
    /// </summary>
    public static string Joined(string text) => ReadingFold.Of(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Letters, digits and inner hyphens, 1–40 characters, neither a name Windows reserves nor a word of an address.
    /// </summary>
    public static bool IsSound(string code)
    {
        if (
            code.Length is 0 or > 40
            || code[0] == '-'
            || code[^1] == '-'
            || Reserved.Contains(code)
            || ReservedCodes.Contains(code)
        )
        {
            return false;
        }

        foreach (var c in code)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for 8.1330E+17: what Excel makes of a long code.</summary>
    public static bool LooksScientific(string code)
    {
        var e = code.AsSpan().IndexOfAny('E', 'e');
        return e > 0
            && IsDecimal(code.AsSpan(0, e))
            && code.AsSpan(0, e).Contains('.')
            && e + 1 < code.Length
            && code[e + 1] is '+'
            && code.AsSpan(e + 2).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c != '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How to export a code that Excel damaged.</summary>
    public static string ScientificMessage(string column, string text) =>
        $"“{column}”被 Excel 改成了科学记数 {text}，后几位已经丢失，无法还原。请回到原系统重新导出：用“数据—自文本/CSV”导入并把该列设为“文本”，不要双击打开 CSV。";
}
