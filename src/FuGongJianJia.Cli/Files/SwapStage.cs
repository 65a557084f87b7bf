namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The stage（暂存处）inside an output folder: new files wait there, old ones are set aside there, and the journal lies
/// there while they change places.
/// </summary>
/// <param name="output">The output folder.</param>
internal sealed class SwapStage(string output)
{
    private const string FolderName = ".stage";

    private readonly string _stage = Path.Combine(output, FolderName);

    /// <summary>The stage itself.</summary>
    public string Folder => _stage;

    /// <summary>True while anything is staged or was left.</summary>
    public bool Exists => Directory.Exists(_stage);

    /// <summary>True while a swap has begun and not ended.</summary>
    public bool IsOpen => Path.Exists(Path.Combine(_stage, SwapJournal.FileName));

    /// <summary>Where a new file waits.</summary>
    public string New(string path) => Path.Combine(_stage, "new", path);

    /// <summary>Where an old file waits.</summary>
    public string Old(string path) => Path.Combine(_stage, "old", path);

    /// <summary>Stages a new file.</summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        var staged = New(path);
        Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
        using var handle = File.OpenHandle(
            staged,
            FileMode.Create,
            FileAccess.Write,
            preallocationSize: content.Length
        );
        RandomAccess.Write(handle, content, 0);
    }

    /// <summary>
    /// Begins a swap. First the new files are on the disk, then the journal, which is written under another name and
    /// renamed, so that it is whole or absent.
    /// </summary>
    public void Begin(SwapJournal journal)
    {
        var files = journal.Entries.Where(e => e.Kind != SwapKind.Remove).Select(e => e.Path).ToList();
        Durable.Flush(
            [.. files.Select(New)],
            [.. files.SelectMany(StoredPath.Above).Distinct(StringComparer.Ordinal).Select(New)]
        );
        var path = Path.Combine(_stage, SwapJournal.FileName);
        File.WriteAllBytes(path + ".part", journal.ToBytes());
        Durable.FlushFile(path + ".part");
        File.Move(path + ".part", path, overwrite: true);
        Durable.FlushFolder(_stage);
    }

    /// <summary>Does one step of a plan.</summary>
    public void Do(SwapStep step)
    {
        switch (step)
        {
            case SwapStep.SetAside(var path):
                MoveIfThere(Path.Combine(output, path), Old(path));
                break;
            case SwapStep.MoveIn(var path):
                Move(New(path), Path.Combine(output, path), overwrite: false);
                break;
            case SwapStep.Restore(var path):
                MoveIfThere(Old(path), Path.Combine(output, path));
                break;
            case SwapStep.Withdraw(var path, var sha256):
                Withdraw(Path.Combine(output, path), sha256);
                break;
            case SwapStep.Prune(var folders):
                Prune(folders);
                break;
            case SwapStep.Settle(var folders):
                Durable.Flush([], [.. folders.Select(f => Path.Combine(output, f)).Where(Directory.Exists)]);
                break;
            case SwapStep.Close:
                File.Delete(Path.Combine(_stage, SwapJournal.FileName));
                Durable.FlushFolder(_stage);
                break;
            case SwapStep.Clear:
                Remove();
                break;
        }
    }

    /// <summary>The stage and what is left in it go.</summary>
    public void Remove()
    {
        if (Exists)
        {
            Directory.Delete(_stage, recursive: true);
        }
    }

    private static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            Move(from, to, overwrite: true);
        }
    }

    private static void Move(string from, string to, bool overwrite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite);
    }

    // Only what the swap itself put there.
    private static void Withdraw(string path, string sha256)
    {
        if (
            new FileInfo(path) is { Exists: true } file
            && StoredFile.Holds(path, new ManifestEntry(path, file.Length, sha256))
        )
        {
            file.Delete();
        }
    }

    private void Prune(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Select(f => Path.Combine(output, f)))
        {
            if (Directory.Exists(folder))
            {
                if (Directory.EnumerateFileSystemEntries(folder).Any())
                {
                    break;
                }

                Directory.Delete(folder);
            }
        }
    }
}
