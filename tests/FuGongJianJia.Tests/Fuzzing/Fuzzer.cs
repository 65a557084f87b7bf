using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>
/// Runs cases within bounds. The bounds are wide, since the machine may be busy: they tell apart what ends from what
/// does not.
/// </summary>
internal static class Fuzzer
{
    // The main thread of Windows has so much; a deeper recursion would end the program there.
    private const int StackBytes = 1 << 20;
    private const long MostBytes = 2L << 30;

    // A case that computes without end is told by the processor time that goes by meanwhile: a machine that has others
    // to serve gives it little in half a minute. One that only waits is told by the clock.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(10);

    /// <summary>Why a case is a fault; null when it ended as it should, with a result or with diagnostics.</summary>
    public static string? Fault(FuzzTarget target, ImmutableArray<SourceFile> files)
    {
        string? fault = null;
        long allocated = 0;
        using var ended = new CancellationTokenSource();
        var thread = new Thread(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    target.Examine(files, ended.Token);
                }
                catch (OperationCanceledException) when (ended.IsCancellationRequested)
                {
                    // It took too long, which is said below.
                }
                catch (Exception failure)
                {
                    fault = failure.ToString();
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            StackBytes
        )
        {
            IsBackground = true,
        };
        var watch = Stopwatch.StartNew();
        thread.Start();
        var (worked, step) = (WorkedBy(), TimeSpan.FromMilliseconds(200));
        while (!thread.Join(step))
        {
            if (watch.Elapsed < MostTime || (WorkedBy() - worked < MostTime && watch.Elapsed < MostWaiting))
            {
                continue;
            }

            ended.Cancel();
            return string.Create(CultureInfo.InvariantCulture, $"Not ended after {watch.Elapsed.TotalSeconds:0} s.");
        }

        return fault
            ?? (
                allocated > MostBytes
                    ? string.Create(CultureInfo.InvariantCulture, $"{allocated >> 20} MB were allocated.")
                    : null
            );
    }

    private static TimeSpan WorkedBy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Writes a case to a folder of its own, as it would lie in a project.</summary>
    public static void Keep(string folder, ImmutableArray<SourceFile> files, string why)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }

        File.WriteAllText(Path.Combine(folder, "why.txt"), why);
    }
}
