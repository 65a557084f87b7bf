using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;

namespace FuGongJianJia.Import.Tables.Needs;

/// <summary>Reads 需求.</summary>
internal static class NeedBinder
{
    /// <summary>Needs by code.</summary>
    public static ImmutableArray<Need> Read(PeriodTables tables, OrganisationIndex organisations) =>
        [
            .. tables
                .Records(NeedSchema.Table, NeedSchema.Code, n => n.Code, row => Bind(row, tables, organisations))
                .OrderBy(n => n.Code, StringComparer.Ordinal),
        ];

    private static Need? Bind(DataRow row, PeriodTables tables, OrganisationIndex organisations)
    {
        var code = row.Code(NeedSchema.Code);
        var organisation = row.Organisation(NeedSchema.Organisation, organisations);
        var reported = row.Date(NeedSchema.ReportedOn);
        var analysed = row.Date(NeedSchema.AnalysedOn);
        var answered = row.Date(NeedSchema.AnsweredOn);
        var handler = row.Organisation(NeedSchema.Handler, organisations);
        var changed = row.YesNo(NeedSchema.PolicyChanged) ?? false;
        var change = row.TextOrNull(NeedSchema.PolicyChange);
        var category = row.Text(NeedSchema.Category);
        var summary = row.Text(NeedSchema.Summary);
        var conclusion = row.TextOrNull(NeedSchema.Conclusion);
        var document = row.TextOrNull(NeedSchema.Document);
        if (analysed < reported)
        {
            row.Report(
                ProcessCodes.NeedDates,
                NeedSchema.AnalysedOn,
                $"研判日期 {analysed:yyyy-MM-dd} 早于上报日期 {reported:yyyy-MM-dd}。请核对。"
            );
        }

        if (answered < (analysed ?? reported))
        {
            var before = analysed is null ? "上报" : "研判";
            row.Report(
                ProcessCodes.NeedDates,
                NeedSchema.AnsweredOn,
                $"答复日期 {answered:yyyy-MM-dd} 早于{before}日期 {analysed ?? reported:yyyy-MM-dd}。请核对。"
            );
        }

        tables.CheckWithin(row, NeedSchema.ReportedOn, reported);
        if (changed && change is null)
        {
            row.Report(
                ProcessCodes.NoPolicyText,
                NeedSchema.PolicyChange,
                "政策调整填了“是”，却没有写调整了什么。请补上调整内容。"
            );
        }

        return row.Failed || organisation is null
            ? null
            : new()
            {
                Code = code,
                Organisation = organisation.Code,
                ReportedOn = reported!.Value,
                Category = category,
                Summary = summary,
                AnalysedOn = analysed,
                Conclusion = conclusion,
                Handler = handler?.Code,
                AnsweredOn = answered,
                PolicyChanged = changed,
                PolicyChange = change,
                Document = document,
            };
    }
}
