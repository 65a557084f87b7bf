using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Finds personal information（个人信息） in any text, after compatibility folding: full-width and split digits are no hiding
/// place. Policy: PIPL, articles 25, 28 and 29. What is found is never printed; see <see cref="Mask"/>. What comes in is
/// searched with every disguise taken off; what goes out, made of nothing but what came in, by the plain rules.
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
            "生，",
            "生,",
            "生。",
            "电话",
            "座机",
            "致电",
            "联系",
            "户籍",
        ],
        StringComparison.Ordinal
    );

    // Words of the further rules, which hold for what comes in.
    private static readonly SearchValues<string> MoreHints = SearchValues.Create(
        [
            "护照",
            "行证",
            "胞证",
            "回乡证",
            "军官证",
            "士官证",
            "士兵证",
            "警官证",
            "居留证",
            "驾驶证",
            "驾照",
            "社保",
            "社会保障",
            "医保",
            "残疾",
            "证件",
            "字第",
            "微信",
            "威信",
            "薇信",
            "V信",
            "v信",
            "加V",
            "加v",
            "扣扣",
            "企鹅",
            "抖音",
            "快手",
            "小红书",
            "钉钉",
            "支付宝",
            "wechat",
            "weixin",
            "vx",
            "wx",
            "QQ",
            "qq",
            "艾特",
            "at",
            "(a)",
            "[a]",
            "村",
            "胡同",
            "困难",
            "特困",
            "低保户",
            "病人",
            "患者",
            "患病职工",
            "工伤职工",
            "伤残职工",
            "家在",
            "老家",
            "户口",
            "地址",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    // Words that make a telephone of a number, wherever in its clause they stand.
    private static readonly string[] PhoneWords =
    [
        "手机",
        "电话",
        "联系",
        "号码",
        "微信",
        "致电",
        "拨打",
        "短信",
        "打",
        "拨",
        "tel",
        "phone",
        "mobile",
    ];

    private static readonly string[] Units =
    [
        "元",
        "人",
        "件",
        "万",
        "亿",
        "美元",
        "吨",
        "平方",
        "千瓦",
        "度",
        "次",
        "股",
        "户",
        "家",
        "名",
        "份",
        "册",
        "张",
        "场",
        "个",
        "项",
        "条",
        "步",
    ];

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
        "序列号",
        "条码",
        "批号",
        "合同号",
        "发票号",
        "资产号",
    ];

    /// <summary>Everything found, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isCode">True for columns of codes, where long digits are identifiers of the table: only ID numbers
    /// are looked for.</param>
    public static IReadOnlyList<PersonalFind> Find(string text, bool isCode = false) => Search(text, isCode).Finds;

    /// <summary>What stands there undisguised: the second look, over a finished output of thousands of files.</summary>
    internal static List<PersonalFind> FindPlain(string text, bool isCode = false)
    {
        if (!MayHoldPlain(text))
        {
            return Nothing;
        }

        var finds = Plain(SearchFold.Of(text), isCode);
        Sort(finds);
        return finds;
    }

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

        var plain = PlainText.Of(text);
        var finds = Plain(plain, isCode);
        if (!isCode)
        {
            foreach (var find in SplitNumbers.Find(plain))
            {
                Add(find, finds);
            }

            Add(CoveredIdPattern(), PersonalKind.IdNumber, plain, finds);
            Add(CoveredCardPattern(), PersonalKind.BankCard, plain, finds);
            Add(CoveredMobilePattern(), PersonalKind.Mobile, plain, finds);
            Add(DocumentPattern(), PersonalKind.Document, plain, finds);
            Add(PlatePattern(), PersonalKind.Plate, plain, finds);
            Add(ChatPattern(), PersonalKind.ChatName, plain, finds);
            Add(HiddenEmailPattern(), PersonalKind.Email, plain, finds);
            Add(HomePattern(), PersonalKind.HomeAddress, plain, finds);
            Add(LinePattern(), PersonalKind.LandLine, plain, finds);
            Add(HardshipNamePattern(), PersonalKind.HardshipName, plain, finds);
        }

        Sort(finds);
        return (plain, finds);
    }

    private static List<PersonalFind> Plain(string folded, bool isCode)
    {
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

        return finds;
    }

    private static void Sort(List<PersonalFind> finds) =>
        finds.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));

    /// <summary>A quick no for the millions of cells that hold a short code, a count or a name.</summary>
    internal static bool MayHold(string text)
    {
        if (text.Length < 5)
        {
            return false;
        }

        var (digits, numerals, letters, signs, ascii) = (0, 0, 0, 0, true);
        foreach (var c in text)
        {
            if (c >= 0x80)
            {
                ascii = false;
                numerals += PlainText.Numeral(c) >= 0 ? 1 : 0;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsAsciiLetter(c))
            {
                letters++;
            }
            else
            {
                signs += c is '*' or '#' or '?' or '_' or '%' or '&' or '\\' or '@' ? 1 : 0;
            }
        }

        return digits >= 10
            || digits + numerals >= 10
            || (
                ascii ? MayHoldAscii(text, digits, letters, signs) : digits >= 3 || HasOddDigits(text) || HasHint(text)
            );
    }

    // Codes and dates are most of it: SL00-0001, 2024-05-01.
    private static bool MayHoldAscii(string text, int digits, int letters, int signs) =>
        (signs > 0 && (digits >= 5 || text.AsSpan().IndexOfAny('@', '#', '%') >= 0))
        || (digits >= 7 && letters > 0)
        || (letters >= 4 && HasHint(text));

    private static bool HasHint(string text) =>
        text.AsSpan().IndexOfAny(Hints) >= 0 || text.AsSpan().IndexOfAny(MoreHints) >= 0;

    private static bool MayHoldPlain(string text)
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
            && !(whole && IsAmount(text, at[0], at[^1] + 1))
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

    private static bool IsNumberedThing(string text, int start)
    {
        if (IsAnnounced(text, start))
        {
            return false;
        }

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

    /// <summary>
    /// True when the clause in front of a number speaks of a telephone: 手机编号 is one, whatever else it is called.
    /// </summary>
    internal static bool IsAnnounced(string text, int start)
    {
        var from = start;
        while (
            from > 0 && start - from < 14 && text[from - 1] is not (',' or '，' or '。' or ';' or '；' or '、' or '\n')
        )
        {
            from--;
        }

        var clause = text.AsSpan(from, start - from);
        foreach (var word in PhoneWords)
        {
            if (clause.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a number of money, people or things: a unit stands behind it and no word makes a telephone of it.</summary>
    private static bool IsAmount(string text, int start, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        foreach (var unit in Units)
        {
            if (rest.StartsWith(unit, StringComparison.Ordinal))
            {
                return !IsAnnounced(text, start);
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
            if (
                kind is not (PersonalKind.LandLine or PersonalKind.Document or PersonalKind.ChatName)
                || !IsCountOrDay(text, find)
            )
            {
                Add(find, finds);
            }
        }
    }

    private static void Add(PersonalFind find, List<PersonalFind> finds)
    {
        if (!finds.Exists(f => find.Start < f.Start + f.Length && f.Start < find.Start + find.Length))
        {
            finds.Add(find);
        }
    }

    /// <summary>True when the digits at the end of a find go on, count something (报名2345678人) or are a day (20240501).</summary>
    private static bool IsCountOrDay(string text, PersonalFind find)
    {
        var end = find.Start + find.Length;
        var start = end;
        while (start > find.Start && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        if (
            start > find.Start
            && find.Kind == PersonalKind.ChatName
            && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '_' or '-')
        )
        {
            return false;
        }

        var digits = text.AsSpan(start, end - start);
        var goesOn =
            end < text.Length
            && (
                char.IsAsciiDigit(text[end])
                || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            );
        var rest = text.AsSpan(end).TrimStart(' ');
        var counts = false;
        foreach (var unit in Units)
        {
            counts |= rest.StartsWith(unit, StringComparison.Ordinal);
        }

        return goesOn
            || (counts && digits.Length > 0)
            || rest is ['年' or '%' or '-' or '月', ..] && digits.Length <= 8
            || (
                digits.Length == 8
                && DateOnly.TryParseExact(digits, "yyyyMMdd", out var day)
                && day.Year is >= 1949 and <= 2100
            );
    }
}
