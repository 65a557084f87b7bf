using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>Paints a planned page（落版）: its boxes, its footnotes, its running heads and number.</summary>
internal sealed class PagePainter(Painter painter, PageFurniture furniture, StyleSheet styles)
{
    // The rule above footnotes（注线）: a quarter of the measure, this far below the text, points.
    private const double FootnoteRuleTop = 4;
    private const double FootnoteRule = 0.5;
    private const double FootnoteRuleShare = 1.0 / 4;

    /// <summary>Paints a page.</summary>
    /// <param name="section">Section it belongs to.</param>
    /// <param name="plan">What stands on it.</param>
    /// <param name="chapter">Last chapter begun on it or before.</param>
    internal void Paint(DocumentSection section, PagePlan plan, string chapter)
    {
        var page = section.Page;
        var left = page.Facing && !plan.IsOdd ? page.Outer : page.Inner;
        foreach (var item in plan.Items)
        {
            painter.Artifact = item.Artifact;
            item.Box.Paint(painter, left, page.Top + item.Y);
        }

        painter.Artifact = false;
        if (plan.Closing is var (table, closing))
            painter.PaintRule(left + table.X, page.Top + closing, table.Width, table.ClosingRule, table.RuleInk.Color);
        if (plan.Footnotes.Count > 0)
            PaintFootnotes(page, plan, left);
        if (!plan.IsBlank)
            furniture.Paint(painter, section, plan, left, chapter);
    }

    private void PaintFootnotes(PageSetup page, PagePlan plan, double left)
    {
        var y = page.Height - page.Bottom - plan.FootnoteHeight;
        painter.PaintRule(
            left,
            y + FootnoteRuleTop,
            page.BodyWidth * FootnoteRuleShare,
            FootnoteRule,
            styles.Footnote.Ink.Color
        );
        y += PageFiller.FootnoteSeparator;
        foreach (var footnote in plan.Footnotes)
        {
            BoxList.Paint(footnote.Boxes, painter, left, y);
            y += footnote.Height;
        }
    }
}
