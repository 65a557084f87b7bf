using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>
/// A town's page of an annual report（镇街）: one line, what rose and by what, the short side, the year's work, what comes
/// next. Events are neither praised nor named.
/// </summary>
public static class TownPageWords
{
    private const int ToldPlaces = 5;
    private const int MostIndexes = 2;
    private const int MostMatters = 2;
    private const int MostKinds = 3;

    /// <summary>
    /// The line below the name: 从第23名到第9名，升幅在24个镇街中最大。 Empty where nothing stands out, and where places are not shown.
    /// </summary>
    public static string Line(Edition edition, PeriodEdition period, UnionResult town)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(town);
        var before = edition.AllPeriods.FirstOrDefault(p => p.Period == period.Base)?.Find(town.Code);
        var movers = period.MoversOf(Level.Town);
        var most =
            movers.Rising.FirstOrDefault()?.Code == town.Code
                ? $"升幅在{Numerals.Count(movers.Compared.Count)}个镇街中最大"
                : "";
        return town.Ranking.Place is not { } place ? ""
            : before?.Ranking.Place - place >= ToldPlaces
                ? Phrases.Sentence($"从第{Numerals.Count(before!.Ranking.Place)}名到第{Numerals.Count(place)}名", most)
            : place == 1 && !town.Ranking.Tied ? $"总指数在{Numerals.Count(town.Ranking.Ranked)}个镇街中最高。"
            : most.Length > 0 ? most + "。"
            : "";
    }

    /// <summary>Level, change, the indexes that rose with what gave it, and the short side.</summary>
    public static string Results(Edition edition, PeriodEdition period, UnionResult town)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(town);
        if (town.Total is not { } total)
        {
            return town.Finding;
        }

        var risen = town
            .Indexes.Where(i => i.Change > 0m && i.IsCompared && IndexPageWords.Tells(i))
            .OrderByDescending(i => i.Change)
            .ThenBy(i => i.Key)
            .Take(MostIndexes)
            .Select(i => IndexPageWords.Moved(edition, period, town, i));
        return Phrases.Sentence(
                $"{town.Organisation.ShortName}{period.Period.Title}总指数{Phrases.Points(total)}"
                    + StandingWords.Graded(town.Grade),
                Place(town),
                ChangeWords.Comparable(town.Change, period.Period)
            )
            + string.Concat(risen)
            + Short(town);
    }

    /// <summary>What the town and its unions did in the year; empty when the period tells nothing of it.</summary>
    public static string Work(Edition edition, PeriodEdition period, UnionResult town)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(town);
        var needs = period.TownNeeds.FirstOrDefault(n => n.Town == town.Code);
        return Tasks(period, town) + Held(period, town) + needs?.Finding + Honoured(edition, period, town);
    }

    /// <summary>来年: what the catalogue says to do about what would earn most; empty where it says nothing.</summary>
    public static string Next(UnionResult town)
    {
        ArgumentNullException.ThrowIfNull(town);
        var measures = town
            .Pressing.Where(i => i.Indicator.Remedy.Length > 0)
            .Take(MostMatters)
            .Select(i => i.Indicator.Remedy.TrimEnd('。'))
            .Distinct(StringComparer.Ordinal);
        var text = string.Join('；', measures);
        return text.Length == 0 ? "" : text + "。";
    }

    /// <summary>True of a unit of the town, or the town itself.</summary>
    public static bool Covers(PeriodEdition period, UnionResult town, string? unit)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(town);
        var at = unit;
        for (var step = 0; at is not null && step < 4; step++)
        {
            if (string.Equals(at, town.Code, StringComparison.Ordinal))
            {
                return true;
            }

            at = period.Find(at)?.Organisation.Parent;
        }

        return false;
    }

    private static string Place(UnionResult town) =>
        !town.Ranking.IsRanked
            ? town.Ranking.ReasonText is { Length: > 0 } why
                ? $"{why}，不参加排名"
                : ""
            : town.Ranking.Place is { } place
                ? $"在参加排名的{Numerals.Count(town.Ranking.Ranked)}个镇街中"
                    + $"{(town.Ranking.Tied ? "并列" : "列")}第{Numerals.Count(place)}名"
                : town.Ranking.BandText is { Length: > 0 } band
                    ? $"在参加排名的{Numerals.Count(town.Ranking.Ranked)}个镇街中位于{band}"
                    : "";

    // Of the indexes below the median of the towns that were not praised just now the one that stands worst, with what
    // it misses most.
    private static string Short(UnionResult town)
    {
        var index = town
            .Indexes.Where(i =>
                i is { Value: not null, IsCompared: true }
                && (i.GroupMedian is not { } middle || i.Value < middle)
                && !(i.Change > 0m && IndexPageWords.Tells(i))
            )
            .OrderByDescending(i => i.Place ?? 0)
            .ThenBy(i => i.Value)
            .ThenBy(i => i.Key)
            .FirstOrDefault();
        if (index is null)
        {
            return "";
        }

        var missed = town
            .Losses.Where(i =>
                i.Indicator.Index == index.Key && i is { IsEvent: false, IsVeiled: false, Reported: not null }
            )
            .Take(MostMatters)
            .Select(i =>
                BriefSubject.Matter(i.Indicator)
                + (i.Reported is Reported.YesNo { Done: false } ? "还没有做到" : i.ValueWithUnit)
            )
            .ToList();
        return missed.Count == 0
            ? ""
            : $"短处在{index.Key.Title()}，{Phrases.Points(index.Value!.Value)}"
                + (index.Place is { } place ? $"，列第{Numerals.Count(place)}名" : "")
                + $"：{string.Join('，', missed)}。";
    }

    private static string Tasks(PeriodEdition period, UnionResult town)
    {
        if (period.Tasks?.Towns.FirstOrDefault(t => t.Town == town.Code) is not { } counts)
        {
            return "";
        }

        var settled = counts.Counts[(int)ExecutorProgressKind.Settled];
        return counts.Counts.Sum() == 0
            ? ""
            : $"全镇街承办任务{Numerals.Count(counts.Counts.Sum())}个单位次，办结{Numerals.Count(settled)}个。";
    }

    private static string Held(PeriodEdition period, UnionResult town)
    {
        var held = (period.Activities?.Activities ?? [])
            .Where(a => a.Organiser.Length > 0 && Covers(period, town, a.Organiser))
            .ToList();
        var names = held.OrderByDescending(a => a.Sessions)
            .ThenByDescending(a => a.Heads?.Count ?? 0)
            .ThenBy(a => a.Code, StringComparer.Ordinal)
            .Take(MostKinds)
            .OrderBy(a => a.Start)
            .ThenBy(a => a.Code, StringComparer.Ordinal)
            .Select(a => $"{Numerals.Count(a.Start.Month)}月{a.Name}");
        return held.Count == 0
            ? ""
            : $"办活动{Numerals.Count(held.Count)}项、{Numerals.Count(held.Sum(a => a.Sessions))}场"
                + (held.Count > MostKinds ? "，有" : "：")
                + string.Join('、', names)
                + (held.Count > MostKinds ? "等。" : "。");
    }

    private static string Honoured(Edition edition, PeriodEdition period, UnionResult town)
    {
        var granted = edition.Commendations.Count(c =>
            c.Status == CommendationStatus.Granted
            && c.GrantedOn >= period.Period.Start
            && c.GrantedOn <= period.Period.End
            && Covers(period, town, c.Organisation)
        );
        return granted == 0 ? "" : $"受到表彰{Numerals.Count(granted)}项。";
    }
}
