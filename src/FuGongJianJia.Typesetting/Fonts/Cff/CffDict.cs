using System.Globalization;
using System.Text;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>
/// A DICT of a CFF font（CFF 字典; Adobe TN 5176 §4）: operators with their operands, in the order of the file.
/// </summary>
internal sealed class CffDict
{
    /// <summary>Operator numbers; those of two bytes (12 n) are 1200 + n.</summary>
    public const int FontBBox = 5,
        Charset = 15,
        CharStrings = 17,
        Private = 18,
        Subrs = 19,
        DefaultWidth = 20,
        NominalWidth = 21,
        FontMatrix = 1207,
        Ros = 1230,
        FdArray = 1236,
        FdSelect = 1237;

    private readonly List<DictEntry> _entries = [];

    public IReadOnlyList<DictEntry> Entries => _entries;

    public static CffDict Parse(ReadOnlyMemory<byte> data)
    {
        var dict = new CffDict();
        var bytes = data.Span;
        var operands = new List<double>();
        var (i, start) = (0, 0);
        while (i < bytes.Length)
        {
            int b = bytes[i++];
            if (b <= 21)
            {
                if (b == 12)
                    b = 1200 + bytes[i++];
                dict._entries.Add(new DictEntry(b, [.. operands], data[start..i]));
                operands.Clear();
                start = i;
                continue;
            }

            operands.Add(
                b switch
                {
                    28 => (short)((bytes[i++] << 8) | bytes[i++]),
                    29 => (bytes[i++] << 24) | (bytes[i++] << 16) | (bytes[i++] << 8) | bytes[i++],
                    30 => ReadReal(bytes, ref i),
                    >= 32 and <= 246 => b - 139,
                    >= 247 and <= 250 => ((b - 247) * 256) + bytes[i++] + 108,
                    >= 251 and <= 254 => (-(b - 251) * 256) - bytes[i++] - 108,
                    _ => throw new FontFormatException($"A CFF DICT holds the reserved byte {b}."),
                }
            );
        }

        return dict;
    }

    /// <summary>Operands of an operator; empty when it is absent.</summary>
    public ReadOnlySpan<double> this[int op]
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (entry.Operator == op)
                    return entry.Operands;
            }

            return [];
        }
    }

    /// <summary>One whole operand.</summary>
    public int Integer(int op, int otherwise) => this[op] is [var first, ..] ? (int)first : otherwise;

    private static double ReadReal(ReadOnlySpan<byte> bytes, ref int i)
    {
        var text = new StringBuilder();
        while (true)
        {
            int pair = bytes[i++];
            foreach (var nibble in (ReadOnlySpan<int>)[pair >> 4, pair & 15])
            {
                if (nibble == 15)
                {
                    return double.TryParse(
                        text.ToString(),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var value
                    )
                        ? value
                        : throw new FontFormatException($"A CFF DICT holds the number “{text}”.");
                }

                text.Append(
                    nibble switch
                    {
                        <= 9 => (char)('0' + nibble),
                        10 => '.',
                        11 => 'E',
                        12 => "E-",
                        14 => '-',
                        _ => (object)"?",
                    }
                );
            }
        }
    }

    /// <summary>An operator, its operands, and the bytes of both.</summary>
    public readonly record struct DictEntry(int Operator, double[] Operands, ReadOnlyMemory<byte> Bytes);
}
