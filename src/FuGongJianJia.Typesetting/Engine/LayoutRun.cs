using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Engine.Paging;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine;

/// <summary>
/// The way of one document to pages（排版过程）: measured and paged until the page numbers it prints stand, then painted.
/// </summary>
internal sealed class LayoutRun
{
    // Contents and references settle in two passes as a rule; a document that swings between two states is stopped
    // here.
    private const int MostPasses = 5;

    private readonly Document _document;
    private readonly NoticeLog _notices = new();
    private readonly Survey _survey;
    private readonly BlockMeasurer _measurer;
    private readonly PageFurniture _furniture;
    private readonly MeasuredBlock?[][] _measured;

    internal LayoutRun(Document document, FontSet fonts)
    {
        _document = document;
        _survey = new(document, _notices);
        _measurer = new(document, fonts, _survey, _notices);
        _furniture = new(_measurer, fonts);
        _measured = [.. document.Sections.Select(s => new MeasuredBlock?[s.Blocks.Length])];
    }

    internal LayoutResult Run()
    {
        var places = new Destinations();
        for (var pass = 1; ; pass++)
        {
            var printsPages = Measure(places);
            var paging = new NoticeLog();
            var pages = new Paginator(_document, paging).Run([.. _measured.Select(Flatten)]);
            var found = Collect(pages);
            var isSettled = !printsPages || found.PrintsSameAs(places);
            places = found;
            if (!isSettled && pass < MostPasses)
                continue;
            foreach (var notice in paging.All)
                _notices.Add(notice);
            if (!isSettled)
                TellUnsettled();
            return new(Paint(places, pages), [.. _notices.All.OrderBy(n => n.Page)]);
        }
    }

    // Every block the first time, then only those that print page numbers of others; true when there are any.
    private bool Measure(Destinations places)
    {
        var printsPages = false;
        for (var s = 0; s < _measured.Length; s++)
        {
            var (blocks, page) = (_document.Sections[s].Blocks, _document.Sections[s].Page);
            for (var b = 0; b < blocks.Length; b++)
            {
                if (_measured[s][b] is null or { PrintsPages: true })
                    _measured[s][b] = _measurer.Measure(blocks[b], page, _survey.Starts[s][b], places);
                printsPages |= _measured[s][b]!.PrintsPages;
            }
        }

        return printsPages;
    }

    private List<Box> Flatten(MeasuredBlock?[] measured, int section)
    {
        var blocks = _document.Sections[section].Blocks;
        List<Box> boxes = [];
        var keep = Keep.Free;
        for (var b = 0; b < measured.Length; b++)
        {
            var block = measured[b]!;
            if (b > 0 && LeadOf(blocks[b - 1], blocks[b]) is var lead && lead > keep)
                keep = lead;
            if (block.Boxes.Count > 0)
            {
                if (keep > block.Boxes[0].Keep)
                    block.Boxes[0].Keep = keep;
                boxes.AddRange(block.Boxes);
            }

            keep = block.KeepNext;
        }

        return boxes;
    }

    // A paragraph that ends with a colon leads what follows, whatever that is. One that names the table or figure
    // behind it leads that, but lets the text that follows a figure go between them.
    private static Keep LeadOf(DocumentBlock block, DocumentBlock next) =>
        block is not Paragraph { Content.Inlines: var inlines } ? Keep.Free
        : inlines is [.., Run { Content: [.., '：'] }] ? Keep.Next
        : next is { Id: { } id } and (Table or Figure or ImageBlock)
        && inlines.Any(i => i is CrossReference { Kind: ReferenceKind.Number } named && named.Target == id)
            ? Keep.Widow
        : Keep.Free;

    private Destinations Collect(List<PagePlan> pages)
    {
        var places = new Destinations();
        for (var p = 0; p < pages.Count; p++)
        {
            var top = SectionOf(pages[p]).Page.Top;
            foreach (var item in pages[p].Items)
            {
                if (item.Artifact || item.Box.Anchors is not { } anchors)
                    continue;
                foreach (var anchor in anchors)
                    places.Set(anchor, new(p, top + item.Y), pages[p].Label);
            }
        }

        return places;
    }

    private PagedDocument Paint(Destinations places, List<PagePlan> plans)
    {
        var root = new StructureNode("Document", null);
        foreach (var tag in _measured.SelectMany(s => s).SelectMany(b => b!.Tags))
            tag.Build(root);

        var painter = new Painter(_document.Styles.Lines, places, _notices);
        var sheet = new PagePainter(painter, _furniture, _document.Styles);
        var chapters = Chapters(places, plans.Count);
        var pages = ImmutableArray.CreateBuilder<Page>(plans.Count);
        for (var p = 0; p < plans.Count; p++)
        {
            painter.PageIndex = p;
            var section = SectionOf(plans[p]);
            sheet.Paint(section, plans[p], chapters[p]);
            pages.Add(painter.Finish(section.Page, plans[p].Label));
        }

        return new()
        {
            Pages = pages.MoveToImmutable(),
            Structure = root,
            Outline = Outline(places),
            Info = _document.Info,
            Attachments = _document.Attachments,
        };
    }

    // A document without sections has one empty page all the same.
    private DocumentSection SectionOf(PagePlan plan) =>
        _document.Sections.IsEmpty ? new() { Blocks = [] } : _document.Sections[plan.Section];

    // The chapter of a page is the last one begun on it or before.
    private string[] Chapters(Destinations places, int count)
    {
        var chapters = new string[count];
        Array.Fill(chapters, "");
        for (var i = 0; i < _survey.Headings.Count; i++)
        {
            var heading = _survey.Headings[i];
            if (heading.Level == 1 && places.OfHeading(i) is { } place)
                Array.Fill(chapters, heading.Words, place.Page, count - place.Page);
        }

        return chapters;
    }

    private ImmutableArray<OutlineEntry> Outline(Destinations places)
    {
        var i = 0;
        return Below(0);

        ImmutableArray<OutlineEntry> Below(int level)
        {
            var entries = ImmutableArray.CreateBuilder<OutlineEntry>();
            while (i < _survey.Headings.Count && _survey.Headings[i].Level > level)
            {
                var heading = _survey.Headings[i];
                var place = places.OfHeading(i++);
                if (!heading.Listed || place is null)
                    continue;
                entries.Add(new(heading.Words, place, Below(heading.Level)));
            }

            return entries.ToImmutable();
        }
    }

    private void TellUnsettled() =>
        _notices.Add(
            new(
                NoticeKind.Unsettled,
                0,
                _document.Info.Title,
                $"目录和互见中的页码经 {MostPasses} 遍排版仍未稳定，个别页码可能差一页。"
            )
        );
}
