using System.Diagnostics;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// A project's own papers, one at a time on one thread, warm（逐份计时）: composing, setting and writing each, and its size.
/// </summary>
internal static class PapersRun
{
    private const int WarmRounds = 12;
    private const int Rounds = 15;

    // One of each kind, by the beginning of its address.
    private static readonly string[] Kinds =
    [
        "internal/{0}/briefs/district",
        "internal/{0}/briefs/SL",
        "internal/{0}/letters/",
        "site/reports/{0}/towns/",
        "site/reports/{0}/annual",
    ];

    /// <summary>Runs.</summary>
    /// <param name="root">Folder of data/ and input/.</param>
    /// <param name="only">What the address must contain, such as annual.pdf; empty for all.</param>
    public static void Run(string root, string only)
    {
        var dataset = Importer
            .Import(SourceFolder.Read(root, CancellationToken.None).Files, ImportOptions.Default)
            .Dataset!;
        var office = OfficeComposer.Compose(dataset, Scorer.Score(dataset), new EditionOptions(null, "0", "0"));
        var edition = DisclosureControl.Protect(office);
        var fonts = InstalledFonts.Resolve(root, edition.Settings).Resolution.Fonts!;
        var plan = ReportPlan.Create(office, edition, fonts, new ReportOptions { Images = dataset.Pictures });
        foreach (var kind in Kinds)
        {
            var start = string.Format(CultureInfo.InvariantCulture, kind, edition.Latest.Period);
            foreach (
                var file in plan.Where(f => f.Path.StartsWith(start, StringComparison.Ordinal))
                    .GroupBy(f => Path.GetExtension(f.Path))
                    .Select(g => g.First())
                    .Where(f => f.Path.Contains(only, StringComparison.Ordinal))
            )
            {
                Measure(file);
            }
        }
    }

    private static void Measure(OutputFile file)
    {
        for (var i = 0; i < WarmRounds; i++)
        {
            file.Render();
        }

        var (composed, made, processor, size) = (new double[Rounds], new double[Rounds], new double[Rounds], 0);
        for (var i = 0; i < Rounds; i++)
        {
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var draft = file.Begin();
            composed[i] = clock.Elapsed.TotalMilliseconds;
            size = draft.Finish().Content.Length;
            made[i] = clock.Elapsed.TotalMilliseconds;
            processor[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Path, -44} composed {Median(composed), 6:0.0} ms, whole {Median(made), 6:0.0} ms, "
                    + $"processor {Median(processor), 6:0.0} ms, {size / 1000.0, 7:0.0} kB"
            )
        );
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
