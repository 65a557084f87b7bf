using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>需求.csv: what was reported in the period, as far as it was studied and answered by its last day.</summary>
internal static class NeedRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        foreach (var need in DemoNeed.Of(world, period.Year))
        {
            if (need.ReportedOn < period.Start || need.ReportedOn > period.End)
            {
                continue;
            }

            var analysed = need.AnalysedOn <= period.End ? need.AnalysedOn : null;
            var answered = need.AnsweredOn <= period.End ? need.AnsweredOn : null;
            var changes = need.ChangesPolicy && answered is not null;
            yield return
            [
                new(NeedSchema.Code, need.Code),
                new(NeedSchema.Organisation, need.Union.Code),
                new(NeedSchema.ReportedOn, need.ReportedOn),
                new(NeedSchema.Category, need.Category),
                new(NeedSchema.Summary, need.Summary),
                new(NeedSchema.AnalysedOn, analysed),
                new(NeedSchema.Conclusion, analysed is null ? "" : need.Conclusion),
                new(NeedSchema.Handler, analysed is null ? "" : need.Handler),
                new(NeedSchema.AnsweredOn, answered),
                new(NeedSchema.PolicyChanged, changes),
                new(NeedSchema.PolicyChange, changes ? need.PolicyChange : ""),
                new(
                    NeedSchema.Document,
                    changes ? world.DocumentsOf(period.Year).Of(DemoNames.DistrictUnion, answered!.Value) : ""
                ),
            ];
        }
    }
}
