using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>Builds the method text.</summary>
public static class Methodology
{
    /// <summary>The method of a period.</summary>
    public static MethodText For(PeriodScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new($"{scores.Period.Title}计算方法", []);
    }
}
