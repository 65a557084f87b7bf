using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// manifest.webmanifest（应用清单）: name and icons for a reader who keeps the site on a home screen. All addresses are
/// relative, for sub-folders.
/// </summary>
public static class WebManifest
{
    /// <summary>
    /// Address, below site/. site.js links it, and only on http: a browser refuses to fetch it from file://.
    /// </summary>
    public const string Path = "manifest.webmanifest";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The file.</summary>
    public static OutputFile Of(SiteModel site) =>
        new(
            "site/" + Path,
            OutputKind.Data,
            () =>
                Encoding.UTF8.GetBytes(
                    new JsonObject
                    {
                        ["name"] = site.Settings.Title,
                        ["description"] = site.Edition.Latest.Finding,
                        ["lang"] = "zh-CN",
                        ["start_url"] = "./index.html",
                        ["scope"] = "./",
                        ["display"] = "minimal-ui",
                        ["background_color"] = site.Settings.Look.Light.Paper,
                        ["theme_color"] = site.Settings.Look.Light.Accent,
                        ["icons"] = new JsonArray(Icon("icon-192.png", "192x192"), Icon("icon-512.png", "512x512")),
                    }.ToJsonString(Options) + "\n"
                )
        );

    // The ground reaches the edges and the mark keeps to the inner 80 %, so one picture serves both purposes.
    private static JsonObject Icon(string name, string sizes) =>
        new()
        {
            ["src"] = SiteAssets.PathOf(name),
            ["sizes"] = sizes,
            ["type"] = "image/png",
            ["purpose"] = "any maskable",
        };
}
