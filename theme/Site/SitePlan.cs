using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Pages;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// The list of everything the site consists of（全站清单）: one line a kind of page, one .razor each. To add a page, add
/// its .razor under Pages/ and its line here.
/// </summary>
public static class SitePlan
{
    private const string Folder = "site/";

    /// <summary>Every file of the site, in order of path. Each may be rendered on any thread, in any order.</summary>
    /// <exception cref="InvalidOperationException">Two pages claim one address.</exception>
    public static ImmutableArray<OutputFile> Create(Edition edition, SiteOptions options)
    {
        var (site, pages) = Gather(edition, options);
        var assets = SiteAssets.All;
        var files = new List<OutputFile>(pages.Count + 64);
        files.AddRange(
            pages.Select(page => new OutputFile(Folder + page.Path, OutputKind.Page, () => PageRenderer.Render(page)))
        );
        files.AddRange(assets.Values.Select(a => new OutputFile(Folder + a.Path, OutputKind.Asset, () => a.Bytes)));
        files.AddRange(Images(site));
        files.Add(WebManifest.Of(site));
        files.AddRange(Feeds.Files(site, pages));
        files.AddRange(Search.SearchFiles.Create(site));
        files.AddRange(Compare.CompareFiles.Create(site));
        return Sorted(files);
    }

    /// <summary>The model that knows its addresses, and its pages.</summary>
    internal static (SiteModel Site, List<SitePage> Pages) Gather(Edition edition, SiteOptions options)
    {
        var site = new SiteModel(edition, options) { Docs = DocPage.Collect(edition.Pages, Reference.All()) };
        var pages = PagesOf(site).ToList();
        site.Freeze(
            pages
                .Select(p => p.Path)
                .Concat(options.Reports.Keys)
                .Concat(options.OpenData.Keys)
                .Concat(SiteAssets.All.Values.Select(a => a.Path))
        );
        return (site, pages);
    }

    /// <summary>Every page, in no particular order.</summary>
    internal static IEnumerable<SitePage> PagesOf(SiteModel site)
    {
        var edition = site.Edition;
        foreach (var page in Standing(site).Concat(edition.Periods.SelectMany(p => OfPeriod(site, p))))
        {
            yield return page;
        }

        // Lists that are too long for one page go on below it.
        foreach (
            var sheet in Sheets(
                New<CommendationsPage>(
                    site,
                    Paths.Commendations,
                    "表彰",
                    "历年表彰，续前页。",
                    null,
                    Section.Commendations
                ),
                edition.Commendations.Length
            )
        )
        {
            yield return sheet;
        }

        foreach (var history in edition.Histories.Where(h => h.Level != Level.District))
        {
            yield return New<HistoryPage>(
                site,
                Paths.History(history.Code),
                $"{history.Name}·历年",
                $"{history.Name}各期五大指数与沿革。",
                history,
                Section.Period
            );
        }

        foreach (var story in edition.Cases)
        {
            yield return New<CasePage>(
                site,
                Paths.Case(story.Slug),
                story.Title,
                story.Summary,
                story,
                Section.Cases,
                crumbs: [new("案例", Paths.Cases)]
            );
        }

        foreach (var programme in edition.Programmes)
        {
            yield return New<ProgrammePage>(
                site,
                Paths.Programme(programme.Slug),
                programme.Title,
                programme.Finding,
                programme,
                Section.Programmes,
                crumbs: [new("专题", Paths.Programmes)]
            );
        }

        foreach (var doc in site.Docs)
        {
            yield return New<DocumentPage>(
                site,
                Paths.Doc(doc.Slug),
                doc.Title,
                doc.Lead,
                doc,
                Section.Docs,
                crumbs: [new("文档", Paths.Docs)]
            );
        }

        foreach (var page in edition.Pages.Where(p => !p.Slug.StartsWith("docs/", StringComparison.Ordinal)))
        {
            yield return New<WrittenPageView>(
                site,
                $"{page.Slug}/index.html",
                page.Title,
                page.Title,
                page,
                Section.None
            );
        }
    }

