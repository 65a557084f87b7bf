using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Words;

/// <summary>Words of cases（案例）.</summary>
public static class CaseWords
{
    /// <summary>80余人, 预计500余人次: a figure of a case as it may be printed.</summary>
    public static string Figure(CaseFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return $"{(figure.Forecast ? "预计" : "")}{figure.Value}{(figure.Approximate ? "余" : "")}{figure.Unit}";
    }
}
