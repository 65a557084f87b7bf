using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Engine.Paging;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine;

/// <summary>
/// Sets a document（排版）: blocks to pages. Pure; one input gives one output. Threads may set documents side by side with
/// one font set.
/// </summary>
public static class Typesetter
{
    // Contents and references settle in two passes as a rule; a document that swings between two states is stopped
    // here.
    private const int MostPasses = 5;

    /// <summary>Sets a document with the given faces.</summary>
    /// <returns>Pages and structure, and what could not be set as asked. Nothing is dropped.</returns>
    public static LayoutResult Compose(Document document, FontSet fonts)
    {
        var notices = new NoticeLog();
        var survey = new Survey(document, notices);
        var measurer = new Measurer(document, fonts, survey, notices);
        var measured = document.Sections.Select(s => new MeasuredBlock?[s.Blocks.Length]).ToArray();
        var targets = new Destinations();
        List<PagePlan> pages;
        NoticeLog paging;
        for (var pass = 1; ; pass++)
        {
            var printsPages = Measure(document, measurer, survey, measured, targets);
            paging = new NoticeLog();
            pages = new Paginator(document, paging).Run([.. measured.Select(Flatten)]);
            var found = Collect(document, pages);
            var settled = !printsPages || found.PrintsSameAs(targets);
            targets = found;
            if (settled)
                break;
            if (pass < MostPasses)
                continue;
            paging.Add(
                new(
                    NoticeKind.Unsettled,
                    0,
                    document.Info.Title,
                    $"目录和互见中的页码经 {MostPasses} 遍排版仍未稳定，个别页码可能差一页。"
                )
            );
            break;
        }

        foreach (var notice in paging.All)
            notices.Add(notice);
        return Paint(document, fonts, survey, measurer, measured, targets, pages, notices);
    }

    private static bool Measure(
        Document document,
        Measurer measurer,
        Survey survey,
        MeasuredBlock?[][] measured,
        Destinations targets
    )
    {
        var printsPages = false;
        for (var s = 0; s < measured.Length; s++)
        {
            var section = document.Sections[s];
            for (var b = 0; b < measured[s].Length; b++)
            {
                if (measured[s][b] is null or { PrintsPages: true })
                    measured[s][b] = measurer.Measure(section.Blocks[b], section.Page, survey.Starts[s][b], targets);
                printsPages |= measured[s][b]!.PrintsPages;
            }
        }

        return printsPages;
    }

    private static List<Box> Flatten(MeasuredBlock?[] blocks)
    {
        List<Box> boxes = [];
        var keep = Keep.Free;
        foreach (var block in blocks)
        {
            if (block!.Boxes.Count > 0)
            {
                if (keep > block.Boxes[0].Keep)
                    block.Boxes[0].Keep = keep;
                boxes.AddRange(block.Boxes);
            }

            keep = block.KeepNext;
        }

        return boxes;
    }

    private static Destinations Collect(Document document, List<PagePlan> pages)
    {
        var targets = new Destinations();
        for (var p = 0; p < pages.Count; p++)
        {
            var top = document.Sections.IsEmpty ? 0 : document.Sections[pages[p].Section].Page.Top;
            foreach (var item in pages[p].Items)
            {
                if (item.Artifact || item.Box.Anchors is not { } anchors)
                    continue;
                foreach (var anchor in anchors)
                    targets.Set(anchor, new(p, top + item.Y), pages[p].Label);
            }
        }

        return targets;
    }

    private static LayoutResult Paint(
        Document document,
        FontSet fonts,
        Survey survey,
        Measurer measurer,
        MeasuredBlock?[][] measured,
        Destinations targets,
        List<PagePlan> plans,
        NoticeLog notices
    )
    {
        var root = new StructureNode("Document", null);
        foreach (var block in measured.SelectMany(s => s))
        {
            foreach (var tag in block!.Tags)
                tag.Build(root);
        }

        var painter = new Painter(document.Styles.Lines, targets, notices);
        var furniture = new PageFurniture(measurer, fonts);
        var chapters = Chapters(survey, targets, plans.Count);
        var pages = ImmutableArray.CreateBuilder<Page>(plans.Count);
        for (var p = 0; p < plans.Count; p++)
        {
            var plan = plans[p];
            painter.PageIndex = p;
            var section = document.Sections.IsEmpty
                ? new DocumentSection { Blocks = [] }
                : document.Sections[plan.Section];
            PaintPage(painter, furniture, section, plan, chapters[p], document.Styles);
            var (items, links) = painter.Finish();
            pages.Add(new(section.Page.Width, section.Page.Height, plan.Label, items) { Links = links });
        }

        var result = new PagedDocument
        {
            Pages = pages.MoveToImmutable(),
            Structure = root,
            Outline = Outline(survey, targets),
            Info = document.Info,
            Attachments = document.Attachments,
        };
        return new(result, [.. notices.All.OrderBy(n => n.Page)]);
    }

    private static void PaintPage(
        Painter painter,
        PageFurniture furniture,
        DocumentSection section,
        PagePlan plan,
        string chapter,
        StyleSheet styles
    )
    {
        var page = section.Page;
        var left = page.Facing && !plan.IsOdd ? page.Outer : page.Inner;
        foreach (var item in plan.Items)
        {
            painter.Artifact = item.Artifact;
            item.Box.Paint(painter, left, page.Top + item.Y);
        }

        painter.Artifact = false;
        if (plan.Closing is { } closing)
        {
            painter.PaintRule(
                left + closing.Table.X,
                page.Top + closing.Y,
                closing.Table.Width,
                closing.Table.ClosingRule,
                closing.Table.RuleInk.Color
            );
        }

        if (plan.Footings.Count > 0)
        {
            var y = page.Height - page.Bottom - plan.FootingHeight;
            painter.PaintRule(left, y + 4, page.BodyWidth / 4, 0.5, styles.Footnote.Ink.Color);
            y += Paginator.FootingLead;
            foreach (var footing in plan.Footings)
            {
                BoxList.Paint(footing.Boxes, painter, left, y);
                y += footing.Height;
            }
        }

        if (!plan.IsBlank)
            furniture.Paint(painter, section, plan, left, chapter);
    }

    // The chapter of a page is the last one begun on it or before.
    private static string[] Chapters(Survey survey, Destinations targets, int count)
    {
        var chapters = new string[count];
        Array.Fill(chapters, "");
        for (var i = 0; i < survey.Headings.Count; i++)
        {
            var heading = survey.Headings[i];
            if (heading.Level == 1 && targets.OfHeading(i) is { } place)
                Array.Fill(chapters, heading.Number + heading.Content.PlainText, place.Page, count - place.Page);
        }

        return chapters;
    }

    private static ImmutableArray<OutlineEntry> Outline(Survey survey, Destinations targets)
    {
        var i = 0;
        return Level(0);

        ImmutableArray<OutlineEntry> Level(int above)
        {
            var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
            while (i < survey.Headings.Count && survey.Headings[i].Level > above)
            {
                var heading = survey.Headings[i];
                var place = targets.OfHeading(i++);
                if (!heading.Listed || place is null)
                    continue;
                entries.Add(new(heading.Number + heading.Content.PlainText, place, Level(heading.Level)));
            }

            return entries.ToImmutable();
        }
    }
}
