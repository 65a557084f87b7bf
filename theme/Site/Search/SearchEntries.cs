using System.Text.RegularExpressions;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Writing;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// What the index holds（检索范围）: each thing once, at its newest page, and never what only internal documents may show.
/// </summary>
public static partial class SearchEntries
{
    /// <summary>Kind of the entries that answer a question; search.js knows it.</summary>
    internal const string AnswerKind = "常见问题";

    // As many as a programme's page lists.
    private const int MostActivities = 500;

    // A longer text becomes several entries that lead to the same page: a query reads whole entries.
    private const int LongestText = 800;

    /// <summary>
    /// All of them, in an order that no thread or dictionary can change: where nothing else tells, a query reads the
    /// first ones first.
    /// </summary>
    public static IEnumerable<SearchEntry> Of(SiteModel site)
    {
        IEnumerable<SearchEntry> all =
        [
            .. Answers(site),
            .. Indicators(site),
            .. Columns(site),
            .. Reports(site),
            .. site.Edition.Histories.Where(h => h.Level != Level.District).Select(h => Unit(site, h)),
            .. Stories(site),
            .. Method(site),
            .. Writings(site),
            .. Registers(site),
        ];
        return all.SelectMany(Parts);
    }

    /// <summary>
    /// Cuts an entry whose text is long, after a mark where there is one; only the first part goes by the name.
    /// </summary>
    internal static IEnumerable<SearchEntry> Parts(SearchEntry entry)
    {
        for (var from = 0; from == 0 || from < entry.Text.Length; )
        {
            var end = Math.Min(entry.Text.Length, from + LongestText);
            var mark =
                end < entry.Text.Length
                    ? entry.Text.LastIndexOfAny(['。', '；', '，', '、', ' '], end - 1, LongestText / 2)
                    : -1;
            end = mark < 0 ? end : mark + 1;
            var part = entry with { Text = entry.Text[from..end] };
            yield return from == 0 ? part : part with { Name = "", Code = "", Also = "" };
            from = Math.Max(end, 1);
        }
    }

    private static IEnumerable<SearchEntry> Columns(SiteModel site)
    {
        // The summaries of all periods say the same of other figures: of earlier ones the finding is enough.
        var latest = site.Edition.Latest;
        foreach (var p in site.NewestFirst)
        {
            yield return new(
                Paths.Of(p.Period),
                "期间",
                $"{p.Period.Title}五大指数",
                p == latest ? string.Join("", p.Summary.Prepend(p.Finding)) : p.Finding,
                5
            )
            {
                Code = p.Period.Kind == PeriodKind.Year ? p.Period.ToString() : "",
            };
        }

        foreach (var column in site.Columns)
        {
            yield return new(column.Path, "栏目", column.Name, column.Finding, 7, ByInitials: true)
            {
                Also = column.Also,
            };
        }
    }

    private static IEnumerable<SearchEntry> Answers(SiteModel site) =>
        site.Answers.Select(a => new SearchEntry(a.Path, AnswerKind, a.Question, a.Text, 9, ByInitials: true)
        {
            Also = string.Join(' ', a.Also),
        });

    // The sheets of the unions are found on their pages.
    private static IEnumerable<SearchEntry> Reports(SiteModel site)
    {
        foreach (var p in site.NewestFirst.Where(p => site.Has(Paths.AnnualReport(p.Period))))
        {
            var title = p.Period.ReportTitle;
            yield return new(Paths.AnnualReport(p.Period), "报告 · PDF", title, "", 6, ByInitials: true)
            {
                Also = "年报 年度报告",
            };
        }

        var latest = site.Edition.Latest;
        foreach (var town in latest.Towns.Where(t => site.Has(Paths.TownReport(latest.Period, t.Code))))
        {
            var title = $"{town.Name}{latest.Period.Title}报告";
            yield return new(Paths.TownReport(latest.Period, town.Code), "报告 · PDF", title, "", 3);
        }
    }

    private static IEnumerable<SearchEntry> Method(SiteModel site)
    {
        var latest = site.Edition.Latest;
        foreach (var section in Methodology.Of(latest, site.Edition.Settings).Sections)
        {
            var rows = section.Table?.Rows.Select(r => string.Join(' ', r)) ?? [];
            yield return new(
                $"{Paths.Methodology(latest.Period)}#{section.Slug}",
                "方法说明",
                section.Title,
                string.Join(' ', section.Paragraphs.Concat(rows)),
                4
            );
        }
    }

    private static IEnumerable<SearchEntry> Indicators(SiteModel site)
    {
        var latest = site.Edition.Latest;
        foreach (var key in Vocabulary.Indexes)
        {
            var names = string.Join("、", latest.Indicators.Where(x => x.Index == key).Select(x => x.Name));
            yield return new(Paths.Index(latest.Period, key), "指数", key.Title(), names, 9, ByInitials: true);
        }

        foreach (var i in latest.Indicators)
        {
            var first = i.Variants[0];
            yield return new(
                Paths.Indicator(latest.Period, i.Code),
                $"指标 · {i.Index.Title()}",
                $"{i.Code} {i.Name}",
                Join(first.Definition, first.Source),
                8,
                ByInitials: true
            )
            {
                Code = i.Code,
            };
        }
    }

