using System.Text;
using System.Xml;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site;

/// <summary>sitemap.xml, feed.xml and robots.txt（站点地图、订阅、爬虫说明）.</summary>
public static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>
    /// The three files. Sitemap and feed need absolute addresses: without 网址 they use the path from the root of the
    /// host, and robots.txt, where a
    /// relative one is an error, does not name the sitemap.
    /// </summary>
    public static IEnumerable<OutputFile> Files(SiteModel site, IReadOnlyCollection<SitePage> pages)
    {
        var root = site.Settings.BaseUrl.Length > 0 ? site.Settings.BaseUrl.TrimEnd('/') + "/" : site.Options.BasePath;
        yield return new("site/sitemap.xml", OutputKind.Data, () => SitemapOf(site, pages, root));
        yield return new("site/feed.xml", OutputKind.Data, () => FeedOf(site, root));
        yield return new(
            "site/robots.txt",
            OutputKind.Data,
            () =>
                Encoding.UTF8.GetBytes(
                    site.Settings.Demo
                        ? "User-agent: *\nDisallow: /\n"
                        : "User-agent: *\nAllow: /\n"
                            + (site.Settings.BaseUrl.Length > 0 ? $"Sitemap: {root}sitemap.xml\n" : "")
                )
        );
    }

    private static byte[] SitemapOf(SiteModel site, IReadOnlyCollection<SitePage> pages, string root) =>
        Write(xml =>
        {
            xml.WriteStartElement("urlset", Sitemap);
            foreach (var path in pages.Where(p => p.Listed).Select(p => p.Path).Order(StringComparer.Ordinal))
            {
                xml.WriteStartElement("url", Sitemap);
                xml.WriteElementString("loc", Sitemap, Paths.Address(root, path));
                xml.WriteElementString("lastmod", Sitemap, Numerals.TableDate(site.Edition.Date));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });

    private static byte[] FeedOf(SiteModel site, string root) =>
        Write(xml =>
        {
            var settings = site.Settings;
            var entries = site
                .NewestFirst.Select(p =>
                    (On: p.DataDate, Title: $"{p.Period.Title}五大指数", Path: Paths.Of(p.Period), Text: p.Finding)
                )
                .Concat(
                    site.Edition.Cases.Select(c => (On: c.Date, c.Title, Path: Paths.Case(c.Slug), Text: c.Summary))
                )
                .OrderByDescending(e => e.On)
                .ThenBy(e => e.Path, StringComparer.Ordinal)
                .Take(30);
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "zh-CN");
            xml.WriteElementString("title", Atom, settings.Title + (settings.Demo ? "（演示数据）" : ""));
            xml.WriteElementString("id", Atom, Absolute(root));
            xml.WriteElementString("updated", Atom, Stamp(site.Edition.Date));
            Link(xml, "self", root + "feed.xml");
            Link(xml, "alternate", root);
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, settings.Publisher.Length > 0 ? settings.Publisher : settings.Title);
            xml.WriteEndElement();
            foreach (var (on, title, path, text) in entries)
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("title", Atom, title);
                xml.WriteElementString("id", Atom, Absolute(Paths.Address(root, path)));
                xml.WriteElementString("updated", Atom, Stamp(on));
                Link(xml, "alternate", Paths.Address(root, path));
                xml.WriteElementString("summary", Atom, text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });

    // An Atom id is an absolute IRI even where the site does not know its own address.
    private static string Absolute(string address) =>
        address.Contains("://", StringComparison.Ordinal) ? address : "urn:fugongjianjia:" + address;

    private static string Stamp(DateOnly on) => Numerals.TableDate(on) + "T00:00:00+08:00";

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static byte[] Write(Action<XmlWriter> body)
    {
        using var stream = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                stream,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteStartDocument();
            body(xml);
            xml.WriteEndDocument();
        }

        return stream.ToArray();
    }
}
