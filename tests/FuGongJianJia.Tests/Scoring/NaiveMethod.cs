using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>
/// The second computation: written from the method text (design 4.1 and the methodology page) with rationals, lists and
/// loops, and no code of the first.
/// It is slow and plain on purpose.
/// </summary>
/// <param name="dataset">Data.</param>
/// <param name="aside">What is withheld from the public and by the settings not counted. Who decides that is tested by
/// the attacker.</param>
internal sealed class NaiveMethod(Dataset dataset, Func<Period, string, string, bool> aside)
{
    private static readonly IndexKey[] Keys =
    [
        IndexKey.Red,
        IndexKey.Norm,
        IndexKey.Vigour,
        IndexKey.Warmth,
        IndexKey.Harmony,
    ];
    private readonly Settings _settings = dataset.Settings;

    /// <summary>One indicator of one union: null rows mean it does not concern the level.</summary>
    public sealed record Item(string Code, Indicator Row, string State, Observation? Value, Exact? Score)
    {
        /// <summary>Of a pooled value: how many units reported, of how many that it applies to, at which level.</summary>
        public (int Reporting, int Applicable, Level Level)? Pool { get; init; }
    }

    public sealed record Figures(decimal? Total, decimal?[] Indexes, decimal Coverage);

    public List<Item> Items(PeriodData period, Organisation union) =>
        Reported(period, union)
            .ConvertAll(i =>
                aside(period.Period, union.Code, i.Code) ? i with { State = "保护", Score = null }
                : i.State == "未问" ? i with { State = "不适用" }
                : i
            );

    private List<Item> Reported(PeriodData period, Organisation union)
    {
        var items = new List<Item>();
        foreach (var code in period.Catalogue.Select(r => r.Code).Distinct())
        {
            var rows = period.Catalogue.Where(r => r.Code == code).ToList();
            var named = rows.Where(r => r.Levels.Contains(union.Level)).ToList();
            if (named.Count == 0)
            {
                var lower =
                    union.Level == Level.District
                        ? rows.FirstOrDefault(r => r.Levels.Contains(Level.Town))
                            ?? rows.FirstOrDefault(r => r.Levels.Contains(Level.Grassroots))
                    : union.Level == Level.Town ? rows.FirstOrDefault(r => r.Levels.Contains(Level.Grassroots))
                    : null;
                if (lower is not null && lower.Aggregation != Aggregation.None)
                {
                    items.Add(Upper(period, union, code, lower, false));
                }

                continue;
            }

            if (union.Level != Level.Grassroots)
            {
                items.Add(Upper(period, union, code, named.FirstOrDefault(r => Covers(r, union)) ?? named[0], true));
                continue;
            }

            var row = named.FirstOrDefault(r => Covers(r, union));
            items.Add(row is null ? new(code, named[0], "不适用", null, null) : Own(period, union, code, row));
        }

        return items;
    }

    private static bool Covers(Indicator row, Organisation union) =>
        (row.Categories.Length == 0 && row.Kinds.Length == 0)
        || row.Categories.Contains(union.Category)
        || row.Kinds.Contains(union.Kind);

    private Item Own(PeriodData period, Organisation union, string code, Indicator row)
    {
        var reported = period.Observations.FirstOrDefault(o => o.Organisation == union.Code && o.Indicator == code);
        if (reported is null || reported.State == ObservationState.Missing)
        {
            // A yearly indicator is asked at the end of the year.
            var isAsked = row.Timing != Timing.Yearly || period.Period.End.Month == 12;
            return new(code, row, isAsked ? "缺报" : "未问", null, null);
        }

        if (reported.State == ObservationState.Doubtful)
        {
            return new(code, row, "缺报", null, null);
        }

        if (reported.State == ObservationState.NotApplicable)
        {
            return new(code, row, "不适用", null, null);
        }

        var score = Score(period, union, row, reported);
        return score is null ? new(code, row, "缺报", null, null) : new(code, row, "已报", reported, score);
    }

