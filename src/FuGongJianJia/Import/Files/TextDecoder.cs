using System.Buffers;
using System.Text;
using System.Text.Unicode;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Files;

/// <summary>
/// Decides a text's encoding（文字编码） strictly and in one order: byte order mark, then valid UTF-8, then GB18030 (which
/// holds GBK and GB2312), unless the user names one. What comes out is UTF-8 without a mark.
/// </summary>
internal static class TextDecoder
{
    // As many sound multi-byte characters before the first broken one are no accident: the file is UTF-8 and damaged,
    // not GB18030.
    private const int SoundCharactersOfUtf8 = 4;

    // Tab, line feed, form feed and carriage return belong in text; a zero byte or an escape does not. The set is
    // prepared once: given as a span it is compared byte by byte, which took a third of the whole import.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        (ReadOnlySpan<byte>)[0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27]
    );

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding(
            54936,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        ) ?? throw new NotSupportedException("Code page 54936 is part of the runtime.");

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>UTF-8 bytes, or null when the bytes are no text and that was reported.</summary>
    public static ReadOnlyMemory<byte>? ToUtf8(SourceFile file, string? encodingName, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var bytes = file.Content;
        var span = bytes.Span;
        if (span.StartsWith(Mark))
        {
            // Saved by two programs in turn, a file may have two.
            while (bytes.Span.StartsWith(Mark))
            {
                bytes = bytes[Mark.Length..];
            }

            return CheckUtf8(bytes, place, bag) ? CheckText(bytes, place, bag) : null;
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Transcode(
                bytes[2..],
                new UnicodeEncoding(span[0] == 0xFE, false, throwOnInvalidBytes: true),
                "UTF-16",
                place,
                bag
            );
        }

        switch (encodingName?.ToUpperInvariant())
        {
            case "UTF-8" or "UTF8":
                return CheckUtf8(bytes, place, bag) ? CheckText(bytes, place, bag) : null;
            case "UTF-16" or "UTF-16LE":
                return Transcode(
                    bytes,
                    new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
                    "UTF-16",
                    place,
                    bag
                );
            case "GB18030" or "GBK" or "GB2312":
                return Transcode(bytes, Gb18030, "GB18030", place, bag, chosen: true);
        }

        if (Utf8.IsValid(span))
        {
            return CheckText(bytes, place, bag);
        }

        if (SoundUtf8Characters(span, out _) >= SoundCharactersOfUtf8)
        {
            CheckUtf8(bytes, place, bag);
            return null;
        }

        return Transcode(bytes, Gb18030, "GB18030", place, bag);
    }

    /// <summary>The text of a small file; null when it is no text.</summary>
    public static string? ToText(SourceFile file, string? encodingName, DiagnosticBag bag) =>
        ToUtf8(file, encodingName, bag) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>
    /// The text of a file that people write, with line ends alike; null when it is no text or holds characters that no
    /// page may hold (U+FFFF, controls, what turns the direction of a line), since nobody can have meant them.
    /// </summary>
    public static string? ToProse(SourceFile file, string? encodingName, DiagnosticBag bag)
    {
        if (ToText(file, encodingName, bag) is not { } text)
        {
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (Characters.Forbidden(text, i) > 0 || Characters.TurnsDirection(text[i]))
            {
                var line = text.AsSpan(0, i).Count('\n') + 1;
                bag.Add(
                    FileCodes.Undecodable,
                    new(file.Path, line),
                    $"第 {line} 行有看不见的、不是文字的字符（U+{(int)text[i]:X4}），网页里不能有。请删去前后几个字重新输入。"
                );
                return null;
            }
        }

        return text.ReplaceLineEndings("\n");
    }

    // Written by a person in an editor, not exported from a table: the remedy is another.
    private static bool IsWritten(SourcePlace place) =>
        place.Path.StartsWith("input/", StringComparison.Ordinal)
        && !place.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool CheckUtf8(ReadOnlyMemory<byte> bytes, SourcePlace place, DiagnosticBag bag)
    {
        if (Utf8.IsValid(bytes.Span))
        {
            return true;
        }

        SoundUtf8Characters(bytes.Span, out var at);
        var line = LineAt(bytes.Span, at);
        bag.Add(
            FileCodes.Undecodable,
            place with
            {
                Line = line,
            },
            at >= bytes.Length - 3
                ? $"文件在第 {line} 行末尾被截断，最后一个汉字不完整。"
                    + (IsWritten(place) ? "请补上，或从备份恢复。" : "请重新导出。")
                : $"文件是 UTF-8 编码，但第 {line} 行有损坏的字节。"
                    + (
                        IsWritten(place)
                            ? "请用记事本打开，改好这一行，另存为 UTF-8。"
                            : "请重新导出，或在 Excel 里另存为“CSV UTF-8”。"
                    )
        );
        return false;
    }

    private static ReadOnlyMemory<byte>? CheckText(ReadOnlyMemory<byte> bytes, SourcePlace place, DiagnosticBag bag)
    {
        // Old programs end a text with 0x1A and fill the rest of its last block with zeros.
        var end = bytes.Span.LastIndexOfAnyExcept((byte)0, (byte)0x1A) + 1;
        if (end < bytes.Length)
        {
            bag.Add(FileCodes.Trailing, place, $"文件末尾有 {bytes.Length - end} 个空字节，已去掉。");
            bytes = bytes[..end];
        }

        var at = bytes.Span.IndexOfAny(Controls);
        if (at < 0)
        {
            return bytes;
        }

        var line = LineAt(bytes.Span, at);
        bag.Add(
            FileCodes.Undecodable,
            place with
            {
                Line = line,
            },
            IsWritten(place)
                ? $"第 {line} 行有控制字符，网页里不能有。请用记事本打开，删去这一行里看不见的字符。"
                : $"第 {line} 行有控制字符，这不像文本文件。请确认放的是 CSV 或 xlsx，再重新导出。"
        );
        return null;
    }

    private static ReadOnlyMemory<byte>? Transcode(
        ReadOnlyMemory<byte> bytes,
        Encoding encoding,
        string name,
        SourcePlace place,
        DiagnosticBag bag,
        bool chosen = false
    )
    {
        try
        {
            var decoder = encoding.GetDecoder();
            var output = new byte[bytes.Length + (bytes.Length / 2) + 16];
            var characters = new char[8192];
            var written = 0;
            var rest = bytes.Span;
            var end = false;
            while (!end)
            {
                var chunk = rest[..Math.Min(rest.Length, 4096)];
                rest = rest[chunk.Length..];
                end = rest.IsEmpty;
                var count = decoder.GetChars(chunk, characters, flush: end);
                var needed = count * 3;
                if (output.Length - written < needed)
                {
                    Array.Resize(ref output, Math.Max(output.Length * 2, written + needed));
                }

                written += WriteUtf8(characters.AsSpan(0, count), output.AsSpan(written));
            }

            var text = CheckText(output.AsMemory(0, written), place, bag);
            if (text is not null)
            {
                bag.Add(FileCodes.EncodingRead, place, $"文件是 {name} 编码，已按 {name} 读取。");
            }

            return text;
        }
        catch (Exception e) when (e is DecoderFallbackException or EncoderFallbackException or ArgumentException)
        {
            var reason =
                encoding == Gb18030 && !chosen
                    ? "文件既不是完整的 UTF-8，按 GB18030 也读不通"
                    : $"文件按 {name} 读不通，可能被截断或损坏";
            bag.Add(
                FileCodes.Undecodable,
                place,
                reason
                    + (
                        IsWritten(place)
                            ? "。请用记事本打开原文件，另存为 UTF-8 编码。"
                            : "。请在 Excel 或 WPS 里打开原文件，另存为“CSV UTF-8（逗号分隔）”。"
                    )
            );
            return null;
        }
    }

    private static int WriteUtf8(ReadOnlySpan<char> characters, Span<byte> output) =>
        Encoding.UTF8.GetBytes(characters, output);

    /// <summary>How many whole multi-byte characters stand before the first broken one, and where that is.</summary>
    private static int SoundUtf8Characters(ReadOnlySpan<byte> bytes, out int brokenAt)
    {
        var sound = 0;
        var at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                break;
            }

            sound++;
            at += length;
        }

        brokenAt = at;
        return sound;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int at) =>
        bytes[..Math.Min(at, bytes.Length)].Count((byte)'\n') + 1;
}
