namespace FuGongJianJia.Privacy;

/// <summary>
/// What stands around a number（号码的上下文）: the word that makes a telephone of it, or the unit, the order number, the code
/// that make something else.
/// </summary>
internal static class NumberContext
{
    // Words that make a telephone of a number, wherever in its clause they stand.
    private static readonly string[] LongPhoneWords =
    [
        "手机",
        "电话",
        "联系",
        "号码",
        "微信",
        "致电",
        "拨打",
        "短信",
        "tel",
        "phone",
        "mobile",
    ];

    // Those that are also part of 拨款 and 打造, so that a unit behind the number decides.
    private static readonly string[] ShortPhoneWords = ["打", "拨"];

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
        "设备号",
        "档号",
        "档案号",
    ];

    public static bool IsNumberedThing(string text, int start)
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
    public static bool IsAnnounced(string text, int start) =>
        IsAnnounced(text, start, LongPhoneWords) || IsAnnounced(text, start, ShortPhoneWords);

    private static bool IsAnnounced(string text, int start, string[] words)
    {
        var from = start;
        while (
            from > 0 && start - from < 14 && text[from - 1] is not (',' or '，' or '。' or ';' or '；' or '、' or '\n')
        )
        {
            from--;
        }

        var clause = text.AsSpan(from, start - from);
        foreach (var word in words)
        {
            if (clause.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for a number of money, people or things: a unit stands behind it and no word makes a telephone of it.
    /// </summary>
    public static bool IsAmount(string text, int start, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        foreach (var unit in Units)
        {
            if (rest.StartsWith(unit, StringComparison.Ordinal))
            {
                return !IsAnnounced(text, start, LongPhoneWords);
            }
        }

        return false;
    }

    public static bool IsDecimal(string text, int last) =>
        last + 2 < text.Length && text[last + 1] == '.' && char.IsAsciiDigit(text[last + 2]);

    /// <summary>
    /// True where a code goes on behind the digits: the hexadecimal of a fingerprint, letters and digits mixed. A word
    /// (wx) is none.
    /// </summary>
    public static bool GoesOnAsCode(string text, int at)
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
    public static bool IsInsideCode(string text, int at)
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

    /// <summary>
    /// True when the digits at the end of a find go on, count something (报名2345678人) or are a day (20240501).
    /// </summary>
    public static bool IsCountOrDay(string text, PersonalFind find)
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
