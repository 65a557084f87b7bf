using System.Buffers;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// A quick no（速判） for the millions of cells that hold a short code, a count or a name; it never says no to a text in
/// which the rules find something.
/// </summary>
internal static class QuickLook
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
            "0生",
            "1生",
            "2生",
            "3生",
            "4生",
            "5生",
            "6生",
            "7生",
            "8生",
            "9生",
            "男，",
            "男,",
            "女，",
            "女,",
            "族，",
            "族,",
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
            "爱特",
            "圈a",
            "邮箱",
            "加微",
            "我微",
            "passport",
            "学籍",
            "身份证",
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
            "重病",
            "大病",
            "患癌",
            "工伤职工",
            "伤残职工",
            "家在",
            "老家",
            "幢",
            "栋",
            "户口",
            "地址",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>A quick no for the millions of cells that hold a short code, a count or a name.</summary>
    public static bool MayHold(string text)
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
        (signs > 0 && (digits >= 4 || text.AsSpan().IndexOfAny('@', '#', '%') >= 0))
        || (digits >= 7 && letters > 0)
        || (letters >= 4 && HasHint(text));

    /// <summary>True when a word of the plain rules stands there.</summary>
    public static bool HasPlainHint(string text) => text.AsSpan().IndexOfAny(Hints) >= 0;

    private static bool HasHint(string text) =>
        text.AsSpan().IndexOfAny(Hints) >= 0 || text.AsSpan().IndexOfAny(MoreHints) >= 0;

    /// <summary>The same for the plain rules.</summary>
    public static bool MayHoldPlain(string text)
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
                && (
                    c is '\uFF03' or '\uFF20' or '\uFE5F' or '\uFE6B'
                    || char.IsSurrogate(c)
                    || Characters.ShownDigit(c.ToString(), 0) >= 0
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
