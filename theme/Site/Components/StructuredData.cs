using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FuGongJianJia.Editions;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Model;
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
            (SiteSection.Cases, CaseStory story) => new JsonObject
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
            (SiteSection.Home, _) => new JsonObject { ["@type"] = "WebSite", ["name"] = settings.Title },
            _ => null,
        };
        if (data is null)
        {
            return default;
        }

        data["@context"] = "https://schema.org";
        data["description"] = page.Description;
        data["inLanguage"] = "zh-CN";
        if (root.Length > 0)
        {
            data["url"] = Paths.Address(root, page.Path);
        }

        return (MarkupString)$"<script type=\"application/ld+json\">{data.ToJsonString(Options)}</script>";
    }

    private static JsonObject Publisher(Settings settings) =>
        new()
        {
            ["@type"] = "Organization",
            ["name"] = settings.Publisher.Length > 0 ? settings.Publisher : settings.Title,
        };
}
