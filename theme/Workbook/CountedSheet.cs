using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>A table of which the number of rows is known, and is no more than a sheet can have（一张工作表）.</summary>
/// <param name="Name">工作表名.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows; made anew each time they are asked for.</param>
/// <param name="Count">How many.</param>
internal sealed record CountedSheet(
    string Name,
    ImmutableArray<SheetColumn> Columns,
    IEnumerable<IEnumerable<object?>> Rows,
    int Count
)
{
    /// <summary>Rows below the head that a sheet can have. Source: ISO/IEC 29500-1, 18.3.1.73.</summary>
    public const int MostRows = 1_048_575;

    /// <summary>The table as one sheet, or as several where it is too long for one: 名称, 名称（2） …</summary>
    /// <param name="table">Table.</param>
    /// <param name="most">Rows that a sheet takes.</param>
    public static IEnumerable<CountedSheet> Of(DataSheet table, int most)
    {
        var count = table.Rows.Count();
        return Enumerable
            .Range(0, Math.Max(1, (count + most - 1) / most))
            .Select(i =>
                i == 0 && count <= most
                    ? new CountedSheet(table.Name, table.Columns, table.Rows, count)
                    : new CountedSheet(
                        i == 0 ? table.Name : string.Create(CultureInfo.InvariantCulture, $"{table.Name}（{i + 1}）"),
                        table.Columns,
                        table.Rows.Skip(i * most).Take(most),
                        Math.Min(most, count - (i * most))
                    )
            );
    }
}
