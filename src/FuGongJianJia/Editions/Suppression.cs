using System.Collections.Frozen;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>Why a value is withheld（小数保护）.</summary>
public enum Withheld
{
    /// <summary>It is shown.</summary>
    No,

    /// <summary>A count from 1 to the threshold less one: shown as ＜5.</summary>
    Small,

    /// <summary>Withheld so that a small one cannot be found by subtraction: 不公布.</summary>
    Complementary,
}

/// <summary>
/// Small-number protection（小数保护）for one period. Sensitive are indicators whose 指标名称 or 口径 speaks of hardship, illness,
/// disability or disputes (<see cref="Words"/>). Of these, a 分子, 分母 or count from 1 to 4 (settings: 小数保护阈值) is shown as ＜5, its rate
/// and its exact score are not published. Where a town or the district is shown, subtraction must not give a small one back: at least two
/// units below stay withheld and their sums reach the threshold (where the upper figure is the sum of those below), else the smallest units beside follow, and last the unit itself.
/// </summary>
public sealed class Suppression
{
    private readonly FrozenDictionary<(int Union, int Indicator), Withheld> withheld;

    private Suppression(Dictionary<(int, int), Withheld> withheld) => this.withheld = withheld.ToFrozenDictionary();

    /// <summary>Words that make an indicator sensitive.</summary>
    public static IReadOnlyList<string> Words { get; } = ["困难", "帮扶", "大病", "患病", "重病", "残疾", "争议", "仲裁"];

    /// <summary>Fewest valid ballots（有效票）of a survey that is published.</summary>
    public const int FewestBallots = 10;

    /// <summary>True when the indicator is a survey: its 口径 speaks of 有效票.</summary>
    public static bool IsSurvey(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Definition.Contains("有效票", StringComparison.Ordinal);
    }

    /// <summary>True when the indicator is about hardship, illness, disability or disputes.</summary>
    public static bool IsSensitive(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Words.Any(w => indicator.Name.Contains(w, StringComparison.Ordinal) || indicator.Definition.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Whether a value is withheld.</summary>
    public Withheld Of(int union, int indicator) => withheld.GetValueOrDefault((union, indicator));

    /// <summary>Decides for a period.</summary>
    public static Suppression For(PeriodScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var withheld = new Dictionary<(int, int), Withheld>();
        var threshold = scores.Settings.SmallNumberThreshold;
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            if (scores.Plan.RowsOf[i].Any(r => IsSensitive(scores.Plan.Rows[r])))
            {
                Indicator(scores, i, threshold, withheld);
            }
            else if (scores.Plan.RowsOf[i].Any(r => IsSurvey(scores.Plan.Rows[r])))
            {
                Survey(scores, i, withheld);
            }
        }

        return new(withheld);
    }

    // Too few ballots say little and may say who voted how. Sums of ballots give no single one back, so nothing beside is withheld.
    private static void Survey(PeriodScores scores, int indicator, Dictionary<(int, int), Withheld> withheld)
    {
        for (var u = 0; u < scores.Organisations.Length; u++)
        {
            if (scores.At(u, indicator) is { State: CellState.Scored, Measure: { IsRatio: true, Denominator: < FewestBallots } })
            {
                withheld[(u, indicator)] = Withheld.Small;
            }
        }
    }

    private static void Indicator(PeriodScores scores, int indicator, int threshold, Dictionary<(int, int), Withheld> withheld)
    {
        var cells = scores.Organisations.Select((_, u) => scores.At(u, indicator)).ToList();
        var children = scores.Organisations.Select((_, u) => u)
            .Where(u => cells[u].State == CellState.Scored
                && scores.Organisations[u].Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved))
            .ToLookup(u => scores.Organisations[u].Parent, StringComparer.Ordinal);
        for (var u = 0; u < cells.Count; u++)
        {
            if (cells[u].State == CellState.Scored && IsSmall(cells[u], threshold))
            {
                withheld[(u, indicator)] = Withheld.Small;
            }
        }

        // Towns first: a town withheld for the sake of its unions is one of the withheld when the district is looked at.
        foreach (var parent in scores.Organisations.Select((_, u) => u).Where(u => scores.Organisations[u].Level != Level.Grassroots)
            .OrderByDescending(u => scores.Organisations[u].Level).ThenBy(u => u))
        {
            if (cells[parent].State == CellState.Scored && !withheld.ContainsKey((parent, indicator)))
            {
                Protect(parent, [.. children[scores.Organisations[parent].Code]]);
            }
        }

        // Subtraction gives something back only where the upper figure is the sum of those below: pooled, or reported and equal.
        bool AddsUp(in Cell upper, List<int> below) => upper.Pool is not null
            || (below.Sum(u => Amount(cells[u])) == Amount(upper) && below.Sum(u => Base(cells[u])) == Base(upper));

        void Protect(int parent, List<int> below)
        {
            var hidden = below.FindAll(u => withheld.ContainsKey((u, indicator)) || !scores.Organisations[u].IsPublic);
            if (!hidden.Exists(u => withheld.ContainsKey((u, indicator))) || !AddsUp(cells[parent], below))
            {
                return;
            }

            var shown = below.Except(hidden).OrderBy(u => Base(cells[u])).ThenBy(u => u).ToList();
            while (hidden.Count < 2 || hidden.Sum(u => Amount(cells[u])) < threshold || hidden.Sum(u => Base(cells[u])) < threshold)
            {
                if (shown.Count == 0)
                {
                    withheld[(parent, indicator)] = Withheld.Complementary;
                    return;
                }

                withheld[(shown[0], indicator)] = Withheld.Complementary;
                hidden.Add(shown[0]);
                shown.RemoveAt(0);
            }
        }
    }

    private static bool IsSmall(in Cell cell, int threshold) => cell.Measure.IsRatio
        ? Small(cell.Measure.Numerator!.Value, threshold) || Small(cell.Measure.Denominator!.Value, threshold)
        : cell.Row is not { Unit: "%" } && cell.Measure.Value is { } value && Small(value, threshold);

    private static bool Small(decimal value, int threshold) => value > 0m && value < threshold;

    private static decimal Amount(in Cell cell) => cell.Measure.Numerator ?? cell.Measure.Value ?? 0m;

    private static decimal Base(in Cell cell) => cell.Measure.Denominator ?? cell.Measure.Value ?? 0m;
}