    private Item Upper(PeriodData period, Organisation union, string code, Indicator row, bool isNamed)
    {
        var own = Own(period, union, code, row);
        if (own.State == "已报" || (own.State == "不适用" && isNamed) || row.Aggregation == Aggregation.None)
        {
            return own;
        }

        var (applies, declined) = (0, 0);
        foreach (var level in new[] { Level.Grassroots, Level.Town })
        {
            if (level <= union.Level)
            {
                continue;
            }

            var lowRows = period.Catalogue.Where(r => r.Code == code && r.Levels.Contains(level)).ToList();
            if (lowRows.Count == 0)
            {
                continue;
            }

            var reports = new List<Item>();
            var before = applies;
            foreach (
                var unit in period.Organisations.Where(o =>
                    o.Level == level
                    && IsBelow(period, o, union)
                    && o.Status != OrganisationStatus.Merged
                    && o.Status != OrganisationStatus.Dissolved
                )
            )
            {
                var lowRow = lowRows.FirstOrDefault(r => Covers(r, unit)) ?? (level == Level.Town ? lowRows[0] : null);
                if (lowRow is null)
                {
                    continue;
                }

                var item = Own(period, unit, code, lowRow);
                var said =
                    item.State == "缺报" && level == Level.Town && !IsDoubtful(period, unit, code)
                        ? Upper(period, unit, code, lowRow, true).State
                        : item.State;
                applies += said is "不适用" or "未问" ? 0 : 1;
                declined += said == "不适用" ? 1 : 0;
                if (item.State == "已报")
                {
                    reports.Add(item);
                }
            }

            var pooled = Pool(row.Aggregation, reports);
            if (pooled is null)
            {
                continue;
            }

            var score = Score(period, union, row, pooled);
            foreach (var lowRow in lowRows)
            {
                score ??= Score(period, union, lowRow, pooled);
            }

            var byOwn = Score(period, union, row, pooled) is not null ? row : null;
            return score is null
                ? new(code, row, "缺报", null, null)
                : new(
                    code,
                    byOwn ?? lowRows.First(r => Score(period, union, r, pooled) is not null),
                    "已报",
                    pooled,
                    score
                )
                {
                    Pool = (reports.Count, applies - before, level),
                };
        }

        var isSilent = own.State == "缺报" && !IsDoubtful(period, union, code);
        return isSilent && applies == 0 && (declined > 0 || !isNamed) ? new(code, row, "不适用", null, null) : own;
    }

    private static bool IsDoubtful(PeriodData period, Organisation union, string code) =>
        period.Observations.Any(o =>
            o.Organisation == union.Code && o.Indicator == code && o.State == ObservationState.Doubtful
        );

    private static bool IsBelow(PeriodData period, Organisation unit, Organisation top)
    {
        for (var at = unit; at.Parent is not null; )
        {
            if (at.Parent == top.Code)
            {
                return true;
            }

            at = period.Organisations.First(o => o.Code == at.Parent);
        }

        return false;
    }

    private static Observation? Pool(Aggregation method, List<Item> reports)
    {
        var blank = new Observation
        {
            Organisation = "",
            Indicator = "",
            State = ObservationState.Reported,
        };
        switch (method)
        {
            case Aggregation.PooledRatio:
                var ratios = reports.Where(r => r.Value!.Numerator is not null && r.Value.Denominator is > 0).ToList();
                return ratios.Count == 0
                    ? null
                    : blank with
                    {
                        Numerator = ratios.Sum(r => r.Value!.Numerator),
                        Denominator = ratios.Sum(r => r.Value!.Denominator),
                    };
            case Aggregation.Sum:
                return reports.Count == 0
                    ? null
                    : blank with
                    {
                        Value = reports.Sum(r => r.Value!.Value ?? r.Value!.Numerator ?? 0),
                    };
            case Aggregation.ShareOfUnitsAtTarget:
                return reports.Count == 0
                    ? null
                    : blank with
                    {
                        Numerator = reports.Count(r => r.Score >= 100),
                        Denominator = reports.Count,
                    };
            default:
                return reports.Count == 0 ? null : reports.OrderByDescending(r => r.Score).First().Value;
        }
    }

