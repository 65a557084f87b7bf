namespace FuGongJianJia.Diagnostics;

/// <summary>What the program itself has stored beside its output（清单、换入日志）: FG14##.</summary>
public static class StoredCodes
{
    public static readonly DiagnosticCode Unreadable = new(
        "FG1401",
        Severity.Error,
        "清单读不懂",
        "输出文件夹里的 manifest.json 是空的、不完整，或者被其他程序改写过，不知道哪些文件是本程序生成的。",
        "从备份恢复它；或运行 fugong build --take-over 重新登记，不认识的文件会移到一边，不会删除。"
    );

    public static readonly DiagnosticCode Newer = new(
        "FG1402",
        Severity.Error,
        "清单由另一版本的程序写成",
        "清单的版本与这个程序能读的不同。",
        "换用生成它的那个版本或更新的程序；或运行 fugong build --take-over 重新登记。"
    );

    public static readonly DiagnosticCode Path = new(
        "FG1403",
        Severity.Error,
        "清单里的路径不能用",
        "路径不在 site 和 internal 之内、写法不规范，或者同一路径登记了两次；照它去做可能改动别的文件。",
        "从备份恢复清单；或运行 fugong build --take-over 重新登记。"
    );

    public static readonly DiagnosticCode Value = new(
        "FG1404",
        Severity.Error,
        "清单里的值不对",
        "校验值、大小、日期等写法不对，多半是被改动过。",
        "从备份恢复清单；或运行 fugong build --take-over 重新登记。"
    );

    public static readonly DiagnosticCode Journal = new(
        "FG1405",
        Severity.Error,
        "换入日志读不懂",
        "上一次换入没有做完，而记着做到哪一步的日志坏了，不能自动恢复。",
        "从备份恢复输出文件夹；或运行 fugong build --take-over，暂存的文件会移到一边，不会删除。"
    );
}
