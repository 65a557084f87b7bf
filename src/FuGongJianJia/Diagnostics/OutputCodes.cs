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
}
