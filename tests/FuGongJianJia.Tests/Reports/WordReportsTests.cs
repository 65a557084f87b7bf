using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Word;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Word;
using UglyToad.PdfPig;
using Document = FuGongJianJia.Typesetting.Layout.Document;
using Drawing = FuGongJianJia.Typesetting.Drawing.Drawing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = FuGongJianJia.Typesetting.Layout.Run;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// Briefs and reports as Word files: valid by the schema, in real styles, with the words of the PDF beside them.
/// </summary>
public sealed class WordReportsTests
{
    private static readonly Lazy<ImmutableArray<OutputFile>> Plan = new(() =>
        ReportPlan.Create(
            DemoReportsTests.Demo.Value,
            DisclosureControl.Protect(DemoReportsTests.Demo.Value),
            TestFonts.Set,
            new ReportOptions()
        )
    );

    public static TheoryData<string> Kinds =>
        ["/annual", "/towns/", "/briefs/district", "/briefs/(?!district)", "/letters/", "/opinions/"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_valid(string kind)
    {
        using var file = new MemoryStream(Made(kind, ".docx"));
        using var document = WordprocessingDocument.Open(file, false);

        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(faults.Select(f => $"{f.Path?.XPath}: {f.Description}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_document_gives_the_same_bytes(string kind) =>
        Assert.Equal(Made(kind, ".docx"), Made(kind, ".docx"));

    [Fact]
    public void Every_word_of_the_blocks_is_written()
    {
        var edition = DisclosureControl.Protect(DemoReportsTests.Demo.Value);
        var period = edition.Periods[^1];
        var report = ReportPlan.Town(edition, period, period.Towns[0], new ReportOptions());
        var word = Dense(OfficeReader.Text(WordWriter.Write(report)));
        var phrases = Phrases(report)
            .SelectMany(p => p.Inlines.OfType<Run>())
            .Select(r => Dense(r.Content.Replace("\u200B", "", StringComparison.Ordinal)))
            .Where(p => p.Length > 0)
            .Distinct()
            .ToArray();

        Assert.True(phrases.Length > 100);
        Assert.DoesNotContain(phrases, p => !word.Contains(p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_brief_is_set_in_styles_that_an_editor_can_change()
    {
        using var file = new MemoryStream(Made("/briefs/district", ".docx"));
        using var document = WordprocessingDocument.Open(file, false);
        var main = document.MainDocumentPart!;
        var paragraphs = main.Document!.Body!.Descendants<Paragraph>().ToArray();
        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);

        Assert.Single(paragraphs, p => StyleOf(p) == "Title");
        // A heading of a brief stands in the line of what it heads.
        Assert.True(
            paragraphs
                .Select(p => p.Descendants<WordRun>().FirstOrDefault())
                .Count(r =>
                    r?.RunProperties?.RunFonts?.EastAsia?.Value == "黑体"
                    && r.InnerText.EndsWith('。')
                    && r.InnerText.Contains('、', StringComparison.Ordinal)
                ) >= 3
        );
        Assert.Equal("仿宋_GB2312", styles["BodyTextFirstIndent"].StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.All(paragraphs, p => Assert.True(StyleOf(p) is "" || styles.ContainsKey(StyleOf(p))));
        Assert.Contains(main.Document.Body.Descendants<TableHeader>(), _ => true);
    }

    [Fact]
    public void Every_picture_has_words_for_who_cannot_see_it()
    {
        using var file = new MemoryStream(Made("/annual", ".docx"));
        using var document = WordprocessingDocument.Open(file, false);
        var pictures = document
            .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .ToArray();

        Assert.True(pictures.Length > 20);
        Assert.Contains(pictures, p => p.Description?.Value is { Length: > 20 });
        Assert.Equal(pictures.Length, document.MainDocumentPart.ImageParts.Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LibreOffice_opens_it_and_shows_every_word(string kind)
    {
        var word = Made(kind, ".docx");
        using var file = new MemoryStream(word);
        using var document = WordprocessingDocument.Open(file, false);
        var words = document
            .MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()
            .SelectMany(p => Words(p.InnerText))
            .ToArray();

        var seen = Dense(Text(LibreOffice.ToPdf(word)));

        Assert.True(words.Length > 10);
        Assert.DoesNotContain(words, w => !seen.Contains(w, StringComparison.Ordinal));
    }

    // Every phrase that hangs on a document, whatever the block.
    private static IEnumerable<Phrase> Phrases(object? value) =>
        value switch
        {
            null or string or Drawing => [],
            Phrase phrase => [phrase],
            System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(Phrases),
            _ when value.GetType().Namespace == typeof(Document).Namespace && value is not StyleSheet => value
                .GetType()
                .GetProperties()
                .Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic)
                .SelectMany(p => Phrases(p.GetValue(value))),
            _ => [],
        };

    private static IEnumerable<string> Words(string text) =>
        Regex.Split(text, @"[^\p{IsCJKUnifiedIdeographs}]+").Where(w => w.Length >= 6);

    // In the order of the content stream: a cell's lines stay together.
    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }

    private static byte[] Made(string kind, string extension) =>
        Plan
            .Value.First(f => f.Path.EndsWith(extension, StringComparison.Ordinal) && Regex.IsMatch(f.Path, kind))
            .Render()
            .Content.ToArray();

    private static string StyleOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
