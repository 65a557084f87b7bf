using System.Collections.Immutable;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Pages;
using FuGongJianJia.Theme.Site.Writing;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Every kind of page（全部页类）, in the order of the main navigation. To add a page, write its .razor below Pages/ and its
/// entry here: navigation, search, directory, sitemap and the tests in the browser take it from this list.
/// </summary>
internal static class PageKinds
{
    /// <summary>The list.</summary>
    public static ImmutableArray<PageKind> All { get; } =
    [
        Kind<HomePage>(
            SiteSection.Home,
            site => [new(Paths.Home, "一屏掌控", site.Edition.Latest.Finding) { BodyClass = "home" }]
        ) with
        {
            HasPicture = true,
            Menu = "总览",
            IsSearched = false,
        },
        Kind<PeriodPage>(
            SiteSection.Period,
            site =>
                site.Edition.Periods.Select(p => new PageEntry(
                    Paths.Of(p.Period),
                    $"{p.Period.Title}五大指数",
                    p.Finding
                )
                {
                    Period = p,
                })
        ) with
        {
            HasPicture = true,
            Menu = "五大指数",
        },
        EachPeriod<UnionsPage>(
            SiteSection.Period,
            (site, p) =>
                new PageEntry(
                    Paths.Unions(p.Period),
                    $"{p.Period.Title}全部工会",
                    "本期公开的全部基层工会，可排序、筛选、下载。"
                ).Sheets(site.IsLarge(p) ? site.UnionsOf(p.Period, p.District.Code).Length : 0)
        ) with
        {
            Also = "工会名单 工会列表 基层工会名录",
            Column = "全部工会",
        },
        EachPeriod<IndexPage>(SiteSection.Period, (_, p) => Vocabulary.Indexes.Select(key => Index(p, key))) with
        {
            HasPicture = true,
        },
        EachPeriod<IndicatorPage>(SiteSection.Period, (_, p) => p.Indicators.Select(i => Indicator(p, i))) with
        {
            HasPicture = true,
        },
        EachPeriod<UnitsPage>(SiteSection.Period, UnitLists) with
        {
            IsSearched = false,
        },
        EachPeriod<ResultPage>(
            SiteSection.Period,
            (_, p) => p.Towns.Select(t => Town(p, t)).Concat(p.Unions.Select(u => Union(p, u)))
        ) with
        {
            HasPicture = true,
        },
        EachPeriod<TownUnionsPage>(
            SiteSection.Period,
            (site, p) => p.Towns.SelectMany(t => TownUnions(site, p, t))
        ) with
        {
            IsSearched = false,
        },
        Kind<HistoryPage>(
            SiteSection.Period,
            site =>
                site.Edition.Histories.Where(h => h.Level != Level.District)
                    .Select(h => new PageEntry(
                        Paths.History(h.Code),
                        $"{h.Name}·历年",
                        $"{h.Name}各期五大指数与沿革。",
                        h
                    ))
        ) with
        {
            IsSearched = false,
        },
        EachPeriod<TasksPage>(
            SiteSection.Tasks,
            (_, p) =>
                p.Tasks is { } t
                    ? new PageEntry(Paths.Tasks(p.Period), $"{p.Period.Title}任务办理", t.Finding, t).Sheets(
                        t.Tasks.Length
                    )
                    : []
        ) with
        {
            HasPicture = true,
            Menu = "任务办理",
            Also = "任务 办任务 八步 督查",
            Column = "任务办理",
        },
        EachPeriod<TaskPage>(SiteSection.Tasks, (_, p) => (p.Tasks?.Tasks ?? []).Select(t => Task(p, t))),
        EachPeriod<GuidancePage>(
            SiteSection.Tasks,
            (_, p) =>
                p.Guidance is { } g ? [new(Paths.Guidance(p.Period), $"{p.Period.Title}指导阶梯", g.Finding, g)] : []
        ) with
        {
            HasPicture = true,
            Also = "提醒 预警 督办 约谈 指导",
            Column = "指导阶梯",
        },
        EachPeriod<NeedsPage>(
            SiteSection.Needs,
            (_, p) => p.Needs is { } n ? [new(Paths.Needs(p.Period), $"{p.Period.Title}职工需求", n.Finding, n)] : []
        ) with
        {
            HasPicture = true,
            Menu = "职工需求",
            Also = "诉求 需求 建议 意见 心愿",
            Column = "职工需求",
        },
        Kind<CommendationsPage>(
            SiteSection.Commendations,
            site =>
                site.Edition.Commendations.IsEmpty
                    ? []
                    : new PageEntry(
                        Paths.Commendations,
                        "表彰",
                        "历年表彰：授予单位、文号与日期齐全者方予刊载。"
                    ).Sheets(site.Edition.Commendations.Length, further: "历年表彰，续前页。")
        ) with
        {
            HasPicture = true,
            Menu = "表彰",
            Also = "荣誉 先进 获奖 劳模 奖状",
            Column = "表彰",
        },
        Kind<CasesPage>(
            SiteSection.Cases,
            site =>
                site.Edition.Cases.IsEmpty
                    ? []
                    : [new(Paths.Cases, "案例", "可学可用的做法：谁做的、怎么做、留下哪些数字。")]
        ) with
        {
            HasPicture = true,
            Menu = "案例",
            Also = "做法 经验 故事 典型",
            Column = "案例",
        },
        Kind<CasePage>(
            SiteSection.Cases,
            site =>
                site.Edition.Cases.Select(c => new PageEntry(Paths.Case(c.Slug), c.Title, c.Summary, c)
                {
                    Styles = StylesOf(c.Body),
                    Scripts = ScriptsOf(c.Body),
                    Crumbs = [new("案例", Paths.Cases)],
                })
        ) with
        {
            HasPicture = true,
        },
        Kind<ProgrammesPage>(
            SiteSection.Programmes,
            site =>
                site.Edition.Programmes.IsEmpty
                    ? []
                    : [new(Paths.Programmes, "专题", "各项专题活动的场次、人次与人数，分期列出。")]
        ) with
        {
            HasPicture = true,
            Menu = "专题",
            Also = "活动 大家访 大讲堂",
            Column = "专题",
        },
        Kind<ProgrammePage>(
            SiteSection.Programmes,
            site =>
                site.Edition.Programmes.Select(g => new PageEntry(Paths.Programme(g.Slug), g.Title, g.Finding, g)
                {
                    Styles = StylesOf(g.About),
                    Scripts = ScriptsOf(g.About),
                    Crumbs = [new("专题", Paths.Programmes)],
                })
        ) with
        {
            HasPicture = true,
        },
        Kind<ReportsPage>(
            SiteSection.Reports,
            _ => [new(Paths.Reports, "报告", "年度报告、镇街报告与工会成绩单，均可下载打印。")]
        ) with
        {
            HasPicture = true,
            Menu = "报告",
            Also = "年报 年度报告 成绩单 镇街报告 pdf",
            Column = "报告",
        },
        Kind<DataPage>(
            SiteSection.Data,
            _ => [new(Paths.Data, "开放数据", "本站全部公开数字的数据文件与字段说明。")]
        ) with
        {
            HasPicture = true,
            Menu = "数据",
            Also = "数据 下载 excel csv json",
            Column = "开放数据",
        },
        Kind<ComparePage>(
            SiteSection.Period,
            _ =>
                [
                    new(Paths.Compare, "比较", "任选单位与期间，并排比较五大指数和各项指标。")
                    {
                        Scripts = ["compare.js"],
                    },
                ]
        ) with
        {
            Also = "对比 比一比",
            Column = "比较",
        },
        Kind<ArchivePage>(
            SiteSection.Period,
            _ => [new(Paths.Archive, "历期总览", "已出版的各期及其页面、报告与数据。")]
        ) with
        {
            Also = "历年 往年 往期 去年",
            Column = "历期总览",
        },
        EachPeriod<MethodologyPage>(
            SiteSection.Data,
            (_, p) =>
                [
                    new(
                        Paths.Methodology(p.Period),
                        $"{p.Period.Title}方法说明",
                        "每一个数字怎样得出：目录、规则、权重、舍入与排名。"
                    ),
                ]
        ) with
        {
            Also = "怎么算 算法 口径 规则",
            Column = "方法说明",
        },
        EachPeriod<DataQualityPage>(
            SiteSection.Data,
            (_, p) =>
                [
                    new(
                        Paths.DataQuality(p.Period),
                        $"{p.Period.Title}数据质量与更正",
                        "缺报、存疑、不适用与更正，一一说明。"
                    ),
                ]
        ) with
        {
            Also = "更正 缺报 勘误",
            Column = "数据质量与更正",
        },
        // For those who make the yearbook, not for its readers: the colophon leads there.
        Kind<DocsPage>(SiteSection.Docs, site => site.Books.Select(Book)) with
        {
            Also = "编印文档 说明书 制度 规程",
            Column = "文档",
        },
        Kind<DocumentPage>(
            SiteSection.Docs,
            site =>
                site.Books.SelectMany(
                    b => b.Pages,
                    (b, d) => Doc(b, d.Path, d.Title, d.Lead, new DocPlace(b, d)) with { Crumbs = Above(b, d) }
                )
        ) with
        {
            IsSearched = false,
        },
        Kind<DocPrintPage>(
            SiteSection.Docs,
            site =>
                site.Books.SelectMany(
                    b => b.Parts,
                    (b, part) =>
                        Doc(
                            b,
                            part.Path,
                            $"{part.Title}（合印）",
                            "几篇排在一页，便于打印。",
                            new DocPrint(b, part)
                        ) with
                        {
                            Listed = false,
                        }
                )
        ) with
        {
            IsSearched = false,
        },
        Kind<DocFindPage>(
            SiteSection.Docs,
            site =>
                site.Books.Select(b =>
                    Doc(b, b.Find, $"{b.Title}检索", $"在{b.Title}里按词语查找。", new DocSearch(b)) with
                    {
                        Scripts = [.. WrittenScripts, "search.js"],
                        Listed = false,
                    }
                )
        ) with
        {
            IsSearched = false,
        },
        Kind<WrittenPageView>(
            SiteSection.None,
            site =>
                site.Edition.Pages.Where(p => p.StandsAlone)
                    .Select(p => new PageEntry(
                        $"{p.Slug}/index.html",
                        p.Title,
                        p.Summary.Length > 0 ? p.Summary : p.Title,
                        p
                    )
                    {
                        Styles = WrittenStyles,
                        Scripts = WrittenScripts,
                    })
        ) with
        {
            HasPicture = true,
        },
        Kind<SearchPage>(
            SiteSection.None,
            _ => [new(Paths.Search, "检索", "按名称、指标编码或任意词语查找。") { Scripts = ["search.js"] }]
        ) with
        {
            IsSearched = false,
        },
        Kind<ElderPage>(
            SiteSection.None,
            _ => [new(Paths.Elder, "长辈模式", "大字、高对比、简洁布局。") { Listed = false }]
        ) with
        {
            Also = "大字 老年 字太小 无障碍",
            Column = "长辈模式",
        },
        Kind<DeparturePage>(SiteSection.None, site => site.Options.Departures.Select(DeparturePage.Entry)) with
        {
            IsSearched = false,
        },
        Kind<NotFoundPage>(
            SiteSection.None,
            _ => [new(Paths.NotFound, "没有找到这一页", "地址可能有误；已发布的页面不会被移走。") { Listed = false }]
        ) with
        {
            IsSearched = false,
        },
    ];

