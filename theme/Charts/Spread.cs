using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Keeps labels apart（标签避让）.</summary>
internal static class Spread
{
    /// <summary>
    /// Moves ascending positions down as far as needed to be a gap apart, then up again from the lowest allowed one.
    /// </summary>
    public static ImmutableArray<double> Down(ImmutableArray<double> wanted, double gap, double lowest)
    {
        var places = wanted.ToArray();
        for (var i = 1; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], places[i - 1] + gap);
        }

        for (var i = places.Length - 1; i >= 0; i--)
        {
            var limit = i == places.Length - 1 ? lowest : places[i + 1] - gap;
            places[i] = Math.Min(places[i], limit);
        }

        return [.. places];
    }

    /// <summary>
    /// Centres of labels in a row, ascending: moved right as far as needed to be a gap apart, then left again from the
    /// end of the row. In a row too short for them they begin at its start.
    /// </summary>
    public static ImmutableArray<double> Across(
        ImmutableArray<(double Centre, double Width)> wanted,
        double gap,
        double from,
        double to
    )
    {
        var places = wanted.Select(w => w.Centre).ToArray();
        for (var i = places.Length - 1; i >= 0; i--)
        {
            var limit = i == places.Length - 1 ? to : places[i + 1] - (wanted[i + 1].Width / 2) - gap;
            places[i] = Math.Min(places[i], limit - (wanted[i].Width / 2));
        }

        for (var i = 0; i < places.Length; i++)
        {
            var limit = i == 0 ? from : places[i - 1] + (wanted[i - 1].Width / 2) + gap;
            places[i] = Math.Max(places[i], limit + (wanted[i].Width / 2));
        }

        return [.. places];
    }
}
