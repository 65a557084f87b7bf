namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Chinese numerals of headings（汉字序号）: 一 … 九十九.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1–99.</summary>
    public static string Of(int number) =>
        number switch
        {
            < 10 => Digits[number].ToString(),
            10 => "十",
            < 20 => "十" + Digits[number - 10],
            _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10].ToString())}",
        };
}
