using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Import;

/// <summary>The ledger tells for every file what was read of it and what was not.</summary>
public sealed class LedgerTests
{
    [Theory]
    [InlineData("h21_wan_ren", LedgerItem.Converted, false)]
    [InlineData("h27_sheet1_stray", LedgerItem.Unread, true)]
    [InlineData("r13_hidden_cols", LedgerItem.HiddenColumn, false)]
    [InlineData("r08_merged_number", LedgerItem.MergedCells, false)]
    [InlineData("v03_formula_nocache", LedgerItem.UnreadFormulas, true)]
    [InlineData("f22_zip_of_csv", LedgerItem.Unread, true)]
    public void What_was_not_simply_read_has_its_line(string name, LedgerItem item, bool holdsValues) =>
        Assert.Contains(
            Read(WildCases.Root, name).Entries.SelectMany(e => e.Lines),
            l => l.Item == item && l.HoldsValues == holdsValues && l.Count > 0
        );

    [Fact]
    public void Rows_that_were_skipped_are_counted_where_they_begin()
    {
        var lines = Read(GoldenCases.Root, "09-totals-and-footers").Entries.SelectMany(e => e.Lines).ToList();

        Assert.Contains(lines, l => l is { Item: LedgerItem.SkippedRows, Line: 6, Count: 2, HoldsValues: true });
        Assert.Contains(lines, l => l is { Item: LedgerItem.SkippedRows, Line: 10, Count: 2, HoldsValues: false });
    }

    [Fact]
    public void Every_table_tells_how_many_rows_were_read()
    {
        var files = GoldenCases.Files(WildCases.Root, "c15_x1a");
        var ledger = Importer.Import(files, ImportOptions.Default, TestContext.Current.CancellationToken).Ledger;

        Assert.Equal(
            files.Where(f => f.Path.StartsWith("data/", StringComparison.Ordinal)).Select(f => f.Path).Order(),
            ledger.Entries.Select(e => e.Place.Path).Order()
        );
        Assert.All(ledger.Entries, e => Assert.True(e.Rows > 0 && e.Table.Length > 0, e.Place.Path));
        Assert.EndsWith("没有跳过的内容", ledger.Summary, StringComparison.Ordinal);
    }

    private static Ledger Read(string root, string name) =>
        Importer
            .Import(GoldenCases.Files(root, name), ImportOptions.Default, TestContext.Current.CancellationToken)
            .Ledger;
}
