using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Needs;

/// <summary>Needs of the district in a period（需求）.</summary>
internal static class NeedComposer
{
    /// <summary>Null when the period has none.</summary>
    /// <param name="data">The period.</param>
    /// <param name="settings">Small-number protection.</param>
    /// <param name="toldIn">The longer period that tells categories in place of this one; null when this one
    /// does.</param>
    public static NeedSummary? Of(PeriodData data, Settings settings, Period? toldIn)
    {
        if (data.Needs.IsEmpty)
        {
            return null;
        }

        var needs = data.Needs;
        return new NeedSummary(
            data.Period,
            needs.Length,
            needs.Count(n => n.AnalysedOn is not null),
            needs.Count(n => n.AnsweredOn is not null),
            needs.Count(n => n.PolicyChanged),
            Quantiles.Days(
                needs
                    .Where(n => n.AnsweredOn is not null)
                    .Select(n => n.AnsweredOn!.Value.DayNumber - n.ReportedOn.DayNumber),
                0.5m
            ),
            // With every category withheld a table would say nothing, and with one the total would be its count.
            toldIn is null
            && NeedCategories.Of(needs, settings) is var categories
            && categories.Any(c => c.Mark is null)
                ? categories
                : [],
            [
                .. needs
                    .Where(n => n.PolicyChanged && n.PolicyChange is { Length: > 0 })
                    .OrderByDescending(n => n.AnsweredOn)
                    .ThenBy(n => n.Code, StringComparer.Ordinal)
                    .Select(n => new PolicyChange(n.Category, n.PolicyChange!, n.Document, n.AnsweredOn)),
            ],
            toldIn
        );
    }
}
