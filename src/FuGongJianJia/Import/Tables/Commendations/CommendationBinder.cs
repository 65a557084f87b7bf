using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Tables.Commendations;

/// <summary>Reads 表彰.</summary>
internal static class CommendationBinder
{
    /// <summary>Commendations by code; an individual's name is masked where nothing allows it to be public.</summary>
    public static ImmutableArray<Commendation> Read(PeriodTables tables, OrganisationIndex organisations)
    {
        var commendations = new List<Commendation>();
        var keys = new KeyGuard();
        var honours = new Dictionary<(string, string, DateOnly), int>();
        var masked = 0;
        tables.Read(
            CommendationSchema.Table,
            row =>
            {
                var consent = row.YesNo(CommendationSchema.Consent) ?? false;
                if (
                    Bind(row, tables, organisations) is not { } commendation
                    || !keys.IsFirst(row, CommendationSchema.Code, commendation.Code)
                )
                {
                    return;
                }

                CheckSame(commendation, row, honours);
                var hide = IsPrivate(commendation) && !consent;
                masked += hide ? 1 : 0;
                commendations.Add(
                    hide ? commendation with { Recipient = NameMask.Mask(commendation.Recipient) } : commendation
                );
            }
        );
        if (masked > 0)
        {
            tables.Bag.Add(
                ProcessCodes.MaskedName,
                tables.PlaceOf(CommendationSchema.Table),
                $"有 {masked} 个人没有公开依据，也没有公开同意，姓名写作“张**”。有表彰文件的请补上公开依据。"
            );
        }

        if (commendations.Count(c => c.Status == CommendationStatus.Withdrawn) is > 0 and var withdrawn)
        {
            tables.Bag.Add(
                ProcessCodes.Withdrawn,
                tables.PlaceOf(CommendationSchema.Table),
                $"有 {withdrawn} 项表彰已撤销，不会公开。"
            );
        }

        return [.. commendations.OrderBy(c => c.Code, StringComparer.Ordinal)];
    }

    private static Commendation? Bind(DataRow row, PeriodTables tables, OrganisationIndex organisations)
    {
        var code = row.Code(CommendationSchema.Code);
        var kind = row.Word(CommendationSchema.Kind, CommendationVocabulary.Kinds);
        var recipient = row.Text(CommendationSchema.Recipient);
        var organisation = row.Organisation(CommendationSchema.Organisation, organisations);
        var honour = row.Text(CommendationSchema.Honour);
        var level = row.Word(CommendationSchema.Level, CommendationVocabulary.Levels);
        var grantor = row.Text(CommendationSchema.Grantor);
        var document = row.TextOrNull(CommendationSchema.Document);
        var granted = row.Date(CommendationSchema.GrantedOn);
        var status = row.Word(CommendationSchema.Status, CommendationVocabulary.Statuses) ?? CommendationStatus.Granted;
        var basis = row.Text(CommendationSchema.Basis);
        tables.CheckWithin(row, CommendationSchema.GrantedOn, granted);
        return row.Failed
            ? null
            : new()
            {
                Code = code,
                Kind = kind!.Value,
                Recipient = recipient,
                Organisation = organisation?.Code,
                Honour = honour,
                Level = level!.Value,
                Grantor = grantor,
                Document = document,
                GrantedOn = granted!.Value,
                Status = status,
                Basis = basis,
            };
    }

    /// <summary>A person, and no document that published the name.</summary>
    private static bool IsPrivate(Commendation commendation) =>
        commendation is { Kind: CommendationKind.Individual, Basis: "" } && !NameMask.IsMasked(commendation.Recipient);

    private static void CheckSame(
        Commendation commendation,
        DataRow row,
        Dictionary<(string, string, DateOnly), int> honours
    )
    {
        var honour = (commendation.Recipient, commendation.Honour, commendation.GrantedOn);
        if (!honours.TryAdd(honour, row.Line))
        {
            row.Report(
                ProcessCodes.SameHonour,
                CommendationSchema.Honour,
                $"与第 {honours[honour]} 行是同一对象、同一荣誉、同一天。请核对是否重复。"
            );
        }
    }
}
