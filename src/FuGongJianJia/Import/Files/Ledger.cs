using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files;

/// <summary>What a line of the ledger tells（台账事项）.</summary>
public enum LedgerItem
{
    /// <summary>Rows that were not read.</summary>
    SkippedRows,

    /// <summary>A column that was not read.</summary>
    IgnoredColumn,

    /// <summary>A sheet or a file that was not read.</summary>
    Unread,

    /// <summary>Hidden rows, which were read.</summary>
    HiddenRows,

    /// <summary>A hidden column, which was read.</summary>
    HiddenColumn,

    /// <summary>Cells merged over several rows.</summary>
    MergedCells,

    /// <summary>Formulas, whose stored results were read.</summary>
    Formulas,

    /// <summary>Formulas without a stored result, or with an error.</summary>
    UnreadFormulas,

    /// <summary>A column whose numbers were converted.</summary>
    Converted,
}

/// <summary>Words of <see cref="LedgerItem"/>.</summary>
public static class LedgerItems
{
    /// <summary>The Chinese word.</summary>
    public static string Word(this LedgerItem item) =>
        item switch
        {
            LedgerItem.SkippedRows => "没有读取的行",
            LedgerItem.IgnoredColumn => "没有读取的列",
            LedgerItem.Unread => "整张没有读取",
            LedgerItem.HiddenRows => "隐藏的行，已读取",
            LedgerItem.HiddenColumn => "隐藏的列，已读取",
            LedgerItem.MergedCells => "合并的单元格",
            LedgerItem.Formulas => "公式，取存下的结果",
            LedgerItem.UnreadFormulas => "读不出的公式",
            _ => "换算过的列",
        };
}

/// <summary>A line of the ledger（台账的一条）.</summary>
/// <param name="Item">What it tells.</param>
/// <param name="Line">Physical line of the first, 0 for the whole table.</param>
/// <param name="Count">How many.</param>
/// <param name="Text">Which, in Chinese; holds no personal data.</param>
/// <param name="HoldsValues">True when numbers stand in what was not read.</param>
public sealed record LedgerLine(LedgerItem Item, int Line, int Count, string Text, bool HoldsValues);

/// <summary>What import did with one table（台账的一页）: a CSV file, or a sheet of a workbook.</summary>
/// <param name="Place">File and sheet.</param>
/// <param name="Table">The table it was read as; empty when it was not read.</param>
/// <param name="Rows">Data rows that were read.</param>
/// <param name="Lines">What was not read, hidden, merged, computed or converted.</param>
public sealed record LedgerEntry(SourcePlace Place, string Table, int Rows, ImmutableArray<LedgerLine> Lines);

/// <summary>
/// Ledger（导入台账）: for every file what was read and what was not, so that nobody has to guess. One of the results of
/// import; build tells it in short, check in full, and the internal output keeps it.
/// </summary>
/// <param name="Entries">By place.</param>
public sealed record Ledger(ImmutableArray<LedgerEntry> Entries)
{
    /// <summary>No file.</summary>
    public static Ledger Empty { get; } = new([]);

    /// <summary>Data rows of all tables.</summary>
    public int Rows => Entries.Sum(e => e.Rows);

    /// <summary>One sentence: how much was read and how much was not.</summary>
    public string Summary
    {
        get
        {
            var lines = Entries.SelectMany(e => e.Lines).ToList();
            int Count(LedgerItem item) => lines.Where(l => l.Item == item).Sum(l => l.Count);
            var read = FormattableString.Invariant($"{Entries.Count(e => e.Table.Length > 0)} 张表，读取 {Rows:N0} 行");
            var unread = ((LedgerItem Item, string Unit)[])
                [(LedgerItem.SkippedRows, "行"), (LedgerItem.IgnoredColumn, "列"), (LedgerItem.Unread, "张表或文件")];
            var parts = unread
                .Where(u => Count(u.Item) > 0)
                .Select(u => FormattableString.Invariant($"{Count(u.Item):N0} {u.Unit}"))
                .ToList();
            var valued = lines.Count(l => l.HoldsValues);
            return parts.Count == 0
                ? read + "，没有跳过的内容"
                : read
                    + $"；没有读取 {string.Join("、", parts)}"
                    + (valued > 0 ? FormattableString.Invariant($"，其中 {valued} 处有数") : "");
        }
    }
}

/// <summary>A page of the ledger while its table is being read（记台账）.</summary>
internal sealed class LedgerPage(SourcePlace place)
{
    private readonly Dictionary<(LedgerItem Item, string Text), (int Line, int Count, bool HoldsValues)> _lines = [];

    /// <summary>Name of the table it is read as; empty until then.</summary>
    public string Table { get; set; } = "";

    /// <summary>Data rows.</summary>
    public int Rows { get; set; }

    /// <summary>Adds to a line; the first of its kind says where.</summary>
    public void Add(LedgerItem item, string text, int line = 0, int count = 1, bool holdsValues = false) =>
        _lines[(item, text)] = _lines.TryGetValue((item, text), out var sofar)
            ? (sofar.Line, sofar.Count + count, sofar.HoldsValues | holdsValues)
            : (line, count, holdsValues);

    /// <summary>The page as it stands.</summary>
    public LedgerEntry ToEntry() =>
        new(
            place,
            Table,
            Rows,
            [
                .. _lines
                    .Select(l => new LedgerLine(
                        l.Key.Item,
                        l.Value.Line,
                        l.Value.Count,
                        l.Key.Text,
                        l.Value.HoldsValues
                    ))
                    .OrderBy(l => l.Item)
                    .ThenBy(l => l.Line)
                    .ThenBy(l => l.Text, StringComparer.Ordinal),
            ]
        );
}

/// <summary>The pages of a run, in the order of their places（台账簿）.</summary>
internal sealed class LedgerBook
{
    private readonly SortedDictionary<SourcePlace, LedgerPage> _pages = [];

    /// <summary>The page of a file or sheet.</summary>
    public LedgerPage Page(SourcePlace place)
    {
        if (!_pages.TryGetValue(place, out var page))
        {
            _pages.Add(place, page = new(place));
        }

        return page;
    }

    /// <summary>The ledger as it stands.</summary>
    public Ledger ToLedger() => new([.. _pages.Values.Select(p => p.ToEntry())]);
}
