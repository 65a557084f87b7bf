using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Honours;

/// <summary>Commendations of all periods（表彰）.</summary>
internal static class CommendationComposer
{
    /// <summary>
    /// Commendations without doubles: the newest folder's record of a code holds, and of the same honour given to the
    /// same recipient by the same body on the same day only one; withdrawn ones are gone, with every earlier record of
    /// them.
    /// </summary>
    public static ImmutableArray<CommendationView> Of(Scores scores)
    {
        var newest = scores
            .Periods.Reverse()
            .SelectMany(p =>
                p.Data.Commendations.OrderBy(c => c.Code, StringComparer.Ordinal)
                    .Select(c => (Commendation: c, Names: new OrganisationNames(p)))
            )
            .DistinctBy(x => x.Commendation.Code, StringComparer.Ordinal)
            .ToList();
        var withdrawn = newest
            .Where(x => x.Commendation.Status == CommendationStatus.Withdrawn)
            .Select(x => Honour(x.Commendation))
            .ToHashSet();
        return
        [
            .. newest
                .Where(x =>
                    x.Commendation.Status != CommendationStatus.Withdrawn && !withdrawn.Contains(Honour(x.Commendation))
                )
                .DistinctBy(x => Honour(x.Commendation))
                .OrderByDescending(x => x.Commendation.GrantedOn)
                .ThenBy(x => x.Commendation.Level)
                .ThenBy(x => x.Commendation.Code, StringComparer.Ordinal)
                .Select(x => View(x.Commendation, x.Names)),
        ];
    }

    private static (string, string, string, DateOnly) Honour(Commendation c) =>
        (c.Recipient, c.Honour, c.Grantor, c.GrantedOn);

    private static CommendationView View(Commendation commendation, OrganisationNames names)
    {
        var organisation = commendation.Organisation is { } code ? names.Find(code) : null;
        var hidden = organisation is { IsPublic: false };
        return new()
        {
            Code = commendation.Code,
            Kind = commendation.Kind,
            Recipient = commendation.Recipient,
            Organisation = hidden ? null : commendation.Organisation,
            OrganisationName = hidden ? "" : organisation?.Name ?? commendation.Organisation ?? "",
            OrganisationPublic = organisation is { IsPublic: true },
            Honour = commendation.Honour,
            Level = commendation.Level,
            Grantor = commendation.Grantor,
            Document = commendation.Document,
            GrantedOn = commendation.GrantedOn,
            Status = commendation.Status,
        };
    }
}
