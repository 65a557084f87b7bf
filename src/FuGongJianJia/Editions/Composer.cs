using System.Collections.Immutable;
using FuGongJianJia.Editions.Process;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// Composes the edition（编制一版）from data and scores: figures rounded once, small numbers withheld, words written.
/// </summary>
public static class Composer
{
    /// <summary>Composes. Pure and deterministic.</summary>
    /// <exception cref="ArgumentException">The dataset has no period: import never gives such.</exception>
    public static Edition Compose(Dataset dataset, Scores scores, EditionOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(options);
        if (scores.Periods.IsEmpty)
        {
            throw new ArgumentException("No periods.", nameof(scores));
        }

        var corrections = Editions.Corrections.Of(scores);
        var needs = NeedProtection.ToldElsewhere(scores);
        var office = scores
            .Periods.Select(p =>
                Editions.Corrections.Attach(
                    PeriodComposer.Compose(p, needs.TryGetValue(p.Period, out var longer) ? longer : null),
                    corrections
                )
            )
            .ToImmutableArray();
        var periods = office.Select(p => PublicView.Of(p, dataset.Settings)).ToImmutableArray();
        var edition = new Edition
        {
            Settings = dataset.Settings,
            Date = options.Date ?? Newest(dataset, periods),
            ToolVersion = options.ToolVersion,
            Fingerprint = options.Fingerprint,
            Periods = periods,
            Histories = Registers.Histories(scores, periods, corrections),
            Commendations = Registers.Commendations(scores),
            Cases = dataset.Cases,
            Programmes = Programmes.Of(scores, dataset.Cases),
            Corrections = corrections,
            Notes = [.. dataset.Notes, .. Reconciliation.Notes(scores)],
            Pages = dataset.Pages,
        };
        return dataset.Settings.PublicStanding == PublicStanding.Places
            ? edition
            : edition with
            {
                Office = edition with { Periods = office },
            };
    }

    private static DateOnly Newest(Dataset dataset, ImmutableArray<PeriodEdition> periods) =>
        periods
            .Select(p => p.DataDate)
            .Concat(dataset.Periods.SelectMany(p => p.Tasks.SelectMany(t => t.Steps.Select(s => s.On))))
            .Concat(dataset.Periods.SelectMany(p => p.Guidance.Select(g => g.RectifiedOn ?? g.IssuedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Needs.Select(n => n.AnsweredOn ?? n.ReportedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Commendations.Select(c => c.GrantedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Corrections.Select(c => c.On)))
            .Max();
}
