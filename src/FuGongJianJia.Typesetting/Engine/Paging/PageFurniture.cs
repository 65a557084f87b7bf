using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>Running heads, feet and page numbers（书眉、页脚、页码）; artifacts all.</summary>
internal sealed class PageFurniture(BlockMeasurer measurer, FontSet fonts)
{
    // The em box of a number begins this much above its digits, ems: the digits keep the distance, not the box.
    private const double AboveDigits = 0.16;

    // Height of digits, ems.
    private const double DigitHeight = 0.72;

    internal void Paint(Painter painter, DocumentSection section, PagePlan plan, double left, string chapter)
    {
        var page = section.Page;
        painter.Artifact = true;
        if (section.Header is { } header && !(section.PlainFirstPage && plan.IsFirstOfSection))
        {
            var y = page.Top - header.Distance - header.Size;
            PaintLine(painter, header, plan, left, y, page.BodyWidth, chapter);
            PaintRule(painter, header, left, page.Top - (header.Distance / 2), page.BodyWidth);
        }

        if (section.Footer is { } footer)
        {
            var bottom = page.Height - page.Bottom;
            PaintLine(painter, footer, plan, left, bottom + footer.Distance, page.BodyWidth, chapter);
            PaintRule(painter, footer, left, bottom + (footer.Distance / 2), page.BodyWidth);
        }

        if (
            section.Numbering.Place != PageNumberPlace.None
            && !(section.Numbering.PlainFirstPage && plan.IsFirstOfSection)
        )
            PaintNumber(painter, section, plan, left);
        painter.Artifact = false;
    }

    private void PaintLine(
        Painter painter,
        RunningLine line,
        PagePlan plan,
        double left,
        double y,
        double width,
        string chapter
    )
    {
        var swap = line.Mirrored && !plan.IsOdd;
        Put(swap ? line.Outside : line.Inside, 0);
        Put(line.Centre, 0.5);
        Put(swap ? line.Inside : line.Outside, 1);

        void Put(Phrase content, double share)
        {
            if (content.IsEmpty)
                return;
            var style = new ParagraphStyle
            {
                Role = line.Role,
                Size = line.Size,
                Leading = line.Size,
                Ink = line.Ink,
            };
            var set = measurer.RunningLine(content, style, plan.Label, chapter);
            painter.PaintLine(set, 0, left + ((width - set.Lines[0].Width) * share), y);
        }
    }

    private static void PaintRule(Painter painter, RunningLine line, double x, double y, double width)
    {
        if (line.RuleThickness > 0)
            painter.PaintRule(x, y, width, line.RuleThickness, line.Ink.Color);
    }

    // GB/T 9704-2012 7.5: 7 mm below the type area; odd pages right, even pages left, one character in.
    private void PaintNumber(Painter painter, DocumentSection section, PagePlan plan, double left)
    {
        var (page, numbering) = (section.Page, section.Numbering);
        var text = numbering.Prefix + plan.Label + numbering.Suffix;
        if (page.Width > page.Height && numbering.Place == PageNumberPlace.Outside)
        {
            PaintTurned(painter, section, plan, text);
            return;
        }

        var style = new ParagraphStyle
        {
            Role = numbering.Role,
            Size = numbering.Size,
            Leading = numbering.Size,
        };
        var set = measurer.RunningLine(text, style, plan.Label, "");
        var free = page.BodyWidth - set.Lines[0].Width;
        var x =
            numbering.Place == PageNumberPlace.Centre ? free / 2
            : plan.IsOdd ? free - numbering.Size
            : numbering.Size;

        var y = page.Height - page.Bottom + numbering.Distance - (AboveDigits * numbering.Size);
        painter.PaintLine(set, 0, left + x, y);
    }

    // A page laid sideways has its number where the other pages have theirs: turned, at what is its left edge.
    private void PaintTurned(Painter painter, DocumentSection section, PagePlan plan, string text)
    {
        var (page, numbering) = (section.Page, section.Numbering);
        var x = page.Inner - numbering.Distance - (DigitHeight * numbering.Size);
        var (y, anchor) = plan.IsOdd
            ? (page.Height - page.Bottom - numbering.Size, TextAnchor.End)
            : (page.Top + numbering.Size, TextAnchor.Start);
        var mark = new TextMark(x, y, text, numbering.Size, numbering.Role, new Ink(Rgb.Black), anchor, 90);
        var drawing = new Drawing.Drawing
        {
            Width = page.Width,
            Height = page.Height,
            Marks = [mark],
            Title = "",
            Description = "",
        };
        painter.Add(new DrawingItem(drawing, 0, 0, 1, fonts));
    }
}
