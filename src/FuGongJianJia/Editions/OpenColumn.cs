using System.Collections.Immutable;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Editions;

/// <summary>
/// A column of open data（开放数据的列）: name, type, description and where its value comes from. Header, cells, JSON, schema
/// and dictionary all
/// derive from the list of these, so that a column is added in one line.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Name">列名.</param>
/// <param name="Kind">类型.</param>
/// <param name="Description">说明.</param>
/// <param name="Value">Text, number, count, date or null.</param>
internal sealed record OpenColumn<T>(string Name, OpenKind Kind, string Description, Func<T, object?> Value);

/// <summary>Type of a column（列类型）.</summary>
internal enum OpenKind
{
    /// <summary>文本.</summary>
    Text,

    /// <summary>数.</summary>
    Number,

    /// <summary>整数.</summary>
    Count,

    /// <summary>日期.</summary>
    Date,

    /// <summary>数，或 ＜5、不公布.</summary>
    Guarded,
}

/// <summary>A table of open data.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="File">File name.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Columns">Columns, in order.</param>
internal sealed record OpenTable<T>(string File, string Title, ImmutableArray<OpenColumn<T>> Columns)
{
    public byte[] Csv(IEnumerable<T> rows) =>
        SpreadsheetCsv.ToBytes(Columns.Select(c => c.Name), rows.Select(row => Columns.Select(c => c.Value(row))));
}
