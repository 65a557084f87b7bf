using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>
/// 开头: how high, who leads and who comes last, who moved, whether a red line was crossed, what is to be decided.
/// </summary>
internal static class OpeningRules
{
    private const decimal ToldChange = 0.50m;
    private const decimal ToldMove = 3m;
    private const int FewestMoved = 10;
    private const int FewestIndexes = 2;
    private const int FewestRanked = 5;
    private const int MostNames = 3;
    private const int MostOwnDays = 60;
    private const int FewestHeard = 3;

    /// <summary>B-1: 2024年全区总指数86.26分，等次良好，同口径升1.17分; of a town its place too.</summary>
    public static IEnumerable<BriefFact> Level(BriefSubject s)
    {
        if (s.TellsProgress)
        {
            yield break;
        }

        if (s.Self.Total is not { } total)
        {
            yield return new(Weights.Answer, $"{s.Period.Period.Title}{s.Whole}没有可计分的指标，未形成总指数");
            yield break;
        }

        yield return new(
            Weights.Answer + 1,
            string.Join(
                '，',
                new[]
                {
                    $"{s.Period.Period.Title}{s.Whole}总指数{Numerals.Score(total)}分",
                    s.Self.Grade is { } grade ? $"等次{grade.Word()}" : "",
                    Changed(s.Self),
                    Placed(s),
                }.Where(c => c.Length > 0)
            )
        );
    }

    /// <summary>B-1 of a town: 红色、规范指数居末.</summary>
    public static IEnumerable<BriefFact> Indexes(BriefSubject s)
    {
        if (
            s.IsDistrict
            || s.TellsProgress
            || s.Self.Ranking is not { Place: not null, Ranked: >= FewestRanked and var n }
        )
        {
            yield break;
        }

        var placed = s.Self.Indexes.Where(i => i is { Place: not null, IsCompared: true }).ToList();
        foreach (var (word, at) in new (string, Func<int, bool>)[] { ("居首", p => p == 1), ("居末", p => p == n) })
        {
            var keys = placed.Where(i => at(i.Place!.Value)).Select(i => i.Key.Word()).ToList();
            if (keys.Count > 0)
            {
                yield return new(Weights.Answer, $"{string.Join('、', keys)}指数{word}") { Joint = '；' };
            }
        }

        if (placed.Count > 1 && placed.TrueForAll(i => i.Place > 1 && i.Place < n))
        {
            var low = placed.MaxBy(i => i.Place)!;
            yield return new(Weights.Answer, $"名次最低的是{low.Key.Word()}指数，列第{Numerals.Count(low.Place)}名")
            {
                Joint = '；',
            };
        }
    }

    /// <summary>B-2: 24个镇街15升9降.</summary>
    public static IEnumerable<BriefFact> Balance(BriefSubject s)
    {
        var moved = s.Towns.Select(t => t.Change?.Comparable).OfType<decimal>().ToList();
        if (!s.IsDistrict || s.TellsProgress || moved.Count < FewestMoved)
        {
            yield break;
        }

        var (up, down) = (moved.Count(c => c > 0m), moved.Count(c => c < 0m));
        var still = moved.Count - up - down;
        yield return new(
            Weights.Change,
            $"{Numerals.Count(moved.Count)}个镇街{Numerals.Count(up)}升{Numerals.Count(down)}降"
                + (still > 0 ? $"{Numerals.Count(still)}持平" : "")
        )
        {
            Joint = '，',
        };
    }

    /// <summary>B-3: 白鹭浦镇95.19分、石桁镇93.88分居前.</summary>
    public static IEnumerable<BriefFact> Best(BriefSubject s)
    {
        if (!s.IsDistrict || s.TellsProgress || s.Ranked.Length < FewestRanked)
        {
            yield break;
        }

        var first = s.Ranked.Where(t => t.Ranking.Place <= 2).ToList();
        if (first.Count > MostNames)
        {
            yield break;
        }

        yield return new(
            Weights.Answer,
            string.Join('、', first.Select(Scored)) + "居前" + (first.Exists(t => t.Ranking.Tied) ? "，有并列" : "")
        );
    }

    /// <summary>B-4: 东溪镇69.41分，连续两年居末，降5.79分，唯一待提升.</summary>
    public static IEnumerable<BriefFact> Weakest(BriefSubject s)
    {
        if (s.TellsProgress || Standings.Last(s) is not { } last || !s.IsDistrict)
        {
            yield break;
        }

        var years = Standings.YearsLast(s, last);
        var before = s.Base?.Find(last.Code)?.Ranking.Place;
        var change = last.Change?.Comparable;
        yield return new(
            Weights.Answer,
            string.Join(
                '，',
                new[]
                {
                    Scored(last),
                    years > 1 ? $"连续{Standings.Years(years)}居末"
                    : before is { } place ? $"由第{Numerals.Count(place)}名到末位"
                    : "居末",
                    change <= -ToldChange ? (years > 1 ? "又" : "") + Numerals.Movement(change) : "",
                    last.Grade == Grade.ToImprove && s.Towns.Count(t => t.Grade == Grade.ToImprove) == 1
                        ? $"唯一{Grade.ToImprove.Word()}"
                        : "",
                }.Where(c => c.Length > 0)
            )
        )
        {
            Joint = '；',
        };
    }

