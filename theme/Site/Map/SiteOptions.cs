using System.Collections.Immutable;
using FuGongJianJia.Archive;
using FuGongJianJia.Pictures;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>What the site must be told besides the edition（站点生成选项）.</summary>
public sealed record SiteOptions
{
    /// <summary>
    /// 子目录: where the site will be hosted, with both slashes (/ or /nianjian/). Only 404.html and robots.txt need it:
    /// everything else links relatively.
    /// </summary>
    public string BasePath { get; init; } = "/";

    /// <summary>
    /// 公开 PDF: path below site/ (reports/2024/annual.pdf) → bytes, or null when the size is not known. Empty without
    /// PDFs: then nothing links to one.
    /// </summary>
    public ImmutableSortedDictionary<string, long?> Reports { get; init; } =
        ImmutableSortedDictionary.Create<string, long?>(StringComparer.Ordinal);

    /// <summary>开放数据: path below site/ (data/2024/scores.csv) → bytes, or null when the size is not known.</summary>
    public ImmutableSortedDictionary<string, long?> OpenData { get; init; } =
        ImmutableSortedDictionary.Create<string, long?>(StringComparer.Ordinal);

    /// <summary>校验值: SHA-256 of the open data, by path below site/; empty when not known.</summary>
    public ImmutableSortedDictionary<string, string> Digests { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// 图片: by path below input/, of written pages, and of cases where publication was agreed to. All of them are
    /// published.
    /// </summary>
    public ImmutableSortedDictionary<string, Picture> Images { get; init; } =
        ImmutableSortedDictionary.Create<string, Picture>(StringComparer.Ordinal);

    /// <summary>字体: faces of the pictures for sharing; null where none is made this time.</summary>
    public FontSet? Faces { get; init; }

    /// <summary>分享图 of the last build that stand where none is made: paths below site/.</summary>
    public ImmutableHashSet<string> KeptPictures { get; init; } =
        ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>失效的地址: pages that were published and are no more; each leaves a page that leads on.</summary>
    public ImmutableArray<Departure> Departures { get; init; } = [];
}
