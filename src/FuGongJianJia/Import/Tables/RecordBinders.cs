using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads 需求.</summary>
internal static class NeedBinder
{
    /// <summary>Needs by code.</summary>
    public static ImmutableArray<Need> Read(PeriodContext context)
    {
        var needs = new List<Need>();
        var keys = new KeyGuard();
        context.Read(
            NeedTable.Spec,
            row =>
            {
                var code = row.Code(NeedTable.Code);
                var organisation = row.Organisation(NeedTable.Organisation, context.Organisations);
                var reported = row.Date(NeedTable.ReportedOn);
                var analysed = row.Date(NeedTable.AnalysedOn);
                var answered = row.Date(NeedTable.AnsweredOn);
                var handler = row.Organisation(NeedTable.Handler, context.Organisations);
                var changed = row.YesNo(NeedTable.PolicyChanged) ?? false;
                var change = row.TextOrNull(NeedTable.PolicyChange);
                var (category, summary) = (row.Text(NeedTable.Category), row.Text(NeedTable.Summary));
                var (conclusion, document) = (row.TextOrNull(NeedTable.Conclusion), row.TextOrNull(NeedTable.Document));
                if (analysed < reported)
                {
                    row.Report(
                        ProcessCodes.NeedDates,
                        NeedTable.AnalysedOn,
                        $"研判日期 {analysed:yyyy-MM-dd} 早于上报日期 {reported:yyyy-MM-dd}。请核对。"
                    );
                }

                if (answered < (analysed ?? reported))
                {
                    row.Report(
                        ProcessCodes.NeedDates,
                        NeedTable.AnsweredOn,
                        $"答复日期 {answered:yyyy-MM-dd} 早于{(analysed is null ? "上报" : "研判")}日期 {analysed ?? reported:yyyy-MM-dd}。请核对。"
                    );
                }

                context.CheckWithin(row, NeedTable.ReportedOn, reported);
                if (changed && change is null)
                {
                    row.Report(
                        ProcessCodes.NoPolicyText,
                        NeedTable.PolicyChange,
                        "政策调整填了“是”，却没有写调整了什么。请补上调整内容。"
                    );
                }

                if (!row.Failed && organisation is not null && keys.IsFirst(row, NeedTable.Code, code))
                {
                    needs.Add(
                        new()
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
                        }
                    );
                }
            }
        );
        return [.. needs.OrderBy(n => n.Code, StringComparer.Ordinal)];
    }
}

