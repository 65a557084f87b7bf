using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Corrections;

/// <summary>Corrections（更正）as they are published: with the period that was wrong, on the unit's own pages.</summary>
internal static class CorrectionComposer
{
    /// <summary>
    /// Corrections of all periods, newest first. Those of unions that are not public are left out; values are not shown
    /// where the figure itself is not, and of sensitive indicators only where both are counts that small-number
    /// protection lets stand.
    /// </summary>
    public static ImmutableArray<CorrectionView> Of(Scores scores) =>
        [
            .. scores
                .Periods.SelectMany(p => p.Data.Corrections.Select(c => View(scores, p, c)))
                .OfType<CorrectionView>()
                .OrderByDescending(v => v.On)
                .ThenByDescending(v => v.PublishedWith)
                .ThenBy(v => v.Organisation, StringComparer.Ordinal)
                .ThenBy(v => v.Indicator, StringComparer.Ordinal),
        ];

    // The union is looked up in the period that was wrong first: it may be gone since, or may have had another name.
    private static CorrectionView? View(Scores scores, PeriodScores published, Correction correction)
    {
        var wrong = scores.Periods.FirstOrDefault(p => p.Period == correction.Period);
        PeriodScores[] known = wrong is null
            ? [published, .. scores.Periods.Reverse()]
            : [wrong, published, .. scores.Periods.Reverse()];
        var organisations = known
            .Select(p => new OrganisationNames(p).Find(correction.Organisation))
            .OfType<Organisation>()
            .ToArray();
        if (organisations.Any(o => !o.IsPublic))
        {
            return null;
        }

        var rows = known
            .Select(p => p.Catalogue.Rows.FirstOrDefault(r => r.Code == correction.Indicator))
            .OfType<Indicator>()
            .ToArray();
        var isGuarded =
            IsWithheld(wrong ?? published, correction)
            || (
                rows.Any(r => SensitiveIndicators.IsSensitive(r, published.Settings))
                && !(MayStand(correction.Before, published.Settings) && MayStand(correction.After, published.Settings))
            );
        return new()
        {
            Period = correction.Period,
            PublishedWith = published.Period,
            Organisation = correction.Organisation,
            OrganisationName = organisations.FirstOrDefault()?.Name ?? correction.Organisation,
            Indicator = correction.Indicator,
            IndicatorName = rows.FirstOrDefault()?.Name ?? "",
            On = correction.On,
            Values = isGuarded ? null : new(correction.Before, correction.After, correction.Reason),
        };
    }

    private static bool IsWithheld(PeriodScores wrong, Correction correction) =>
        wrong.Find(correction.Organisation) is { } union
        && union.Cells.Any(c => c.Row?.Code == correction.Indicator && (c.Withheld != Withheld.No || c.IsVeiled));

    // A rate would give the count back to whoever knows its base.
    private static bool MayStand(string value, Settings settings) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && (count == 0 || count >= settings.SmallNumberThreshold);
}
