using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Paints drawings（图形写出）; here y grows downwards, as in the drawing.</summary>
internal sealed class DrawingWriter(
    ContentStream stream,
    DocumentResources resources,
    GlyphWriter text,
    PathWriter paths
)
{
    private readonly PdfBuffer _out = stream.Out;

    internal void Draw(DrawingItem item, double pageHeight)
    {
        stream.Save();
        _out.Real(item.Scale)
            .Raw(" 0 0 "u8)
            .Real(-item.Scale)
            .Byte((byte)' ')
            .Real(item.X)
            .Byte((byte)' ')
            .Real(pageHeight - item.Y)
            .Raw(" cm\n"u8);
        foreach (var mark in item.Drawing.Marks)
            Draw(mark, item.Faces);
        stream.Restore();
    }

    private void Draw(Mark mark, FontSet faces)
    {
        switch (mark)
        {
            case PathMark path:
                paths.Path(path.Segments, path.Fill, path.Stroke);
                break;
            case CircleMark circle:
                paths.Path(Shapes.Circle(circle.X, circle.Y, circle.Radius), circle.Fill, circle.Stroke);
                break;
            case TextMark words:
                Draw(words, faces);
                break;
            case GroupMark group:
                stream.Save();
                if (group.Dx != 0 || group.Dy != 0)
                    _out.Raw("1 0 0 1 "u8).Real(group.Dx).Byte((byte)' ').Real(group.Dy).Raw(" cm\n"u8);
                if (group.Clip is { } clip)
                    paths.Rectangle(clip).Raw("W n\n"u8);
                foreach (var inner in group.Marks)
                    Draw(inner, faces);
                stream.Restore();
                break;
            default:
                throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void Draw(TextMark mark, FontSet faces)
    {
        var typeface = faces[mark.Role];
        var pieces = DrawingText.Shape(mark, typeface);
        if (pieces.Count == 0)
            return;
        var width = pieces[^1].End;
        var start = mark.Anchor switch
        {
            TextAnchor.Start => 0,
            TextAnchor.Middle => -width / 2,
            _ => -width,
        };
        var angle = mark.Rotation * Math.PI / 180;
        var (sin, cos) = (Math.Sin(angle), Math.Cos(angle));
        _out.Raw("BT "u8);
        foreach (var (face, glyphs, _) in pieces)
        {
            var font = resources.Font(face);
            stream.Font(font, mark.Size);
            stream.FillColor(mark.Ink.Color);
            var along = start + glyphs[0].Offset;
            _out.Real(cos)
                .Byte((byte)' ')
                .Real(sin)
                .Byte((byte)' ')
                .Real(sin)
                .Byte((byte)' ')
                .Real(-cos)
                .Byte((byte)' ')
                .Real(mark.X + (along * cos))
                .Byte((byte)' ')
                .Real(mark.Y + (along * sin))
                .Raw(" Tm\n"u8);
            text.Show(font, mark.Size, glyphs);
        }

        _out.Raw("ET\n"u8);
    }
}
