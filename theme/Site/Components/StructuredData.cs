using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>JSON-LD of a page（结构化数据）: a data block, which no content security policy stops.</summary>
public static class StructuredData
{
    // < stays escaped, so that no text can end the script element.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The block, or nothing where a page has none to say.</summary>
    public static MarkupString Of(SitePage page, string root)
    {
        var settings = page.Site.Settings;
        JsonObject? data = (page.Section, page.Subject) switch
        {
            (SiteSection.Data, null) when page.Period is null => new JsonObject
            {
                ["@type"] = "Dataset",
                ["name"] = settings.Title + page.Title,
                ["license"] = settings.DataLicence.Length > 0 ? settings.DataLicence : null,
                ["creator"] = Publisher(settings),
            },
            (SiteSection.Cases, CaseView story) => new JsonObject
            {
                ["@type"] = "Article",
                ["headline"] = story.Title,
                ["datePublished"] = Numerals.TableDate(story.Date),
            },
            (SiteSection.Period, null) when page.Period is { } p => new JsonObject
            {
                ["@type"] = "Report",
                ["name"] = page.Title,
                ["datePublished"] = Numerals.TableDate(p.DataDate),
                ["publisher"] = Publisher(settings),
            },
            (SiteSection.Docs, DocPlace place) => new JsonObject
            {
                ["@type"] = "TechArticle",
                ["headline"] = place.Page.Title,
                ["isPartOf"] = new JsonObject { ["@type"] = "CreativeWork", ["name"] = place.Book.Title },
                ["publisher"] = Publisher(settings),
            },
            (SiteSection.Home, _) => new JsonObject { ["@type"] = "WebSite", ["name"] = settings.Title },
            _ => null,
        };
        var steps = Steps(page, root);
        if (data is null)
        {
            return Block(steps);
        }

        data["@context"] = "https://schema.org";
        data["description"] = page.Description;
        data["inLanguage"] = "zh-CN";
        if (root.Length > 0)
        {
            data["url"] = Paths.Address(root, page.Path);
        }

        return (MarkupString)(Block(data).Value + Block(steps).Value);
    }

    private static MarkupString Block(JsonObject? data) =>
        data is null
            ? default
            : (MarkupString)$"<script type=\"application/ld+json\">{data.ToJsonString(Options)}</script>";

    // 面包屑: the way to the page, which search engines show in place of its address; they want whole addresses.
    private static JsonObject? Steps(SitePage page, string root) =>
        root.Length == 0 || page.Crumbs.IsEmpty
            ? null
            : new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "BreadcrumbList",
                ["itemListElement"] = new JsonArray([
                    .. page
                        .Crumbs.Prepend(new("首页", Paths.Home))
                        .Append(new(page.Title, page.Path))
                        .Select(
                            (crumb, n) =>
                                (JsonNode)
                                    new JsonObject
                                    {
                                        ["@type"] = "ListItem",
                                        ["position"] = n + 1,
                                        ["name"] = crumb.Text,
                                        ["item"] = Paths.Address(root, crumb.Path),
                                    }
                        ),
                ]),
            };

    private static JsonObject Publisher(Settings settings) =>
        new()
        {
            ["@type"] = "Organization",
            ["name"] = settings.Publisher.Length > 0 ? settings.Publisher : settings.Title,
        };
}
