namespace FuGongJianJia.Privacy;

/// <summary>
/// Numbers with nothing but blanks, hyphens and the like between their digits（连写的号码）: of identity, of a card, of a
/// telephone.
/// </summary>
internal static class NumberRuns
{
    /// <summary>Looks at every run of digits, blanks, hyphens and points between them being nothing.</summary>
    public static void Find(string text, bool isCode, List<PersonalFind> finds)
    {
        Span<char> run = stackalloc char[64];
        Span<int> at = stackalloc int[64];
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]) || NumberContext.IsInsideCode(text, i))
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

            if (length >= 10 && (gap > 0 || !NumberContext.GoesOnAsCode(text, j)))
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
        if (
            digits.Length == 15
            && (whole || IsIdSplit(at))
            && Checksums.IsOldIdNumber(digits)
            && !NumberContext.IsNumberedThing(text, at[0])
        )
        {
            return PersonalKind.IdNumber;
        }

        if (Checksums.IsBankCard(digits) && !NumberContext.IsNumberedThing(text, at[0]))
        {
            return PersonalKind.BankCard;
        }

        var subscriber = WithoutCountry(digits, whole);
        if (
            subscriber.Length == 11
            && subscriber[0] == '1'
            && subscriber[1] is >= '3' and <= '9'
            && !NumberContext.IsNumberedThing(text, at[0])
            && !NumberContext.IsDecimal(text, at[^1])
            && !((whole || IsThousands(at)) && NumberContext.IsAmount(text, at[0], at[^1] + 1))
        )
        {
            return PersonalKind.Mobile;
        }

        // 0571-63321234, 010 63321234: an area code set apart. Without a mark it may be any code.
        return
            digits.Length is 10 or 11 or 12 && digits[0] == '0' && digits[1] != '0' && !whole && IsAreaSplit(digits, at)
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

    /// <summary>330106 850412 881: a district, a day of birth, an order.</summary>
    private static bool IsIdSplit(ReadOnlySpan<int> at) =>
        at[5] - at[0] == 5 && at[11] - at[6] == 5 && at[14] - at[12] == 2;

    /// <summary>13 857 101 234: groups of three from the end.</summary>
    private static bool IsThousands(ReadOnlySpan<int> at)
    {
        for (var i = 1; i < at.Length; i++)
        {
            if ((at[i] != at[i - 1] + 1) != ((at.Length - i) % 3 == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>0571-63321234, 0571 6332 1234; no line begins with 0 or 1.</summary>
    private static bool IsAreaSplit(ReadOnlySpan<char> digits, ReadOnlySpan<int> at)
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
            && digits[first] is not ('0' or '1')
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
}
