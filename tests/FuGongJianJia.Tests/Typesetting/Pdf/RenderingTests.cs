using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>
/// Renderers that share no code draw the same page: Chromium's PDFium, poppler's Splash and poppler's Cairo.
/// </summary>
public class RenderingTests
{
    // Grey levels of 255 by which a cell of 2 mm may differ: smoothing and hinting are each renderer's own.
    private const int Smoothing = 32;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Chromium_and_poppler_draw_the_same_page(int number)
    {
        using var folder = new Folder();
        var full = SampleDocument.Full();
        var pdf = folder.Save(full with { Pages = [full.Pages[number] with { Links = [] }], Outline = [] });
        var splash = Raster.Splash(pdf);
        using var chromium = ChromiumViewer.Start(folder.Path);
        var shown = await chromium.ShowAsync(pdf, splash.Width, splash.Height);
        Assert.InRange(shown.DifferenceFrom(splash), 0, Smoothing);
        Assert.InRange(shown.DifferenceFrom(Raster.Cairo(pdf)), 0, Smoothing);
    }

    [Fact]
    public void The_comparison_sees_one_other_character()
    {
        using var folder = new Folder();
        var pages = new[] { "五大指数得分", "五大指标得分" }
            .Select(text =>
                Raster.Splash(
                    folder.Save(
                        SampleDocument.OfLine(
                            SampleDocument.Line(
                                TestFonts.Set[FontRole.Song],
                                text,
                                16,
                                80,
                                100,
                                new StructureNode("P", null)
                            )
                        )
                    )
                )
            )
            .ToArray();
        Assert.True(pages[0].DifferenceFrom(pages[1]) > Smoothing, $"{pages[0].DifferenceFrom(pages[1])}");
        Assert.Equal(0, pages[0].DifferenceFrom(pages[0]));
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("fugong-").FullName;

        public string Save(PagedDocument document)
        {
            var path = System.IO.Path.Combine(Path, "page.pdf");
            File.WriteAllBytes(path, PdfWriter.Write(document));
            return path;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
