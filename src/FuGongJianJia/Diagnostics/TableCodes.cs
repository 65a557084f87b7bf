using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>Keys, references and organisations（主键、引用、组织）: FG02##.</summary>
public static class TableCodes
{
    private static readonly List<DiagnosticCode> Made = [];

    /// <summary>找不到这个组织.</summary>
    public static readonly DiagnosticCode UnknownOrganisation = Define(
        "FG0201",
        Severity.Error,
        "找不到这个组织",
        "组织表里没有这个编码，也没有这个名称或简称。",
        "核对编码或全称；新成立的工会请先写进组织表。"
    );

    /// <summary>这个名称对应几个组织.</summary>
    public static readonly DiagnosticCode AmbiguousOrganisation = Define(
        "FG0202",
        Severity.Error,
        "这个名称对应几个组织",
        "按名称无法确定是哪一个。",
        "改填组织编码。"
    );

    /// <summary>找不到这项指标.</summary>
    public static readonly DiagnosticCode UnknownIndicator = Define(
        "FG0203",
        Severity.Error,
        "找不到这项指标",
        "指标表里没有这个编码，也没有这个名称。",
        "核对指标编码。"
    );

    /// <summary>重复的行.</summary>
    public static readonly DiagnosticCode DuplicateSame = Define(
        "FG0204",
        Severity.Warning,
        "重复的行",
        "与前面一行完全相同，只算一次。",
        "删掉重复的一行。"
    );

    /// <summary>主键重复而内容不同.</summary>
    public static readonly DiagnosticCode DuplicateKey = Define(
        "FG0205",
        Severity.Error,
        "主键重复而内容不同",
        "两行说的是同一件事，内容却不一样，无法判断以哪行为准。",
        "核对后只留一行。"
    );

    /// <summary>应当只有一个区级总工会.</summary>
    public static readonly DiagnosticCode Roots = Define(
        "FG0206",
        Severity.Error,
        "应当只有一个区级总工会",
        "组织是一棵树，顶上只有一个区级组织。",
        "核对层级和上级编码。"
    );

    /// <summary>上级关系绕成了圈.</summary>
    public static readonly DiagnosticCode Cycle = Define(
        "FG0207",
        Severity.Error,
        "上级关系绕成了圈",
        "甲的上级是乙，乙的上级又是甲。",
        "核对上级编码。"
    );

    /// <summary>上级的层级不对.</summary>
    public static readonly DiagnosticCode BadParent = Define(
        "FG0208",
        Severity.Error,
        "上级的层级不对",
        "镇街的上级是区，基层的上级是镇街（直属的可以是区）。",
        "核对层级和上级编码。"
    );

    /// <summary>会员数不合理.</summary>
    public static readonly DiagnosticCode MemberCounts = Define(
        "FG0209",
        Severity.Error,
        "会员数不合理",
        "会员数不超过职工数，女会员数不超过会员数。",
        "核对人数。"
    );

    /// <summary>同一上级下有同名的组织.</summary>
    public static readonly DiagnosticCode SameName = Define(
        "FG0210",
        Severity.Error,
        "同一上级下有同名的组织",
        "读者无法区分。",
        "核对是否重复登记，或者写全名称。"
    );

    /// <summary>沿革编码不对.</summary>
    public static readonly DiagnosticCode UnknownLineage = Define(
        "FG0211",
        Severity.Error,
        "沿革编码不对",
        "本期和以前各期都没有这个编码；或者写的是它自己；或者并入的组织不在本期组织表里。",
        "核对沿革编码。"
    );

    /// <summary>合并的组织没有写沿革.</summary>
    public static readonly DiagnosticCode NoLineage = Define(
        "FG0212",
        Severity.Warning,
        "合并的组织没有写沿革",
        "不知道并到了哪里，前后无法衔接。",
        "在沿革编码里写上并入的组织。"
    );

    /// <summary>上期的组织本期不见了.</summary>
    public static readonly DiagnosticCode Vanished = Define(
        "FG0213",
        Severity.Warning,
        "上期的组织本期不见了",
        "没有标明合并或撤销，也没有别的组织以它为沿革。",
        "保留这一行并把状态改为合并或撤销；漏报的请补上。"
    );

    /// <summary>同名的组织换了编码.</summary>
    public static readonly DiagnosticCode CodeChanged = Define(
        "FG0214",
        Severity.Warning,
        "同名的组织换了编码",
        "换编码后历年数据接不上。",
        "沿用原编码，或者在沿革编码里写上原编码。"
    );

    /// <summary>组织改了名称.</summary>
    public static readonly DiagnosticCode Renamed = Define(
        "FG0215",
        Severity.Note,
        "组织改了名称",
        "编码相同，按同一组织衔接。",
        "不需要处理。"
    );

    /// <summary>已合并或撤销的组织还有数据.</summary>
    public static readonly DiagnosticCode GoneReports = Define(
        "FG0216",
        Severity.Warning,
        "已合并或撤销的组织还有数据",
        "合并、撤销的组织不参加计算。",
        "核对状态，或者删掉这些数据。"
    );

    /// <summary>组织类型与层级不一致.</summary>
    public static readonly DiagnosticCode KindLevel = Define(
        "FG0217",
        Severity.Warning,
        "组织类型与层级不一致",
        "例如层级是镇街，类型却是基层工会。",
        "核对层级和组织类型。"
    );

    /// <summary>找不到这项任务.</summary>
    public static readonly DiagnosticCode UnknownTask = Define(
        "FG0218",
        Severity.Error,
        "找不到这项任务",
        "任务表里没有这个任务编码。",
        "核对任务编码。"
    );

    /// <summary>目标的对象既不是组织也不是分组.</summary>
    public static readonly DiagnosticCode UnknownGroup = Define(
        "FG0219",
        Severity.Warning,
        "目标的对象既不是组织也不是分组",
        "这个目标不起作用。",
        "对象是组织时请核对编码；是分组时写成例如 企业·25～199人 或 镇街。"
    );

    /// <summary>没有职工数.</summary>
    public static readonly DiagnosticCode TotalsOnly = Define(
        "FG0220",
        Severity.Warning,
        "没有职工数",
        "没有职工数就分不进规模相近的组，不参加排名。",
        "补上职工数。"
    );

    /// <summary>两个组织的统一社会信用代码相同.</summary>
    public static readonly DiagnosticCode SameCreditCode = Define(
        "FG0221",
        Severity.Warning,
        "两个组织的统一社会信用代码相同",
        "一个代码只属于一个单位，多半是照着别的行填的。",
        "对照工会法人资格证书核对；还没有代码的留空。"
    );

    /// <summary>Every code of this group, in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All => [.. Made];

    private static DiagnosticCode Define(string id, Severity severity, string title, string explanation, string remedy)
    {
        var code = new DiagnosticCode(id, severity, title, explanation, remedy);
        Made.Add(code);
        return code;
    }
}
