using System.Collections.Immutable;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>
/// A problem of the year（问题）, by count and never by name; what people write stands in the place of all of them.
/// </summary>
/// <param name="Title">What is wrong, in few words.</param>
/// <param name="Figures">How much of it there is, a sentence.</param>
/// <param name="Measure">措施 of the catalogue; empty where it has none.</param>
/// <param name="Owner">责任单位; empty where nobody is named.</param>
public sealed record YearProblem(string Title, string Figures, string Measure, string Owner)
{
    private const int MostIndicators = 3;
    private const decimal LeastShare = 0.3m;
    private const decimal ToldGap = 3m;

    /// <summary>
    /// The problems there are: what lies open, what most unions miss, how far towns are apart, what is missing.
    /// </summary>
    public static ImmutableArray<YearProblem> Of(Edition edition, PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        return [.. OpenTasks(period).Concat(OpenNeeds(period)).Concat(Missed(period)).Concat(Gap(edition, period))];
    }

    private static IEnumerable<YearProblem> OpenTasks(PeriodEdition period) =>
        period.Tasks is { OpenText: { Length: > 0 } open }
            ? [new("任务没有办结", open, "到期没有反馈的先办，报来的限期评价", "下达单位、承办单位")]
            : [];

    private static IEnumerable<YearProblem> OpenNeeds(PeriodEdition period) =>
        period.Needs is { } needs && needs.Reported > needs.Answered
            ?
            [
                new(
                    "职工提了，没有回音",
                    $"{Numerals.Thousands(needs.Reported)}件职工需求中，"
                        + $"{Numerals.Thousands(needs.Reported - needs.Answered)}件没有答复。",
                    "没有研判的先研判，逐件定下答复的日子",
                    "承办单位"
                ),
            ]
            : [];

    private static IEnumerable<YearProblem> Missed(PeriodEdition period)
    {
        var unions = period.PopulationOf(Level.Grassroots).Members;
        return period
            .Indicators.Where(v => v.Variants[0].Nature != IndicatorNature.Event)
            .Select(v =>
            {
                var scores = unions.Select(u => u.IndicatorOf(v.Code)?.Score).OfType<decimal>().ToList();
                return (View: v, Scored: scores.Count, Short: scores.Count(s => s < 100m));
            })
            .Where(p => p.Scored > 0 && p.Short >= LeastShare * p.Scored)
            .OrderByDescending(p => (decimal)p.Short / p.Scored)
            .ThenBy(p => p.View.Code, StringComparer.Ordinal)
            .Take(MostIndicators)
            .Select(p =>
            {
                var row =
                    p.View.Variants.FirstOrDefault(v => v.Levels.Contains(Level.Grassroots)) ?? p.View.Variants[0];
                return new YearProblem(
                    p.View.Name,
                    $"{Numerals.Thousands(p.Scored)}家计分的公开基层工会中，{Numerals.Thousands(p.Short)}家没有得满分"
                        + $"（{Numerals.PercentInText(p.Short * 100m / p.Scored)}）。",
                    row.Remedy.TrimEnd('。'),
                    row.Owner
                );
            });
    }

    private static IEnumerable<YearProblem> Gap(Edition edition, PeriodEdition period)
    {
        var before = edition.AllPeriods.FirstOrDefault(p => p.Period == period.Base);
        return Spread(period) is { } now && before is not null && Spread(before) is { } then && now - then >= ToldGap
            ?
            [
                new(
                    "镇街之间差距拉大",
                    $"总指数最高与最低的镇街相差{Numerals.Score(now)}分，{before.Period.Title}相差{Numerals.Score(then)}分。",
                    "",
                    ""
                ),
            ]
            : [];
    }

    private static decimal? Spread(PeriodEdition period) =>
        period.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Town) is { Count: > 2 } total
            ? total.Maximum - total.Minimum
            : null;
}
