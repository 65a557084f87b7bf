using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Benchmarks.Typesetting;

/// <summary>
/// Our side of the comparison with another engine（对照运行）: the same content file and the same font files, the same rounds, and one line
/// of figures, so that a script can run the two sides in turn. Bytes are made, not written, as on the other side; the last are saved.
/// </summary>
internal static class PeerRun
{
    private const int BriefRounds = 3;
    private const int ReportRounds = 4;

    /// <summary>Runs.</summary>
    /// <param name="content">JSON of a hundred briefs and a report.</param>
    /// <param name="fontFolder">Faces to use, and no others.</param>
    /// <param name="output">Folder for one brief and the report.</param>
    internal static void Run(string content, string fontFolder, string output)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(content));
        var briefs = json.RootElement.GetProperty("briefs").EnumerateArray().Select(PeerJson.Brief).ToArray();
        var report = PeerJson.Report(json.RootElement.GetProperty("report"));
        Directory.CreateDirectory(output);

        // Everything that a first document waits for is in its time: fonts, code that is compiled as it first runs.
        var clock = Stopwatch.StartNew();
        var files = Directory.EnumerateFiles(fontFolder).Where(FontFile.IsFont).Order(StringComparer.Ordinal).Select(f => new FontFile(f, () => File.OpenRead(f)));
        var fonts = FontResolver.Resolve(new FontLibrary(files)).Fonts ?? throw new InvalidOperationException($"No Chinese fonts in {fontFolder}.");
        var brief = Bytes(PeerDocuments.Brief(briefs[0]));
        var first = clock.Elapsed.TotalMilliseconds;
        File.WriteAllBytes(Path.Combine(output, "brief.ours.pdf"), brief);

        var briefTimes = Times(BriefRounds, _ => Array.ForEach(briefs, b => Bytes(PeerDocuments.Brief(b))), briefs.Length);
        byte[] last = [];
        var reportTimes = Times(ReportRounds, i => last = Bytes(PeerDocuments.Report(report with { Date = string.Create(CultureInfo.InvariantCulture, $"2026年12月{i}") })), 1);
        File.WriteAllBytes(Path.Combine(output, "report.ours.pdf"), last);

        // One and two threads in turn: what else the machine does falls on both.
        var (one, two) = (new double[5], new double[5]);
        for (var round = 0; round < one.Length; round++)
        {
            one[round] = Times(1, _ => Array.ForEach(briefs, b => Bytes(PeerDocuments.Brief(b))), briefs.Length)[0];
            two[round] = Times(1, _ => Parallel.ForEach(briefs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, b => Bytes(PeerDocuments.Brief(b))), briefs.Length)[0];
        }

        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["first_brief_ms"] = Math.Round(first, 1),
            ["brief_ms"] = briefTimes,
            ["report_ms"] = reportTimes,
            ["brief_ms_one_thread"] = Median(one),
            ["brief_ms_two_threads"] = Median(two),
            ["two_threads_gain"] = Math.Round(Median(one) / Median(two), 2),
            ["brief_bytes"] = brief.Length,
            ["report_bytes"] = last.Length,
            ["peak_mib"] = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
        }));

        byte[] Bytes(Document document) => PdfWriter.Write(Composer.Compose(document, fonts).Document);
    }

    private static double[] Times(int rounds, Action<int> work, int count)
    {
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            work(i);
            times[i] = Math.Round(clock.Elapsed.TotalMilliseconds / count, 2);
        }

        return times;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
