namespace FuGongJianJia.Cli.Server;

/// <summary>Waits for a change below data/ or input/ and until the writing has settled.</summary>
internal sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _signal = new(0);

    public SourceWatcher(string root)
    {
        foreach (var folder in new[] { "data", "input" }.Select(f => Path.Combine(root, f)).Where(Directory.Exists))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => _signal.Release();
            watcher.Created += (_, _) => _signal.Release();
            watcher.Deleted += (_, _) => _signal.Release();
            watcher.Renamed += (_, _) => _signal.Release();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>True after a change, false when cancelled.</summary>
    public async Task<bool> ChangedAsync(CancellationToken cancellation)
    {
        try
        {
            await _signal.WaitAsync(cancellation).ConfigureAwait(false);
            while (await _signal.WaitAsync(Settle, cancellation).ConfigureAwait(false))
            {
                // An office program writes a file in several goes: wait for quiet.
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _signal.Dispose();
    }
}
