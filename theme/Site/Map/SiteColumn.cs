using System.Collections.Frozen;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A page that search and the directory call by its name（栏目）.</summary>
/// <param name="Name">表彰.</param>
/// <param name="Path">Address below site/.</param>
/// <param name="Finding">What it found; empty where it only lists.</param>
/// <param name="InDirectory">Whether it stands beside the periods: listed, and of no one period.</param>
/// <param name="Also">别名: other words that search takes for it, parted by blanks.</param>
public sealed record SiteColumn(string Name, string Path, string Finding, bool InDirectory, string Also);

/// <summary>An entry of the main navigation（导航项）.</summary>
/// <param name="Section">Part of the site that it stands for.</param>
/// <param name="Text">任务办理.</param>
/// <param name="Newest">Address of its newest page.</param>
/// <param name="ByPeriod">Its addresses by period, where it has a page for each.</param>
public sealed record MenuEntry(
    SiteSection Section,
    string Text,
    string Newest,
    FrozenDictionary<Period, string> ByPeriod
)
{
    /// <summary>The page of that period, else the newest.</summary>
    public string For(Period period) => ByPeriod.GetValueOrDefault(period) ?? Newest;
}
