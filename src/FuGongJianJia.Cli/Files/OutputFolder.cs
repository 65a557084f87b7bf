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
    private readonly string _output;
    private readonly SwapStage _stage;
    private readonly IDisposable _lock;
    private readonly Maker _maker;
    private readonly OutputAnnex? _annex;
    private readonly StoredManifest _last;
    private readonly Dictionary<string, ManifestEntry> _owned;
    private readonly ConcurrentDictionary<string, ManifestEntry> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _changed = new(StringComparer.Ordinal);

    private OutputFolder(string output, Maker maker, OutputAnnex? annex, StoredManifest last, IDisposable held)
    {
        (_output, _stage, _maker, _annex, _last, _lock) = (output, new SwapStage(output), maker, annex, last, held);
        _owned = _last.Manifest?.Files.ToDictionary(f => f.Path, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
    }

    /// <summary>Held while files are moved: until then an interruption may end the program at any moment.</summary>
    public static Lock Swapping { get; } = new();

    /// <summary>Opens an output folder for one build; mends what an interrupted swap left.</summary>
    /// <param name="output">The folder; made when it is not there.</param>
    /// <param name="maker">Who makes the files now; null for nobody in particular.</param>
    /// <param name="takesOver">
    /// Whether to go on where the manifest cannot be trusted, or files stand in the way that are not ours: they are
    /// moved to a folder of their own.
    /// </param>
    /// <param name="isShard">Whether it holds a share of a build, and not all of it.</param>
    /// <exception cref="OutputException">
    /// Another command holds it, or what is stored there cannot be trusted.
    /// </exception>
    public static OutputFolder Open(string output, Maker? maker = null, bool takesOver = false, bool isShard = false)
    {
        Directory.CreateDirectory(output);
        var held = OutputLock.Take(output);
        try
        {
            // Before anything is made: at the end it would only be a file that cannot be moved.
            foreach (var name in (string[])[LastBuild.FileName, LastBuild.FileName + ".part"])
            {
                if (Directory.Exists(Path.Combine(output, name)))
                {
                    throw new OutputException($"输出里的“{name}”应是本程序写的文件，读到的是文件夹，请把它移走或删去");
                }
            }

            var annex = new OutputAnnex(output);
            var faults = SwapRecovery.Mend(output);
            if (takesOver && !faults.IsEmpty)
            {
                annex.Take(new SwapStage(output).Folder);
                faults = [];
            }

            var last = StoredManifest.Read(output, isShard);
            return takesOver || faults.AddRange(last.Faults) is not [var fault, ..]
                ? new OutputFolder(output, maker ?? Maker.Nobody, takesOver ? annex : null, last, held)
                : throw new OutputException(fault.Message.TrimEnd('。'));
        }
        catch
        {
            held.Dispose();
            throw;
        }
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
            || _last.Manifest?.MadeBy != _maker.Program
            || !_owned.TryGetValue(path, out var entry)
            || entry.Key != key
        )
        {
            return null;
        }

        return Leave(path);
    }

    /// <summary>The manifest of the last build; null when there was none.</summary>
    public Manifest? Last => _last.Manifest;

    /// <summary>
    /// Lets a file of the last build stand that is not made this time, whoever made it and from whatever, when its
    /// bytes are still those of the manifest. Safe from any thread.
    /// </summary>
    /// <returns>The file as it stands, null when there is none.</returns>
    /// <exception cref="InvalidOperationException">Two files claim one address.</exception>
    public KeptFile? Leave(string path)
    {
        if (
            !_owned.TryGetValue(path, out var entry)
            || StoredFile.Read(Path.Combine(_output, path), entry.Size) is not { } content
            || Manifest.Hash(content) != entry.Sha256
        )
        {
            return null;
        }

        Claim(entry);
        return new KeptFile(content, _last.Manifest!.LookedAtBy == _maker.Rules);
    }

    /// <summary>
    /// Whether the last build made these very bytes here and the second look was taken at them by the rules of today:
    /// what it had found would have stopped that build. Safe from any thread.
    /// </summary>
    public bool HasLookedAt(string path, ReadOnlySpan<byte> content) =>
        _last.Manifest?.LookedAtBy == _maker.Rules
        && _owned.TryGetValue(path, out var entry)
        && entry.Size == content.Length
        && entry.Sha256 == Manifest.Hash(content);

    /// <summary>
    /// Stages one file unless it is ours and already holds these very bytes, which are read to be sure. Safe from any
    /// thread.
    /// </summary>
    /// <param name="path">Below the output folder.</param>
    /// <param name="content">Bytes.</param>
    /// <param name="key">Key by which the next build may keep it; null for none.</param>
    /// <exception cref="InvalidOperationException">Two files claim one address.</exception>
    public void Add(string path, ReadOnlySpan<byte> content, string? key = null)
    {
        var entry = new ManifestEntry(path, content.Length, Manifest.Hash(content), key);
        Claim(entry);
        if (_owned.ContainsKey(path) && StoredFile.Holds(Path.Combine(_output, path), content))
        {
            return;
        }

        _stage.Write(path, content);
        _changed[path] = true;
    }

    /// <summary>Files of the last build that this one does not make and a swap would remove, by path.</summary>
    public ImmutableArray<string> Leaving =>
        [.. _owned.Keys.Where(p => !_made.ContainsKey(p)).Order(StringComparer.Ordinal)];

    /// <summary>Moves the staged files in and removes owned files that are no longer made. All or nothing.</summary>
    /// <param name="manifest">Makes the manifest from the sorted list of files.</param>
    /// <param name="note">
    /// What the next build is told of this one, of the manifest's digest and files; null for nothing.
    /// </param>
    /// <returns>How many files were written, left as they were, removed.</returns>
    /// <exception cref="OutputException">
    /// A file could not be moved, or one that is not ours is in the way; everything is as it was before.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Two files claim one address (case is ignored, as on Windows).
    /// </exception>
    public SwapResult Swap(
        Func<ImmutableArray<ManifestEntry>, Manifest> manifest,
        Func<string, ImmutableArray<ManifestEntry>, LastBuild>? note = null
    )
    {
        ImmutableArray<ManifestEntry> files = [.. _made.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var inTheWay = InTheWay(files);
        var bytes = manifest(files).ToBytes();
        var digest = Manifest.Hash(bytes);
        var told = note?.Invoke(digest, files).ToBytes();
        var removed = Leaving
            // What was signed is no longer what stands there.
            .Concat(OutputSignature.Paths.Where(p => File.Exists(Path.Combine(_output, p))))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var changed = _changed.Keys.Order(StringComparer.Ordinal).ToArray();
        if (changed.Length == 0 && _last.Digest == digest)
        {
            LastBuild.Write(_output, told);
            return new SwapResult(0, files.Length, 0, digest);
        }

        foreach (var path in inTheWay)
        {
            _annex!.Take(Path.Combine(_output, path));
        }

        lock (Swapping)
        {
            _stage.Write(Manifest.FileName, bytes);
            ImmutableArray<(string Path, string Sha256)> own = [(Manifest.FileName, digest)];
            if (told is not null)
            {
                _stage.Write(LastBuild.FileName, told);
                own = own.Add((LastBuild.FileName, Manifest.Hash(told)));
            }

            var journal = new SwapJournal([
                .. removed.Select(p => new SwapEntry(SwapKind.Remove, p)),
                .. changed.Select(p => Entry(p, _made[p].Sha256)),
                .. own.Select(f => Entry(f.Path, f.Sha256)),
            ]);
            _stage.Begin(journal);
            Do(journal);
        }

        return new SwapResult(changed.Length, files.Length - changed.Length, removed.Length, digest, _annex?.Folder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_stage.IsOpen)
        {
            _stage.Remove();
        }

        _lock.Dispose();
    }

    private SwapEntry Entry(string path, string sha256) =>
        File.Exists(Path.Combine(_output, path))
            ? new SwapEntry(SwapKind.Replace, path)
            : new SwapEntry(SwapKind.Add, path, sha256);

    private void Do(SwapJournal journal)
    {
        try
        {
            foreach (var step in SwapPlan.Forward(journal))
            {
                _stage.Do(step);
            }
        }
        catch (Exception failure) when (FileTrouble.Is(failure))
        {
            SwapRecovery.Undo(_stage, journal);
            throw new OutputException($"换入新文件时出错（{FileTrouble.Words(failure)}），已恢复原状", failure);
        }
    }

    private void Claim(ManifestEntry entry)
    {
        if (!_made.TryAdd(entry.Path, entry))
        {
            throw TwoFor(entry.Path);
        }
    }

    // What stands where a file should go and is not ours, or cannot be told to be. One that holds the very bytes
    // becomes ours.
    private ImmutableArray<string> InTheWay(ImmutableArray<ManifestEntry> files)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var file in files)
        {
            if (!seen.Add(file.Path))
            {
                throw TwoFor(file.Path);
            }

            var full = Path.Combine(_output, file.Path);
            if (Path.Exists(full) && !IsOurs(full, file.Path) && !StoredFile.Holds(full, file))
            {
                found.Add(file.Path);
            }
        }

        if (found.Count > 0 && _annex is null)
        {
            throw new OutputException(
                $"“{found[0]}”{(found.Count > 1 ? $"等 {found.Count} 处" : "")}已经有别的东西，不是本程序生成的；为免丢失，没有覆盖。"
                    + "请把它移走，或换一个输出文件夹，或用 --take-over 让程序把它们移到一边"
            );
        }

        if (!_last.Faults.IsEmpty)
        {
            found.Add(Manifest.FileName);
        }

        return found.ToImmutable();
    }

    // A folder gives way when all that is in it is ours and goes.
    private bool IsOurs(string full, string path) =>
        Directory.Exists(full)
            ? Directory
                .EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(inner => Path.GetRelativePath(_output, inner).Replace('\\', '/'))
                .DefaultIfEmpty("")
                .All(inner => _owned.ContainsKey(inner) && !_made.ContainsKey(inner))
            : _owned.ContainsKey(path);

    // Nothing that was read may lead here: what would is a diagnostic of the check.
    private static InvalidOperationException TwoFor(string path) => new($"Two files claim one address: {path}");
}

/// <summary>What a swap did.</summary>
/// <param name="Written">New or changed files.</param>
/// <param name="Unchanged">Files left as they were.</param>
/// <param name="Removed">Owned files that are no longer made.</param>
/// <param name="Digest">SHA-256 of the manifest, which stands for the whole output.</param>
/// <param name="Annex">Where files went that are not ours; null when none was in the way.</param>
internal readonly record struct SwapResult(
    int Written,
    int Unchanged,
    int Removed,
    string Digest,
    string? Annex = null
);

/// <summary>A file of the last build that stands as it is.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="LookedAt">True when the second look was taken by the same rules and need not be taken again.</param>
internal readonly record struct KeptFile(ReadOnlyMemory<byte> Content, bool LookedAt);
