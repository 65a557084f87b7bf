using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Sets figures and images with their titles below（排图）.</summary>
internal sealed class PictureSetter(MeasuringContext context, ParagraphSetter paragraphs)
{
    // A picture reduced to a page leaves this much of it, points, for the white around its title.
    private const double RoomAroundTitle = 8;

    internal void Set(Figure figure, Flow flow, double width, TagNode tags)
    {
        var drawing = figure.Drawing;
        var group = figure.Title is null ? tags : tags.Add("Div");
        var alt = drawing.Description.Length > 0 ? drawing.Description : drawing.Title;
        var tag = figure.Decorative ? null : group.Add(new TagNode("Figure") { Alt = alt });
        var title = Caption(figure.Title, figure.Note, width, group);
        var wanted = Math.Min(width, figure.Width ?? drawing.Width);
        var (w, h) = Fit(drawing.Width, drawing.Height, wanted, BoxList.HeightOf(title.Boxes), drawing.Title);
        flow.Add(
            new PictureBox
            {
                Drawing = drawing,
                Fonts = context.Fonts,
                Width = w,
                Height = h,
                X = BoxList.Shift(figure.Align, width - w),
                Tag = tag,
                Before = figure.Space,
                After = title.Boxes.Count > 0 ? 0 : figure.Space,
                FloatLength = figure.Floats && figure.Title is not null ? 1 + title.Boxes.Count : 0,
            }
        );
        AddCaption(title, flow, figure.Space);
    }

    internal void Set(ImageBlock image, Flow flow, double width, TagNode tags)
    {
        var group = image.Title is null ? tags : tags.Add("Div");
        var tag = group.Add(new TagNode("Figure") { Alt = image.Alt });
        var title = Caption(image.Title, null, width, group);
        var wanted = Math.Min(width, image.Width);
        var (w, h) = Fit(image.Width, image.Height, wanted, BoxList.HeightOf(title.Boxes), image.Alt);
        flow.Add(
            new PictureBox
            {
                Image = image.Content,
                Fonts = context.Fonts,
                Width = w,
                Height = h,
                X = BoxList.Shift(image.Align, width - w),
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
            var number = Survey.FigureNumber(++context.Counters.Figures) + "\u3000";
            paragraphs.Set((Phrase)number + words, context.Styles.Caption, flow, width, group.Add("Caption"));
        }

        if (note is { } text)
            paragraphs.Set(text, context.Styles.Note, flow, width, group.Add("P"));
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
        var room = context.Page.BodyHeight - below - RoomAroundTitle;
        if (h <= room)
            return (wanted, h);
        var message = $"图高 {Units.ToMm(h):0} 毫米，高出版心，已缩小到 {Units.ToMm(room):0} 毫米。";
        context.Notices.Add(new(NoticeKind.Reduced, 0, where, message));
        return (wanted * room / h, room);
    }
}
