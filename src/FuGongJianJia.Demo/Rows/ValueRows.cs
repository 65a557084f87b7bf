using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Schema;
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
                    new(ValueTable.Organisation, report.Unit),
                    new(ValueTable.Indicator, value.Indicator),
                    new(ValueTable.Numerator, value.Numerator),
                    new(ValueTable.Denominator, value.Denominator),
                    new(ValueTable.Value, value.Value),
                    new(ValueTable.State, value.State),
                    new(ValueTable.Approximate, value.Approximate),
                    new(ValueTable.ReportedOn, value.State == "缺报" ? null : report.On),
                    new(ValueTable.Remark, value.Remark),
                ];
            }
        }
    }
}
