using System.Globalization;

namespace FuGongJianJia.Text;

/// <summary>
/// Contrast of two colours（对比度）after WCAG 2.2: 1 for the same colour, 21 for black on white. Colours are #RRGGBB.
/// </summary>
public static class Contrast
{
    /// <summary>What text needs at least（AA）.</summary>
    public const double Least = 4.5;

    private const int Steps = 256;

    /// <summary>True for #RRGGBB.</summary>
    public static bool IsColour(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['#', _, _, _, _, _, _] && text.Skip(1).All(char.IsAsciiHexDigit);
    }

    /// <summary>The ratio, 1–21.</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>
    /// The colour nearest to one that can be read on every ground: mixed with as little black or white as is needed.
    /// </summary>
    /// <returns>Null where no mixture can be read on all of them.</returns>
    public static string? Nearest(string colour, IReadOnlyCollection<string> grounds)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        for (var step = 0; step <= Steps; step++)
        {
            foreach (var end in new[] { 0, 255 })
            {
                var mixed = Mix(colour, end, step);
                if (grounds.All(g => Of(mixed, g) >= Least))
                {
                    return mixed;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The ratio as it is said, cut rather than rounded, so that what falls short never reads as enough.
    /// </summary>
    public static string Say(double ratio) =>
        (Math.Floor(ratio * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture) + "∶1";

    private static string Mix(string colour, int end, int step)
    {
        var (r, g, b) = Channels(colour);
        return string.Create(CultureInfo.InvariantCulture, $"#{At(r):X2}{At(g):X2}{At(b):X2}");

        int At(int channel) => channel + ((end - channel) * step / Steps);
    }

    private static double Luminance(string colour)
    {
        var (r, g, b) = Channels(colour);
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static (int Red, int Green, int Blue) Channels(string colour) =>
        (Pair(colour, 1), Pair(colour, 3), Pair(colour, 5));

    private static int Pair(string colour, int at) =>
        int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
