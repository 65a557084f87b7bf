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
                foreach (var union in period.Unions)
                {
                    InRange(Figures.Counted(union, data.Settings).Total);
                    InRange(Figures.Covered(union, data.Settings).Total);
                    foreach (var cell in union.Cells)
                    {
                        InRange(cell.Score);
                    }
                }
            }
        });

    private static void InRange(Fraction? figure) =>
        Assert.True(figure is null || (figure >= Fraction.Zero && figure <= Fraction.Hundred));

    [Fact]
    public void The_parts_of_a_change_add_up_exactly() =>
        ForSeeds(data =>
        {
            var now = Score(data).Periods[^1];
            foreach (var change in now.Unions.Select(u => u.Change).OfType<ChangeScore>())
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

    // What is withheld of a union hangs on its neighbours, so all of it counts here and in the next.
    [Fact]
    public void Another_unions_values_never_change_mine() =>
        ForSeeds(data =>
        {
            data = data with { Settings = data.Settings with { ScoresWithheld = true } };
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
            foreach (var (mine, again) in a.Unions.Zip(b.Unions))
            {
                if (mine.Organisation.Level == Level.Grassroots && mine.Organisation.Code != other)
                {
                    Assert.Equal(Exact(mine), Exact(again));
                }
            }

            (Fraction?, Fraction?) Exact(ScoredUnion union) =>
                (Figures.Counted(union, data.Settings).Total, Figures.Covered(union, data.Settings).Total);
        });

    [Fact]
    public void More_of_what_is_wanted_never_lowers_the_total() =>
        ForSeeds(data =>
        {
            data = data with { Settings = data.Settings with { ScoresWithheld = true } };
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
            foreach (var (worse, more) in a.Unions.Zip(b.Unions))
            {
                var before = Figures.Counted(worse, data.Settings).Total;
                Assert.True(
                    worse.Organisation.Level != Level.Grassroots
                        || before is null
                        || Figures.Counted(more, data.Settings).Total >= before
                );
            }
        });

    [Fact]
    public void The_best_and_worst_place_enclose_the_place() =>
        ForSeeds(data =>
        {
            var now = Score(data).Periods[^1];
            foreach (var union in now.Unions.Where(u => u.Rank is not null))
            {
                Assert.InRange(union.Rank!.Place, union.Range!.Best, union.Range.Worst);
            }
        });

    [Fact]
    public void A_fraction_is_rounded_to_the_nearest_hundredth()
    {
        var rounder = new Rounder(2, MidpointRounding.AwayFromZero);
        var quotients = Gen.Choose(1, 100_000)
            .SelectMany(n => Gen.Choose(1, 100_000).Select(d => (n, d)))
            .ToArbitrary();

        // Whole hundredths, computed in long integers.
        Prop.ForAll(quotients, q => rounder.Round((Fraction)q.n / q.d) == ((200L * q.n / q.d) + 1) / 2 / 100m)
            .Check(Quick.WithMaxTest(500));
    }

    [Fact]
    public void Rounding_modes_of_the_settings_are_kept_at_exact_halves()
    {
        Assert.Equal(0.13m, new Rounder(2, MidpointRounding.AwayFromZero).Round((Fraction)1 / 8));
        Assert.Equal(0.12m, new Rounder(2, MidpointRounding.ToEven).Round((Fraction)1 / 8));
        Assert.Equal(0.33m, new Rounder(2, MidpointRounding.ToZero).Round((Fraction)1 / 3));
        Assert.Equal(90.00m, new Rounder(2, MidpointRounding.ToZero).Round((Fraction)270 / 3));
    }

    private static Scores Score(Dataset data) => Scorer.Score(data, TestContext.Current.CancellationToken);

    private static string Print(Scores scores) =>
        string.Join(
            '\n',
            scores.Periods.SelectMany(p =>
                p.Unions.Select(u =>
                    $"{p.Period} {u.Organisation.Code} {Figures.Counted(u, p.Settings).Total} {u.Total} {u.Coverage} "
                    + $"{u.Rank?.Place} {u.Change?.Comparable} {u.Range}"
                )
            )
        );

    private static void ForSeeds(Action<Dataset> check) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed => check(RandomData.Make(seed, towns: 4, unions: 30)))
            .Check(Quick);
}
