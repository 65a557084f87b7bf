using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Ofd;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// The demo's papers as OFD: the pages of the PDF, read by our own reader and, in Chromium, by ofd.js, which is of
/// another maker and shares nothing with ours.
/// </summary>
public sealed class OfdReportsTests
{
    // Grey levels of 255 by which a cell of 2 mm may differ: hinting makes strokes of one pixel or of two.
    private const int Smoothing = 56;

    private static readonly string Reader = Path.Combine(Repository.Root, "artifacts", "tools", "ofd.umd.min.js");

    private static readonly Lazy<ImmutableSortedDictionary<string, OutputFile>> Plan = new(() =>
        Of([.. Vocabulary.OfdPapers])
    );

    [Theory]
    [InlineData("site/reports/2024/annual")]
    [InlineData("internal/2024/briefs/district")]
    [InlineData("internal/2024/briefs/SL0")]
    [InlineData("internal/2024/letters/")]
    [InlineData("internal/2024/opinions/")]
    public void An_ofd_says_page_by_page_what_its_pdf_says(string start)
    {
        var (ofd, pdf) = Both(start);

        var ours = OfdReader.Pages(ofd).Select(Dense).ToArray();

        Assert.Equal(PdfText.Pages(pdf).Select(Dense), ours);
        Assert.NotEmpty(ours[0]);
    }

    [Theory]
    [InlineData("internal/2024/briefs/district", 0)]
    [InlineData("internal/2024/letters/", 0)]
    [InlineData("site/reports/2024/annual", 6)]
    public async Task Another_reader_finds_the_same_pages_words_and_picture(string start, int shown)
    {
        Assert.SkipUnless(
            File.Exists(Reader),
            "没有 artifacts/tools/ofd.umd.min.js：运行 ./test.sh 会取来（需要 npm）。"
        );
        var (ofd, pdf) = Both(start);
        using var folder = new TemporaryFolder();
        var page = folder.Write("page.html", Page(ofd, shown));

        using var chromium = ChromiumViewer.Start(folder.Path);
        var (result, pictures) = await chromium.RunAsync(page);

        using var read = JsonDocument.Parse(result);
        Assert.Equal("", read.RootElement.GetProperty("fault").GetString());
        var theirs = read.RootElement.GetProperty("pages").EnumerateArray().Select(p => Dense(p.GetString()!));
        Assert.Equal(PdfText.Pages(pdf).Select(Dense), theirs);
        var paper = Raster.Splash(folder.Write("page.pdf", pdf), shown + 1);
        var difference = pictures.Single().DifferenceFrom(paper);
        Assert.True(difference <= Smoothing, $"{start}: {difference}");
    }

    [Fact]
    public void Only_the_papers_that_the_settings_name_are_made_as_ofd()
    {
        static string[] Kinds(OfdPaper[] papers) =>
            [
                .. Of(papers)
                    .Keys.Where(p => p.EndsWith(".ofd", StringComparison.Ordinal))
                    .Select(p => Regex.Replace(p, "^(internal|site/reports)/[^/]+/|/[^/]+$", ""))
                    .Distinct(),
            ];

        Assert.Empty(Kinds([]));
        Assert.Equal(["annual.ofd"], Kinds([OfdPaper.AnnualReport]));
        Assert.Equal(["briefs", "letters"], Kinds([OfdPaper.Briefs, OfdPaper.Letters]));
        Assert.Equal(["opinions"], Kinds([OfdPaper.Opinions]));
        Assert.Equal(
            [OfdPaper.Briefs, OfdPaper.Letters, OfdPaper.AnnualReport],
            DemoReportsTests.Demo.Value.Settings.OfdPapers
        );
    }

