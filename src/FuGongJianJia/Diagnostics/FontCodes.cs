namespace FuGongJianJia.Diagnostics;

/// <summary>Fonts and typesetting（字体与排版）: FG08##.</summary>
public static class FontCodes
{
    public static readonly DiagnosticCode NoFont = new(
        "FG0801",
        Severity.Error,
        "某个字体角色没有可用的字体",
        "PDF 需要小标宋、宋、仿宋、黑、楷五种中文字体，一种也没有时无法排版。",
        "安装中文字体，或把字体文件放进 theme/fonts/；只要网站时可用 --no-pdf。"
    );

    public static readonly DiagnosticCode Substituted = new(
        "FG0802",
        Severity.Note,
        "以另一种字体代替",
        "没有找到这个角色应有的字体，用相近的代替，版面会与公文习惯略有出入。",
        "有授权的字体时，在 site.yml 的“字体”里写明，或放进 theme/fonts/。用 --strict 时不允许代替。"
    );

    public static readonly DiagnosticCode NotFound = new(
        "FG0803",
        Severity.Warning,
        "设置里指定的字体用不了",
        "site.yml 的“字体”指定的文件或字体名没有找到，或者该字体不允许嵌入。",
        "改正名字或路径；运行 fugong fonts 查看实际用了哪些字体。"
    );

    public static readonly DiagnosticCode MissingGlyph = new(
        "FG0804",
        Severity.Warning,
        "字体里没有这个字",
        "所有可用的字体都没有这个字，PDF 里会显示为方框。",
        "安装收字更多的字体（如思源宋体），或者核对这个字是否写错。"
    );

    public static readonly DiagnosticCode LayoutRefused = new(
        "FG0805",
        Severity.Warning,
        "内容排不下",
        "某处内容超出了版面，已尽量排入，可能不够美观。",
        "缩短过长的名称或文字。"
    );
}
