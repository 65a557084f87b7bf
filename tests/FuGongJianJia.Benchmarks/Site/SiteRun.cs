using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime;
using FuGongJianJia.Demo;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Benchmarks.Site;

/// <summary>
/// Our own pages of a large demo（网页测速）: every union page of a year rendered once on one thread in a fresh process, as a
/// cold build
/// does, and nothing written. Processor time, since it is steadier than the clock on a machine that does other things
/// too.
/// </summary>
internal static class SiteRun
{
    /// <summary>Runs.</summary>
    /// <param name="unions">Grass-roots unions of the demo.</param>
    /// <param name="years">How many years it has.</param>
    internal static void Run(int unions, int years)
    {
        var periods = Enumerable.Range(2025 - years, years).Select(Period.OfYear).ToImmutableArray();
        var files = DemoGenerator
            .Generate(new DemoOptions { Unions = unions, Periods = periods })
            .Append(DemoGenerator.Settings())
            .Select(f => f.ToSourceFile())
            .Where(f => f.Content.Length > 0)
            .ToImmutableArray();
        var dataset =
            Importer.Import(files, ImportOptions.Default).Dataset
            ?? throw new InvalidOperationException("The demo imports.");
        files = [];
        var edition = Composer.Compose(
            dataset,
            Scorer.Score(dataset),
            new EditionOptions(null, "0.1.0", "0123456789ab")
        );
        var data = GC.GetTotalMemory(forceFullCollection: true);
        Say($"{edition.Latest.Unions.Length:N0} unions, {years} years: the edition holds {data >> 20:N0} MB");

        var plan = Measure("plan", 1, () => SitePlan.Create(edition, new SiteOptions()));
        Say(
            $"{plan.Length:N0} files; "
                + $"the plan holds {(GC.GetTotalMemory(forceFullCollection: true) - data) >> 20:N0} MB more"
        );

        Settle();
        foreach (var kind in plan.GroupBy(Kind, StringComparer.Ordinal).OrderByDescending(g => g.Count()))
        {
            var (bytes, largest) = (0L, 0);
            Measure(
                kind.Key,
                kind.Count(),
                () =>
                {
                    foreach (var file in kind)
                    {
                        var size = file.Render().Content.Length;
                        (bytes, largest) = (bytes + size, Math.Max(largest, size));
                    }

                    return bytes;
                }
            );
            Say($"    {bytes / 1024.0 / kind.Count():0.0} KB a file, largest {largest / 1024.0:0.0} KB");
        }

        var pages = plan.Where(f => Kind(f) == "unions/*").ToArray();
        Measure("unions/* again, warm", pages.Length, () => pages.Sum(f => (long)f.Render().Content.Length));
        Say($"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB");
    }

    private static T Measure<T>(string name, int count, Func<T> work)
    {
        var (allocated, collections, compiling) = (
            GC.GetTotalAllocatedBytes(precise: true),
            GC.CollectionCount(0),
            JitInfo.GetCompilationTime()
        );
        var (processor, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var result = work();
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Say(
            $"{name, -28} {count, 7:N0} × {processor.TotalMilliseconds / count:0.000} ms processor, "
                + $"{(JitInfo.GetCompilationTime() - compiling).TotalMilliseconds / count:0.000} of it compiling "
                + $"({clock.Elapsed.TotalMilliseconds / count:0.000} elapsed), "
                + $"{allocated / 1024.0 / count:0.0} KB allocated, {GC.CollectionCount(0) - collections} collections"
        );
        return result;
    }

    // What importing and planning left to the compiler behind them is theirs, not the first pages'.
    private static void Settle()
    {
        for (var methods = -1L; methods != JitInfo.GetCompiledMethodCount(); )
        {
            methods = JitInfo.GetCompiledMethodCount();
            Thread.Sleep(TimeSpan.FromSeconds(1));
        }
    }

    // 2024/unions/X/index.html → unions/*: the last folder is the thing itself.
    private static string Kind(OutputFile file)
    {
        var parts = file.Path.Split('/');
        return file.Kind == OutputKind.Page && parts.Length > 3
                ? parts[^3] + "/*" + (parts.Length == 4 ? " (all periods)" : "")
            : file.Kind == OutputKind.Page ? "other pages"
            : parts[1];
    }

    private static void Say(string text) => Console.WriteLine(text);
}
