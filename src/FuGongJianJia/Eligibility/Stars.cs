using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Eligibility;

/// <summary>Which level of the settings' scheme a union has reached（星级）.</summary>
public static class Stars
{
    /// <summary>
    /// The highest level whose conditions are met; null when none is, or none is given: no scheme, no whole year, 新建,
    /// or too little reported to be compared.
    /// </summary>
    public static StarLevel? Of(PeriodScores period, Screened screened)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(screened);
        return
            period.Period.Kind != PeriodKind.Year
            || screened.LacksCoverage
            || screened.Union.Organisation.Status != OrganisationStatus.Normal
            ? null
            : period.Settings.Stars.Levels.FirstOrDefault(level =>
                screened.Union.Total >= level.LeastTotal
                && level.Condition switch
                {
                    StarCondition.MandatoryMet => screened.IsMandatoryMet,
                    StarCondition.ScreeningPassed => screened.Verdict == ScreeningVerdict.Passes,
                    _ => true,
                }
            );
    }
}
