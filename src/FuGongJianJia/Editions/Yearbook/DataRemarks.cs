using System.Collections.Immutable;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>What a reader asks of the data（数据说明的一问）, and what is to be said.</summary>
/// <param name="Question">不全的, 改过的 …</param>
/// <param name="Paragraphs">Answers.</param>
public sealed record DataRemark(string Question, ImmutableArray<string> Paragraphs);

/// <summary>数据说明 of an annual report: questions of a reader, not kinds of error.</summary>
public static class DataRemarks
{
    private const int MostIndicators = 3;

    /// <summary>The questions that have an answer.</summary>
    public static ImmutableArray<DataRemark> Of(Edition edition, PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. new DataRemark[]
            {
                new("不全的", [.. Missing(edition, period)]),
                new("改过的", [.. Corrected(edition, period)]),
                new("对不上的", [.. Differing(edition, period)]),
                new("不能比的", [.. Broken(period)]),
            }.Where(r => r.Paragraphs.Length > 0),
        ];
    }

    private static IEnumerable<string> Missing(Edition edition, PeriodEdition period)
    {
        var unions = period.PopulationOf(Level.Grassroots);
        var missing = period
            .Indicators.Select(v =>
                (
                    v.Name,
                    v.Code,
                    Count: unions.Members.Count(u =>
                        u.IndicatorOf(v.Code) is { State: ObservationState.Missing or ObservationState.Doubtful }
                    )
                )
            )
            .Where(m => m.Count > 0)
            .OrderByDescending(m => m.Count)
            .ThenBy(m => m.Code, StringComparer.Ordinal)
            .ToList();
        if (missing.Count > 0)
        {
            yield return $"{unions.Counted}里，共有{Numerals.Thousands(missing.Sum(m => m.Count))}个数缺报或存疑，最多的是"
                + string.Join(
                    '、',
                    missing.Take(MostIndicators).Select(m => $"{Phrases.Quote(m.Name)}{Numerals.Thousands(m.Count)}家")
                )
                + "。没有报的不算零，也不算好，只是不知道。";
        }

        var thin = unions.Members.Count(u => u.Coverage < edition.Settings.RankMinimumCoverage);
        if (thin > 0)
        {
            yield return $"{Numerals.Thousands(thin)}家应报的指标报了不到"
                + $"{Numerals.Plain(edition.Settings.RankMinimumCoverage)}%，有得分，不参加排名。";
        }

        if (unions.Hidden > 0)
        {
            yield return $"另有{Numerals.Thousands(unions.Hidden)}家工会不公开，只计入所属镇街和全区的合计。";
        }
    }

    private static IEnumerable<string> Corrected(Edition edition, PeriodEdition period) =>
        edition
            .Corrections.Where(c => c.PublishedWith <= period.Period)
            .OrderBy(c => c.Period)
            .ThenBy(c => c.Organisation, StringComparer.Ordinal)
            .ThenBy(c => c.Indicator ?? "", StringComparer.Ordinal)
            .ThenBy(c => c.On)
            .Select(c =>
                $"{c.Period.Title}{c.OrganisationName}"
                + (c.IndicatorName.Length > 0 ? Phrases.Quote(c.IndicatorName) : "")
                + $"由{c.Before}改为{c.After}"
                + (c.Reason.Length > 0 ? $"：{c.Reason.TrimEnd('。')}" : "")
                + "。"
            );

    private static IEnumerable<string> Differing(Edition edition, PeriodEdition period)
    {
        foreach (var programme in period.Programmes.Where(p => p.Period == period.Period))
        {
            if (programme.MeasuredNote.Length > 0)
            {
                yield return programme.MeasuredNote;
            }

            if (programme.PlanDifference.Length > 0)
            {
                yield return $"指标“{programme.Plan!.Name}”{programme.PlanDifference}";
            }
        }

        if (edition.AllPeriods.LastOrDefault(p => p.DiffersFromYear && period.Period.Contains(p.Period)) is { } part)
        {
            yield return YearWords.LastPart(part.Period);
        }
    }

    private static IEnumerable<string> Broken(PeriodEdition period)
    {
        if (period.Base is not { } before)
        {
            yield break;
        }

        foreach (var view in period.Indicators.Where(v => v.SeriesBreak))
        {
            var note = view.Variants.Select(v => v.ChangeNote).FirstOrDefault(n => n.Length > 0) ?? "";
            yield return $"{Phrases.Quote(view.Name)}口径有变动，和{before.Title}不能比"
                + (note.Length > 0 ? $"：{note.TrimEnd('。')}" : "")
                + "。";
        }
    }
}
