using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Benchmarks.Typesetting;

/// <summary>
/// Our side of the comparison with another engine（对照运行）: the same content file and the same font files, the same
/// rounds, and one line
/// of figures, so that a script can run the two sides in turn. Bytes are made, not written, as on the other side; the
/// last are saved.
/// </summary>
internal static class PeerRun
{
    private const int BriefRounds = 3;
    private const int ReportRounds = 4;
    private const int WarmReports = 8;

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
        var files = Directory
            .EnumerateFiles(fontFolder)
            .Where(FontFile.IsFont)
            .Order(StringComparer.Ordinal)
            .Select(f => new FontFile(f, () => File.OpenRead(f)));
        var fonts =
            FontResolver.Resolve(new FontLibrary(files)).Fonts
            ?? throw new InvalidOperationException($"No Chinese fonts in {fontFolder}.");
        var brief = Bytes(PeerDocuments.Brief(briefs[0]));
        var first = clock.Elapsed.TotalMilliseconds;
        File.WriteAllBytes(Path.Combine(output, "brief.ours.pdf"), brief);

        // Code that runs often is compiled anew in the first seconds of a process; a service, and a build of a whole
        // region, are past that.
        Briefs();
        for (var i = 0; i < WarmReports; i++)
            Bytes(PeerDocuments.Report(report));
        var (briefTimes, briefProcessor) = Times(BriefRounds, _ => Briefs(), briefs.Length);
        byte[] last = [];
        var (reportTimes, reportProcessor) = Times(
            ReportRounds,
            i =>
                last = Bytes(
                    PeerDocuments.Report(
                        report with
                        {
                            Date = string.Create(CultureInfo.InvariantCulture, $"2026年12月{i}"),
                        }
                    )
                ),
            1
        );
        File.WriteAllBytes(Path.Combine(output, "report.ours.pdf"), last);

        // The same documents as Word files; the first round compiles the code.
        WordBriefs();
        var (wordTimes, wordProcessor) = Times(BriefRounds, _ => WordBriefs(), briefs.Length);
        var (wordReportTimes, wordReportProcessor) = Times(
            ReportRounds,
            _ => WordWriter.Write(PeerDocuments.Report(report)),
            1
        );
        var wordBrief = WordWriter.Write(PeerDocuments.Brief(briefs[0]));
        var wordReport = WordWriter.Write(PeerDocuments.Report(report));
        File.WriteAllBytes(Path.Combine(output, "brief.ours.docx"), wordBrief);

        // One and two threads in turn: what else the machine does falls on both. Processor time a brief and waits for
        // locks tell how
        // much two threads hinder each other also where other work takes a core away.
        var (one, two) = (new double[7], new double[7]);
        var (processorOne, processorTwo) = (new double[7], new double[7]);
        var waits = 0L;
        for (var round = 0; round < one.Length; round++)
        {
            (one[round], processorOne[round]) = Threads(1);
            var before = Monitor.LockContentionCount;
            (two[round], processorTwo[round]) = Threads(2);
            waits += Monitor.LockContentionCount - before;
        }

        Console.WriteLine(
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["first_brief_ms"] = Math.Round(first, 1),
                    ["brief_ms"] = briefTimes,
                    ["report_ms"] = reportTimes,
                    ["word_brief_ms"] = wordTimes,
                    ["word_report_ms"] = wordReportTimes,
                    ["word_brief_processor_ms"] = Median(wordProcessor),
                    ["word_report_processor_ms"] = Median(wordReportProcessor),
                    ["brief_processor_ms"] = Median(briefProcessor),
                    ["report_processor_ms"] = Median(reportProcessor),
                    ["brief_ms_one_thread"] = Median(one),
                    ["brief_ms_two_threads"] = Median(two),
                    ["two_threads_gain"] = Math.Round(Median(one) / Median(two), 2),
                    ["brief_processor_ms_one_thread"] = Median(processorOne),
                    ["brief_processor_ms_two_threads"] = Median(processorTwo),
                    ["lock_waits_two_threads"] = waits,
                    ["brief_bytes"] = brief.Length,
                    ["report_bytes"] = last.Length,
                    ["word_brief_bytes"] = wordBrief.Length,
                    ["word_report_bytes"] = wordReport.Length,
                    ["peak_mib"] = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
                }
            )
        );

        (double Elapsed, double Processor) Threads(int count)
        {
            var (elapsed, processor) = Times(
                1,
                _ =>
                    Parallel.ForEach(
                        briefs,
                        new ParallelOptions { MaxDegreeOfParallelism = count },
                        b => Bytes(PeerDocuments.Brief(b))
                    ),
                briefs.Length
            );
            return (elapsed[0], processor[0]);
        }

        void WordBriefs() => Array.ForEach(briefs, b => WordWriter.Write(PeerDocuments.Brief(b)));

        void Briefs() => Array.ForEach(briefs, b => Bytes(PeerDocuments.Brief(b)));

        byte[] Bytes(Document document) => PdfWriter.Write(Typesetter.Compose(document, fonts).Document);
    }

    private static (double[] Elapsed, double[] Processor) Times(int rounds, Action<int> work, int count)
    {
        var (times, processor) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            work(i);
            times[i] = Math.Round(clock.Elapsed.TotalMilliseconds / count, 2);
            processor[i] = Math.Round((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / count, 2);
        }

        return (times, processor);
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
