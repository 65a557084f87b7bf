using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
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

    /// <summary>Seal of an index in a cell; sides of 8.5, 10 and 12 points are shared.</summary>
    public static Figure Seal(IndexKey key, double side) => Seals[(key, side)];

    /// <summary>A decimal column.</summary>
    public static TableColumn Number => TableColumn.Content(CellAlignment.Decimal);

    /// <summary>Cell of a score.</summary>
    public static TableCell Score(decimal? value) => Numerals.Score(value);

    /// <summary>Cell of a change: +1.20, −0.35.</summary>
    public static TableCell Change(decimal? value) => Numerals.Signed(value);

    /// <summary>Standing for a table: 3, 并列3, 前三分之一, —.</summary>
    public static string Place(Ranking ranking) =>
        ranking.Place is { } place ? (ranking.Tied ? "并列" : "") + Numerals.Count(place) : ranking.Text;

    /// <summary>A count, or the mark by which it is withheld: ＜5, 不公布.</summary>
    public static string Withheld(int? count, Withheld withheld, string small) =>
        count is { } n ? Numerals.Count(n)
        : withheld == Model.Withheld.Small ? small
        : "不公布";

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
