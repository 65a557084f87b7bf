using System.Globalization;
using System.Text;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>
/// What goes wrong with any text or bytes: values at the edge of what was thought of, cuts, repetitions.
/// </summary>
internal static class Mutations
{
    /// <summary>Values that programs stumble over, and those that our own tables give a meaning to.</summary>
    public static readonly string[] Values =
    [
        "",
        " ",
        "0",
        "-0",
        "-1",
        "1",
        "100",
        "100.0000000000000000000000000001",
        "0.0000000000000000000000000001",
        "79228162514264337593543950335",
        "99999999999999999999999999999999",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "1e5",
        "1e308",
        "NaN",
        "∞",
        "12O",
        "１２",
        "①",
        "²",
        "1 2",
        "1,2",
        "1,234,567",
        "50%",
        "0.5‰",
        "(12)",
        "=1+1",
        "#REF!",
        "2024-02-30",
        "0001-01-01",
        "9999-12-31",
        "2024年2月30日",
        "45000",
        "-45000",
        "是",
        "否",
        "无",
        "；",
        ";",
        "|",
        "||",
        ":",
        "95:100",
        "95:100;95:90",
        ":;:",
        "省级及以上:100;",
        "全部",
        "全部|全部",
        "基层|",
        "R01",
        "r01",
        "J1",
        "D1",
        "合计",
        "达标比例",
        "分档",
        "清单",
        "计数",
        "扣分",
        "汇总",
        "不公开",
        "缺报",
        "存疑",
        "不适用",
        "\uFFFF",
        "\uFFFE",
        "\uFEFF",
        "\uFFFD",
        "\u0000",
        "\u0007\u001b[2J",
        "\u0085",
        "\u2028",
        "\u202E反\u202C",
        "\u200B",
        "\u00AD",
        "😀",
        "𠮷",
        "👨‍👩‍👧‍👦",
        "\"",
        "\"\"\"",
        "'",
        "<script>alert(1)</script>",
        "]]>",
        "&#0;",
        "%00",
        "..",
        "../../etc",
        "C:\\x",
        "CON",
        "a\nb",
        "a\rb",
        "a\tb",
        "{}",
        "[]",
        "null",
        "!!binary x",
        "&a *a",
        "- - - -",
        "---",
        "13800138000",
    ];

    private static readonly byte[] Bytes =
    [
        0,
        1,
        9,
        10,
        13,
        0x1A,
        0x22,
        0x2C,
        0x3B,
        0x7F,
        0x80,
        0xC0,
        0xED,
        0xFE,
        0xFF,
    ];

    /// <summary>Cuts, doubles and overwrites pieces of any bytes.</summary>
    public static byte[] OfBytes(byte[] content, FuzzRandom random)
    {
        var bytes = new List<byte>(content);
        for (var n = random.Few(); n > 0; n--)
        {
            var at = random.Below(bytes.Count);
            var length = Math.Min(random.Below(random.OneIn(4) ? bytes.Count : 32), bytes.Count - at);
            switch (random.Below(7))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3 when bytes.Count > 0:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 4 when bytes.Count > 0:
                    bytes[at] = random.Pick(Bytes);
                    break;
                case 5:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(random.Pick(Values)));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat(random.Pick(Bytes), random.Below(40)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The same for lines of text.</summary>
    public static string OfLines(string text, FuzzRandom random)
    {
        var lines = text.Split('\n').ToList();
        for (var n = random.Few(); n > 0; n--)
        {
            var at = random.Below(lines.Count);
            switch (random.Below(8))
            {
                case 0 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Below(lines.Count)]);
                    break;
                case 2:
                    lines.InsertRange(at, Enumerable.Repeat(lines[at], random.Many() / 10));
                    break;
                case 3:
                    lines[at] = Inside(lines[at], random, _ => random.Pick(Values));
                    break;
                case 4:
                    lines[at] = Inside(lines[at], random, piece => piece + piece);
                    break;
                case 5:
                    lines[at] = new string(' ', random.Below(9)) + lines[at].TrimStart();
                    break;
                case 6:
                    (lines[at], lines[^1]) = (lines[^1], lines[at]);
                    break;
                default:
                    lines[at] += random.Pick(Values);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Replaces a piece of a text.</summary>
    public static string Inside(string text, FuzzRandom random, Func<string, string> change)
    {
        var at = random.Below(text.Length + 1);
        var length = random.Below(Math.Min(12, text.Length - at) + 1);
        return text[..at] + change(text.Substring(at, length)) + text[(at + length)..];
    }

    /// <summary>Text in one of the encodings that offices use, now and then in a wrong one.</summary>
    public static byte[] Encoded(string text, FuzzRandom random) =>
        random.Below(12) switch
        {
            0 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            1 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            2 => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            3 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            4 => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

    /// <summary>A number as text, at the edges of types.</summary>
    public static string Number(FuzzRandom random) =>
        random
            .Pick<long>([0, 1, -1, 2, 255, 256, 16_384, 65_536, 1_048_576, 1_048_577, int.MaxValue, long.MaxValue])
            .ToString(CultureInfo.InvariantCulture);
}
