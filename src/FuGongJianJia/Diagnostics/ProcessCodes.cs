namespace FuGongJianJia.Diagnostics;

/// <summary>Work in progress（任务、指导、需求、表彰、活动等）: FG05##.</summary>
public static class ProcessCodes
{
    public static readonly DiagnosticCode DueBeforeIssue = new(
        "FG0501",
        Severity.Error,
        "要求完成日期早于下达日期",
        "先下达，后完成。",
        "核对日期。"
    );

    public static readonly DiagnosticCode StepOrder = new(
        "FG0502",
        Severity.Error,
        "任务流转的次序不对",
        "八步的次序是汇集、下达、分办、领办、反馈、评价，之后表彰、退出或退回反馈；分办可以省去。",
        "核对步骤和序号。"
    );

    public static readonly DiagnosticCode StepDates = new(
        "FG0503",
        Severity.Error,
        "任务流转的日期倒退",
        "后一步的日期不能早于前一步。",
        "核对日期。"
    );

    public static readonly DiagnosticCode AfterExit = new(
        "FG0504",
        Severity.Error,
        "退出之后还有步骤",
        "退出是最后一步。",
        "核对步骤和序号。"
    );

    public static readonly DiagnosticCode TakenByOutsider = new(
        "FG0505",
        Severity.Error,
        "领办单位不在下达单位之下",
        "只有下达单位的下级才能领办。",
        "核对办理单位。"
    );

    public static readonly DiagnosticCode StepMismatch = new(
        "FG0506",
        Severity.Warning,
        "任务表与流转不一致",
        "当前步骤、下达单位或下达日期与任务流转不同，步骤以任务流转为准。",
        "核对后改正不对的一处。"
    );

    public static readonly DiagnosticCode LadderJump = new(
        "FG0507",
        Severity.Error,
        "指导跳级",
        "提醒、预警、督办、约谈逐级进行；跨级要在备注里说明。",
        "补上前面的指导，或者在备注里写明原因。"
    );

    public static readonly DiagnosticCode SummonsByGrassroots = new(
        "FG0508",
        Severity.Error,
        "基层工会不能约谈",
        "约谈由区或镇街总工会进行。",
        "核对类型和关联任务。"
    );

    public static readonly DiagnosticCode GuidanceDates = new(
        "FG0509",
        Severity.Error,
        "整改日期早于发出日期",
        "先发出，后整改。",
        "核对日期。"
    );

    public static readonly DiagnosticCode NeedDates = new(
        "FG0510",
        Severity.Error,
        "需求的日期次序不对",
        "上报、研判、答复依次进行。",
        "核对日期。"
    );

    public static readonly DiagnosticCode OutsidePeriod = new(
        "FG0511",
        Severity.Warning,
        "日期不在本期之内",
        "可能放错了期间。",
        "核对日期。"
    );

    public static readonly DiagnosticCode EndBeforeStart = new(
        "FG0512",
        Severity.Error,
        "结束日期早于开始日期",
        "先开始，后结束。",
        "核对日期。"
    );

    public static readonly DiagnosticCode NoPolicyText = new(
        "FG0513",
        Severity.Warning,
        "政策调整没有写内容",
        "填了“是”，就应当写明调整了什么。",
        "补上调整内容。"
    );

    public static readonly DiagnosticCode SameHonour = new(
        "FG0514",
        Severity.Warning,
        "同一荣誉出现两次",
        "同一对象、同一荣誉、同一天授予。",
        "核对是否重复。"
    );

    public static readonly DiagnosticCode MaskedName = new(
        "FG0515",
        Severity.Note,
        "姓名已隐去",
        "个人没有公开依据，也没有公开同意，公开时写作“张**”。",
        "有表彰文件的补上公开依据。"
    );

    public static readonly DiagnosticCode Withdrawn = new(
        "FG0516",
        Severity.Note,
        "已撤销的表彰不公开",
        "不会出现在任何页面和文件里。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode SelfPairing = new(
        "FG0517",
        Severity.Error,
        "师傅和徒弟是同一个人",
        "多半是填错了。",
        "核对姓名。"
    );

    public static readonly DiagnosticCode VisitCounts = new(
        "FG0518",
        Severity.Warning,
        "家访的数对不上",
        "实访超过应访，或者已解决超过反映问题数。",
        "核对人数。"
    );

    public static readonly DiagnosticCode CorrectionPeriod = new(
        "FG0519",
        Severity.Error,
        "更正对不上",
        "只能更正已经公布的、更早的期间；原值和新值应当不同。",
        "核对期间、原值和新值。"
    );

    public static readonly DiagnosticCode IndexRange = new(
        "FG0520",
        Severity.Error,
        "指数不在 0—100 之间",
        "指数和总指数是百分制。",
        "核对数值。"
    );

    public static readonly DiagnosticCode TilePlace = new(
        "FG0523",
        Severity.Error,
        "方格的位置不对",
        "方格图上一格放一个镇级组织，行和列从 1 数起。",
        "改行、列，或者删掉这一行。"
    );

    public static readonly DiagnosticCode NoSteps = new(
        "FG0521",
        Severity.Note,
        "任务没有流转记录",
        "只知道当前步骤，不能统计用时。",
        "有条件时补上任务流转表。"
    );
}
