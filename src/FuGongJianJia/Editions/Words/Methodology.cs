using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Words;

/// <summary>
/// The method in words（计算方法）, from results, settings and catalogue: the site's page and the reports' appendix show this
/// and nothing else, so that it cannot differ from what was computed.
/// </summary>
public static class Methodology
{
    /// <summary>The method of a period.</summary>
    public static MethodText Of(PeriodEdition period, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(settings);
        return new(
            $"{period.Period.Title}计算方法",
            [
                CatalogueMethod.Catalogue(period),
                CatalogueMethod.RulesOf(),
                CatalogueMethod.Targets(period),
                ScoringMethod.Indexes(settings),
                ScoringMethod.Missing(settings),
                ScoringMethod.Pooling(period),
                ScoringMethod.Publication(settings),
                .. MethodExample.Of(period, settings),
                ComparisonMethod.Ranking(settings),
                ComparisonMethod.Change(period),
                ComparisonMethod.Lineage(period),
                ComparisonMethod.Robustness(period, settings.Robustness),
                ProtectionMethod.SmallNumbers(period, settings),
                .. MethodProcess.Of(period, settings),
                ProtectionMethod.Limits(settings),
            ]
        );
    }
}
