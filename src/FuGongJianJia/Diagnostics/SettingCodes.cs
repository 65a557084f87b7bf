namespace FuGongJianJia.Diagnostics;

/// <summary>Settings（站点设置）: FG06##.</summary>
public static class SettingCodes
{
    public static readonly DiagnosticCode Syntax = new(
        "FG0601",
        Severity.Error,
        "设置文件的格式不对",
        "site.yml 按 YAML 书写：一行一项，冒号后面空一格，用空格缩进。",
        "改正所说的一行。"
    );

    public static readonly DiagnosticCode UnknownSetting = new(
        "FG0602",
        Severity.Error,
        "不认识的设置",
        "设置的名字写错时不会起作用，所以不放过。",
        "改成提示的名字，或者删掉。"
    );

    public static readonly DiagnosticCode BadSetting = new(
        "FG0603",
        Severity.Error,
        "设置的值不对",
        "每项设置有固定的写法和范围。",
        "对照设置说明改正。"
    );

    public static readonly DiagnosticCode Duplicate = new(
        "FG0604",
        Severity.Error,
        "同一项写了两次",
        "无法判断以哪一处为准。",
        "只留一处。"
    );

    public static readonly DiagnosticCode NoSettings = new(
        "FG0605",
        Severity.Note,
        "没有 input/site.yml",
        "全部按默认设置。",
        "需要标题、主办单位等内容时，建立这个文件。"
    );

    public static readonly DiagnosticCode Anchors = new(
        "FG0606",
        Severity.Error,
        "不支持 YAML 的锚点和标签",
        "设置和案例用不着 &、*、! 这些写法。",
        "直接写出内容。"
    );

    public static readonly DiagnosticCode WithheldScores = new(
        "FG0607",
        Severity.Warning,
        "不公布的得分照常计入指数",
        "懂得方法的人用指数减去公布的各项，能算出不公布的那一项。演示数据不提醒。",
        "把 小数保护计分、不公开计分 改为 否（默认）。"
    );

    public static readonly DiagnosticCode UnknownIndicator = new(
        "FG0608",
        Severity.Warning,
        "设置里的指标编码不在指标目录里",
        "评先资格审查不会看一项没有的指标。",
        "核对指标编码，或者从设置里删掉。"
    );
}
