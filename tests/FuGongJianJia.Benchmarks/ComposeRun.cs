using System.Diagnostics;
using System.Runtime;
using FuGongJianJia.Demo;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// Import, scoring and composing of a large district's demo data, each once from cold, as a build pays for them: wall
/// and processor time, how much of it goes to collecting and to compiling, and the memory that stands after each.
/// </summary>
internal static class ComposeRun
{
    private const int FirstYear = 2018;

    public static void Run(int unions, int periods)
    {
        var options = new DemoOptions
        {
            Unions = unions,
            Periods = [.. Enumerable.Range(FirstYear, periods).Select(Period.OfYear)],
        };
        SourceFile[] files =
        [
            .. DemoGenerator
                .Generate(options)
                .Append(DemoGenerator.Settings())
                .Select(file => file.ToSourceFile())
                .Where(file => file.Content.Length > 0),
        ];
        Console.WriteLine($"{unions} unions x {periods} periods");
        var dataset = Measure("import", () => Importer.Import([.. files], ImportOptions.Default).Dataset!);
        var scores = Measure("score", () => Scorer.Score(dataset));
        Measure("compose", () => OfficeComposer.Compose(dataset, scores, new EditionOptions(null, "0", "0")));
    }

    private static T Measure<T>(string name, Func<T> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (clock, processor, bytes, pauses, compiling) = (
            Stopwatch.StartNew(),
            process.TotalProcessorTime,
            GC.GetTotalAllocatedBytes(precise: true),
            GC.GetTotalPauseDuration(),
            JitInfo.GetCompilationTime()
        );
        var result = work();
        process.Refresh();
        var (wall, used) = (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds);
        var paused = (GC.GetTotalPauseDuration() - pauses).TotalSeconds;
        var compiled = (JitInfo.GetCompilationTime() - compiling).TotalSeconds;
        var made = (GC.GetTotalAllocatedBytes(precise: true) - bytes) >> 20;
        Console.WriteLine(
            $"{name, -8}{wall, 7:0.0} s wall{used, 7:0.0} s processor{paused, 7:0.0} s collecting"
                + $"{compiled, 7:0.0} s compiling{made, 7} MB allocated{process.PeakWorkingSet64 >> 20, 7} MB peak"
        );
        return result;
    }
}
