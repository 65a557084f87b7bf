using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// The folder that is handed out from（分发文件夹）. Files are staged beside, then moved in at once; what an earlier run wrote
/// and this one does not is removed; what somebody else put there, or changed, is left alone and in the way.
/// </summary>
internal sealed class HandoutFolder : IDisposable
{
    private const string Staging = ".staging";
    private const long MostBytes = 1 << 26;

    private readonly IDisposable _lock;
    private readonly HandoutRecord? _last;
    private readonly SortedDictionary<string, ManifestEntry> _entries = new(StringComparer.Ordinal);

    private HandoutFolder(string path, IDisposable held, HandoutRecord? last) =>
        (Path, _lock, _last) = (path, held, last);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Opens a folder and holds it; makes it where there is none.</summary>
    /// <returns>The folder; null with what is wrong with its record.</returns>
    /// <exception cref="OutputException">Another command holds it.</exception>
    public static (HandoutFolder? Folder, Diagnostic? Fault) Open(string path)
    {
        Directory.CreateDirectory(path);
        var held = OutputLock.Take(path);
        try
        {
            var record = System.IO.Path.Combine(path, HandoutRecord.FileName);
            var (last, fault) = !System.IO.Path.Exists(record)
                ? (null, null)
                : HandoutRecord.Parse(StoredFile.ReadUpTo(record, MostBytes) ?? []);
            if (fault is not null)
            {
                held.Dispose();
                return (null, fault);
            }

            var folder = new HandoutFolder(path, held, last);
            folder.Clear();
            return (folder, null);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a file; it is staged where other bytes stand, or none.</summary>
    public void Add(string path, ReadOnlySpan<byte> content)
    {
        _entries.Add(path, new ManifestEntry(path, content.Length, Manifest.Hash(content)));
        if (!StoredFile.Holds(Standing(path), content))
        {
            var staged = Staged(path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(staged)!);
            File.WriteAllBytes(staged, content);
        }
    }

    /// <summary>A file that was added.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(File.Exists(Staged(path)) ? Staged(path) : Standing(path));

    /// <summary>Files that stand where this run would write and are not ours to replace; in order of path.</summary>
    public ImmutableArray<string> InTheWay() =>
        [.. _entries.Keys.Where(p => File.Exists(Staged(p)) && System.IO.Path.Exists(Standing(p)) && !IsOurs(p))];

    /// <summary>Moves in what was added, and removes what an earlier run wrote and this one did not.</summary>
    /// <returns>How many were written, how many stood already and how many were removed.</returns>
    public (int Written, int Unchanged, int Removed) Finish(string period, string manifest)
    {
        var record = new HandoutRecord
        {
            Period = period,
            Manifest = manifest,
            Files = [.. _entries.Values],
        };
        var gone = _last is null
            ? []
            : _last.Files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Where(p => !_entries.ContainsKey(p));
        ImmutableArray<string> old = [.. gone.Where(IsOurs)];
        Keep(record with { Files = [.. record.Files, .. _last?.Files ?? []] });
        var written = 0;
        foreach (var path in _entries.Keys.Where(p => File.Exists(Staged(p))))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Standing(path))!);
            File.Move(Staged(path), Standing(path), overwrite: true);
            written++;
        }

        foreach (var path in old)
        {
            File.Delete(Standing(path));
            foreach (var above in StoredPath.Above(path).Where(a => a.Length > 0).Select(Standing))
            {
                if (!Directory.EnumerateFileSystemEntries(above).Any())
                {
                    Directory.Delete(above);
                }
            }
        }

        Keep(record);
        Clear();
        return (written, _entries.Count - written, old.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private bool IsOurs(string path) =>
        _last is not null && _last.Files.Any(f => f.Path == path && StoredFile.Holds(Standing(path), f));

    private string Standing(string path) => System.IO.Path.Combine(Path, path);

    private string Staged(string path) => System.IO.Path.Combine(Path, Staging, path);

    private void Keep(HandoutRecord record)
    {
        var path = Standing(HandoutRecord.FileName);
        File.WriteAllBytes(path + ".part", record.ToBytes());
        Durable.FlushFile(path + ".part");
        File.Move(path + ".part", path, overwrite: true);
        Durable.FlushFolder(Path);
    }

    private void Clear()
    {
        if (Directory.Exists(Standing(Staging)))
        {
            Directory.Delete(Standing(Staging), recursive: true);
        }
    }
}
