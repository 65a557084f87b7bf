using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// What publishing a version would do（发布方案）, worked out from what is there and what there is to be, before anything is
/// touched. Paths are below the site, in ordinal order.
/// </summary>
internal sealed record PublishPlan
{
    /// <summary>Everything there will be of this version.</summary>
    public required ImmutableArray<ManifestEntry> Wanted { get; init; }

    /// <summary>新增.</summary>
    public required ImmutableArray<ManifestEntry> Come { get; init; }

    /// <summary>改动.</summary>
    public required ImmutableArray<ManifestEntry> Change { get; init; }

    /// <summary>移除.</summary>
    public required ImmutableArray<string> Go { get; init; }

    /// <summary>旧资源: no part of this version and served on, since an open page may ask for them.</summary>
    public required ImmutableArray<string> Lasting { get; init; }

    /// <summary>Not ours: left alone.</summary>
    public required ImmutableArray<string> Foreign { get; init; }

    /// <summary>Not ours, and where something of ours has to be.</summary>
    public required ImmutableArray<string> InTheWay { get; init; }

    /// <summary>Bytes that are kept before they are replaced, with their SHA-256.</summary>
    public required ImmutableArray<ManifestEntry> Keep { get; init; }

    /// <summary>What has to be brought there: nowhere there are these bytes.</summary>
    public required ImmutableArray<ManifestEntry> Bring { get; init; }

    /// <summary>True when nothing would be changed.</summary>
    public bool IsEmpty => Come.IsEmpty && Change.IsEmpty && Go.IsEmpty;

    /// <summary>How many files stay as they are.</summary>
    public int Unchanged => Wanted.Length - Come.Length - Change.Length;

    /// <summary>Works it out.</summary>
    /// <param name="state">What is there.</param>
    /// <param name="wanted">What is to be.</param>
    /// <param name="remaining">Versions that can be gone back to afterwards.</param>
    public static PublishPlan Of(
        PublishState state,
        ImmutableArray<ManifestEntry> wanted,
        IReadOnlyCollection<int> remaining
    )
    {
        var come = ImmutableArray.CreateBuilder<ManifestEntry>();
        var change = ImmutableArray.CreateBuilder<ManifestEntry>();
        var inTheWay = new SortedSet<string>(StringComparer.Ordinal);
        bool IsForeign(string path) => state.Listing.ContainsKey(PublishKey.Site + path) && !state.Owned.Contains(path);
        foreach (var entry in wanted.OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            if (state.Served.TryGetValue(entry.Path, out var served) && served.Sha256 == entry.Sha256)
            {
                continue;
            }

            (state.Listing.ContainsKey(PublishKey.Site + entry.Path) ? change : come).Add(entry);
            inTheWay.UnionWith(StoredPath.Above(entry.Path).Prepend(entry.Path).Where(IsForeign));
        }

        var paths = wanted.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var lasting = remaining
            .SelectMany(n => state.Lists[n].Files)
            .Select(f => f.Path)
            .Where(PublishState.IsLasting)
            .ToHashSet(StringComparer.Ordinal);
        var others = state
            .Listing.Keys.Where(k => k.StartsWith(PublishKey.Site, StringComparison.Ordinal))
            .Select(PublishKey.Below)
            .Where(p => !paths.Contains(p))
            .Order(StringComparer.Ordinal)
            .ToLookup(p =>
                !state.Owned.Contains(p) ? Other.Foreign
                : lasting.Contains(p) ? Other.Lasting
                : Other.Gone
            );
        var needed = remaining
            .SelectMany(n => state.Lists[n].Files)
            .Select(f => f.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        return new PublishPlan
        {
            Wanted = wanted,
            Come = come.ToImmutable(),
            Change = change.ToImmutable(),
            Go = [.. others[Other.Gone]],
            Lasting = [.. others[Other.Lasting]],
            Foreign = [.. others[Other.Foreign].Where(p => !inTheWay.Contains(p))],
            InTheWay = [.. inTheWay],
            Keep =
            [
                .. change
                    .Select(e => e.Path)
                    .Concat(others[Other.Gone])
                    .Select(p => state.Served.GetValueOrDefault(p))
                    .OfType<ManifestEntry>()
                    .Where(e => needed.Contains(e.Sha256) && !state.Keeps(e))
                    .DistinctBy(e => e.Sha256, StringComparer.Ordinal),
            ],
            Bring = [.. come.Concat(change).Where(e => !state.Keeps(e))],
        };
    }

    private enum Other
    {
        Foreign,
        Lasting,
        Gone,
    }
}
