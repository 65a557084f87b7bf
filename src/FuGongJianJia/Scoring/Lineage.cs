using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Who a union was in the base period（沿革）. The same code is the same union. A new code with one predecessor that no longer stands
/// is that union renamed or recoded. A union that others merged into, or that came from several, is not comparable: no change is shown.
/// </summary>
internal sealed class Lineage
{
    private readonly PeriodScores now;
    private readonly PeriodScores then;
    private readonly HashSet<string> absorbing;

    public Lineage(PeriodScores now, PeriodScores then)
    {
        (this.now, this.then) = (now, then);

        // Merged during the period: standing then, 合并 now, pointing at where it went.
        absorbing = now.Organisations
            .Where(o => o.Status == OrganisationStatus.Merged && then.NumberOf(o.Code) is >= 0 and var n
                && then.Organisations[n].Status is OrganisationStatus.Normal or OrganisationStatus.New)
            .SelectMany(o => o.Lineage).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Union number in the base period, -1 when there is none to compare with.</summary>
    public int PredecessorOf(int union)
    {
        var organisation = now.Organisations[union];
        if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved || absorbing.Contains(organisation.Code))
        {
            return -1;
        }

        var same = then.NumberOf(organisation.Code);
        if (same >= 0)
        {
            // Took in another since: its lineage names a union that stood then and does not stand now.
            return organisation.Lineage.Any(Gone) ? -1 : same;
        }

        return organisation.Lineage.Length == 1 && Gone(organisation.Lineage[0]) ? then.NumberOf(organisation.Lineage[0]) : -1;
    }

    private bool Gone(string code)
    {
        var (before, today) = (then.NumberOf(code), now.NumberOf(code));
        return before >= 0 && then.Organisations[before].Status is OrganisationStatus.Normal or OrganisationStatus.New
            && (today < 0 || now.Organisations[today].Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved);
    }
}
