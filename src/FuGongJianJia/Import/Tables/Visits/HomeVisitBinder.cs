using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Visits;

/// <summary>Reads 家访汇总.</summary>
internal static class HomeVisitBinder
{
    /// <summary>Visits by organisation.</summary>
    public static ImmutableArray<HomeVisits> Read(PeriodTables tables, OrganisationIndex organisations) =>
        [
            .. tables
                .Records(
                    HomeVisitSchema.Table,
                    HomeVisitSchema.Organisation,
                    v => v.Organisation,
                    row => Bind(row, tables.Period, organisations)
                )
                .OrderBy(v => v.Organisation, StringComparer.Ordinal),
        ];

    private static HomeVisits? Bind(DataRow row, Period period, OrganisationIndex organisations)
    {
        row.MustBe(HomeVisitSchema.Period, period);
        var organisation = row.Organisation(HomeVisitSchema.Organisation, organisations);
        var due = row.Whole(HomeVisitSchema.Due);
        var made = row.Whole(HomeVisitSchema.Made);
        var priority = row.Whole(HomeVisitSchema.Priority);
        var problems = row.Whole(HomeVisitSchema.Problems);
        var solved = row.Whole(HomeVisitSchema.Solved);
        var change = row.Number(HomeVisitSchema.AccidentChange, -100m, 10_000m);
        if (made > due)
        {
            row.Report(ProcessCodes.VisitCounts, HomeVisitSchema.Made, $"实访 {made} 人超过应访 {due} 人。请核对。");
        }

        if (solved > problems)
        {
            row.Report(
                ProcessCodes.VisitCounts,
                HomeVisitSchema.Solved,
                $"已解决 {solved} 个超过反映问题 {problems} 个。请核对。"
            );
        }

        return row.Failed || organisation is null
            ? null
            : new(organisation.Code, due!.Value, made!.Value, priority, problems, solved, change);
    }
}
