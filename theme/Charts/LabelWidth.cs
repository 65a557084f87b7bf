using System.Text;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Width of a label（字宽估算）without any font: a hanzi or full-width mark is 1 em, anything else 0.55 em.
/// An estimate on purpose, so that one drawing serves a browser and a PDF whatever their fonts are.
/// </summary>
public static class LabelWidth
{
    private const double Narrow = 0.55;

    /// <summary>Estimated width in points.</summary>
    public static double Of(string text, double size)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            em += Em(rune);
        }

        return em * size;
    }

    /// <summary>The text, shortened with … where it is wider than the room.</summary>
    public static string Fit(string text, double size, double room)
    {
        if (Of(text, size) <= room)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = room - size;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= Em(rune) * size;
            if (left < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }

    private static double Em(Rune rune) => rune.Value is >= 0x2E80 or 0x2014 or 0x2026 or 0x201C or 0x201D ? 1 : Narrow;
}
