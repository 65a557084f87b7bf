using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Common;

/// <summary>What stands in the place of a figure that is withheld（小数标记）: ＜5, or 不公布.</summary>
/// <param name="Below">The threshold below which the figure lies; null where not even that is told.</param>
public readonly record struct WithheldMark(int? Below)
{
    /// <summary>＜5, or 不公布.</summary>
    public string Text => Below is { } threshold ? Numerals.Below(threshold) : Numerals.Withheld;

    /// <summary>The mark of a count that is withheld for a reason.</summary>
    /// <param name="reason">Small or complementary.</param>
    /// <param name="threshold">小数保护阈值 of the settings.</param>
    internal static WithheldMark Of(Withheld reason, int threshold) => new(reason == Withheld.Small ? threshold : null);
}