    /// <summary>B-5: 溪杳乡升8.50分，由第23名到第9名; who fell most, unless it is the last one, of whom that is told.</summary>
    public static IEnumerable<BriefFact> Movers(BriefSubject s)
    {
        if (!s.IsDistrict || s.TellsProgress)
        {
            yield break;
        }

        var movers = s.Period.MoversOf(Model.Level.Town);
        var last = Standings.Last(s);
        foreach (
            var (town, word) in new[]
            {
                (movers.Rising.FirstOrDefault(), "升幅最大"),
                (movers.Falling.FirstOrDefault(), "降幅最大"),
            }
        )
        {
            if (town?.Change?.Comparable is not { } change || Math.Abs(change) < ToldMove || town.Code == last?.Code)
            {
                continue;
            }

            yield return new(
                Weights.Answer - 1,
                $"{town.Organisation.ShortName}{Numerals.Movement(change)}"
                    + (Moved(s, town) is { Length: > 0 } moved ? $"，{moved}" : $"，{word}")
            )
            {
                Joint = '；',
            };
        }
    }

    /// <summary>D-1, D-2: the first question that is open; only one is asked.</summary>
    public static IEnumerable<BriefFact> Decision(BriefSubject s, OfficePeriod office) =>
        Questions(s, office).Take(1).Select(q => new BriefFact(Weights.Decision, $"请定一件事：{q}"));

    private static IEnumerable<string> Questions(BriefSubject s, OfficePeriod office)
    {
        var late = office
            .Named.Where(g =>
                g is { Rung: GuidanceRung.Supervision, RectifiedOn: null }
                && g.DueOn < office.DataDate
                && s.Covers(g.Town)
                && !office.Named.Any(h => h.Rung == GuidanceRung.Summons && h.Organisation == g.Organisation)
            )
            .ToList();
        if (late.Count > 0)
        {
            yield return $"督办过期未整改的{late[0].OrganisationName}是否约谈";
        }

        if (s.IsDistrict)
        {
            if (!s.TellsProgress && Standings.Last(s) is { } last && Standings.YearsLast(s, last) > 1)
            {
                yield return $"{last.Organisation.ShortName}是否列为重点帮带镇街";
            }

            var own = office.Pending.Where(m => m.Holder == s.Self.Code && m.State.Days > MostOwnDays).ToList();
            if (own.Count > 0)
            {
                yield return $"{BriefSubject.Us}超过{Numerals.Count(MostOwnDays)}天未评价的{Numerals.Count(own.Count)}件何时清零";
            }

            var behind = s.TellsProgress ? QuarterRules.Worst(s) : Standings.ReachedByNone(s);
            if (behind is not null)
            {
                yield return $"{BriefSubject.Matter(behind.Indicator)}是否列入镇街月度调度";
            }

            if (!s.TellsProgress && Standings.Last(s) is { } lowest)
            {
                yield return $"{lowest.Organisation.ShortName}由谁联系帮带";
            }

            yield break;
        }

        var undone = Standings.NotDone(s.Self).Where(n => n.Left >= FewestHeard).Take(1).ToList();
        if (undone.Count > 0 && !s.TellsProgress)
        {
            yield return $"是否专题听一次{Numerals.Count(undone[0].Left)}家单位"
                + $"{BriefSubject.Deed(undone[0].Result.Indicator)}的汇报";
        }

        var lost = s.TellsProgress ? QuarterRules.Worst(s) : Standings.TopLosses(s.Self, 1).FirstOrDefault();
        if (lost is not null)
        {
            yield return $"{BriefSubject.Deed(lost.Indicator)}是否列入月度调度";
        }
    }

    // 同口径升1.17分; where fewer than two indexes are compared nothing is told.
    private static string Changed(UnionResult unit) =>
        unit.Change?.Comparable is not { } change || unit.Indexes.Count(i => i.Change is not null) < FewestIndexes ? ""
        : Math.Abs(change) < ToldChange ? "与上年相当"
        : "同口径" + Numerals.Movement(change);

    private static string Placed(BriefSubject s)
    {
        if (
            s.IsDistrict
            || s.Self.Ranking is not { Place: { } place, Ranked: >= FewestRanked and var ranked, Tied: var tied }
        )
        {
            return "";
        }

        var before = s.Before?.Ranking.Place;
        return $"{Numerals.Count(ranked)}个镇街中{(tied ? "并列" : "列")}第{Numerals.Count(place)}名"
            + (
                before is null ? ""
                : before == place ? $"，上年也是第{Numerals.Count(before)}名"
                : $"，上年第{Numerals.Count(before)}名"
            );
    }

    private static string Scored(UnionResult town) => $"{town.Organisation.ShortName}{Numerals.Score(town.Total)}分";

    private static string Moved(BriefSubject s, UnionResult town) =>
        town.Ranking.Place is { } now && s.Base?.Find(town.Code)?.Ranking.Place is { } then && now != then
            ? $"由第{Numerals.Count(then)}名到第{Numerals.Count(now)}名"
            : "";
}
