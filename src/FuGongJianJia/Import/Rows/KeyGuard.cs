using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// Refuses a key that comes twice（主键）: the same row again is dropped with a warning, another row is an error.
/// </summary>
internal sealed class KeyGuard
{
    private readonly Dictionary<string, (int Line, string Cells)> _seen = new(StringComparer.Ordinal);

    /// <summary>True when the row is the first with its key.</summary>
    public bool IsFirst(DataRow row, ColumnSpec column, string key)
    {
        var cells = string.Join('\u001F', row.Table.Columns.Select(c => row.Raw(c).Trim()));
        if (_seen.TryAdd(key, (row.Line, cells)))
        {
            return true;
        }

        var first = _seen[key];
        if (first.Cells == cells)
        {
            row.Report(TableCodes.DuplicateSame, column, $"与第 {first.Line} 行完全相同，只算一次。请删掉重复的一行。");
        }
        else
        {
            row.Report(
                TableCodes.DuplicateKey,
                column,
                $"“{column.Name}”{Diagnostic.Quote(row.Cleaned(column))}与第 {first.Line} 行重复，内容却不一样。请核对后只留一行。"
            );
        }

        return false;
    }
}
