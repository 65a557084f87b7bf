namespace FuGongJianJia.Theme.Site.Map;

/// <summary>Parts of the site（栏目）: the main navigation shows which one a page belongs to.</summary>
public enum SiteSection
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>首页.</summary>
    Home,

    /// <summary>五大指数.</summary>
    Period,

    /// <summary>任务办理.</summary>
    Tasks,

    /// <summary>职工需求.</summary>
    Needs,

    /// <summary>表彰.</summary>
    Commendations,

    /// <summary>案例.</summary>
    Cases,

    /// <summary>专题.</summary>
    Programmes,

    /// <summary>报告.</summary>
    Reports,

    /// <summary>数据.</summary>
    Data,

    /// <summary>文档.</summary>
    Docs,
}
