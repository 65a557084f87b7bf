using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Protection;

/// <summary>
/// An attacker（推算者）who knows the method and sees all that is published: he tries to work every withheld figure back, on
/// every build, before anything is rendered. He has three routes: a unit's own figures (<see cref="OwnFigures"/>), the
/// sums above it (<see cref="SumsAbove"/>), and the other periods of the same year. What he finds stops the build, but
/// what the settings let count（小数保护计分、不公开计分）: of that it is said how much it is.
/// </summary>
public static class DisclosureAttack
{
    /// <summary>Everything that can be worked back, by period, unit and indicator.</summary>
    public static ImmutableArray<WorkedBack> Run(PublicEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. edition
                .Periods.SelectMany(p => InOnePeriod(edition, p))
                .Concat(InOtherPeriods(edition))
                .DistinctBy(w => (w.Period, w.Unit.Code, w.Item.Code))
                .OrderBy(w => w.Period)
                .ThenBy(w => w.Unit.Code, StringComparer.Ordinal)
                .ThenBy(w => w.Item.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>What he found, as errors; what the settings allow, as one note.</summary>
    public static ImmutableArray<Diagnostic> Check(PublicEdition edition)
    {
        var found = Run(edition).ToLookup(w => IsAllowed(w, edition.Settings));
        var errors = found[false]
            .Select(w => new Diagnostic(
                OutputCodes.WorkedBack.Id,
                OutputCodes.WorkedBack.Severity,
                new($"data/{w.Period}/指标值.csv"),
                $"{w.Unit.Name}（{w.Unit.Code}）的{w.Item.Code} {w.Item.Indicator.Name}不公布，却能由{Words(w.How)}推算出来。"
                    + "请把这个单位改为不公开，或者把该指标的公开方式改为 不公开，并告知维护人员。"
            ));
        var allowed = found[true].ToList();
        return allowed.Count == 0
            ? [.. errors]
            :
            [
                .. errors,
                new(
                    OutputCodes.WorkedBackByChoice.Id,
                    OutputCodes.WorkedBackByChoice.Severity,
                    new("input/site.yml"),
                    $"按设置照常计分，有 {Numerals.Count(allowed.Count)} 个不公布的数能由指数推算出来，"
                        + $"例如{allowed[0].Period.Title}{allowed[0].Unit.Name}的{allowed[0].Item.Indicator.Name}。"
                        + "不愿留这个口子的，把 小数保护计分、不公开计分 改为 否。"
                ),
            ];
    }

    private static bool IsAllowed(WorkedBack found, Settings settings) =>
        found.How == Route.OwnFigures
        && (found.Item.Withheld == Withheld.Unpublished ? settings.ScoresUnpublished : settings.ScoresWithheld);

    private static string Words(Route how) =>
        how switch
        {
            Route.OwnFigures => "本单位公布的指数",
            Route.Sums => "上级的合计",
            _ => "同一时段的其他期间",
        };

    private static IEnumerable<WorkedBack> InOnePeriod(PublicEdition edition, PublicPeriod period)
    {
        var units = new PublicPeriodUnits(period);
        var (own, sums) = (new OwnFigures(edition.Settings), new SumsAbove(units, edition.Settings));
        var then = edition.Periods.FirstOrDefault(p => p.Period == period.Base);
        return units
            .All.SelectMany(unit =>
                own.Of(unit, unit.Ancestry is null ? then?.Find(unit.Code) : null)
                    .Select(item => new WorkedBack(period.Period, unit, item, Route.OwnFigures))
            )
            .Concat(
                period
                    .Indicators.SelectMany(i => sums.Of(i.Code))
                    .Select(x => new WorkedBack(period.Period, x.Unit, x.Item, Route.Sums))
            );
    }

    // A count that goes on is the same in every period that ends the same day; one of each part is the whole less the
    // other parts.
    private static IEnumerable<WorkedBack> InOtherPeriods(PublicEdition edition)
    {
        Period[] periods = [.. edition.Periods.Select(p => p.Period)];
        foreach (var family in PeriodFamilies.Of(periods))
        {
            var sets = family
                .Select(outer => PeriodFamilies.PartsOf(outer, family, periods).Append(outer).ToList())
                .Concat(
                    family
                        .GroupBy(p => periods[p].End)
                        .SelectMany(same => same.SelectMany(a => same.Select(b => new List<int> { a, b })))
                )
                .Where(set => set.Distinct().Count() > 1);
            foreach (var found in sets.SelectMany(set => Missing(edition, set)))
            {
                yield return found;
            }
        }
    }

    // Withheld in one of these periods and shown in all others.
    private static IEnumerable<WorkedBack> Missing(PublicEdition edition, List<int> set)
    {
        foreach (var period in set.Select(p => edition.Periods[p]))
        {
            var others = set.Select(p => edition.Periods[p]).Where(p => p != period).ToList();
            foreach (var unit in new PublicPeriodUnits(period).All)
            {
                foreach (var item in unit.Indicators.Where(i => !SumsAbove.IsShown(i)))
                {
                    var figures = others.ConvertAll(p => p.Find(unit.Code)?.IndicatorOf(item.Code));
                    if (
                        figures.TrueForAll(f => f is { State: ObservationState.Reported } && SumsAbove.IsShown(f))
                        && SumsAbove.IsSecret(item, figures.Sum(f => SumsAbove.Amount(f!) ?? 0m), edition.Settings)
                    )
                    {
                        yield return new(period.Period, unit, item, Route.OtherPeriods);
                    }
                }
            }
        }
    }
}
