using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Letters;
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

    /// <summary>Whom it names as below a target; null on other pages.</summary>
    public ShortList? Short { get; init; }

    /// <summary>The page that leads to all others.</summary>
    public const string Home = "internal/index.html";

    /// <summary>The board of tasks.</summary>
    public static string Tasks(Period period) => $"internal/{period}/tasks.html";

    /// <summary>Where a holder stands on the board of tasks: #holder-SL06.</summary>
    public static string HolderMark(string unit) => $"#holder-{unit}";

    /// <summary>The ledger of needs.</summary>
    public static string Needs(Period period) => $"internal/{period}/needs.html";

    /// <summary>The ladder of guidance.</summary>
    public static string Guidance(Period period) => $"internal/{period}/guidance.html";

    /// <summary>How many unions are below the target of each indicator.</summary>
    public static string Shortfalls(Period period) => $"internal/{period}/shortfalls.html";

    /// <summary>The unions below the target of one indicator.</summary>
    public static string Shortfalls(Period period, string indicator) =>
        $"internal/{period}/shortfalls/{indicator.ToLowerInvariant()}.html";

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

    /// <summary>Letters by the unit they go to, by date.</summary>
    public required ILookup<string, GuidanceLetter> Letters { get; init; }

    /// <summary>The letter of a rung; null where there is none.</summary>
    public GuidanceLetter? LetterOf(NamedGuidance guidance)
    {
        ArgumentNullException.ThrowIfNull(guidance);
        return Letters[guidance.Organisation]
            .FirstOrDefault(l => l.Year == guidance.IssuedOn.Year && l.Guidance.Code == guidance.Code);
    }

    /// <summary>
    /// Letters to a unit about an indicator that were issued in the period's year by its last day, by date.
    /// </summary>
    public IEnumerable<GuidanceLetter> LettersTo(string unit, string indicator) =>
        Letters[unit]
            .Where(l =>
                l.Indicator?.Code == indicator
                && l.Year == Period!.Period.Year
                && l.Guidance.IssuedOn <= Period.Period.End
            );

    /// <summary>Letters about a task to the unit that has it, by date.</summary>
    public IEnumerable<GuidanceLetter> LettersAbout(TaskMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return Letters[matter.Unit].Where(l => l.Task?.Code == matter.Task && l.Guidance.IssuedOn <= Period!.DataDate);
    }

    /// <summary>
    /// Address of the opinion that a unit gets: of the page's year, before its end of the newest; null where none is
    /// made.
    /// </summary>
    public string? OpinionOf(string unit)
    {
        var year = Edition.Periods.LastOrDefault(p =>
            p.Period.Kind == PeriodKind.Year && (Period?.Period.Kind != PeriodKind.Year || p.Period == Period.Period)
        );
        return year is null
            ? null
            : ((string[])[".pdf", ".docx"]).Select(e => LetterFiles.Of(year.Period, unit) + e).FirstOrDefault(Has);
    }

    /// <summary>Short name of a town, or of the district.</summary>
    public string TownName(string code) => Period?.Find(code)?.Organisation.ShortName ?? code;

    /// <summary>Its indicator in the catalogue of the period; null when it has none.</summary>
    public IndicatorView? Indicator(string? code) =>
        Period?.Indicators.FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.Ordinal));
}
