using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>The look of the site（网站的样子）as input/theme changes it; what is not said stays as it is built in.</summary>
public sealed record SiteLook
{
    /// <summary>浅色: colours by daylight.</summary>
    public LookColours Light { get; init; } = new("#FBF8F3", "#F4EEE4", "#1E1A16", "#585046", "#D9D1C5", "#A3201D");

    /// <summary>深色: colours by night.</summary>
    public LookColours Dark { get; init; } = new("#15130F", "#1F1C17", "#EDE6DB", "#B3A899", "#3A352D", "#E8857C");

    /// <summary>标题字体: names of fonts that readers may have, in order of choice; empty for the built-in ones.</summary>
    public ImmutableArray<string> HeadingFonts { get; init; } = [];

    /// <summary>正文字体.</summary>
    public ImmutableArray<string> TextFonts { get; init; } = [];

    /// <summary>标题字体 as a file that readers are sent; it goes before the names. Null for none.</summary>
    public LookFont? HeadingFile { get; init; }

    /// <summary>正文字体 as a file.</summary>
    public LookFont? TextFile { get; init; }

    /// <summary>
    /// 标志: path below input/ of the picture that stands in the head of every page; null for the seal.
    /// </summary>
    public string? Logo { get; init; }

    /// <summary>栏目次序: entries of the main navigation that come first, by <see cref="MenuWords"/>.</summary>
    public ImmutableArray<string> Menu { get; init; } = [];

    /// <summary>页脚: lines below every page, in Markdown: text and links.</summary>
    public ImmutableArray<string> Footer { get; init; } = [];

    /// <summary>样式: the office's own style sheet, looked at; empty for none.</summary>
    public string Style { get; init; } = "";

    /// <summary>
    /// What the main navigation may hold, in its built-in order; a test compares them with the pages.
    /// </summary>
    public static ImmutableArray<string> MenuWords { get; } =
    ["总览", "五大指数", "任务办理", "职工需求", "表彰", "案例", "专题", "报告", "数据"];
}

/// <summary>Colours of the site（颜色）, each #RRGGBB.</summary>
/// <param name="Paper">底色.</param>
/// <param name="Panel">衬底: ground of what is set off, such as code.</param>
/// <param name="Ink">文字.</param>
/// <param name="Second">次要文字.</param>
/// <param name="Line">线.</param>
/// <param name="Accent">强调: the publication's mark and the subject of a page.</param>
public sealed record LookColours(string Paper, string Panel, string Ink, string Second, string Line, string Accent);
