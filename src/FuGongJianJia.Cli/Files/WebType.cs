using Microsoft.AspNetCore.StaticFiles;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Media type of a file of the site（媒体类型）, as the preview, storage and the recipes for hosts all say it.
/// </summary>
internal static class WebType
{
    /// <summary>The preview's.</summary>
    public const string Html = "text/html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The type without parameters.</summary>
    public static string Of(string path) =>
        Path.GetFileName(path) == "feed.xml" ? "application/atom+xml"
        : path.EndsWith(".ofd", StringComparison.Ordinal) ? "application/ofd"
        : Types.TryGetContentType(path, out var known) ? known
        : "application/octet-stream";

    /// <summary>With its encoding, where it is text: all of the site is UTF-8.</summary>
    public static string WithCharset(string type) =>
        type is Html or "text/css" or "text/csv" or "text/javascript" or "text/plain"
        || type.EndsWith("xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal)
            ? type + "; charset=utf-8"
            : type;
}
