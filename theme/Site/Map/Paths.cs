using System.Globalization;
using FuGongJianJia.Model;
using FuGongJianJia.Pictures;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>Addresses of the site（网址）, below site/, always to a file so that file:// works.</summary>
public static class Paths
{
    public const string Home = "index.html";
    public const string Commendations = "commendations/index.html";
    public const string Cases = "cases/index.html";
    public const string Programmes = "programmes/index.html";
    public const string Reports = "reports/index.html";
    public const string Compare = "compare/index.html";
    public const string Search = "search/index.html";
    public const string Data = "data/index.html";
    public const string Docs = "docs/index.html";
    public const string Handbook = "handbook/index.html";
    public const string Elder = "elder/index.html";
    public const string Archive = "archive/index.html";
    public const string NotFound = "404.html";

    /// <summary>Folder of style sheets, scripts and icons.</summary>
    public const string Assets = "assets/";

    /// <summary>Folder of the pictures of input/.</summary>
    public const string Images = "images/";

    /// <summary>Folder of the pictures of pages, for sharing.</summary>
    public const string Share = "share/";

    public static string Of(Period period) => $"{period}/index.html";

    public static string Index(Period period, IndexKey key) => $"{period}/indexes/{key.Slug()}/index.html";

    public static string Indicator(Period period, string code) => $"{period}/indicators/{code}/index.html";

    public static string Town(Period period, string code) => $"{period}/towns/{code}/index.html";

    public static string Union(Period period, string code) => $"{period}/unions/{code}/index.html";

    public static string Unions(Period period) => $"{period}/unions/index.html";

    public static string History(string code) => $"unions/{code}/index.html";

    public static string Tasks(Period period) => $"{period}/tasks/index.html";

    public static string Task(Period period, string code) => $"{period}/tasks/{code}/index.html";

    public static string Guidance(Period period) => $"{period}/guidance/index.html";

    public static string Needs(Period period) => $"{period}/needs/index.html";

    public static string Case(string slug) => $"cases/{slug}/index.html";

    public static string Programme(string slug) => $"programmes/{slug}/index.html";

    public static string Methodology(Period period) => $"methodology/{period}/index.html";

    public static string DataQuality(Period period) => $"data-quality/{period}/index.html";

    public static string Doc(string slug) => $"docs/{slug}/index.html";

    public static string AnnualReport(Period period) => $"reports/{period}/annual.pdf";

    public static string TownReport(Period period, string code) => $"reports/{period}/towns/{code}.pdf";

    public static string PublicBrief(Period period, string subject) => $"reports/{period}/briefs/{subject}.pdf";

    /// <summary>The Word file beside a report's PDF.</summary>
    public static string Word(string report) => System.IO.Path.ChangeExtension(report, ".docx");

    /// <summary>The OFD beside a report's PDF.</summary>
    public static string Ofd(string report) => System.IO.Path.ChangeExtension(report, ".ofd");

    public static string UnionSheet(Period period, string code) => $"reports/{period}/unions/{code}.pdf";

    /// <summary>A period's open data in one workbook.</summary>
    public static string Workbook(Period period) => $"data/{period}.xlsx";

    public static string OpenData(Period period, string file) => $"data/{period}/{file}";

    /// <summary>Where a file of a picture is published: names of people's files tell too much.</summary>
    public static string Image(Picture picture, PictureFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{Images}{picture.Id}-{file.Width}{file.Extension}");

    /// <summary>
    /// The picture that stands beside a shared link to a page: share/2024/towns/SL01.png, share/index.png.
    /// </summary>
    public static string Picture(string page) =>
        Share + System.IO.Path.ChangeExtension(page.Replace("/index.html", ".html", StringComparison.Ordinal), ".png");

    /// <summary>A script of what the compare page loads.</summary>
    public static string CompareData(string name) => $"compare/{name}.js";

    /// <summary>
    /// A sheet of a page whose list is long（分页）: the first is the page itself, then page-2, page-3 … below it.
    /// </summary>
    public static string Sheet(string path, int sheet) =>
        sheet == 0 ? path : $"{path[..^"index.html".Length]}{ReservedCodes.Sheet(sheet + 1)}/index.html";

    /// <summary>The unions of a town with their figures of one index or indicator; the page of that is given.</summary>
    public static string Units(string path, string parent) =>
        $"{path[..^"index.html".Length]}towns/{parent}/index.html";

    /// <summary>The address people see: without index.html.</summary>
    /// <param name="root">Address of the site, with a slash at its end.</param>
    /// <param name="path">Address below site/.</param>
    public static string Address(string root, string path) =>
        root + (path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path);

    /// <summary>The way from a page up to the root: "", "../", "../../" ….</summary>
    public static string Up(string path)
    {
        var depth = path.AsSpan().Count('/');
        return depth switch
        {
            0 => "",
            1 => "../",
            2 => "../../",
            3 => "../../../",
            4 => "../../../../",
            5 => "../../../../../",
            _ => string.Concat(Enumerable.Repeat("../", depth)),
        };
    }
}
