using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Activities;

/// <summary>Reads 活动.</summary>
internal static class ActivityBinder
{
    /// <summary>Activities by code.</summary>
    public static ImmutableArray<Activity> Read(PeriodTables tables, OrganisationIndex organisations) =>
        [
            .. tables
                .Records(
                    ActivitySchema.Table,
                    ActivitySchema.Code,
                    a => a.Code,
                    row => Bind(row, tables, organisations)
                )
                .OrderBy(a => a.Code, StringComparer.Ordinal),
        ];

    private static Activity? Bind(DataRow row, PeriodTables tables, OrganisationIndex organisations)
    {
        var code = row.Code(ActivitySchema.Code);
        var name = row.Text(ActivitySchema.Title);
        var kind = row.Text(ActivitySchema.Kind);
        var organiser = row.Organisation(ActivitySchema.Organiser, organisations);
        var start = row.Date(ActivitySchema.Start);
        var end = row.Date(ActivitySchema.End) ?? start;
        var headcount = row.Whole(ActivitySchema.Headcount, out var about);
        var approximate = row.YesNo(ActivitySchema.Approximate) ?? false;
        var counted = row.Word(ActivitySchema.HeadcountKind, ActivityVocabulary.HeadcountKinds) ?? CountedIn(row);
        var sessions = row.Whole(ActivitySchema.Sessions) ?? 1;
        var funds = row.Number(ActivitySchema.Funds);
        var programme = row.TextOrNull(ActivitySchema.Programme);
        var partner = row.TextOrNull(ActivitySchema.CoOrganiser);
        var place = row.TextOrNull(ActivitySchema.Place);
        var summary = row.TextOrNull(ActivitySchema.Summary);
        if (end < start)
        {
            row.Report(
                ProcessCodes.EndBeforeStart,
                ActivitySchema.End,
                $"结束日期 {end:yyyy-MM-dd} 早于开始日期 {start:yyyy-MM-dd}。请核对。"
            );
        }

        tables.CheckWithin(row, ActivitySchema.Start, start);
        return row.Failed || organiser is null
            ? null
            : new()
            {
                Code = code,
                Name = name,
                Kind = kind,
                Programme = programme,
                Organiser = organiser.Code,
                CoOrganiser = partner,
                Start = start!.Value,
                End = end!.Value,
                Place = place,
                Headcount = headcount,
                Approximate = approximate || about,
                HeadcountKind = counted,
                Sessions = sessions,
                Funds = funds,
                Summary = summary,
            };
    }

    /// <summary>80人次 says of itself what it counts.</summary>
    private static HeadcountKind CountedIn(DataRow row) =>
        row.Cleaned(ActivitySchema.Headcount).Contains("人次", StringComparison.Ordinal)
            ? HeadcountKind.Attendances
            : HeadcountKind.People;
}
