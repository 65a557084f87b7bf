using System.Text;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>Characters of a font's codes（ToUnicode 映射; ISO 32000-1, 9.10.3）.</summary>
internal static class ToUnicodeMap
{
    // A range of a damaged map may claim anything; codes have two bytes.
    private const int LongestRange = 0xFFFF;

    /// <summary>Reads bfchar and bfrange.</summary>
    internal static Dictionary<int, string> Read(ReadOnlyMemory<byte> cmap)
    {
        var map = new Dictionary<int, string>();
        var tokens = new PdfTokens(cmap);
        var operands = new List<PdfObject>();
        while (tokens.Next(references: false) is { } token)
        {
            if (token is not PdfObject.Word word)
            {
                operands.Add(token);
                continue;
            }

            if (word.Text == "endbfchar")
            {
                for (var i = 0; i + 1 < operands.Count; i += 2)
                {
                    if (operands[i] is PdfObject.Bytes code && operands[i + 1] is PdfObject.Bytes value)
                        map[Code(code.Value)] = Encoding.BigEndianUnicode.GetString(value.Value);
                }
            }
            else if (word.Text == "endbfrange")
            {
                for (var i = 0; i + 2 < operands.Count; i += 3)
                    AddRange(map, operands[i], operands[i + 1], operands[i + 2]);
            }

            operands.Clear();
        }

        return map;
    }

    private static void AddRange(Dictionary<int, string> map, PdfObject from, PdfObject to, PdfObject target)
    {
        if (from is not PdfObject.Bytes first || to is not PdfObject.Bytes last)
            return;
        var (start, end) = (Code(first.Value), Math.Min(Code(last.Value), Code(first.Value) + LongestRange));
        for (var code = start; code <= end; code++)
        {
            if (
                target is PdfObject.List list
                && code - start < list.Items.Count
                && list.Items[code - start] is PdfObject.Bytes item
            )
                map[code] = Encoding.BigEndianUnicode.GetString(item.Value);
            else if (target is PdfObject.Bytes { Value: [.. _, var high, var low] } bytes)
            {
                var unit = ((high << 8) | low) + (code - start);
                map[code] = Encoding.BigEndianUnicode.GetString([.. bytes.Value[..^2], (byte)(unit >> 8), (byte)unit]);
            }
        }
    }

    private static int Code(byte[] bytes) => bytes.Aggregate(0, (code, b) => (code << 8) | b);
}
