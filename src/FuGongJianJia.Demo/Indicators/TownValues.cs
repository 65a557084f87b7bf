using FuGongJianJia.Demo.District;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Indicators;

/// <summary>
/// What towns and the district report for themselves（镇街与区本级指标值）: the indicators that are not pooled from below.
/// </summary>
internal sealed class TownValues(DemoWorld world, Period period)
{
    private readonly int _year = period.Year;
    private readonly double _progress = period.End.Month / 12.0;

    /// <summary>Rows of a town, in indicator order.</summary>
    public IEnumerable<DemoValue> Of(DemoTown town)
    {
        yield return DemoValue.Count("R03", (int)(Clamp(11 + (2.6 * Latent(town, "R03")), 3, 26) * _progress + 0.5));
        var firms = Draw(town, "firms", 0).Between(28, 120) + (2 * (_year - world.BaseYear));
        yield return DemoValue.Ratio(
            "G01",
            (long)(firms * Clamp(0.835 + (0.05 * Latent(town, "G01")) - (0.02 * (1 - _progress)), 0.6, 1) + 0.5),
            firms
        );
        yield return DemoValue.Count(
            "G05",
            Latent(town, "G05") < -0.75 && _progress >= 0.5 ? Draw(town, "G05n").Between(1, 2) : 0
        );
        yield return DemoValue.Count(
            "H02",
            (int)Clamp(2.1 + (1.1 * Latent(town, "H02", steady: true)) + (0.3 * (_year - world.BaseYear)), 0, 6)
        );
        var members = Draw(town, "H04n", 0).Between(60, 380);
        var due = (int)(members * _progress);
        yield return DemoValue.Ratio(
            "H04",
            (long)(due * Clamp(0.88 + (0.12 * Latent(town, "H04")), 0.4, 1.3) + 0.5),
            due
        );
        var posts = Draw(town, "W04n", 0).Between(5, 16);
        yield return DemoValue.Ratio(
            "W04",
            (long)(posts * Clamp(0.83 + (0.07 * Latent(town, "W04")), 0.4, 1) * (0.8 + (0.2 * _progress)) + 0.5),
            posts
        );
        var cases = Math.Max(1, (int)(Draw(town, "X03n").Between(6, 38) * _progress));
        yield return DemoValue.Ratio(
            "X03",
            (long)(cases * Clamp(0.77 + (0.06 * Latent(town, "X03")), 0.4, 1) + 0.5),
            cases
        );
    }

    /// <summary>Rows of the district: the sums of the towns, and its own audit findings.</summary>
    public IEnumerable<DemoValue> OfDistrict()
    {
        var towns = world.Towns.SelectMany(Of).ToLookup(v => v.Indicator, StringComparer.Ordinal);
        yield return DemoValue.Count("R03", Sum(towns["R03"]));
        yield return DemoValue.Count("G05", _progress >= 0.75 ? 1 : 0);
        yield return DemoValue.Count("H02", Sum(towns["H02"]));
        foreach (var indicator in new[] { "H04", "W04", "X03" })
        {
            yield return DemoValue.Ratio(
                indicator,
                towns[indicator].Sum(v => v.Numerator ?? 0),
                towns[indicator].Sum(v => v.Denominator ?? 0)
            );
        }
    }

    private static int Sum(IEnumerable<DemoValue> values) => values.Sum(v => v.Value is int count ? count : 0);

    private double Latent(DemoTown town, string indicator, bool steady = false) =>
        town.Quality
        + (Draw(town, indicator + "own", 0).Normal() * 0.5)
        + (town.Drift * (_year - world.BaseYear))
        + (steady ? 0 : Draw(town, indicator).Normal() * 0.3);

    private SeededRandom Draw(DemoTown town, string indicator, int? year = null) =>
        SeededRandom.For(world.Seed, town.Code, indicator, year ?? _year);

    private static double Clamp(double value, double lowest, double highest) => Math.Clamp(value, lowest, highest);
}