    public Exact? Score(PeriodData period, Organisation union, Indicator row, Observation o)
    {
        Exact? percent =
            o.Numerator is { } n && o.Denominator is > 0 and var d ? Exact.Of(n) * 100 / Exact.Of(d) : null;
        Exact? number = percent ?? (o.Value is { } v ? Exact.Of(v) : null);
        switch (row.Rule.Kind)
        {
            case RuleKind.TargetRatio or RuleKind.Count:
                return number is { } x ? Bound(x * 100 / DueOf(period, union, row)) : null;
            case RuleKind.Tiers:
                foreach (var tier in row.Rule.Tiers)
                {
                    if (
                        tier.Word is not null
                            ? tier.Word == o.Word
                            : number is { } y && y >= Exact.Of(tier.Threshold!.Value)
                    )
                    {
                        return Exact.Of(tier.Points);
                    }
                }

                return number is not null && o.Word is null && row.Rule.Tiers.All(t => t.Word is null) ? 0 : null;
            case RuleKind.Deduction:
                return o.Value is { } count ? Bound(100 - (Exact.Of(row.Rule.Target!.Value) * Exact.Of(count))) : null;
            case RuleKind.YesNo:
                return percent is { } share ? Bound(share)
                    : o.Value is { } yes ? Bound(Exact.Of(yes) * 100)
                    : null;
            default:
                return number is { } done ? Bound(done) : null;
        }
    }

    // Of what is counted through the year so many twelfths as months have passed.
    public Exact DueOf(PeriodData period, Organisation union, Indicator row)
    {
        var target = Exact.Of(TargetOf(period, union, row));
        var months = row.Timing == Timing.Cumulative && _settings.ProRata ? period.Period.End.Month : 12;
        return target * months / 12;
    }

    private decimal TargetOf(PeriodData period, Organisation union, Indicator row)
    {
        foreach (
            var scope in new[]
            {
                union.Code,
                Group(union),
                CategoryWord(union.Category),
                KindWord(union.Kind),
                LevelWord(union.Level),
            }
        )
        {
            if (period.Targets.FirstOrDefault(t => t.Scope == scope && t.Indicator == row.Code) is { } target)
            {
                return target.Value;
            }
        }

        return row.Rule.Target!.Value;
    }

    public static string Group(Organisation union) =>
        union.Level == Level.District ? ""
        : union.Level == Level.Town ? "镇街"
        : CategoryWord(union.Category)
            + "·"
            + (
                union.Workers is null ? "职工数不详"
                : union.Workers < 25 ? "不足25人"
                : union.Workers < 200 ? "25～199人"
                : "200人及以上"
            );

    private static string CategoryWord(UnitCategory category) =>
        new[] { "机关", "事业", "企业", "社会组织", "其他" }[(int)category];

    private static string KindWord(OrganisationKind kind) =>
        new[] { "总工会", "镇街总工会", "基层工会", "联合工会", "产业工会" }[(int)kind];

    private static string LevelWord(Level level) => new[] { "区", "镇街", "基层" }[(int)level];

    private static Exact Bound(Exact x) =>
        x > 100 ? 100
        : x < 0 ? 0
        : x;

    public (Exact? Total, Exact?[] Indexes) Totals(
        IEnumerable<(IndexKey Index, Exact Weight, Exact Score)> scored,
        Func<IndexKey, Exact>? weights = null
    )
    {
        var list = scored.ToList();
        var indexes = Keys.Select(k => list.Where(s => s.Index == k).ToList())
            .Select(s =>
                s.Count == 0 ? (Exact?)null : Sum(s.Select(x => x.Weight * x.Score)) / Sum(s.Select(x => x.Weight))
            )
            .ToArray();
        var have = Keys.Where(k => indexes[(int)k] is not null).ToList();
        Exact W(IndexKey k) => weights is null ? Exact.Of(_settings.IndexWeights[(int)k]) : weights(k);
        return (
            have.Count == 0 ? null : Sum(have.Select(k => W(k) * indexes[(int)k]!.Value)) / Sum(have.Select(W)),
            indexes
        );
    }

    public IEnumerable<(IndexKey Index, Exact Weight, Exact Score)> Scored(List<Item> items) =>
        items
            .Where(i => i.State == "已报" || (_settings.MissingScoresZero && i.State == "缺报"))
            .Select(i => (i.Row.Index, Exact.Of(i.Row.Weight), i.Score ?? 0));

