using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Contents and indexes: words, leaders, page numbers.</summary>
internal sealed partial class Measurer
{
    private void SetContents(TableOfContents contents, Flow flow, double width, TagNode tags)
    {
        _printsPages = true;
        var root = tags.Add("TOC");
        var first = flow.Boxes.Count;
        for (var i = 0; i < _survey.Headings.Count; i++)
        {
            var heading = _survey.Headings[i];
            if (!heading.Listed || heading.Level > contents.Levels)
                continue;
            var style = contents.Styles.IsDefaultOrEmpty
                ? _sheet.ContentsAt(heading.Level)
                : contents.Styles[Math.Clamp(heading.Level, 1, contents.Styles.Length) - 1];
            var link = root.Add("TOCI").Add("Link");
            var words = heading.Number + heading.Content.PlainText;
            List<InlineMark> marks =
            [
                new()
                {
                    Tag = link,
                    Heading = i,
                    Description = words,
                },
            ];
            var run = StyleOf(style, 0);
            _shaper.Add(words, run);
            _shaper.AddSpring(run);
            _shaper.Add(_targets.LabelOfHeading(i) ?? UnknownPage, run);
            AddLines(Entry(marks, style, width, link, contents.Leader), style, flow, style.Left * style.Size);
        }

        // Neither a page with one or two entries nor one that ends with its first.
        for (var i = Math.Max(first + 1, flow.Boxes.Count - 2); i < flow.Boxes.Count; i++)
        {
            if (flow.Boxes[i].Keep == Keep.Free)
                flow.Boxes[i].Keep = Keep.Widow;
        }
    }

    private void SetIndex(IndexBlock index, Flow flow, double width, TagNode tags)
    {
        _printsPages = true;
        const double gap = 18;
        var style = index.Style ?? _sheet.Index;
        var count = Math.Max(1, index.Columns);
        var columnWidth = (width - ((count - 1) * gap)) / count;
        var root = tags.Add("TOC");
        var inner = new Flow();
        foreach (var entry in index.Entries)
        {
            var item = root.Add("TOCI");
            var words = entry.Text.PlainText;
            List<InlineMark> marks = [];
            for (var i = 0; i < entry.Targets.Length; i++)
            {
                var id = entry.Targets[i];
                if (!_survey.TryFind(id, out _))
                    _notices.Add(
                        new(
                            NoticeKind.UnknownReference,
                            0,
                            id,
                            $"索引“{words}”指向“{id}”，但没有这个名字的块。请检查名称。"
                        )
                    );
                var label = _targets.LabelOf(id) ?? UnknownPage;
                var mark = AddMark(
                    marks,
                    new()
                    {
                        Tag = item.Add("Link"),
                        Target = id,
                        Description = i == 0 ? words : $"第{label}页",
                    }
                );
                var run = StyleOf(style, mark);
                if (i == 0)
                {
                    _shaper.Add(words, run);
                    _shaper.AddSpring(run);
                }
                else
                {
                    _shaper.Add("、", run);
                }

                _shaper.Add(label, run);
            }

            if (marks.Count == 0)
                _shaper.Add(words, StyleOf(style, AddMark(marks, new() { Tag = item.Add("Lbl") })));
            AddLines(Entry(marks, style, columnWidth, item, index.Leader), style, inner, style.Left * style.Size);
        }

        flow.Add(new ColumnsBox(count, columnWidth, gap, inner.Boxes));
    }

    private SetParagraph Entry(List<InlineMark> marks, ParagraphStyle style, double width, TagNode tag, string leader)
    {
        var text = _shaper.Finish();
        var measure = width - ((style.Left + style.Right) * style.Size);
        return new()
        {
            Text = text,
            Lines = _breaker.Break(text, new(measure, 0, style.Size, TextAlignment.Left, false)),
            Pitch = style.Pitch,
            Em = style.Size,
            Tag = tag,
            Marks = marks,
            Leader = leader.Length > 0 ? char.ConvertToUtf32(leader, 0) : 0,
            Measure = measure,
        };
    }
}
