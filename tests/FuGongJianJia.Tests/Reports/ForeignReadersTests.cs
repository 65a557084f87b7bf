using System.Text.Json;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// Every kind of paper in the readers that people have: Ghostscript (printers), MuPDF, qpdf, pdf.js (browsers). None
/// may have anything to say, and each must read the words that we read.
/// </summary>
public sealed class ForeignReadersTests
{
    // Of the program as Debian builds it, not of the file.
    private const string OfMuPdfItself = "warning: ICC support is not available";

    private static readonly string PdfJs = Repository.PathOf("artifacts", "tools", "pdfjs", "pdf.mjs");

    public static TheoryData<string> Kinds { get; } =
    [
        "/annual.pdf",
        "/towns/",
        "/unions/",
        "/briefs/district",
        "/briefs/(?!district)",
        Compact,
        "/lists/office",
        "/lists/screening",
        "/lists/tasks",
        "/letters/",
        "/opinions/",
    ];

    private const string Compact = "紧凑";

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Qpdf_finds_nothing_wrong(string kind)
    {
        using var folder = new TemporaryFolder();
        var said = ChildProcess.Run("qpdf", folder.Path, "--check", Write(kind, folder));
        Assert.DoesNotContain("WARNING", said, StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors found", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ghostscript_says_nothing_and_reads_the_same_words(string kind)
    {
        using var folder = new TemporaryFolder();
        var (pdf, text) = (Write(kind, folder), Path.Combine(folder.Path, "gs.txt"));
        string[] quiet = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"];
        Assert.Equal("", ChildProcess.Run("gs", folder.Path, [.. quiet, "-sDEVICE=nullpage", pdf]));
        Assert.Equal(
            "",
            ChildProcess.Run("gs", folder.Path, [.. quiet, "-sDEVICE=txtwrite", "-sOutputFile=" + text, pdf])
        );
        Assert.Equal(Sorted(Ours(pdf)), Sorted(File.ReadAllText(text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void MuPdf_says_nothing_and_reads_the_same_words(string kind)
    {
        using var folder = new TemporaryFolder();
        var (pdf, text) = (Write(kind, folder), Path.Combine(folder.Path, "mupdf.txt"));
        var said = ChildProcess
            .Run("mutool", folder.Path, "draw", "-q", "-F", "txt", "-o", text, pdf)
            .Replace(OfMuPdfItself, "", StringComparison.Ordinal)
            .Trim();
        Assert.Equal("", said);
        Assert.Equal(Sorted(Ours(pdf)), Sorted(File.ReadAllText(text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PdfJs_warns_of_nothing_and_reads_the_same_words_in_the_same_order(string kind)
    {
        Assert.SkipUnless(
            File.Exists(PdfJs),
            "没有 artifacts/tools/pdfjs：运行 ./test.sh 会取来（需要 npm 和 Node.js 20 以上）。"
        );
        using var folder = new TemporaryFolder();
        var pdf = Write(kind, folder);
        var script = Repository.PathOf("tests", "FuGongJianJia.Tests", "Reports", "read-with-pdfjs.mjs");
        using var read = JsonDocument.Parse(ChildProcess.Run("node", folder.Path, script, PdfJs, pdf));
        Assert.Empty(read.RootElement.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(
            PdfText.Pages(File.ReadAllBytes(pdf)).Select(Dense),
            read.RootElement.GetProperty("pages").EnumerateArray().Select(p => Dense(p.GetString()!))
        );
    }

    private static string Write(string kind, TemporaryFolder folder)
    {
        var path = Path.Combine(folder.Path, "paper.pdf");
        File.WriteAllBytes(path, kind == Compact ? CompactBrief() : Planned(kind));
        return path;
    }

    private static byte[] Planned(string kind) =>
        SecondReaderTests
            .Plan.Value.First(f => f.Kind == OutputKind.Pdf && Regex.IsMatch(f.Path, kind))
            .Render()
            .Content.ToArray();

    private static byte[] CompactBrief()
    {
        var demo = DemoReportsTests.Demo.Value;
        OfficeEdition edition = demo with { Settings = demo.Settings with { OfficialForm = OfficialForm.Compact } };
        var versions = ReportPlan.Brief(edition, edition.Latest, edition.Latest.District, new ReportOptions());
        return PdfWriter.Write(Printing.FirstWithin(1, versions, TestFonts.Set).Document);
    }

    private static string Ours(string pdf) => string.Concat(PdfText.Pages(File.ReadAllBytes(pdf)));

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // Both lay lines out by their places, so that columns and cells come in another order.
    private static string Sorted(string text) => string.Concat(Dense(text).Order());
}
