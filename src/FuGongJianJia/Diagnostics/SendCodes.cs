namespace FuGongJianJia.Diagnostics;

/// <summary>What handing out finds（分发）: FG191#.</summary>
public static class SendCodes
{
    public static readonly DiagnosticCode NothingOfIt = new(
        "FG1911",
        Severity.Warning,
        "有人一样材料也没有",
        "他要的材料，生成的输出里都没有：季度没有年报，“范围”是一家单位而材料是镇街的，或者那家单位已经撤销。",
        "核对这一行的“范围”和“材料”；这一期确实没有的，不用改。"
    );

    public static readonly DiagnosticCode RecordUnreadable = new(
        "FG1912",
        Severity.Error,
        "分发文件夹的记录不能用",
        "上一次分发了什么、哪些邮件已经发出，都看这两份记录；坏了或被改过，照它去做可能重发或删掉别的文件。",
        "从备份恢复；没有备份，把整个文件夹改名移走，再分发到新的文件夹（已经发出的邮件会再发一次）。"
    );

    public static readonly DiagnosticCode InTheWay = new(
        "FG1913",
        Severity.Error,
        "分发文件夹里有别的文件占着位置",
        "要写的位置上已有不是本程序写的文件，不会覆盖它。",
        "把它移走，或者用 --to 换一个文件夹。"
    );
}
