using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Explanation;

/// <summary>
/// Explanation（计分说明）of a union's result for `fugong explain`: every figure down to numerator, target, rule and weight,
/// what it was in the base period, and what would earn most next. For the office itself: nothing is withheld here.
/// Lines
/// fit a terminal of 80 columns where the names allow.
/// </summary>
public static class Explain
{
    private const int Columns = 80;
    private const int MostGains = 5;

    /// <summary>Lines of text; null when the period has no such organisation.</summary>
    public static ImmutableArray<string>? Lines(PeriodScores scores, string code)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Find(code) is not { } union)
        {
            return null;
        }

        var organisation = union.Organisation;
        var (settings, lines) = (scores.Settings, ImmutableArray.CreateBuilder<string>());
        lines.Add($"{organisation.Name}（{organisation.Code}） {scores.Period.Title}");
        if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved && union.Total is null)
        {
            // Nothing is missing of who stands no more.
            lines.Add($"状态为{organisation.Status.Word()}，没有数据，不计分，也不计缺报。");
            return lines.ToImmutable();
        }

        lines.Add(
            $"总指数 {Numerals.Score(union.Total)}"
                + (Grades.Of(union.Total, scores.Period, settings) is { } grade ? $"（{grade.Word()}）" : "")
                + $"，覆盖率 {Numerals.Percent(union.Coverage)}"
        );
        lines.AddRange(Total(scores, union));
        Place(scores, union, lines);
        AddChange(scores, union, lines);
        AddGains(scores, union, lines);
        foreach (var key in Vocabulary.Indexes)
        {
            lines.Add("");
            AddIndex(scores, union, key, lines);
        }

        return lines.ToImmutable();
    }

    private static IEnumerable<string> Total(PeriodScores scores, ScoredUnion union)
    {
        var valued = Vocabulary.Indexes.Where(k => union.Indexes[k] is not null).ToList();
        var weights = scores.Settings.IndexWeights;
        var terms = valued.Select(k => $"{Numerals.Score(union.Indexes[k])}×{Numerals.Plain(weights[(int)k])}");
        return valued.Count == 0
            ? ["没有可计分的指标。"]
            :
            [
                $"  ＝（{string.Join('＋', terms)}）÷{Numerals.Plain(valued.Sum(k => weights[(int)k]))}",
                "  （用未舍入的指数计算，公布时舍入一次；用上面的数手算，末位可能差0.01）",
            ];
    }

    private static void Place(PeriodScores scores, ScoredUnion union, ImmutableArray<string>.Builder lines)
    {
        if (union.Rank is not { } rank)
        {
            lines.Add(
                union.Reason switch
                {
                    Unranked.District => "全区不参加排名。",
                    Unranked.NotPublic => "不公开，不参加排名；数值仍计入镇街和全区汇总。",
                    Unranked.Coverage =>
                        $"覆盖率低于{Numerals.Plain(scores.Settings.RankMinimumCoverage)}%，不参加排名。",
                    Unranked.SmallGroup =>
                        $"“{union.Group}”组可排名的不足{Numerals.Count(scores.Settings.RankMinimumGroup)}个，不排名。",
                    Unranked.NoValue => "没有总指数，不参加排名。",
                    _ => $"状态为{union.Organisation.Status.Word()}，不参加排名。",
                }
            );
            return;
        }

        lines.Add(
            $"“{union.Group}”组{Numerals.Count(rank.Ranked)}个中{(rank.IsTied ? "并列" : "")}第{Numerals.Count(rank.Place)}名。"
        );
        if (union.Range is { } range)
        {
            var firm = (range.Worst - range.Best) * scores.Settings.Robustness.FirmShare <= rank.Ranked;
            lines.Add(
                $"  换用其他算法：第{Numerals.Count(range.Best)}～{Numerals.Count(range.Worst)}名{(firm ? "" : "，名次不稳健")}"
                    + (range.MostInfluential is { } most ? $"；影响最大的指标是{scores.Codes[most]}。" : "。")
            );
        }
    }

    private static void AddChange(PeriodScores scores, ScoredUnion union, ImmutableArray<string>.Builder lines)
    {
        if (Ancestry.Of(scores, union, office: true) is { } ancestry)
        {
            lines.AddRange(Folded(AncestryWords.Sentence(ancestry), ""));
        }

        if (union.Change is { } change)
        {
            lines.Add(
                $"与{scores.Base!.Period.Title}相比 {Numerals.Signed(change.Headline)}分（共同指标"
                    + $"{Numerals.Count(change.CommonCount)}项）"
            );
            lines.Add(
                $"  ＝ 可比口径 {Numerals.Signed(change.Comparable)} ＋ 目录、"
                    + $"目标与权重 {Numerals.Signed(change.Catalogue)} ＋ 报送范围 {Numerals.Signed(change.Coverage)}"
            );
        }
    }

    private static void AddGains(PeriodScores scores, ScoredUnion union, ImmutableArray<string>.Builder lines)
    {
        var gains = new Gains(union, scores.Settings);
        var best = union
            .Cells.Where(c => c.Score is not null && c.Row!.Nature != IndicatorNature.Event)
            .Select(c => (c.Row!.Code, c.Row.Name, Gain: gains.Of(c)))
            .Where(g => g.Gain > 0m)
            .OrderByDescending(g => g.Gain)
            .ThenBy(g => g.Code, StringComparer.Ordinal)
            .Take(MostGains)
            .ToList();
        if (best.Count == 0)
        {
            return;
        }

        lines.Add("");
        lines.Add("下步最能增分的（该项得满分时总指数增加多少）");
        lines.AddRange(best.Select(g => $"  {Numerals.Signed(g.Gain)}  {g.Code} {g.Name}"));
    }

    private static void AddIndex(
        PeriodScores scores,
        ScoredUnion union,
        IndexKey key,
        ImmutableArray<string>.Builder lines
    )
    {
        lines.Add(
            $"{key.Title()} {Numerals.Score(union.Indexes[key])}（权重"
                + $"{Numerals.Plain(scores.Settings.IndexWeights[(int)key])}）"
        );
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var cell = union.Cells[i];
            if (cell.State == CellState.Outside || cell.Row is not { } row || row.Index != key)
            {
                continue;
            }

            var weight = Numerals.Plain(row.Weight);
            if (cell.State == CellState.Scored)
            {
                AddScored(scores, union, i, cell, lines);
                continue;
            }

            lines.Add($"  {row.Code} {row.Name}（分值{weight}分）");
            lines.Add(
                "      "
                    + cell.State switch
                    {
                        CellState.NotApplicable => "不适用，退出计算，分值由同一指数的其他指标分担",
                        CellState.NotAsked => "一年一次，年末才报，退出计算，分值由同一指数的其他指标分担",
                        CellState.Protected => $"{Figure(cell)}，{Reason(cell)}，不计分，分值由同一指数的其他指标分担",
                        CellState.Missing => cell.Counted is not null ? "缺报，按0分计" : "缺报，不计入，降低覆盖率",
                        _ => (cell.Measure.Number is null ? "存疑" : $"存疑（{Figure(cell)}）")
                            + (cell.Counted is not null ? "，核实前按0分计" : "，核实前不计入，降低覆盖率"),
                    }
            );
        }
    }

    private static void AddScored(
        PeriodScores scores,
        ScoredUnion union,
        int indicator,
        Cell cell,
        ImmutableArray<string>.Builder lines
    )
    {
        var (rounder, row, exact) = (Rounder.For(scores.Settings), cell.Row!, cell.Score!.Value);
        var score = rounder.Round(exact);
        var points = rounder.Round(exact * row.Weight / 100);
        var lost = row.Weight - points;
        lines.Add(
            $"  {row.Code} {row.Name}：得{Numerals.Score(score)}，折合{Numerals.Score(points)}／{Numerals.Plain(row.Weight)}分"
                + (lost > 0m ? $"，失{Numerals.Score(lost)}" : "")
        );
        var pool = cell.Pool is { } p ? new PooledFrom(p.Method, p.Level, p.Reporting, p.Applicable) : null;
        var basis = IndicatorWords.Basis(row, ReportedValues.Of(cell)!, cell.Target, pool, score);
        lines.AddRange(Folded(basis, "      "));
        if (row.Source.Length > 0 || cell.ReportedOn is not null)
        {
            lines.Add(
                $"      来源：{(row.Source.Length > 0 ? row.Source : "未注明")}"
                    + (cell.ReportedOn is { } on ? $"，{Numerals.TableDate(on)}上报" : "")
            );
        }

        if (scores.Past(union, indicator) is { } past && Changes.ByTodaysRule(cell, past) is { } old)
        {
            var before = rounder.Round(old);
            var who = union.Origin.Kind == OriginKind.Merged ? "前身合并" : "";
            lines.Add(
                $"      {scores.Base!.Period.Title}{who}：{Figure(past)}，"
                    + $"按本期规则得{Numerals.Score(before)}，{Numerals.Signed(score - before)}"
            );
        }
    }

    private static string Reason(in Cell cell) =>
        cell.Withheld == Withheld.Unpublished ? "按公开方式不公布" : "受小数保护";

    private static string Figure(in Cell cell) =>
        ReportedValues.Of(cell) is { } reported ? IndicatorWords.Figure(cell.Row!, reported) : Numerals.None;

    // Broken behind a comma or a bracket where a terminal would break anywhere.
    private static IEnumerable<string> Folded(string text, string indent)
    {
        var (line, at) = (indent, 0);
        while (at < text.Length)
        {
            var stop = text.AsSpan(at).IndexOfAny('，', '；', '）') is >= 0 and var n ? at + n + 1 : text.Length;
            var part = text[at..stop];
            if (line.Length > indent.Length && Width(line) + Width(part) > Columns)
            {
                yield return line;
                line = indent;
            }

            line += part;
            at = stop;
        }

        yield return line;
    }

    private static int Width(string text) => text.Sum(c => c >= 0x1100 ? 2 : 1);
}
