using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Cli.Sharding;

/// <summary>
/// Which share makes a file（归份）, by its address alone: neither the order of a plan nor what else there is moves it.
/// </summary>
internal static class Assignment
{
    private const string Site = "site/";
    private const string Reports = "site/reports/";
    private const string Pictures = Site + Paths.Share;
    private const string Page = "/index.html";

    /// <summary>True when the share makes the file.</summary>
    public static bool Falls(OutputFile file, Shard shard) =>
        IsShared(file) && NumberOf(file.Path, shard.Count) == shard.Number;

    /// <summary>
    /// True for pages, their pictures for sharing, and papers, which is nearly all the work. Everything else is made by
    /// who joins the shares: open data, search and what else lists the whole site, and the pages that name the papers
    /// of all.
    /// </summary>
    public static bool IsShared(OutputFile file) =>
        file.Kind switch
        {
            OutputKind.Pdf or OutputKind.Ofd or OutputKind.Word or OutputKind.Workbook => true,
            // Home, a period, data: those at the top say how large the papers of all are, and so do lists of papers.
            OutputKind.Page => file.Path.AsSpan().Count('/') > 2
                && !file.Path.StartsWith(Reports, StringComparison.Ordinal),
            OutputKind.Asset => file.Path.StartsWith(Pictures, StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>The share that an address falls to, from 1.</summary>
    public static int NumberOf(string path, int count) =>
        (int)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf(path)))) % (ulong)count)
        + 1;

    // A unit's page says how large its paper is, so both have one key: 2024/unions/SL01A01 stands for
    // site/2024/unions/SL01A01/index.html and for site/reports/2024/unions/SL01A01.pdf.
    private static string KeyOf(string path)
    {
        var key =
            path.StartsWith(Reports, StringComparison.Ordinal) ? path[Reports.Length..]
            : path.StartsWith(Site, StringComparison.Ordinal) ? path[Site.Length..]
            : path;
        return key.EndsWith(Page, StringComparison.Ordinal) ? key[..^Page.Length] : Path.ChangeExtension(key, null)!;
    }
}
