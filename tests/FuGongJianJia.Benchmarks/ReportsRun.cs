using System.Collections.Immutable;
using System.Diagnostics;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Demo;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// Every PDF of one year of a large district on two threads, as a build makes them: how long, and how much memory at
/// each quarter of the way.
/// Then the same plan begun only, which is what a build pays for PDFs that did not change.
/// </summary>
internal static class ReportsRun
{
    private const int Threads = 2;

    public static void Run(int unions, string root)
    {
        var edition = EditionOf(unions);
        var fonts = InstalledFonts.Resolve(root, edition.Settings).Resolution.Fonts!;
        ImmutableArray<OutputFile> plan =
        [
            .. ReportPlan.Create(edition, fonts, new ReportOptions()).Where(f => f.Kind == OutputKind.Pdf),
        ];
        Say($"{unions} unions, {edition.Latest.Towns.Length} towns, {plan.Length} PDFs, {Threads} threads");
        Measure("fonts", [0], _ => fonts.Fingerprint.Length);
        var made = Measure("made", plan, file => file.Render().Content.Length);
        Measure("begun", plan, file => file.Begin().Key!.Length);
        Say($"{made / 1048576.0:0.0} MB of PDF");
    }

    private static Edition EditionOf(int unions)
    {
        var options = new DemoOptions { Unions = unions, Periods = [Period.OfYear(2023), Period.OfYear(2024)] };
        var files = DemoGenerator
            .Generate(options)
            .Append(DemoGenerator.Settings())
            .Select(file => file.ToSourceFile())
            .Where(file => file.Content.Length > 0);
        var dataset = Importer.Import([.. files], ImportOptions.Default).Dataset!;
        var edition = Composer.Compose(dataset, Scorer.Score(dataset), new EditionOptions(null, "0", "0"));
        return edition with { Periods = [edition.Latest] };
    }

    private static long Measure<T>(string name, ImmutableArray<T> items, Func<T, long> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var (done, sum) = (0, 0L);
        var quarters = new long[4];
        Parallel.ForEach(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = Threads },
            item =>
            {
                Interlocked.Add(ref sum, work(item));
                var now = Interlocked.Increment(ref done);
                if (now * 4 / items.Length > (now - 1) * 4 / items.Length)
                {
                    quarters[(now * 4 / items.Length) - 1] = Environment.WorkingSet;
                }
            }
        );
        process.Refresh();
        Say(
            $"{name, -6} {clock.Elapsed.TotalSeconds, 6:0.0} s wall "
                + $"{(process.TotalProcessorTime - processor).TotalSeconds, 6:0.0} s processor  "
                + $"memory at quarters {string.Join(" ", quarters.Select(q => q >> 20))} "
                + $"MB, peak {process.PeakWorkingSet64 >> 20} MB"
        );
        return sum;
    }

    private static void Say(string text) => Console.WriteLine(text);
}
