namespace FuGongJianJia.Typesetting.Text;

/// <summary>Small roman numerals（罗马数字）.</summary>
internal static class RomanNumerals
{
    private static readonly (int Value, string Sign)[] Signs =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    /// <summary>i, ii, iii; empty below one.</summary>
    internal static string Of(int n)
    {
        var text = "";
        foreach (var (value, sign) in Signs)
        {
            for (; n >= value; n -= value)
                text += sign;
        }

        return text;
    }
}
