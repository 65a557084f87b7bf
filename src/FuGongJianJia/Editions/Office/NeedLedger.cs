using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Needs;

namespace FuGongJianJia.Editions.Office;

/// <summary>Makes the ledger of needs（需求台账）: open ones first, longest first, then by code.</summary>
internal static class NeedLedger
{
    /// <param name="needs">Needs of the period.</param>
    /// <param name="district">Code of the district's federation, which analyses them.</param>
    /// <param name="dataDate">数据截止日期: later dates are not known yet.</param>
    /// <param name="names">Names and towns.</param>
    public static ImmutableArray<NeedMatter> Of(
        ImmutableArray<Need> needs,
        string district,
        DateOnly dataDate,
        OrganisationNames names
    )
    {
        var policies = needs
            .Where(n => n is { PolicyChanged: true, PolicyChange.Length: > 0 } && n.AnsweredOn <= dataDate)
            .OrderBy(n => n.AnsweredOn)
            .ThenBy(n => n.Code, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. needs
                .Select(n => Matter(n, district, dataDate, names, policies))
                .OrderByDescending(m => m.IsOpen)
                .ThenByDescending(m => m.IsOpen ? m.Days : 0)
                .ThenBy(m => m.Code, StringComparer.Ordinal),
        ];
    }

    private static NeedMatter Matter(
        Need need,
        string district,
        DateOnly dataDate,
        OrganisationNames names,
        List<Need> policies
    )
    {
        var analysed = need.AnalysedOn <= dataDate ? need.AnalysedOn : null;
        var answered = need.AnsweredOn <= dataDate ? need.AnsweredOn : null;
        var stage =
            answered is not null ? (need.PolicyChanged ? NeedStage.PolicyChanged : NeedStage.Answered)
            : analysed is not null ? NeedStage.AwaitingAnswer
            : NeedStage.AwaitingAnalysis;
        var holder = stage switch
        {
            NeedStage.AwaitingAnalysis => district,
            NeedStage.AwaitingAnswer => need.Handler ?? district,
            _ => null,
        };
        return new()
        {
            Code = need.Code,
            Category = need.Category,
            Summary = need.Summary,
            Unit = need.Organisation,
            UnitName = names.Name(need.Organisation),
            Town = names.Town(need.Organisation),
            ReportedOn = need.ReportedOn,
            AnalysedOn = analysed,
            Conclusion = need.Conclusion ?? "",
            HandlerName = need.Handler is { } handler ? names.Name(handler) : "",
            AnsweredOn = answered,
            PolicyChange = need.PolicyChanged ? need.PolicyChange ?? "" : "",
            Document = need.Document ?? "",
            Stage = stage,
            Holder = holder,
            HolderName = holder is null ? "" : names.Name(holder),
            Days = Between(need.ReportedOn, answered ?? dataDate),
            HeldDays = holder is null ? 0 : Between(analysed ?? need.ReportedOn, dataDate),
            Known = holder is null ? null : Known(need, policies),
        };
    }

    private static KnownPolicy? Known(Need need, List<Need> policies)
    {
        var policy =
            policies.Find(p => string.Equals(p.Summary, need.Summary, StringComparison.Ordinal))
            ?? policies.Find(p => string.Equals(p.Category, need.Category, StringComparison.Ordinal));
        return policy is null
            ? null
            : new(
                policy.PolicyChange!,
                policy.Document ?? "",
                policy.AnsweredOn,
                string.Equals(policy.Summary, need.Summary, StringComparison.Ordinal)
            );
    }

    private static int Between(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);
}
