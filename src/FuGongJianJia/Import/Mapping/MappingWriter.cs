using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>Writes 对应.yml: every decision on a line of its own, with the reason behind it.</summary>
internal static class MappingWriter
{
    private const string Preface = """
        # 对应.yml：自己的导出里每张表、每一列是什么。fugong import 写成，可以改；改完运行 fugong check。
        # 以后各期把同样的表放进 data/期间/，fugong build 照这里直接读，不必再问。
        # 行末写着“待确认”的是程序的判断，核对以后把“待确认”几个字删掉；不对的就改。
        # 左边是导出里的列名（几行表头用 > 连起来），右边是数据字典里的“表.列”；“不读”的列不会出现在任何地方。

        """;

    /// <summary>The whole file.</summary>
    public static string Write(OfficeMapping mapping)
    {
        var text = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        text.Append('\n');
        Line(text, 0, "区级组织", mapping.DistrictName.Value, mapping.DistrictName.Why);
        text.Append(
            CultureInfo.InvariantCulture,
            $"直属: [{string.Join(", ", mapping.Direct.Select(Scalar))}]  # 所属镇街写着这些的，直接归区总工会\n"
        );
        text.Append(
            mapping.ZeroIsNotApplicable
                ? "分母为零: 不适用  # 应完成是 0 的，这一项对该工会不适用；要改成报错，写 照原样\n"
                : "分母为零: 照原样\n"
        );
        text.Append("\n表格:\n");
        foreach (var rule in mapping.Tables)
        {
            Write(text, rule);
        }

        Catalogue(text, mapping.Indicators);
        return text.ToString();
    }