    private static IEnumerable<SitePage> Standing(SiteModel site)
    {
        var edition = site.Edition;
        var latest = edition.Latest;
        yield return New<HomePage>(site, Paths.Home, "一屏掌控", latest.Finding, null, Section.Home) with
        {
            BodyClass = "home",
        };
        yield return New<CommendationsPage>(
            site,
            Paths.Commendations,
            "表彰",
            "历年表彰：授予单位、文号与日期齐全者方予刊载。",
            null,
            Section.Commendations
        );
        yield return New<CasesPage>(
            site,
            Paths.Cases,
            "案例",
            "可学可用的做法：谁做的、怎么做、留下哪些数字。",
            null,
            Section.Cases
        );
        yield return New<ProgrammesPage>(
            site,
            Paths.Programmes,
            "专题",
            "各项专题活动的场次、人次与人数，分期列出。",
            null,
            Section.Programmes
        );
        yield return New<ReportsPage>(
            site,
            Paths.Reports,
            "报告",
            "年度报告、镇街报告与工会成绩单，均可下载打印。",
            null,
            Section.Reports
        );
        yield return New<DataPage>(
            site,
            Paths.Data,
            "开放数据",
            "本站全部公开数字的数据文件与字段说明。",
            null,
            Section.Data
        );
        yield return New<ArchivePage>(
            site,
            Paths.Archive,
            "历期总览",
            "已出版的各期及其页面、报告与数据。",
            null,
            Section.Period
        );
        yield return New<DocsPage>(site, Paths.Docs, "文档", "从导出数据到出版的全部说明。", null, Section.Docs);
        yield return New<ComparePage>(
            site,
            Paths.Compare,
            "比较",
            "任选单位与期间，并排比较五大指数和各项指标。",
            null,
            Section.Period
        ) with
        {
            Scripts = ["compare.js"],
        };
        yield return New<SearchPage>(
            site,
            Paths.Search,
            "检索",
            "按名称、指标编码或任意词语查找。",
            null,
            Section.None
        ) with
        {
            Scripts = ["search.js"],
        };
        yield return New<ElderPage>(site, Paths.Elder, "长辈模式", "大字、高对比、简洁布局。", null, Section.None) with
        {
            Listed = false,
        };
        yield return New<NotFoundPage>(
            site,
            Paths.NotFound,
            "没有找到这一页",
            "地址可能有误；已发布的页面不会被移走。",
            null,
            Section.None
        ) with
        {
            Listed = false,
        };
    }

    private static IEnumerable<SitePage> OfPeriod(SiteModel site, PeriodEdition p)
    {
        var period = p.Period;
        Crumb up = new(period.Title, Paths.Of(period));
        SitePage Of<T>(
            string path,
            string title,
            string description,
            object? subject,
            Section section,
            params ImmutableArray<Crumb> more
        )
            where T : PageBase => New<T>(site, path, title, description, subject, section, p, [up, .. more]);

        yield return New<PeriodPage>(
            site,
            Paths.Of(period),
            $"{period.Title}五大指数",
            p.Finding,
            null,
            Section.Period,
            p
        );
        var unions = Of<UnionsPage>(
            Paths.Unions(period),
            $"{period.Title}全部工会",
            "本期公开的全部基层工会，可排序、筛选、下载。",
            null,
            Section.Period
        );
        yield return unions;
        foreach (var sheet in Sheets(unions, site.IsLarge(p) ? site.UnionsOf(period, p.District.Code).Length : 0))
        {
            yield return sheet;
        }

        foreach (var (key, i) in Vocabulary.Indexes.Select((k, i) => (k, i)))
        {
            var finding = i < p.IndexFindings.Length ? p.IndexFindings[i] : "";
            yield return Of<IndexPage>(
                Paths.Index(period, key),
                $"{period.Title}{key.Title()}",
                finding,
                new IndexSubject(key, finding),
                Section.Period
            );
        }

        foreach (var indicator in p.Indicators)
        {
            yield return Of<IndicatorPage>(
                Paths.Indicator(period, indicator.Code),
                $"{indicator.Code} {indicator.Name}（{period.Title}）",
                indicator.Finding,
                indicator,
                Section.Period,
                new Crumb(indicator.Index.Title(), Paths.Index(period, indicator.Index))
            );
        }

        foreach (var town in p.Towns)
        {
            yield return Of<ResultPage>(
                Paths.Town(period, town.Code),
                $"{town.Name}（{period.Title}）",
                town.Finding,
                town,
                Section.Period
            );
            var more = Of<TownUnionsPage>(
                Paths.Town(period, town.Code),
                $"{town.Name}所属工会（{period.Title}）",
                "本镇街公开的基层工会，续前页。",
                town,
                Section.Period
            );
            foreach (var sheet in Sheets(more, site.UnionsOf(period, town.Code).Length))
            {
                yield return sheet;
            }
        }

        foreach (var list in UnitLists(site, p, up))
        {
            yield return list;
        }

        foreach (var union in p.Unions)
        {
            var town = union.Organisation.Parent is { } parent
                ? p.Towns.FirstOrDefault(t => string.Equals(t.Code, parent, StringComparison.Ordinal))
                : null;
            yield return Of<ResultPage>(
                Paths.Union(period, union.Code),
                $"{union.Name}（{period.Title}）",
                union.Finding,
                union,
                Section.Period,
                town is null ? [] : [new Crumb(town.Organisation.ShortName, Paths.Town(period, town.Code))]
            );
        }

        if (p.Tasks is { } tasks)
        {
            var page = Of<TasksPage>(
                Paths.Tasks(period),
                $"{period.Title}任务办理",
                tasks.Finding,
                tasks,
                Section.Tasks
            );
            yield return page;
            foreach (var sheet in Sheets(page, tasks.Tasks.Length))
            {
                yield return sheet;
            }
        }

        if (p.Guidance is { } guidance)
        {
            yield return Of<GuidancePage>(
                Paths.Guidance(period),
                $"{period.Title}指导阶梯",
                guidance.Finding,
                guidance,
                Section.Tasks
            );
        }

        if (p.Needs is { } needs)
        {
            yield return Of<NeedsPage>(
                Paths.Needs(period),
                $"{period.Title}职工需求",
                needs.Finding,
                needs,
                Section.Needs
            );
        }

        yield return Of<MethodologyPage>(
            Paths.Methodology(period),
            $"{period.Title}方法说明",
            "每一个数字怎样得出：目录、规则、权重、舍入与排名。",
            null,
            Section.Data
        );
        yield return Of<DataQualityPage>(
            Paths.DataQuality(period),
            $"{period.Title}数据质量与更正",
            "缺报、存疑、不适用与更正，一一说明。",
            null,
            Section.Data
        );
    }

