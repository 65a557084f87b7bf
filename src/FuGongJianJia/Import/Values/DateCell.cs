using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>How a date was written（日期写法）.</summary>
internal enum DateForm
{
    /// <summary>Not a date.</summary>
    None,

    /// <summary>Year, month and day.</summary>
    Full,

    /// <summary>An Excel serial number of the 1900 system.</summary>
    Serial,

    /// <summary>5月1日, the year taken from the period.</summary>
    MonthDay,

    /// <summary>5/1/24: two readings.</summary>
    Ambiguous,
}

/// <summary>
/// Dates as exports write them（日期）: 2024-05-01, 2024/5/1, 2024.5.1, 20240501, 2024年5月1日, 45413, 5月1日.
/// </summary>
internal static class DateCell
{
    private const int FirstSerial = 7306; // 1920-01-01
    private const int LastSerial = 91313; // 2149-12-31

    /// <summary>Reads a date; <paramref name="year"/> completes 5月1日.</summary>
    public static DateForm TryParse(string text, int year, out DateOnly date)
    {
        if (
            text.Length == 10
            && text[4] == '-'
            && text[7] == '-'
            && Digits(text, 0, 4) is >= 0 and var y
            && Digits(text, 5, 2) is >= 0 and var m
            && Digits(text, 8, 2) is >= 0 and var d
        )
        {
            return Make(y, m, d, DateForm.Full, out date);
        }

        return Loose(ReadingFold.Of(text), year, out date);
    }

    private static DateForm Loose(string text, int year, out DateOnly date)
    {
        date = default;
        if (text.Length > 30)
        {
            return DateForm.None;
        }

        Span<int> parts = stackalloc int[8];
        Span<int> lengths = stackalloc int[8];
        if (!Split(text, parts, lengths, out var count, out var marks))
        {
            return DateForm.None;
        }

        return (count, marks) switch
        {
            (1, "") when lengths[0] == 8 => Make(
                parts[0] / 10000,
                parts[0] / 100 % 100,
                parts[0] % 100,
                DateForm.Full,
                out date
            ),
            (1, "") when lengths[0] is 4 or 5 => Serial(parts[0], out date),
            (2, "月" or "月日") => Make(year, parts[0], parts[1], DateForm.MonthDay, out date),
            (2, "月号") => Make(year, parts[0], parts[1], DateForm.MonthDay, out date),
            (>= 3, _) when lengths[0] == 4 && IsDateMarks(marks) => Make(
                parts[0],
                parts[1],
                parts[2],
                DateForm.Full,
                out date
            ),
            (3, "--" or "//" or "..") => DateForm.Ambiguous,
            _ => DateForm.None,
        };
    }

    /// <summary>Three numbers with like marks, and perhaps a time of day of which only midnight is a date.</summary>
    private static bool IsDateMarks(string marks) =>
        marks is "--" or "//" or ".." or "年月" or "年月日" or "年月号"
        || marks
            is "-- :"
                or "-- ::"
                or "// :"
                or "// ::"
                or "--T::"
                or "--T:"
                or "年月日 :"
                or "年月日 ::"
                or "-- ::."
                or ".. :"
                or ".. ::";

    private static bool Split(string text, Span<int> parts, Span<int> lengths, out int count, out string marks)
    {
        count = 0;
        var kept = new List<char>(8);
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var start = i;
                var value = 0;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    if (i - start >= 9)
                    {
                        marks = "";
                        return false;
                    }

                    value = (value * 10) + text[i++] - '0';
                }

                if (count == parts.Length)
                {
                    marks = "";
                    return false;
                }

                parts[count] = value;
                lengths[count++] = i - start;
            }
            else
            {
                // 2024年 5月 1日: blanks next to another mark mean nothing.
                if (
                    text[i] != ' '
                    || (
                        i + 1 < text.Length
                        && char.IsAsciiDigit(text[i + 1])
                        && i > 0
                        && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] == '日')
                    )
                )
                {
                    kept.Add(text[i]);
                }

                i++;
            }
        }

        marks = new string([.. kept]);
        return count > 0;
    }

    private static DateForm Serial(int serial, out DateOnly date)
    {
        date = default;
        if (serial is < FirstSerial or > LastSerial)
        {
            return DateForm.None;
        }

        // Serials from 61 on count from 1899-12-30, because Excel believes in 1900-02-29.
        date = new DateOnly(1899, 12, 30).AddDays(serial);
        return DateForm.Serial;
    }

    private static DateForm Make(int year, int month, int day, DateForm form, out DateOnly date)
    {
        date = default;
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return DateForm.None;
        }

        date = new DateOnly(year, month, day);
        return form;
    }

    /// <summary>
    /// The number that some digits make, -1 when one of them is none; two million dates go through here.
    /// </summary>
    private static int Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return -1;
            }

            value = (value * 10) + text[i] - '0';
        }

        return value;
    }
}
