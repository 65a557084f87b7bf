using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Shapes phrases（行内元素定形）: runs, links, references, notes and fields, one after the other.</summary>
internal sealed class PhraseShaper(MeasuringContext context)
{
    // A number that no page knows yet takes about this much room in the first pass.
    private const string UnknownPage = "00";

    // The mark of a footnote in the text（注号）: size and rise, ems of the text.
    private const double NoteMarkSize = 0.62;
    private const double NoteMarkRise = 0.36;

    private readonly Shaper _shaper = new(context.Styles.Lines);

    /// <summary>What the fields of a running line print: page number and chapter.</summary>
    internal (string Page, string Chapter) Running { get; set; } = ("", "");

    /// <summary>Appends words in a style.</summary>
    internal void Add(string words, in RunStyle style) => _shaper.Add(words, style);

    /// <summary>Appends white that takes what the line has left.</summary>
    internal void AddSpring(in RunStyle style) => _shaper.AddSpring(style);

    /// <summary>Ends the paragraph and makes ready for the next.</summary>
    internal ShapedText Finish() => _shaper.Finish();

    /// <summary>The style of a paragraph's plain text.</summary>
    /// <param name="style">Paragraph.</param>
    /// <param name="mark">What the stretch belongs to; -1 for nothing of its own.</param>
    internal RunStyle StyleOf(ParagraphStyle style, int mark) =>
        new(context.Glyphs(style.Role), style.Size, style.Ink.Color, style.LetterSpacing * style.Size, 0, mark);

    /// <summary>Appends a phrase.</summary>
    /// <param name="content">Phrase.</param>
    /// <param name="style">Style of the paragraph.</param>
    /// <param name="tag">Element of the paragraph; null for an artifact.</param>
    /// <param name="largest">Largest type size, points.</param>
    /// <param name="head">Words of an element of their own before it.</param>
    /// <returns>What its stretches belong to; null for plain text.</returns>
    internal List<InlineMark>? Add(
        Phrase content,
        ParagraphStyle style,
        TagNode? tag,
        out double largest,
        (Phrase Words, TagNode Tag)? head = null
    )
    {
        largest = style.Size;
        var isPlain = !content.Inlines.Any(i => i is Link or CrossReference or Footnote);
        List<InlineMark>? marks = isPlain && head is null ? null : [];
        var mark = -1;
        if (head is var (words, own))
        {
            mark = AddMark(marks!, new() { Tag = own });
            foreach (var inline in words.Inlines)
                Add(inline, style, own, marks, mark, ref largest);
            mark = isPlain ? AddMark(marks!, new() { Tag = tag }) : -1;
        }

        foreach (var inline in content.Inlines)
            Add(inline, style, tag, marks, mark, ref largest);
        return marks;
    }

    /// <summary>Adds what a stretch belongs to and returns its number.</summary>
    internal static int AddMark(List<InlineMark> marks, InlineMark mark)
    {
        marks.Add(mark);
        return marks.Count - 1;
    }

    /// <summary>A page number as it is printed, or what stands for one that is not known yet.</summary>
    internal string PageLabel(string? label)
    {
        context.PrintsPages = true;
        return label ?? UnknownPage;
    }

    private void Add(
        Inline inline,
        ParagraphStyle style,
        TagNode? tag,
        List<InlineMark>? marks,
        int mark,
        ref double largest
    )
    {
        switch (inline)
        {
            case Run run:
                if (marks is not null && mark < 0)
                    mark = AddMark(marks, new() { Tag = tag?.Add("Span") });
                var size = run.Size ?? style.Size;
                largest = Math.Max(largest, size);
                _shaper.Add(run.Content, StyleOf(run, style, size, mark));
                break;
            case LineBreak:
                _shaper.Add("\n", StyleOf(style, mark));
                break;
            case Spring:
                _shaper.AddSpring(StyleOf(style, mark));
                break;
            case Link link:
                AddLink(link, style, tag, marks!, ref largest);
                break;
            case CrossReference reference:
                AddReference(reference, style, tag, marks!);
                break;
            case Footnote note:
                AddNote(note, style, tag, marks!);
                break;
            case Field field:
                _shaper.Add(ValueOf(field), StyleOf(style, mark));
                break;
        }
    }

    private RunStyle StyleOf(Run run, ParagraphStyle style, double size, int mark) =>
        new(
            context.Glyphs(run.Role ?? style.Role),
            size,
            (run.Ink ?? style.Ink).Color,
            (run.LetterSpacing ?? style.LetterSpacing) * size,
            run.Rise * size,
            mark
        );

    private string ValueOf(Field field) =>
        field.Kind switch
        {
            FieldKind.PageNumber => Running.Page,
            FieldKind.Chapter => Running.Chapter,
            _ => context.Fingerprint,
        };

    private void AddLink(Link link, ParagraphStyle style, TagNode? tag, List<InlineMark> marks, ref double largest)
    {
        var mark = AddMark(
            marks,
            new()
            {
                Tag = tag?.Add("Link"),
                Uri = link.Uri,
                Description = link.Content.PlainText,
            }
        );
        foreach (var inner in link.Content.Inlines)
        {
            var plain = inner is Run or LineBreak ? inner : new Run(new Phrase([inner]).PlainText);
            Add(plain, style, tag, marks, mark, ref largest);
        }
    }

    private void AddReference(CrossReference reference, ParagraphStyle style, TagNode? tag, List<InlineMark> marks)
    {
        var id = reference.Target;
        var known = context.Survey.TryFind(id, out var named);
        if (!known)
            context.Notices.Add(
                new(NoticeKind.UnknownReference, 0, id, $"文中提到“{id}”，但没有这个名字的块。请检查名称。")
            );
        var text = reference.Kind switch
        {
            ReferenceKind.Page => PageLabel(known ? context.Destinations.LabelOf(id) : "？"),
            _ when !known => "？",
            ReferenceKind.Title => named.Title.PlainText,
            _ => named.Number.TrimEnd('、', '\u3000', '.'),
        };
        var mark = AddMark(
            marks,
            new()
            {
                Tag = tag?.Add("Link"),
                Target = id,
                Description = known && named.Number.Length > 0 ? Plain(named.Number) : $"第{text}页",
            }
        );
        _shaper.Add(text, StyleOf(style, mark));
    }

    // The note itself is set when the paragraph at hand has left the shaper.
    private void AddNote(Footnote note, ParagraphStyle style, TagNode? tag, List<InlineMark> marks)
    {
        var number = CircledNumber.Of(++context.Counters.Notes);
        var mark = AddMark(
            marks,
            new() { Tag = tag?.Add("Reference"), Note = (number, note.Content, tag?.Add("Note")) }
        );
        _shaper.Add("\u2060", StyleOf(style, mark));
        _shaper.Add(
            number,
            new(
                context.Glyphs(FontRole.Song),
                style.Size * NoteMarkSize,
                style.Ink.Color,
                0,
                style.Size * NoteMarkRise,
                mark
            )
        );
    }

    private static string Plain(string number) =>
        number.Replace("\u2060", "", StringComparison.Ordinal).TrimEnd('、', '\u3000', '.');
}
