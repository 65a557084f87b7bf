using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Figures and images with their titles below.</summary>
internal sealed partial class Measurer
{
    private void SetFigure(Figure figure, Flow flow, double width, TagNode tags)
    {
        var drawing = figure.Drawing;
        var group = figure.Title is null ? tags : tags.Add("Div");
        var tag = figure.Decorative
            ? null
            : group.Add(
                new TagNode("Figure") { Alt = drawing.Description.Length > 0 ? drawing.Description : drawing.Title }
            );
        var title = Caption(figure.Title, figure.Note, width, group);
        var (w, h) = Fit(
            drawing.Width,
            drawing.Height,
            Math.Min(width, figure.Width ?? drawing.Width),
            BoxList.HeightOf(title.Boxes),
            drawing.Title
        );
        flow.Add(
            new PictureBox
            {
                Drawing = drawing,
                Fonts = _fonts,
                Width = w,
                Height = h,
                X = Shift(figure.Align, width - w),
                Tag = tag,
                Before = figure.Space,
                After = title.Boxes.Count > 0 ? 0 : figure.Space,
                FloatLength = figure.Floats && figure.Title is not null ? 1 + title.Boxes.Count : 0,
            }
        );
        AddCaption(title, flow, figure.Space);
    }

    private void SetImage(ImageBlock image, Flow flow, double width, TagNode tags)
    {
        var group = image.Title is null ? tags : tags.Add("Div");
        var tag = group.Add(new TagNode("Figure") { Alt = image.Alt });
        var title = Caption(image.Title, null, width, group);
        var (w, h) = Fit(
            image.Width,
            image.Height,
            Math.Min(width, image.Width),
            BoxList.HeightOf(title.Boxes),
            image.Alt
        );
        flow.Add(
            new PictureBox
            {
                Image = image.Content,
                Fonts = _fonts,
                Width = w,
                Height = h,
                X = Shift(image.Align, width - w),
                Tag = tag,
                Before = image.Space,
                After = title.Boxes.Count > 0 ? 0 : image.Space,
            }
        );
        AddCaption(title, flow, image.Space);
    }

    private Flow Caption(Phrase? title, Phrase? note, double width, TagNode group)
    {
        var flow = new Flow();
        if (title is { } words)
        {
            var number = Survey.FigureNumber(++_counters.Figures);
            SetText((Phrase)(number + "\u3000") + words, _sheet.Caption, flow, width, group.Add("Caption"), null);
        }

        if (note is { } text)
            SetText(text, _sheet.Note, flow, width, group.Add("P"), null);
        return flow;
    }

    private static void AddCaption(Flow caption, Flow flow, double space)
    {
        if (caption.Boxes.Count == 0)
            return;
        flow.KeepNext(Keep.Together);
        flow.AddKept(caption.Boxes);
        caption.Boxes[^1].After = Math.Max(space, caption.Boxes[^1].After);
    }

    // A picture that no page could hold is reduced until it and its title stand on one.
    private (double Width, double Height) Fit(double width, double height, double wanted, double below, string where)
    {
        var h = height * wanted / width;
        var room = _page.BodyHeight - below - 8;
        if (h <= room)
            return (wanted, h);
        _notices.Add(
            new(
                NoticeKind.Reduced,
                0,
                where,
                $"图高 {Units.ToMm(h):0} 毫米，高出版心，已缩小到 {Units.ToMm(room):0} 毫米。"
            )
        );
        return (wanted * room / h, room);
    }

    // How wide blocks are when nothing wraps.
    private double NaturalWidth(ImmutableArray<DocumentBlock> blocks, double limit)
    {
        double widest = 0;
        foreach (var block in blocks)
        {
            var width = block switch
            {
                Paragraph p => WidthOf(p.Content, p.Style ?? _body),
                TitleBlock t => WidthOf(t.Content, t.Style ?? _sheet.Title),
                SectionHeading h => WidthOf(h.Content, h.Style ?? _sheet.HeadingAt(h.Level)),
                Figure f => f.Width ?? f.Drawing.Width,
                ImageBlock i => i.Width,
                Spacer or VerticalSpring or PageBreak => 0,
                HorizontalRule r => r.Width ?? 0,
                _ => limit,
            };
            widest = Math.Max(widest, width);
        }

        return Math.Min(limit, widest + 0.01);
    }

    private double WidthOf(Phrase content, ParagraphStyle style)
    {
        var counters = _counters;
        Shape(content, style, null, out _);
        _counters = counters;
        return _shaper.Finish().WidestLine() + ((style.Left + style.Right + Math.Max(0, style.Indent)) * style.Size);
    }
}
