using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>The five big numbers（五个大数）: seal, value, change by arrow and words, place in the group.</summary>
public static class FiveNumberChart
{
    /// <summary>Draws them side by side.</summary>
    /// <param name="result">Whose.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="total">Whether the total stands before them, larger and in cinnabar.</param>
    public static Drawing Of(UnionResult result, double width, ChartStyle style, bool total = false)
    {
        var sketch = new Sketch(style);
        var first = total ? width * 0.23 : 0;
        var column = (width - first) / 5;
        var big = Math.Min(style.Text * 2.4, column / 3.4);
        var any = total || result.Indexes.Any(i => i.Value is null || i.Change is not null || PlaceOf(i) is not null);
        if (total)
        {
            Total();
        }

        for (var i = 0; i < 5; i++)
        {
            var index = result.Indexes[i];
            var x = first + (i * column);
            if (i > 0 || total)
            {
                sketch.Line(
                    x - (style.Text * 0.6),
                    style.Text * 0.2,
                    x - (style.Text * 0.6),
                    style.Pitch * (any ? 4.1 : 3.1),
                    Palette.Hairline,
                    style.Hair
                );
            }

            sketch.Seal(x, 0, style.Text * 1.3, index.Key);
            sketch.Text(x + (style.Text * 1.7), style.Text * 1.05, index.Key.Title(), Palette.Second);
            sketch.Text(
                x,
                (style.Text * 1.3) + (big * 1.12),
                Numerals.Score(index.Value),
                size: big,
                role: FontRole.HeiBold
            );
            Under(index, x, (style.Text * 1.3) + (big * 1.12) + (style.Pitch * 1.05));
        }

        return sketch.ToDrawing(
            width,
            style.Pitch * (any ? 4.2 : 3.2),
            $"{result.Organisation.ShortName}五大指数",
            $"{result.Name}"
                + (total ? $"总指数{Numerals.Score(result.Total)}，" : "")
                + "五大指数："
                + string.Join(
                    "，",
                    result.Indexes.Select(i =>
                        i.Key.Word()
                        + (
                            i.Value is null
                                ? $"无得分（{result.AbsenceOf(i.Key)}）"
                                : Numerals.Score(i.Value) + Words(i)
                        )
                    )
                )
                + "。"
        );

        void Total()
        {
            var larger = Math.Min(big * 1.25, first / 3.4);
            sketch.Text(
                0,
                style.Text * 1.05,
                result.Grade is { } grade ? $"总指数　{grade.Word()}" : "总指数",
                Palette.Second
            );
            sketch.Text(
                0,
                (style.Text * 1.3) + (big * 1.12),
                Numerals.Score(result.Total),
                Palette.Cinnabar,
                size: larger,
                role: FontRole.HeiBold
            );
            var y = (style.Text * 1.3) + (big * 1.12) + (style.Pitch * 1.05);
            var ranking = result.Ranking;
            var words =
                !ranking.IsRanked ? ranking.ReasonText
                : ranking.Place is null ? ranking.BandText
                : $"{ranking.Text}，共{Numerals.Count(ranking.Ranked)}家";
            sketch.Text(
                0,
                y,
                LabelWidth.Fit(words, style.Small, first - style.Text),
                Palette.Second,
                size: style.Small
            );
        }

        void Under(IndexResult index, double x, double y)
        {
            if (index.Value is null)
            {
                sketch.Text(
                    x,
                    y,
                    LabelWidth.Fit(result.AbsenceOf(index.Key), style.Small, column - style.Text),
                    Palette.Second,
                    size: style.Small
                );
                return;
            }

            if (index.IsSingle)
            {
                sketch.Text(
                    x,
                    y,
                    LabelWidth.Fit(IndexResultWords.Single, style.Small, column - style.Text),
                    Palette.Second,
                    size: style.Small
                );
                return;
            }

            var at = x;
            if (index.Change is { } change)
            {
                if (change != 0)
                {
                    sketch.Arrow(
                        at + (style.Small * 0.4),
                        y - (style.Small * 0.36),
                        style.Small,
                        change > 0,
                        Palette.Ink
                    );
                    at += style.Small;
                }

                var text = change == 0 ? "持平" : Numerals.Score(Math.Abs(change));
                sketch.Text(at, y, text, size: style.Small);
                at += LabelWidth.Of(text, style.Small) + (style.Small * 0.7);
            }

            if (PlaceOf(index) is { } place)
            {
                sketch.Text(at, y, $"第{Numerals.Count(place)}名", Palette.Second, size: style.Small);
            }
        }

        // The district stands alone.
        int? PlaceOf(IndexResult index) => result.Ranking.IsRanked ? index.Place : null;

        string Words(IndexResult index) =>
            (index.IsSingle ? $"（{IndexResultWords.Single}）" : "")
            + (Numerals.Movement(index.Change) is { Length: > 0 } moved ? $"（按可比口径{moved}）" : "")
            + (PlaceOf(index) is { } place ? $"，本组第{Numerals.Count(place)}名" : "");
    }
}
