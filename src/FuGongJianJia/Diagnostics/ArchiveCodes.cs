namespace FuGongJianJia.Diagnostics;

/// <summary>What a build would do to what was published（出版与存档）: FG141#.</summary>
public static class ArchiveCodes
{
    public static readonly DiagnosticCode ManyRemoved = new(
        "FG1411",
        Severity.Error,
        "要移除的文件太多",
        "这次生成会移除许多已有的网页和文件，多半是少了一期的数据，或者写了 --period。",
        "核对数据和选项；确实要移除，用 --max-deletes 写明最多多少个，或者换一个输出文件夹。"
    );

    public static readonly DiagnosticCode PublishedChanged = new(
        "FG1412",
        Severity.Error,
        "定稿的数字变了",
        "这一期已经定稿，公布过的数字不能不声不响地改。",
        "不是有意的，改回来；确实要改，在下一期的“更正”表里写明，或者加 --amend 写明原因，更正会自动列在“数据质量与更正”页。"
    );

    public static readonly DiagnosticCode PeriodGone = new(
        "FG1413",
        Severity.Error,
        "定稿的一期没有数据",
        "这一期已经定稿，它的数据却不在了，网页和文件会全部消失。",
        "把数据放回去；确实要撤下这一期，加 --amend 写明原因，它的地址会留下一页说明。"
    );

    public static readonly DiagnosticCode RecordUnreadable = new(
        "FG1414",
        Severity.Error,
        "出版记录读不懂",
        "input/出版 里的记录坏了或被改过，不知道公布过什么。",
        "从备份恢复；或从 output/internal/published 里复制同名的文件。"
    );

    public static readonly DiagnosticCode RecordLost = new(
        "FG1415",
        Severity.Error,
        "出版记录不见了",
        "输出里写着这一期已经定稿，input/出版 里却没有它的记录。",
        "误删的，从 output/internal/published 里复制回来；确实要取消定稿，加 --amend 写明原因。"
    );
}
