using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Explanation（计分说明）of a union's result for `fugong explain`: every figure down to numerator, target, rule and weight. For the office itself:
/// nothing is withheld here.
/// </summary>
public static class Explain
{
    /// <summary>Lines of text; null when the period has no such organisation.</summary>
    public static ImmutableArray<string>? Lines(PeriodScores scores, string code)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var union = scores.NumberOf(code);
        if (union < 0)
        {
            return null;
        }

        var organisation = scores.Organisations[union];
        var (settings, lines) = (scores.Settings, ImmutableArray.CreateBuilder<string>());
        lines.Add($"{organisation.Name}（{organisation.Code}） {scores.Period.Title}");
        lines.Add($"总指数 {Numerals.Score(scores.PublishedTotal(union))}"
            + (Grades.Of(scores.PublishedTotal(union), settings) is { } grade ? $"（{grade.Word()}）" : "")
            + $"，覆盖率 {Numerals.Percent(scores.PublishedCoverage(union))}");
        lines.Add(Total(scores, union));
        lines.Add(Place(scores, union));
        AddChange(scores, union, lines);
        foreach (var key in Vocabulary.Indexes)
        {
            lines.Add("");
            AddIndex(scores, union, key, lines);
        }

        return lines.ToImmutable();
    }

    private static string Total(PeriodScores scores, int union)
    {
        var valued = Vocabulary.Indexes.Where(k => scores.Index(union, k) is not null).ToList();
        var weights = scores.Settings.IndexWeights;
        return valued.Count == 0 ? "没有可计分的指标。"
            : $"  =（{string.Join('＋', valued.Select(k => $"{Numerals.Score(scores.PublishedIndex(union, k))}×{Numerals.Plain(weights[(int)k])}"))}）÷{Numerals.Plain(valued.Sum(k => weights[(int)k]))}（指数以未舍入值计算，只在公布时舍入一次）";
    }

    private static string Place(PeriodScores scores, int union)
    {
        if (scores.Place(union) is not { } place)
        {
            return scores.Reason(union) switch
            {
                Unranked.District => "全区不参加排名。",
                Unranked.NotPublic => "不公开，不参加排名；数值仍计入镇街和全区汇总。",
                Unranked.Coverage => $"覆盖率低于{Numerals.Plain(scores.Settings.RankMinimumCoverage)}%，不参加排名。",
                Unranked.SmallGroup => $"“{scores.Groups[union]}”组可排名的不足{Numerals.Count(scores.Settings.RankMinimumGroup)}个，不排名。",
                Unranked.NoValue => "没有总指数，不参加排名。",
                _ => $"状态为{scores.Organisations[union].Status.Word()}，不参加排名。",
            };
        }

        var text = $"“{scores.Groups[union]}”组{Numerals.Count(scores.Ranked[union])}个中{(scores.Tied[union] ? "并列" : "")}第{Numerals.Count(place)}名";
        return scores.Range(union) is not { } range ? text + "。"
            : $"{text}；换用其他算法时在第{Numerals.Count(range.Best)}～{Numerals.Count(range.Worst)}名之间"
            + (range.MostInfluential >= 0 ? $"，影响最大的指标是{scores.Codes[range.MostInfluential]}。" : "。");
    }

    private static void AddChange(PeriodScores scores, int union, ImmutableArray<string>.Builder lines)
    {
        if (scores.Change(union) is { } change)
        {
            lines.Add($"与{scores.Base!.Value.Title}相比 {Numerals.Signed(change.Headline)}分 ＝ 同口径 {Numerals.Signed(change.Comparable)}"
                + $" ＋ 目录、目标与权重 {Numerals.Signed(change.Catalogue)} ＋ 报送范围 {Numerals.Signed(change.Coverage)}（共同指标{Numerals.Count(change.CommonCount)}项）");
        }
    }

    private static void AddIndex(PeriodScores scores, int union, IndexKey key, ImmutableArray<string>.Builder lines)
    {
        var rounder = Rounder.For(scores.Settings);
        lines.Add($"{key.Title()} {Numerals.Score(scores.PublishedIndex(union, key))}（权重{Numerals.Plain(scores.Settings.IndexWeights[(int)key])}）");
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var cell = scores.At(union, i);
            if (cell.State == CellState.Outside || cell.Row is not { } row || row.Index != key)
            {
                continue;
            }

            var text = cell.State switch
            {
                CellState.NotApplicable => $"不适用，不计入，分值{Numerals.Plain(row.Weight)}由同一指数的其他指标分担",
                CellState.Missing => scores.Settings.MissingScoresZero ? "缺报，按0分计" : "缺报，不计入，降低覆盖率",
                CellState.Doubtful => scores.Settings.MissingScoresZero ? "存疑，核实前按0分计" : "存疑，核实前不计入，降低覆盖率",
                _ => Scored(cell, rounder),
            };
            lines.Add($"  {row.Code} {row.Name}：{text}");
            if (cell.State == CellState.Scored && (row.Source.Length > 0 || cell.ReportedOn is not null))
            {
                lines.Add($"      来源：{(row.Source.Length > 0 ? row.Source : "未注明")}"
                    + (cell.ReportedOn is { } on ? $"，{Numerals.TableDate(on)}上报" : ""));
            }
        }
    }

    private static string Scored(in Cell cell, Rounder rounder)
    {
        var exact = cell.Exact!.Value;
        var points = rounder.Quotient(exact.Numerator * cell.Row!.Weight, exact.Denominator * 100m);
        var lost = cell.Row.Weight - points;
        return CellText.Calculation(cell, rounder.Quotient(exact.Numerator, exact.Denominator), points)
            + (lost > 0m ? $"，失{Numerals.Score(lost)}分" : "");
    }
}
