using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>是 and 否 in all their forms（是否）.</summary>
internal static class YesNoText
{
    /// <summary>Reads 是 √ ✓ 对 有 Y 1 and 否 × ✗ 错 无 N 0.</summary>
    public static bool TryParse(string text, out bool value)
    {
        switch (ReadingFold.Of(text).ToUpperInvariant())
        {
            case "是"
            or "√"
            or "✓"
            or "✔"
            or "☑"
            or "对"
            or "有"
            or "Y"
            or "YES"
            or "TRUE"
            or "1"
            or "已"
            or "是的"
            or "V":
                value = true;
                return true;
            case "否"
            or "×"
            or "✗"
            or "✘"
            or "X"
            or "☒"
            or "错"
            or "无"
            or "N"
            or "NO"
            or "FALSE"
            or "0"
            or "未"
            or "不是"
            or "没有":
                value = false;
                return true;
            default:
                value = false;
                return false;
        }
    }
}
