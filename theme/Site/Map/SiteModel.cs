using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site.Docs;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>
/// The edition with what pages look up in it（站点模型）: unions of a town, commendations and cases of a union, which
/// addresses exist. Frozen after building and shared by all threads.
/// </summary>
public sealed class SiteModel
{
    private readonly FrozenDictionary<(Period Period, string Town), ImmutableArray<UnionResult>> _unionsByTown;
    private readonly FrozenDictionary<(Period Period, string Unit), ImmutableArray<TaskView>> _tasks;
    private readonly FrozenDictionary<string, ImmutableArray<CommendationView>> _commendations;
    private readonly FrozenDictionary<string, ImmutableArray<CaseView>> _cases;
    private readonly FrozenDictionary<string, ImmutableArray<CaseView>> _practices;
    private readonly FrozenDictionary<string, UnionHistory> _histories;
    private readonly FrozenDictionary<(Period Period, string Group), Lazy<PeerGroup>> _groups;

    // 编制说明 and 下一年工作安排 are printed in the annual report; their pages stand in the list of all pages.
    private static readonly FrozenSet<string> ReportTexts = FrozenSet.Create(
        StringComparer.Ordinal,
        "preface",
        "next-year"
    );

    private readonly FrozenDictionary<string, string> _files;
    private FrozenSet<string> _paths = FrozenSet<string>.Empty;

    /// <summary>Builds the look-ups.</summary>
    public SiteModel(PublicEdition edition, SiteOptions options)
    {
        Edition = edition;
        Options = options;
        _unionsByTown = edition
            .Periods.SelectMany(p =>
                p.PopulationOf(Level.Grassroots)
                    .Members.GroupBy(u => u.Organisation.Parent ?? "", StringComparer.Ordinal)
                    .Select(g => KeyValuePair.Create((p.Period, g.Key), g.ToImmutableArray()))
            )
            .ToFrozenDictionary();
        _tasks = edition
            .Periods.SelectMany(p =>
                (p.Tasks?.Tasks ?? [])
                    .SelectMany(t => t.Executors.Select(e => (e.Unit, Task: t)))
                    .GroupBy(x => x.Unit, StringComparer.Ordinal)
                    .Select(g => KeyValuePair.Create((p.Period, g.Key), g.Select(x => x.Task).ToImmutableArray()))
            )
            .ToFrozenDictionary();
        _commendations = edition
            .Commendations.Where(c => c.Organisation is not null)
            .GroupBy(c => c.Organisation!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _cases = edition
            .Cases.GroupBy(c => c.Organisation, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _practices = edition
            .Cases.SelectMany(c => c.Indicators.Select(code => KeyValuePair.Create(code, c)))
            .GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _histories = edition.Histories.ToFrozenDictionary(h => h.Code, StringComparer.Ordinal);
        _groups = edition
            .Periods.SelectMany(p =>
                p.Groups.Select(g => KeyValuePair.Create((p.Period, g.Name), new Lazy<PeerGroup>(() => Gather(p, g))))
            )
            .ToFrozenDictionary();
        FooterPages =
        [
            .. edition
                .Pages.Where(p => p.StandsAlone && !ReportTexts.Contains(p.Slug))
                .OrderBy(p => p.Order)
                .ThenBy(p => p.Slug, StringComparer.Ordinal),
        ];
        NewestFirst = [.. edition.Periods.Reverse()];
        Look = LookStyle.Of(edition.Settings.Look);
        Books = DocBook.Collect(edition.Pages, DerivedDocuments.All(), edition.Settings.Docs);
        _files = Books
            .SelectMany(b => b.Pages.Select(p => (p.File, p.Path)).Append((b.Overview?.File ?? "", b.Home)))
            .Concat(edition.Pages.Where(p => p.StandsAlone).Select(p => (p.File, Path: $"{p.Slug}/index.html")))
            .Concat(edition.Cases.Select(c => (File: $"cases/{c.Slug}.md", Path: Paths.Case(c.Slug))))
            .Concat(edition.Programmes.Select(g => (g.File, Path: Paths.Programme(g.Slug))))
            .DistinctBy(f => f.Item1, StringComparer.Ordinal)
            .ToFrozenDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);
    }

    /// <summary>The edition.</summary>
    public PublicEdition Edition { get; }

    /// <summary>Options.</summary>
    public SiteOptions Options { get; }

    /// <summary>Settings.</summary>
    public Settings Settings => Edition.Settings;

    /// <summary>Periods, newest first.</summary>
    public ImmutableArray<PublicPeriod> NewestFirst { get; }

    /// <summary>
    /// Written pages that every page's footer leads to: all but documentation and the texts of the annual report.
    /// </summary>
    public ImmutableArray<PageView> FooterPages { get; }

    /// <summary>样子: the style sheet of input/theme; null where nothing differs from what is built in.</summary>
    public LookStyle? Look { get; }

    /// <summary>文档和手册: the books that stand beside the yearbook, with their versions.</summary>
    public ImmutableArray<DocBook> Books { get; }

    /// <summary>The main navigation, in order.</summary>
    public ImmutableArray<MenuEntry> Menu { get; private set; } = [];

    /// <summary>Pages that are found by their names, in order.</summary>
    public ImmutableArray<SiteColumn> Columns { get; private set; } = [];

    /// <summary>常见问题, in order.</summary>
    public ImmutableArray<SiteAnswer> Answers { get; private set; } = [];

    /// <summary>Public unions that stand directly below a town (or the district), by code.</summary>
    public ImmutableArray<UnionResult> UnionsOf(Period period, string parent) =>
        _unionsByTown.TryGetValue((period, parent), out var unions) ? unions : [];

    /// <summary>True when a period has more unions than one list can show: they are then listed by town.</summary>
    public bool IsLarge(PublicPeriod period) => period.Unions.Length > PageEntry.RowsPerSheet;

    /// <summary>The district and the towns of a period, as far as unions stand directly below them.</summary>
    public IEnumerable<UnionResult> Parents(PublicPeriod period) =>
        period.Towns.Prepend(period.District).Where(t => UnionsOf(period.Period, t.Code).Length > 0);

    /// <summary>Tasks that a unit took on in a period, by code.</summary>
    public ImmutableArray<TaskView> TasksOf(Period period, string unit) =>
        _tasks.TryGetValue((period, unit), out var list) ? list : [];

    /// <summary>Tasks that a unit gave out in a period, by code.</summary>
    public static ImmutableArray<TaskView> IssuedBy(PublicPeriod period, string unit)
    {
        ArgumentNullException.ThrowIfNull(period);
        return [.. (period.Tasks?.Tasks ?? []).Where(t => string.Equals(t.Issuer, unit, StringComparison.Ordinal))];
    }

    /// <summary>Tasks of a period that serve an indicator, by code.</summary>
    public static ImmutableArray<TaskView> TasksFor(PublicPeriod period, string indicator)
    {
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. (period.Tasks?.Tasks ?? []).Where(t => string.Equals(t.Indicator, indicator, StringComparison.Ordinal)),
        ];
    }

