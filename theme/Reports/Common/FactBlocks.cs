using System.Collections.Immutable;
using FuGongJianJia.Theme.Facts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Tables that the pages show too, on paper（数据表）.</summary>
internal static class FactBlocks
{
    /// <summary>The table, its names in a column as wide as they are, its figures in equal ones.</summary>
    /// <param name="facts">What it says.</param>
    /// <param name="id">By which the text refers to it.</param>
    public static Table Of(FactTable facts, string id) =>
        new()
        {
            Id = id,
            Title = facts.Title,
            Unit = facts.Unit.Length > 0 ? $"单位：{facts.Unit}" : (Phrase?)null,
            Columns =
            [
                TableColumn.Content(),
                .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Centre), facts.Heads.Length - 1),
            ],
            Head = [Row(facts.Heads)],
            Rows = [.. facts.Rows.Select(Row)],
            Notes = facts.Note.Length > 0 ? [$"注：{facts.Note}"] : [],
        };

    private static TableRow Row(ImmutableArray<string> texts) => new([.. texts.Select(t => (TableCell)t)]);
}
