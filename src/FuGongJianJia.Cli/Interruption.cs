namespace FuGongJianJia.Cli;

/// <summary>
/// Ctrl+C（中断）becomes a cancellation, so that a command can leave everything as it was. A stage that does not look
/// within a short grace is ended with the program: until the swap nothing but the stage has been written, and the swap
/// itself is waited for.
/// </summary>
/// <param name="grace">How long a stage may take to notice.</param>
/// <param name="swapping">Held while finished files are moved to where they stand.</param>
/// <param name="end">Ends the program.</param>
internal sealed class Interruption(TimeSpan grace, Lock swapping, Action end) : IDisposable
{
    /// <summary>Leaves the program time to end by itself, and the user no time to wonder.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(600);

    private readonly CancellationTokenSource _source = new();
    private Timer? _timer;

    /// <summary>Cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Handles <see cref="Console.CancelKeyPress"/>.</summary>
    public void OnCancel(object? sender, ConsoleCancelEventArgs? e)
    {
        if (e is not null)
        {
            e.Cancel = true;
        }

        _timer ??= new Timer(_ => End(), null, grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    private void End()
    {
        // Files are being moved: a moment later the build is done, and says so.
        if (swapping.TryEnter())
        {
            try
            {
                end();
            }
            finally
            {
                swapping.Exit();
            }
        }
    }
}
