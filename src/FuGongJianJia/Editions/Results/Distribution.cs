using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>Distribution of a figure（分布）.</summary>
/// <param name="Index">Which index; null for the total or an indicator.</param>
/// <param name="Level">Towns or grass-roots unions.</param>
/// <param name="Count">How many have a value.</param>
/// <param name="Minimum">Least.</param>
/// <param name="LowerQuartile">25 %, linear interpolation (method 7).</param>
/// <param name="Median">50 %.</param>
/// <param name="UpperQuartile">75 %.</param>
/// <param name="Maximum">Greatest.</param>
/// <param name="Grades">How many 优秀, 良好, 合格, 待提升; empty where the period is not graded.</param>
public sealed record Distribution(
    IndexKey? Index,
    Level Level,
    int Count,
    decimal Minimum,
    decimal LowerQuartile,
    decimal Median,
    decimal UpperQuartile,
    decimal Maximum,
    ImmutableArray<int> Grades
);
