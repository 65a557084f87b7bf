using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// What the units of one level report for one indicator of one upper unit（汇总计数）, added up unit by unit in the order of
/// their codes.
/// </summary>
internal struct Tally
{
    private decimal _numerators;
    private decimal _denominators;
    private int _full;
    private bool _approximate;
    private DateOnly? _newest;
    private Observation? _best;
    private Fraction _highest;

    /// <summary>Units that reported something that can be pooled.</summary>
    public int Reporting { get; private set; }

    /// <summary>Units it applies to, by what they say.</summary>
    public int Applicable { get; set; }

    /// <summary>Units it would apply to that said 不适用.</summary>
    public int Declined { get; set; }

    /// <summary>Adds a scored cell that the unit reported itself.</summary>
    public void Add(in Cell cell, Aggregation method, Organisation organisation)
    {
        var observation = cell.Observation!;
        switch (method)
        {
            case Aggregation.ByWorkers
            or Aggregation.ByMembers
                when observation is { Numerator: null, Value: { } percent }
                    && Weighing.HeadsOf(organisation, method) is > 0 and var heads:
                _numerators += Weighing.Part(percent, heads);
                _denominators += heads;
                break;
            case Aggregation.PooledRatio
                when observation.Numerator is { } numerator && observation.Denominator is { } denominator and > 0m:
                _numerators += numerator;
                _denominators += denominator;
                break;
            case Aggregation.Sum:
                _numerators += observation.Value ?? observation.Numerator ?? 0m;
                break;
            case Aggregation.ShareOfUnitsAtTarget:
                _full += cell.Score == Fraction.Hundred ? 1 : 0;
                break;
            case Aggregation.HighestTier when observation.Word is not null || observation.Value is not null:
                // Of equals the first by code.
                if (_best is null || cell.Score > _highest)
                {
                    (_best, _highest) = (observation, cell.Score!.Value);
                }

                break;
            default:
                return;
        }

        Reporting++;
        _approximate |= observation.Approximate;
        _newest = _newest is null || observation.ReportedOn > _newest ? observation.ReportedOn ?? _newest : _newest;
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
            Aggregation.PooledRatio or Aggregation.ByWorkers or Aggregation.ByMembers => new(
                _numerators,
                _denominators,
                null,
                null,
                _approximate
            ),
            Aggregation.Sum => new(null, null, _numerators, null, _approximate),
            Aggregation.ShareOfUnitsAtTarget => new(_full, Reporting, null, null, _approximate),
            _ => Measure.Of(_best!),
        };
        return new(method, level, Reporting, Applicable, measure, _newest);
    }
}
