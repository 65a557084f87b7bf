using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>Files and their form（文件）: FG00##.</summary>
public static class FileCodes
{
    private static readonly List<DiagnosticCode> Made = [];

    /// <summary>同类问题没有全部列出.</summary>
    public static readonly DiagnosticCode More = Define(
        "FG0030",
        Severity.Note,
        "同类问题没有全部列出",
        "一个文件里同一严重程度的问题超过 50 处时，只列前 50 处。",
        "先改列出的，再运行一次。"
    );

    /// <summary>期间文件夹的名字不对.</summary>
    public static readonly DiagnosticCode BadPeriodFolder = Define(
        "FG0001",
        Severity.Error,
        "期间文件夹的名字不对",
        "data/ 下每个文件夹是一期数据，名字只能是 2024、2024H1、2024Q1 或 2024-05 这四种写法。",
        "把文件夹改成其中一种写法。"
    );

    /// <summary>没有任何一期数据.</summary>
    public static readonly DiagnosticCode NoPeriod = Define(
        "FG0002",
        Severity.Error,
        "没有任何一期数据",
        "data/ 下没有找到期间文件夹。",
        "运行 fugong new 2024 建立一期的模板，再把导出的表放进去。"
    );

    /// <summary>缺少必需的表.</summary>
    public static readonly DiagnosticCode MissingTable = Define(
        "FG0003",
        Severity.Error,
        "缺少必需的表",
        "组织、指标、指标值三张表缺一不可。",
        "把缺少的表放进该期文件夹；指标表也可以放在同年或更早一期的文件夹里。"
    );

    /// <summary>没有提供可选的表.</summary>
    public static readonly DiagnosticCode AbsentTables = Define(
        "FG0004",
        Severity.Note,
        "没有提供可选的表",
        "没有的表，相应的栏目就不生成。",
        "需要这些栏目时，补上对应的表。"
    );

    /// <summary>不认识的文件.</summary>
    public static readonly DiagnosticCode UnknownFile = Define(
        "FG0005",
        Severity.Warning,
        "不认识的文件",
        "期间文件夹里的文件按表名识别，认不出的不会读取。",
        "按数据字典里的表名改名，或者移出 data/。"
    );

    /// <summary>同一张表出现了两次.</summary>
    public static readonly DiagnosticCode TableTwice = Define(
        "FG0006",
        Severity.Error,
        "同一张表出现了两次",
        "一期里同一张表只能有一个来源，否则无法判断以哪个为准。",
        "只留一个。"
    );

    /// <summary>文字编码无法识别.</summary>
    public static readonly DiagnosticCode Undecodable = Define(
        "FG0007",
        Severity.Error,
        "文字编码无法识别",
        "文件既不是完整的 UTF-8，也不是 GB18030 或 UTF-16，硬读会出现乱码。",
        "在 Excel 或 WPS 里打开原文件，另存为“CSV UTF-8（逗号分隔）”。"
    );

    /// <summary>文件不是 UTF-8 编码.</summary>
    public static readonly DiagnosticCode EncodingRead = Define(
        "FG0008",
        Severity.Note,
        "文件不是 UTF-8 编码",
        "已按所说的编码读取。",
        "不需要处理；如有乱码，请另存为“CSV UTF-8”。"
    );

    /// <summary>文件是空的.</summary>
    public static readonly DiagnosticCode EmptyFile = Define(
        "FG0009",
        Severity.Error,
        "文件是空的",
        "文件里没有任何内容，多半是导出没有成功。",
        "重新导出；确实没有数据时把文件删掉。"
    );

    /// <summary>只有表头，没有数据.</summary>
    public static readonly DiagnosticCode NoRows = Define(
        "FG0010",
        Severity.Warning,
        "只有表头，没有数据",
        "表头下面没有一行数据。",
        "重新导出；确实没有数据时可以不理会。"
    );

    /// <summary>找不到表头.</summary>
    public static readonly DiagnosticCode NoHeader = Define(
        "FG0011",
        Severity.Error,
        "找不到表头",
        "前 30 行里没有一行像是这张表的表头。",
        "对照数据字典检查列名，或者用 fugong new 生成的模板重新粘贴。"
    );

    /// <summary>缺少必需的列.</summary>
    public static readonly DiagnosticCode MissingColumn = Define(
        "FG0012",
        Severity.Error,
        "缺少必需的列",
        "没有这一列就无法读取这张表。",
        "补上这一列，列名见数据字典。"
    );

    /// <summary>不认识的列.</summary>
    public static readonly DiagnosticCode UnknownColumn = Define(
        "FG0013",
        Severity.Warning,
        "不认识的列",
        "这一列不会读取。",
        "列名写错时请改正；多余的列可以不理会。"
    );

    /// <summary>同一列出现了两次.</summary>
    public static readonly DiagnosticCode ColumnTwice = Define(
        "FG0014",
        Severity.Error,
        "同一列出现了两次",
        "无法判断以哪一列为准。",
        "只留一列。"
    );

    /// <summary>跳过了表头上方的标题行.</summary>
    public static readonly DiagnosticCode TitleRows = Define(
        "FG0015",
        Severity.Note,
        "跳过了表头上方的标题行",
        "表头上方的文字不是数据。",
        "不需要处理。"
    );

    /// <summary>跳过了合计行.</summary>
    public static readonly DiagnosticCode TotalRows = Define(
        "FG0016",
        Severity.Note,
        "跳过了合计行",
        "合计、小计由程序自己计算，不读取表里的。",
        "不需要处理。"
    );

    /// <summary>跳过了表尾说明.</summary>
    public static readonly DiagnosticCode FooterRows = Define(
        "FG0017",
        Severity.Note,
        "跳过了表尾说明",
        "制表人、填表日期一类的行不是数据。",
        "不需要处理。"
    );

