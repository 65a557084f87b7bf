using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Cells and small pieces that several reports share（表格零件）.</summary>
internal static class Tables
{
    private static readonly ImmutableDictionary<(IndexKey, double), Figure> Seals = Vocabulary
        .Indexes.SelectMany(k => (double[])[8.5, 10, 12], (k, side) => (k, side))
        .ToImmutableDictionary(
            p => p,
            p => new Figure(SealMark.Of(p.k, p.side))
            {
                Decorative = true,
                Space = 0,
                Align = TextAlignment.Centre,
            }
        );

    /// <summary>The note that explains the marks in cells.</summary>
    public const string Marks = "注：“—”表示没有数据或未参加排名，“/”表示不适用。";

    /// <summary>Behind the name of an indicator whose figure was corrected later.</summary>
    public const string Corrected = "※";

    /// <summary>Seal of an index in a cell; sides of 8.5, 10 and 12 points are shared.</summary>
    public static Figure Seal(IndexKey key, double side) => Seals[(key, side)];

    /// <summary>A decimal column.</summary>
    public static TableColumn Number => TableColumn.Content(CellAlignment.Decimal);

    /// <summary>TableCell of a score.</summary>
    public static TableCell Score(decimal? value) => Numerals.Score(value);

    /// <summary>TableCell of a change: +1.20, −0.35.</summary>
    public static TableCell Change(decimal? value) => Numerals.Signed(value);

    /// <summary>A head row of words.</summary>
    public static TableRow Head(params ReadOnlySpan<string> words)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>(words.Length);
        foreach (var word in words)
        {
            cells.Add(word);
        }

        return new TableRow(cells.MoveToImmutable());
    }

    /// <summary>Organisations without a score are —; the row of five indexes and the total.</summary>
    public static IEnumerable<TableCell> Scores(UnionResult result) =>
        result.Indexes.Select(i => Score(i.Value)).Append(Score(result.Total));
}
