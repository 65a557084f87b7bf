using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// What became of every unit, as far as the tables of organisations of all periods tell（状态核定）: 状态 says that a unit
/// ended, 沿革编码 into what; a unit that several others name as where they came from was split, whatever its 状态 says.
/// </summary>
internal sealed class StandingComposer
{
    private readonly ImmutableArray<PeriodScores> _periods;
    private readonly ILookup<string, (PeriodScores Period, ScoredUnion Unit)> _units;
    private readonly ILookup<string, (PeriodScores Period, Organisation Heir)> _heirs;

    /// <summary>Looks through all periods once.</summary>
    public StandingComposer(Scores scores)
    {
        _periods = scores.Periods;
        var all = _periods.SelectMany(p => p.Unions.Select(u => (Period: p, Unit: u))).ToList();
        _units = all.ToLookup(x => x.Unit.Organisation.Code, StringComparer.Ordinal);
        _heirs = all.Where(x => Stands(x.Unit.Organisation))
            .SelectMany(x =>
                x.Unit.Organisation.Lineage.Distinct(StringComparer.Ordinal)
                    .Where(from => from != x.Unit.Organisation.Code)
                    .Select(from => (From: from, x.Period, Heir: x.Unit.Organisation))
            )
            .ToLookup(x => x.From, x => (x.Period, x.Heir), StringComparer.Ordinal);
    }

    /// <summary>Of a unit in a period that lists it.</summary>
    public UnitStanding Of(PeriodScores period, Organisation organisation) =>
        organisation.Status switch
        {
            OrganisationStatus.Normal => UnitStanding.Normal,
            OrganisationStatus.New => new UnitStanding.New(organisation.Founded),
            _ => Ended(organisation, period),
        };

    /// <summary>Of a unit as the newest period leaves it, whether that lists it or not.</summary>
    public UnitStanding Newest(string code)
    {
        var (period, unit) = _units[code].Last();
        return !Stands(unit.Organisation) || period.Period.End == _periods[^1].Period.End
            ? Of(period, unit.Organisation)
            : Ended(unit.Organisation, _periods[^1]);
    }

    private UnitStanding.Ended Ended(Organisation organisation, PeriodScores seen)
    {
        var listed = _units[organisation.Code].ToList();
        var stood = listed.Where(x => Stands(x.Unit.Organisation)).ToList();
        var ended = listed.Where(x => !Stands(x.Unit.Organisation)).ToList();

        // The earliest period that knows of it, and of those that end the same day the shortest: it says most exactly.
        var heirs = _heirs[organisation.Code]
            .Where(h => stood.Count == 0 || h.Period.Period.End > stood[0].Period.Period.Start)
            .ToList();
        var told = ended.Select(x => x.Period).Concat(ended.Count == 0 ? heirs.Select(h => h.Period) : []);
        var first = told.Select(p => p.Period)
            .OrderBy(p => p.End)
            .ThenByDescending(p => p.Start)
            .Cast<Period?>()
            .FirstOrDefault();
        var when = first is { } day && stood.Exists(x => x.Period.Period.End < day.End) ? first : null;
        var into =
            organisation.Status == OrganisationStatus.Merged && !organisation.Lineage.IsEmpty
                ? [.. organisation.Lineage.Select(code => Name(code, seen))]
                : Heirs(heirs);
        UnitStanding.Ended how =
            organisation.Status == OrganisationStatus.Merged ? new UnitStanding.Merged()
            : into.Length > 1 ? new UnitStanding.Split()
            : into.Length == 1
                ? Took(heirs[^1].Heir, organisation.Code) ? new UnitStanding.Recoded()
                    : new UnitStanding.Merged()
            : ended.Count > 0 ? new UnitStanding.Dissolved()
            : new UnitStanding.Unlisted();
        return how with
        {
            When = how is UnitStanding.Unlisted ? listed[^1].Period.Period : when,
            Into = into,
            Last = Last(stood, seen.Period),
        };
    }

    // The heirs of the first period that has any, by code.
    private ImmutableArray<Successor> Heirs(List<(PeriodScores Period, Organisation Heir)> heirs)
    {
        var first = heirs.Select(h => h.Period).FirstOrDefault();
        return
        [
            .. heirs
                .Where(h => h.Period == first)
                .Select(h => h.Heir)
                .OrderBy(h => h.Code, StringComparer.Ordinal)
                .Select(Named),
        ];
    }

    // True when the heir is this one unit under another code: it is new, and came from nothing else.
    private bool Took(Organisation heir, string code) =>
        heir.Lineage.All(c => c == code || c == heir.Code)
        && !_units[heir.Code].Any(x => Stands(x.Unit.Organisation) && x.Unit.Organisation.Lineage.IsEmpty);

    private Successor Name(string code, PeriodScores seen) =>
        (seen.Find(code) ?? _units[code].Select(x => x.Unit).LastOrDefault())?.Organisation is { } organisation
            ? Named(organisation)
            : new(null, null);

    private static Successor Named(Organisation organisation) =>
        organisation.IsPublic ? new(organisation.Code, organisation.Name) : new(null, null);

    private static LastResult? Last(List<(PeriodScores Period, ScoredUnion Unit)> stood, Period seen) =>
        stood
            .Where(x => x.Unit.Total is not null && x.Period.Period.End <= seen.End)
            .OrderBy(x => x.Period.Period.Kind == PeriodKind.Year)
            .ThenBy(x => x.Period.Period)
            .Select(x => new LastResult(x.Period.Period, x.Unit.Total!.Value))
            .LastOrDefault();

    private static bool Stands(Organisation organisation) =>
        organisation.Status is OrganisationStatus.Normal or OrganisationStatus.New;
}
