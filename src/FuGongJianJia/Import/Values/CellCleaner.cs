using System.Collections.Frozen;
using System.Text;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>What a cell says once spreadsheet leftovers are gone（单元格清理）.</summary>
internal static class CellCleaner
{
    private static readonly FrozenSet<string> Blanks = FrozenSet.ToFrozenSet(
        [
            "",
            "-",
            "--",
            "---",
            "/",
            "\\",
            "无",
            "暂无",
            "空",
            "无数据",
            "N/A",
            "n/a",
            "NA",
            "NULL",
            "null",
            "Null",
            "(null)",
            "None",
            "nan",
            "NaN",
            "NaT",
            "<NA>",
            "undefined",
            "…",
            "……",
            "——",
            "—",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> ErrorValues = FrozenSet.ToFrozenSet(
        [
            "#N/A",
            "#DIV/0!",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#GETTING_DATA",
            "#BLOCKED!",
            "#BUSY!",
            "#CONNECT!",
            "#EXTERNAL!",
            "#PYTHON!",
            "#TIMEOUT!",
            "#UNKNOWN!",
        ],
        StringComparer.Ordinal
    );

    /// <summary>
    /// True for the marks that say "nothing here": 空, —, －, /, 无, 暂无, N/A, and what programs write for nothing: None,
    /// nan, NULL. A 0 is not one of them, and neither is #N/A, which is a formula that failed.
    /// </summary>
    public static bool IsBlank(string cleaned) =>
        cleaned.Length == 0
        || (
            cleaned.Length <= 9
            && MayBeBlank(cleaned[0])
            && (Blanks.Contains(cleaned) || Blanks.Contains(ReadingFold.Of(cleaned)))
        );

    /// <summary>True for the result of a broken formula, such as #DIV/0!.</summary>
    public static bool IsErrorValue(string cleaned) =>
        cleaned.Length >= 4
        && cleaned[0] is '#' or '＃'
        && ErrorValues.Contains(ReadingFold.Of(cleaned).ToUpperInvariant());

    /// <summary>
    /// Trims every kind of blank, drops characters nobody sees or no text may hold, unwraps a protective apostrophe or
    /// ="…", and joins lines. What parted two digits other than by a blank stays as a line break: 1 and 2 below each
    /// other are not 12, nor 1 2.
    /// </summary>
    /// <param name="raw">Text as it stands in the file.</param>
    /// <param name="invisible">True when characters nobody sees were dropped.</param>
    public static string Clean(string raw, out bool invisible)
    {
        invisible = false;
        if (IsPlain(raw))
        {
            return raw;
        }

        var builder = new StringBuilder(raw.Length);
        var (blank, broken) = (false, false);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (Characters.Forbidden(raw, i) is > 0 and var length)
            {
                (invisible, broken) = (true, true);
                i += length - 1;
            }
            else if (Characters.IsInvisible(c))
            {
                // A byte order mark at the very start is how files begin, not something to tell anyone about.
                invisible |= c != '\uFEFF' || builder.Length > 0;
            }
            else if (Characters.IsSpace(c))
            {
                blank = true;
                broken |= Characters.IsBreak(c);
            }
            else
            {
                if (broken && char.IsDigit(c) && builder.Length > 0 && char.IsDigit(builder[^1]))
                {
                    builder.Append('\n');
                }
                else if (blank && builder.Length > 0)
                {
                    builder.Append(' ');
                }

                (blank, broken) = (false, false);
                builder.Append(c is '\u2010' or '\u2011' ? '-' : c);
            }
        }

        var text = builder.ToString();
        return text switch
        {
            ['=', '"', .. var inner, '"'] when !inner.Contains('"', StringComparison.Ordinal) => inner.Trim(),
            ['\'' or '‘' or '’', .. var rest] => rest.Trim(),
            _ => text,
        };
    }

    /// <summary>The same for a text, in which a line break is only a blank.</summary>
    public static string Line(string raw) => Clean(raw, out _).Replace('\n', ' ');

    /// <summary>
    /// True when cleaning changes nothing and finds nothing: letters, digits, points and hyphens, as most cells of an
    /// export are.
    /// </summary>
    public static bool IsPlainAscii(string raw)
    {
        foreach (var c in raw)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Quick no for what starts with a digit or a letter that no mark starts with.</summary>
    private static bool MayBeBlank(char first) =>
        first >= 0x80
            ? first is not (>= '\u4E00' and <= '\u9FFF') || first is '无' or '暂' or '空'
            : first is '-' or '/' or '\\' or 'N' or 'n' or '(' or '<' or 'u';

    private static bool IsPlain(string raw)
    {
        if (raw.Length == 0)
        {
            return true;
        }

        if (raw[0] is '\'' or '‘' or '’' or '=')
        {
            return false;
        }

        foreach (var c in raw)
        {
            if (c is not ((>= '!' and <= '~') or (>= '\u4E00' and <= '\u9FFF')))
            {
                return false;
            }
        }

        return true;
    }
}
