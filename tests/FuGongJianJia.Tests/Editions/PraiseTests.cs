using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>What may be praised and advised: no event, and no index that rests on one indicator.</summary>
public sealed class PraiseTests
{
    [Fact]
    public void An_event_is_never_advised_and_has_no_gain_and_no_change()
    {
        var union = Events(now: 2, before: 4).Latest.Find("C1")!;
        var item = union.IndicatorOf("X04")!;
        Assert.Equal((80.00m, null, null), (item.Score, item.Gain, item.Change));
        Assert.DoesNotContain(union.Suggestions, s => s.Contains("X04", StringComparison.Ordinal));
    }

    [Fact]
    public void An_index_that_rose_by_fewer_events_alone_has_not_risen_for_praise()
    {
        var edition = Events(now: 2, before: 4).Latest;
        var index = edition.Find("C1")!.Indexes[(int)IndexKey.Harmony];
        Assert.Equal((8.00m, 8.00m, null), (index.Change, index.EventChange, index.Rise));
        Assert.DoesNotContain(edition.Summary, s => s.Contains("有所提高", StringComparison.Ordinal));
        Assert.DoesNotContain("提高", edition.FindingOf(edition.Indicators[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("满分", edition.FindingOf(edition.Indicators[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_rose_beside_an_event_is_praised_for_its_own_part()
    {
        var index = Events(now: 2, before: 4, work: 90, workBefore: 60).Latest.Find("C1")!.Indexes[
            (int)IndexKey.Harmony
        ];

        // 60 of 100 rose by 30, 40 of 100 by 20: 26 together, of which work alone would have risen by 30.
        Assert.Equal((26.00m, -4.00m, 26.00m), (index.Change, index.EventChange, index.Rise));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_index_of_one_indicator_is_marked_and_takes_no_part_unless_the_settings_say_so(bool compares)
    {
        var small = new Small
        {
            Settings = new() { ComparesSingles = compares, RankMinimumGroup = 3 },
        }
            .Indicator("X01", RuleKind.TargetRatio, 100, 50)
            .Indicator("X02", RuleKind.TargetRatio, 100, 50);
        foreach (var (code, first, second) in new[] { ("C1", 100, -1), ("C2", 60, 80), ("C3", 50, 50), ("C4", 40, 40) })
        {
            small.Union(code).Ratio(code, "X01", first, 100);
            _ =
                second < 0
                    ? small.State(code, "X02", ObservationState.NotApplicable)
                    : small.Ratio(code, "X02", second, 100);
        }

        var edition = small.Compose();
        var index = edition.Latest.Find("C1")!.Indexes[(int)IndexKey.Harmony];
        Assert.Equal((100.00m, true, compares), (index.Value, index.IsSingle, index.IsCompared));

        // Of 70, 50, 40 and, where it takes part, 100.
        Assert.Equal(compares ? 60.00m : 50.00m, index.GroupMedian);
        Assert.Equal(
            compares ? 60.00m : 50.00m,
            edition.Latest.Distributions.Single(d => d is { Index: IndexKey.Harmony, Level: Level.Grassroots }).Median
        );
        var places = small.Office().Latest;
        Assert.Equal(
            (compares ? 1 : null, compares ? 2 : 1),
            (
                places.Find("C1")!.Indexes[(int)IndexKey.Harmony].Place,
                places.Find("C2")!.Indexes[(int)IndexKey.Harmony].Place
            )
        );

        // The total stands on it all the same.
        Assert.Equal(1, places.Find("C1")!.Ranking.Place);
    }

    private static FuGongJianJia.Editions.Public.PublicEdition Events(
        int now,
        int before,
        int work = 50,
        int workBefore = 50
    )
    {
        var (past, present) = (Year("2023", before, workBefore), Year("2024", now, work));
        return Small.Compose(new() { Settings = new(), Periods = [past.Data, present.Data] });

        static Small Year(string period, int events, int work)
        {
            var small = new Small { Period = Period.Parse(period) }.Indicator("X01", RuleKind.TargetRatio, 100, 60);
            small.Catalogue.Add(
                RandomData.Indicator("X04", RuleKind.Deduction, 10, 40, Aggregation.Sum) with
                {
                    Nature = IndicatorNature.Event,
                }
            );
            return small.Union("C1").Ratio("C1", "X01", work, 100).Value("C1", "X04", events);
        }
    }
}
