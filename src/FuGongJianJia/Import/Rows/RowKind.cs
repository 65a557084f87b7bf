using System.Text.RegularExpressions;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
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

/// <summary>
/// Tells data from the rows people add around it（认行）. A row is taken for something else only when it says so in the
/// words of a form, and never when it holds what only data hold: a unit may be called 打印包装行业联合工会, and a need may
/// speak of 合计.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="header">Its header.</param>
internal sealed partial class RowClassifier(TableSpec table, Header header)
{
    private static readonly string[] Totals =
    [
        "合计",
        "小计",
        "总计",
        "累计",
        "共计",
        "平均",
        "平均值",
        "全区合计",
        "全区平均",
        "区合计",
    ];

    private readonly ColumnSpec?[] _columns = Columns(table, header);

    /// <summary>合计, 云岫街道小计: where the name of a row stands.</summary>
    public static bool IsTotal(string cell) => IsTotalText(Folded(cell));

    /// <summary>制表人：, 注： … below a table.</summary>
    public static bool IsFooter(string cell) => FooterPattern().IsMatch(Folded(cell));

    private static string Folded(string cell) =>
        ReadingFold.Of(CellCleaner.Line(cell)).Replace(" ", "", StringComparison.Ordinal).TrimStart('*');

    private static bool IsTotalText(string text) =>
        Totals.Contains(text.TrimEnd(':'))
        || (
            text.Length <= 14
            && (
                text.EndsWith("小计", StringComparison.Ordinal)
                || text.EndsWith("合计", StringComparison.Ordinal)
                || text.EndsWith("总计", StringComparison.Ordinal)
                || text.EndsWith("平均", StringComparison.Ordinal)
            )
        );

    /// <summary>The kind of the row a reader stands on.</summary>
    public RowKind Kind(IRowReader row)
    {
        var first = -1;
        var filled = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row.Cell(i);
            if (
                cell.Length > 0
                    ? cell[0] is > ' ' and < '\u007F' || !string.IsNullOrWhiteSpace(cell)
                    : row.State(i) == RawState.NoResult
            )
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
        return text.Length is 0 or > 200 || IsPlainCode(text) ? RowKind.Data : Worded(row, text, first, filled);
    }

    private RowKind Worded(IRowReader row, string raw, int first, int filled)
    {
        var text = Folded(raw);
        if (IsTotal(text, first) && !HoldsWords(row, first))
        {
            return RowKind.Total;
        }

        // 2024年12月31日 below the table, by itself: the day on which it was made.
        if (filled == 1 && DateCell.TryParse(text, 0, out _) == DateForm.Full)
        {
            return RowKind.Footer;
        }

        if (FooterPattern().IsMatch(text) && !HoldsCode(row))
        {
            return RowKind.Footer;
        }

        return filled > 1 && IsHeader(row) ? RowKind.Header : RowKind.Data;
    }

    /// <summary>合计 by itself, or 云岫街道小计, where the name of a row stands.</summary>
    private bool IsTotal(string text, int first) =>
        Column(first) is not { Kind: CellKind.Text or CellKind.Word or CellKind.Words } && IsTotalText(text);

    /// <summary>
    /// True when another required column of words is filled: the code, the date or the kind of something that happened.
    /// </summary>
    private bool HoldsWords(IRowReader row, int first)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (
                i != first
                && Column(i)
                    is { IsRequired: true, IsNumber: false, Kind: not CellKind.Indicator and not CellKind.Period }
                && !CellCleaner.IsBlank(row.Cell(i))
            )
            {
                return true;
            }
        }

        return HoldsCode(row);
    }

    /// <summary>True when a column of codes, organisations or indicators holds a code.</summary>
    private bool HoldsCode(IRowReader row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (
                Column(i) is { IsKey: true, HoldsCodes: true, Kind: not CellKind.Indicator }
                && row.Cell(i) is { Length: > 1 } cell
                && IsPlainCode(cell)
                && cell.Any(char.IsAsciiDigit)
            )
            {
                return true;
            }
        }

        return false;
    }

    private ColumnSpec? Column(int position) => position < _columns.Length ? _columns[position] : null;

    private bool IsHeader(IRowReader row)
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

    private static ColumnSpec?[] Columns(TableSpec table, Header header)
    {
        var columns = new ColumnSpec?[header.Names.Length];
        foreach (var column in table.Columns)
        {
            if (header.Map[column.Ordinal] is >= 0 and var at)
            {
                columns[at] = column;
            }
        }

        return columns;
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

    // The words of a form: a label that ends in a colon or stands by itself, not a name that begins alike.
    [GeneratedRegex(
        @"^(制表|填表|填报|上报|审核|复核|统计|统计负责|单位负责|分管领导|负责|联系|经办|打印|制单|校对|录入|报送)"
            + @"(人|员|者|单位|部门|科室|负责人|日期|时间)?(姓名|签字|签名|签章|盖章)?(\((签字|签名|签章|盖章)\))?([:].*)?$"
            + @"|^(注|备注|说明|附注|附注说明|填表说明|填报说明|数据来源|来源|单位\(盖章\)|单位盖章|盖章)[:].*$"
            + @"|^(注|附注)\d*[:、.].*$|^(盖章|单位\(盖章\)|\(盖章\)|\(公章\))$"
    )]
    private static partial Regex FooterPattern();
}
