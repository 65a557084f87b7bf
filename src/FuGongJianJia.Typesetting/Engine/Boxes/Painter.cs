using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Puts the boxes of one page into page items（落版）.</summary>
internal sealed class Painter(LineRules rules, Destinations targets, NoticeLog notices)
{
    // White between words and a leader at least, ems: before its first dot, and behind its last.
    private const double BeforeLeader = 0.3;
    private const double BehindLeader = 0.2;

    private readonly ImmutableArray<PageItem>.Builder _items = ImmutableArray.CreateBuilder<PageItem>();
    private readonly ImmutableArray<PageLink>.Builder _links = ImmutableArray.CreateBuilder<PageLink>();
    private readonly ImmutableArray<SealPlace>.Builder _seals = ImmutableArray.CreateBuilder<SealPlace>();
    private readonly LineMeter _meter = new(rules);
    private PlacedGlyph[] _glyphs = new PlacedGlyph[128];

    /// <summary>What is painted belongs to no element: repeated heads, running lines.</summary>
    internal bool Artifact { get; set; }

    /// <summary>0-based index of the page.</summary>
    internal int PageIndex { get; set; }

    internal void Add(PageItem item) => _items.Add(item);

    internal void AddSeal(SealPlace seal) => _seals.Add(seal);

    internal StructureNode? NodeOf(TagNode? tag) => Artifact ? null : tag?.Node;

    /// <summary>What was painted, as a page of this size.</summary>
    internal Page Finish(PageSetup setup, string label)
    {
        var page = new Page(setup.Width, setup.Height, label, _items.ToImmutable())
        {
            Links = _links.ToImmutable(),
            Seals = _seals.ToImmutable(),
        };
        _items.Clear();
        _links.Clear();
        _seals.Clear();
        return page;
    }

    /// <summary>A filled rectangle, an artifact.</summary>
    internal void PaintRule(double x, double y, double width, double height, Rgb color) =>
        _items.Add(new PathItem(Shapes.Rectangle(x, y, width, height), new Fill(new Ink(color)), null));

    /// <summary>A frame, an artifact.</summary>
    internal void PaintFrame(double x, double y, double width, double height, Stroke stroke) =>
        _items.Add(new PathItem(Shapes.Rectangle(x, y, width, height), null, stroke));

    /// <summary>Paints a line whose top left corner stands at (x, top).</summary>
    internal void PaintLine(SetParagraph paragraph, int index, double x, double top)
    {
        var text = paragraph.Text;
        var line = paragraph.Lines[index];
        var clusters = text.Clusters;
        var baseline = top + paragraph.Baseline;
        var position = x + line.X;
        if (_glyphs.Length < line.Next - line.Start)
            _glyphs = new PlacedGlyph[line.Next - line.Start];
        var count = 0;
        var origin = position;
        var (linkMark, linkStart) = (-1, position);
        var (style, face, lift) = (-1, -1, 0f);
        for (var i = line.Start; i < line.Next; i++)
        {
            ref readonly var c = ref clusters[i];
            var trailing = i >= line.End;
            if (i > line.Start && !trailing)
            {
                position +=
                    (c.Gap * (1 - (_meter.GapShrink * line.GapShrink) + (_meter.GapStretch * line.GapStretch)))
                    + (c.Stretch ? line.Extra : 0);
            }

            if (c.Style != style || c.Face != face || c.Lift != lift)
            {
                Flush(paragraph, style, face, origin, baseline - lift, count);
                (style, face, lift, origin, count) = (c.Style, c.Face, c.Lift, position, 0);
                var mark = text.Styles[style].Mark;
                if (mark != linkMark)
                {
                    CloseLink(paragraph, linkMark, linkStart, position, top);
                    (linkMark, linkStart) = (mark, position);
                }
            }

            if (c.Class is CharClass.NewLine or CharClass.ZeroBreak or CharClass.Joiner)
                continue;
            if (c.Class == CharClass.Spring)
            {
                Flush(paragraph, style, face, origin, baseline - lift, count);
                PaintLeader(paragraph, text.Styles[c.Style], position, line.Spring, x, baseline);
                position += line.Spring;
                (style, face, lift, count) = (-1, -1, 0, 0);
                continue;
            }

            var (shift, width) = Placed(c, line, i);
            var offset = position - shift - origin;
            _glyphs[count++] = new(c.Glyph, GlyphTable.TextOf(c.Rune), offset);
            if (!trailing)
                position += width;
        }

        Flush(paragraph, style, face, origin, baseline - lift, count);
        CloseLink(paragraph, linkMark, linkStart, position, top);
        Report(paragraph, line);
    }