    // What writers may use beyond plain text has its own style and script, which other pages do not load.
    private static ImmutableArray<string> WrittenStyles => ["docs.css"];

    private static ImmutableArray<string> WrittenScripts => ["docs.js"];

    // Most cases are plain text.
    private static ImmutableArray<string> StylesOf(string markdown) =>
        SiteMarkdown.IsPlain(markdown) ? [] : WrittenStyles;

    private static ImmutableArray<string> ScriptsOf(string markdown) =>
        SiteMarkdown.IsPlain(markdown) ? [] : WrittenScripts;

    private static PageEntry Book(DocBook book) =>
        new(
            book.Home,
            book.IsCurrent ? book.Title : $"{book.Title}（{book.VersionTitle}）",
            book.Overview?.Lead ?? (book.Root == DocBook.Docs ? "从导出数据到出版的全部说明。" : book.Title),
            book
        )
        {
            // An older version is found from the current one.
            Column =
                !book.IsCurrent ? ""
                : book.Root == DocBook.Docs ? null
                : book.Title,
            Styles = WrittenStyles,
            Scripts = WrittenScripts,
        };

    private static PageEntry Doc(DocBook book, string path, string title, string description, object subject) =>
        new(path, title, description, subject)
        {
            Crumbs = [new(book.Title, book.Home)],
            Styles = WrittenStyles,
            Scripts = WrittenScripts,
        };

