using BenchmarkDotNet.Attributes;
using FuGongJianJia.Benchmarks.Typesetting;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// A brief and a report from content to bytes, and layout alone. Warm: faces parsed, glyphs of the common blocks looked
/// up.
/// Aim (issue of the engine): a brief under 10 ms, a report of about forty pages under 60 ms, tagged and PDF/A.
/// </summary>
[MemoryDiagnoser]
public class TypesettingBenchmarks
{
    private Document _brief = null!;
    private Document _report = null!;
    private Document[] _briefs = [];
    private FontSet _fonts = null!;

    /// <summary>Finds the system's fonts and makes the content.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var files = new[] { "/usr/share/fonts", "/usr/local/share/fonts" }
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Where(FontFile.IsFont)
            .Order(StringComparer.Ordinal)
            .Select(f => new FontFile(f, () => File.OpenRead(f)));
        _fonts =
            FontResolver.Resolve(new FontLibrary(files)).Fonts
            ?? throw new InvalidOperationException("No Chinese fonts are installed: run build.sh.");
        _briefs = [.. Enumerable.Range(0, 16).Select(i => PeerDocuments.Brief(PeerContent.Brief(i)))];
        _brief = _briefs[0];
        _report = PeerDocuments.Report(PeerContent.Report());
    }

    /// <summary>One-page brief: layout alone.</summary>
    [Benchmark]
    public int LayOutBrief() => Typesetter.Compose(_brief, _fonts).Document.Pages.Length;

    /// <summary>Report: layout alone, two passes for its contents.</summary>
    [Benchmark]
    public int LayOutReport() => Typesetter.Compose(_report, _fonts).Document.Pages.Length;

    /// <summary>One-page brief to bytes.</summary>
    [Benchmark]
    public int Brief() => PdfWriter.Write(Typesetter.Compose(_brief, _fonts).Document).Length;

    /// <summary>Report to bytes.</summary>
    [Benchmark]
    public int Report() => PdfWriter.Write(Typesetter.Compose(_report, _fonts).Document).Length;

    /// <summary>Sixteen briefs on one thread.</summary>
    [Benchmark(OperationsPerInvoke = 16)]
    public int OneThread() => _briefs.Sum(Bytes);

    /// <summary>Sixteen briefs on two threads.</summary>
    [Benchmark(OperationsPerInvoke = 16)]
    public int TwoThreads() => _briefs.AsParallel().WithDegreeOfParallelism(2).Sum(Bytes);

    private int Bytes(Document brief) => PdfWriter.Write(Typesetter.Compose(brief, _fonts).Document).Length;
}