    // Where the glyph's origin stands and how far the line moves on, after the white of this line is given or taken.
    private static (double Shift, double Width) Placed(in Cluster c, in LineSpec line, int i)
    {
        double shift = c.Shift,
            width = c.Width;
        if (i == line.Start && line.TrimStart)
        {
            shift += c.BlankLeft;
            width -= c.BlankLeft;
        }
        else if (c.BlankLeft > 0 && line.MarkShrink > 0)
        {
            shift += c.BlankLeft * line.MarkShrink;
            width -= c.BlankLeft * line.MarkShrink;
        }

        if (i == line.End - 1)
            width -= c.BlankRight + c.Spacing;
        else if (c.BlankRight > 0 && line.MarkShrink > 0)
            width -= c.BlankRight * line.MarkShrink * (c.Class == CharClass.FullStop ? LineMeter.FullStopShare : 1);
        if (c.Class == CharClass.Space)
            width *= 1 - (LineMeter.SpaceShrink * line.GapShrink) + (LineMeter.SpaceStretch * line.GapStretch);
        return (shift, width);
    }

    private void Flush(SetParagraph paragraph, int style, int face, double origin, double baseline, int count)
    {
        if (count == 0)
            return;
        ref readonly var s = ref paragraph.Text.Styles[style];
        var glyphs = ImmutableCollectionsMarshal.AsImmutableArray(_glyphs.AsSpan(0, count).ToArray());
        var tag = s.Mark >= 0 && paragraph.Marks is { } marks ? marks[s.Mark].Tag : paragraph.Tag;
        _items.Add(
            new GlyphRun(s.Glyphs.Typeface.Chain[face], s.Size, s.Color, origin, baseline - s.Rise, glyphs)
            {
                Structure = NodeOf(tag),
            }
        );
    }

    // Leaders stand in one vertical on all lines: at whole multiples of their width from the right edge. They are not
    // read.
    private void PaintLeader(
        SetParagraph paragraph,
        in RunStyle style,
        double from,
        double width,
        double lineX,
        double baseline
    )
    {
        if (paragraph.Leader == 0)
            return;
        var info = style.Glyphs[paragraph.Leader];
        var advance = info.Advance * style.Size;
        if (advance <= 0 || info.Missing)
            return;
        var right = lineX + paragraph.Measure;
        var last = (int)Math.Ceiling((right - (from + width - (style.Size * BehindLeader))) / advance);
        var text = GlyphTable.TextOf(paragraph.Leader);
        List<PlacedGlyph> dots = [];
        for (var n = last + 1; ; n++)
        {
            var left = right - (n * advance);
            if (left < from + (style.Size * BeforeLeader))
                break;
            dots.Insert(0, new(info.Glyph, text, left));
        }

        if (dots.Count == 0)
            return;
        var origin = dots[0].Offset;
        _items.Add(
            new GlyphRun(
                style.Glyphs.Typeface.Chain[info.Face],
                style.Size,
                style.Color,
                origin,
                baseline,
                [.. dots.Select(d => d with { Offset = d.Offset - origin })]
            )
        );
    }

    private void CloseLink(SetParagraph paragraph, int mark, double from, double to, double top)
    {
        if (mark < 0 || Artifact || paragraph.Marks is not { } marks || !marks[mark].IsLink || to <= from)
            return;
        var link = marks[mark];
        var target =
            link.Uri is not null ? null
            : link.Heading >= 0 ? targets.OfHeading(link.Heading)
            : targets.Of(link.Target!);
        if (link.Uri is null && target is null)
            return;
        _links.Add(
            new(new(from, top, to - from, paragraph.Pitch), link.Uri, target, link.Description, NodeOf(link.Tag))
        );
    }

    private void Report(SetParagraph paragraph, in LineSpec line)
    {
        if (line.Overfull)
        {
            notices.Add(
                new(
                    NoticeKind.Overfull,
                    PageIndex + 1,
                    paragraph.Where,
                    $"一行宽出版面 {Units.ToMm(line.Width - paragraph.Measure):0.0} 毫米。"
                        + "请缩短文字、加宽该列或减小字号。"
                )
            );
        }

        if (paragraph.Text.Missing is null || Artifact)
            return;
        for (var i = line.Start; i < line.Next; i++)
        {
            ref readonly var c = ref paragraph.Text.Clusters[i];
            if (
                c.Glyph != 0
                || c.Class is CharClass.NewLine or CharClass.ZeroBreak or CharClass.Joiner or CharClass.Spring
            )
                continue;
            var typeface = paragraph.Text.Styles[c.Style].Glyphs.Typeface;
            var character = GlyphTable.TextOf(c.Rune);
            notices.Add(
                new(
                    NoticeKind.MissingGlyph,
                    PageIndex + 1,
                    paragraph.Where,
                    $"“{character}”（U+{c.Rune:X4}）在字体“{typeface.Main.FamilyName}”及其后备字体中没有字形。"
                        + "请为该角色指定含有此字的字体。"
                )
                {
                    Character = character,
                }
            );
        }
    }
}
