using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Sentences about one union（单个工会的语句）.</summary>
public static class UnionWords
{
    private const int MostSuggestions = 3;

    extension(UnionResult result)
    {
        /// <summary>
        /// The finding（一句话结论）: one sentence a person could repeat, with total and grade, place, comparable change,
        /// weakest index, largest loss.
        /// </summary>
        public string Finding
        {
            get
            {
                var (level, period) = (result.Organisation.Level, result.Period);
                var name = level == Level.District ? "全区" : result.Organisation.ShortName;
                var opening = level == Level.District ? period.Title + name : $"{name}{period.Title}";
                if (result.Standing is UnitStanding.Ended ended)
                {
                    return $"{name}{ended.Fate}。"
                        + (
                            result.Total is { } before
                                ? $"此前报送的{Numerals.Count(result.Indicators.Length)}项指标形成总指数"
                                    + $"{Phrases.Points(before)}，不参加排名。"
                                : ended.LastText
                        );
                }

                if (result.Total is not { } total)
                {
                    return result.Standing is UnitStanding.New
                        ? $"{name}{result.Standing.Fate}，{period.Title}没有可计分的指标，未形成总指数。"
                        : $"{opening}没有可计分的指标，未形成总指数。";
                }

                var head = $"{opening}总指数{Phrases.Points(total)}{StandingWords.Graded(result.Grade)}";
                var (place, change) = (Place(result), ChangeWords.Comparable(result.Change, period));
                return Phrases.Hash(result.Code) % 2 == 0
                    ? Phrases.Sentence(head, place, change)[..^1] + Tail(result)
                    : Phrases.Sentence(head, change, place)[..^1] + Tail(result);
            }
        }

        /// <summary>
        /// Sentences that suggest what would earn most（下步建议）: at most three gains, largest first, then what is missing.
        /// </summary>
        public ImmutableArray<string> Suggestions
        {
            get
            {
                if (!result.Standing.Counts)
                {
                    return [];
                }

                var gains = result
                    .Indicators.Where(i => i.Gain is > 0m)
                    .OrderByDescending(i => i.Gain)
                    .ThenBy(i => i.Code, StringComparer.Ordinal)
                    .Take(MostSuggestions)
                    .Select(Suggestion);
                return Missing(result) is { Length: > 0 } missing ? [.. gains, missing] : [.. gains];
            }
        }

        /// <summary>
        /// 来历 since the base period, a sentence: merged, split, recoded or renamed; empty when nothing changed.
        /// </summary>
        public string Origin => result.Ancestry is { } ancestry ? AncestryWords.Sentence(ancestry) : "";

        /// <summary>
        /// Why an index has no value, in words: 缺报, 存疑, 小数保护, 不公布, or several of them; 不适用 where none of its indicators
        /// applies.
        /// </summary>
        public string AbsenceOf(IndexKey key)
        {
            var reasons = result
                .Indicators.Where(i =>
                    i.Indicator.Index == key
                    && (i.Withheld != Withheld.No || i.State is ObservationState.Missing or ObservationState.Doubtful)
                )
                .Select(i => i.Withheld != Withheld.No ? i.WithheldText : i.State.Word())
                .Distinct();
            return string.Join('、', reasons) is { Length: > 0 } words ? words : ObservationState.NotApplicable.Word();
        }
    }

    /// <summary>Why it has no place: 2024年4月12日成立，当期新建，不参加排名.</summary>
    internal static string Unranked(UnionResult result)
    {
        var since = result.Standing is UnitStanding.New { Since: not null } born ? $"{born.Fate}，" : "";
        return result.Ranking.Reason is null ? "不参加排名" : $"{since}{result.Ranking.ReasonText}，不参加排名";
    }

    private static string Missing(UnionResult result)
    {
        var missing = result
            .Indicators.Where(i => i.State is ObservationState.Missing or ObservationState.Doubtful)
            .ToList();
        var names =
            $"{Phrases.And([.. missing.Take(4).Select(i => Phrases.Quote(i.Indicator.Name))])}"
            + (missing.Count > 4 ? $"等{Numerals.Count(missing.Count)}项" : "");
        return missing.Count == 0 ? ""
            : result.Total is null ? $"{names}缺报或存疑，请核实补报。"
            : $"{names}缺报或存疑，核实补报后覆盖率可在现有{Numerals.Percent(result.Coverage)}的基础上提高。";
    }

