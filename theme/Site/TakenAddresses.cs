using System.Collections.Frozen;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Addresses that the site itself has（已被占用的网址）, so that no written page may have them: its folders and pages at
/// the root, every period, the pages of the documentation that are derived from registries, and what every book
/// has of its own.
/// </summary>
public static class TakenAddresses
{
    // A test compares them with a whole plan.
    private static readonly FrozenSet<string> Roots = FrozenSet.ToFrozenSet(
        new[]
        {
            Paths.Home,
            Paths.Commendations,
            Paths.Cases,
            Paths.Programmes,
            Paths.Reports,
            Paths.Compare,
            Paths.Search,
            Paths.Data,
            Paths.Docs,
            Paths.Handbook,
            Paths.Elder,
            Paths.Archive,
            Paths.NotFound,
            Paths.Assets,
            Paths.Images,
            Paths.Share,
            Paths.History(""),
            Paths.Methodology(default),
            Paths.DataQuality(default),
        }.Select(path => path.Split('/')[0]),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly Lazy<FrozenSet<string>> Derived = new(() =>
        FrozenSet.ToFrozenSet(
            DerivedDocuments.All().Select(d => Folder(Paths.Doc(d.Slug))),
            StringComparer.OrdinalIgnoreCase
        )
    );

    /// <summary>True when a written page may not stand here; upper and lower case are one, as on Windows.</summary>
    /// <param name="address">Below the root without slashes at its ends: about, docs/manual.</param>
    public static bool Contains(string address) =>
        Roots.Contains(address)
        || Period.TryParse(address.ToUpperInvariant(), out _)
        || Derived.Value.Contains(address)
        || DocBook.Takes(address);

    private static string Folder(string path) => path[..path.LastIndexOf('/')];
}