    /// <summary>分隔符不是逗号.</summary>
    public static readonly DiagnosticCode Delimiter = Define(
        "FG0018",
        Severity.Note,
        "分隔符不是逗号",
        "已按所说的分隔符读取。",
        "不需要处理。"
    );

    /// <summary>双引号不成对.</summary>
    public static readonly DiagnosticCode BadQuotes = Define(
        "FG0019",
        Severity.Error,
        "双引号不成对",
        "引号没有闭合时，后面的内容会被当作同一个单元格。",
        "在所说的行检查英文双引号；单元格里的双引号要写成两个。"
    );

    /// <summary>这一行的单元格比表头多.</summary>
    public static readonly DiagnosticCode ExtraCells = Define(
        "FG0020",
        Severity.Error,
        "这一行的单元格比表头多",
        "多出来的内容不知道属于哪一列，多半是单元格里有没加引号的逗号。",
        "给含逗号的单元格加上英文双引号，或者直接用 .xlsx。"
    );

    /// <summary>文件、行或单元格太大.</summary>
    public static readonly DiagnosticCode TooLarge = Define(
        "FG0021",
        Severity.Error,
        "文件、行或单元格太大",
        "超出了程序能安全读取的大小。",
        "检查是不是放错了文件；确实很大时请拆分。"
    );

    /// <summary>文件的扩展名与内容不符.</summary>
    public static readonly DiagnosticCode Misnamed = Define(
        "FG0022",
        Severity.Note,
        "文件的扩展名与内容不符",
        "已按实际内容读取。",
        "不需要处理；方便时把扩展名改对。"
    );

    /// <summary>工作簿无法打开.</summary>
    public static readonly DiagnosticCode BadWorkbook = Define(
        "FG0023",
        Severity.Error,
        "工作簿无法打开",
        "文件损坏、加了密码，或者不是 Excel 工作簿。",
        "用 Excel 或 WPS 打开确认，取消密码后另存为 .xlsx。"
    );

    /// <summary>工作簿解压后过大.</summary>
    public static readonly DiagnosticCode WorkbookTooLarge = Define(
        "FG0024",
        Severity.Error,
        "工作簿解压后过大",
        "解压后的大小超出限度，为安全起见不读取。",
        "确认文件来源；确实很大时另存为 CSV。"
    );

    /// <summary>有隐藏的行或工作表.</summary>
    public static readonly DiagnosticCode Hidden = Define(
        "FG0025",
        Severity.Warning,
        "有隐藏的行或工作表",
        "隐藏的内容照样会读取，可能不是想公开的。",
        "取消隐藏看一看，不要的内容请删除。"
    );

    /// <summary>不认识的工作表.</summary>
    public static readonly DiagnosticCode UnknownSheet = Define(
        "FG0026",
        Severity.Note,
        "不认识的工作表",
        "工作表按名称识别，认不出的不会读取。",
        "按数据字典里的表名给工作表改名。"
    );

    /// <summary>表头有两行.</summary>
    public static readonly DiagnosticCode TwoRowHeader = Define(
        "FG0027",
        Severity.Note,
        "表头有两行",
        "已把上下两行合起来当作列名。",
        "不需要处理。"
    );

    /// <summary>跳过了重复的表头.</summary>
    public static readonly DiagnosticCode RepeatedHeader = Define(
        "FG0028",
        Severity.Note,
        "跳过了重复的表头",
        "几页拼在一起的表会重复表头。",
        "不需要处理。"
    );

    /// <summary>公式出错的单元格.</summary>
    public static readonly DiagnosticCode ErrorValue = Define(
        "FG0029",
        Severity.Warning,
        "公式出错的单元格",
        "#DIV/0!、#REF! 一类是公式的错误，不是数据，按空白处理。",
        "回到原表改正公式。"
    );

    /// <summary>单元格像一条公式.</summary>
    public static readonly DiagnosticCode FormulaText = Define(
        "FG0031",
        Severity.Warning,
        "单元格像一条公式",
        "只当作文字，绝不执行；再导出时会加上保护的撇号。",
        "不需要公式时把开头的 = + - @ 去掉。"
    );

    /// <summary>文字里有乱码.</summary>
    public static readonly DiagnosticCode Garbled = Define(
        "FG0032",
        Severity.Error,
        "文字里有乱码",
        "出现了替换符“�”，说明在导出之前文字就已经损坏。",
        "从原系统重新导出。"
    );

    /// <summary>data/ 或 input/ 里的文件没有用到.</summary>
    public static readonly DiagnosticCode Stray = Define(
        "FG0033",
        Severity.Note,
        "data/ 或 input/ 里的文件没有用到",
        "放的位置不对，不会读取。",
        "数据放进 data/期间/，案例放进 input/cases/，页面放进 input/pages/ 或 input/docs/。"
    );

    /// <summary>旧格式的工作簿.</summary>
    public static readonly DiagnosticCode OldWorkbook = Define(
        "FG0034",
        Severity.Note,
        "旧格式的工作簿",
        "旧的 .xls 格式里，公式算不出来的格子（如 #DIV/0!）读出来是空白，分不清是没有填还是公式有错；.xlsx 和 CSV 没有这个问题。",
        "用 Excel 或 WPS 打开，另存为 .xlsx。"
    );

    /// <summary>Every code of this group, in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All => [.. Made];

    private static DiagnosticCode Define(string id, Severity severity, string title, string explanation, string remedy)
    {
        var code = new DiagnosticCode(id, severity, title, explanation, remedy);
        Made.Add(code);
        return code;
    }
}
