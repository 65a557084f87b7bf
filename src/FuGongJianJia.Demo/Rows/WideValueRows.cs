using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 指标值.csv, wide: a row a union, two columns for a ratio and one for a count. An empty cell was not reported.
/// </summary>
internal static class WideValueRows
{
    // Ratios that some unions have nothing to report for get a column of their own, where 不适用 can be written.
    private static readonly string[] MayNotApply = ["W01", "W04", "W05", "X03"];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var indicators = DefaultCatalogue.Of(period.Year, world.BaseYear).DistinctBy(r => r.Code);
        IndicatorColumn[] columns = [.. indicators.SelectMany(r => Columns(r.Code, isRatio: r.Unit == "%"))];
        foreach (var report in DemoReport.Of(world, period))
        {
            var values = report.Values.ToDictionary(v => v.Indicator, StringComparer.Ordinal);
            yield return
            [
                new(ObservationSchema.Organisation, report.Unit),
                new(ObservationSchema.ReportedOn, report.On),
                .. columns.Select(c => new DemoCell(
                    c.Column,
                    values.TryGetValue(c.Indicator, out var value) ? c.Value(value) : null
                )),
            ];
        }
    }

    private static IEnumerable<IndicatorColumn> Columns(string code, bool isRatio)
    {
        if (!isRatio || MayNotApply.Contains(code))
        {
            yield return new(
                code,
                ObservationSchema.Value with
                {
                    Name = code,
                },
                v =>
                    v.State == "不适用" ? v.State
                    : v.IsReported ? v.Value
                    : null
            );
        }

        if (isRatio)
        {
            yield return new(code, Part(code, ObservationSchema.Numerator), v => v.IsReported ? v.Numerator : null);
            yield return new(code, Part(code, ObservationSchema.Denominator), v => v.IsReported ? v.Denominator : null);
        }
    }

    private static ColumnSpec Part(string code, ColumnSpec part) => part with { Name = code + part.Name };

    /// <summary>A column of the wide form and what stands in it of an indicator's value.</summary>
    private sealed record IndicatorColumn(string Indicator, ColumnSpec Column, Func<DemoValue, object?> Value);
}
