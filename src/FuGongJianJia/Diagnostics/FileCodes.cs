namespace FuGongJianJia.Diagnostics;

/// <summary>Files and their form（文件）: FG00##.</summary>
public static class FileCodes
{
    public static readonly DiagnosticCode More = new(
        "FG0030",
        Severity.Note,
        "同类问题没有全部列出",
        "一个文件里同一严重程度的问题超过 50 处时，只列前 50 处。",
        "先改列出的，再运行一次。"
    );

    public static readonly DiagnosticCode BadPeriodFolder = new(
        "FG0001",
        Severity.Error,
        "期间文件夹的名字不对",
        "data/ 下每个文件夹是一期数据，名字只能是 2024、2024H1、2024Q1 或 2024-05 这四种写法。",
        "把文件夹改成其中一种写法。"
    );

    public static readonly DiagnosticCode NoPeriod = new(
        "FG0002",
        Severity.Error,
        "没有任何一期数据",
        "data/ 下没有找到期间文件夹。",
        "运行 fugong new 2024 建立一期的模板，再把导出的表放进去。"
    );

    public static readonly DiagnosticCode MissingTable = new(
        "FG0003",
        Severity.Error,
        "缺少必需的表",
        "组织、指标、指标值三张表缺一不可。",
        "把缺少的表放进该期文件夹；指标表也可以放在同年或更早一期的文件夹里。"
    );

    public static readonly DiagnosticCode AbsentTables = new(
        "FG0004",
        Severity.Note,
        "没有提供可选的表",
        "没有的表，相应的栏目就不生成。",
        "需要这些栏目时，补上对应的表。"
    );

    public static readonly DiagnosticCode UnknownFile = new(
        "FG0005",
        Severity.Warning,
        "不认识的文件",
        "期间文件夹里的文件按表名识别，认不出的不会读取。",
        "按数据字典里的表名改名，或者移出 data/。"
    );

    public static readonly DiagnosticCode TableTwice = new(
        "FG0006",
        Severity.Error,
        "同一张表出现了两次",
        "一期里同一张表只能有一个来源，否则无法判断以哪个为准。",
        "只留一个。"
    );

    public static readonly DiagnosticCode Undecodable = new(
        "FG0007",
        Severity.Error,
        "文字编码无法识别",
        "文件既不是完整的 UTF-8，也不是 GB18030 或 UTF-16，硬读会出现乱码。",
        "在 Excel 或 WPS 里打开原文件，另存为“CSV UTF-8（逗号分隔）”。"
    );

    public static readonly DiagnosticCode EncodingRead = new(
        "FG0008",
        Severity.Note,
        "文件不是 UTF-8 编码",
        "已按所说的编码读取。",
        "不需要处理；如有乱码，请另存为“CSV UTF-8”。"
    );

    public static readonly DiagnosticCode EmptyFile = new(
        "FG0009",
        Severity.Error,
        "文件是空的",
        "文件里没有任何内容，多半是导出没有成功。",
        "重新导出；确实没有数据时把文件删掉。"
    );

    public static readonly DiagnosticCode NoRows = new(
        "FG0010",
        Severity.Warning,
        "只有表头，没有数据",
        "表头下面没有一行数据。",
        "重新导出；确实没有数据时可以不理会。"
    );

    public static readonly DiagnosticCode NoHeader = new(
        "FG0011",
        Severity.Error,
        "找不到表头",
        "前 30 行里没有一行像是这张表的表头。",
        "对照数据字典检查列名，或者用 fugong new 生成的模板重新粘贴。"
    );

    public static readonly DiagnosticCode MissingColumn = new(
        "FG0012",
        Severity.Error,
        "缺少必需的列",
        "没有这一列就无法读取这张表。",
        "补上这一列，列名见数据字典。"
    );

    public static readonly DiagnosticCode UnknownColumn = new(
        "FG0013",
        Severity.Warning,
        "不认识的列",
        "这一列不会读取。",
        "列名写错时请改正；多余的列可以不理会。"
    );

    public static readonly DiagnosticCode ColumnTwice = new(
        "FG0014",
        Severity.Error,
        "同一列出现了两次",
        "无法判断以哪一列为准。",
        "只留一列。"
    );