    [Theory]
    [InlineData("internal/2024/letters/")]
    [InlineData("site/reports/2024/annual")]
    public void A_letter_and_the_cover_of_a_report_have_a_place_for_the_seal_over_office_and_date(string start)
    {
        var (ofd, pdf) = Both(start);
        var file = new OfdFile(ofd);
        var stamp = file.All("Annot").Single(a => (string?)a.Attribute("Type") == "Stamp");
        var seal = OfdFile.Numbers((string)stamp.Element(OfdFile.Space + "Appearance")!.Attribute("Boundary")!);
        var issuer = DemoReportsTests.Demo.Value.Settings.Publisher;
        var texts = file
            .Pages.First()
            .Descendants(OfdFile.Space + "TextObject")
            .Select(t => (Box: OfdFile.Numbers((string)t.Attribute("Boundary")!), Text: Dense(t.Value)))
            .ToList();
        var office = texts.Last(t => t.Text == issuer).Box;

        // Over the middle of the office's name, which reaches out on both sides at most; its lower half over the date.
        Assert.InRange(office[0] + (office[2] / 2), seal[0] + 10, seal[0] + 32);
        Assert.InRange(office[1] + (office[3] / 2), seal[1] + 10, seal[1] + 32);
        Assert.Contains("/FT /Sig", PdfTools.Unpack(pdf), StringComparison.Ordinal);
    }

    private static ImmutableSortedDictionary<string, OutputFile> Of(OfdPaper[] papers)
    {
        var office = DemoReportsTests.Demo.Value;
        office = office with { Settings = office.Settings with { OfdPapers = [.. papers] } };
        return ReportPlan
            .Create(office, DisclosureControl.Protect(office), TestFonts.Set, new ReportOptions())
            .ToImmutableSortedDictionary(f => f.Path, f => f, StringComparer.Ordinal);
    }

    private static (byte[] Ofd, byte[] Pdf) Both(string start)
    {
        var path = Plan.Value.Keys.First(p =>
            p.StartsWith(start, StringComparison.Ordinal) && p.EndsWith(".ofd", StringComparison.Ordinal)
        );
        byte[] Render(string name) => Plan.Value[name].Render().Content.ToArray();
        return (Render(path), Render(Path.ChangeExtension(path, ".pdf")));
    }

    // ofd.js takes fonts by their family from the machine: it is given those of the file, so that Chromium has to
    // accept them and every glyph is drawn from them. It draws at the 96 pixels an inch of the picture of the PDF.
    private static byte[] Page(byte[] ofd, int shown)
    {
        var file = new OfdFile(ofd);
        var fonts = file.All("Font")
            .ToDictionary(
                f => (string)f.Attribute("ID")!,
                f => Convert.ToBase64String(file.Parts["Doc_0/Res/" + f.Element(OfdFile.Space + "FontFile")!.Value])
            );
        return System.Text.Encoding.UTF8.GetBytes(
            $$"""
            <!doctype html><meta charset="utf-8"><body style="margin:0;background:white">
            <script src="{{new Uri(Reader).AbsoluteUri}}"></script>
            <script>
            const bytes = t => Uint8Array.from(atob(t), c => c.charCodeAt(0)).buffer;
            const fonts = {{JsonSerializer.Serialize(fonts)}};
            const file = bytes("{{Convert.ToBase64String(ofd)}}");
            (async () => {
              for (const id in fonts) {
                const face = new FontFace("embedded" + id, bytes(fonts[id]));
                await face.load();
                document.fonts.add(face);
              }
              const document1 = await new Promise((done, fail) =>
                ofd.parseOfdDocument({ ofd: file, success: all => done(all[0]), fail }));
              for (const id in fonts) document1.fontResObj[id] = "embedded" + id;
              ofd.setPageScale(96 / 25.4);
              const pages = ofd.renderOfdByScale(document1);
              document.body.append(pages[{{shown}}]);
              pages[{{shown}}].className = "shown";
              await document.fonts.ready;
              const words = p => [...p.querySelectorAll("text")].map(t => t.textContent).join("");
              return JSON.stringify({ fault: "", pages: pages.map(words) });
            })().then(r => window.done = r, e => window.done = JSON.stringify({ fault: String(e), pages: [] }));
            </script>
            """
        );
    }

    private static string Dense(string text) => Regex.Replace(text, @"\s", "");
}