    // The folders that a page stands in, where they have a page.
    private static ImmutableArray<Crumb> Above(DocBook book, DocPage page) =>
        [
            new(book.Title, book.Home),
            .. book
                .Pages.Where(p => page.Slug.StartsWith(p.Slug + "/", StringComparison.Ordinal))
                .Select(p => new Crumb(p.Title, p.Path)),
        ];

    private static PageKind Kind<T>(SiteSection section, Func<SiteModel, IEnumerable<PageEntry>> pages)
        where T : PageBase => new(typeof(T), section, pages);

    // Pages of a period stand below its own.
    private static PageKind EachPeriod<T>(
        SiteSection section,
        Func<SiteModel, PublicPeriod, IEnumerable<PageEntry>> pages
    )
        where T : PageBase =>
        Kind<T>(
            section,
            site =>
                site.Edition.Periods.SelectMany(
                    p => pages(site, p),
                    (p, page) =>
                        page with
                        {
                            Period = p,
                            Crumbs = [new(p.Period.Title, Paths.Of(p.Period)), .. page.Crumbs],
                        }
                )
        );

    private static PageEntry Index(PublicPeriod p, IndexKey key)
    {
        var finding = p.FindingOf(key);
        return new(
            Paths.Index(p.Period, key),
            $"{p.Period.Title}{key.Title()}",
            finding,
            new IndexSubject(key, finding)
        );
    }

