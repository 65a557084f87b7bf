using System.Collections.Immutable;

namespace FuGongJianJia.Tabular;

/// <summary>A table as a file or a sheet of a workbook takes it（数据表）.</summary>
/// <param name="Name">工作表名: up to 31 characters, none of <c>[]:*?/\</c>.</param>
/// <param name="Columns">Columns, in order.</param>
/// <param name="Rows">
/// Rows, each as wide as the columns: text, a number, a <see cref="DateOnly"/>, a truth value or null.
/// </param>
public sealed record DataSheet(string Name, ImmutableArray<SheetColumn> Columns, IEnumerable<IEnumerable<object?>> Rows)
{
    /// <summary>The same table as CSV.</summary>
    public byte[] Csv() => SpreadsheetCsv.ToBytes(Columns.Select(c => c.Name), Rows);
}

/// <summary>A column（列）.</summary>
/// <param name="Name">列名.</param>
/// <param name="Format">How its numbers are shown.</param>
public sealed record SheetColumn(string Name, SheetFormat Format = SheetFormat.Text)
{
    /// <summary>A column of text.</summary>
    public static implicit operator SheetColumn(string name) => new(name);
}

/// <summary>How the numbers of a column are shown（数字格式）.</summary>
public enum SheetFormat
{
    /// <summary>文本.</summary>
    Text,

    /// <summary>整数, with thousands marks.</summary>
    Count,

    /// <summary>两位小数.</summary>
    Score,

    /// <summary>As many decimals as the number has（原样）.</summary>
    General,

    /// <summary>日期, 2024-05-01.</summary>
    Date,
}
