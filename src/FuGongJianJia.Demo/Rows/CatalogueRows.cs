using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Indicators;

namespace FuGongJianJia.Demo.Rows;

/// <summary>指标.csv: the default catalogue as it stood in a year.</summary>
internal static class CatalogueRows
{
    public static IEnumerable<DemoCell[]> Of(int year, int baseYear) =>
        Rows(DefaultCatalogue.Of(year, baseYear), baseYear);

    /// <summary>
    /// The same for a district that begins with it: everything is of this year, nothing was ever revised.
    /// </summary>
    public static IEnumerable<DemoCell[]> Fresh(int year) =>
        Rows(DefaultCatalogue.Of(year, year - 1).Select(r => r with { Since = year, ChangeNote = "" }), year);

    private static IEnumerable<DemoCell[]> Rows(IEnumerable<CatalogueRow> rows, int baseYear)
    {
        foreach (var row in rows)
        {
            var since = row.Since ?? baseYear;
            var duty = IndicatorDuties.Of(row.Code);
            yield return
            [
                new(IndicatorSchema.Code, row.Code),
                new(IndicatorSchema.Version, $"{since}版"),
                new(IndicatorSchema.Title, row.Name),
                new(IndicatorSchema.Index, row.Index),
                new(IndicatorSchema.Unit, row.Unit),
                new(IndicatorSchema.Direction, row.LowerIsBetter ? "↓" : "↑"),
                new(IndicatorSchema.Rule, row.Rule),
                new(IndicatorSchema.Parameter, row.Parameter),
                new(IndicatorSchema.Weight, row.Weight),
                new(IndicatorSchema.Levels, row.Levels),
                new(IndicatorSchema.Applies, row.Categories),
                new(IndicatorSchema.Aggregation, row.Aggregation),
                new(IndicatorSchema.Responsible, row.Responsible),
                new(IndicatorSchema.Source, row.Source),
                new(IndicatorSchema.Definition, row.Definition),
                new(IndicatorSchema.EffectiveYear, since),
                new(IndicatorSchema.ChangeNote, row.ChangeNote),
                new(IndicatorSchema.UpperBound, row.UpperBound),
                new(IndicatorSchema.Mandatory, row.Mandatory),
                new(IndicatorSchema.Veto, row.Veto),
                new(IndicatorSchema.Timing, duty.Timing),
                new(IndicatorSchema.Publicity, row.Publicity),
                new(IndicatorSchema.Nature, row.IsEvent ? "事件" : "指标"),
                new(IndicatorSchema.Remedy, duty.Remedy),
                new(IndicatorSchema.Owner, duty.Owner),
            ];
        }
    }
}
