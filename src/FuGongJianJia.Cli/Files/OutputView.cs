namespace FuGongJianJia.Cli.Files;

/// <summary>
/// An output folder that is only looked at（读取输出）: mended first where a swap did not finish, and held until the command
/// is done with it, so that nothing moves meanwhile.
/// </summary>
internal sealed class OutputView : IDisposable
{
    private readonly IDisposable? _lock;

    private OutputView(StoredManifest stored, IDisposable? held) => (Stored, _lock) = (stored, held);

    /// <summary>The manifest, or why there is none to trust.</summary>
    public StoredManifest Stored { get; }

    /// <summary>Opens a folder; one that is not there holds nothing.</summary>
    /// <exception cref="OutputException">Another command holds it, or it could not be mended.</exception>
    public static OutputView Open(string output)
    {
        if (!Directory.Exists(output))
        {
            return new OutputView(StoredManifest.Absent, null);
        }

        var held = new SwapStage(output).IsOpen ? OutputLock.Take(output) : OutputLock.TakeToRead(output);
        try
        {
            var faults = held is null ? [] : SwapRecovery.Mend(output);
            return new OutputView(
                faults.IsEmpty ? StoredManifest.Read(output) : new StoredManifest(null, faults, ""),
                held
            );
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();
}
