using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// Values, targets and calculations of an indicator in words（口径文字）; used by pages, reports and `fugong explain`.
/// </summary>
internal static class CellText
{
    /// <summary>数值 as shown, without unit.</summary>
    public static string Value(in Cell cell)
    {
        switch (cell.State)
        {
            case CellState.NotApplicable or CellState.Outside:
                return Numerals.NotApplicable;
            case CellState.Missing or CellState.Doubtful:
                return Numerals.None;
            default:
                break;
        }

        var (row, measure) = (cell.Row!, cell.Measure);
        var about = measure.Approximate ? "约" : "";
        if (measure.IsRatio)
        {
            return about + Numerals.Score(measure.Number);
        }

        if (row.Rule.Kind == RuleKind.YesNo)
        {
            return measure.Value >= 1m ? "是" : "否";
        }

        return measure.Word
            ?? (
                measure.Number is not { } number
                    ? Numerals.None
                    : about + (IsPercent(cell) ? Numerals.Score(number) : Numerals.Plain(number))
            );
    }

    /// <summary>Unit of the value: % for shares, the indicator's own unit for counts, none for words.</summary>
    public static string Unit(in Cell cell) =>
        cell.State != CellState.Scored || cell.Row is null ? ""
        : IsPercent(cell) ? "%"
        : cell.Measure.Word is not null || cell.Row.Rule.Kind == RuleKind.YesNo ? ""
        : cell.Row.Unit;

    /// <summary>True when the value is a percentage.</summary>
    public static bool IsPercent(in Cell cell) =>
        cell.Measure.IsRatio
        || (cell.Measure.Word is null && cell.Row!.Rule.Kind is RuleKind.TargetRatio or RuleKind.Checklist)
        || (cell.Measure.Word is null && cell.Row!.Rule.Kind == RuleKind.Tiers && cell.Row.Unit == "%");

    /// <summary>Target as shown: ≥95%, 12场, 分档, 0起, 是, 全部完成.</summary>
    public static string Target(Indicator row, decimal? target) =>
        row.Rule.Kind switch
        {
            RuleKind.TargetRatio => $"≥{Numerals.Plain(target ?? 0m)}%",
            RuleKind.Count => Numerals.Plain(target ?? 0m) + (row.Unit == "%" ? "" : row.Unit),
            RuleKind.Tiers => "分档",
            RuleKind.Deduction => "0" + row.Unit,
            RuleKind.YesNo => "是",
            _ => "全部完成",
        };

    /// <summary>The calculation in words: 912÷960=95.00%，目标≥95%，得100.00分，折合30.00分（分值30分）.</summary>
    public static string Calculation(in Cell cell, decimal score, decimal points) =>
        $"{Basis(cell, score)}，得{Numerals.Score(score)}分，折合{Numerals.Score(points)}分（分值{Numerals.Plain(cell.Row!.Weight)}分）";

    /// <summary>What the score rests on: 912÷960=95.00%，目标≥95%，已达标.</summary>
    public static string Basis(in Cell cell, decimal score)
    {
        var row = cell.Row!;
        var rule = row.Rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Count => $"，目标{Target(row, cell.Target)}"
                + (score >= 100m ? "，已达标" : ""),
            RuleKind.Tiers => TierReached(row.Rule, cell) is { } tier ? $"，达到“{tier}”档" : "，未达最低档",
            RuleKind.Deduction => $"，每{row.Unit}扣{Numerals.Plain(row.Rule.Target ?? 0m)}分",
            RuleKind.Checklist => cell.Measure.IsRatio ? "，按完成项占适用项计" : "",
            _ => "",
        };
        var pooled = cell.Pool is { } pool
            ? $"（{Numerals.Count(pool.Reporting)}个{pool.Level.Word()}单位，{pool.Method.Word()}）"
            : "";
        return $"{Figure(cell)}{pooled}{rule}";
    }

    /// <summary>The figure itself: 912÷960=95.00%, 12场, 是.</summary>
    public static string Figure(in Cell cell)
    {
        var measure = cell.Measure;
        return measure.IsRatio
            ? $"{Numerals.Plain(measure.Numerator!.Value)}÷{Numerals.Plain(measure.Denominator!.Value)}={(measure.Approximate ? "约" : "")}{Numerals.Score(measure.Number)}%"
            : $"{Value(cell)}{Unit(cell)}";
    }

    private static string? TierReached(Rule rule, in Cell cell)
    {
        foreach (var tier in rule.Tiers)
        {
            if (tier.Word is { } word)
            {
                if (string.Equals(word, cell.Measure.Word, StringComparison.Ordinal))
                {
                    return word;
                }
            }
            else if (
                cell.Measure.IsRatio
                    ? cell.Measure.Numerator * 100m >= tier.Threshold * cell.Measure.Denominator
                    : (cell.Measure.Value ?? cell.Measure.Numerator) >= tier.Threshold
            )
            {
                return $"{Numerals.Plain(tier.Threshold ?? 0m)}{(IsPercent(cell) ? "%" : cell.Row!.Unit)}及以上：{Numerals.Plain(tier.Points)}分";
            }
        }

        return null;
    }
}
