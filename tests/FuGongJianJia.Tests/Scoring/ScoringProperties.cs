using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

public sealed class ScoringProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(25);

    [Fact]
    public void Every_figure_lies_between_0_and_100() =>
        ForSeeds(data =>
        {
            foreach (var period in Score(data).Periods)
            {
                for (var u = 0; u < period.Organisations.Length; u++)
                {
                    Assert.True(period.Total(u) is null or (>= 0m and <= 100m));
                    Assert.InRange(period.Coverage(u), 0m, 100m);
                    for (var i = 0; i < period.Codes.Length; i++)
                    {
                        Assert.True(period.At(u, i).Score is null or (>= 0m and <= 100m));
                    }
                }
            }
        });

    [Fact]
    public void The_parts_of_a_change_add_up_exactly() =>
        ForSeeds(data =>
        {
            var now = Score(data).Periods[^1];
            foreach (
                var change in Enumerable.Range(0, now.Organisations.Length).Select(now.Change).OfType<ChangeScore>()
            )
            {
                Assert.Equal(change.Headline, (change.Comparable ?? 0m) + change.Catalogue + change.Coverage);
            }
        });

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        ForSeeds(data =>
        {
            var random = new Random(5);
            var shuffled = data with
            {
                Periods =
                [
                    .. data.Periods.Select(p =>
                        p with
                        {
                            Organisations = [.. p.Organisations.OrderBy(_ => random.Next())],
                            Observations = [.. p.Observations.OrderBy(_ => random.Next())],
                        }
                    ),
                ],
            };
            Assert.Equal(Print(Score(data)), Print(Score(shuffled)));
        });

    [Fact]
    public void Another_unions_values_never_change_mine() =>
        ForSeeds(data =>
        {
            var last = data.Periods[^1];
            var other = last.Organisations.First(o => o.Level == Level.Grassroots).Code;
            var without = data with
            {
                Periods =
                [
                    .. data.Periods.SkipLast(1),
                    last with
                    {
                        Observations = last.Observations.RemoveAll(o => o.Organisation == other),
                    },
                ],
            };
            var (a, b) = (Score(data).Periods[^1], Score(without).Periods[^1]);
            for (var u = 0; u < a.Organisations.Length; u++)
            {
                if (a.Organisations[u].Level == Level.Grassroots && a.Organisations[u].Code != other)
                {
                    Assert.Equal((a.Total(u), a.Coverage(u)), (b.Total(u), b.Coverage(u)));
                }
            }
        });

    [Fact]
    public void More_of_what_is_wanted_never_lowers_the_total() =>
        ForSeeds(data =>
        {
            var last = data.Periods[^1];
            var better = last with
            {
                Observations =
                [
                    .. last.Observations.Select(o =>
                        o.Numerator is { } n && o.Denominator > n ? o with { Numerator = n + 1 }
                        : o.Indicator is "G03" or "X01" && o.Value > 0 ? o with { Value = o.Value - 1 }
                        : o
                    ),
                ],
            };
            var (a, b) = (
                Score(data).Periods[^1],
                Score(data with { Periods = [.. data.Periods.SkipLast(1), better] }).Periods[^1]
            );
            for (var u = 0; u < a.Organisations.Length; u++)
            {
                Assert.True(
                    a.Organisations[u].Level != Level.Grassroots || a.Total(u) is null || b.Total(u) >= a.Total(u)
                );
            }
        });

    [Fact]
    public void The_best_and_worst_place_enclose_the_place() =>
        ForSeeds(data =>
        {
            var now = Score(data).Periods[^1];
            for (var u = 0; u < now.Organisations.Length; u++)
            {
                if (now.Place(u) is { } place)
                {
                    Assert.InRange(place, now.Range(u)!.Value.Best, now.Range(u)!.Value.Worst);
                }
            }
        });

    [Fact]
    public void Near_a_boundary_the_exact_fraction_decides_and_elsewhere_it_agrees()
    {
        var rounder = new Rounder(2, MidpointRounding.AwayFromZero);
        var quotients = Gen.Choose(1, 100_000)
            .SelectMany(n => Gen.Choose(1, 100_000).Select(d => (n, d)))
            .ToArbitrary();

        // Whole hundredths, computed in long integers.
        Prop.ForAll(quotients, q => rounder.Quotient(q.n, q.d) == ((200L * q.n / q.d) + 1) / 2 / 100m)
            .Check(Quick.WithMaxTest(500));
    }

    [Fact]
    public void Rounding_modes_of_the_settings_are_kept_at_exact_halves()
    {
        Assert.Equal(0.13m, new Rounder(2, MidpointRounding.AwayFromZero).Quotient(1, 8));
        Assert.Equal(0.12m, new Rounder(2, MidpointRounding.ToEven).Quotient(1, 8));
        Assert.Equal(0.33m, new Rounder(2, MidpointRounding.ToZero).Quotient(1, 3));
        Assert.Equal(90.00m, new Rounder(2, MidpointRounding.ToZero).Quotient(270, 3));
    }

    private static Scores Score(Dataset data) => Scorer.Score(data, TestContext.Current.CancellationToken);

    private static string Print(Scores scores) =>
        string.Join(
            '\n',
            scores.Periods.SelectMany(p =>
                p.Organisations.Select(
                    (o, u) =>
                        $"{p.Period} {o.Code} {p.Total(u)} {p.PublishedTotal(u)} "
                        + $"{p.PublishedCoverage(u)} {p.Place(u)} {p.Change(u)?.Comparable} {p.Range(u)}"
                )
            )
        );

    private static void ForSeeds(Action<Dataset> check) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed => check(RandomData.Make(seed, towns: 4, unions: 30)))
            .Check(Quick);
}
