using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Sizes of a figure（图的字号与线宽）, in points; the only thing that differs between screen and paper.</summary>
/// <param name="Text">Labels and values.</param>
/// <param name="Small">Secondary text; 7 pt or more on paper.</param>
/// <param name="Line">Lines that carry data.</param>
/// <param name="Hair">Lines that only divide.</param>
public readonly record struct ChartStyle(double Text, double Small, double Line, double Hair)
{
    /// <summary>Face of all text in figures.</summary>
    public const FontRole Role = FontRole.Hei;

    /// <summary>For print at its own size.</summary>
    public static ChartStyle Paper => new(8, 7, 1, 0.4);

    /// <summary>For a web page of about 700 units' width.</summary>
    public static ChartStyle Screen => new(14, 12, 1.6, 0.8);

    /// <summary>Line pitch of labels.</summary>
    public double Pitch => Text * 1.5;
}
