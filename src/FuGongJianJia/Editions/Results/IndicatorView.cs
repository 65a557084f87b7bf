using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>Indicator of a period（指标）as pages show it.</summary>
public sealed record IndicatorView
{
    /// <summary>指标编码.</summary>
    public required string Code { get; init; }

    /// <summary>指标名称.</summary>
    public required string Name { get; init; }

    /// <summary>指数.</summary>
    public required IndexKey Index { get; init; }

    /// <summary>单位.</summary>
    public required string Unit { get; init; }

    /// <summary>True when higher is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Catalogue rows of this code, one per level or kind with its own rule.</summary>
    public required ImmutableArray<Indicator> Variants { get; init; }

    /// <summary>True when code or version differs from the base period（断点）: no arrow, no change.</summary>
    public bool SeriesBreak { get; init; }

    /// <summary>Distribution of points over towns and over unions that were scored.</summary>
    public ImmutableArray<Distribution> Distributions { get; init; } = [];
}