    private static SearchEntry Unit(SiteModel site, UnionHistory h)
    {
        var newest = site
            .NewestFirst.Select(p => (p.Period, Unit: p.Find(h.Code)))
            .FirstOrDefault(p => p.Unit is not null);
        // Of who stands no more the history tells most.
        var path =
            newest.Unit is { } unit && h.Standing.Counts ? site.PathOf(newest.Period, unit)! : Paths.History(h.Code);
        var kind =
            h.Level == Level.Town ? "镇街"
            : newest.Unit is { ParentName.Length: > 0 } u ? $"基层工会 · {u.ParentName}"
            : "基层工会";
        var fate = h.Standing is UnitStanding.Ended ended ? $"{ended.Fate}。{ended.LastText}" : "";
        var text = newest.Unit is { } n
            ? Join(fate, n.Organisation.Category.Word(), n.Organisation.Kind.Word(), $"组织编码{h.Code}")
            : Join(fate, $"组织编码{h.Code}");
        return new(path, kind, h.Name, text, h.Level == Level.Town ? 8 : 5, ByInitials: true) { Code = h.Code };
    }

    private static IEnumerable<SearchEntry> Registers(SiteModel site)
    {
        var edition = site.Edition;
        foreach (var (c, n) in edition.Commendations.Select((c, n) => (c, n)))
        {
            yield return new(
                $"{Paths.Sheet(Paths.Commendations, n / PageEntry.RowsPerSheet)}#{c.Code}",
                $"表彰 · {c.GrantedOn.Year}年",
                $"{c.Recipient}：{c.Honour}",
                Join(c.OrganisationName, c.Grantor, c.Document ?? ""),
                4
            )
            {
                IsLine = true,
            };
        }

        // A task stands in every period of its year; it is found where most is told of it.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var p in site.NewestFirst)
        {
            foreach (var t in (p.Tasks?.Tasks ?? []).Where(t => seen.Add(t.Code)))
            {
                yield return new(
                    Paths.Task(p.Period, t.Code),
                    $"任务 · {p.Period.Title}",
                    $"{t.Code} {t.Name}",
                    t.IssuerName,
                    2
                )
                {
                    Name = t.Name,
                    Code = t.Code,
                    IsLine = true,
                };
            }
        }
    }

    private static IEnumerable<SearchEntry> Stories(SiteModel site)
    {
        foreach (var c in site.Edition.Cases)
        {
            yield return new(
                Paths.Case(c.Slug),
                $"案例 · {c.Kind}",
                c.Title,
                Join(
                    c.Summary,
                    ArticleMarkdown.Plain(c.Body),
                    site.OrganisationName(c.Organisation),
                    c.Source,
                    string.Join("，", c.Figures.Select(f => f.Label + f.Text))
                ),
                6,
                ByInitials: true
            );
        }

        foreach (var g in site.Edition.Programmes)
        {
            yield return new(
                Paths.Programme(g.Slug),
                "专题",
                g.Title,
                Join(
                    g.Finding,
                    string.Join(
                        "，",
                        g.Activities.Take(MostActivities)
                            .Select(a => $"{a.Name}（{a.OrganiserName}）")
                            .Distinct(StringComparer.Ordinal)
                    )
                ),
                7,
                ByInitials: true
            );
        }
    }

    // The manual of the tool is not what readers of a federation look for; its own page lists it.
    private static IEnumerable<SearchEntry> Writings(SiteModel site)
    {
        foreach (var book in site.Books.Where(b => b is { IsCurrent: true, Root: DocBook.Handbook }))
        {
            foreach (var entry in book.Pages.SelectMany(p => Passages(p.Path, book.Title, p.Title, p.Body)))
            {
                yield return entry;
            }
        }

        foreach (var w in site.Edition.Pages.Where(p => p.StandsAlone))
        {
            foreach (var entry in Passages($"{w.Slug}/index.html", "本站", w.Title, w.Body))
            {
                yield return entry;
            }
        }
    }

    // A written page is found by its passages: the reader lands where the words stand, and a query loads no whole
    // manual.
    private static IEnumerable<SearchEntry> Passages(string path, string kind, string title, string body)
    {
        foreach (var (heading, text) in SiteMarkdown.Passages(body))
        {
            yield return heading is null
                ? new(path, kind, title, text, 3, ByInitials: true)
                : new($"{path}#{heading.Id}", kind, $"{title} · {heading.Text}", text, 3) { Name = heading.Text };
        }
    }

    /// <summary>What the own search of a book holds: its pages by their passages; a diagnostic by its code.</summary>
    public static IEnumerable<SearchEntry> OfBook(DocBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book
            .Pages.SelectMany(p => Passages(p.Path, p.Kind?.Word() ?? book.Title, p.Title, p.Body))
            .Select(e => Codes().IsMatch(e.Name) ? e with { Code = e.Name, Rank = 5 } : e)
            .SelectMany(Parts);
    }

    [GeneratedRegex("^FG[0-9]{4}$")]
    private static partial Regex Codes();

    private static string Join(params string[] parts) =>
        string.Join("。", parts.Where(p => p.Length > 0)).Replace("。。", "。", StringComparison.Ordinal);
}
