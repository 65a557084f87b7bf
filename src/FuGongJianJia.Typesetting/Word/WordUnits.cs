using System.Globalization;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>Points in the units of WordprocessingML（度量换算）; ISO/IEC 29500-1, 17.18.</summary>
internal static class WordUnits
{
    /// <summary>Twentieths of a point.</summary>
    internal static int Twips(double points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

    /// <summary>Twentieths of a point, as text.</summary>
    internal static string TwipsText(double points) => Text(Twips(points));

    /// <summary>Half points, as text; what rounding takes goes into <see cref="Correction"/>.</summary>
    internal static string HalfPoints(double points) => Text(HalfPointsOf(points));

    /// <summary>
    /// Space after every character, points, that keeps the pitch of a size which is no whole number of half points: 三号
    /// is 15.75 pt, so that 28 characters stand in 156 mm.
    /// </summary>
    internal static double Correction(double points) => points - (HalfPointsOf(points) / 2.0);

    /// <summary>Eighths of a point, at least a quarter.</summary>
    internal static uint Eighths(double points) =>
        (uint)Math.Clamp(Math.Round(points * 8, MidpointRounding.AwayFromZero), 2, 96);

    /// <summary>English metric units: 12,700 a point.</summary>
    internal static long Emus(double points) => (long)Math.Round(points * 12700, MidpointRounding.AwayFromZero);

    /// <summary>RRGGBB.</summary>
    internal static string Hex(Rgb color) =>
        string.Create(CultureInfo.InvariantCulture, $"{color.R:X2}{color.G:X2}{color.B:X2}");

    /// <summary>A number as text.</summary>
    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int HalfPointsOf(double points) => (int)Math.Round(points * 2, MidpointRounding.AwayFromZero);
}
