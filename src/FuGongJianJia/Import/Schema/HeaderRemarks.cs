using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Schema;

/// <summary>
/// What may stand in the brackets of a header（表头括号里的话）: a unit, a hint for whoever fills the form in, or a word that
/// makes other numbers of the column (上年末, 其中农民工, 含退休).
/// </summary>
internal static class HeaderRemarks
{
    private static readonly string[] Hints =
    [
        "必填",
        "必填项",
        "选填",
        "非必填",
        "可选",
        "可空",
        "可不填",
        "必选",
        "单选",
        "多选",
        "可多选",
        "下拉选择",
        "数字",
        "填数",
        "整数",
        "数值",
        "文本",
        "文字",
        "日期",
        "是/否",
        "是",
        "否",
        "Y/N",
        "全称",
        "规范全称",
        "去重",
    ];

    private static readonly string[] HintStarts =
    [
        "是否",
        "如",
        "例",
        "格式",
        "示例",
        "填",
        "请",
        "写",
        "选",
        "不超过",
        "限",
    ];

    /// <summary>True for what says how to fill the column in.</summary>
    public static bool IsHint(string remark) =>
        Hints.Contains(remark)
        || HintStarts.Any(s => remark.StartsWith(s, StringComparison.Ordinal))
        || remark.All(c => c is 'Y' or 'M' or 'D' or '年' or '月' or '日' or '-' or '/' or '.')
        || remark.TrimEnd('位').All(char.IsAsciiDigit);

    /// <summary>True for what says nothing new of the column: a hint, its own name, the words it may hold.</summary>
    public static bool IsHint(string remark, ColumnSpec column) =>
        IsHint(remark)
        || HeaderText.Key(column.Name) == remark
        || column.Aliases.Any(a => HeaderText.Key(a) == remark)
        || (
            column.Words.Length > 0
            && remark.Split('/', StringSplitOptions.RemoveEmptyEntries).All(w => column.Words.Contains(w))
        );

    /// <summary>The unit that the name of a column states or means; null when it may be any.</summary>
    public static UnitKind? UnitOf(ColumnSpec column) =>
        HeaderText.Remarks(column.Name) is [var stated] && HeadUnit.Parse(stated) is { } unit ? unit.Kind
        : column.Kind == CellKind.Whole ? UnitKind.Count
        : null;

    /// <summary>The message that leaves the choice to the office.</summary>
    public static string Refuse(string header, string remark, string column) =>
        $"列{Diagnostic.Quote(header)}的括号里写着{Diagnostic.Quote(remark)}，可能不是“{column}”，没有读取。"
        + $"确实就是本期的“{column}”，请删去括号里的话；不是的，请换一个列名，或者删掉这一列。";
}
