using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Corrections;

/// <summary>A correction as pages show it（更正）.</summary>
public sealed record CorrectionView
{
    /// <summary>期间 that was wrong.</summary>
    public required Period Period { get; init; }

    /// <summary>The period whose folder brought it.</summary>
    public required Period PublishedWith { get; init; }

    /// <summary>组织编码.</summary>
    public required string Organisation { get; init; }

    /// <summary>组织.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>指标编码; null when the correction names none.</summary>
    public string? Indicator { get; init; }

    /// <summary>指标; empty when it is not in the catalogue.</summary>
    public string IndicatorName { get; init; } = "";

    /// <summary>日期.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was changed, as it was written; null where small-number protection withholds it.</summary>
    public CorrectedValues? Values { get; init; }
}

/// <summary>Values of a correction（原值、新值）.</summary>
/// <param name="Before">原值.</param>
/// <param name="After">新值.</param>
/// <param name="Reason">说明.</param>
public sealed record CorrectedValues(string Before, string After, string Reason);
