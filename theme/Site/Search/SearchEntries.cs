using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>One thing that can be found（检索条目）.</summary>
/// <param name="Url">Address below site/, with an anchor where there is one.</param>
/// <param name="Kind">What it is, as shown: 基层工会 · 东溪镇.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text that is searched and shown in part.</param>
/// <param name="Alias">Searched, never shown: pinyin initials, code.</param>
/// <param name="Rank">0–9, which kind comes first among equals.</param>
public sealed record SearchEntry(string Url, string Kind, string Title, string Text, string Alias, int Rank);

/// <summary>What the index holds（检索范围）: each thing once, at its newest page, and never what only internal documents may show.</summary>
public static class SearchEntries
{
    /// <summary>All of them, in an order that no thread or dictionary can change.</summary>
    public static IEnumerable<SearchEntry> Of(SiteModel site)
    {
        var edition = site.Edition;
        var latest = edition.Latest;
        foreach (var p in site.NewestFirst)
        {
            yield return new(Paths.Of(p.Period), "期间", $"{p.Period.Title}五大指数", string.Join("", p.Summary.Prepend(p.Finding)), p.Period.ToString(), 5);
        }

        foreach (var (key, i) in Vocabulary.Indexes.Select((k, i) => (k, i)))
        {
            var names = string.Join("、", latest.Indicators.Where(x => x.Index == key).Select(x => x.Name));
            yield return new(Paths.Index(latest.Period, key), "指数", key.Title(), names, Initials.Of(key.Title()), 9);
        }

        foreach (var i in latest.Indicators)
        {
            var first = i.Variants[0];
            yield return new(Paths.Indicator(latest.Period, i.Code), $"指标 · {i.Index.Title()}", $"{i.Code} {i.Name}", Join(first.Definition, first.Source),
                Initials.Of(i.Name) + " " + i.Name, 8);
        }

        foreach (var h in edition.Histories.Where(h => h.Level != Level.District))
        {
            yield return Unit(site, h);
        }

        foreach (var c in edition.Cases)
        {
            yield return new(Paths.Case(c.Slug), $"案例 · {c.Kind}", c.Title,
                Join(c.Summary, SiteMarkdown.Plain(c.Body), site.OrganisationName(c.Organisation), c.Source, string.Join("，", c.Figures.Select(f => f.Label + Figures.Of(f)))),
                Initials.Of(c.Title), 6);
        }

        foreach (var v in edition.Commendations)
        {
            var c = v.Commendation;
            yield return new($"{Paths.Commendations}#{c.Code}", $"表彰 · {c.GrantedOn.Year}年", $"{c.Recipient}：{c.Honour}", Join(v.OrganisationName, c.Grantor, c.Document ?? ""), "", 4);
        }

        foreach (var g in edition.Programmes)
        {
            yield return new(Paths.Programme(g.Slug), "专题", g.Title,
                Join(g.Finding, string.Join("，", g.Activities.Select(a => $"{a.Activity.Name}（{a.OrganiserName}）").Distinct(StringComparer.Ordinal))), Initials.Of(g.Title), 7);
        }

        foreach (var p in site.NewestFirst.Where(p => p.Tasks is not null))
        {
            foreach (var t in p.Tasks!.Tasks)
            {
                yield return new(Paths.Tasks(p.Period), $"任务 · {p.Period.Title}", $"{t.Code} {t.Name}", t.IssuerName, "", 2);
            }
        }

        foreach (var d in site.Docs)
        {
            yield return new(Paths.Doc(d.Slug), "文档", d.Title, SiteMarkdown.Plain(d.Body), Initials.Of(d.Title), 3);
        }

        foreach (var (path, title) in new[]
        {
            (Paths.Commendations, "表彰"), (Paths.Cases, "案例"), (Paths.Programmes, "专题"), (Paths.Reports, "报告"), (Paths.Data, "开放数据"),
            (Paths.Compare, "比较"), (Paths.Archive, "历期总览"), (Paths.Methodology(latest.Period), "方法说明"), (Paths.DataQuality(latest.Period), "数据质量与更正"),
        })
        {
            yield return new(path, "栏目", title, "", Initials.Of(title), 7);
        }
    }

    private static SearchEntry Unit(SiteModel site, UnionHistory h)
    {
        var newest = site.NewestFirst.Select(p => (p.Period, Unit: p.Find(h.Code))).FirstOrDefault(p => p.Unit is not null);
        var path = newest.Unit is { } unit ? site.PathOf(newest.Period, unit)! : Paths.History(h.Code);
        var kind = h.Level == Level.Town ? "镇街" : newest.Unit is { ParentName.Length: > 0 } u ? $"基层工会 · {u.ParentName}" : "基层工会";
        var text = newest.Unit is { } n ? Join(n.ParentName, n.Organisation.Category.Word(), n.Organisation.Kind.Word(), $"组织编码{h.Code}") : $"组织编码{h.Code}";
        return new(path, kind, h.Name, text, Initials.Of(h.Name), h.Level == Level.Town ? 8 : 5);
    }

    private static string Join(params string[] parts) => string.Join("。", parts.Where(p => p.Length > 0)).Replace("。。", "。", StringComparison.Ordinal);
}
