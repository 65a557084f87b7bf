using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Scoring.Protection;

namespace FuGongJianJia.Editions;

/// <summary>Corrections（更正）as they are published: with the period that was wrong, on the unit's own pages.</summary>
internal static class Corrections
{
    private const string NotPublished = "不公布";

    /// <summary>
    /// Corrections of all periods, newest first. Those of unions that are not public are left out; of sensitive
    /// indicators the values are shown
    /// only where both are counts that small-number protection lets stand.
    /// </summary>
    public static ImmutableArray<CorrectionView> Of(Scores scores) =>
        [
            .. scores
                .Periods.SelectMany(p => p.Data.Corrections.Select(c => View(scores, p, c)))
                .OfType<CorrectionView>()
                .OrderByDescending(v => v.Correction.On)
                .ThenByDescending(v => v.PublishedWith)
                .ThenBy(v => v.Correction.Organisation, StringComparer.Ordinal)
                .ThenBy(v => v.Correction.Indicator, StringComparer.Ordinal),
        ];

    /// <summary>The period with each unit's corrections on its result.</summary>
    public static PeriodEdition Attach(PeriodEdition period, IEnumerable<CorrectionView> corrections)
    {
        var byUnit = corrections
            .Where(c => c.Correction.Period == period.Period)
            .ToLookup(c => c.Correction.Organisation, StringComparer.Ordinal);
        return byUnit.Count == 0
            ? period
            : period with
            {
                District = With(period.District),
                Towns = [.. period.Towns.Select(With)],
                Unions = [.. period.Unions.Select(With)],
            };

        UnionResult With(UnionResult result) =>
            byUnit.Contains(result.Code) ? result with { Corrections = [.. byUnit[result.Code]] } : result;
    }

    // The union is looked up in the period that was wrong first: it may be gone since, or may have had another name.
    private static CorrectionView? View(Scores scores, PeriodScores published, Correction correction)
    {
        var wrong = scores.Periods.FirstOrDefault(p => p.Period == correction.Period);
        PeriodScores[] known = wrong is null
            ? [published, .. scores.Periods.Reverse()]
            : [wrong, published, .. scores.Periods.Reverse()];
        var organisations = known
            .Select(p => new Names(p).Find(correction.Organisation))
            .OfType<Organisation>()
            .ToArray();
        if (organisations.Any(o => !o.IsPublic))
        {
            return null;
        }

        var rows = known
            .Select(p => p.Plan.Rows.FirstOrDefault(r => r.Code == correction.Indicator))
            .OfType<Indicator>()
            .ToArray();
        var isGuarded =
            rows.Any(r => Suppression.IsSensitive(r, published.Settings))
            && (
                IsWithheld(wrong, correction)
                || !MayStand(correction.Before, published.Settings)
                || !MayStand(correction.After, published.Settings)
            );
        return new(
            isGuarded
                ? correction with
                {
                    Before = NotPublished,
                    After = NotPublished,
                    Reason = "涉及小数保护，数值和说明不公布。",
                }
                : correction,
            published.Period,
            organisations.FirstOrDefault()?.Name ?? correction.Organisation,
            correction.Indicator is { } code
                ? rows.Length > 0
                    ? $"{code} {rows[0].Name}"
                    : code
                : ""
        );
    }

    private static bool IsWithheld(PeriodScores? wrong, Correction correction)
    {
        var (union, indicator) = wrong is null
            ? (-1, -1)
            : (wrong.NumberOf(correction.Organisation), wrong.Codes.IndexOf(correction.Indicator ?? ""));
        return union >= 0 && indicator >= 0 && wrong!.Suppression.Of(union, indicator) != Withheld.No;
    }

    // A rate would give the count back to whoever knows its base.
    private static bool MayStand(string value, Settings settings) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && (count == 0 || count >= settings.SmallNumberThreshold);
}
