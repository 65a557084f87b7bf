namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A kind of page（页类）: one .razor, its pages, and how one comes to them.</summary>
/// <param name="Component">The .razor.</param>
/// <param name="Section">Part of the site that its pages belong to.</param>
/// <param name="Pages">Its pages, in no particular order but the newest period's last.</param>
public sealed record PageKind(Type Component, SiteSection Section, Func<SiteModel, IEnumerable<PageEntry>> Pages)
{
    /// <summary>What the main navigation calls it; null where it is none of its entries.</summary>
    public string? Menu { get; init; }

    /// <summary>
    /// What search and the directory of the site call it（栏目）: the page of the newest period, or the only one. Null
    /// where its pages are found by what they are about.
    /// </summary>
    public string? Column { get; init; }

    /// <summary>别名: other words that search takes for the column, parted by blanks.</summary>
    public string Also { get; init; } = "";

    /// <summary>
    /// True where a page has a picture of its own for sharing（分享图）; others have that of a page above.
    /// </summary>
    public bool HasPicture { get; init; }

    /// <summary>
    /// False where search does not lead to it: to itself, to a list that goes on, to a wrong address.
    /// </summary>
    public bool IsSearched { get; init; } = true;
}
