using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// The edition that an output was made from（已生成的一版）, made once more to know its units, names and dates. What is handed
/// out are the files of the output, so both must be of the same input.
/// </summary>
/// <param name="Office">The edition, of the periods that were built.</param>
/// <param name="Period">The period that was asked for.</param>
/// <param name="Organisations">Organisations of that period, by code.</param>
/// <param name="Handout">分发.csv; null for none.</param>
internal sealed record StandingEdition(
    OfficeEdition Office,
    OfficePeriod Period,
    ImmutableArray<Organisation> Organisations,
    SourceFile? Handout
)
{
    /// <summary>Makes it.</summary>
    /// <param name="root">Project folder.</param>
    /// <param name="output">Output folder, which stands as it was built.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="period">The period that is wanted; null for the newest.</param>
    /// <param name="screen">Where it is told why not.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The edition; null with the exit code where it cannot be, which has been told.</returns>
    public static (StandingEdition? Edition, int Code) Make(
        string root,
        string output,
        Manifest manifest,
        string? period,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var source = SourceFolder.Read(root, cancellation);
        var import = Inputs.Import(source, cancellation);
        if (import.Dataset is not { } dataset)
        {
            return (null, Inputs.Refuse(import.Diagnostics, screen));
        }

        if (!InputFingerprint.Entries(source.Files).SequenceEqual(manifest.Inputs))
        {
            screen.Fail("生成以后 data 或 input 改过。");
            screen.Advise("先运行 fugong build 生成，看过以后再做。只改分发表的，不用重新生成。");
            return (null, ExitCode.BadInput);
        }

        var office = OfficeComposer.Compose(
            dataset,
            Scorer.Score(dataset, cancellation),
            new EditionOptions(
                DateOnly.ParseExact(manifest.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Tool.Version,
                manifest.Fingerprint
            )
        );
        if (manifest.Options.Periods is { IsEmpty: false } only)
        {
            office = office with { Periods = [.. office.Periods.Where(p => only.Contains($"{p.Period}"))] };
        }

        var publication = new Publication(new BuildOptions { Root = root, Output = output }, dataset);
        _ = publication.Review(DisclosureControl.Protect(office), source.Records, manifest);
        office = publication.Dated(office);
        var wanted = period is null
            ? office.Latest
            : office.Periods.FirstOrDefault(p => p.Period == Model.Period.Parse(period));
        return wanted is null
            ? (null, screen.NoSuchPeriod(period!, office.Periods.Select(p => p.Period)))
            : (
                new(
                    office,
                    wanted,
                    dataset.Periods.First(p => p.Period == wanted.Period).Organisations,
                    source.Handout
                ),
                ExitCode.Done
            );
    }
}
