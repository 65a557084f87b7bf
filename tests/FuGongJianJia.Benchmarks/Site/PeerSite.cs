using System.Diagnostics;
using System.Globalization;
using FuGongJianJia.Benchmarks.Site.Peer;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Components;

namespace FuGongJianJia.Benchmarks.Site;

/// <summary>
/// The peers' content as the same pages, by our renderer and by Hugo（网站对照）: whole cold builds in fresh processes, in
/// turn, so that what
/// else the machine does falls on both. Give folders in memory (/dev/shm) to see the work itself.
/// </summary>
internal static class PeerSite
{
    private const int Rounds = 3;

    /// <summary>Alternates both and prints medians.</summary>
    /// <param name="data">Folder that make_data.py wrote.</param>
    /// <param name="hugoSite">Folder that make_hugo_site.py wrote.</param>
    /// <param name="output">Folder to build into; emptied before each build.</param>
    internal static void Compare(string data, string hugoSite, string output)
    {
        var ours = new List<double[]>();
        var hugo = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(
                Time(
                    output,
                    [
                        Environment.ProcessPath!,
                        typeof(PeerSite).Assembly.Location,
                        "site-build",
                        data,
                        Path.Combine(output, "ours"),
                    ]
                )
            );
            hugo.Add(Time(output, ["hugo", "--quiet", "-s", hugoSite, "-d", Path.Combine(output, "hugo")]));
        }

        foreach (var (name, runs) in new[] { ("ours", ours), ("hugo", hugo) })
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {Median(runs, 0):0.00} s elapsed, {Median(runs, 1):0.00} s processor, "
                        + $"{Median(runs, 2) / 1024:0} MB at most, {Median(runs, 3):0} pages"
                )
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ours is {Median(hugo, 0) / Median(ours, 0):0.0} times as fast by the clock, "
                    + $"{Median(hugo, 1) / Median(ours, 1):0.0} times by processor time"
            )
        );
    }

    /// <summary>Builds once: reads, renders, writes.</summary>
    internal static void Build(string data, string output)
    {
        Parallel.ForEach(
            PeerPage.All(PeerData.Read(data)),
            page =>
            {
                var path = Path.Combine(output, page.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var handle = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
                RandomAccess.Write(handle, PageRenderer.Render(page.Component, "Page", page).Span, 0);
            }
        );
    }

    // Seconds by the clock, seconds of processor, kilobytes at most, pages.
    private static double[] Time(string output, string[] command)
    {
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        var figures = Path.Combine(output, "figures");
        using var process = Process.Start("/usr/bin/time", ["-o", figures, "-f", "%e %U %S %M", .. command]);
        process.WaitForExit();
        var f = File.ReadAllText(figures)
            .Split(' ')
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture))
            .ToArray();
        return
        [
            f[0],
            f[1] + f[2],
            f[3],
            Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories).Count(),
        ];
    }

    private static double Median(List<double[]> runs, int figure) =>
        runs.Select(r => r[figure]).Order().ElementAt(runs.Count / 2);
}
