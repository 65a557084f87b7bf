using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Words: paragraphs, lists, notes.</summary>
internal sealed partial class Measurer
{
    // A number that no page knows yet takes about this much room in the first pass.
    private const string UnknownPage = "00";

    /// <summary>Sets a paragraph and adds its lines.</summary>
    private SetParagraph SetText(
        Phrase content,
        ParagraphStyle style,
        Flow flow,
        double width,
        TagNode? tag,
        string? id,
        SetParagraph? label = null,
        double labelX = 0
    )
    {
        var paragraph = Paragraph(content, style, width, tag, id, "", out var x);
        AddLines(paragraph, style, flow, x, label, labelX);
        return paragraph;
    }

    private SetParagraph Paragraph(
        Phrase content,
        ParagraphStyle style,
        double width,
        TagNode? tag,
        string? id,
        string leader,
        out double x
    )
    {
        var marks = Shape(content, style, tag, out var largest);
        var text = _shaper.Finish();
        x = style.Left * style.Size;
        var measure = Math.Max(style.Size, width - x - (style.Right * style.Size));
        if (style.WholeEms && style.Align == TextAlignment.Justify && _depth == 0)
            measure = Math.Max(1, Math.Floor((measure / style.Size) + 1e-6)) * style.Size;
        var lines = _breaker.Break(
            text,
            new(measure, style.Indent * style.Size, style.Size, style.Align, style.Balanced)
        );
        return new()
        {
            Text = text,
            Lines = lines,
            Pitch = PitchOf(style, largest),
            Em = Math.Max(style.Size, largest),
            Tag = tag,
            Marks = marks,
            Leader = leader.Length > 0 ? char.ConvertToUtf32(leader, 0) : 0,
            Measure = measure,
            Id = id,
        };
    }

    // Lines open up for type larger than their pitch was meant for.
    private static double PitchOf(ParagraphStyle style, double largest) =>
        largest > style.Size || style.Pitch < style.Size ? Math.Max(style.Pitch, largest * 1.2) : style.Pitch;

    private static void AddLines(
        SetParagraph paragraph,
        ParagraphStyle style,
        Flow flow,
        double x,
        SetParagraph? label = null,
        double labelX = 0
    )
    {
        var count = paragraph.Lines.Length;
        for (var i = 0; i < count; i++)
        {
            var keep =
                i == 0 ? Keep.Free
                : style.KeepLines ? Keep.Lines
                : i == 1 || i == count - 1 ? Keep.Widow
                : Keep.Free;
            flow.Add(
                new LineBox(paragraph, i, x)
                {
                    Before = i == 0 ? style.Before : 0,
                    After = i == count - 1 ? style.After : 0,
                    Keep = keep,
                    OnGrid = style.OnGrid,
                    Label = i == 0 ? label : null,
                    LabelX = labelX,
                    Footings = FootingsOf(paragraph, i),
                }
            );
        }

        if (style.KeepWithNext)
            flow.KeepNext(Keep.Next);
    }

    private static List<Footing>? FootingsOf(SetParagraph paragraph, int index)
    {
        if (paragraph.Marks is not { } marks)
            return null;
        List<Footing>? found = null;
        var line = paragraph.Lines[index];
        var last = -1;
        for (var i = line.Start; i < line.Next; i++)
        {
            var mark = paragraph.Text.Styles[paragraph.Text.Clusters[i].Style].Mark;
            if (mark == last || mark < 0)
                continue;
            last = mark;
            if (marks[mark].Footing is { } footing)
                (found ??= []).Add(footing);
        }

        return found;
    }

    private RunStyle StyleOf(ParagraphStyle style, int mark) =>
        new(_glyphs[(int)style.Role], style.Size, style.Ink.Color, style.LetterSpacing * style.Size, 0, mark);

