using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Facts;

/// <summary>
/// A table that page and paper both show（数据表）, said once: what stands in it and in which words. How it looks is the
/// business of <c>Site/Components/Facts</c> and of <c>Reports/Common/FactBlocks</c>.
/// </summary>
/// <param name="Title">What the figures are, without the unit: caption on a page, title on paper.</param>
/// <param name="Unit">The unit of all figures, such as 件; empty where the heads say it.</param>
/// <param name="Heads">The head of every column; the first is that of the names.</param>
/// <param name="Rows">A name, and a figure for each other column.</param>
/// <param name="Note">What a reader must know of the figures; empty where nothing.</param>
public sealed record FactTable(
    string Title,
    string Unit,
    ImmutableArray<string> Heads,
    ImmutableArray<ImmutableArray<string>> Rows,
    string Note
)
{
    /// <summary>A row for each of some values, a column for each thing said of them.</summary>
    /// <param name="title">What the figures are.</param>
    /// <param name="unit">The unit of all figures, or empty.</param>
    /// <param name="items">The values, in the order of the rows.</param>
    /// <param name="name">Head of the names, and the name of a value.</param>
    /// <param name="columns">Head of each other column, and its figure in words.</param>
    public static FactTable Of<T>(
        string title,
        string unit,
        IEnumerable<T> items,
        (string Head, Func<T, string> Text) name,
        params ReadOnlySpan<(string Head, Func<T, string> Text)> columns
    )
    {
        (string Head, Func<T, string> Text)[] all = [name, .. columns];
        return new FactTable(
            title,
            unit,
            [.. all.Select(c => c.Head)],
            [.. items.Select(item => all.Select(c => c.Text(item)).ToImmutableArray())],
            ""
        );
    }

    /// <summary>Rows become columns（转置）: for a few names that stand side by side on paper.</summary>
    /// <param name="corner">The head of what were the heads.</param>
    public FactTable Turned(string corner) =>
        this with
        {
            Heads = [corner, .. Rows.Select(r => r[0])],
            Rows =
            [
                .. Heads.Skip(1).Select((head, n) => (ImmutableArray<string>)[head, .. Rows.Select(r => r[n + 1])]),
            ],
        };
}
