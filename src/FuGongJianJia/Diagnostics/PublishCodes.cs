namespace FuGongJianJia.Diagnostics;

/// <summary>What publishing finds at its target（发布）: FG15##.</summary>
public static class PublishCodes
{
    public static readonly DiagnosticCode RecordUnreadable = new(
        "FG1501",
        Severity.Error,
        "目标里的发布记录不能用",
        "发布过什么、哪些文件是本程序的，都看这份记录；它坏了或被改过，照它去做可能删掉别的文件。",
        "从服务器的备份恢复“版本”文件夹；没有备份，把“版本”文件夹改名移走，再加 --take-over 发布一次。"
    );

    public static readonly DiagnosticCode InTheWay = new(
        "FG1502",
        Severity.Error,
        "目标里有别的文件占着位置",
        "网站文件夹里要写的位置上已有不是本程序发布的文件，多半是以前手工上传的。",
        "确认可以换掉以后，加 --take-over：原来的文件先移到“版本”文件夹的 before 里。"
    );

    public static readonly DiagnosticCode VersionIncomplete = new(
        "FG1503",
        Severity.Error,
        "旧版本不全，不能退回",
        "“版本”文件夹里这一版的文件缺了或被改过。",
        "换一个版本；或者用当时的数据重新生成，再发布。"
    );
}
