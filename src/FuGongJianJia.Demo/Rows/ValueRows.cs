using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>指标值.csv, long: a row a value.</summary>
internal static class ValueRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        foreach (var report in DemoReport.Of(world, period))
        {
            foreach (var value in report.Values)
            {
                yield return
                [
                    new(ObservationSchema.Organisation, report.Unit),
                    new(ObservationSchema.Indicator, value.Indicator),
                    new(ObservationSchema.Numerator, value.Numerator),
                    new(ObservationSchema.Denominator, value.Denominator),
                    new(ObservationSchema.Value, value.Value),
                    new(ObservationSchema.State, value.State),
                    new(ObservationSchema.Approximate, value.Approximate),
                    new(ObservationSchema.ReportedOn, value.State == "缺报" ? null : report.On),
                    new(ObservationSchema.Remark, value.Remark),
                ];
            }
        }
    }
}
