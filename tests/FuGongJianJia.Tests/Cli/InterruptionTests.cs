using FuGongJianJia.Cli;

namespace FuGongJianJia.Tests.Cli;

/// <summary>Ctrl+C ends every command within a second, and none in the middle of a swap.</summary>
public sealed class InterruptionTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void The_grace_leaves_time_within_a_second() =>
        Assert.InRange(Interruption.Grace, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(800));

    [Fact]
    public void A_stage_that_looks_is_cancelled_and_ends_by_itself()
    {
        var ended = false;
        using (var interruption = new Interruption(Patience, new Lock(), () => ended = true))
        {
            interruption.OnCancel(null, null);
            Assert.True(interruption.Token.IsCancellationRequested);
        }

        Assert.False(ended);
    }

    [Fact]
    public void A_stage_that_does_not_look_is_ended()
    {
        using var ended = new ManualResetEventSlim();
        using var interruption = new Interruption(Moment, new Lock(), ended.Set);
        interruption.OnCancel(null, null);
        Assert.True(ended.Wait(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_swap_is_never_ended()
    {
        using var ended = new ManualResetEventSlim();
        var swapping = new Lock();
        lock (swapping)
        {
            using var interruption = new Interruption(Moment, swapping, ended.Set);
            interruption.OnCancel(null, null);
            Assert.False(ended.Wait(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        }
    }
}