    /// <summary>Commendations of a union, newest first.</summary>
    public ImmutableArray<CommendationView> CommendationsOf(string code) =>
        _commendations.TryGetValue(code, out var list) ? list : [];

    /// <summary>Cases of a union, newest first.</summary>
    public ImmutableArray<CaseView> CasesOf(string code) => _cases.TryGetValue(code, out var list) ? list : [];

    /// <summary>Best practices of an indicator（可以借鉴的做法）: the cases that name it, newest first.</summary>
    public ImmutableArray<CaseView> CasesOfIndicator(string code) =>
        _practices.TryGetValue(code, out var list) ? list : [];

    /// <summary>History of a union; null when it has none.</summary>
    public UnionHistory? HistoryOf(string code) => _histories.GetValueOrDefault(code);

    /// <summary>The public name behind a case's 组织: a code of the data, or a free name.</summary>
    public string OrganisationName(string codeOrName) =>
        _histories.TryGetValue(codeOrName, out var history) ? history.Name : codeOrName;

    /// <summary>
    /// Results of one indicator in order of the units, without units it does not concern. Units of a kind have the same
    /// indicators, so where the last one had it
    /// is looked at first: a district of thousands asks this for every page of an indicator.
    /// </summary>
    public static IEnumerable<(UnionResult Unit, IndicatorResult Result)> ResultsOf(
        IEnumerable<UnionResult> units,
        string code
    )
    {
        var at = 0;
        foreach (var unit in units)
        {
            if (at < unit.Indicators.Length && string.Equals(unit.Indicators[at].Code, code, StringComparison.Ordinal))
            {
                yield return (unit, unit.Indicators[at]);
            }
            else if (unit.IndicatorOf(code) is { } result)
            {
                at = unit.Indicators.IndexOf(result);
                yield return (unit, result);
            }
        }
    }

