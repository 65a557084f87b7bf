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

    /// <summary>Grade, null when there is no score.</summary>
    public static Grade? Of(decimal? published, Settings settings) =>
        published is { } value ? Of(value, settings) : null;
}