    public static readonly DiagnosticCode TitleRows = new(
        "FG0015",
        Severity.Note,
        "跳过了表头上方的标题行",
        "表头上方的文字不是数据。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode TotalRows = new(
        "FG0016",
        Severity.Warning,
        "跳过了合计行",
        "合计、小计由程序自己计算，不读取表里的。",
        "确是合计就不需要处理；是数据的，把这一行的编码和名称写全。"
    );

    public static readonly DiagnosticCode FooterRows = new(
        "FG0017",
        Severity.Note,
        "跳过了表尾说明",
        "制表人、填表日期一类的行不是数据。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode Delimiter = new(
        "FG0018",
        Severity.Note,
        "分隔符不是逗号",
        "已按所说的分隔符读取。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode BadQuotes = new(
        "FG0019",
        Severity.Error,
        "双引号不成对",
        "引号没有闭合时，后面的内容会被当作同一个单元格。",
        "在所说的行检查英文双引号；单元格里的双引号要写成两个。"
    );

    public static readonly DiagnosticCode ExtraCells = new(
        "FG0020",
        Severity.Error,
        "这一行的单元格比表头多",
        "多出来的内容不知道属于哪一列，多半是单元格里有没加引号的逗号。",
        "给含逗号的单元格加上英文双引号，或者直接用 .xlsx。"
    );

    public static readonly DiagnosticCode TooLarge = new(
        "FG0021",
        Severity.Error,
        "文件、行或单元格太大",
        "超出了程序能安全读取的大小。",
        "检查是不是放错了文件；确实很大时请拆分。"
    );

    public static readonly DiagnosticCode Misnamed = new(
        "FG0022",
        Severity.Note,
        "文件的扩展名与内容不符",
        "已按实际内容读取。",
        "不需要处理；方便时把扩展名改对。"
    );

    public static readonly DiagnosticCode BadWorkbook = new(
        "FG0023",
        Severity.Error,
        "工作簿无法打开",
        "文件损坏、加了密码，或者不是 Excel 工作簿。",
        "用 Excel 或 WPS 打开确认，取消密码后另存为 .xlsx。"
    );

    public static readonly DiagnosticCode WorkbookTooLarge = new(
        "FG0024",
        Severity.Error,
        "工作簿解压后过大",
        "解压后的大小超出限度，为安全起见不读取。",
        "确认文件来源；确实很大时另存为 CSV。"
    );

    public static readonly DiagnosticCode Hidden = new(
        "FG0025",
        Severity.Warning,
        "有隐藏的行或工作表",
        "隐藏的内容照样会读取，可能不是想公开的。",
        "取消隐藏看一看，不要的内容请删除。"
    );

    public static readonly DiagnosticCode UnknownSheet = new(
        "FG0026",
        Severity.Warning,
        "不认识的工作表",
        "工作表按名称识别，认不出的不会读取，里面却有内容。",
        "按数据字典里的表名给工作表改名；不是数据的可以删掉。"
    );

    public static readonly DiagnosticCode TwoRowHeader = new(
        "FG0027",
        Severity.Note,
        "表头有两行",
        "已把上下两行合起来当作列名。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode RepeatedHeader = new(
        "FG0028",
        Severity.Note,
        "跳过了重复的表头",
        "几页拼在一起的表会重复表头。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode ErrorValue = new(
        "FG0029",
        Severity.Error,
        "公式出错的单元格",
        "#DIV/0!、#REF!、#N/A 一类是公式的错误，原来该是什么数读不出来，不能当作没有填。",
        "回到原表改正公式；确实没有的把这一格清空，或者在状态里写明缺报、不适用。"
    );

    public static readonly DiagnosticCode FormulaText = new(
        "FG0031",
        Severity.Warning,
        "单元格像一条公式",
        "只当作文字，绝不执行；再导出时会加上保护的撇号。",
        "不需要公式时把开头的 = + - @ 去掉。"
    );

    public static readonly DiagnosticCode Garbled = new(
        "FG0032",
        Severity.Error,
        "文字里有乱码",
        "出现了替换符“�”“锟斤拷”，或者文字换一种编码才读得通，说明在导出之前就已经损坏。",
        "从原系统重新导出，编码选 UTF-8。"
    );

