namespace FuGongJianJia.Diagnostics;

/// <summary>Keys, references and organisations（主键、引用、组织）: FG02##.</summary>
public static class TableCodes
{
    public static readonly DiagnosticCode UnknownOrganisation = new(
        "FG0201",
        Severity.Error,
        "找不到这个组织",
        "组织表里没有这个编码，也没有这个名称或简称。",
        "核对编码或全称；新成立的工会请先写进组织表。"
    );

    public static readonly DiagnosticCode AmbiguousOrganisation = new(
        "FG0202",
        Severity.Error,
        "这个名称对应几个组织",
        "按名称无法确定是哪一个。",
        "改填组织编码。"
    );

    public static readonly DiagnosticCode UnknownIndicator = new(
        "FG0203",
        Severity.Error,
        "找不到这项指标",
        "指标表里没有这个编码，也没有这个名称。",
        "核对指标编码。"
    );

    public static readonly DiagnosticCode DuplicateSame = new(
        "FG0204",
        Severity.Warning,
        "重复的行",
        "与前面一行完全相同，只算一次。",
        "删掉重复的一行。"
    );

    public static readonly DiagnosticCode DuplicateKey = new(
        "FG0205",
        Severity.Error,
        "主键重复而内容不同",
        "两行说的是同一件事，内容却不一样，无法判断以哪行为准。",
        "核对后只留一行。"
    );

    public static readonly DiagnosticCode Roots = new(
        "FG0206",
        Severity.Error,
        "应当只有一个区级总工会",
        "组织是一棵树，顶上只有一个区级组织。",
        "核对层级和上级编码。"
    );

    public static readonly DiagnosticCode Cycle = new(
        "FG0207",
        Severity.Error,
        "上级关系绕成了圈",
        "甲的上级是乙，乙的上级又是甲。",
        "核对上级编码。"
    );

    public static readonly DiagnosticCode BadParent = new(
        "FG0208",
        Severity.Error,
        "上级的层级不对",
        "镇街的上级是区，基层的上级是镇街（直属的可以是区）。",
        "核对层级和上级编码。"
    );

    public static readonly DiagnosticCode MemberCounts = new(
        "FG0209",
        Severity.Error,
        "会员数不合理",
        "会员数不超过职工数，女会员数不超过会员数。",
        "核对人数。"
    );

    public static readonly DiagnosticCode SameName = new(
        "FG0210",
        Severity.Error,
        "同一上级下有同名的组织",
        "读者无法区分。",
        "核对是否重复登记，或者写全名称。"
    );

    public static readonly DiagnosticCode UnknownLineage = new(
        "FG0211",
        Severity.Error,
        "沿革编码不对",
        "本期和以前各期都没有这个编码；或者写的是它自己；或者并入的组织不在本期组织表里。",
        "核对沿革编码。"
    );

    public static readonly DiagnosticCode NoLineage = new(
        "FG0212",
        Severity.Warning,
        "合并的组织没有写沿革",
        "不知道并到了哪里，前后无法衔接。",
        "在沿革编码里写上并入的组织。"
    );

    public static readonly DiagnosticCode Vanished = new(
        "FG0213",
        Severity.Warning,
        "上期的组织本期不见了",
        "没有标明合并或撤销，也没有别的组织以它为沿革。",
        "保留这一行并把状态改为合并或撤销；漏报的请补上。"
    );

    public static readonly DiagnosticCode CodeChanged = new(
        "FG0214",
        Severity.Warning,
        "同名的组织换了编码",
        "换编码后历年数据接不上。",
        "沿用原编码，或者在沿革编码里写上原编码。"
    );

    public static readonly DiagnosticCode Renamed = new(
        "FG0215",
        Severity.Note,
        "组织改了名称",
        "编码相同，按同一组织衔接。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode GoneReports = new(
        "FG0216",
        Severity.Warning,
        "已合并或撤销的组织还有数据",
        "合并、撤销的组织不参加计算。",
        "核对状态，或者删掉这些数据。"
    );

    public static readonly DiagnosticCode KindLevel = new(
        "FG0217",
        Severity.Warning,
        "组织类型与层级不一致",
        "例如层级是镇街，类型却是基层工会。",
        "核对层级和组织类型。"
    );

    public static readonly DiagnosticCode UnknownTask = new(
        "FG0218",
        Severity.Error,
        "找不到这项任务",
        "任务表里没有这个任务编码。",
        "核对任务编码。"
    );

    public static readonly DiagnosticCode UnknownGroup = new(
        "FG0219",
        Severity.Warning,
        "目标的对象既不是组织也不是分组",
        "这个目标不起作用。",
        "对象是组织时请核对编码；是分组时写成例如 企业·25～199人 或 镇街。"
    );

    public static readonly DiagnosticCode NoWorkers = new(
        "FG0220",
        Severity.Warning,
        "没有职工数",
        "没有职工数就分不进规模相近的组，不参加排名。",
        "补上职工数。"
    );

    public static readonly DiagnosticCode SameCreditCode = new(
        "FG0221",
        Severity.Warning,
        "两个组织的统一社会信用代码相同",
        "一个代码只属于一个单位，多半是照着别的行填的。",
        "对照工会法人资格证书核对；还没有代码的留空。"
    );
}
