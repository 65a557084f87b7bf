using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Sets contents and indexes（排目录、索引）: words, leaders, page numbers.</summary>
internal sealed class ContentsSetter(MeasuringContext context, ParagraphSetter paragraphs)
{
    // White between the columns of an index, points.
    private const double IndexGap = 18;

    private readonly PhraseShaper _shaper = paragraphs.Shaper;

    internal void Set(TableOfContents contents, Flow flow, double width, TagNode tags)
    {
        var root = tags.Add("TOC");
        var first = flow.Boxes.Count;
        for (var i = 0; i < context.Survey.Headings.Count; i++)
        {
            var heading = context.Survey.Headings[i];
            if (!heading.Listed || heading.Level > contents.Levels)
                continue;
            var style = contents.Styles.IsDefaultOrEmpty
                ? context.Styles.ContentsAt(heading.Level)
                : contents.Styles[Math.Clamp(heading.Level, 1, contents.Styles.Length) - 1];
            var link = root.Add("TOCI").Add("Link");
            List<InlineMark> marks =
            [
                new()
                {
                    Tag = link,
                    Heading = i,
                    Description = heading.Words,
                },
            ];
            var run = _shaper.StyleOf(style, 0);
            _shaper.Add(heading.Words, run);
            _shaper.AddSpring(run);
            _shaper.Add(_shaper.PageLabel(context.Destinations.LabelOfHeading(i)), run);
            AddEntry(marks, style, flow, width, link, contents.Leader);
        }

        // Neither a page with one or two entries nor one that ends with its first.
        for (var i = Math.Max(first + 1, flow.Boxes.Count - 2); i < flow.Boxes.Count; i++)
        {
            if (flow.Boxes[i].Keep == Keep.Free)
                flow.Boxes[i].Keep = Keep.Widow;
        }
    }

    internal void Set(IndexBlock index, Flow flow, double width, TagNode tags)
    {
        var style = index.Style ?? context.Styles.Index;
        var count = Math.Max(1, index.Columns);
        var columnWidth = (width - ((count - 1) * IndexGap)) / count;
        var root = tags.Add("TOC");
        var inner = new Flow();
        foreach (var entry in index.Entries)
        {
            var item = root.Add("TOCI");
            // What leads to no page heads those that follow it, such as a letter.
            var own = entry.Targets.IsEmpty
                ? style with
                {
                    Role = FontRole.Hei,
                    Before = style.Pitch * 0.4,
                    KeepWithNext = true,
                }
                : style;
            AddEntry(Shape(entry, own, item), own, inner, columnWidth, item, index.Leader);
        }

        flow.Add(new ColumnsBox(count, columnWidth, IndexGap, inner.Boxes));
    }

    private List<InlineMark> Shape(IndexEntry entry, ParagraphStyle style, TagNode item)
    {
        var words = entry.Text.PlainText;
        List<InlineMark> marks = [];
        foreach (var id in entry.Targets)
        {
            if (!context.Survey.TryFind(id, out _))
            {
                var message = $"索引“{words}”指向“{id}”，但没有这个名字的块。请检查名称。";
                context.Notices.Add(new(NoticeKind.UnknownReference, 0, id, message));
            }

            var isFirst = marks.Count == 0;
            var label = _shaper.PageLabel(context.Destinations.LabelOf(id));
            var mark = PhraseShaper.AddMark(
                marks,
                new()
                {
                    Tag = item.Add("Link"),
                    Target = id,
                    Description = isFirst ? words : $"第{label}页",
                }
            );
            var run = _shaper.StyleOf(style, mark);
            _shaper.Add(isFirst ? words : "、", run);
            if (isFirst)
                _shaper.AddSpring(run);
            _shaper.Add(label, run);
        }

        if (marks.Count == 0)
            _shaper.Add(words, _shaper.StyleOf(style, PhraseShaper.AddMark(marks, new() { Tag = item.Add("Lbl") })));
        return marks;
    }

    private void AddEntry(
        List<InlineMark> marks,
        ParagraphStyle style,
        Flow flow,
        double width,
        TagNode tag,
        string leader
    ) =>
        ParagraphSetter.AddLines(
            paragraphs.Entry(marks, style, width, tag, leader),
            style,
            flow,
            style.Left * style.Size
        );
}
