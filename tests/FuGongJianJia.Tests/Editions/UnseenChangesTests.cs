using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// What the public does not see is not in what it sees: withheld figures may change, their sums standing, and not a
/// byte of the site, its figures, its search, its comparison or the open data does.
/// </summary>
public sealed class UnseenChangesTests
{
    private static PeriodData Year => DemoData.Data.Periods[^1];

    [Fact]
    public void Withheld_figures_change_and_no_published_byte_does()
    {
        var (before, after) = (Compose(Year), Compose(Changed(Year, out var changed)));
        Assert.True(changed > 200, $"{changed} figures changed");
        var (then, now) = (Bytes(before), Bytes(after));
        Assert.Equal(then.Keys.Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));
        Assert.All(then, file => Assert.True(file.Value.AsSpan().SequenceEqual(now[file.Key]), file.Key));
    }

    [Fact]
    public void A_figure_that_is_shown_changes_and_is_seen()
    {
        var code = DemoData.Edition.Latest.Unions.First(u => u.IndicatorOf("R04")?.Value is < 100m).Code;
        var data = Year with
        {
            Observations =
            [
                .. Year.Observations.Select(o =>
                    o.Organisation == code && o.Indicator == "R04" ? o with { Numerator = o.Numerator + 1 } : o
                ),
            ],
        };
        var (then, now) = (Bytes(Compose(Year)), Bytes(Compose(data)));
        Assert.Contains(then, file => !file.Value.AsSpan().SequenceEqual(now[file.Key]));
    }

    private static PublicEdition Compose(PeriodData data) => Small.Compose(DemoData.Data with { Periods = [data] });

    private static Dictionary<string, byte[]> Bytes(PublicEdition edition) =>
        OpenDataFiles
            .Create(edition)
            .Select(f => (f.Path, f.Content))
            .Concat(
                SitePlan.Create(edition, new SiteOptions()).Select(f => (f.Path, Content: f.Render().Content.ToArray()))
            )
            .DistinctBy(f => f.Path)
            .ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal);

    // Overdue findings (G05) grow everywhere, since nothing sums them up; dues (G04) move from one that paid in full to
    // another of its town; so do the incident (X04) and a family helped (W01) where both figures stay small.
    private static PeriodData Changed(PeriodData data, out int changed)
    {
        var towns = data.Organisations.Where(o => o.Level == Level.Grassroots).ToDictionary(o => o.Code, o => o.Parent);
        var rows = data.Observations.ToDictionary(o => (o.Organisation, o.Indicator));
        foreach (
            var (key, row) in rows.Where(r => r.Key.Indicator == "G05" && towns.ContainsKey(r.Key.Organisation))
                .ToList()
        )
        {
            rows[key] = row with { Value = row.Value + 1 };
        }

        Move("G04", o => o.Numerator == o.Denominator, 7m, 7m);
        Move("X04", o => o.Value >= 0m, 1m, 0m);
        Move("W01", o => o is { Numerator: 2m or 3m, Denominator: > 3m }, 1m, 0m);
        changed = data.Observations.Count(o => rows[(o.Organisation, o.Indicator)] != o);
        return data with { Observations = [.. data.Observations.Select(o => rows[(o.Organisation, o.Indicator)])] };

        void Move(string indicator, Func<Observation, bool> of, decimal amount, decimal total)
        {
            var units = DemoData.Edition.Latest;
            foreach (
                var pair in rows
                    .Values.Where(o =>
                        o.Indicator == indicator
                        && o.State == ObservationState.Reported
                        && towns.ContainsKey(o.Organisation)
                        && units.Find(o.Organisation)?.IndicatorOf(indicator)
                            is { IsVeiled: true }
                                or { Withheld: not Withheld.No }
                        && of(o)
                    )
                    .OrderByDescending(o => o.Value)
                    .ThenBy(o => o.Organisation, StringComparer.Ordinal)
                    .GroupBy(o => towns[o.Organisation])
                    .Select(g => g.Take(2).ToList())
                    .Where(g => g.Count == 2 && (g[0].Value is null || g[0].Value >= amount))
                    .ToList()
            )
            {
                rows[(pair[0].Organisation, indicator)] = By(pair[0], -amount, -total);
                rows[(pair[1].Organisation, indicator)] = By(pair[1], amount, total);
            }
        }

        static Observation By(Observation o, decimal amount, decimal total) =>
            o with
            {
                Value = o.Value is null ? null : o.Value + amount,
                Numerator = o.Numerator is null ? null : o.Numerator + amount,
                Denominator = o.Denominator is null ? null : o.Denominator + total,
            };
    }
}