    // The second sheet and those after it.
    private static IEnumerable<SitePage> Sheets(SitePage page, int rows) =>
        Enumerable
            .Range(1, SitePage.Sheets(rows) - 1)
            .Select(n =>
                page with
                {
                    Path = Paths.Sheet(page.Path, n),
                    Sheet = n,
                    Title = $"{page.Title}·第{Numerals.Count(n + 1)}页",
                    Crumbs = [.. page.Crumbs, new(page.Title, page.Path)],
                }
            );

    // Where one list cannot show all unions, every index and indicator has a list for each town.
    private static IEnumerable<SitePage> UnitLists(SiteModel site, PeriodEdition p, Crumb up)
    {
        if (!site.IsLarge(p))
        {
            yield break;
        }

        var lists = Vocabulary
            .Indexes.Select(k =>
                (Path: Paths.Index(p.Period, k), Title: k.Title(), Index: k, Indicator: (IndicatorView?)null)
            )
            .Concat(
                p.Indicators.Select(i =>
                    (
                        Path: Paths.Indicator(p.Period, i.Code),
                        Title: $"{i.Code} {i.Name}",
                        i.Index,
                        Indicator: (IndicatorView?)i
                    )
                )
            );
        foreach (var (path, title, index, indicator) in lists)
        {
            foreach (var parent in site.Parents(p))
            {
                var units = site.UnionsOf(p.Period, parent.Code);
                var page = New<UnitsPage>(
                    site,
                    Paths.Units(path, parent.Code),
                    $"{parent.Organisation.ShortName}各工会{indicator?.Name ?? title}（{p.Period.Title}）",
                    $"{parent.Name}所属{Numerals.Thousands(units.Length)}家公开基层工会的{indicator?.Name ?? title}。",
                    new UnitsSubject(parent, index, indicator, units),
                    Section.Period,
                    p,
                    [up, new(title, path)]
                );
                yield return page;
                foreach (var sheet in Sheets(page, units.Length))
                {
                    yield return sheet;
                }
            }
        }
    }

    private static SitePage New<T>(
        SiteModel site,
        string path,
        string title,
        string description,
        object? subject,
        Section section,
        PeriodEdition? period = null,
        ImmutableArray<Crumb> crumbs = default
    )
        where T : PageBase =>
        new()
        {
            Site = site,
            Path = path,
            Component = typeof(T),
            Title = title,
            Description = description,
            Subject = subject,
            Period = period,
            Section = section,
            Crumbs = crumbs.IsDefault ? [] : crumbs,
        };

    // What the options hold is what may be published: the command chose it.
    private static IEnumerable<OutputFile> Images(SiteModel site) =>
        site.Options.Images.Keys.Select(path => new OutputFile(
            Folder + ImagePath(path),
            OutputKind.Asset,
            () => site.Options.Images[path]
        ));

    /// <summary>Where an image of input/ is published.</summary>
    internal static string ImagePath(string inputPath) =>
        Paths.Images + inputPath.Replace("../", "", StringComparison.Ordinal).TrimStart('/');

    private static ImmutableArray<OutputFile> Sorted(List<OutputFile> files)
    {
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        for (var i = 1; i < files.Count; i++)
        {
            if (string.Equals(files[i].Path, files[i - 1].Path, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Two pages claim one address: {files[i].Path}");
            }
        }

        return [.. files];
    }

    internal static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Subject of a list of a town's unions.</summary>
/// <param name="Parent">The town, or the district for unions directly below it.</param>
/// <param name="Index">Index that is listed, or that the indicator belongs to.</param>
/// <param name="Indicator">Indicator that is listed; null for the index.</param>
/// <param name="Units">The unions.</param>
public sealed record UnitsSubject(
    UnionResult Parent,
    IndexKey Index,
    IndicatorView? Indicator,
    ImmutableArray<UnionResult> Units
);

/// <summary>Subject of an index page.</summary>
/// <param name="Key">Which index.</param>
/// <param name="Finding">Its finding.</param>
public sealed record IndexSubject(IndexKey Key, string Finding);
