using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Change against the base period（变化）. The common set holds the indicators with the same code and version that were
/// scored in both periods. Six totals, each published (rounded) like any other, stand in a chain from the base period's
/// total to this one's:
/// <code>
/// then, all scored
///   catalogue   → then, comparable definitions
///   coverage    → then, common set
///   catalogue   → then, common set by today's rules
///   performance → now, common set
///   coverage    → now, comparable definitions
///   catalogue   → now, all scored
/// </code>
/// Every part is the difference of neighbours, so the parts add up to the headline exactly, and a part whose figures
/// coincide is exactly 0.
/// </summary>
internal static class Changes
{
    /// <summary>The period with origins and changes of its unions; as it was when there is no base period.</summary>
    public static PeriodScores Fill(PeriodScores period, PeriodScores? then, CancellationToken cancel)
    {
        if (then is null)
        {
            return period;
        }

        var now = period with
        {
            Base = then,
            BaseIndicators =
            [
                .. period.Codes.Select(c =>
                    then.Codes.IndexOf(c, StringComparer.Ordinal) is >= 0 and var i ? i : (int?)null
                ),
            ],
        };
        var lineage = new Lineage(now, then);
        var origins = now.Unions.Map(u => lineage.Of(u.Organisation), cancel);
        var ancestors = Ancestors.Of(
            now.Unions.Where(u => origins[u.Number].Kind == OriginKind.Merged)
                .Select(u => (u.Organisation, origins[u.Number])),
            then,
            cancel
        );
        now = now with { Unions = now.Unions.Map(u => Compared(u, origins[u.Number]), cancel) };
        now = now with { Unions = now.Unions.Map(u => u with { Change = Of(now, u) }, cancel) };
        return now with { Unions = Moved(now.Unions, then.Unions) };

        ScoredUnion Compared(ScoredUnion union, Origin origin) =>
            union with
            {
                Origin = origin,
                Past = origin.Kind switch
                {
                    OriginKind.Same or OriginKind.Recoded => origin.Unions[0],
                    OriginKind.Merged => ancestors.Find(union.Organisation.Code),
                    _ => null,
                },
            };
    }

    /// <summary>
    /// The base period's score of a common indicator by today's rule and target, or null when the two cannot be
    /// compared: not scored in both, another version, or a rule that cannot read the old value.
    /// </summary>
    public static Fraction? ByTodaysRule(in Cell now, in Cell then) =>
        !AreComparable(now, then) || now.Score is null || then.Score is not { } score ? null
        : Rules.AreSame(now.Rule!, then.Rule!) ? score
        : Rules.Score(now.Rule!, then.Measure);

    /// <summary>True where both apply in the same version: the definition is the same.</summary>
    public static bool AreComparable(in Cell now, in Cell then) =>
        now.Row is { } row && then.Row is { } old && string.Equals(row.Version, old.Version, StringComparison.Ordinal);

    private static ChangeScore? Of(PeriodScores period, ScoredUnion union)
    {
        if (union.Total is not { } total || union.Past?.Total is not { } before)
        {
            return null;
        }

        var (settings, rounder) = (period.Settings, Rounder.For(period.Settings));
        var (comparableNow, commonNow) = (Totals.By(settings), Totals.By(settings));
        var (comparableThen, commonThen, byToday) = (Totals.By(settings), Totals.By(settings), Totals.By(settings));
        var (workNow, workThen) = (Totals.By(settings), Totals.By(settings));
        var isShared = false;
        for (var i = 0; i < union.Cells.Length; i++)
        {
            if (period.BaseIndicators[i] is not { } past)
            {
                continue;
            }

            ref readonly var now = ref union.Cells.ItemRef(i);
            ref readonly var then = ref union.Past.Cells.ItemRef(past);
            if (!AreComparable(now, then))
            {
                continue;
            }

            isShared = true;
            Add(comparableNow, now, now.Counted);
            Add(comparableThen, then, then.Counted);
            if (ByTodaysRule(now, then) is { } rescored)
            {
                Add(commonNow, now, now.Score);
                Add(commonThen, then, then.Score);
                Add(byToday, now, rescored);
                if (now.Row!.Nature != IndicatorNature.Event)
                {
                    Add(workNow, now, now.Score);
                    Add(workThen, now, rescored);
                }
            }
        }

        var headline = total - before;
        if (commonNow.Count == 0)
        {
            // Nothing in common: all of it is the catalogue's when no definition is shared, else it is what was
            // reported.
            return new(headline, null, isShared ? 0m : headline, isShared ? headline : 0m, default, 0, default);
        }

        // Where a set is no larger than the common one, it is the common one.
        var (nowCommon, thenCommon, thenByToday) = (Published(commonNow), Published(commonThen), Published(byToday));
        var nowComparable = comparableNow.Count == commonNow.Count ? nowCommon : Published(comparableNow);
        var thenComparable = comparableThen.Count == commonThen.Count ? thenCommon : Published(comparableThen);
        return new(
            headline,
            nowCommon - thenByToday,
            total - nowComparable + (thenByToday - thenCommon) + (thenComparable - before),
            nowComparable - nowCommon - (thenComparable - thenCommon),
            new(k => rounder.Round(commonNow[k]) - rounder.Round(byToday[k])),
            commonNow.Count,
            new(k => rounder.Round(workNow[k]) - rounder.Round(workThen[k]))
        );

        decimal Published(Totals<Fraction> totals) => rounder.Round(totals.Total!.Value);

        static void Add(Totals<Fraction> totals, in Cell cell, Fraction? score)
        {
            if (score is { } points)
            {
                totals.Add(cell.Row!.Index, cell.Row.Weight, points);
            }
        }
    }

    // A move of place means something only where the same unions were ranked in both periods.
    private static ImmutableArray<ScoredUnion> Moved(ImmutableArray<ScoredUnion> now, ImmutableArray<ScoredUnion> then)
    {
        var earlier = Ranks.Groups(then).ToDictionary(g => g.Key, g => g.Select(u => u.Number).ToHashSet());
        var unions = now.ToBuilder();
        foreach (var group in Ranks.Groups(now))
        {
            if (
                earlier.TryGetValue(group.Key, out var ranked)
                && ranked.SetEquals(group.Select(u => u.Origin.Kind == OriginKind.Merged ? -1 : u.Past?.Number ?? -1))
                && ranked.Count == group.Count()
            )
            {
                foreach (var union in group)
                {
                    unions[union.Number] = union with
                    {
                        Rank = union.Rank! with { Moved = union.Past!.Rank!.Place - union.Rank.Place },
                    };
                }
            }
        }

        return unions.DrainToImmutable();
    }
}