    public Figures Of(List<Item> items)
    {
        var (total, indexes) = Totals(Scored(items));
        var (covered, weight) = ((Exact)0, (Exact)0);
        foreach (var key in Keys)
        {
            var applicable = items.Where(i => i.Row.Index == key && i.State is not ("不适用" or "保护")).ToList();
            if (applicable.Count > 0)
            {
                var w = Exact.Of(_settings.IndexWeights[(int)key]);
                covered +=
                    w
                    * Sum(applicable.Where(i => i.State == "已报").Select(i => Exact.Of(i.Row.Weight)))
                    / Sum(applicable.Select(i => Exact.Of(i.Row.Weight)));
                weight += w;
            }
        }

        return new(
            total?.Round(),
            [.. indexes.Select(i => i?.Round())],
            weight > 0 ? (covered * 100 / weight).Round() : 0m
        );
    }

    /// <summary>
    /// Places by group: competition ranking on the published totals of the public, standing, sufficiently covered.
    /// </summary>
    public static Dictionary<string, int> Places(
        PeriodData period,
        Dictionary<string, Figures> figures,
        Settings settings
    )
    {
        var ranked = period
            .Organisations.Where(o =>
                o.Level != Level.District
                && o.IsPublic
                && o.Status == OrganisationStatus.Normal
                && figures[o.Code].Total is not null
                && figures[o.Code].Coverage >= settings.RankMinimumCoverage
            )
            .ToList();
        var places = new Dictionary<string, int>();
        foreach (var union in ranked)
        {
            var group = ranked.Where(o => Group(o) == Group(union)).ToList();
            if (group.Count >= settings.RankMinimumGroup)
            {
                places[union.Code] = 1 + group.Count(o => figures[o.Code].Total > figures[union.Code].Total);
            }
        }

        return places;
    }

    /// <summary>
    /// What a union is compared with, by the method text: itself or what it was called before; of several predecessors
    /// their figures put together, each indicator
    /// only where all that it applied to had reported; nothing where a union was split. The organisation is the one
    /// whose class and group hold then.
    /// </summary>
    public (Organisation Before, List<Item> Items)? Past(PeriodData now, Organisation union, PeriodData then)
    {
        bool Stands(Organisation? o) => o is { Status: OrganisationStatus.Normal or OrganisationStatus.New };
        Organisation? Then(string code) => then.Organisations.FirstOrDefault(o => o.Code == code);
        Organisation? Now(string code) => now.Organisations.FirstOrDefault(o => o.Code == code);
        if (!Stands(union))
        {
            return null;
        }

        var former = new SortedSet<string>(StringComparer.Ordinal);
        if (Then(union.Code) is not null)
        {
            former.Add(union.Code);
        }

        foreach (var code in union.Lineage.Where(c => Stands(Then(c))))
        {
            if (Then(union.Code) is null || !Stands(Now(code)))
            {
                former.Add(code);
            }
        }

        foreach (
            var merged in now.Organisations.Where(o =>
                o.Status == OrganisationStatus.Merged && o.Lineage.Contains(union.Code) && Stands(Then(o.Code))
            )
        )
        {
            former.Add(merged.Code);
        }

        bool Split(string code) =>
            now.Organisations.Count(o => Stands(o) && !Stands(Then(o.Code)) && o.Lineage.Contains(code)) is var heirs
            && Stands(Then(code))
            && (heirs > 1 || (heirs == 1 && Stands(Now(code))));
        if (former.Count == 0 || former.Any(Split))
        {
            return null;
        }

        var parts = former.Select(c => Then(c)!).ToList();
        return parts.Count == 1 ? (parts[0], Items(then, parts[0])) : (union, Together(then, union, parts));
    }

    private List<Item> Together(PeriodData then, Organisation union, List<Organisation> parts)
    {
        var all = parts.ConvertAll(p => Items(then, p));
        var reports = new List<Observation>();
        foreach (var code in then.Catalogue.Select(r => r.Code).Distinct())
        {
            var items = all.Select(i => i.FirstOrDefault(x => x.Code == code))
                .OfType<Item>()
                .Where(i => i.State != "不适用")
                .ToList();
            var blank = new Observation
            {
                Organisation = union.Code,
                Indicator = code,
                State = ObservationState.Reported,
            };
            if (items.Count == 0 || items.Exists(i => i.State == "保护"))
            {
                reports.Add(blank with { State = ObservationState.NotApplicable });
            }
            else if (
                items.TrueForAll(i => i.State == "已报")
                && items.DistinctBy(i => (i.Row.Version, i.Row.Aggregation)).Count() == 1
                && items[0].Row.Aggregation is not Aggregation.None and var method
                && (method != Aggregation.PooledRatio || items.TrueForAll(i => i.Value!.Denominator is > 0))
                && Pool(method, items) is { } pooled
            )
            {
                reports.Add(pooled with { Organisation = union.Code, Indicator = code });
            }
        }

        return Items(then with { Organisations = [union], Observations = [.. reports] }, union);
    }

