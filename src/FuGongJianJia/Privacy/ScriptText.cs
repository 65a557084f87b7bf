using System.Globalization;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <summary>Text of scripts and JSON（脚本文本）.</summary>
internal static partial class ScriptText
{
    /// <summary>The text with \u0031 as 1.</summary>
    public static string Unescape(string text) =>
        text.Contains("\\u", StringComparison.Ordinal)
            ? EscapePattern()
                .Replace(
                    text,
                    m =>
                        (
                            (char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        ).ToString()
                )
            : text;

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})", RegexOptions.NonBacktracking)]
    private static partial Regex EscapePattern();
}
