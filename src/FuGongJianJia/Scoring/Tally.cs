using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>What the units of one level report for one indicator of one upper unit（汇总计数）, added up unit by unit in the order of their codes.</summary>
internal struct Tally
{
    private decimal numerators;
    private decimal denominators;
    private decimal highest;
    private int full;
    private bool approximate;
    private DateOnly? newest;
    private Observation? best;

    /// <summary>Units that reported something that can be pooled.</summary>
    public int Reporting { get; private set; }

    /// <summary>Units it applies to.</summary>
    public int Applicable { get; set; }

    /// <summary>Adds a scored cell that the unit reported itself.</summary>
    public void Add(PeriodScores scores, int at, int unit, Observation observation, Aggregation method)
    {
        switch (method)
        {
            case Aggregation.PooledRatio when observation.Numerator is { } numerator && observation.Denominator is { } denominator and > 0m:
                numerators += numerator;
                denominators += denominator;
                break;
            case Aggregation.Sum:
                numerators += observation.Value ?? observation.Numerator ?? 0m;
                break;
            case Aggregation.ShareOfUnitsAtTarget:
                full += scores.ExactAt(at, unit) is { } exact && exact.Numerator >= 100m * exact.Denominator ? 1 : 0;
                break;
            case Aggregation.HighestTier when observation.Word is not null || observation.Value is not null:
                // Of equals the first by code.
                var score = scores.ExactAt(at, unit)!.Value.Value;
                if (best is null || score > highest)
                {
                    (best, highest) = (observation, score);
                }

                break;
            default:
                return;
        }

        Reporting++;
        approximate |= observation.Approximate;
        newest = newest is null || observation.ReportedOn > newest ? observation.ReportedOn ?? newest : newest;
    }

    /// <summary>The pooled value; null when nothing was reported.</summary>
    public readonly Pool? ToPool(Aggregation method, Level level)
    {
        if (Reporting == 0)
        {
            return null;
        }

        Measure measure = method switch
        {
            Aggregation.PooledRatio => new(numerators, denominators, null, null, approximate),
            Aggregation.Sum => new(null, null, numerators, null, approximate),
            Aggregation.ShareOfUnitsAtTarget => new(full, Reporting, null, null, approximate),
            _ => Measure.Of(best!),
        };
        return new(method, level, Reporting, Applicable, measure, newest);
    }
}
