using System.Globalization;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>A number as people write it（数）.</summary>
/// <param name="Value">The number before the sign ％: 95.5 for 95.5%.</param>
/// <param name="Percent">A ％ stood behind it.</param>
/// <param name="Approximate">约, 近 or 余 stood with it.</param>
/// <param name="Scaled">万 or 亿 stood with it.</param>
internal readonly record struct NumberCell(decimal Value, bool Percent, bool Approximate, bool Scaled = false)
{
    private static readonly string[] Units =
    [
        "人次",
        "平方米",
        "人",
        "名",
        "位",
        "户",
        "家",
        "个",
        "场",
        "次",
        "件",
        "项",
        "起",
        "元",
        "分",
        "条",
        "对",
        "间",
        "处",
        "期",
        "天",
        "级",
    ];

    private static readonly string[] Before = ["大约", "约", "近", "将近", "~", "≈"];

    private static readonly string[] After = ["余", "多", "左右", "上下"];

    /// <summary>
    /// Reads full-width digits, thousands marks (1,628 and 1 628), a sign, ％, a unit (12人, 1.2万元) and 约80, 80余人.
    /// False for anything else, scientific notation included, since its digits are lost.
    /// </summary>
    public static bool TryParse(string text, out NumberCell cell)
    {
        if (TryDigits(text, out var count))
        {
            cell = new(count, false, false);
            return true;
        }

        if (TryPlain(text, out var plain))
        {
            cell = new(plain, false, false);
            return true;
        }

        return TryLoose(ReadingFold.Closed(text), out cell);
    }

    /// <summary>Nothing but up to nine digits, as nearly every cell of a large table is.</summary>
    private static bool TryDigits(string text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + c - '0';
        }

        return true;
    }

    private static bool TryPlain(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0m;
        return text.Length is > 0 and <= 24
            && decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value
            );
    }

    private static bool TryLoose(string text, out NumberCell cell)
    {
        cell = default;
        if (text.Length > 40)
        {
            return false;
        }

        var approximate = Cut(ref text, Before, atEnd: false);
        var percent = text.EndsWith('%');
        if (percent)
        {
            text = text[..^1];
        }
        else
        {
            approximate |= Cut(ref text, After, atEnd: true);
            Cut(ref text, Units, atEnd: true);
            approximate |= Cut(ref text, After, atEnd: true);
        }

        var scale = 1m;
        if (text.EndsWith('万'))
        {
            (text, scale) = (text[..^1], 10_000m);
        }
        else if (text.EndsWith('亿'))
        {
            (text, scale) = (text[..^1], 100_000_000m);
        }

        if (!RemoveThousands(ref text) || !TryPlain(text, out var value) || Math.Abs(value) > 1_000_000_000_000m)
        {
            return false;
        }

        cell = new(value * scale, percent, approximate, scale != 1m);
        return true;
    }

    /// <summary>The number by the unit of its header; false when the cell states another of its own.</summary>
    public bool TryTake(HeadUnit unit, out NumberCell taken)
    {
        taken = this with { Value = Value * unit.Scale, Percent = Percent || unit.Kind == UnitKind.Percent };
        return unit.Scale == 1m || !(Scaled || Percent);
    }

    private static bool Cut(ref string text, string[] marks, bool atEnd)
    {
        foreach (var mark in marks)
        {
            if (
                text.Length > mark.Length
                && (
                    atEnd
                        ? text.EndsWith(mark, StringComparison.Ordinal)
                        : text.StartsWith(mark, StringComparison.Ordinal)
                )
            )
            {
                text = atEnd ? text[..^mark.Length] : text[mark.Length..];
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Commas, or blanks in their place, stand before each group of three, or the text is not a number: 1,23 may be a
    /// decimal comma, as 0,628 is, and 1 2 may be two numbers.
    /// </summary>
    private static bool RemoveThousands(ref string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            return true;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).TrimStart('-', '+').Split(',');
        var sound =
            (point < 0 || !text[point..].Contains(',', StringComparison.Ordinal))
            && whole[0] is [not '0', ..]
            && whole[0].Length <= 3
            && whole.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
        text = text.Replace(",", "", StringComparison.Ordinal);
        return sound;
    }
}
