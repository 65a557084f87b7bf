using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Settings;

namespace FuGongJianJia.Import.Schema;

/// <summary>The documentation that derives from the registries（数据字典、设置、诊断代码） as Markdown, for docs pages.</summary>
public static class SchemaDocs
{
    /// <summary>数据字典: every table, column and rule.</summary>
    public static string Dictionary()
    {
        var text = new StringBuilder();
        foreach (var table in TableRegistry.All)
        {
            text.Append($"## {table.Name}{(table.IsRequired ? "（必需）" : "")}\n\n{table.Description}\n\n");
            text.Append("| 列 | 类型 | 必填 | 说明 | 示例 | 也认得 |\n|---|---|---|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                var words = column.Words.IsEmpty ? "" : $"（{string.Join('、', column.Words)}）";
                text.Append($"| {Cell(column.Name)}{(column.IsKey ? " ★" : "")} | {column.KindText}{Cell(words)} | {(column.IsRequired ? "是" : "")} | {Cell(column.Description)} | {Cell(column.Example)} | {Cell(string.Join('、', column.Aliases))} |\n");
            }

            text.Append('\n');
            foreach (var rule in table.Rules)
            {
                text.Append($"- {rule}\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>设置说明: every setting of site.yml.</summary>
    public static string Settings()
    {
        var text = new StringBuilder("| 设置 | 写法 | 默认 | 说明 | 示例 |\n|---|---|---|---|---|\n");
        foreach (var setting in SettingsSchema.All)
        {
            text.Append($"| {Cell(setting.Path)} | {Cell(setting.Type)} | {Cell(setting.Default)} | {Cell(setting.Description)} | {Cell(setting.Example)} |\n");
        }

        return text.ToString();
    }

    /// <summary>诊断代码: what each says, why, and what to do.</summary>
    public static string DiagnosticCodes()
    {
        var text = new StringBuilder("| 代码 | 程度 | 问题 | 为什么 | 怎么办 |\n|---|---|---|---|---|\n");
        foreach (var code in Codes.All)
        {
            text.Append($"| {code.Id} | {Diagnostic.Word(code.Severity)} | {Cell(code.Title)} | {Cell(code.Explanation)} | {Cell(code.Remedy)} |\n");
        }

        return text.ToString();
    }

    /// <summary>Text inside a Markdown table: marks that would be markup are escaped.</summary>
    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "＜", StringComparison.Ordinal);
}
