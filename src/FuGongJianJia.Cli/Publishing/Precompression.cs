using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// .gz and .br beside the files that compress（预压缩）, for hosts that send them as they are. They are made while
/// publishing and are no part of the output: a site on a stick needs none. One file gives the same bytes again; what
/// was
/// compressed for the version that is served is not compressed anew.
/// </summary>
internal sealed class Precompression : IDisposable
{
    // Below this a request costs more than what it brings.
    private const int Least = 1024;

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
        [".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".webmanifest"],
        StringComparer.Ordinal
    );

    // The last two of eleven steps save a twelfth and take twelve times as long; every edition changes every page.
    private static readonly BrotliCompressionOptions Brotli = new() { Quality = 9 };

    private static readonly ImmutableArray<(string Suffix, Func<Stream, Stream> Into)> Ways =
    [
        (".br", s => new BrotliStream(s, Brotli, leaveOpen: true)),
        (".gz", s => new GZipStream(s, CompressionLevel.SmallestSize, leaveOpen: true)),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("fugong-compress-").FullName;

    /// <summary>How it is done: another runtime may write other bytes.</summary>
    public static string Maker { get; } = $"1 {Environment.Version}";

    /// <summary>Files of a site with those that stand beside them.</summary>
    /// <param name="site">Folder of the site.</param>
    /// <param name="files">Its files.</param>
    /// <param name="last">What was published last; null for nothing.</param>
    /// <param name="step">Called after each file that is compressed.</param>
    /// <param name="cancellation">Stops between files.</param>
    public ImmutableArray<ManifestEntry> Beside(
        string site,
        ImmutableArray<ManifestEntry> files,
        PublishList? last,
        Action step,
        CancellationToken cancellation
    )
    {
        var (before, made) = (Known(last), Known(last, isMade: true));
        var beside = new ConcurrentBag<ManifestEntry>();
        Parallel.ForEach(
            Compressible(files),
            new ParallelOptions { CancellationToken = cancellation },
            file =>
            {
                if (before.GetValueOrDefault(file.Path)?.Sha256 == file.Sha256)
                {
                    foreach (var (suffix, _) in Ways)
                    {
                        if (made.GetValueOrDefault(file.Path + suffix) is { } again && again.Key == file.Sha256)
                        {
                            beside.Add(again);
                        }
                    }
                }
                else
                {
                    foreach (var entry in Ways.Select(w => Make(site, file, w.Suffix)).OfType<ManifestEntry>())
                    {
                        beside.Add(entry);
                    }
                }

                step();
            }
        );
        return [.. files.Concat(beside).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>The files that compress.</summary>
    public static ImmutableArray<ManifestEntry> Compressible(ImmutableArray<ManifestEntry> files) =>
        [.. files.Where(f => f.Size >= Least && Kinds.Contains(Path.GetExtension(f.Path)))];

    /// <summary>The folder that holds a file: what was made for an earlier version is made again.</summary>
    public string Root(string site, ManifestEntry entry)
    {
        if (entry.Key is null)
        {
            return site;
        }

        if (!File.Exists(Path.Combine(_folder, entry.Path)))
        {
            Make(site, new ManifestEntry(entry.Path[..^3], 0, entry.Key), entry.Path[^3..]);
        }

        return _folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Dictionary<string, ManifestEntry> Known(PublishList? last, bool isMade = false) =>
        last is null || last.Compressor != Maker
            ? []
            : last.Files.Where(f => f.Key is not null == isMade).ToDictionary(f => f.Path, StringComparer.Ordinal);

    // Null where hardly anything is saved.
    private ManifestEntry? Make(string site, ManifestEntry file, string suffix)
    {
        var content = File.ReadAllBytes(Path.Combine(site, file.Path));
        using var small = new MemoryStream();
        using (var stream = Ways.First(w => w.Suffix == suffix).Into(small))
        {
            stream.Write(content);
        }

        if (small.Length > content.Length * 9L / 10)
        {
            return null;
        }

        var path = Path.Combine(_folder, file.Path + suffix);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, small.ToArray());
        return new ManifestEntry(file.Path + suffix, small.Length, Manifest.Hash(small.ToArray()), file.Sha256);
    }
}
