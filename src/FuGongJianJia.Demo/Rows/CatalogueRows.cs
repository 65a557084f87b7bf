using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Demo.Rows;

/// <summary>指标.csv: the default catalogue as it stood in a year.</summary>
internal static class CatalogueRows
{
    public static IEnumerable<DemoCell[]> Of(int year, int baseYear)
    {
        foreach (var row in DefaultCatalogue.Of(year, baseYear))
        {
            var since = row.Since ?? baseYear;
            yield return
            [
                new(IndicatorTable.Code, row.Code),
                new(IndicatorTable.Version, $"{since}版"),
                new(IndicatorTable.Title, row.Name),
                new(IndicatorTable.Index, row.Index),
                new(IndicatorTable.Unit, row.Unit),
                new(IndicatorTable.Direction, row.LowerIsBetter ? "↓" : "↑"),
                new(IndicatorTable.Rule, row.Rule),
                new(IndicatorTable.Parameter, row.Parameter),
                new(IndicatorTable.Weight, row.Weight),
                new(IndicatorTable.Levels, row.Levels),
                new(IndicatorTable.Applies, row.Categories),
                new(IndicatorTable.Aggregation, row.Aggregation),
                new(IndicatorTable.Responsible, row.Responsible),
                new(IndicatorTable.Source, row.Source),
                new(IndicatorTable.Definition, row.Definition),
                new(IndicatorTable.EffectiveYear, since),
                new(IndicatorTable.ChangeNote, row.ChangeNote),
                new(IndicatorTable.UpperBound, row.UpperBound),
                new(IndicatorTable.Mandatory, row.Mandatory),
                new(IndicatorTable.Veto, row.Veto),
            ];
        }
    }
}
