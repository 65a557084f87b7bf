using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import;

namespace FuGongJianJia.Editions.Office;

/// <summary>Makes the registers of a period（内部台账）.</summary>
internal static class RegisterComposer
{
    public static Registers Of(PeriodData data, OrganisationNames names, ActivityViews views) =>
        new(
            [
                .. data.Organisations.Select(o => new RegisteredUnit(
                    o.Code,
                    o.Name,
                    o.Parent is { } upper ? names.Name(upper) : "",
                    o.Level,
                    o.Kind,
                    o.Category,
                    o.CreditCode ?? "",
                    o.DivisionCode ?? "",
                    o.Workers,
                    o.Members,
                    o.FemaleMembers,
                    o.Status,
                    o.IsPublic
                )),
            ],
            [
                .. data
                    .Activities.OrderBy(a => a.Start)
                    .ThenBy(a => a.Code, StringComparer.Ordinal)
                    .Select(a => new OfficeEvent(views[a], a.Kind, a.Programme ?? "", a.CoOrganiser ?? "", a.Funds)),
            ],
            [
                .. data.Pairings.Select(p => new RegisteredPair(
                    p.Code,
                    names.Name(p.Organisation),
                    p.Mentor,
                    p.Apprentice,
                    p.Skill,
                    p.Start,
                    p.End,
                    p.Goal ?? "",
                    p.Completed
                )),
            ],
            [
                .. data.HomeVisits.Select(v => new RegisteredVisits(
                    names.Name(v.Organisation),
                    v.Due,
                    v.Made,
                    v.Priority,
                    v.Problems,
                    v.Solved,
                    v.AccidentChange
                )),
            ],
            [
                .. data
                    .Commendations.OrderBy(c => c.GrantedOn)
                    .ThenBy(c => c.Code, StringComparer.Ordinal)
                    .Select(c => new RegisteredAward(
                        c.Code,
                        c.Recipient,
                        c.Honour,
                        c.Level,
                        c.Grantor,
                        c.Document ?? "",
                        c.GrantedOn,
                        c.Status,
                        c.Basis
                    )),
            ]
        );
}
