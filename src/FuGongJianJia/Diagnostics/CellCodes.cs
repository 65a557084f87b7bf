namespace FuGongJianJia.Diagnostics;

/// <summary>Cells（单元格）: FG01##.</summary>
public static class CellCodes
{
    public static readonly DiagnosticCode Empty = new(
        "FG0101",
        Severity.Error,
        "必填的单元格是空的",
        "没有这一项，这一行就无法使用。",
        "补上；不知道时请向填报单位核实，不要填 0。"
    );

    public static readonly DiagnosticCode BadCode = new(
        "FG0102",
        Severity.Error,
        "编码的写法不对",
        "编码会成为网页地址，只能用英文字母、数字和短横线，1—40 个字符，"
            + "也不能是 Windows 保留的名字或网址里的字（index、district、page-2）。",
        "改成例如 FC001 这样的编码。"
    );

    public static readonly DiagnosticCode BadNumber = new(
        "FG0103",
        Severity.Error,
        "不是数",
        "这一列应当是数。",
        "检查是否把数字 0 写成字母 O，或者混进了文字。"
    );

    public static readonly DiagnosticCode NotWhole = new(
        "FG0104",
        Severity.Error,
        "应当是整数",
        "人数、场次一类只能是整数。",
        "改成整数。"
    );

    public static readonly DiagnosticCode OutOfRange = new(
        "FG0105",
        Severity.Error,
        "数值超出合理范围",
        "负数或者大得不合常理，多半是填错了。",
        "核对原始数据。"
    );

    public static readonly DiagnosticCode BadDate = new(
        "FG0106",
        Severity.Error,
        "日期无法识别",
        "日期写成 2024-05-01 最稳妥。",
        "改成 年-月-日；日历上没有的日子请核对。"
    );

    public static readonly DiagnosticCode AmbiguousDate = new(
        "FG0107",
        Severity.Error,
        "日期有两种读法",
        "5/1/24 既可能是 5 月 1 日，也可能是 1 月 5 日。",
        "改成四位年份的 年-月-日。"
    );

    public static readonly DiagnosticCode BadWord = new(
        "FG0108",
        Severity.Error,
        "不在可选的词里",
        "这一列只能填数据字典里列出的词。",
        "改成列出的词。"
    );

    public static readonly DiagnosticCode BadYesNo = new(
        "FG0109",
        Severity.Error,
        "应当填是或否",
        "认得 是、否、√、×、1、0、有、无。",
        "改成 是 或 否。"
    );

    public static readonly DiagnosticCode DamagedCode = new(
        "FG0110",
        Severity.Error,
        "编码被 Excel 改成了科学记数",
        "长编码被当成数，后几位已经丢失，无法还原。",
        "回到原系统重新导出：先把该列设为“文本”格式，再粘贴或导入；不要在 Excel 里双击打开 CSV。"
    );

    public static readonly DiagnosticCode Approximate = new(
        "FG0111",
        Severity.Warning,
        "约数按整数读取",
        "这一列没有约数标记，已去掉“约”“余”。",
        "有准确数时请改用准确数。"
    );

    public static readonly DiagnosticCode Invisible = new(
        "FG0112",
        Severity.Warning,
        "有看不见的字符",
        "零宽字符、方向控制符已经去掉。",
        "不需要处理；反复出现时请检查导出系统。"
    );

    public static readonly DiagnosticCode WrongPeriod = new(
        "FG0113",
        Severity.Error,
        "期间与文件夹不一致",
        "一个文件夹只能放一期的数据。",
        "把这一行移到它自己的期间文件夹。"
    );

    public static readonly DiagnosticCode BadCreditCode = new(
        "FG0114",
        Severity.Error,
        "统一社会信用代码不对",
        "按 GB 32100 校验不通过。",
        "对照登记证书核对，注意字母 O 与数字 0、字母 I 与数字 1。"
    );

    public static readonly DiagnosticCode OddCreditCode = new(
        "FG0115",
        Severity.Warning,
        "统一社会信用代码不像是工会的",
        "工会的代码以 81 开头；以 91 开头的是企业自己的代码。",
        "填工会法人资格证书上的代码；没有就留空。"
    );

    public static readonly DiagnosticCode BadDivision = new(
        "FG0116",
        Severity.Error,
        "行政区划代码不对",
        "应为 6、9 或 12 位数字。",
        "核对行政区划代码。"
    );

    public static readonly DiagnosticCode PercentForms = new(
        "FG0117",
        Severity.Error,
        "百分数的写法不一致",
        "同一项指标里 95.5%、0.955、95.5 混用，无法判断大小。",
        "统一写成 95.5%，或者填写分子、分母。"
    );

    public static readonly DiagnosticCode SerialDate = new(
        "FG0118",
        Severity.Note,
        "日期是 Excel 序列号",
        "已按 1900 日期系统换算。",
        "不需要处理；日期不对时，原文件可能用了 1904 日期系统。"
    );

    public static readonly DiagnosticCode TooLong = new(
        "FG0119",
        Severity.Warning,
        "文字太长",
        "过长的名称在表格和图里会被折行。",
        "核对是否多粘贴了内容，必要时填写简称。"
    );

    public static readonly DiagnosticCode LowerCase = new(
        "FG0120",
        Severity.Warning,
        "统一社会信用代码有小写字母",
        "已改为大写。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode MonthDay = new(
        "FG0121",
        Severity.Note,
        "日期没有年份",
        "已按期间文件夹的年份补全。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode MergedNumber = new(
        "FG0122",
        Severity.Error,
        "一个数合并在几行上",
        "不知道是每行都有这么多，还是几行共有这么多；每行都算一遍就多算了。",
        "取消合并，每行填自己的数。"
    );
}
