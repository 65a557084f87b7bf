using System.Collections.Immutable;
using System.Diagnostics;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>Reading text back out of finished PDFs, against poppler where both can be asked.</summary>
public sealed class PdfTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_character_that_poppler_reads_is_read_here_too()
    {
        var pdf = PdfWriter.Write(SampleDocument.Full());
        var path = _folder.Write("sample.pdf", pdf);
        using var poppler = Process.Start(
            new ProcessStartInfo("pdftotext", ["-raw", path, "-"]) { RedirectStandardOutput = true }
        )!;
        var theirs = Characters(poppler.StandardOutput.ReadToEnd());
        poppler.WaitForExit();

        var ours = Characters(PdfText.Read(pdf));

        Assert.NotEmpty(theirs);
        Assert.Empty(theirs.Where(c => ours.GetValueOrDefault(c.Key) < c.Value).Select(c => c.Key));
    }

    [Fact]
    public void Text_stays_together_so_that_a_scan_can_find_it()
    {
        var text = PdfText.Read(PdfWriter.Write(SampleDocument.Full()));
        Assert.Contains(SampleDocument.Sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void Words_behind_a_drawing_are_read_with_the_font_they_had_before_it()
    {
        var fonts = TestFonts.Set;
        var root = new StructureNode("Document", null);
        var figure = new StructureNode("Figure", root) { Alt = "图" };
        var document = SampleDocument.OfLine(
            SampleDocument.Line(fonts[FontRole.Song], "图前的字", 12, 80, 100, new StructureNode("P", root))
        );
        var behind = SampleDocument.Line(fonts[FontRole.Song], "图后的字", 12, 80, 600, new StructureNode("P", root));
        ImmutableArray<PageItem> items =
        [
            document.Pages[0].Items[0],
            new DrawingItem(SampleDocument.Chart(), 80, 200, 1, fonts) { Structure = figure },
            behind,
        ];
        document = document with { Structure = root, Pages = [document.Pages[0] with { Items = items }] };

        Assert.Contains("图后的字", PdfText.Read(PdfWriter.Write(document)), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_alternative_texts_and_attachments_are_read_too()
    {
        var sample = SampleDocument.Full();
        var text = PdfText.Read(
            PdfWriter.Write(
                sample with
                {
                    Info = sample.Info with { Subject = "主题里的字" },
                    Attachments = [new Attachment("数据.csv", "text/csv", "附件说明", [.. "附件里的字"u8])],
                }
            )
        );
        Assert.Contains("主题里的字", text, StringComparison.Ordinal);
        Assert.Contains("五个指数中温暖指数最高", text, StringComparison.Ordinal);
        Assert.Contains("附件说明", text, StringComparison.Ordinal);
        Assert.Contains("附件里的字", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_pdf_give_text_or_a_clear_refusal_and_never_hang()
    {
        var pdf = PdfWriter.Write(SampleDocument.Full());
        for (var cut = 0; cut < pdf.Length; cut += Math.Max(1, pdf.Length / 97))
        {
            var damaged = pdf[..cut];
            try
            {
                PdfText.Read(damaged);
            }
            catch (InvalidDataException)
            {
                // A compressed part that ends in the middle is refused as such.
            }
        }

        Assert.Equal("", PdfText.Read("not a pdf"u8.ToArray()));
    }

    private static Dictionary<char, int> Characters(string text) =>
        text.Where(c => c > ' ' && !char.IsControl(c)).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
}
