using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>How a discrepancy says a figure（数的写法）: as it was reported, so that it can be found.</summary>
internal static class Words
{
    /// <summary>23/39, 267, 市级, 缺报, 不适用 or 没有这一行.</summary>
    public static string Of(in Cell cell, Measure measure) =>
        measure switch
        {
            { Numerator: { } numerator, Denominator: { } denominator } =>
                $"{ExactNumber.Of(numerator)}/{ExactNumber.Of(denominator)}",
            { Word: { } word } => word,
            { Number: { } number } => ExactNumber.Of(number),
            _ => cell.State switch
            {
                CellState.Outside => "层级不适用",
                CellState.NotApplicable => "不适用",
                CellState.Doubtful => "存疑",
                _ => "缺报",
            },
        };
}
