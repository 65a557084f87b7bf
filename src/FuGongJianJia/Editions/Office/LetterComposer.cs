using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Makes the letters（指导函）from the ladder of all periods. A letter stands once, whichever exports hold its rung; of
/// figures and reports it takes what was known on its day and nothing later.
/// </summary>
internal static class LetterComposer
{
    /// <summary>Every rung of guidance with its letter, by date, then code.</summary>
    /// <param name="periods">Periods, earliest first.</param>
    public static ImmutableArray<GuidanceLetter> Of(ImmutableArray<OfficePeriod> periods)
    {
        var newest = new Dictionary<(int, string), (OfficePeriod Period, NamedGuidance Guidance)>();
        foreach (var period in periods)
        {
            foreach (var guidance in period.Named)
            {
                newest[(guidance.IssuedOn.Year, guidance.Code)] = (period, guidance);
            }
        }

        var letters = newest
            .Values.GroupBy(g => (g.Guidance.Organisation, g.Guidance.Task ?? g.Guidance.Matter.TrimEnd('。').Trim()))
            .SelectMany(matter => Climbs([.. matter]).SelectMany(climb => Letters(climb, periods)))
            .OrderBy(l => l.Guidance.IssuedOn)
            .ThenBy(l => l.Guidance.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        return Counted(letters);
    }

    // A matter may come up again: it then begins at the foot of the ladder, or a year later.
    private static IEnumerable<List<(OfficePeriod Period, NamedGuidance Guidance)>> Climbs(
        List<(OfficePeriod Period, NamedGuidance Guidance)> matter
    )
    {
        var climb = new List<(OfficePeriod Period, NamedGuidance Guidance)>();
        foreach (
            var rung in matter
                .OrderBy(g => g.Guidance.IssuedOn)
                .ThenBy(g => g.Guidance.Rung)
                .ThenBy(g => g.Guidance.Code, StringComparer.Ordinal)
        )
        {
            if (
                climb.Count > 0
                && (
                    rung.Guidance.Rung <= climb[^1].Guidance.Rung
                    || rung.Guidance.IssuedOn > climb[^1].Guidance.IssuedOn.AddYears(1)
                )
            )
            {
                yield return climb;
                climb = [];
            }

            climb.Add(rung);
        }

        if (climb.Count > 0)
        {
            yield return climb;
        }
    }

    private static IEnumerable<GuidanceLetter> Letters(
        List<(OfficePeriod Period, NamedGuidance Guidance)> climb,
        ImmutableArray<OfficePeriod> periods
    ) =>
        climb.Select(
            (rung, i) =>
            {
                var (period, guidance) = rung;
                var task = period.Ledger.FirstOrDefault(t =>
                    string.Equals(t.Code, guidance.Task, StringComparison.Ordinal)
                );
                var indicator = task?.Indicator ?? guidance.Indicator;
                ImmutableArray<NamedGuidance> earlier = [.. climb.Take(i).Select(c => c.Guidance)];
                var row = indicator is null ? null : period.ResultOf(guidance.Organisation)?.IndicatorOf(indicator);
                return new GuidanceLetter
                {
                    Guidance = guidance,
                    Period = period.Period,
                    UpperName = Upper(period, guidance),
                    Earlier = earlier,
                    Later = [.. climb.Skip(i + 1).Select(c => c.Guidance)],
                    Task = task,
                    ReportedOn = task
                        ?.Steps.Where(s =>
                            s.Kind == TaskStepKind.ReportBack
                            && s.Unit == guidance.Organisation
                            && s.On <= guidance.IssuedOn
                        )
                        .Min(s => (DateOnly?)s.On),
                    Indicator = row is { State: not ObservationState.NotApplicable } ? row.Indicator : null,
                    Figure = indicator is null ? null : Known(periods, guidance, indicator),
                    Hindrance = Hindrance(guidance, earlier),
                };
            }
        );

    private static string Upper(OfficePeriod period, NamedGuidance guidance) =>
        guidance.Town != guidance.Organisation
        && period.ResultOf(guidance.Town) is { Organisation: { Level: Level.Town, Name: var name } }
            ? name
            : "";

    // A figure of the same year, of a period that was over and reported by the day of the letter; the newest, and of
    // those that end together the longest.
    private static KnownFigure? Known(ImmutableArray<OfficePeriod> periods, NamedGuidance guidance, string indicator) =>
        periods
            .Where(p => p.Period.Year == guidance.IssuedOn.Year && p.Period.End <= guidance.IssuedOn)
            .OrderByDescending(p => p.Period)
            .Select(p => (p.Period, Result: p.ResultOf(guidance.Organisation)?.IndicatorOf(indicator)))
            .Where(f =>
                f.Result
                    is { State: ObservationState.Reported, Withheld: Withheld.No, IsVeiled: false, ReportedOn: { } on }
                && on <= guidance.IssuedOn
            )
            .Select(f => f.Result!.FallsShort ? new KnownFigure(f.Period, f.Result) : null)
            .FirstOrDefault();

    private static LetterHindrance Hindrance(NamedGuidance guidance, ImmutableArray<NamedGuidance> earlier) =>
        guidance.Rung == GuidanceRung.Reminder || guidance.Remark.Length > 0 ? LetterHindrance.None
        : earlier.IsEmpty || earlier[^1].Rung != guidance.Rung - 1 ? LetterHindrance.RungMissing
        : earlier[^1].DueOn > guidance.IssuedOn ? LetterHindrance.NotDue
        : LetterHindrance.None;

    // Numbers run by rung and year; once the export gives one of them, the office keeps the register itself.
    private static ImmutableArray<GuidanceLetter> Counted(ImmutableArray<GuidanceLetter> letters)
    {
        var kept = letters
            .Where(l => l.Guidance.Document.Length > 0)
            .Select(l => (l.Year, l.Guidance.Rung))
            .ToHashSet();
        var counts = new Dictionary<(int, GuidanceRung), int>();
        return
        [
            .. letters.Select(l =>
            {
                var register = (l.Year, l.Guidance.Rung);
                if (l.Hindrance != LetterHindrance.None || kept.Contains(register))
                {
                    return l;
                }

                counts[register] = counts.GetValueOrDefault(register) + 1;
                return l with { Ordinal = counts[register] };
            }),
        ];
    }
}
