using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Words of the cells of a result（结果的单元格）: value, points, place, change.</summary>
public static class ResultWords
{
    /// <summary>得分/分值: 28.50/30; — when missing or withheld, / when not applicable.</summary>
    public static string Points(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { Points: { } points } => Numerals.Score(points) + "/" + Numerals.Plain(result.Weight),
            { State: ObservationState.NotApplicable } => Numerals.NotApplicable,
            _ => Numerals.None,
        };
    }

    /// <summary>
    /// 数值 with its unit where the unit belongs to it: 95.50%, 12场, 是, 约80人, ＜5; marks of absence have no unit.
    /// </summary>
    public static string Value(IndicatorResult? result) =>
        result is null ? Numerals.None : result.ValueText + result.UnitText;

    /// <summary>A place in a table: 3, 并列3, else the band, else —.</summary>
    public static string Place(Ranking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return ranking.Place is { } place ? (ranking.Tied ? "并列" : "") + Numerals.Count(place) : ranking.Text;
    }

    /// <summary>
    /// 少5.86分（按可比口径降2.63分，受报送范围变化影响降3.23分）: the change of the published totals and its parts, to the
    /// hundredth, so that they add up; empty where the total moved as the common set did, as far as a sentence shows it.
    /// </summary>
    public static string Split(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Comparable is not { } comparable || Math.Abs(change.Headline - comparable) < 0.05m)
        {
            return "";
        }

        var catalogue = change.Catalogue == 0m ? "" : $"，受目录变化影响{Numerals.Movement(change.Catalogue)}";
        var coverage = change.Coverage == 0m ? "" : $"，受报送范围变化影响{Numerals.Movement(change.Coverage)}";
        var headline = change.Headline switch
        {
            > 0m => $"多{Numerals.Score(change.Headline)}分",
            < 0m => $"少{Numerals.Score(-change.Headline)}分",
            _ => "持平",
        };
        return $"{headline}（按可比口径{Numerals.Movement(comparable)}{catalogue}{coverage}）";
    }
}
