using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Office;

/// <summary>
/// A page of the office（内部网页）: one file without any other, below internal/. It leads to pages of the site where both
/// lie in one output; no page of the site leads here.
/// </summary>
/// <param name="Path">Below output/: internal/2024/tasks.html.</param>
/// <param name="Title">Title.</param>
/// <param name="Edition">The office's edition.</param>
/// <param name="Has">True of a file below output/ that this build makes.</param>
public sealed record OfficePage(string Path, string Title, OfficeEdition Edition, Func<string, bool> Has)
{
    /// <summary>Its period; null when it spans all.</summary>
    public OfficePeriod? Period { get; init; }

    /// <summary>The page that leads to all others.</summary>
    public const string Home = "internal/index.html";

    /// <summary>The board of tasks.</summary>
    public static string Tasks(Period period) => $"internal/{period}/tasks.html";

    /// <summary>The ledger of needs.</summary>
    public static string Needs(Period period) => $"internal/{period}/needs.html";

    /// <summary>A list or paper of the period.</summary>
    public static string Paper(Period period, string name) => $"internal/{period}/{name}";

    /// <summary>Relative address of a file below output/.</summary>
    public string To(string path) => Paths.Up(Path) + path;

    /// <summary>Name to keep a file by; null for a page, which is opened.</summary>
    public string? NameOf(string path) =>
        path.EndsWith(".html", StringComparison.Ordinal) ? null : FileNames.Of(Edition, path["internal/".Length..]);

    /// <summary>Relative address of a page of the site.</summary>
    public string ToSite(string path) => To("site/" + path);

    /// <summary>Address of a unit's page of the site; null where it is not public.</summary>
    public string? ToUnit(string code) =>
        Period is not { } period || period.Find(code) is not { } unit
            ? null
            : ToSite(
                unit.Organisation.Level switch
                {
                    Level.District => Paths.Of(period.Period),
                    Level.Town => Paths.Town(period.Period, code),
                    _ => Paths.Union(period.Period, code),
                }
            );

    /// <summary>Short name of a town, or of the district.</summary>
    public string TownName(string code) => Period?.Find(code)?.Organisation.ShortName ?? code;

    /// <summary>Its indicator in the catalogue of the period; null when it has none.</summary>
    public IndicatorView? Indicator(string? code) =>
        Period?.Indicators.FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.Ordinal));
}
