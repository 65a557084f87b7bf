using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Rows;

/// <summary>What a row below the header is（行的种类）.</summary>
internal enum RowKind
{
    /// <summary>空行.</summary>
    Blank,

    /// <summary>数据.</summary>
    Data,

    /// <summary>合计、小计.</summary>
    Total,

    /// <summary>制表人、填表日期、注.</summary>
    Footer,

    /// <summary>A header repeated in the middle.</summary>
    Header,
}

/// <summary>Tells data from the rows people add around it.</summary>
internal static class RowClassifier
{
    private static readonly string[] Totals =
    [
        "合计",
        "小计",
        "总计",
        "累计",
        "共计",
        "平均",
        "全区合计",
        "全区平均",
        "区合计",
    ];

    private static readonly string[] Footers =
    [
        "制表",
        "填表",
        "填报",
        "审核",
        "复核",
        "统计人",
        "统计负责",
        "单位负责",
        "分管领导",
        "负责人",
        "联系人",
        "经办",
        "打印",
        "注:",
        "备注:",
        "说明:",
        "附注",
        "数据来源:",
        "单位(盖章)",
        "盖章",
    ];

    /// <summary>The kind of the row a reader stands on.</summary>
    public static RowKind Kind(IRowReader row, Header header)
    {
        var count = row.Count;
        var first = -1;
        var filled = 0;
        for (var i = 0; i < count; i++)
        {
            var cell = row.Cell(i);
            if (cell.Length > 0 && (cell[0] is > ' ' and < '\u007F' || !string.IsNullOrWhiteSpace(cell)))
            {
                first = first < 0 ? i : first;
                filled++;
            }
        }

        if (first < 0)
        {
            return RowKind.Blank;
        }

        var text = row.Cell(first);
        if (text.Length > 40 || text[0] < 0x80)
        {
            return text[0] < 0x80 && !IsPlainCode(text) ? Worded(row, header, first, filled) : RowKind.Data;
        }

        return Worded(row, header, first, filled);
    }

    private static RowKind Worded(IRowReader row, Header header, int first, int filled)
    {
        var text = TextFold
            .Fold(CellCleaner.Clean(row.Cell(first), out _))
            .Replace(" ", "", StringComparison.Ordinal)
            .TrimStart('*');
        if (
            Totals.Any(t => text == t || text == t + ":")
            || (
                text.Length <= 14
                && (text.EndsWith("小计", StringComparison.Ordinal) || text.EndsWith("合计", StringComparison.Ordinal))
            )
        )
        {
            return RowKind.Total;
        }

        // 2024年12月31日 below the table, by itself: the day on which it was made.
        if (filled == 1 && DateCell.TryParse(text, 0, out _) == DateForm.Full)
        {
            return RowKind.Footer;
        }

        if (
            filled <= Math.Max(4, header.Names.Length / 2)
            && Footers.Any(f => text.StartsWith(f, StringComparison.Ordinal))
        )
        {
            return RowKind.Footer;
        }

        return filled > 1 && IsHeader(row, header) ? RowKind.Header : RowKind.Data;
    }

    private static bool IsHeader(IRowReader row, Header header)
    {
        for (var i = 0; i < header.Names.Length; i++)
        {
            if (!string.Equals(row.Cell(i).Trim(), header.Names[i].Trim(), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlainCode(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
