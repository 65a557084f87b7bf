using System.Collections.Frozen;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Handbook;

namespace FuGongJianJia.Theme.Site.Docs;

/// <summary>
/// Pages of the documentation that are derived from registries（派生文档）, so that they cannot be out of date.
/// </summary>
public static class DerivedDocuments
{
    /// <summary>All of them.</summary>
    public static IEnumerable<DerivedDocument> All()
    {
        yield return new("dictionary", "数据字典", 800, Dictionary());
        yield return new("settings", "设置", 810, Settings());
        yield return new("diagnostics", "诊断代码", 820, Diagnostics());
    }

    /// <summary>Markdown of one, by its path below input/ without extension: docs/settings; null for none.</summary>
    public static string? Find(string path) =>
        path.StartsWith("docs/", StringComparison.Ordinal)
        && BySlug.Value.TryGetValue(path["docs/".Length..], out var d)
            ? d.Body
            : null;

    private static readonly Lazy<FrozenDictionary<string, DerivedDocument>> BySlug = new(() =>
        All().ToFrozenDictionary(d => d.Slug, StringComparer.Ordinal)
    );

    private static string Dictionary()
    {
        var text = new StringBuilder(
            "数据放进 `data/期间/`，一张表一个文件（或工作簿中同名的工作表）；列按名称认，不按次序，带★的列是主键，带“必填”的列不可少。\n\n"
        );
        foreach (var table in Contract.Tables)
        {
            text.Append("## ")
                .Append(table.Name)
                .Append("\n\n")
                .Append(Escape(table.Description))
                .Append(table.IsRequired ? "**必需。**" : "可缺。");
            if (!table.Aliases.IsEmpty)
            {
                text.Append("文件名也可写作").Append(string.Join("、", table.Aliases.Select(Escape))).Append('。');
            }

            text.Append("\n\n| 列名 | 类型 | 必填 | 说明 | 示例 |\n| --- | --- | --- | --- | --- |\n");
            foreach (var column in table.Columns)
            {
                text.Append("| ")
                    .Append(column.IsKey ? "★" : "")
                    .Append(Escape(column.Name))
                    .Append(" | ")
                    .Append(Escape(column.Kind))
                    .Append(" | ")
                    .Append(column.IsRequired ? "必填" : "")
                    .Append(" | ")
                    .AppendJoin(' ', Notes(column))
                    .Append(" | ")
                    .Append(Escape(column.Example))
                    .Append(" |\n");
            }

            text.Append('\n');
            foreach (var rule in table.Rules)
            {
                text.Append("- ").Append(Escape(rule)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Notes(ContractColumn column)
    {
        yield return Escape(column.Description);
        if (!column.Words.IsEmpty)
        {
            yield return "取值：" + string.Join("、", column.Words.Select(Escape)) + "。";
        }

        if (column.Reference is { } reference)
        {
            yield return $"引用{Escape(reference)}表。";
        }

        if (!column.Aliases.IsEmpty)
        {
            yield return "也认：" + string.Join("、", column.Aliases.Select(Escape)) + "。";
        }
    }

    private static string Settings()
    {
        var text = new StringBuilder(
            "设置写在 `input/site.yml`。每一项都有默认值，写错或写了不认识的名称会报错并指出行列。\n\n"
        );
        foreach (var group in Contract.Settings.GroupBy(s => Group(s.Path), StringComparer.Ordinal))
        {
            text.Append("## ")
                .Append(Escape(group.Key))
                .Append("\n\n| 名称 | 可写 | 默认 | 说明 | 示例 |\n| --- | --- | --- | --- | --- |\n");
            foreach (var setting in group)
            {
                text.Append("| ")
                    .Append(Escape(setting.Path))
                    .Append(" | ")
                    .Append(Escape(setting.Type))
                    .Append(" | ")
                    .Append(Escape(setting.Default))
                    .Append(" | ")
                    .Append(Escape(setting.Description))
                    .Append(" | ")
                    .Append(Escape(setting.Example))
                    .Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString();

        static string Group(string path) =>
            path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? path[..dot] : "基本";
    }

    private static string Diagnostics()
    {
        var text = new StringBuilder(
            "每条诊断写明文件、行、列、代码、应是什么、读到什么和怎样改。**错误**使生成停止，原有的输出不动；**警告**和**提示**列入数据质量说明。代码从不改作他用。\n\n"
        );
        foreach (var group in Contract.Diagnostics.GroupBy(c => c.Severity).OrderBy(g => g.Key))
        {
            text.Append("## ").Append(Diagnostic.Word(group.Key)).Append("\n\n");
            foreach (var code in group)
            {
                text.Append("### ")
                    .Append(code.Id)
                    .Append("\n\n**")
                    .Append(Escape(code.Title))
                    .Append("** ")
                    .Append(Escape(code.Explanation))
                    .Append("\n\n改法：")
                    .Append(Escape(code.Remedy))
                    .Append("\n\n");
            }
        }

        return text.ToString();
    }

    // Registries hold plain sentences: what Markdown would read as marks is text here.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '|' or '*' or '_' or '`' or '<' or '>' or '[' or ']' or '\\' or '#' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}

/// <summary>A page of the documentation that is derived from a registry（派生文档）.</summary>
/// <param name="Slug">Address below /docs/.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序.</param>
/// <param name="Body">Markdown.</param>
public sealed record DerivedDocument(string Slug, string Title, int Order, string Body);
