using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>Phrases as runs, links and fields（行内元素）.</summary>
/// <param name="survey">Numbers and names of the document's blocks.</param>
/// <param name="fingerprint">What a fingerprint field prints.</param>
/// <param name="notes">Footnotes, in order.</param>
internal sealed class WordText(Survey survey, string fingerprint, List<W.Footnote> notes)
{
    // Word's own separators have the first two numbers.
    private const int FirstNote = 1;

    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);
    private int _links;

    /// <summary>The part that holds the relationships of links; header and footer parts have none.</summary>
    internal required MainDocumentPart Part { get; init; }

    /// <summary>Style of footnotes.</summary>
    internal required ParagraphStyle NoteStyle { get; init; }

    /// <summary>The runs of a phrase in a paragraph's style.</summary>
    internal IEnumerable<OpenXmlElement> Runs(Phrase phrase, ParagraphStyle style) =>
        phrase.Inlines.SelectMany(i => Runs(i, style));

    /// <summary>A run in the paragraph's style.</summary>
    internal static W.Run RunOf(string text) => new(TextOf(text));

    /// <summary>A field with what it shows until Word computes it.</summary>
    internal static W.SimpleField FieldOf(string instruction, string shown, bool isStale = false) =>
        new(new W.Run(TextOf(shown))) { Instruction = $" {instruction} ", Dirty = isStale ? true : null };

    /// <summary>Name of the bookmark of a block's id.</summary>
    internal string BookmarkOf(string id)
    {
        if (!_bookmarks.TryGetValue(id, out var name))
        {
            _bookmarks[id] = name = string.Create(CultureInfo.InvariantCulture, $"_ref{_bookmarks.Count + 1}");
        }

        return name;
    }

    private IEnumerable<OpenXmlElement> Runs(Inline inline, ParagraphStyle style) =>
        inline switch
        {
            Layout.Run run => [RunOf(run, style)],
            LineBreak => [new W.Run(new W.Break())],
            Spring => [new W.Run(new W.TabChar())],
            Link link => [LinkOf(link, style)],
            CrossReference reference => [ReferenceTo(reference)],
            Layout.Footnote note => [NoteOf(note)],
            Field { Kind: FieldKind.PageNumber } => [FieldOf("PAGE", "1")],
            Field { Kind: FieldKind.Chapter } => [FieldOf("STYLEREF 1", "")],
            Field => [new W.Run(TextOf(fingerprint))],
            _ => throw new ArgumentException($"A phrase cannot hold {inline.GetType().Name}.", nameof(inline)),
        };

    private static W.Run RunOf(Layout.Run run, ParagraphStyle style)
    {
        var made = new W.Run();
        var own = style with
        {
            Role = run.Role ?? style.Role,
            Size = run.Size ?? style.Size,
            Ink = run.Ink ?? style.Ink,
            LetterSpacing = run.LetterSpacing ?? style.LetterSpacing,
        };
        if (own != style || run.Rise != 0)
        {
            var properties = new W.RunProperties(WordStyles.RunOf(own));
            if (run.Rise != 0)
            {
                properties.Position = new W.Position { Val = WordUnits.HalfPoints(run.Rise * own.Size) };
            }

            made.Append(properties);
        }

        made.Append(TextOf(run.Content));
        return made;
    }

    // What the typesetter reads as signs is no text for Word: U+200B where a title may break, U+2060 where nothing may.
    private static IEnumerable<OpenXmlElement> TextOf(string text)
    {
        var lines = text.Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("\u2060", "", StringComparison.Ordinal)
            .Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return new W.Break();
            }

            if (lines[i].Length > 0)
            {
                yield return new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve };
            }
        }
    }

    private W.Hyperlink LinkOf(Link link, ParagraphStyle style)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"link{++_links}");
        Part.AddHyperlinkRelationship(new Uri(link.Uri, UriKind.RelativeOrAbsolute), true, id);
        return new W.Hyperlink(Runs(link.Content, style)) { Id = id };
    }

    private OpenXmlElement ReferenceTo(CrossReference reference)
    {
        var found = survey.TryFind(reference.Target, out var named);
        var bookmark = BookmarkOf(reference.Target);
        return reference.Kind switch
        {
            ReferenceKind.Page => FieldOf($@"PAGEREF {bookmark} \h", "", isStale: true),
            ReferenceKind.Number => Inside(bookmark, found ? named.Number : ""),
            _ => Inside(bookmark, found ? named.Title.PlainText : ""),
        };
    }

    private static W.Hyperlink Inside(string bookmark, string words) =>
        new(new W.Run(TextOf(words))) { Anchor = bookmark };

    private W.Run NoteOf(Layout.Footnote note)
    {
        var paragraph = new W.Paragraph([
            new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.Footnote } },
            new W.Run(Raised(), new W.FootnoteReferenceMark()),
            new W.Run(TextOf("\u3000")),
            .. Runs(note.Content, NoteStyle),
        ]);
        var id = FirstNote + notes.Count;
        notes.Add(new W.Footnote(paragraph) { Id = id });
        return new(Raised(), new W.FootnoteReference { Id = id });
    }

    private static W.RunProperties Raised() =>
        new() { VerticalTextAlignment = new() { Val = W.VerticalPositionValues.Superscript } };
}
