using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Method;

/// <summary>Facts of the method from the scores of a period（计算方法的事实）.</summary>
internal static class MethodComposer
{
    public static MethodFacts Of(PeriodScores scores) =>
        new()
        {
            Breaks =
            [
                .. scores
                    .Catalogue.Rows.Where(r =>
                        scores.Base is { } then
                        && then.Data.Catalogue.Any(b => b.Code == r.Code)
                        && !then.Data.Catalogue.Any(b => b.Code == r.Code && b.Version == r.Version)
                    )
                    .DistinctBy(r => r.Code, StringComparer.Ordinal)
                    .OrderBy(r => r.Index)
                    .ThenBy(r => r.Code, StringComparer.Ordinal),
            ],
            HasOwnTargets = !scores.Data.Targets.IsEmpty,
            Targets =
            [
                .. scores
                    .Data.Targets.Where(t => scores.Find(t.Scope) is null or { Organisation.IsPublic: true })
                    .OrderBy(t => t.Indicator, StringComparer.Ordinal)
                    .ThenBy(t => t.Scope, StringComparer.Ordinal)
                    .Select(t => new OwnTarget(
                        scores.Find(t.Scope)?.Organisation.Name ?? t.Scope,
                        t.Indicator,
                        t.Value,
                        t.Document
                    )),
            ],
            IsProRata =
                scores.Settings.ProRata
                && scores.Period.EndsEarly
                && scores.Catalogue.Rows.Any(r => r.Timing == Timing.Cumulative && r.Rule.TakesTarget),
            IsGraded = Grades.AreGiven(scores.Period, scores.Settings),
            Variants = Robustness.Count(scores),
            GeometricMeans =
            [
                .. scores
                    .Unions.Where(u => IsListed(u.Organisation))
                    .OrderBy(u => u.Organisation.Level)
                    .ThenBy(u => u.Organisation.Code, StringComparer.Ordinal)
                    .Select(u => (Union: u, Mean: Robustness.Geometric(u, scores.Settings)))
                    .Where(x => x is { Mean: not null, Union.Total: not null })
                    .Select(x => new GeometricMean(x.Union.Organisation.Name, x.Union.Total!.Value, x.Mean!.Value)),
            ],
            Sensitive =
            [
                .. scores
                    .Catalogue.Variants.Where(v => v.Any(r => SensitiveIndicators.IsSensitive(r, scores.Settings)))
                    .Select(v => v[0].Code),
            ],
        };

    private static bool IsListed(Organisation organisation) =>
        organisation
            is { Level: Level.District }
                or { Level: Level.Town, IsPublic: true, Status: OrganisationStatus.Normal or OrganisationStatus.New };
}
