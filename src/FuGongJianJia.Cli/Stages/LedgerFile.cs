using FuGongJianJia.Import.Files;
using FuGongJianJia.Tabular;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Stages;

/// <summary>The ledger as a file of the internal output（台账文件）, and as lines on a screen.</summary>
internal static class LedgerFile
{
    private static readonly string[] Header =
    [
        "文件",
        "工作表",
        "读作",
        "读到的行数",
        "事项",
        "从第几行",
        "数量",
        "其中有数",
        "说明",
    ];

    /// <summary>internal/import-ledger.csv.</summary>
    public static OutputFile Of(Ledger ledger) =>
        new(
            "internal/import-ledger.csv",
            OutputKind.Asset,
            () => (ReadOnlyMemory<byte>)SpreadsheetCsv.ToBytes(Header, Rows(ledger))
        );

    private static IEnumerable<IEnumerable<object?>> Rows(Ledger ledger)
    {
        foreach (var entry in ledger.Entries)
        {
            object?[] what = [entry.Place.Path, entry.Place.Sheet, entry.Table, entry.Rows];
            if (entry.Lines.IsEmpty)
            {
                yield return [.. what, null, null, null, null, null];
            }

            foreach (var line in entry.Lines)
            {
                yield return
                [
                    .. what,
                    line.Item.Word(),
                    line.Line > 0 ? line.Line : null,
                    line.Count,
                    line.HoldsValues,
                    line.Text,
                ];
            }
        }
    }

    /// <summary>Every table, and below it what was not read, hidden, merged, computed or converted.</summary>
    public static IEnumerable<string> Lines(Ledger ledger)
    {
        foreach (var entry in ledger.Entries)
        {
            yield return entry.Table.Length == 0
                ? $"{entry.Place}：没有读取"
                : FormattableString.Invariant($"{entry.Place}：读作“{entry.Table}”，{entry.Rows:N0} 行");
            foreach (var line in entry.Lines)
            {
                yield return FormattableString.Invariant($"  {line.Item.Word()}：{line.Text}，{line.Count:N0} 处")
                    + (line.Line > 0 ? FormattableString.Invariant($"，从第 {line.Line} 行起") : "")
                    + (line.HoldsValues ? "，其中有数" : "");
            }
        }

        yield return $"台账：{ledger.Summary}。";
    }
}
