using System.Collections.Immutable;
using FuGongJianJia.Archive;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// The pages that somebody may have kept the address of（全站地址）: all but the one for wrong addresses, and those that
/// stand for what is no more.
/// </summary>
public static class SiteAddresses
{
    /// <summary>Every page with its period, null for one of all periods; by path.</summary>
    public static ImmutableArray<(PublishedAddress Address, Period? Period)> Of(
        PublicEdition edition,
        SiteOptions options
    ) =>
        [
            .. SitePlan
                .Gather(edition, options)
                .Pages.Where(p => p.Path != Paths.NotFound && p.Subject is not Departure)
                .OrderBy(p => p.Path, StringComparer.Ordinal)
                .Select(p => (new PublishedAddress(p.Path, p.Title, Text(p.Subject)), p.Period?.Period)),
        ];

    // An article is known by its text when its address is another.
    private static string Text(object? subject) =>
        subject switch
        {
            CaseView @case => PublishedFigures.FingerprintOf(@case.Body),
            PageView page => PublishedFigures.FingerprintOf(page.Body),
            DocPlace { Page: { Derived: false } page } => PublishedFigures.FingerprintOf(page.Body),
            _ => "",
        };
}
