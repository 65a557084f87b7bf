using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// What a unit is told of its results of a year（反馈意见书）: one for each union and town that stands, public or not, since
/// it goes to nobody else.
/// </summary>
/// <param name="Unit">Its result of the year.</param>
/// <param name="Before">Its result of the year before; null when there is none.</param>
/// <param name="Number">Place among the opinions: unions by code, then towns.</param>
/// <param name="UpperName">Name of the town above it; empty for a town and for a unit right below the district.</param>
public sealed record Opinion(UnionResult Unit, UnionResult? Before, int Number, string UpperName)
{
    /// <summary>Period.</summary>
    public Period Period => Unit.Period;

    /// <summary>评先资格审查 of the union; null for a town and where the period has none.</summary>
    public ScreenedUnit? Screened { get; init; }

    /// <summary>By when a union that is 待核 is to report.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>指数权重, in index order.</summary>
    public required ImmutableArray<decimal> Weights { get; init; }

    /// <summary>
    /// Opinions of every year, in the order of their numbers: a new year takes away none of those that were sent. None
    /// where the settings want none.
    /// </summary>
    public static ImmutableArray<Opinion> Of(OfficeEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Settings.Letters.Opinions == OpinionForm.None
            ? []
            : [.. edition.Periods.Where(p => p.Period.Kind == PeriodKind.Year).SelectMany(p => Of(edition, p))];
    }

    private static ImmutableArray<Opinion> Of(OfficeEdition edition, OfficePeriod year)
    {
        var screened = year.Screening?.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        var before = edition.Periods.FirstOrDefault(p => p.Period == year.Base);
        return
        [
            .. year
                .Unions.Concat(year.NotPublic.Where(u => u.Organisation.Level == Level.Grassroots))
                .OrderBy(u => u.Code, StringComparer.Ordinal)
                .Concat(
                    year.Towns.Concat(year.NotPublic.Where(u => u.Organisation.Level == Level.Town))
                        .OrderBy(u => u.Code, StringComparer.Ordinal)
                )
                .Where(u => u.Standing.Counts)
                .Select(
                    (unit, i) =>
                        new Opinion(
                            unit,
                            before?.ResultOf(unit.Code),
                            i + 1,
                            unit.Organisation.Parent is { } parent
                            && year.ResultOf(parent) is { Organisation.Level: Level.Town }
                                ? unit.ParentName
                                : ""
                        )
                        {
                            Screened = screened?.GetValueOrDefault(unit.Code),
                            ReportBy = year.Screening?.ReportBy,
                            Weights = edition.Settings.IndexWeights,
                        }
                ),
        ];
    }
}
