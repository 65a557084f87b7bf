using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// What is said first of a unit, in plain words（在哪里、好在哪里、先做哪几件）: where it stands among its like, what it does well,
/// what earns most.
/// </summary>
public static class PortraitWords
{
    private const int Most = 3;

    extension(UnionResult result)
    {
        /// <summary>
        /// 在哪里: 某会2024年在“机关·25～199人”组26家里排第21名，按可比口径比上年下降2.1分。 Of one that stands no more, or has no
        /// total, the finding; of one that is not ranked, why.
        /// </summary>
        public string StandText
        {
            get
            {
                if (!result.Standing.Counts || result.Total is null)
                {
                    return result.Finding;
                }

                var ranking = result.Ranking;
                var among =
                    result.Organisation.Level == Level.Town
                        ? $"在参加排名的{Numerals.Count(ranking.Ranked)}个镇街里"
                        : $"在{Phrases.Quote(ranking.Group)}组{Numerals.Count(ranking.Ranked)}家里";
                var place =
                    !ranking.IsRanked ? UnionWords.Unranked(result)
                    : ranking.Place is { } at ? $"{among}{(ranking.Tied ? "并列" : "排")}第{Numerals.Count(at)}名"
                    : ranking.Band is { } band ? $"{among}位于{band.Word()}"
                    : "";
                return Phrases.Sentence(
                    $"{result.Organisation.ShortName}{result.Period.Title}{place}",
                    ChangeWords.Comparable(result.Change, result.Period)
                );
            }
        }

        /// <summary>
        /// 好在哪里: at most three that are true of it: how much is done, the indicator that rose most, the index that
        /// stands best where that is in the first third.
        /// </summary>
        public ImmutableArray<string> Strengths
        {
            get
            {
                if (!result.Standing.Counts || result.Total is null)
                {
                    return [];
                }

                var scored = result.Indicators.Where(i => i.Score is not null && !i.IsEvent).ToList();
                var done = scored.Count(i => i.Score >= 100m);
                var risen = result
                    .Indicators.Where(i => i.Change is > 0m && !i.IsEvent)
                    .OrderByDescending(i => i.Change)
                    .ThenBy(i => i.Code, StringComparer.Ordinal)
                    .FirstOrDefault();
                var best = result
                    .Indexes.Where(i => i.IsCompared && i.Place * 3 <= result.Ranking.Ranked)
                    .OrderBy(i => i.Place)
                    .ThenBy(i => i.Key)
                    .FirstOrDefault();
                string[] all =
                [
                    done > 0 ? $"{Numerals.Count(scored.Count)}项计分的指标里，{Numerals.Count(done)}项已做到" : "",
                    best is null ? "" : $"{best.Key.Title()}在本组排第{Numerals.Count(best.Place!.Value)}名",
                    risen is null || result.Change is not { } change
                        ? ""
                        : $"{Phrases.Quote(risen.Indicator.Name)}得分比{change.Base.Title}"
                            + $"升{Numerals.Score(risen.Change)}分",
                ];
                return [.. all.Where(t => t.Length > 0)];
            }
        }

        /// <summary>
        /// 先做哪几件: at most three indicators that fall short and can be mended, by what full marks would add to the
        /// total.
        /// </summary>
        public ImmutableArray<IndicatorResult> Pressing =>
            result.Standing.Counts ? [.. result.Losses.Where(i => i.Gain is > 0m).Take(Most)] : [];
    }
}