    private static PageEntry Indicator(PublicPeriod p, IndicatorView indicator) =>
        new(
            Paths.Indicator(p.Period, indicator.Code),
            $"{indicator.Code} {indicator.Name}（{p.Period.Title}）",
            p.FindingOf(indicator),
            indicator
        )
        {
            Crumbs = [new(indicator.Index.Title(), Paths.Index(p.Period, indicator.Index))],
        };

    private static PageEntry Task(PublicPeriod p, TaskView task) =>
        new(Paths.Task(p.Period, task.Code), $"{task.Name}（{p.Period.Title}任务）", task.Finding, task)
        {
            Crumbs = [new("任务办理", Paths.Tasks(p.Period))],
        };

    private static PageEntry Town(PublicPeriod p, UnionResult town) =>
        new(Paths.Town(p.Period, town.Code), $"{town.Name}（{p.Period.Title}）", town.Finding, town);

    private static PageEntry Union(PublicPeriod p, UnionResult union)
    {
        var town = union.Organisation.Parent is { } parent
            ? p.Towns.FirstOrDefault(t => string.Equals(t.Code, parent, StringComparison.Ordinal))
            : null;
        return new(Paths.Union(p.Period, union.Code), $"{union.Name}（{p.Period.Title}）", union.Finding, union)
        {
            Crumbs = town is null ? [] : [new(town.Organisation.ShortName, Paths.Town(p.Period, town.Code))],
        };
    }

    // The first sheet is the town's own page.
    private static IEnumerable<PageEntry> TownUnions(SiteModel site, PublicPeriod p, UnionResult town) =>
        new PageEntry(
            Paths.Town(p.Period, town.Code),
            $"{town.Name}所属工会（{p.Period.Title}）",
            "本镇街公开的基层工会，续前页。",
            town
        )
            .Sheets(site.UnionsOf(p.Period, town.Code).Length)
            .Skip(1);

    // Where one list cannot show all unions, every index and indicator has a list for each town.
    private static IEnumerable<PageEntry> UnitLists(SiteModel site, PublicPeriod p)
    {
        if (!site.IsLarge(p))
        {
            return [];
        }

        var indexes = Vocabulary.Indexes.SelectMany(key =>
            ByTown(Paths.Index(p.Period, key), key.Title(), key.Title(), key, null)
        );
        var indicators = p.Indicators.SelectMany(i =>
            ByTown(Paths.Indicator(p.Period, i.Code), $"{i.Code} {i.Name}", i.Name, i.Index, i)
        );
        return indexes.Concat(indicators);

        IEnumerable<PageEntry> ByTown(
            string path,
            string title,
            string name,
            IndexKey index,
            IndicatorView? indicator
        ) =>
            site.Parents(p)
                .SelectMany(parent =>
                {
                    var units = site.UnionsOf(p.Period, parent.Code);
                    return new PageEntry(
                        Paths.Units(path, parent.Code),
                        $"{parent.Organisation.ShortName}各工会{name}（{p.Period.Title}）",
                        $"{parent.Name}所属{Numerals.Thousands(units.Length)}家公开基层工会的{name}。",
                        new UnitsSubject(parent, index, indicator, units)
                    )
                    {
                        Crumbs = [new(title, path)],
                    }.Sheets(units.Length);
                });
    }
}
