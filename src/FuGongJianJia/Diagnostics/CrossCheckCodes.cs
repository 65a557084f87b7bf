namespace FuGongJianJia.Diagnostics;

/// <summary>Relations between tables, levels and periods（勾稽关系）: FG12##.</summary>
public static class CrossCheckCodes
{
    public static readonly DiagnosticCode CorrectedValue = new(
        "FG1201",
        Severity.Error,
        "更正的原值与当期数据不同",
        "更正表的“原值”应当是被更正那一期报送或公布的数：分子、分母、数值、“分子/分母”或得分。",
        "核对原值和期间、组织、指标是不是写错了；以前的文件夹要改就照新值改。"
    );

    public static readonly DiagnosticCode RectifiedWithoutReport = new(
        "FG1202",
        Severity.Warning,
        "整改完成与任务反馈不符",
        "指导写了整改完成，任务流转里到那天却没有这个单位的反馈。",
        "核对整改完成日期，或者补上任务流转里的反馈。"
    );

    public static readonly DiagnosticCode GuidanceOutsideTask = new(
        "FG1203",
        Severity.Warning,
        "指导对象没有办理关联任务",
        "指导关联了任务，任务流转里却没有这个单位。",
        "核对对象组织和关联任务。"
    );

    public static readonly DiagnosticCode TaskOutsideIndicator = new(
        "FG1204",
        Severity.Warning,
        "领办单位不适用任务所属的指标",
        "任务属于一项指标，领办单位却不适用该指标，或者报了不适用。",
        "核对任务的指标编码、领办单位，或者指标的适用范围。"
    );

    public static readonly DiagnosticCode LevelsDiffer = new(
        "FG1205",
        Severity.Warning,
        "上级数与下级合计对不上",
        "上级自己报的数小于所辖单位合计；口径写明是“所辖”“辖区”的，应当相等。口径写明“本级”的不比较。",
        "核对双方的数；上级只报本级的，在口径里写明“本级”。"
    );

    public static readonly DiagnosticCode IndicatorAgainstTasks = new(
        "FG1206",
        Severity.Warning,
        "任务指标与任务流转不符",
        "数据来源是任务的指标，分母少于任务流转里到期的任务，或者未办好的少于任务流转里迟报、未报的任务。",
        "核对任务台账和任务流转。"
    );

    public static readonly DiagnosticCode IndicatorAgainstVisits = new(
        "FG1207",
        Severity.Warning,
        "走访指标与家访汇总不符",
        "数据来源是家访汇总的指标，应当与家访汇总里的应访、实访人数相同；家访汇总有数的，指标不应缺报。",
        "核对后改正不对的一处。"
    );

    public static readonly DiagnosticCode HeadcountDiffers = new(
        "FG1208",
        Severity.Warning,
        "指标的分母与组织表人数不同",
        "口径写明分母是职工总数、会员总数的，应当等于组织表里的职工数、会员数。",
        "核对后改正不对的一处。"
    );

    public static readonly DiagnosticCode DocumentDates = new(
        "FG1209",
        Severity.Warning,
        "表彰文号与日期不符",
        "同一文号应当是同一天；同一机关同一年的文号，号大的日期不应更早。",
        "核对文号和授予日期。"
    );

    public static readonly DiagnosticCode RunningTotalFalls = new(
        "FG1210",
        Severity.Warning,
        "累计数比上一期少",
        "期别为“累计”的指标从年初算起，同一年里后一期的数不应小于前一期。",
        "核对双方的数；不是从年初算起的，把指标目录的期别改为“期内”或“时点”。"
    );

    public static readonly DiagnosticCode CommendedUnscreened = new(
        "FG1211",
        Severity.Warning,
        "受表彰的单位没有通过评先资格审查",
        "集体受到表彰（公示中或已授予），同一期的评先资格审查却不是“通过”：一票否决、必备、必查的指标没有达到或没有报，或者当期新建、覆盖率不够。",
        "核对指标值和表彰；同意例外的，把理由和批准人记在台账里，公示中的先停下来核实。"
    );
}
