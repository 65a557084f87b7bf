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
            "#N/A",
            "…",
            "……",
            "——",
            "—",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> ErrorValues = FrozenSet.ToFrozenSet(
        ["#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA"],
        StringComparer.Ordinal
    );

    /// <summary>True for the marks that say "nothing here": 空, —, －, /, 无, 暂无, N/A … A 0 is not one of them.</summary>
    public static bool IsBlank(string cleaned) =>
        cleaned.Length == 0
        || (
            cleaned.Length <= 4
            && MayBeBlank(cleaned[0])
            && (Blanks.Contains(cleaned) || Blanks.Contains(TextFold.Fold(cleaned)))
        );

    /// <summary>True for the result of a broken formula, such as #DIV/0!.</summary>
    public static bool IsErrorValue(string cleaned) =>
        cleaned.Length > 4
        && cleaned[0] is '#' or '＃'
        && ErrorValues.Contains(TextFold.Fold(cleaned).ToUpperInvariant());

    /// <summary>
    /// Trims every kind of blank, drops invisible characters, unwraps a protective apostrophe or ="…", and joins lines.
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
        foreach (var c in raw)
        {
            if (TextFold.IsInvisible(c))
            {
                // A byte order mark at the very start is how files begin, not something to tell anyone about.
                invisible |= c != '\uFEFF' || builder.Length > 0;
            }
            else if (TextFold.IsSpace(c))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }
            }
            else
            {
                builder.Append(c is '\u2010' or '\u2011' ? '-' : c);
            }
        }

        while (builder.Length > 0 && builder[^1] == ' ')
        {
            builder.Length--;
        }

        var text = builder.ToString();
        return text switch
        {
            ['=', '"', .. var inner, '"'] when !inner.Contains('"', StringComparison.Ordinal) => inner.Trim(),
            ['\'' or '‘' or '’', .. var rest] => rest.Trim(),
            _ => text,
        };
    }

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
            : first is '-' or '/' or '\\' or 'N' or 'n' or '#';

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
