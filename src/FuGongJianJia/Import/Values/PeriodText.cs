using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>期间 cells: 2024, 2024年, 2024Q1, 2024年一季度, 2024年1季度, 2024年上半年, 2024-05, 2024年5月.</summary>
internal static class PeriodText
{
    /// <summary>Reads a period as a person writes it.</summary>
    public static bool TryParse(string text, out Period period)
    {
        var folded = TextFold.Fold(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Period.TryParse(folded, out period))
        {
            return true;
        }

        if (folded.Length < 5 || folded.IndexOf('年', StringComparison.Ordinal) != 4)
        {
            return false;
        }

        var year = folded[..4];
        return Period.TryParse(
            year
                + folded[5..] switch
                {
                    "" or "度" => "",
                    "上半年" => "H1",
                    "下半年" => "H2",
                    "一季度" or "1季度" or "第一季度" or "第1季度" => "Q1",
                    "二季度" or "2季度" or "第二季度" or "第2季度" => "Q2",
                    "三季度" or "3季度" or "第三季度" or "第3季度" => "Q3",
                    "四季度" or "4季度" or "第四季度" or "第4季度" => "Q4",
                    [.. var month, '月'] => "-" + month.PadLeft(2, '0'),
                    _ => "?",
                },
            out period
        );
    }
}
