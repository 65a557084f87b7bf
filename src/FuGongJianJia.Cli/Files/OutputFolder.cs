using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The stage and swap stages（暂存、换入）. Changed files are first written to a staging folder inside the output folder.
/// Only when all of them are there does the swap begin: each old file is moved aside, the new one moved in. If anything
/// fails, everything is moved back; if the machine stops in the middle, the next command finds the journal and moves
/// everything back. Files that are not in the manifest are not ours and are never deleted or overwritten. A file whose
/// key is that of the last build need not be made again: it is kept when the folder still holds the bytes that the
/// manifest names.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private const string StageName = ".stage";

    private readonly string _output;
    private readonly string _stage;
    private readonly FileStream _lock;
    private readonly Maker _maker;
    private readonly Manifest? _last;
    private readonly Dictionary<string, ManifestEntry> _owned;
    private readonly ConcurrentDictionary<string, ManifestEntry> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.Ordinal);

    private OutputFolder(string output, Maker maker, FileStream held)
    {
        (_output, _stage, _maker, _lock, _last) = (
            output,
            Path.Combine(output, StageName),
            maker,
            held,
            Manifest.Read(output)
        );
        _owned = _last?.Files.ToDictionary(f => f.Path, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
    }

    /// <summary>Held while files are moved: until then an interruption may end the program at any moment.</summary>
    public static Lock Swapping { get; } = new();

    /// <summary>Opens an output folder for one build; mends what an interrupted swap left.</summary>
    /// <param name="output">The folder; made when it is not there.</param>
    /// <param name="maker">Who makes the files now; null for nobody in particular.</param>
    /// <exception cref="OutputException">Another build holds it.</exception>
    public static OutputFolder Open(string output, Maker? maker = null)
    {
        Directory.CreateDirectory(output);
        FileStream held;
        try
        {
            held = new FileStream(
                Path.Combine(output, ".lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException)
        {
            throw new OutputException($"输出文件夹“{output}”正被另一次生成使用");
        }

        SwapJournal.Undo(output, Path.Combine(output, StageName));
        return new OutputFolder(output, maker ?? Maker.Nobody, held);
    }

    /// <summary>
    /// Keeps a file of the last build when it was made by the same maker from the same key and its bytes are still
    /// those of the manifest, which are read to be sure. Safe from any thread.
    /// </summary>
    /// <returns>The file as it stands, null when it must be made.</returns>
    /// <exception cref="InvalidOperationException">Two files claim one address.</exception>
    public KeptFile? Keep(string path, string key)
    {
        if (
            _maker.Program.Length == 0
            || _last?.MadeBy != _maker.Program
            || !_owned.TryGetValue(path, out var entry)
            || entry.Key != key
        )
        {
            return null;
        }

        var full = Path.Combine(_output, path);
        if (new FileInfo(full) is not { Exists: true } file || file.Length != entry.Size)
        {
            return null;
        }

        var content = File.ReadAllBytes(full);
        if (Manifest.Hash(content) != entry.Sha256)
        {
            return null;
        }

        Claim(entry);
        return new KeptFile(content, _last.LookedAtBy == _maker.Rules);
    }

    /// <summary>Stages one file unless the output already has the same bytes. Safe from any thread.</summary>
    /// <param name="path">Below the output folder.</param>
    /// <param name="content">Bytes.</param>
    /// <param name="key">Key by which the next build may keep it; null for none.</param>
    /// <exception cref="InvalidOperationException">Two files claim one address.</exception>
    public void Add(string path, ReadOnlySpan<byte> content, string? key = null)
    {
        var entry = new ManifestEntry(path, content.Length, Manifest.Hash(content), key);
        Claim(entry);
        if (
            _owned.TryGetValue(path, out var old)
            && old.Size == entry.Size
            && old.Sha256 == entry.Sha256
            && new FileInfo(Path.Combine(_output, path)) is { Exists: true } file
            && file.Length == entry.Size
        )
        {
            return;
        }

        var staged = Path.Combine(_stage, "new", path);
        Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
        using var handle = File.OpenHandle(
            staged,
            FileMode.Create,
            FileAccess.Write,
            preallocationSize: content.Length
        );
        RandomAccess.Write(handle, content, 0);
        _changed[path] = true;
    }

    /// <summary>Moves the staged files in and removes owned files that are no longer made. All or nothing.</summary>
    /// <param name="manifest">Makes the manifest from the sorted list of files.</param>
    /// <returns>How many files were written, left as they were, removed.</returns>
    /// <exception cref="OutputException">
    /// A file could not be moved, or one that is not ours is in the way; everything is as it was before.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Two files claim one address (case is ignored, as on Windows).
    /// </exception>
    public SwapResult Swap(Func<ImmutableArray<ManifestEntry>, Manifest> manifest)
    {
        ImmutableArray<ManifestEntry> files = [.. _made.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
        RefuseClashes(files);
        var bytes = manifest(files).ToBytes();
        var manifestPath = Path.Combine(_output, Manifest.FileName);
        var removed = _owned.Keys.Where(p => !_made.ContainsKey(p)).Order(StringComparer.Ordinal).ToArray();
        var changed = _changed.Keys.Order(StringComparer.Ordinal).ToArray();
        if (
            changed.Length == 0
            && removed.Length == 0
            && File.Exists(manifestPath)
            && File.ReadAllBytes(manifestPath).AsSpan().SequenceEqual(bytes)
        )
        {
            return new SwapResult(0, files.Length, 0);
        }

        lock (Swapping)
        {
            Directory.CreateDirectory(Path.Combine(_stage, "new"));
            File.WriteAllBytes(Path.Combine(_stage, "new", Manifest.FileName), bytes);
            string[] moves = [.. changed, Manifest.FileName];
            SwapJournal.Write(_stage, removed, moves);
            try
            {
                foreach (var path in removed)
                {
                    SetAside(path);
                }

                foreach (var path in moves)
                {
                    SetAside(path);
                    Move(Path.Combine(_stage, "new", path), Path.Combine(_output, path));
                }
            }
            catch (Exception failure) when (FileTrouble.Is(failure))
            {
                SwapJournal.Undo(_output, _stage);
                throw new OutputException($"换入新文件时出错（{FileTrouble.Words(failure)}），已恢复原状", failure);
            }

            SwapJournal.End(_stage);
        }

        RemoveEmptyFolders(removed);
        return new SwapResult(changed.Length, files.Length - changed.Length, removed.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_stage) && !SwapJournal.IsOpen(_stage))
        {
            Directory.Delete(_stage, recursive: true);
        }

        _lock.Dispose();
    }

    private void Claim(ManifestEntry entry)
    {
        if (!_made.TryAdd(entry.Path, entry))
        {
            throw TwoFor(entry.Path);
        }
    }

    // A file that is in the way but not ours is set aside too and kept: never lost, and said.
    private void SetAside(string path)
    {
        var current = Path.Combine(_output, path);
        if (File.Exists(current))
        {
            Move(current, Path.Combine(_stage, "old", path));
        }
    }

    private void RefuseClashes(ImmutableArray<ManifestEntry> files)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Path, file.Path))
            {
                throw TwoFor(file.Path);
            }

            if (!_owned.ContainsKey(file.Path) && File.Exists(Path.Combine(_output, file.Path)))
            {
                var existing = Manifest.Hash(File.ReadAllBytes(Path.Combine(_output, file.Path)));
                if (existing != file.Sha256)
                {
                    throw new OutputException(
                        $"“{file.Path}”已经存在，而且不是本程序生成的；为免丢失，没有覆盖。请把它移走，或换一个输出文件夹"
                    );
                }
            }
        }
    }

    // Nothing that was read may lead here: what would is a diagnostic of the check.
    private static InvalidOperationException TwoFor(string path) => new($"Two files claim one address: {path}");

    private void RemoveEmptyFolders(IEnumerable<string> removed)
    {
        foreach (
            var folder in removed
                .Select(p => Path.GetDirectoryName(p)!)
                .Distinct()
                .OrderByDescending(p => p.Length)
                .ToArray()
        )
        {
            for (var current = folder; !string.IsNullOrEmpty(current); current = Path.GetDirectoryName(current))
            {
                var full = Path.Combine(_output, current);
                if (!Directory.Exists(full) || Directory.EnumerateFileSystemEntries(full).Any())
                {
                    break;
                }

                Directory.Delete(full);
            }
        }
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: false);
    }
}

/// <summary>What a swap did.</summary>
/// <param name="Written">New or changed files.</param>
/// <param name="Unchanged">Files left as they were.</param>
/// <param name="Removed">Owned files that are no longer made.</param>
internal readonly record struct SwapResult(int Written, int Unchanged, int Removed);

/// <summary>A file of the last build that stands as it is.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="LookedAt">True when the second look was taken by the same rules and need not be taken again.</param>
internal readonly record struct KeptFile(ReadOnlyMemory<byte> Content, bool LookedAt);
