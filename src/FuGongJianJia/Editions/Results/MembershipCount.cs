using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// How many unions, workers and members the district or a town has（组织规模）. The district counts its unions that are not
/// public, a town does not: it would tell where they are.
/// </summary>
/// <param name="Code">组织编码.</param>
/// <param name="Unions">Grass-roots unions that stand, below it at any distance.</param>
/// <param name="Direct">Of these, right below the district.</param>
/// <param name="Workers">职工数 of its own row; null when not told.</param>
/// <param name="Members">会员数, likewise.</param>
/// <param name="Women">女会员数, likewise; null too where there are so few that they are not told.</param>
public sealed record MembershipCount(string Code, int Unions, int Direct, int? Workers, int? Members, int? Women)
{
    /// <summary>Of the district and every public town, by code.</summary>
    internal static ImmutableArray<MembershipCount> Of(PeriodScores scores, OrganisationNames names)
    {
        var unions = scores
            .Unions.Select(u => u.Organisation)
            .Where(o => o.Level == Level.Grassroots && Pooling.IsActive(o))
            .ToList();
        return
        [
            .. scores
                .Unions.Select(u => u.Organisation)
                .Where(o => o is { Level: Level.District } or { Level: Level.Town, IsPublic: true })
                .OrderBy(o => o.Code, StringComparer.Ordinal)
                .Select(o => new MembershipCount(
                    o.Code,
                    o.Level == Level.District
                        ? unions.Count
                        : unions.Count(u => u.IsPublic && names.Town(u.Code) == o.Code),
                    o.Level == Level.District ? unions.Count(u => u.Parent == o.Code) : 0,
                    o.Workers,
                    o.Members,
                    o.FemaleMembers is { } women && (women == 0 || women >= scores.Settings.SmallNumberThreshold)
                        ? women
                        : null
                )),
        ];
    }
}
