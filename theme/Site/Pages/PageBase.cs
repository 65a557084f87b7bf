using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Pages;

/// <summary>Base of every page: its entry in the plan（页面基类）.</summary>
public abstract class PageBase : ComponentBase
{
    /// <summary>The page's entry in the plan.</summary>
    [Parameter, EditorRequired]
    public SitePage Page { get; set; } = null!;

    /// <summary>The site.</summary>
    protected SiteModel Site => Page.Site;

    /// <summary>The edition.</summary>
    protected Edition Edition => Page.Site.Edition;

    /// <summary>The page's period, else the newest.</summary>
    protected PeriodEdition Current => Page.Current;
}

/// <summary>Base of a page that is about one thing.</summary>
/// <typeparam name="T">What it is about.</typeparam>
public abstract class PageBase<T> : PageBase
    where T : class
{
    /// <summary>What the page is about.</summary>
    protected T Subject => (T)Page.Subject!;
}