    public static readonly DiagnosticCode Stray = new(
        "FG0033",
        Severity.Note,
        "data/ 或 input/ 里的文件没有用到",
        "放的位置不对，不会读取。",
        "数据放进 data/期间/，案例放进 input/cases/，页面放进 input/pages/，手册放进 input/handbook/，专题的说明放进 input/programmes/。"
    );

    public static readonly DiagnosticCode OldWorkbook = new(
        "FG0034",
        Severity.Note,
        "旧格式的工作簿",
        "旧的 .xls 格式里，公式算不出来的格子（如 #DIV/0!）读出来是空白，分不清是没有填还是公式有错；.xlsx 和 CSV 没有这个问题。",
        "用 Excel 或 WPS 打开，另存为 .xlsx。"
    );

    public static readonly DiagnosticCode NoResult = new(
        "FG0035",
        Severity.Error,
        "公式没有存下结果",
        "这一格是公式，文件里却没有存它的结果，多半是由脚本或别的系统写出的；空白和读不出是两回事。",
        "用 Excel 或 WPS 打开文件，保存一次（会把结果存进去），再运行。"
    );

    public static readonly DiagnosticCode ExplainedFault = new(
        "FG0036",
        Severity.Warning,
        "公式读不出数，状态已说明",
        "数值一格的公式出错或没有结果，但状态写着缺报或不适用，按状态处理。",
        "核对状态；属实的，把公式清空。"
    );

    public static readonly DiagnosticCode WrongForm = new(
        "FG0037",
        Severity.Error,
        "不是能读的表格文件",
        "程序按内容认文件，不看扩展名；能读 .xlsx、.xls、CSV，以及旧系统叫作 .xls 的网页和 XML 电子表格。",
        "按信息里说的，用 Excel 或 WPS 打开另存，或者先解压。"
    );

    public static readonly DiagnosticCode WhichSheet = new(
        "FG0038",
        Severity.Error,
        "不知道读哪一张工作表",
        "文件名是一张表，里面几张工作表都像或都不像它。",
        "把要读的工作表改成表名。"
    );

    public static readonly DiagnosticCode ExplainingSheet = new(
        "FG0039",
        Severity.Note,
        "跳过了说明",
        "填表说明、目录、封面一类的工作表不是数据。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode HeadRemark = new(
        "FG0040",
        Severity.Error,
        "表头括号里的话改变了这一列的意思",
        "“职工数（上年末）”“会员数（其中农民工）”不是职工数、会员数；换算不了的单位也在此列。",
        "确是这一列的，删去括号里的话；不是的，换一个列名或者删掉这一列。"
    );

    public static readonly DiagnosticCode Converted = new(
        "FG0041",
        Severity.Warning,
        "按表头的单位换算了",
        "表头写着万人、万元、‰ 一类，每个数已换算成人、元、%。",
        "核对单位；写错了就改正表头。"
    );

    public static readonly DiagnosticCode HeadHint = new(
        "FG0042",
        Severity.Warning,
        "没有理会表头括号里的话",
        "文字、编码一类的列，括号里的话不影响读取。",
        "核对这一列是不是要读的那一列。"
    );

    public static readonly DiagnosticCode ColumnsDisagree = new(
        "FG0043",
        Severity.Error,
        "两列是同一个意思，数却不一样",
        "无法判断以哪一列为准，先出现的不一定对；其中一列可能是隐藏的。",
        "核对后只留一列。"
    );

    public static readonly DiagnosticCode SkippedValues = new(
        "FG0044",
        Severity.Warning,
        "没有读取的行里有数",
        "表头上方的标题、表尾的说明一般没有数。",
        "是数据的，移到表头下面，把编码或名称写规范；不是的可以不理会。"
    );

    public static readonly DiagnosticCode Trailing = new(
        "FG0045",
        Severity.Note,
        "文件末尾有空字节",
        "末尾的空字节或旧式的文件结束符不是内容，已去掉。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode NearName = new(
        "FG0046",
        Severity.Error,
        "文件名差一点",
        "设置、对应关系这样的文件只有一个名字，名字差一点就不会读，全部按默认；Windows 常把扩展名藏起来，看不出多了 .txt。",
        "在资源管理器里勾选“文件扩展名”，照信息里的名字改。"
    );
}
