using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Names of files and folders（文件名）that every system takes: what Linux lets pass and Windows does not would be lost on
/// the way to another machine, and some names mean something else there.
/// </summary>
internal static class PortableName
{
    private const int MostCharacters = 255;

    private static readonly SearchValues<char> Refused = SearchValues.Create("/\\:*?\"<>|");

    private static readonly FrozenSet<string> Devices = FrozenSet.ToFrozenSet(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{(char)('0' + n)}", $"LPT{(char)('0' + n)}" }),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What is wrong with a name, as a predicate in Chinese; null for nothing.</summary>
    public static string? Fault(string name) =>
        name switch
        {
            "" => "是空的",
            "." or ".." => "指到了别的文件夹",
            _ when name.Length > MostCharacters => "太长",
            _ when name.Any(IsLost) => "不是 UTF-8 编码",
            _ when name.Any(IsUnseen) => "含有看不见的字符",
            _ when name.AsSpan().ContainsAny(Refused) => "含有 Windows 不允许的字符",
            _ when name[^1] is ' ' or '.' => "以空格或句点结尾",
            _ when Devices.Contains(name.Split('.')[0].TrimEnd()) => "是 Windows 的设备名",
            _ => null,
        };

    // What bytes that are no UTF-8 become.
    private static bool IsLost(char c) => c == '\uFFFD';

    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
