using System.Collections.Immutable;
using FuGongJianJia.Catalogue;

namespace FuGongJianJia.Editions.Method;

/// <summary>What the method of a period tells beside its results, settings and catalogue（计算方法的事实）.</summary>
public sealed record MethodFacts
{
    /// <summary>Nothing to tell.</summary>
    public static MethodFacts None { get; } = new();

    /// <summary>Indicators whose version differs from the base period's（断点）, by index, then code.</summary>
    public ImmutableArray<Indicator> Breaks { get; init; } = [];

    /// <summary>True when 目标.csv sets any target, of a public unit or not.</summary>
    public bool HasOwnTargets { get; init; }

    /// <summary>Targets of 目标.csv but those of units that are not public, by indicator, then scope.</summary>
    public ImmutableArray<OwnTarget> Targets { get; init; } = [];

    /// <summary>True where part of the year's target is due（序时进度）.</summary>
    public bool IsProRata { get; init; }

    /// <summary>True where the period is graded（等次）.</summary>
    public bool IsGraded { get; init; } = true;

    /// <summary>How many variants of the method were tried（稳健性）.</summary>
    public int Variants { get; init; }

    /// <summary>Geometric means of the district and the towns, where they have one.</summary>
    public ImmutableArray<GeometricMean> GeometricMeans { get; init; } = [];

    /// <summary>Codes of the indicators under small-number protection（小数保护）.</summary>
    public ImmutableArray<string> Sensitive { get; init; } = [];
}

/// <summary>A target set apart from the catalogue（另行规定的目标）.</summary>
/// <param name="Scope">Name of the unit, or the group, class, kind or level it holds for.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="Value">目标值.</param>
/// <param name="Document">文号; null when none is given.</param>
public sealed record OwnTarget(string Scope, string Indicator, decimal Value, string? Document);

/// <summary>Total and weighted geometric mean of a unit's indexes（几何平均）, rounded.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Total">总指数.</param>
/// <param name="Mean">Geometric mean.</param>
public sealed record GeometricMean(string Name, decimal Total, decimal Mean);
