using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Common;

/// <summary>
/// Grades（等次）of published scores: by the settings' bands, on the rounded figure, so that the printed number and the
/// grade agree.
/// </summary>
public static class Grades
{
    /// <summary>Grade of a published score.</summary>
    public static Grade Of(decimal published, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        for (var g = 0; g < settings.GradeBands.Length; g++)
        {
            if (published >= settings.GradeBands[g])
            {
                return (Grade)g;
            }
        }

        return Grade.ToImprove;
    }

    /// <summary>True when figures of the period are graded: at the year's end, or where the settings say so.</summary>
    public static bool AreGiven(Period period, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return !period.EndsEarly || settings.GradesEarly;
    }

    /// <summary>Grade; null when there is no score, or the period is not graded.</summary>
    public static Grade? Of(decimal? published, Period period, Settings settings) =>
        published is { } value && AreGiven(period, settings) ? Of(value, settings) : null;
}
