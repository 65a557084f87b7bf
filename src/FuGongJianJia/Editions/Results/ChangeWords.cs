using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Words about changes of the total（变化语句）.</summary>
public static class ChangeWords
{
    /// <summary>
    /// 少5.86分（按可比口径降2.63分，受报送范围变化影响降3.23分）: the change of the published totals and its parts, to the
    /// hundredth, so that they add up; empty where the total moved as the common set did, as far as a sentence shows
    /// it.
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

    /// <summary>
    /// 按可比口径比上年提高1.2分, and where the totals moved otherwise 比上年少5.9分 with its parts, since a reader subtracts;
    /// empty when not comparable.
    /// </summary>
    internal static string Comparable(Change? change, Period period)
    {
        if (change is not { Comparable: { } value })
        {
            return "";
        }

        var against = Phrases.Against(period);
        return Split(change) is not { Length: > 0 } split
            ? "按可比口径" + Phrases.Moved(value, against)
            : (change.Headline == 0m ? "与" + against[1..] : against) + split;
    }
}
