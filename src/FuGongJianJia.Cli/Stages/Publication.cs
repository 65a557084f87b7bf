using System.Collections.Immutable;
using FuGongJianJia.Archive;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// What was published, in a build（出版）: the records are read with the data, the edition is held against them, addresses
/// that are no more are found, and each period gets its record in the output.
/// </summary>
/// <param name="options">Options.</param>
/// <param name="dataset">The data, of which nothing is kept but periods, corrections and organisations.</param>
internal sealed class Publication(BuildOptions options, Dataset dataset)
{
    private readonly ImmutableArray<Period> _periods = [.. dataset.Periods.Select(p => p.Period)];
    private readonly ImmutableArray<Correction> _corrections = [.. dataset.Periods.SelectMany(p => p.Corrections)];

    // Newest first: a unit is known by its last name.
    private readonly ImmutableArray<Organisation> _units =
    [
        .. dataset.Periods.Reverse().SelectMany(p => p.Organisations),
    ];

    private const string Site = "site/";
    private ImmutableArray<PublicationRecord> _kept = [];
    private PublicationReview? _review;

    /// <summary>Where a build puts the record of a period, below the output.</summary>
    public static string PathOf(Period period) => $"internal/published/{period}.json";

    /// <summary>
    /// Holds an edition against what was published. In a preview whatever would be refused is only told.
    /// </summary>
    /// <param name="edition">What the public would see.</param>
    /// <param name="records">Files of records, as read with the data.</param>
    /// <param name="last">Manifest of the last build; null when there was none.</param>
    /// <returns>The edition as it is to be published, and what there is to say.</returns>
    public (PublicEdition Edition, ImmutableArray<Diagnostic> Diagnostics) Review(
        PublicEdition edition,
        ImmutableArray<SourceFile> records,
        Manifest? last
    )
    {
        (_kept, var unread) = PublicationFiles.Read(records);
        _review = PublicationReview.Of(edition, _kept, _periods, _corrections, options.Amend);
        ImmutableArray<Diagnostic> found =
        [
            .. unread,
            .. Unnameable(),
            .. options.Amend is null && unread.IsEmpty ? Lost(last) : [],
            .. _review.Diagnostics,
        ];
        return (
            _review.Edition,
            options.IsPreview ? [.. found.Select(d => d with { Severity = Severity.Warning })] : found
        );
    }

    /// <summary>The office's edition with the dates of what is final.</summary>
    public OfficeEdition Dated(OfficeEdition office) =>
        office with
        {
            Periods =
            [
                .. office.Periods.Zip(_review!.Edition.Periods, (own, shown) => own with { Imprint = shown.Imprint }),
            ],
        };

    /// <summary>
    /// Addresses that were published and are no more. A build of some periods only says nothing of the others.
    /// </summary>
    /// <param name="site">What the site is told.</param>
    /// <param name="papers">The plan of papers.</param>
    public ImmutableArray<Departure> Departures(SiteOptions site, ImmutableArray<OutputFile> papers)
    {
        Addresses = [.. SiteAddresses.Of(_review!.Edition, site), .. Papers(papers)];
        return !options.Periods.IsEmpty
            ? []
            : Archive.Departures.Of(
                _kept
                    .Select(k => _review.Records.FirstOrDefault(r => r.Period == k.Period) ?? k)
                    .Where(r => r.State != PublicationState.Draft),
                [.. Addresses.Select(a => a.Address)],
                _units
            );
    }

    /// <summary>The record of every period, for the output.</summary>
    public IEnumerable<OutputFile> Files() =>
        Records().Select(r => new OutputFile(PathOf(r.Period), OutputKind.Asset, () => PublicationFiles.ToBytes(r)));

    /// <summary>Writes the records that this build changed to where the office keeps them.</summary>
    public ImmutableArray<string> Keep()
    {
        ImmutableArray<PublicationRecord> changed = [.. Records().Where(r => _review!.Amended.Contains(r.Period))];
        foreach (var record in changed)
        {
            Write(options.Root, record);
        }

        return [.. changed.Select(r => PublicationReview.PathOf(r.Period))];
    }

    /// <summary>Writes a record to where the office keeps it; whole or not at all.</summary>
    public static void Write(string root, PublicationRecord record)
    {
        var path = Path.Combine(root, PublicationReview.PathOf(record.Period));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".part", PublicationFiles.ToBytes(record));
        File.Move(path + ".part", path, overwrite: true);
    }

    private ImmutableArray<(PublishedAddress Address, Period? Period)> Addresses { get; set; } = [];

    // What is final keeps every address that it had.
    private IEnumerable<PublicationRecord> Records() =>
        _review!.Records.Select(r =>
            r.IsFinal && !_review.Amended.Contains(r.Period) || r.State == PublicationState.Withdrawn
                ? r
                : r with
                {
                    Addresses =
                    [
                        .. r
                            .Addresses.Concat(
                                Addresses.Where(a => a.Period is null || a.Period == r.Period).Select(a => a.Address)
                            )
                            .DistinctBy(a => a.Path, StringComparer.Ordinal)
                            .OrderBy(a => a.Path, StringComparer.Ordinal),
                    ],
                }
        );

    // site/reports/2024/annual.pdf
    private static IEnumerable<(PublishedAddress Address, Period? Period)> Papers(ImmutableArray<OutputFile> papers) =>
        papers
            .Where(f =>
                f.Kind is OutputKind.Pdf or OutputKind.Ofd or OutputKind.Word
                && f.Path.StartsWith(Site, StringComparison.Ordinal)
            )
            .Select(f =>
                (
                    new PublishedAddress(f.Path[Site.Length..], ""),
                    (Period?)(Period.TryParse(f.Path.Split('/')[2], out var period) ? period : null)
                )
            );

    // Files are made by these names.
    private IEnumerable<Diagnostic> Unnameable() =>
        from record in _kept
        from address in record.Addresses
        let fault = StoredPath.Fault(Site + address.Path)
        where fault is not null
        select new Diagnostic(
            ArchiveCodes.RecordUnreadable.Id,
            ArchiveCodes.RecordUnreadable.Severity,
            new SourcePlace(PublicationReview.PathOf(record.Period)),
            $"出版记录里的地址{Diagnostic.Quote(address.Path)}{fault}。{ArchiveCodes.RecordUnreadable.Remedy}"
        );

    private IEnumerable<Diagnostic> Lost(Manifest? last) =>
        from period in _periods
        where _kept.All(r => r.Period != period)
        let path = PathOf(period)
        let entry = last?.Files.FirstOrDefault(f => f.Path == path)
        where
            entry is not null
            && StoredFile.Read(Path.Combine(options.Output, path), entry.Size) is { } bytes
            && PublicationFiles.Read(bytes).Record is { IsFinal: true }
        select new Diagnostic(
            ArchiveCodes.RecordLost.Id,
            ArchiveCodes.RecordLost.Severity,
            new SourcePlace(PublicationReview.PathOf(period)),
            $"{period.Title}已经定稿，它的出版记录不见了。误删的，从 output/{path} 复制回来；确实要取消定稿，加 --amend 写明原因。"
        );
}