    /// <summary>
    /// The rank group of a unit with the lanes of its distribution, put in order once for all its members; null when it
    /// has none.
    /// </summary>
    public PeerGroup? PeersOf(Period period, UnionResult unit) =>
        _groups.TryGetValue((period, unit.Ranking.Group), out var group) ? group.Value : null;

    /// <summary>
    /// Members of a unit's rank group that do better in an indicator（可以学的）; see <see cref="PeerGroup.Better"/>.
    /// </summary>
    /// <param name="period">Period.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="result">Its result of the indicator.</param>
    public IEnumerable<UnionResult> BetterPeers(Period period, UnionResult unit, IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(result);
        return result.FallsShort && PeersOf(period, unit) is { } peers ? peers.Better(unit, result) : [];
    }

    /// <summary>
    /// Members of a unit's rank group to learn from（可以学的）; see <see cref="PeerGroup.ToLearnFrom"/>.
    /// </summary>
    public IEnumerable<(UnionResult Unit, ImmutableArray<IndicatorResult> Better)> PeersToLearn(
        Period period,
        UnionResult unit
    )
    {
        ArgumentNullException.ThrowIfNull(unit);
        return PeersOf(period, unit)?.ToLearnFrom(unit) ?? [];
    }

    /// <summary>Address of the page that a file of input/ becomes; null where it becomes none.</summary>
    /// <param name="file">Below input/: docs/deploy.md.</param>
    public string? PathOfFile(string file) => _files.GetValueOrDefault(file);

    /// <summary>
    /// The picture that stands beside a link to a page（分享图）: its own, else that of the nearest page above it, else
    /// the mark.
    /// </summary>
    public SharedPicture PictureOf(SitePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page
            .Crumbs.Select(c => (c.Path, c.Text))
            .Prepend((Paths.Home, Settings.Title))
            .Append((page.Path, page.Title))
            .Reverse()
            .Where(p => Has(Paths.Picture(p.Item1)))
            .Select(p => new SharedPicture(
                Paths.Picture(p.Item1),
                SharedPicture.FullWidth,
                SharedPicture.FullHeight,
                $"{p.Item2}，{Settings.Title}"
            ))
            .FirstOrDefault(SharedPicture.Mark(Settings.Title));
    }

    /// <summary>True when the site has that page or file.</summary>
    public bool Has(string path) => _paths.Contains(path);

    /// <summary>
    /// True when a unit reported too little to stand among the others（覆盖不足）: its scores are marked as such and come
    /// after theirs.
    /// </summary>
    public bool IsThin(UnionResult unit) =>
        !unit.Ranking.IsRanked
        && unit.Standing.Counts
        && unit.Organisation.Level != Level.District
        && unit.Coverage < Settings.RankMinimumCoverage;

    /// <summary>The page of a unit in a period: a town's or a union's; null when it has none.</summary>
    public string? PathOf(Period period, UnionResult unit) =>
        unit.Organisation.Level switch
        {
            Level.District => Paths.Of(period),
            Level.Town => Paths.Town(period, unit.Code),
            _ => Paths.Union(period, unit.Code),
        };

    /// <summary>The page of a unit over all periods; null when it has none.</summary>
    public string? HistoryPath(string? code) =>
        code is not null && Has(Paths.History(code)) ? Paths.History(code) : null;

    private PeerGroup Gather(PublicPeriod period, RankGroup group)
    {
        ImmutableArray<UnionResult> ranked =
        [
            .. group.Members.Take(group.Ranked).Select(m => period.Find(m)).OfType<UnionResult>(),
        ];
        // Pages of the units of a group lie side by side: what leads from one to another leads from all.
        return new(
            group,
            ranked,
            DistributionStrip.Lanes(
                ranked,
                Settings,
                // On the pages of its fellows a union that is last is told as a number, not by name.
                group.Level == Level.Town
                    ? u => PathOf(period.Period, u) is { } path ? Paths.Up(path) + path : null
                    : null
            )
        );
    }

    /// <summary>Told once, when all pages are listed: what there is, and how one comes to it.</summary>
    internal void Complete(IEnumerable<string> paths, IEnumerable<MenuEntry> menu, IEnumerable<SiteColumn> columns)
    {
        _paths = paths.ToFrozenSet(StringComparer.Ordinal);
        Menu = [.. menu];
        Columns = [.. columns];
        Answers = CommonQuestions.Of(this);
    }
}
