using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Needs;
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
            Changes(needs, settings),
            toldIn
        );
    }

    // Equal words are one policy. A count that would be withheld of the category is withheld of its policy too.
    private static ImmutableArray<PolicyChange> Changes(ImmutableArray<Need> needs, Settings settings) =>
        [
            .. needs
                .Where(n => n.PolicyChanged && n.PolicyChange is { Length: > 0 })
                .GroupBy(n => (n.Category, Text: n.PolicyChange!.TrimEnd('。')))
                .Select(g =>
                {
                    var dated = g.OrderBy(n => n.AnsweredOn ?? DateOnly.MaxValue)
                        .ThenBy(n => n.Code, StringComparer.Ordinal)
                        .ToList();
                    var documents = dated
                        .Select(n => n.Document)
                        .Where(d => d is { Length: > 0 })
                        .Distinct(StringComparer.Ordinal)
                        .ToList();
                    return (
                        First: dated[0].Code,
                        Change: new PolicyChange(
                            g.Key.Category,
                            g.Key.Text,
                            documents.Count == 0 ? null : string.Join('、', documents),
                            dated[0].AnsweredOn,
                            dated.Count < settings.SmallNumberThreshold
                            && NeedCategories.IsSensitive(g.Key.Category, settings)
                                ? null
                                : dated.Count
                        )
                    );
                })
                .OrderByDescending(c => c.Change.On)
                .ThenBy(c => c.First, StringComparer.Ordinal)
                .Select(c => c.Change),
        ];
}
