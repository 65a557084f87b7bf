using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Reconciliation（对账）with 指数.csv: results of the exporting system against ours. A difference over 0.01 is a warning that names both;
/// so is a figure on one side only.
/// </summary>
public static class Reconciliation
{
    /// <summary>Largest difference that rounding alone explains.</summary>
    public const decimal Tolerance = 0.01m;

    private const string Differs = "FG0801";
    private const string OneSided = "FG0802";

    /// <summary>Warnings, by period, then union.</summary>
    public static ImmutableArray<Diagnostic> Check(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var period in scores.Periods)
        {
            foreach (var reported in period.Data.ReportedIndexes.OrderBy(r => r.Organisation, StringComparer.Ordinal))
            {
                var union = period.NumberOf(reported.Organisation);
                if (union < 0)
                {
                    continue;
                }

                foreach (var key in Vocabulary.Indexes)
                {
                    Compare(period, union, key.Title(), reported.Indexes[(int)key], period.PublishedIndex(union, key), found);
                }

                Compare(period, union, "总指数", reported.Total, period.PublishedTotal(union), found);
            }
        }

        return found.ToImmutable();
    }

    private static void Compare(
        PeriodScores period, int union, string what, decimal? theirs, decimal? ours, ImmutableArray<Diagnostic>.Builder found)
    {
        var organisation = period.Organisations[union];
        var place = new SourcePlace($"data/{period.Period}/指数.csv");
        var who = $"{organisation.Name}（{organisation.Code}）的{what}";
        if (theirs is { } a && ours is { } b)
        {
            if (Math.Abs(a - b) > Tolerance)
            {
                found.Add(new(Differs, Severity.Warning, place,
                    $"{who}：导出为{Numerals.Score(a)}，按本系统方法计算为{Numerals.Score(b)}，相差{Numerals.Score(Math.Abs(a - b))}。公布以计算结果为准，请核对双方的指标值、目标和权重。"));
            }
        }
        else if (theirs is { } alone)
        {
            found.Add(new(OneSided, Severity.Warning, place,
                $"{who}：导出为{Numerals.Score(alone)}，本系统没有可计分的指标。请检查指标值是否导出完整。"));
        }
    }
}
