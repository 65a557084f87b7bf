using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>What long work says of itself where no terminal draws a bar.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, 4_000, 0, "0／4,000（0%）")]
    [InlineData(1_200, 4_000, 26, "1,200／4,000（30%），每秒 46.2 个，约还要 1 分 0 秒")]
    [InlineData(3_999, 4_000, 4, "3,999／4,000（99%），每秒 999.8 个，约还要 1 秒")]
    [InlineData(1, 4_000, 10, "1／4,000（0%），每秒 0.1 个，约还要 11 小时 6 分")]
    public void Work_of_many_steps_says_what_is_done_how_fast_and_how_long_still(
        int done,
        int total,
        int seconds,
        string words
    ) => Assert.Equal(words, new Pace(done, total, TimeSpan.FromSeconds(seconds)).Words);

    [Fact]
    public void A_heartbeat_beats_and_never_after_its_end()
    {
        var beats = 0;
        using (var heartbeat = new Heartbeat(TimeSpan.FromMilliseconds(5), () => Interlocked.Increment(ref beats)))
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref beats) > 2, TimeSpan.FromSeconds(30)));
        }

        var after = Volatile.Read(ref beats);
        Thread.Sleep(50);
        Assert.Equal(after, Volatile.Read(ref beats));
    }

    [Fact]
    public void A_program_hears_of_long_work_while_it_goes_on()
    {
        using var output = new StringWriter();
        var voice = TextWriter.Synchronized(output);
        var screen = new Screen(TextWriter.Null, TextWriter.Null) { Events = new EventLog(voice) };
        screen.Progress(
            "网页",
            2,
            step =>
            {
                step();
                Assert.True(SpinWait.SpinUntil(() => Said("\"progress\""), TimeSpan.FromSeconds(30)));
            }
        );
        screen.Wait("成版", () => SpinWait.SpinUntil(() => Said("\"waiting\""), TimeSpan.FromSeconds(30)));
        Assert.Contains("\"done\":1,\"total\":2", output.ToString(), StringComparison.Ordinal);

        bool Said(string what)
        {
            lock (voice)
            {
                return output.ToString().Contains(what, StringComparison.Ordinal);
            }
        }
    }
}
