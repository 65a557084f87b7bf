using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>可以学的: found without looking at all members of a group, and the same as if one looked at all.</summary>
public sealed class PeersTests
{
    private static readonly SiteModel Model = new(DemoData.Edition, new SiteOptions());

    [Fact]
    public void Those_who_do_better_in_an_indicator_are_the_best_of_all_and_of_equals_the_nearest_in_size()
    {
        var found = 0;
        foreach (var (period, unit, members) in Units())
        {
            foreach (var result in unit.Indicators.Where(i => i.FallsShort))
            {
                var expected = members
                    .Where(m => m.IndicatorOf(result.Code)?.Score > result.Score)
                    .OrderByDescending(m => m.IndicatorOf(result.Code)!.Score)
                    .ThenBy(m => Math.Abs(Size(m) - Size(unit)))
                    .ThenBy(m => m.Code, StringComparer.Ordinal)
                    .Take(3)
                    .Select(m => m.Code)
                    .ToList();
                Assert.Equal(expected, Model.BetterPeers(period, unit, result).Select(u => u.Code));
                found += expected.Count;
            }
        }

        Assert.True(found > 1000, $"{found}");
    }

    [Fact]
    public void Those_to_learn_from_do_better_in_most_of_what_is_pressing_and_are_the_nearest_in_size()
    {
        var found = 0;
        foreach (var (period, unit, members) in Units())
        {
            var expected = members
                .Select(m =>
                    (
                        m.Code,
                        Size: Size(m),
                        Better: unit.Pressing.Where(i => m.IndicatorOf(i.Code)?.Score > i.Score)
                            .Select(i => i.Code)
                            .ToList()
                    )
                )
                .Where(m => m.Better.Count > 0)
                .OrderByDescending(m => m.Better.Count)
                .ThenBy(m => Math.Abs(m.Size - Size(unit)))
                .ThenBy(m => m.Code, StringComparer.Ordinal)
                .Take(3)
                .Select(m => $"{m.Code} {string.Join(',', m.Better)}")
                .ToList();
            Assert.Equal(
                expected,
                Model
                    .PeersToLearn(period, unit)
                    .Select(p => $"{p.Unit.Code} {string.Join(',', p.Better.Select(i => i.Code))}")
            );
            found += expected.Count;
        }

        Assert.True(found > 100, $"{found}");
    }

    private static int Size(UnionResult unit) => unit.Organisation.Workers ?? 0;

    private static IEnumerable<(Period Period, UnionResult Unit, ImmutableArray<UnionResult> Members)> Units() =>
        from period in DemoData.Edition.Periods
        from unit in period.Towns.Concat(period.Unions)
        let members = Model.PeersOf(period.Period, unit)?.Ranked ?? []
        where !members.IsEmpty
        select (period.Period, unit, members);
}
