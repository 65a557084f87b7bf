using System.Collections.Immutable;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Composes the office's edition（编制内部版）from data and scores: figures rounded once, small numbers withheld.
/// </summary>
public static class OfficeComposer
{
    /// <summary>Composes. Pure and deterministic.</summary>
    /// <exception cref="ArgumentException">The dataset has no period: import never gives such.</exception>
    public static OfficeEdition Compose(Dataset dataset, Scores scores, EditionOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(options);
        if (scores.Periods.IsEmpty)
        {
            throw new ArgumentException("No periods.", nameof(scores));
        }

        var corrections = CorrectionComposer.Of(scores);
        var needs = NeedProtection.ToldElsewhere(scores);
        var discrepancies = CrossChecker.Check(scores).ToLookup(d => d.Period);
        var standings = new StandingComposer(scores);
        var activities = new ActivityViews(scores.Periods);
        var cases = dataset.Cases.Select(CaseView.Of).ToImmutableArray();
        var programmes = new ProgrammeComposer(scores.Periods, cases, dataset.Programmes, activities);
        var periods = scores.Periods.Map(
            p =>
                PeriodComposer.Compose(
                    p,
                    standings,
                    corrections,
                    activities,
                    needs.TryGetValue(p.Period, out var longer) ? longer : null
                ) with
                {
                    Discrepancies = [.. discrepancies[p.Period]],
                    Programmes = programmes.OfYear(p.Period),
                },
            CancellationToken.None
        );
        periods = [.. periods.Select(p => p with { DiffersFromYear = DiffersFromYear(p, periods) })];
        return new OfficeEdition
        {
            Settings = dataset.Settings,
            Date = options.Date ?? Newest(dataset, periods),
            ToolVersion = options.ToolVersion,
            Fingerprint = options.Fingerprint,
            Periods = periods,
            Briefs = [.. dataset.Briefs.Select(BriefWriting.Of)],
            Letters = LetterComposer.Of(periods),
            Histories = HistoryComposer.Of(
                scores,
                standings,
                scores.Periods.Zip(periods, (s, p) => (s, p.Towns.Prepend(p.District).Concat(p.Unions))),
                corrections
            ),
            Commendations = CommendationComposer.Of(scores),
            Cases = cases,
            Programmes = programmes.All(),
            Corrections = corrections,
            Notes =
            [
                .. dataset
                    .Notes.Concat(IndexRelation.Notes(scores))
                    .Select(n => new QualityNote(n.Period, n.Code, n.Place, n.Text, n.Count)),
            ],
            Chapters = [.. dataset.Chapters.Select(ChapterView.Of)],
            Pages =
            [
                .. dataset
                    .Pages.Where(p =>
                        dataset.Settings.Docs.ArePublished || !p.Slug.StartsWith("docs/", StringComparison.Ordinal)
                    )
                    .Select(p => new PageView(p.Slug, p.Title, p.Order, p.Body)
                    {
                        File = p.File["input/".Length..],
                        Kind = p.Kind,
                        Summary = p.Summary,
                    }),
            ],
        };
    }

    private static bool DiffersFromYear(OfficePeriod part, ImmutableArray<OfficePeriod> periods) =>
        periods.FirstOrDefault(p => p.Period.Contains(part.Period) && p.Period.Kind == PeriodKind.Year) is { } year
        && year.Period.End == part.Period.End
        && (
            year.District.Total != part.District.Total
            || year.District.Indexes.Zip(part.District.Indexes).Any(i => i.First.Value != i.Second.Value)
        );

    private static DateOnly Newest(Dataset dataset, ImmutableArray<OfficePeriod> periods) =>
        periods
            .Select(p => p.DataDate)
            .Concat(dataset.Periods.SelectMany(p => p.Tasks.SelectMany(t => t.Steps.Select(s => s.On))))
            .Concat(dataset.Periods.SelectMany(p => p.Guidance.Select(g => g.RectifiedOn ?? g.IssuedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Needs.Select(n => n.AnsweredOn ?? n.ReportedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Commendations.Select(c => c.GrantedOn)))
            .Concat(dataset.Periods.SelectMany(p => p.Corrections.Select(c => c.On)))
            .Max();
}
