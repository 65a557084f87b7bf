namespace FuGongJianJia.Diagnostics;

/// <summary>The finished output（输出）: FG11##.</summary>
public static class OutputCodes
{
    public static readonly DiagnosticCode PersonalData = new(
        "FG1101",
        Severity.Error,
        "输出里发现个人信息",
        "换入之前，程序对每一个成品文件（网页、数据、PDF 的文字和附件）再查一遍，与导入时的检查互相独立。",
        "按信息里的文件找到来源，从 data 或 input 中删去，再运行一次。"
    );

    public static readonly DiagnosticCode WorkedBack = new(
        "FG1102",
        Severity.Error,
        "不公布的数可以推算出来",
        "生成之前，程序像知道方法的读者那样，用公布的指数、合计和各期数据推算每一个不公布的数；推算得出就不生成。",
        "把信息里的单位改为不公开，或者把该指标的公开方式改为 不公开；这样的情形本不该有，请告知维护人员。"
    );

    public static readonly DiagnosticCode WorkedBackByChoice = new(
        "FG1103",
        Severity.Note,
        "按设置照常计分的数可以推算出来",
        "小数保护计分、不公开计分为“是”时，不公布的得分照常计入指数，懂得方法的人能由指数倒推出一部分。",
        "不愿留这个口子的，把这两项设置改为 否（默认）。"
    );
}