/// <summary>Reads 表彰.</summary>
internal static class CommendationBinder
{
    /// <summary>Commendations by code; an individual's name is masked where nothing allows it to be public.</summary>
    public static ImmutableArray<Commendation> Read(PeriodContext context)
    {
        var commendations = new List<Commendation>();
        var keys = new KeyGuard();
        var honours = new Dictionary<(string, string, DateOnly), int>();
        var (masked, withdrawn) = (0, 0);
        context.Read(
            CommendationTable.Spec,
            row =>
            {
                var code = row.Code(CommendationTable.Code);
                var kind = row.Word(CommendationTable.Kind, WordLists.CommendationKinds);
                var recipient = row.Text(CommendationTable.Recipient);
                var organisation = row.Organisation(CommendationTable.Organisation, context.Organisations);
                var honour = row.Text(CommendationTable.Honour);
                var level = row.Word(CommendationTable.Level, WordLists.HonourLevels);
                var grantor = row.Text(CommendationTable.Grantor);
                var document = row.TextOrNull(CommendationTable.Document);
                var granted = row.Date(CommendationTable.GrantedOn);
                var status =
                    row.Word(CommendationTable.Status, WordLists.CommendationStatuses) ?? CommendationStatus.Granted;
                var basis = row.Text(CommendationTable.Basis);
                var consent = row.YesNo(CommendationTable.Consent) ?? false;
                context.CheckWithin(row, CommendationTable.GrantedOn, granted);
                if (row.Failed || !keys.IsFirst(row, CommendationTable.Code, code))
                {
                    return;
                }

                if (!honours.TryAdd((recipient, honour, granted!.Value), row.Line))
                {
                    row.Report(
                        ProcessCodes.SameHonour,
                        CommendationTable.Honour,
                        $"与第 {honours[(recipient, honour, granted.Value)]} 行是同一对象、同一荣誉、同一天。请核对是否重复。"
                    );
                }

                var hide =
                    kind == CommendationKind.Individual
                    && basis.Length == 0
                    && !consent
                    && !NameMask.IsMasked(recipient);
                masked += hide ? 1 : 0;
                withdrawn += status == CommendationStatus.Withdrawn ? 1 : 0;
                commendations.Add(
                    new()
                    {
                        Code = code,
                        Kind = kind!.Value,
                        Recipient = hide ? NameMask.Mask(recipient) : recipient,
                        Organisation = organisation?.Code,
                        Honour = honour,
                        Level = level!.Value,
                        Grantor = grantor,
                        Document = document,
                        GrantedOn = granted.Value,
                        Status = status,
                        Basis = basis,
                    }
                );
            }
        );
        if (masked > 0)
        {
            context.Bag.Add(
                ProcessCodes.MaskedName,
                context.PlaceOf(CommendationTable.Spec),
                $"有 {masked} 个人没有公开依据，也没有公开同意，姓名写作“张**”。有表彰文件的请补上公开依据。"
            );
        }

        if (withdrawn > 0)
        {
            context.Bag.Add(
                ProcessCodes.Withdrawn,
                context.PlaceOf(CommendationTable.Spec),
                $"有 {withdrawn} 项表彰已撤销，不会公开。"
            );
        }

        return [.. commendations.OrderBy(c => c.Code, StringComparer.Ordinal)];
    }
}

/// <summary>Reads 活动.</summary>
internal static class ActivityBinder
{
    /// <summary>Activities by code.</summary>
    public static ImmutableArray<Activity> Read(PeriodContext context)
    {
        var activities = new List<Activity>();
        var keys = new KeyGuard();
        context.Read(
            ActivityTable.Spec,
            row =>
            {
                var code = row.Code(ActivityTable.Code);
                var name = row.Text(ActivityTable.Title);
                var kind = row.Text(ActivityTable.Kind);
                var organiser = row.Organisation(ActivityTable.Organiser, context.Organisations);
                var start = row.Date(ActivityTable.Start);
                var end = row.Date(ActivityTable.End) ?? start;
                var headcount = row.Whole(ActivityTable.Headcount, out var about);
                var approximate = row.YesNo(ActivityTable.Approximate) ?? false;
                var counted =
                    row.Word(ActivityTable.HeadcountKind, WordLists.Headcounts)
                    ?? (
                        row.Cleaned(ActivityTable.Headcount).Contains("人次", StringComparison.Ordinal)
                            ? HeadcountKind.Attendances
                            : HeadcountKind.People
                    );
                var sessions = row.Whole(ActivityTable.Sessions) ?? 1;
                var funds = row.Number(ActivityTable.Funds);
                var (programme, partner, place, summary) = (
                    row.TextOrNull(ActivityTable.Programme),
                    row.TextOrNull(ActivityTable.CoOrganiser),
                    row.TextOrNull(ActivityTable.Place),
                    row.TextOrNull(ActivityTable.Summary)
                );
                if (end < start)
                {
                    row.Report(
                        ProcessCodes.EndBeforeStart,
                        ActivityTable.End,
                        $"结束日期 {end:yyyy-MM-dd} 早于开始日期 {start:yyyy-MM-dd}。请核对。"
                    );
                }

                context.CheckWithin(row, ActivityTable.Start, start);
                if (!row.Failed && organiser is not null && keys.IsFirst(row, ActivityTable.Code, code))
                {
                    activities.Add(
                        new()
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
                        }
                    );
                }
            }
        );
        return [.. activities.OrderBy(a => a.Code, StringComparer.Ordinal)];
    }
}
