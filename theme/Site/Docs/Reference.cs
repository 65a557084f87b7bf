namespace FuGongJianJia.Theme.Site.Docs;

/// <summary>Pages of the documentation that are derived from registries（派生文档）, so that they cannot be out of date.</summary>
public static class Reference
{
    /// <summary>All of them.</summary>
    public static IEnumerable<DerivedDocument> All(SiteModel site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return [];
    }
}
