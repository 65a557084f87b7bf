namespace FuGongJianJia.Diagnostics;

/// <summary>A build that several machines share（分份生成与合成）: FG21##.</summary>
public static class ShardCodes
{
    public static readonly DiagnosticCode NoShard = new(
        "FG2101",
        Severity.Error,
        "不是分份生成的文件夹",
        "文件夹里没有一份的记录（manifest.json），或者记录不完整、被改动过，也可能放的是完整的输出。",
        "写上 fugong build --shard 用 --output 指定的文件夹；记录坏了的，用同样的命令重新做这一份。"
    );

    public static readonly DiagnosticCode IsShard = new(
        "FG2102",
        Severity.Error,
        "完整的输出与一份不能放在一个文件夹",
        "文件夹里放着分份生成的一份，而命令要的是完整的输出；或者相反。",
        "每一份、合成的结果各用各的文件夹；一份只能用 fugong merge 合成，不能发布、打包、签名。"
    );

    public static readonly DiagnosticCode Mixed = new(
        "FG2103",
        Severity.Error,
        "不是同一次的份",
        "各份的数据、选项、程序、字体或份数不同，拼起来不是任何一次生成的结果。",
        "用同样的数据、程序、字体和选项重新做不同的那几份，再合成。"
    );

    public static readonly DiagnosticCode Missing = new(
        "FG2104",
        Severity.Error,
        "缺少一份",
        "要合成的文件夹里缺少其中的份。",
        "写上缺少的那一份的文件夹；没有做的，先用 fugong build --shard 做出来。"
    );

    public static readonly DiagnosticCode Doubled = new(
        "FG2105",
        Severity.Error,
        "同一份有两个文件夹",
        "同一份写了两次，或者做了两次。",
        "只留一个文件夹。"
    );

    public static readonly DiagnosticCode Altered = new(
        "FG2106",
        Severity.Error,
        "一份里的文件与记录不符",
        "文件不见了、被改动过、多登记了，或者不该由这一份来做。",
        "用同样的命令重新做这一份，再合成。"
    );
}
