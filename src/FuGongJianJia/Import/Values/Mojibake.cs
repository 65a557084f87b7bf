using System.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>
/// Finds text that was decoded with the wrong encoding before it was exported（乱码）. Nothing was lost in 宸ヤ細 (工会 as UTF-8
/// read as GBK) or å·¥ä¼š (as Windows-1252), so no replacement character tells of it; but the way back gives sound
/// Chinese, which no text that was meant does.
/// </summary>
internal static class Mojibake
{
    private const string Damaged = "文字在导出之前已经损坏，请从原系统重新导出。";

    private static readonly string[] Fillers = ["\uFFFD", "锟斤拷", "锟斤", "斤拷锟", "烫烫烫", "屯屯屯", "ï»¿"];

    private static readonly Encoding Gb18030 = Strict(54936);

    private static readonly Encoding Latin = Strict(1252);

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What is wrong and what to do; null for text that was meant.</summary>
    public static string? In(string text)
    {
        if (Fillers.Any(f => text.Contains(f, StringComparison.Ordinal)))
        {
            return Damaged;
        }

        if (text.Length is < 2 or > 4000 || Ascii.IsValid(text))
        {
            return null;
        }

        var meant =
            text.Any(c => c >= 0x3000) ? Back(text, Gb18030, Utf8, least: 2)
            : text.Any(c => c is >= '\u00C0' and <= '\u00FF') ? Back(text, Latin, Utf8, least: 1) ?? BackTwoByte(text)
            : null;
        return meant is null
            ? null
            : $"像是{Diagnostics.Diagnostic.Quote(meant)}用错了编码。请从原系统重新导出，编码选 UTF-8。";
    }

    /// <summary>
    /// The text that the wrong decoder got: every multi-byte character of it is Chinese, and there are at least so
    /// many.
    /// </summary>
    private static string? Back(string text, Encoding wrong, Encoding right, int least)
    {
        if (Decoded(text, wrong, right) is not { } meant)
        {
            // The last character may have lost a byte.
            return text.Length > 4 && text[^1] is '?' or '�' or '€' ? Back(text[..^1], wrong, right, least) : null;
        }

        var wide = meant.Count(c => c >= 0x80);
        var chinese = meant.Count(IsChinese);
        return chinese >= least && chinese == wide ? meant : null;
    }

    // Text that was meant ends at the first test: an exception for each would cost more than all else that is read.
    private static string? Decoded(string text, Encoding wrong, Encoding right)
    {
        try
        {
            var bytes = wrong.GetBytes(text);
            return ReferenceEquals(right, Utf8) && !System.Text.Unicode.Utf8.IsValid(bytes)
                ? null
                : right.GetString(bytes);
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    // ¹¤»á is 工会 as GBK read as Windows-1252: pairs of letters and signs that no word of any language is made of.
    private static string? BackTwoByte(string text) =>
        text.Count(c => c >= 0xA1) >= 4 && text.Where(c => c >= 0x80).All(c => c is >= '\u00A1' and <= '\u00FF')
            ? Back(text, Latin, Gb18030, least: 2)
            : null;

    private static bool IsChinese(char c) =>
        c
            is (>= '\u4E00' and <= '\u9FA5')
                or (>= '\u3000' and <= '\u301C')
                or (>= '\uFF01' and <= '\uFF5E')
                or '“'
                or '”'
                or '—'
                or '…'
                or '·';

    private static Encoding Strict(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            page,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        ) ?? throw new NotSupportedException($"Code page {page} is part of the runtime.");
}
