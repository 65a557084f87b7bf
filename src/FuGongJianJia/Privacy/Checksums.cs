namespace FuGongJianJia.Privacy;

/// <summary>Check digits by which numbers are told from counts（校验码）.</summary>
internal static class Checksums
{
    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>
    /// 18 characters of a citizen's ID number: province, a date that exists, check character (GB 11643-1999).
    /// </summary>
    public static bool IsIdNumber(ReadOnlySpan<char> text)
    {
        if (text.Length != 18 || !HasProvince(text) || !HasBirthDate(text[6..14]))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (text[i] - '0') * IdWeights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(text[17]);
    }

    /// <summary>15 digits of an ID number of before 1999: province and a date of the last century.</summary>
    public static bool IsOldIdNumber(ReadOnlySpan<char> text) =>
        text.Length == 15 && HasProvince(text) && HasBirthDate($"19{text[6..12]}");

    /// <summary>16–19 digits that a card scheme issues and that pass the Luhn check.</summary>
    public static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        if (
            digits.Length is < 16 or > 19
            || !(
                digits[0] is '4' or '5'
                || digits.StartsWith("62")
                || digits.StartsWith("60")
                || digits.StartsWith("35")
                || digits.StartsWith("37")
                || digits.StartsWith("9558")
            )
        )
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static bool HasProvince(ReadOnlySpan<char> text) =>
        text[0] switch
        {
            '1' => text[1] is >= '1' and <= '5',
            '2' => text[1] is >= '1' and <= '3',
            '3' => text[1] is >= '1' and <= '7',
            '4' => text[1] is >= '1' and <= '6',
            '5' => text[1] is >= '0' and <= '4',
            '6' => text[1] is >= '1' and <= '5',
            '7' => text[1] is '1',
            '8' => text[1] is '1' or '2' or '3',
            _ => false,
        };

    private static bool HasBirthDate(ReadOnlySpan<char> text)
    {
        var (year, month, day) = (Number(text[..4]), Number(text[4..6]), Number(text[6..8]));
        return year is >= 1900 and <= 2100
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