    private static string Place(UnionResult result)
    {
        var ranking = result.Ranking;
        if (result.Organisation.Level == Level.District)
        {
            return "";
        }

        if (!ranking.IsRanked)
        {
            return Unranked(result);
        }

        var among =
            result.Organisation.Level == Level.Town
                ? $"在参加排名的{Numerals.Count(ranking.Ranked)}个镇街中"
                : $"在{Phrases.Quote(ranking.Group)}组{Numerals.Count(ranking.Ranked)}个单位中";
        return ranking.Place is { } place ? $"{among}{(ranking.Tied ? "并列" : "列")}第{Numerals.Count(place)}名"
            : ranking.Band is { } band ? $"{among}位于{band.Word()}"
            : "";
    }

    /// <summary>五项, or 有得分的四项 where an index has no value: what is lowest is lowest of these.</summary>
    internal static string Scored(UnionResult result)
    {
        var count = result.Indexes.Count(i => i.Value is not null);
        return count == result.Indexes.Length ? $"{Numerals.Han(count)}项" : $"有得分的{Numerals.Han(count)}项";
    }

    // What is weak, said by figure: the lowest index, and the indicator that lost most.
    private static string Tail(UnionResult result)
    {
        var loss = result.Losses.FirstOrDefault();
        if (loss is null)
        {
            return result.Indicators.Any(i => i.Withheld != Withheld.No) ? "。" : "；已计分的指标均得满分。";
        }

        var most =
            $"失分最多的指标是{Phrases.Quote(loss.Indicator.Name)}{(loss.IsVeiled ? "" : $"（{ValueOf(loss)}）")}";
        var lowest = result.Lowest is { } key ? result.Indexes[(int)key] : null;
        if (lowest?.Value is not { } value || result.Indexes.Count(i => i.Value == value) > 1)
        {
            return $"；{most}。";
        }

        var scored = Scored(result);
        return Phrases.Pick(
            result.Code,
            $"；{scored}指数中{lowest.Key.Title()}最低，为{Phrases.Points(value)}，{most}。",
            $"；{lowest.Key.Title()}{Phrases.Points(value)}，在{scored}中最低，{most}。",
            $"；短板在{lowest.Key.Title()}（{Phrases.Points(value)}），{most}。"
        );
    }

    private static string Suggestion(IndicatorResult i)
    {
        var (name, gain) = (Phrases.Quote(i.Indicator.Name), $"总指数可增加{Numerals.Score(i.Gain)}分");
        if (i.IsVeiled)
        {
            return $"{name}达到满分要求时，{gain}。";
        }

        return i.Indicator.Rule.Kind switch
        {
            RuleKind.TargetRatio => $"{name}现为{ValueOf(i)}，达到目标{Numerals.Plain(i.Target ?? 0m)}%时，{gain}。",
            RuleKind.Count when i.Value is { } value && i.Target is { } target && i.UnitText != "%" =>
                $"{name}现为{ValueOf(i)}，再增加{Numerals.Plain(target - value)}{i.UnitText}即达目标{i.TargetText}，"
                    + $"{gain}。",
            RuleKind.Tiers => $"{name}现为{ValueOf(i)}，{Step(i, gain)}。",
            RuleKind.Deduction => $"{name}现为{ValueOf(i)}，降为{i.TargetText}时，{gain}。",
            RuleKind.Checklist when i.Reported is Reported.Ratio && !i.Pooled =>
                $"{name}{i.DenominatorText}项中已完成{i.NumeratorText}项，全部完成后，{gain}。",
            RuleKind.YesNo when !i.Pooled && i.Value is 0m => $"{name}尚未做到，按要求完成后，{gain}。",
            _ => $"{name}现为{ValueOf(i)}，达到满分要求时，{gain}。",
        };
    }

    // What comes next, not what is highest: 区级 before 省级.
    private static string Step(IndicatorResult i, string gain) =>
        i.NextTier is not { } next ? $"达到满分要求时，{gain}"
        : next.Points >= 100m ? $"达到{Phrases.Quote(IndicatorWords.TierText(i.Indicator, next))}时，{gain}"
        : $"先达到{Phrases.Quote(IndicatorWords.TierText(i.Indicator, next))}，"
            + $"这一项的得分由{Numerals.Score(i.Score)}升到{Numerals.Score(next.Points)}";

    private static string ValueOf(IndicatorResult i) =>
        i.Reported is Reported.YesNo { Done: false } ? "未达标" : i.ValueWithUnit;
}
