namespace FuGongJianJia.Cli.Files;

/// <summary>
/// An output folder that is only looked at（读取输出）: mended first where a swap did not finish, and held until the command
/// is done with it, so that nothing moves meanwhile.
/// </summary>
internal sealed class OutputView : IDisposable
{
    private readonly IDisposable? _lock;

    private readonly Lazy<StoredManifest> _stored;

    private OutputView(Func<StoredManifest> stored, IDisposable? held) =>
        (_stored, _lock) = (new Lazy<StoredManifest>(stored), held);

    /// <summary>The manifest, or why there is none to trust; read when it is first asked for.</summary>
    public StoredManifest Stored => _stored.Value;

    /// <summary>Opens a folder; one that is not there holds nothing.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="isShard">Whether it should hold a share of a build, and not all of it.</param>
    /// <exception cref="OutputException">Another command holds it, or it could not be mended.</exception>
    public static OutputView Open(string output, bool isShard = false)
    {
        if (!Directory.Exists(output))
        {
            return new OutputView(() => StoredManifest.Absent, null);
        }

        var held = new SwapStage(output).IsOpen ? OutputLock.Take(output) : OutputLock.TakeToRead(output);
        try
        {
            var faults = held is null ? [] : SwapRecovery.Mend(output);
            return new OutputView(
                () => faults.IsEmpty ? StoredManifest.Read(output, isShard) : new StoredManifest(null, faults, ""),
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
