using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>
/// 五大指数 of an annual report: one paragraph an index that says what matters; a change under one point is not told, and
/// what fewer events gave is no progress.
/// </summary>
public static class IndexPageWords
{
    private const decimal ToldIndex = 1m;
    private const decimal ToldTotal = 0.5m;

    /// <summary>The paragraph of an index.</summary>
    public static string Of(Edition edition, PeriodEdition period, IndexKey key)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        var index = period.District.Indexes[(int)key];
        if (index.Value is not { } value)
        {
            return $"{key.Title()}当期没有可计分的数据。";
        }

        var town = period.Distributions.FirstOrDefault(d => d.Index == key && d.Level == Level.Town);
        return Phrases.Sentence(
                $"{key.Title()}全区{Phrases.Points(value)}{StandingWords.Graded(index.Grade)}",
                town is null ? "" : $"镇街中位数为{Phrases.Points(town.Median)}"
            )
            + Moved(edition, period, period.District, index)
            + Towns(period, key)
            + Lost(period, key);
    }

    /// <summary>
    /// What moved an index that moved enough, a sentence: 活力指数升2.48分：劳模工匠创新工作室由52个到57个。 Empty for less, and
    /// for what events gave.
    /// </summary>
    internal static string Moved(Edition edition, PeriodEdition period, UnionResult unit, IndexResult index) =>
        Tells(index) ? IndexMoves.Words(new BriefSubject(edition, period, unit), index) + "。" : "";

    /// <summary>True of a change that is told.</summary>
    internal static bool Tells(IndexResult index) =>
        index.Change is { } change && Math.Abs(change) >= ToldIndex && index.EventChange * 2m < change;

    /// <summary>
    /// The paragraph of the total: 全区总指数86.3分，等次为良好，按可比口径比上年提高1.2分；24个镇街中15个上升、9个下降…
    /// </summary>
    public static string OfTotal(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var district = period.District;
        if (district.Total is not { } total)
        {
            return $"{period.Period.Title}全区尚无可计分的指标，未形成总指数。";
        }

        var towns = period.PopulationOf(Level.Town).With(PopulationCondition.Compared).Members;
        var (up, down) = (towns.Count(t => t.Change!.Comparable > 0m), towns.Count(t => t.Change!.Comparable < 0m));
        return Phrases.Sentence(
                $"{period.Period.Title}全区总指数{Phrases.Points(total)}{StandingWords.Graded(district.Grade)}",
                district.Change?.Comparable is { } moved && Math.Abs(moved) >= ToldTotal
                    ? ChangeWords.Comparable(district.Change, period.Period)
                    : ""
            )
            + (
                up + down == 0
                    ? ""
                    : $"有可比变化的{Numerals.Count(towns.Length)}个镇街中，{Numerals.Count(up)}个上升、{Numerals.Count(down)}个下降。"
            )
            + Spread(period);
    }

    // How far apart the first and the last town are.
    private static string Spread(PeriodEdition period) =>
        period.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Town) is { Count: > 2 } total
            ? $"镇街总指数在{Numerals.Range(Numerals.Score(total.Minimum), Numerals.Score(total.Maximum), "分")}之间，"
                + $"中位数{Numerals.Score(total.Median)}分。"
            : "";

    private static string Towns(PeriodEdition period, IndexKey key)
    {
        var changes = period
            .PopulationOf(Level.Town)
            .Members.Select(t => t.Indexes[(int)key].Change)
            .OfType<decimal>()
            .ToList();
        var (up, down) = (changes.Count(c => c > 0m), changes.Count(c => c < 0m));
        return up + down == 0 ? "" : $"这一指数，{Numerals.Count(up)}个镇街比上年上升，{Numerals.Count(down)}个下降。";
    }

    private static string Lost(PeriodEdition period, IndexKey key)
    {
        var loss = period.District.Losses.FirstOrDefault(i => i.Indicator.Index == key && !i.IsEvent && !i.IsVeiled);
        if (loss is null)
        {
            return "";
        }

        var towns = period
            .PopulationOf(Level.Town)
            .Members.Select(t => t.IndicatorOf(loss.Code)?.Score)
            .OfType<decimal>()
            .ToList();
        return Phrases.Sentence(
            $"失分主要在{Phrases.Quote(loss.Indicator.Name)}",
            $"全区为{loss.ValueWithUnit}",
            towns.Count == 0 ? ""
                : towns.TrueForAll(s => s < 100m) ? $"{Numerals.Count(towns.Count)}个镇街均未得满分"
                : $"{Numerals.Count(towns.Count)}个镇街中{Numerals.Count(towns.Count(s => s >= 100m))}个得满分"
        );
    }
}
