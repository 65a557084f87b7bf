namespace FuGongJianJia.Cli.Terminal;

/// <summary>Something done now and then while long work goes on（心跳）; never after it is disposed of.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly Lock _beating = new();
    private readonly Timer _timer;
    private bool _ended;

    /// <summary>Begins.</summary>
    /// <param name="every">How often, the first time after one such span.</param>
    /// <param name="beat">What is done, on a thread of its own.</param>
    public Heartbeat(TimeSpan every, Action beat) =>
        _timer = new Timer(
            _ =>
            {
                lock (_beating)
                {
                    if (!_ended)
                    {
                        beat();
                    }
                }
            },
            null,
            every,
            every
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_beating)
        {
            _ended = true;
        }

        _timer.Dispose();
    }
}
