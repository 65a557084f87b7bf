using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Office;

/// <summary>
/// The site's style and script, to stand inside a page of the office（内联样式与脚本）, with a policy that lets these
/// two run and nothing else.
/// </summary>
internal static class OfficeAssets
{
    /// <summary>Both style sheets.</summary>
    public static string Style { get; } = Text("theme.css") + Text("site.css");

    /// <summary>The script of tables.</summary>
    public static string Script { get; } = Text("site.js");

    /// <summary>Content Security Policy of a page that holds them.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Digest(Style)}'; script-src '{Digest(Script)}'; img-src data:; "
        + "base-uri 'none'";

    private static string Text(string name) => Encoding.UTF8.GetString(SiteAssets.All[name].Bytes.Span);

    private static string Digest(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
