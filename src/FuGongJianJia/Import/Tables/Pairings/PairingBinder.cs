using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Tables.Pairings;

/// <summary>Reads 结对.</summary>
internal static class PairingBinder
{
    private static readonly string[] Until = ["至", "～", "~", "—", "--", "到"];

    /// <summary>Pairings by code; names masked unless both agreed.</summary>
    public static ImmutableArray<Pairing> Read(PeriodTables tables, OrganisationIndex organisations) =>
        [
            .. tables
                .Records(PairingSchema.Table, PairingSchema.Code, p => p.Code, row => Bind(row, organisations))
                .OrderBy(p => p.Code, StringComparer.Ordinal),
        ];

    private static Pairing? Bind(DataRow row, OrganisationIndex organisations)
    {
        var code = row.Code(PairingSchema.Code);
        var mentor = row.Text(PairingSchema.Mentor);
        var apprentice = row.Text(PairingSchema.Apprentice);
        var organisation = row.Organisation(PairingSchema.Organisation, organisations);
        var (start, end) = Dates(row);
        var consent = row.YesNo(PairingSchema.Consent) ?? false;
        var skill = row.Text(PairingSchema.Skill);
        var goal = row.TextOrNull(PairingSchema.Goal);
        var completed = row.YesNo(PairingSchema.Completed) ?? false;
        if (
            mentor.Length > 0
            && OrganisationIndex.NameKey(mentor) == OrganisationIndex.NameKey(apprentice)
            && !NameMask.IsMasked(mentor)
        )
        {
            row.Report(ProcessCodes.SelfPairing, PairingSchema.Apprentice, "师傅和徒弟是同一个人。请核对姓名。");
        }

        if (end < start)
        {
            row.Report(
                ProcessCodes.EndBeforeStart,
                PairingSchema.End,
                $"结束日期 {end:yyyy-MM-dd} 早于开始日期 {start:yyyy-MM-dd}。请核对。"
            );
        }

        return row.Failed || organisation is null || start is null
            ? null
            : new()
            {
                Code = code,
                Mentor = consent ? mentor : NameMask.Mask(mentor),
                Apprentice = consent ? apprentice : NameMask.Mask(apprentice),
                IsNamed = consent,
                Organisation = organisation.Code,
                Skill = skill,
                Start = start.Value,
                End = end,
                Goal = goal,
                Completed = completed,
            };
    }

    /// <summary>开始日期 and 结束日期, or one 起止日期 such as 2024-03-01至2025-02-28.</summary>
    private static (DateOnly? Start, DateOnly? End) Dates(DataRow row)
    {
        var start = row.Date(PairingSchema.Start);
        var end = row.Date(PairingSchema.End);
        var span = row.Text(PairingSchema.Dates);
        if (span.Length == 0)
        {
            if (start is null && !row.Failed)
            {
                row.Report(
                    CellCodes.Empty,
                    row.Has(PairingSchema.Start) ? PairingSchema.Start : PairingSchema.Dates,
                    "没有起止日期。请写成 2024-03-01至2025-02-28，或分成开始日期、结束日期两列。"
                );
            }

            return (start, end);
        }

        var parts = span.Split(Until, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length switch
        {
            1 => (row.Date(PairingSchema.Dates, parts[0]), end),
            2 => (row.Date(PairingSchema.Dates, parts[0]), row.Date(PairingSchema.Dates, parts[1])),
            _ => (row.Date(PairingSchema.Dates, span), null),
        };
    }
}
