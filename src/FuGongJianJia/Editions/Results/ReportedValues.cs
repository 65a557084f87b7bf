using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Results;

/// <summary>What a cell of the scores holds, as readers are told it（已报的值）.</summary>
internal static class ReportedValues
{
    /// <summary>The value itself; null when there is none.</summary>
    public static Reported? Of(in Cell cell)
    {
        var (row, measure) = (cell.Row!, cell.Measure);
        return IsRatio(cell)
                ? new Reported.Ratio(measure.Numerator!.Value, measure.Denominator!.Value, measure.Approximate)
            : row.Rule.Kind == RuleKind.YesNo ? new Reported.YesNo(measure.Value >= 1m)
            : measure.Word is { } word ? new Reported.NamedTier(word)
            : measure.Number is { } number ? new Reported.Number(number, measure.Approximate)
            : null;
    }

    /// <summary>Marks in its place where only the score is told（公开方式 得分）.</summary>
    public static Reported Veiled(in Cell cell) =>
        IsRatio(cell) ? new Reported.WithheldRatio(default, default) : new Reported.WithheldNumber(default);

    /// <summary>
    /// Marks in its place: of a ratio that is withheld because it is small, only the part that is small is told to be.
    /// </summary>
    public static Reported Withheld(in Cell cell, int threshold)
    {
        var mark = WithheldMark.Of(cell.Withheld, threshold);
        return IsRatio(cell)
            ? new Reported.WithheldRatio(Part(cell.Measure.Numerator), Part(cell.Measure.Denominator))
            : new Reported.WithheldNumber(mark);

        WithheldMark Part(decimal? figure) => figure < threshold ? mark : default;
    }

    // What was weighed by heads is a percentage and has no parts that anybody reported.
    private static bool IsRatio(in Cell cell) => cell.Measure.IsRatio && cell.Pool?.Method.Weighs() is not true;
}
