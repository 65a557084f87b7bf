using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A document as an office edits and exchanges it（Word 文稿，.docx）: the same blocks that are set as a PDF, with real
/// styles, repeated table heads, numbered titles and fields that Word keeps up to date. Source: ISO/IEC 29500-1
/// (transitional).
/// </summary>
/// <remarks>
/// Word sets the lines and pages itself, so they differ from the PDF's. Numbers of pages in contents and references are
/// filled in by Word when the file is opened. Same document, same bytes.
/// </remarks>
public static class WordWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">Document; blocks of every kind of the layout.</param>
    /// <returns>The bytes of a .docx file.</returns>
    public static byte[] Write(Document document) =>
        OfficePackage.Write(stream =>
        {
            using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
            package.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            Fill(package, document);
        });

    private static void Fill(WordprocessingDocument package, Document document)
    {
        var main = package.AddMainDocumentPart();
        package.ChangeIdOfPart(main, "document");
        main.Document = new W.Document(new W.Body());
        var styles = new WordStyles(document.Styles);
        var survey = new Survey(document, new NoticeLog());
        var notes = new List<W.Footnote>();
        var text = new WordText(survey, document.Fingerprint, notes)
        {
            Part = main,
            NoteStyle = document.Styles.Footnote,
        };
        var body = new WordBody(document, styles, text, survey, main);
        var pages = new WordPages(main, styles, text);
        for (var i = 0; i < document.Sections.Length; i++)
        {
            var section = document.Sections[i];
            body.Add(section.Blocks, new WordPlace(main.Document.Body!, section.Page.BodyWidth, document.Styles.Body));
            var properties = pages.Of(section, i == 0);
            if (i == document.Sections.Length - 1)
            {
                main.Document.Body!.Append(properties);
            }
            else
            {
                main.Document.Body!.Append(EndOf(properties));
            }
        }

        AddNotes(main, notes);
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = styles.Part();
        main.AddNewPart<FontTablePart>("fonts").Fonts = Fonts();
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings(document);
        OfficePackage.AddProperties(package, document.Info);
    }

    // The last paragraph of a section carries its properties; it takes no room of its own.
    private static W.Paragraph EndOf(W.SectionProperties properties) =>
        new(
            new W.ParagraphProperties
            {
                ParagraphStyleId = new() { Val = WordStyles.Note },
                SpacingBetweenLines = new()
                {
                    Before = "0",
                    After = "0",
                    Line = "20",
                    LineRule = W.LineSpacingRuleValues.Exact,
                },
                SectionProperties = properties,
            }
        );

    private static void AddNotes(MainDocumentPart main, List<W.Footnote> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        main.AddNewPart<FootnotesPart>("notes").Footnotes = new W.Footnotes([
            new W.Footnote(new W.Paragraph(new W.Run(new W.SeparatorMark())))
            {
                Id = -1,
                Type = W.FootnoteEndnoteValues.Separator,
            },
            new W.Footnote(new W.Paragraph(new W.Run(new W.ContinuationSeparatorMark())))
            {
                Id = 0,
                Type = W.FootnoteEndnoteValues.ContinuationSeparator,
            },
            .. notes,
        ]);
    }

    private static W.Fonts Fonts() =>
        new(
            Enum.GetValues<FontRole>()
                .Select(WordFace.Of)
                .DistinctBy(f => f.Asian)
                .Select(f => new W.Font(new W.AltName { Val = f.Alternatives }) { Name = f.Asian })
        );

    private static W.Settings Settings(Document document)
    {
        var settings = new W.Settings(new W.Zoom { Percent = "100" });
        if (document.Sections.Any(s => s.Page.Facing))
        {
            settings.Append(new W.MirrorMargins());
        }

        settings.Append(
            new W.DefaultTabStop { Val = 420 },
            new W.EvenAndOddHeaders(),
            new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.CompressPunctuation },
            new W.Compatibility(
                new W.BalanceSingleByteDoubleByteWidth(),
                new W.UseFarEastLayout(),
                new W.CompatibilitySetting
                {
                    Name = W.CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new W.ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" }
        );
        return settings;
    }
}