    /// <summary>
    /// Comparable change: today's and yesterday's value of the common set by today's weights, rules and targets, each
    /// published.
    /// </summary>
    public decimal? Comparable(PeriodData now, Organisation union, List<Item> today, List<Item> past)
    {
        var common = new List<(Item Now, Exact Then)>();
        foreach (var item in today.Where(i => i.State == "已报"))
        {
            var old = past.FirstOrDefault(p =>
                p.Code == item.Code && p.State == "已报" && p.Row.Version == item.Row.Version
            );
            if (old is not null && Score(now, union, item.Row, old.Value!) is { } score)
            {
                common.Add((item, score));
            }
        }

        return common.Count == 0
            ? null
            : Totals(common.Select(c => (c.Now.Row.Index, Exact.Of(c.Now.Row.Weight), c.Now.Score!.Value)))
                .Total!.Value.Round()
                - Totals(common.Select(c => (c.Now.Row.Index, Exact.Of(c.Now.Row.Weight), c.Then)))
                    .Total!.Value.Round();
    }

    /// <summary>
    /// What the catalogue and what the coverage did to the headline, by the chain of the methodology: comparable
    /// definitions only, then the common set
    /// only, then today's weights, rules and targets, then today's values, then everything else again.
    /// </summary>
    public (decimal Catalogue, decimal Coverage) Split(
        PeriodData now,
        Organisation union,
        List<Item> today,
        List<Item> past
    )
    {
        var pairs = today
            .Select(t => (Now: t, Then: past.FirstOrDefault(p => p.Code == t.Code && p.Row.Version == t.Row.Version)))
            .Where(x => x.Then is not null)
            .Select(x => (x.Now, Then: x.Then!))
            .ToList();
        var common = pairs
            .Where(x => x.Now.State == "已报" && x.Then.State == "已报")
            .Select(x => (x.Now, x.Then, Again: Score(now, union, x.Now.Row, x.Then.Value!)))
            .Where(x => x.Again is not null)
            .ToList();
        var (headNow, headThen) = (Of(today).Total!.Value, Of(past).Total!.Value);
        if (common.Count == 0)
        {
            return pairs.Count == 0 ? (headNow - headThen, 0m) : (0m, headNow - headThen);
        }

        var comparableThen = Of([.. pairs.Select(x => x.Then)]).Total!.Value;
        var commonThen = Of([.. common.Select(x => x.Then)]).Total!.Value;
        var byToday = Of([.. common.Select(x => x.Now with { Score = x.Again })]).Total!.Value;
        var commonNow = Of([.. common.Select(x => x.Now)]).Total!.Value;
        var comparableNow = Of([.. pairs.Select(x => x.Now)]).Total!.Value;

        var (catalogue, coverage) = (comparableThen - headThen, commonThen - comparableThen);
        catalogue += byToday - commonThen;
        coverage += comparableNow - commonNow;
        catalogue += headNow - comparableNow;
        return (catalogue, coverage);
    }

    /// <summary>(Below + half of the equal, itself included) ÷ ranked × 100, one decimal.</summary>
    public static decimal Percentile(
        PeriodData period,
        Dictionary<string, Figures> figures,
        Dictionary<string, int> places,
        Organisation union
    )
    {
        var group = period.Organisations.Where(o => places.ContainsKey(o.Code) && Group(o) == Group(union)).ToList();
        var (below, equal) = (
            group.Count(o => figures[o.Code].Total < figures[union.Code].Total),
            group.Count(o => figures[o.Code].Total == figures[union.Code].Total)
        );
        return decimal.Round(((2 * below) + equal) * 50m / group.Count, 1, MidpointRounding.AwayFromZero);
    }

    private static Exact Sum(IEnumerable<Exact> values) => values.Aggregate((Exact)0, (a, b) => a + b);
}
