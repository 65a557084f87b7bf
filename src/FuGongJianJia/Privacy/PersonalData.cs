using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Finds personal information（个人信息） in any text, after compatibility folding: full-width and split digits are no hiding
/// place. Policy: PIPL, articles 25, 28 and 29. What is found is never printed; see <see cref="Mask"/>.
/// </summary>
public static partial class PersonalData
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "@",
            "住",
            "家庭地址",
            "单元",
            "出生",
            "生于",
            "生日",
            "年生",
            "月生",
            "日生",
            "电话",
            "座机",
            "致电",
            "联系",
            "户籍",
        ],
        StringComparison.Ordinal
    );

    private static readonly List<PersonalFind> Nothing = new(0);

    private static readonly string[] NumberedThings =
    [
        "编号",
        "单号",
        "订单",
        "流水",
        "凭证",
        "文号",
        "案号",
        "证书号",
        "工单",
    ];

    /// <summary>Everything found, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isCode">True for columns of codes, where long digits are identifiers of the table: only ID numbers
    /// are looked for.</param>
    public static IReadOnlyList<PersonalFind> Find(string text, bool isCode = false) => Search(text, isCode).Finds;

    /// <summary>The text with every find replaced by *: what may stand in a message.</summary>
    public static string Mask(string text)
    {
        var (folded, finds) = Search(text, isCode: false);
        if (finds.Count == 0)
        {
            return text;
        }

        var builder = new StringBuilder(folded);
        foreach (var find in finds)
        {
            for (var i = find.Start; i < find.Start + find.Length; i++)
            {
                builder[i] = '*';
            }
        }

        return builder.ToString();
    }

    private static (string Folded, List<PersonalFind> Finds) Search(string text, bool isCode)
    {
        if (!MayHold(text))
        {
            return (text, Nothing);
        }

        var folded = TextFold.Fold(text);
        var finds = new List<PersonalFind>();
        Digits(folded, isCode, finds);
        if (!isCode && folded.AsSpan().IndexOfAny(Hints) >= 0)
        {
            Add(EmailPattern(), PersonalKind.Email, folded, finds);
            Add(AddressPattern(), PersonalKind.HomeAddress, folded, finds);
            Add(BirthPattern(), PersonalKind.BirthDate, folded, finds);
            Add(BornPattern(), PersonalKind.BirthDate, folded, finds);
            Add(AnnouncedPhonePattern(), PersonalKind.LandLine, folded, finds);
        }

        finds.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));
        return (folded, finds);
    }

    /// <summary>A quick no for the millions of cells that hold a short code, a count or a name.</summary>
    internal static bool MayHold(string text)
    {
        if (text.Length < 4)
        {
            return false;
        }

        var digits = 0;
        var ascii = true;
        foreach (var c in text)
        {
            digits += c is >= '0' and <= '9' ? 1 : 0;
            ascii &= c < 0x80;
        }

        return digits >= 10
            || (
                ascii
                    ? text.Contains('@', StringComparison.Ordinal)
                    : digits >= 8 || HasOddDigits(text) || text.AsSpan().IndexOfAny(Hints) >= 0
            );
    }

    private static bool HasOddDigits(string text)
    {
        foreach (var c in text)
        {
            if (
                c >= 0x80
                && c is not (>= '\u4E00' and <= '\u9FFF')
                && (c is '\uFF20' || char.IsSurrogate(c) || CharUnicodeInfo.GetDigitValue(c) >= 0)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks at every run of digits, blanks, hyphens and points between them being nothing.</summary>
    private static void Digits(string text, bool isCode, List<PersonalFind> finds)
    {
        Span<char> run = stackalloc char[64];
        Span<int> at = stackalloc int[64];
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]) || IsInsideCode(text, i))
            {
                i++;
                continue;
            }

            var length = 0;
            var j = i;
            var gap = 0;
            while (j < text.Length && length < run.Length)
            {
                if (
                    char.IsAsciiDigit(text[j])
                    || (
                        text[j] is 'X' or 'x'
                        && length is 17
                        && !(j + 1 < text.Length && char.IsAsciiLetterOrDigit(text[j + 1]))
                    )
                )
                {
                    run[length] = text[j];
                    at[length++] = j;
                    gap = 0;
                }
                else if (
                    gap < 2
                    && (
                        text[j] is ' ' or '\t' or '\r' or '\n' or '-' or '·' or '_'
                        || ClosesAreaCode(text, j, run[..length], at)
                    )
                )
                {
                    gap++;
                }
                else
                {
                    break;
                }

                j++;
            }

            if (length >= 10 && (gap > 0 || !GoesOnAsCode(text, j)))
            {
                Judge(text, run[..length], at[..length], isCode, finds);
            }

            i = Math.Max(j, i + 1);
        }
    }

    private static void Judge(
        string text,
        ReadOnlySpan<char> run,
        ReadOnlySpan<int> at,
        bool isCode,
        List<PersonalFind> finds
    )
    {
        // A number split by blanks is still that number; numbers in a row (2024 2025 2026) are checked as windows of
        // the same run.
        for (var start = 0; start < run.Length; start++)
        {
            var isStart = start == 0 || at[start] != at[start - 1] + 1;
            if (!isStart)
            {
                continue;
            }

            foreach (var length in (ReadOnlySpan<int>)[18, 15, 19, 17, 16, 13, 11, 12, 10])
            {
                if (
                    start + length > run.Length
                    || (start + length < run.Length && at[start + length] == at[start + length - 1] + 1)
                )
                {
                    continue;
                }

                var kind = Kind(text, run.Slice(start, length), at.Slice(start, length), isCode);
                if (kind is { } found)
                {
                    finds.Add(new(found, at[start], at[start + length - 1] - at[start] + 1));
                    start += length - 1;
                    break;
                }
            }
        }
    }

    private static PersonalKind? Kind(string text, ReadOnlySpan<char> digits, ReadOnlySpan<int> at, bool isCode)
    {
        if (digits.Length == 18 && Checksums.IsIdNumber(digits))
        {
            return PersonalKind.IdNumber;
        }

        if (isCode || digits[^1] is 'X' or 'x')
        {
            return null;
        }

        var whole = at[^1] - at[0] + 1 == digits.Length;
        if (digits.Length == 15 && whole && Checksums.IsOldIdNumber(digits) && !IsNumberedThing(text, at[0]))
        {
            return PersonalKind.IdNumber;
        }

        if (Checksums.IsBankCard(digits) && !IsNumberedThing(text, at[0]))
        {
            return PersonalKind.BankCard;
        }

        var subscriber = WithoutCountry(digits, whole);
        if (
            subscriber.Length == 11
            && subscriber[0] == '1'
            && subscriber[1] is >= '3' and <= '9'
            && !IsNumberedThing(text, at[0])
            && !IsDecimal(text, at[^1])
        )
        {
            return PersonalKind.Mobile;
        }

        // 0571-63321234, 010 63321234: an area code set apart. Without a mark it may be any code.
        return digits.Length is 10 or 11 or 12 && digits[0] == '0' && digits[1] != '0' && !whole && IsAreaSplit(at)
            ? PersonalKind.LandLine
            : null;
    }

    /// <summary>The number behind 86 or 0086 (8613…), which is written without a gap as often as with one.</summary>
    private static ReadOnlySpan<char> WithoutCountry(ReadOnlySpan<char> digits, bool whole) =>
        digits.Length switch
        {
            13 when whole && digits.StartsWith("86") => digits[2..],
            15 when whole && digits.StartsWith("0086") => digits[4..],
            _ => digits,
        };

    /// <summary>0571-63321234, 0571 6332 1234.</summary>
    private static bool IsAreaSplit(ReadOnlySpan<int> at)
    {
        var splits = 0;
        var (first, last) = (0, 0);
        for (var i = 1; i < at.Length; i++)
        {
            if (at[i] != at[i - 1] + 1)
            {
                splits++;
                first = splits == 1 ? i : first;
                last = i;
            }
        }

        return first is 3 or 4
            && at.Length - first is 7 or 8
            && (splits == 1 || (splits == 2 && at.Length - last == 4));
    }

    /// <summary>The bracket behind (0571).</summary>
    private static bool ClosesAreaCode(string text, int at, ReadOnlySpan<char> run, ReadOnlySpan<int> places) =>
        text[at] == ')'
        && run.Length is 3 or 4
        && run[0] == '0'
        && places[0] > 0
        && text[places[0] - 1] == '('
        && places[run.Length - 1] == at - 1;

    private static bool IsNumberedThing(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 6), Math.Min(6, start));
        foreach (var thing in NumberedThings)
        {
            if (before.Contains(thing, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDecimal(string text, int last) =>
        last + 2 < text.Length && text[last + 1] == '.' && char.IsAsciiDigit(text[last + 2]);

    /// <summary>
    /// True where a code goes on behind the digits: the hexadecimal of a fingerprint, letters and digits mixed. A word
    /// (wx) is none.
    /// </summary>
    private static bool GoesOnAsCode(string text, int at)
    {
        var end = at;
        var isHexadecimal = true;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            isHexadecimal &= char.IsAsciiHexDigit(text[end]);
            end++;
        }

        return end > at && (isHexadecimal || (end < text.Length && char.IsAsciiDigit(text[end])));
    }

    /// <summary>
    /// True where digits go on from a number (1.5, 13…) or from a code (MC0000012N, the hexadecimal of a fingerprint).
    /// A word before them (tel, wx, T) is no code.
    /// </summary>
    private static bool IsInsideCode(string text, int at)
    {
        if (at == 0)
        {
            return false;
        }

        var before = text[at - 1];
        if (char.IsAsciiDigit(before) || (before == '.' && at > 1 && char.IsAsciiDigit(text[at - 2])))
        {
            return true;
        }

        var letters = 0;
        var isHexadecimal = true;
        while (at - 1 - letters >= 0 && char.IsAsciiLetter(text[at - 1 - letters]))
        {
            isHexadecimal &= char.IsAsciiHexDigit(text[at - 1 - letters]);
            letters++;
        }

        var goesOn = at - 1 - letters >= 0 && char.IsAsciiDigit(text[at - 1 - letters]);
        return letters > 0 && (isHexadecimal || goesOn);
    }

    private static void Add(Regex pattern, PersonalKind kind, string text, List<PersonalFind> finds)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var find = new PersonalFind(kind, match.Index, match.Length);
            if (!finds.Exists(f => find.Start < f.Start + f.Length && f.Start < find.Start + find.Length))
            {
                finds.Add(find);
            }
        }
    }
}
