using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Privacy;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// What is said of files when they are made: personal data that slipped through, characters without a glyph, fonts that
/// stand in.
/// </summary>
public sealed class FinishedFilesTests : IDisposable
{
    // A synthetic number with a right check digit; it belongs to nobody: no such county exists.
    private const string IdNumber = "110199199001010018";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Personal_data_in_a_finished_page_is_refused_and_not_repeated()
    {
        var found = Assert.Single(
            Render(
                new OutputFile(
                    "site/a.html",
                    OutputKind.Page,
                    () => Encoding.UTF8.GetBytes($"<p>证件 {IdWithCheckDigit()}</p>")
                )
            )
        );
        Assert.Equal(OutputCodes.PersonalData.Id, found.Code);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal("output/site/a.html", found.Place.Path);
        Assert.DoesNotContain(IdWithCheckDigit(), found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_in_a_finished_pdf_is_refused_too()
    {
        var file = Printing.Pdf("site/a.pdf", () => Paper([new Paragraph($"证件{IdWithCheckDigit()}")]), TestFonts.Set);
        Assert.Equal(OutputCodes.PersonalData.Id, Assert.Single(Render(file)).Code);
    }

    [Fact]
    public void Personal_data_in_a_finished_ofd_is_refused_too()
    {
        var file = Printing.Ofd(
            "site/a.ofd",
            1,
            () => [Paper([new Paragraph($"证件{IdWithCheckDigit()}")])],
            TestFonts.Set
        );
        Assert.Equal(OutputCodes.PersonalData.Id, Assert.Single(Render(file)).Code);
    }

    [Fact]
    public void A_character_that_no_font_has_is_named_once_with_the_number_of_files()
    {
        var files = Enumerable
            .Range(1, 3)
            .Select(i =>
                Printing.Pdf($"site/{i}.pdf", () => Paper([new Paragraph("有一个字\uE123没有字形")]), TestFonts.Set)
            )
            .ToArray();
        var found = Assert.Single(Render(files));
        Assert.Equal(FontCodes.MissingGlyph.Id, found.Code);
        Assert.Contains("E123", found.Message, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("（共 3 个文件）", found.Message, StringComparison.Ordinal);
    }

    /// <summary>A second build must say again what there is to say, so such a file has no key.</summary>
    [Fact]
    public void A_file_with_something_to_say_about_it_is_made_and_said_again_by_the_next_build()
    {
        var (made, maker) = (0, new Maker("program", "rules"));
        OutputFile[] files = [File(1, "完好的文字"), File(2, "有一个字\uE123没有字形")];
        for (var build = 1; build <= 2; build++)
        {
            Assert.Equal(FontCodes.MissingGlyph.Id, Assert.Single(Render(maker, files)).Code);
            Assert.Equal(build + 1, made);
        }

        OutputFile File(int i, string text)
        {
            var file = Printing.Pdf($"site/{i}.pdf", () => Paper([new Paragraph(text)]), TestFonts.Set);
            return file with
            {
                Begin = () =>
                {
                    var draft = file.Begin();
                    return draft with
                    {
                        Finish = () =>
                        {
                            Interlocked.Increment(ref made);
                            return draft.Finish();
                        },
                    };
                },
            };
        }
    }

    [Fact]
    public void What_layout_could_not_do_is_a_warning_at_the_file() =>
        Assert.Equal(
            FontCodes.LayoutRefused.Id,
            Assert
                .Single(
                    Render(
                        Printing.Pdf(
                            "site/a.pdf",
                            () => Paper([new Paragraph(["见", Inline.Number("nowhere")])]),
                            TestFonts.Set
                        )
                    )
                )
                .Code
        );

    [Fact]
    public void Fonts_that_are_absent_stand_in_or_cannot_be_used_are_said()
    {
        var resolution = new FontResolution(
            null,
            [
                new RoleResolution(FontRole.Title, "方正小标宋简体", null, null, true),
                new RoleResolution(FontRole.FangSong, "仿宋", "霞鹜文楷", "a.ttf", true),
                new RoleResolution(FontRole.Song, "宋体", "宋体", "b.ttf", false),
            ],
            ["“楷”指定的字体“x.ttf”未找到或不能使用。"]
        );
        Assert.Equal(
            [FontCodes.NoFont.Id, FontCodes.Substituted.Id, FontCodes.NotFound.Id],
            InstalledFonts.Diagnose(resolution).Select(d => d.Code)
        );
    }

    private static string IdWithCheckDigit()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = weights.Select((w, i) => w * (IdNumber[i] - '0')).Sum();
        return IdNumber[..17] + "10X98765432"[sum % 11];
    }

    private static Document Paper(DocumentBlock[] blocks) =>
        new()
        {
            Info = new DocumentInfo { Title = "试", Date = new DateOnly(2025, 1, 10) },
            Sections = [new DocumentSection { Blocks = [.. blocks] }],
        };

    private Diagnostic[] Render(params OutputFile[] files) => Render(Maker.Nobody, files);

    private Diagnostic[] Render(Maker maker, params OutputFile[] files)
    {
        using var output = OutputFolder.Open(Path.Combine(_folder.Path, "output"), maker);
        var screen = new Screen(TextWriter.Null, TextWriter.Null);
        var diagnostics = new Renderer(output, OutputScanner.For(new()), screen, jobs: 2)
            .Render("试", [.. files], CancellationToken.None)
            .Diagnostics;
        output.Swap(entries => ManifestSample.Of(entries) with { MadeBy = maker.Program, LookedAtBy = maker.Rules });
        return [.. diagnostics];
    }
}
