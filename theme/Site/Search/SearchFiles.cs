namespace FuGongJianJia.Theme.Site.Search;

/// <summary>Files of the search index（检索索引）.</summary>
public static class SearchFiles
{
    /// <summary>Index and shards.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site, IReadOnlyCollection<SitePage> pages)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(pages);
        return [];
    }
}
