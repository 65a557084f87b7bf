using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
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
    // ZIP knows no zone and no time before 1980: every entry has the same one.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a document.</summary>
    /// <param name="document">Document; blocks of every kind of the layout.</param>
    /// <returns>The bytes of a .docx file.</returns>
    public static byte[] Write(Document document)
    {
        using var raw = new MemoryStream();
        using (var package = WordprocessingDocument.Create(raw, WordprocessingDocumentType.Document))
        {
            package.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            Fill(package, document);
        }

        return Repack(raw);
    }

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
        AddProperties(package, document.Info);
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

    // Written by hand: the library would name the part by chance and date it by the clock.
    private static void AddProperties(WordprocessingDocument package, DocumentInfo info)
    {
        var part = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(part, "core");
        var date = info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{SecurityElement.Escape(
                info.Title
            )}</dc:title><dc:subject>{SecurityElement.Escape(
                info.Subject
            )}</dc:subject><dc:creator>{SecurityElement.Escape(
                info.Author
            )}</dc:creator><dc:language>{info.Language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00+08:00</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00+08:00</dcterms:modified></cp:coreProperties>
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    // The library's archive carries the time of writing and its parts in no order: both are set here.
    private static byte[] Repack(MemoryStream raw)
    {
        raw.Position = 0;
        using var from = new ZipArchive(raw, ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (
                var part in from
                    .Entries.OrderBy(e => e.FullName is not "[Content_Types].xml")
                    .ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return packed.ToArray();
    }
}
