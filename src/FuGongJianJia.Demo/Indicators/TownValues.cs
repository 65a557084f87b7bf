using FuGongJianJia.Demo.District;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Indicators;

/// <summary>
/// What towns and the district report for themselves（镇街与区本级指标值）: the sum of what their unions have, reported or
/// not, and their own on top of it. The rest is pooled from below and not reported.
/// </summary>
internal sealed class TownValues
{
    private readonly DemoWorld _world;
    private readonly Period _period;
    private readonly UnionValues _unions;
    private readonly int _year;
    private readonly double _progress;
    private readonly Dictionary<string, DemoValue[]> _towns;

    public TownValues(DemoWorld world, Period period)
    {
        (_world, _period, _unions) = (world, period, new UnionValues(world, period));
        (_year, _progress) = (period.Year, period.End.Month / 12.0);
        _towns = world.Towns.ToDictionary(t => t.Code, t => Make(t).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Rows of a town, in indicator order.</summary>
    public IEnumerable<DemoValue> Of(DemoTown town) => _towns[town.Code];

    /// <summary>Rows of the district: the sums of the towns and of the unions directly under it, and its own.</summary>
    public IEnumerable<DemoValue> OfDistrict()
    {
        var towns = _towns.Values.SelectMany(values => values).ToLookup(v => v.Indicator, StringComparer.Ordinal);
        var direct = Facts.Of(this, -1);
        yield return DemoValue.Count(
            "R03",
            Sum(towns["R03"]) + direct.Talks + TalkDays(null).Count(day => day <= _period.End)
        );
        yield return DemoValue.Count("G05", _progress >= 0.75 ? 1 : 0);
        yield return DemoValue.Count("H02", Sum(towns["H02"]) + direct.Studios);
        yield return Total("H04", direct.NewMembers);
        yield return Total("W04", direct.Posts);
        yield return Total("X03", direct.Disputes);

        DemoValue Total(string indicator, Part part) =>
            DemoValue.Ratio(
                indicator,
                towns[indicator].Sum(v => v.Numerator ?? 0) + part.Numerator,
                towns[indicator].Sum(v => v.Denominator ?? 0) + part.Denominator
            );
    }

    /// <summary>Days of the talks that a town holds itself, of null the district（R03）; they stand in 活动 too.</summary>
    public IEnumerable<DateOnly> TalkDays(DemoTown? town)
    {
        var code = town?.Code ?? DemoNames.DistrictCode;
        var count = town is null ? 6 : (int)Clamp(3.2 + (1.4 * Latent(town, "R03")), 0, 8);
        var own = Enumerable
            .Range(0, count)
            .Select(i => SeededRandom.For(_world.Seed, code, "talk", (_year * 10) + i))
            .Select(r => Workdays.From(new(_year, r.Between(3, 12), r.Between(1, 28))));
        return code == Stories.Streets && _year == Stories.Year
            ? own.Where(day => day.Month is < 7 or > 9).Concat(Stories.EveningLectures).Order()
            : own.Order();
    }

    private static int Sum(IEnumerable<DemoValue> values) => values.Sum(v => v.Value is int count ? count : 0);

    private static double Clamp(double value, double lowest, double highest) => Math.Clamp(value, lowest, highest);

    private IEnumerable<DemoValue> Make(DemoTown town)
    {
        var below = Facts.Of(this, town.Number);
        yield return DemoValue.Count("R03", below.Talks + TalkDays(town).Count(day => day <= _period.End));
        var firms = Draw(town, "firms", 0).Between(28, 120) + (2 * (_year - _world.BaseYear));
        yield return DemoValue.Ratio(
            "G01",
            (long)(firms * Clamp(0.835 + (0.05 * Latent(town, "G01")) - (0.02 * (1 - _progress)), 0.6, 1) + 0.5),
            firms
        );
        yield return DemoValue.Count(
            "G05",
            Latent(town, "G05") < -0.75 && _progress >= 0.5 ? Draw(town, "G05n").Between(1, 2) : 0
        );
        yield return Stories.CountsTwice(_world, town, _period) is { } gone
            ? DemoValue.Count("H02", below.Studios + 1) with
            {
                Remark = $"含{gone.ShortName}的1个，该会{gone.Ended!.Value.Year}年已并入他会",
            }
            : DemoValue.Count("H02", below.Studios);
        var due = (int)(Draw(town, "H04n", 0).Between(30, 240) * _progress);
        yield return below.NewMembers.With(
            "H04",
            (long)(due * Clamp(0.88 + (0.12 * Latent(town, "H04")), 0.4, 1.3) + 0.5),
            due
        );
        var posts = Draw(town, "W04n", 0).Between(2, 10);
        yield return below.Posts.With(
            "W04",
            (long)(posts * Clamp(0.83 + (0.07 * Latent(town, "W04")), 0.4, 1) * (0.8 + (0.2 * _progress)) + 0.5),
            posts
        );
        var cases = Math.Max(1, (int)(Draw(town, "X03n").Between(6, 38) * _progress));
        yield return below.Disputes.With(
            "X03",
            (long)(cases * Clamp(0.77 + (0.06 * Latent(town, "X03")), 0.4, 1) + 0.5),
            cases
        );
    }

    private double Latent(DemoTown town, string indicator) =>
        town.Quality
        + (Draw(town, indicator + "own", 0).Normal() * 0.5)
        + (town.Drift * (_year - _world.BaseYear))
        + (Draw(town, indicator).Normal() * 0.3);

    private SeededRandom Draw(DemoTown town, string indicator, int? year = null) =>
        SeededRandom.For(_world.Seed, town.Code, indicator, year ?? _year);

    /// <summary>Two figures of a share, to be added up.</summary>
    private readonly record struct Part(long Numerator, long Denominator)
    {
        public static Part Of(IEnumerable<DemoValue> values) =>
            values.Aggregate(
                default(Part),
                (sum, v) => new(sum.Numerator + (v.Numerator ?? 0), sum.Denominator + (v.Denominator ?? 0))
            );

        /// <summary>As a value, with what is done above the unions.</summary>
        public DemoValue With(string indicator, long numerator, long denominator) =>
            DemoValue.Ratio(indicator, Numerator + numerator, Denominator + denominator);
    }

    /// <summary>What the unions of a town have; talks of one that has ended were held all the same.</summary>
    private sealed record Facts(int Talks, int Studios, Part NewMembers, Part Posts, Part Disputes)
    {
        public static Facts Of(TownValues towns, int town)
        {
            var unions = towns._unions;
            var all = towns._world.UnionsOf(town).ToList();
            var alive = all.FindAll(u => u.IsAlive(towns._period));
            return new(
                all.Sum(u => unions.TalkDays(u).Count(day => day <= towns._period.End)),
                alive.Count(u => unions.Studio(u) != "无"),
                Part.Of(alive.Select(unions.NewMembers).OfType<DemoValue>()),
                Part.Of(alive.Select(unions.Posts)),
                Part.Of(alive.Select(unions.Disputes))
            );
        }
    }
}
