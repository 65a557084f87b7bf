using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Pages;

/// <summary>Subject of a list of a town's unions.</summary>
/// <param name="Parent">The town, or the district for unions directly below it.</param>
/// <param name="Index">Index that is listed, or that the indicator belongs to.</param>
/// <param name="Indicator">Indicator that is listed; null for the index.</param>
/// <param name="Units">The unions.</param>
public sealed record UnitsSubject(
    UnionResult Parent,
    IndexKey Index,
    IndicatorView? Indicator,
    ImmutableArray<UnionResult> Units
);
