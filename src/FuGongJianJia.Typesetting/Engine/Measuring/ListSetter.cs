using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Sets lists（排列表）: marks hang left of the items' text, which all begins in one vertical.</summary>
internal sealed class ListSetter(MeasuringContext context, ParagraphSetter paragraphs, BlockMeasurer blocks)
{
    // White between a mark without a blank of its own and the text, ems.
    private const double MarkGap = 0.4;

    internal void Set(ListBlock list, Flow flow, double width, TagNode tags)
    {
        var style = list.Style ?? context.Styles.List;
        var listTag = tags.Add(new TagNode("L") { ListNumbering = NumberingOf(list.Mark) });
        var items = new TagNode[list.Items.Length];
        var labels = new LineLabel?[list.Items.Length];
        double hang = 0;
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = listTag.Add("LI");
            if (Label(list.Mark, list.Start + i, style, width, items[i]) is not { } label)
                continue;
            labels[i] = new(label, style.Left * style.Size);
            hang = Math.Max(hang, label.Text.NaturalWidth);
        }

        var gap = hang > 0 && list.Mark is not ListMark.Bracketed ? MarkGap : 0;
        var body = style with { Left = style.Left + (hang / style.Size) + gap, Indent = 0 };
        var outer = context.Body;
        context.Body = body;
        for (var i = 0; i < items.Length; i++)
            SetItem(list.Items[i].Blocks, labels[i], body, style, flow, width, items[i].Add("LBody"));
        context.Body = outer;
    }

    private SetParagraph? Label(ListMark mark, int number, ParagraphStyle style, double width, TagNode item)
    {
        var text = TextOf(mark, number);
        return text.Length == 0
            ? null
            : paragraphs.Paragraph(
                text,
                style with
                {
                    Align = TextAlignment.Left,
                    Indent = 0,
                    Left = 0,
                    Right = 0,
                },
                width,
                item.Add("Lbl")
            );
    }

    private void SetItem(
        ImmutableArray<DocumentBlock> content,
        LineLabel? label,
        ParagraphStyle body,
        ParagraphStyle style,
        Flow flow,
        double width,
        TagNode tag
    )
    {
        for (var b = 0; b < content.Length; b++)
        {
            if (b == 0 && content[b] is Paragraph { Style: null } first)
            {
                paragraphs.Set(first.Content, body, flow, width, tag.Add("P"), first.Id, label);
                continue;
            }

            // What is no plain paragraph has the mark on a line of its own above it.
            if (b == 0 && label is not null)
                ParagraphSetter.AddLines(label.Paragraph, style with { KeepWithNext = true }, flow, label.X);
            blocks.Set(content[b], flow, width, tag);
        }
    }

    private static string NumberingOf(ListMark mark) =>
        mark switch
        {
            ListMark.Disc => "Disc",
            ListMark.None => "None",
            _ => "Decimal",
        };

    /// <summary>Mark of an item.</summary>
    internal static string TextOf(ListMark mark, int n) =>
        mark switch
        {
            ListMark.Disc => "•",
            ListMark.Decimal => string.Create(CultureInfo.InvariantCulture, $"{n}."),
            ListMark.Bracketed => string.Create(CultureInfo.InvariantCulture, $"（{n}）"),
            ListMark.Circled => CircledNumber.Of(n),
            _ => "",
        };
}
