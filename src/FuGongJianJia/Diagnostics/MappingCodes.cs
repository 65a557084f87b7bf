namespace FuGongJianJia.Diagnostics;

/// <summary>An office's own exports, read by input/对应.yml（对应）: FG18##.</summary>
public static class MappingCodes
{
    public static readonly DiagnosticCode Wrong = new(
        "FG1801",
        Severity.Error,
        "对应.yml 写得不对",
        "input/对应.yml 说明自己的导出里每张表、每一列是什么；写错的一处不知道该怎样读。",
        "照文档“导入自己的表格”改正这一行，或运行 fugong import 重新生成。"
    );

    public static readonly DiagnosticCode ColumnGone = new(
        "FG1802",
        Severity.Error,
        "对应.yml 要的列不在了",
        "这一期的表改了列名，或者少了一列，按原来的对应读不到数。",
        "改了列名的，在 对应.yml 里改成新的列名；不再有的，把那一行改成“不读”。"
    );

    public static readonly DiagnosticCode NewColumn = new(
        "FG1803",
        Severity.Warning,
        "多出来的列没有读取",
        "对应.yml 里没有写这一列是什么，程序不猜。",
        "运行 fugong import，把它补进 对应.yml；不要的写“不读”。"
    );

    public static readonly DiagnosticCode NotMapped = new(
        "FG1804",
        Severity.Warning,
        "这张表没有读取",
        "对应.yml 里没有哪一段与它的文件名、工作表名和表头都相合。",
        "运行 fugong import，把它补进 对应.yml；不要的把文件移走或在 对应.yml 里写“读作: 不读”。"
    );

    public static readonly DiagnosticCode NotRegistered = new(
        "FG1805",
        Severity.Warning,
        "编码还没有登记",
        "导出里没有编码的，由程序编号；登记在 input/编码登记.csv 里的才不会变，网页地址也才不会变。",
        "运行 fugong import，把新的登记下来。"
    );

    public static readonly DiagnosticCode Unconfirmed = new(
        "FG1806",
        Severity.Note,
        "对应.yml 里有待确认的",
        "标着“待确认”的是程序的判断，还没有人看过。",
        "打开 input/对应.yml 逐条核对，对的把“待确认”三个字删掉。"
    );

    public static readonly DiagnosticCode BadRegister = new(
        "FG1807",
        Severity.Error,
        "编码登记读不懂",
        "input/编码登记.csv 只增不改；缺列、编码不能用或者重复，就不知道哪个编码是谁的。",
        "从备份恢复它，或者改正这一行。"
    );

    public static readonly DiagnosticCode Made = new(
        "FG1808",
        Severity.Note,
        "由程序建立的组织",
        "导出里没有区和镇街的工会，按“所属镇街”等建立。",
        "名称不对的，在 对应.yml 里改。"
    );

    public static readonly DiagnosticCode Superseded = new(
        "FG1809",
        Severity.Note,
        "以 对应.yml 的为准",
        "同一张表在期间文件夹里也有一份。",
        "不再需要的那一份可以删掉。"
    );

    public static readonly DiagnosticCode NewWord = new(
        "FG1810",
        Severity.Error,
        "没有见过的词",
        "这一列只收几个词，导出里的这个词 对应.yml 也没有写等于哪一个。",
        "在 对应.yml 的“值”下面加一行，或运行 fugong import。"
    );

    public static readonly DiagnosticCode NamedAlike = new(
        "FG1811",
        Severity.Note,
        "名称写法不同，按同一个工会读",
        "各张表里同一个工会有的写“工会”，有的写“工会委员会”，有的只写单位名称；去掉末尾只有一个相合的，就是它。",
        "不是同一个工会的，请在导出里写全称。"
    );
}
