using System.IO.Compression;
using FuGongJianJia.Pictures;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Pdf.Reading;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// The picture of a case（照片上纸）: byte for byte as it was prepared, with what it shows below, in each form of each paper
/// that tells the case.
/// </summary>
public sealed class PictureOnPaperTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Papers = new(() =>
        ReportPlan
            .Create(
                DemoData.Office,
                DemoData.Edition,
                TestFonts.Set,
                new ReportOptions { Images = DemoData.Data.Pictures }
            )
            .Where(f =>
                f.Path.StartsWith("site/reports/2024/annual.", StringComparison.Ordinal)
                || f.Path.StartsWith("site/reports/2024/towns/SL06.", StringComparison.Ordinal)
            )
            .ToDictionary(f => f.Path, f => f.Render().Content.ToArray(), StringComparer.Ordinal)
    );

    public static TheoryData<string> Paths =>
        [
            "site/reports/2024/annual.pdf",
            "site/reports/2024/annual.ofd",
            "site/reports/2024/annual.docx",
            "site/reports/2024/towns/SL06.pdf",
            "site/reports/2024/towns/SL06.docx",
        ];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_picture_stands_with_its_caption_in_every_form(string path)
    {
        var image = DemoData.Edition.Cases.Single(c => c.Image is not null).Image!;
        var paper = DemoData.Data.Pictures[image.Path].Paper!;
        var file = Papers.Value[path];
        var (text, holds) = Path.GetExtension(path) switch
        {
            ".pdf" => (string.Concat(PdfText.Pages(file)), file.AsSpan().IndexOf(paper.Content.Span) >= 0),
            ".ofd" => (string.Concat(OfdReader.Pages(file)), Holds(file, paper)),
            _ => (OfficeReader.Text(file), Holds(file, paper)),
        };

        Assert.Equal(PictureFormat.Jpeg, paper.Format);
        Assert.True(holds, path);
        Assert.Contains("示意图", image.Caption, StringComparison.Ordinal);
        Assert.Contains(Dense(image.Caption), Dense(text), StringComparison.Ordinal);
    }

    // A part of the package that is the picture.
    private static bool Holds(byte[] file, PictureFile picture)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return archive.Entries.Any(e =>
        {
            using var part = e.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return bytes.ToArray().AsSpan().SequenceEqual(picture.Content.Span);
        });
    }

    private static string Dense(string text) => string.Concat(text.Split());
}