    /// <summary>Gives a phrase to the shaper.</summary>
    /// <returns>What its stretches belong to; null for plain text.</returns>
    private List<InlineMark>? Shape(Phrase content, ParagraphStyle style, TagNode? tag, out double largest)
    {
        largest = style.Size;
        List<InlineMark>? marks = null;
        foreach (var inline in content.Inlines)
        {
            if (inline is Link or CrossReference or Footnote)
                marks = [];
        }

        foreach (var inline in content.Inlines)
            Shape(inline, style, tag, marks, -1, ref largest);
        return marks;
    }

    private void Shape(
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
                var size = run.Size ?? style.Size;
                largest = Math.Max(largest, size);
                if (marks is not null && mark < 0)
                    mark = AddMark(marks, new() { Tag = tag?.Add("Span") });
                _shaper.Add(
                    run.Content,
                    new(
                        _glyphs[(int)(run.Role ?? style.Role)],
                        size,
                        (run.Ink ?? style.Ink).Color,
                        (run.LetterSpacing ?? style.LetterSpacing) * size,
                        run.Rise * size,
                        mark
                    )
                );
                break;
            case LineBreak:
                _shaper.Add("\n", StyleOf(style, mark));
                break;
            case Spring spring:
                _shaper.AddSpring(StyleOf(style, mark));
                break;
            case Link link:
                var linkMark = AddMark(
                    marks!,
                    new()
                    {
                        Tag = tag?.Add("Link"),
                        Uri = link.Uri,
                        Description = link.Content.PlainText,
                    }
                );
                foreach (var inner in link.Content.Inlines)
                    Shape(
                        inner is Run or LineBreak ? inner : new Run(new Phrase([inner]).PlainText),
                        style,
                        tag,
                        marks,
                        linkMark,
                        ref largest
                    );
                break;
            case CrossReference reference:
                ShapeReference(reference, style, tag, marks!);
                break;
            case Footnote note:
                ShapeNote(note, style, tag, marks!);
                break;
            case Field field:
                _shaper.Add(
                    field.Kind switch
                    {
                        FieldKind.PageNumber => _fieldPage,
                        FieldKind.Chapter => _fieldChapter,
                        _ => _fingerprint,
                    },
                    StyleOf(style, mark)
                );
                break;
        }
    }

    private static int AddMark(List<InlineMark> marks, InlineMark mark)
    {
        marks.Add(mark);
        return marks.Count - 1;
    }

    private void ShapeReference(CrossReference reference, ParagraphStyle style, TagNode? tag, List<InlineMark> marks)
    {
        var id = reference.Target;
        var known = _survey.TryFind(id, out var named);
        if (!known)
            _notices.Add(new(NoticeKind.UnknownReference, 0, id, $"文中提到“{id}”，但没有这个名字的块。请检查名称。"));
        string text;
        switch (reference.Kind)
        {
            case ReferenceKind.Page:
                _printsPages = true;
                text = known ? _targets.LabelOf(id) ?? UnknownPage : "？";
                break;
            case ReferenceKind.Title:
                text = known ? named.Title.PlainText : "？";
                break;
            default:
                text = known ? named.Number.TrimEnd('、', '\u3000', '.') : "？";
                break;
        }

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

    private void ShapeNote(Footnote note, ParagraphStyle style, TagNode? tag, List<InlineMark> marks)
    {
        var number = ChineseNumerals.Circled(++_counters.Notes);
        var mark = AddMark(marks, new() { Tag = tag?.Add("Reference") });
        var body = _sheet.Footnote;
        var noteTag = tag?.Add("Note");

        // The paragraph at hand is half way through the shaper: the note is set with another.
        var inner = new Measurer(this);
        var labelTag = noteTag?.Add("Lbl");
        var label = inner.Paragraph(number, body, body.Size * 3, labelTag, null, "", out _);
        var flow = new Flow();
        inner.SetText(
            note.Content,
            body with
            {
                Left = 1.25,
                Indent = 0,
            },
            flow,
            _page.BodyWidth,
            noteTag?.Add("P"),
            null,
            label
        );
        marks[mark].Footing = new(flow.Boxes);
        var size = style.Size * 0.62;
        _shaper.Add("\u2060", StyleOf(style, mark));
        _shaper.Add(number, new(_glyphs[(int)FontRole.Song], size, style.Ink.Color, 0, style.Size * 0.36, mark));
    }

    // For notes: shares what is known, has its own shaper.
    private Measurer(Measurer outer)
    {
        (_sheet, _fonts, _survey, _notices, _glyphs, _fingerprint) = (
            outer._sheet,
            outer._fonts,
            outer._survey,
            outer._notices,
            outer._glyphs,
            outer._fingerprint
        );
        (_shaper, _breaker, _body) = (new(_sheet.Lines), new(_sheet.Lines), outer._body);
        (_counters, _targets, _page) = (outer._counters, outer._targets, outer._page);
    }

    private static string Plain(string number) =>
        number.Replace("\u2060", "", StringComparison.Ordinal).TrimEnd('、', '\u3000', '.');

    private void SetList(ListBlock list, Flow flow, double width, TagNode tags)
    {
        var style = list.Style ?? _sheet.List;
        var listTag = tags.Add(
            new TagNode("L")
            {
                ListNumbering = list.Mark switch
                {
                    ListMark.Disc => "Disc",
                    ListMark.None => "None",
                    _ => "Decimal",
                },
            }
        );
        var labels = new SetParagraph?[list.Items.Length];
        double hang = 0;
        var items = new TagNode[list.Items.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            items[i] = listTag.Add("LI");
            var text = LabelOf(list.Mark, list.Start + i);
            if (text.Length == 0)
                continue;
            labels[i] = Paragraph(
                text,
                style with
                {
                    Align = TextAlignment.Left,
                    Indent = 0,
                    Left = 0,
                    Right = 0,
                },
                width,
                items[i].Add("Lbl"),
                null,
                "",
                out _
            );
            hang = Math.Max(hang, labels[i]!.Text.NaturalWidth);
        }

        var gap = list.Mark is ListMark.Disc or ListMark.Decimal or ListMark.Circled ? 0.4 : 0;
        var body = style with { Left = style.Left + (hang / style.Size) + (hang > 0 ? gap : 0), Indent = 0 };
        var outer = _body;
        for (var i = 0; i < labels.Length; i++)
        {
            _body = body;
            var content = items[i].Add("LBody");
            var blocks = list.Items[i].Blocks;
            for (var b = 0; b < blocks.Length; b++)
            {
                if (b == 0 && blocks[b] is Paragraph { Style: null } first)
                {
                    SetText(
                        first.Content,
                        body,
                        flow,
                        width,
                        content.Add("P"),
                        first.Id,
                        labels[i],
                        style.Left * style.Size
                    );
                    continue;
                }

                if (b == 0 && labels[i] is { } alone)
                    AddLines(alone, style with { KeepWithNext = true }, flow, style.Left * style.Size);
                Set(blocks[b], flow, width, content);
            }
        }

        _body = outer;
    }

    private static string LabelOf(ListMark mark, int n) =>
        mark switch
        {
            ListMark.Disc => "•",
            ListMark.Decimal => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n}."),
            ListMark.Bracketed => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"（{n}）"),
            ListMark.Circled => ChineseNumerals.Circled(n),
            ListMark.Chinese => $"{ChineseNumerals.Of(n)}、",
            _ => "",
        };

    private string _fieldPage = "";
    private string _fieldChapter = "";

    /// <summary>Sets one line of a running head or a page number.</summary>
    internal SetParagraph Furniture(Phrase content, ParagraphStyle style, string page, string chapter)
    {
        (_fieldPage, _fieldChapter) = (page, chapter);
        return Paragraph(content, style with { Align = TextAlignment.Left }, 1e6, null, null, "", out _);
    }
}