    /// <summary>One table, as it stands below 表格.</summary>
    public static void Write(StringBuilder text, TableRule rule)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - 文件: {Scalar(rule.Files)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    工作表: {Scalar(rule.Sheets)}\n");
        text.Append(
            rule.ReadAs.IsEmpty ? "    读作: 不读\n" : $"    读作: [{string.Join(", ", rule.ReadAs.Select(Scalar))}]\n"
        );
        if (rule.IsTurned)
        {
            Line(text, 4, "版面", MappingReader.Turned, "左边一列当作表头来读");
        }

        if (rule.TownFrom.Length > 0)
        {
            Line(text, 4, "镇街取自", rule.TownFrom, "");
        }

        if (rule.IndicatorFrom.Length > 0)
        {
            Line(text, 4, "指标取自", rule.IndicatorFrom, "");
        }

        if (!rule.Columns.IsEmpty)
        {
            text.Append("    列:\n");
            Write(text, rule.Columns);
        }

        if (!rule.Words.IsEmpty)
        {
            text.Append("    值:\n");
            foreach (var words in rule.Words.GroupBy(w => w.Target.Text, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"      {Scalar(words.Key)}:\n");
                foreach (var word in words)
                {
                    Line(text, 8, word.Theirs, word.Ours, word.Why);
                }
            }
        }

        if (!rule.Units.IsEmpty)
        {
            text.Append("    单位:\n");
            foreach (var (column, unit) in rule.Units)
            {
                Line(text, 6, column, unit.Value, unit.Why);
            }
        }

        if (!rule.Fixed.IsEmpty)
        {
            text.Append("    固定值:\n");
            foreach (var (target, value) in rule.Fixed)
            {
                Line(text, 6, target.Text, value.Value, value.Why);
            }
        }

        if (!rule.FillDown.IsEmpty)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    向下填充: [{string.Join(", ", rule.FillDown.Select(Scalar))}]  # 空着的与上一行相同\n"
            );
        }
    }

    /// <summary>Lines below 列.</summary>
    public static void Write(StringBuilder text, IEnumerable<ColumnRule> columns)
    {
        foreach (var same in columns.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            var targets = same.Select(c => Scalar(c.Target.Text)).ToList();
            text.Append(' ', 6)
                .Append(Scalar(same.Key))
                .Append(": ")
                .Append(targets.Count == 1 ? targets[0] : $"[{string.Join(", ", targets)}]");
            Comment(text, same.First().Why);
        }
    }

    /// <summary>
    /// The file with more in it: every line and remark that stands there stays as it is.
    /// </summary>
    /// <param name="file">The file as it stands.</param>
    /// <param name="additions">Columns and words for the rules in it.</param>
    /// <param name="rules">Further rules.</param>
    public static string Add(
        string file,
        IEnumerable<(TableRule Rule, ImmutableArray<ColumnRule> Columns, ImmutableArray<WordRule> Words)> additions,
        IEnumerable<TableRule> rules
    )
    {
        var lines = file.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var more = new List<(int Behind, string Text)>();
        foreach (var (rule, columns, words) in additions)
        {
            var last = rule.Columns.Max(c => c.Line);
            if (columns.Length > 0)
            {
                more.Add((last, Text(t => Write(t, columns))));
            }

            foreach (var of in words.GroupBy(w => w.Target.Text, StringComparer.Ordinal))
            {
                var beside = rule.Words.Where(w => w.Target.Text == of.Key).Select(w => w.Line).DefaultIfEmpty(0).Max();
                var block = rule.Words.Select(w => w.Line).DefaultIfEmpty(0).Max();
                more.Add(
                    (
                        beside > 0 ? beside
                        : block > 0 ? block
                        : last,
                        Text(t =>
                        {
                            if (block == 0 && of.Key == words[0].Target.Text)
                            {
                                t.Append("    值:\n");
                            }

                            if (beside == 0)
                            {
                                t.Append(CultureInfo.InvariantCulture, $"      {Scalar(of.Key)}:\n");
                            }

                            foreach (var word in of)
                            {
                                Line(t, 8, word.Theirs, word.Ours, word.Why);
                            }
                        })
                    )
                );
            }
        }

        // Behind the last line of 表格, or at the end where there is none yet.
        var start = lines.FindIndex(l => l.StartsWith("表格:", StringComparison.Ordinal));
        var end = start + 1;
        while (start >= 0 && end < lines.Count && (lines[end].Length == 0 || lines[end][0] is ' ' or '#' or '-'))
        {
            end++;
        }

        while (end > start + 1 && (lines[end - 1].Length == 0 || lines[end - 1][0] == '#'))
        {
            end--;
        }

        var whole = Text(t =>
        {
            foreach (var rule in rules)
            {
                Write(t, rule);
            }
        });
        if (whole.Length > 0)
        {
            more.Add(start < 0 ? (lines.Count, "\n表格:\n" + whole) : (end, whole));
        }

        foreach (
            var (behind, text) in more.Select((m, i) => (m, i))
                .OrderByDescending(m => (m.m.Behind, m.i))
                .Select(m => m.m)
        )
        {
            lines.Insert(behind, text.TrimEnd('\n'));
        }

        return string.Join('\n', lines) + '\n';

        static string Text(Action<StringBuilder> write)
        {
            var text = new StringBuilder();
            write(text);
            return text.ToString();
        }
    }

    private static void Catalogue(StringBuilder text, ImmutableArray<IndicatorRule> indicators)
    {
        if (indicators.IsEmpty)
        {
            return;
        }

        text.Append(
            """

            # 导出里没有指标目录，按表头里的指标名建立了一份。名称照原样；归哪个指数、分值、规则都请核对。
            # 一个指数的分值合计是 100；各项写什么见文档“数据字典”的“指标”。
            指标:

            """.ReplaceLineEndings("\n")
        );
        foreach (var indicator in indicators)
        {
            text.Append("  - {")
                .AppendJoin(", ", indicator.Cells.Select(c => $"{c.Column}: {Scalar(c.Value)}"))
                .Append('}');
            Comment(text, indicator.Why);
        }
    }

    private static void Line(StringBuilder text, int indent, string name, string value, string why)
    {
        text.Append(' ', indent).Append(Scalar(name)).Append(": ").Append(Scalar(value));
        Comment(text, why);
    }

    private static void Comment(StringBuilder text, string why)
    {
        if (why.Length > 0)
        {
            text.Append("  # ").Append(why.ReplaceLineEndings(" "));
        }

        text.Append('\n');
    }

    // A plain word where YAML takes it for one; anything else in quotes.
    private static string Scalar(string text) =>
        text.Length > 0
        && text.All(c => char.IsLetter(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '（' or '）' or '、' or '－')
        && char.IsLetter(text[0])
            ? text
            : "\""
                + text.Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .ReplaceLineEndings(" ")
                + "\"";
}
