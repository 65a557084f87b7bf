using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Pictures;
using FuGongJianJia.Privacy;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// The stages from read to compose（从读取到成版）, and what they leave: neither the files that were read nor the data and the
/// scores that were made of them outlive it, since a large district needs the room for what comes after.
/// </summary>
internal sealed record Composition
{
    /// <summary>The office's edition, of the periods that were asked for.</summary>
    public required OfficeEdition Office { get; init; }

    /// <summary>The public's.</summary>
    public required PublicEdition Edition { get; init; }

    /// <summary>What was published before, and what will be.</summary>
    public required Publication Publication { get; init; }

    /// <summary>The fonts; null where no PDF is asked for.</summary>
    public required InstalledFonts? Fonts { get; init; }

    /// <summary>Looks at finished files.</summary>
    public required OutputScanner Scanner { get; init; }

    /// <summary>Pictures of cases and pages, by path below input/.</summary>
    public required ImmutableSortedDictionary<string, Picture> Pictures { get; init; }

    /// <summary>台账 of what was read.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>What was read, with its fingerprints.</summary>
    public required ImmutableArray<ManifestEntry> Sources { get; init; }

    /// <summary>Fingerprint of the records of what was published before.</summary>
    public required string Records { get; init; }

    /// <summary>What the build was asked, and from what; see <see cref="BuildQuestion"/>.</summary>
    public required string Question { get; init; }

    /// <summary>Reads, imports, scores and composes, and tells what it found.</summary>
    /// <returns>An exit code and nothing where the build ends here: refused, or the last one answers it.</returns>
    public static (int Code, Composition? Made) Make(BuildReport report, CancellationToken cancellation)
    {
        // What only one of these needs goes with it: the bytes that were read, then the data and their scores.
        var (code, input) = Read(report, cancellation);
        (code, var draft) = input is null ? (code, null) : Compose(report, input, cancellation);
        if (draft is null)
        {
            return (code, null);
        }

        // Of a hundred thousand unions that is half of the memory: it is given back before more is asked for.
        GC.Collect();
        return Protect(report, draft);
    }

    private static (int Code, Input? Read) Read(BuildReport report, CancellationToken cancellation)
    {
        var (options, screen) = (report.Options, report.Screen);

        // Mended before anything is read: where the data are refused, what stands is the last good output all the same.
        SourceFiles source;
        string question;
        Manifest? before;
        using (
            var view = report.Stage(
                "核对已有的输出",
                () => OutputView.Open(options.Output, options.Shard is not null),
                _ => null
            )
        )
        {
            source = report.Stage(
                "读取",
                () => SourceFolder.Read(options.Root, cancellation),
                s => $"{s.Files.Length} 个文件"
            );
            question = BuildQuestion.Of(options, source.Files.AddRange(source.Records));
            if (
                !options.TakeOver
                && !options.IsMerge
                && source.Diagnostics.IsEmpty
                && BuildQuestion.AnsweredBefore(question, options) is { } last
            )
            {
                return (report.Unchanged(last), null);
            }

            report.Add(options.TakeOver ? [] : view.Stored.Faults);
            if (report.IsRefused)
            {
                return (report.Refuse(), null);
            }

            before = view.Stored.Manifest;
        }

        var import = report.Stage(
            "导入",
            () => Inputs.Import(source, cancellation),
            i =>
                i.Dataset is { } d
                    ? $"{d.Periods.Length} 期，{d.Periods.Sum(p => p.Observations.Length):N0} 个指标值"
                    : null
        );
        screen.Line("台账", $"  {import.Ledger.Summary}");
        report.Add(import.Diagnostics);
        if (import.Dataset is not { } dataset)
        {
            return (report.Refuse(), null);
        }

        if (options.Periods.FirstOrDefault(p => dataset.Periods.All(d => d.Period != p)) is { Year: > 0 } absent)
        {
            return (screen.NoSuchPeriod($"{absent}", dataset.Periods.Select(p => p.Period)), null);
        }

        var facts = new Facts(import.Ledger, InputFingerprint.Entries(source.Files), source.Records, question, before);
        return (ExitCode.Done, new(dataset, facts));
    }

    private static (int Code, Draft? Composed) Compose(BuildReport report, Input input, CancellationToken cancellation)
    {
        var (options, dataset) = (report.Options, input.Dataset);
        var scores = report.Stage(
            "计算",
            () => Scorer.Score(dataset, cancellation),
            _ => $"{dataset.Periods[^1].Organisations.Length:N0} 个组织"
        );
        var fonts = options.Pdf ? InstalledFonts.Resolve(options.Root, dataset.Settings) : null;
        report.Add(fonts?.Diagnostics ?? []);
        if (report.IsRefused)
        {
            return (report.Refuse(), null);
        }

        var fingerprint = Manifest.FingerprintOf(input.Facts.Sources);
        var whole = report.Stage(
            "成版",
            () => OfficeComposer.Compose(dataset, scores, new EditionOptions(options.Date, Tool.Version, fingerprint)),
            e => $"{e.Latest.Period.Title}，{e.Cases.Length} 个案例，{e.Commendations.Length} 项表彰"
        );
        report.Add(CrossChecker.Summary([.. whole.Periods.SelectMany(p => p.Discrepancies)]));
        return (
            ExitCode.Done,
            new(
                Only(whole, options.Periods),
                new Publication(options, dataset),
                fonts,
                OutputScanner.For(dataset.Settings, KnownNumbers.Of(scores)),
                dataset.Pictures,
                input.Facts
            )
        );
    }

    private static (int Code, Composition? Made) Protect(BuildReport report, Draft draft)
    {
        var (publication, facts) = (draft.Publication, draft.Facts);
        var edition = DisclosureControl.Protect(draft.Office);
        report.Add(
            report.Stage(
                "推算",
                () => DisclosureAttack.Check(edition),
                found => found.IsEmpty ? "不公布的数一个也推算不出" : null
            )
        );
        var (reviewed, changed) = publication.Review(edition, facts.Records, facts.Before);
        report.Add(changed);
        if (report.IsRefused)
        {
            return (report.Refuse(), null);
        }

        return (
            ExitCode.Done,
            new Composition
            {
                Office = publication.Dated(draft.Office),
                Edition = reviewed,
                Publication = publication,
                Fonts = draft.Fonts,
                Scanner = draft.Scanner,
                Pictures = draft.Pictures,
                Ledger = facts.Ledger,
                Sources = facts.Sources,
                Records = Manifest.FingerprintOf(InputFingerprint.Entries(facts.Records)),
                Question = facts.Question,
            }
        );
    }

    // All periods are computed, since changes need the earlier ones; only those asked for are shown.
    private static OfficeEdition Only(OfficeEdition edition, ImmutableArray<Period> periods) =>
        periods.IsEmpty
            ? edition
            : edition with
            {
                Periods = [.. edition.Periods.Where(p => periods.Contains(p.Period))],
            };

    // What a build is told beside the data, for as long as it runs.
    private sealed record Facts(
        Ledger Ledger,
        ImmutableArray<ManifestEntry> Sources,
        ImmutableArray<SourceFile> Records,
        string Question,
        Manifest? Before
    );

    private sealed record Input(Dataset Dataset, Facts Facts);

    private sealed record Draft(
        OfficeEdition Office,
        Publication Publication,
        InstalledFonts? Fonts,
        OutputScanner Scanner,
        ImmutableSortedDictionary<string, Picture> Pictures,
        Facts Facts
    );
}
