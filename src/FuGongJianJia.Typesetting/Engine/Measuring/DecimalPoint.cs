using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Finds the decimal point of a number in a cell（小数点）.</summary>
internal static class DecimalPoint
{
    /// <summary>
    /// Width before the decimal point, or of the whole number when it has none; false when the words are no number.
    /// </summary>
    internal static bool TryFind(ShapedText text, out double left)
    {
        left = 0;
        var digits = 0;
        for (var i = 0; i < text.Count; i++)
        {
            ref readonly var c = ref text.Clusters[i];
            var isSign =
                digits == 0
                && c.Rune is '+' or '-' or '−' or '＋' or '－' or '±' or '<' or '＜' or '≥' or '≤' or '¥' or '约';
            if (c.Class == CharClass.Digit)
                digits++;
            else if (c.Rune == ',' && digits > 0 && i + 1 < text.Count && text.Clusters[i + 1].Class == CharClass.Digit)
            { }
            else if (!isSign)
                return digits > 0;
            left += c.Width + (i > 0 ? c.Gap : 0);
        }

        return digits > 0;
    }
}
