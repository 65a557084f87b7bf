using System.Collections.Immutable;

namespace FuGongJianJia.Cli.Files;

/// <summary>What an output folder holds, against its manifest（核对结果）; paths below it, in ordinal order.</summary>
/// <param name="Missing">Listed and not there.</param>
/// <param name="Changed">Listed, and the bytes are others.</param>
/// <param name="Foreign">Not listed, in a folder that is ours: it would be published or handed out.</param>
/// <param name="Beside">Not listed, elsewhere: somebody's own.</param>
internal sealed record OutputCheck(
    ImmutableArray<string> Missing,
    ImmutableArray<string> Changed,
    ImmutableArray<string> Foreign,
    ImmutableArray<string> Beside
)
{
    /// <summary>True when what would be published is exactly what was built.</summary>
    public bool IsSound => Missing.IsEmpty && Changed.IsEmpty && Foreign.IsEmpty;

    /// <summary>Reads every listed file and looks for others; a signature is looked at by itself.</summary>
    public static OutputCheck Of(string output, Manifest manifest, CancellationToken cancellation)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in manifest.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(output, entry.Path);
            if (!Path.Exists(path))
            {
                missing.Add(entry.Path);
            }
            else if (!StoredFile.Holds(path, entry))
            {
                changed.Add(entry.Path);
            }
        }

        var listed = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var others = Paths(new DirectoryInfo(output), "", cancellation)
            .Where(path => path != Manifest.FileName && !listed.Contains(path) && !OutputSignature.Paths.Contains(path))
            .Order(StringComparer.Ordinal)
            .ToLookup(StoredPath.IsOwned);
        return new(missing.ToImmutable(), changed.ToImmutable(), [.. others[true]], [.. others[false]]);
    }

    // A link is one thing, wherever it leads. The program's own files at the top are hidden.
    private static IEnumerable<string> Paths(DirectoryInfo folder, string above, CancellationToken cancellation)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            cancellation.ThrowIfCancellationRequested();
            var path = above + entry.Name;
            if (above.Length == 0 && entry.Name.StartsWith('.'))
            {
                continue;
            }

            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                foreach (var below in Paths(inner, path + "/", cancellation))
                {
                    yield return below;
                }
            }
            else
            {
                yield return path;
            }
        }
    }
}
