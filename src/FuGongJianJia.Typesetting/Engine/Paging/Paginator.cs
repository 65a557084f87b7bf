using System.Globalization;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>
/// Fills pages（分页）: each as far as it goes, then back to the last place where it may end. Every page takes at least
/// one box or a part of one, so that the work ends and nothing is lost.
/// </summary>
internal sealed class Paginator(Document document, NoticeLog notices)
{
    /// <summary>White and rule above the footnotes of a page.</summary>
    internal const double FootingLead = 12;

    private const double Slack = 0.01;

    private readonly List<PagePlan> _pages = [];
    private int _section;
    private int _next = 1;
    private bool _firstOfSection;

    /// <summary>Makes the pages of all sections; never none.</summary>
    internal List<PagePlan> Run(IReadOnlyList<List<Box>> sections)
    {
        for (_section = 0; _section < sections.Count; _section++)
        {
            var section = document.Sections[_section];
            // The sheet of paper decides, not the number printed on it: numbers may begin anew behind a cover of one
            // page.
            if (section.OnOddPage && _pages.Count % 2 != 0)
                _pages.Add(NewPage() with { IsBlank = true });
            if (section.Numbering.Start is { } start)
                _next = start;
            _firstOfSection = true;
            Fill([.. sections[_section]], section.Page);
        }

        if (_pages.Count == 0)
        {
            _section = 0;
            _pages.Add(NewPage());
        }

        return _pages;
    }

    private PagePlan NewPage()
    {
        var number = _next++;
        var style = document.Sections.IsEmpty ? NumberStyle.Arabic : document.Sections[_section].Numbering.Style;
        var page = new PagePlan
        {
            Section = _section,
            Number = number,
            IsFirstOfSection = _firstOfSection,
            Label =
                style == NumberStyle.Roman
                    ? ChineseNumerals.Roman(number)
                    : number.ToString(CultureInfo.InvariantCulture),
        };
        _firstOfSection = false;
        return page;
    }

    private void Fill(List<Box> boxes, PageSetup setup)
    {
        var i = 0;
        do
        {
            var page = NewPage();
            _pages.Add(page);
            i = FillPage(page, boxes, i, setup);
        } while (i < boxes.Count);
    }

    // Fills one page from box i on and returns the first box of the next page.
    private int FillPage(PagePlan page, List<Box> boxes, int i, PageSetup setup)
    {
        var height = setup.BodyHeight;
        double y = 0;
        Box? above = null;
        if (Continues(boxes, i))
            y = RepeatHead(page, boxes[i].Table!, height, out above);
        var heads = page.Items.Count;
        var top = y;
        var k = i;
        while (k < boxes.Count)
        {
            var box = boxes[k];
            if (box is PageBreakBox pageBreak)
            {
                k++;
                if (page.Items.Count == 0)
                {
                    // An empty page is not ended again.
                    i = k;
                    continue;
                }

                Finish(page, height, y);
                if (pageBreak.ToOddPage && _pages.Count % 2 != 0 && k < boxes.Count)
                    _pages.Add(NewPage() with { IsBlank = true });
                return k;
            }

            var place = Place(box, above, y, setup);
            if (box is ColumnsBox columns)
            {
                var room = height - page.FootingHeight - place;
                var filled = ColumnFill.Balance(columns, room, out var taken, out var rest);
                if (filled.Count > 0)
                {
                    page.Items.Add(new(Slice(columns, filled, taken), place, false));
                    (y, above) = (place + taken, box);
                    if (rest.Count == 0)
                    {
                        k++;
                        continue;
                    }

                    boxes[k] = new ColumnsBox(columns.Count, columns.ColumnWidth, columns.Gap, rest)
                    {
                        After = columns.After,
                    };
                    Finish(page, height, y);
                    return k;
                }

                if (page.Items.Count == heads)
                {
                    // Not one box fits an empty page: it is let out over the edge rather than lost.
                    page.Items.Add(new(Slice(columns, [columns.Boxes[..1]], columns.Boxes[0].Height), place, false));
                    TellTooTall(columns.Boxes[0], height);
                    boxes[k] = new ColumnsBox(columns.Count, columns.ColumnWidth, columns.Gap, columns.Boxes[1..]);
                    return columns.Boxes.Count > 1 ? k : k + 1;
                }

                return EndAt(page, boxes, i, k, heads, height);
            }

            if (
                box is PictureBox { FloatLength: > 0 } picture
                && page.Items.Count > heads
                && FloatedFigure.TryPass(boxes, k, picture.FloatLength, height - page.FootingHeight - place)
            )
                continue;
            var own = page.Items.Count == heads && box is SpaceBox { IsFixed: false } && top == 0 ? 0 : box.Height;
            var notes = FootingsHeight(box, page);
            if (place + own + page.FootingHeight + notes > height + Slack)
            {
                var room = height - page.FootingHeight - place;
                if (page.Items.Count == heads)
                    return Oversized(page, boxes, k, place, room, height, notes);
                if (
                    box.Height > height - top
                    && room > height / 4
                    && box.Keep == Keep.Free
                    && box.TrySplit(room, out var part, out var left)
                )
                {
                    Put(page, part, place, notes);
                    boxes[k] = left;
                    CloseTable(page, left, part, place + part.Height);
                    Finish(page, height, place + part.Height);
                    return k;
                }

                return EndAt(page, boxes, i, k, heads, height);
            }

            Put(page, box, place, notes);
            (y, above) = (place + own, box);
            k++;
        }

        Finish(page, height, y);
        return k;
    }

    private static double Place(Box box, Box? above, double y, PageSetup setup)
    {
        var place = y + BoxList.Gap(above, box);
        if (box.OnGrid && setup.GridPitch > 0)
            place = Math.Ceiling((place / setup.GridPitch) - 0.001) * setup.GridPitch;
        return place;
    }

    private static void Put(PagePlan page, Box box, double y, double notes)
    {
        page.Items.Add(new(box, y, false));
        if (box.Footings is null)
            return;
        page.Footings.AddRange(box.Footings);
        page.FootingHeight += notes;
    }

    private static double FootingsHeight(Box box, PagePlan page) =>
        box.Footings is null ? 0 : box.Footings.Sum(f => f.Height) + (page.Footings.Count == 0 ? FootingLead : 0);

    // The page is full at box k: back to the last place where it may end, a stronger bond giving way only when there is
    // no weaker.
    private int EndAt(PagePlan page, List<Box> boxes, int start, int k, int heads, double height)
    {
        for (var keep = Keep.Free; keep <= Keep.Together; keep++)
        {
            for (var j = k; j > start; j--)
            {
                if (boxes[j].Keep > keep || boxes[j] is SpaceBox && j < k)
                    continue;
                if (keep == Keep.Together)
                    TellSplit(boxes[j]);
                return Cut(page, boxes, start, j, heads, height);
            }
        }

        return Cut(page, boxes, start, k, heads, height);
    }

    private int Cut(PagePlan page, List<Box> boxes, int start, int j, int heads, double height)
    {
        page.Items.RemoveRange(heads + j - start, page.Items.Count - heads - (j - start));
        page.Footings.Clear();
        foreach (var item in page.Items)
        {
            if (item.Box.Footings is { } footings && !item.Artifact)
                page.Footings.AddRange(footings);
        }

        page.FootingHeight = page.Footings.Count == 0 ? 0 : page.Footings.Sum(f => f.Height) + FootingLead;
        var last = page.Items[^1];
        CloseTable(page, boxes[j], last.Box, last.Y + last.Box.Height);
        Finish(page, height, last.Y + last.Box.Height);
        return j;
    }

    // A box that an empty page cannot hold is divided, or let out over the edge rather than lost.
    private int Oversized(PagePlan page, List<Box> boxes, int k, double place, double room, double height, double notes)
    {
        var box = boxes[k];
        if (box.TrySplit(room, out var part, out var left))
        {
            TellSplit(box);
            Put(page, part, place, notes);
            boxes[k] = left;
            CloseTable(page, left, part, place + part.Height);
            return k;
        }

        Put(page, box, place, notes);
        if (box.Height > height)
            TellTooTall(box, height);
        return k + 1;
    }

    private static void CloseTable(PagePlan page, Box next, Box last, double y)
    {
        if (next.Table is { } table && last.Table == table)
            page.Closing = (table, y);
    }

    private static bool Continues(List<Box> boxes, int i) =>
        i < boxes.Count
        && boxes[i].Table is { } table
        && ((i > 0 && boxes[i - 1].Table == table) || boxes[i] is RowBox { IsRest: true });

    private static double RepeatHead(PagePlan page, TableFlow table, double height, out Box? above)
    {
        above = null;
        if (BoxList.HeightOf(table.Head) > height / 2)
            return 0;
        double y = 0;
        foreach (var box in table.Head)
        {
            y += BoxList.Gap(above, box);
            page.Items.Add(new(box, y, true));
            y += box.Height;
            above = box;
        }

        return y;
    }

    // Springs share what the page has left.
    private static void Finish(PagePlan page, double height, double y)
    {
        double weights = 0;
        foreach (var item in page.Items)
        {
            if (item.Box is SpringBox spring)
                weights += spring.Weight;
        }

        var free = height - page.FootingHeight - y;
        if (weights <= 0 || free <= 0)
            return;
        double shift = 0;
        for (var i = 0; i < page.Items.Count; i++)
        {
            page.Items[i] = page.Items[i] with { Y = page.Items[i].Y + shift };
            if (page.Items[i].Box is SpringBox spring)
                shift += free * spring.Weight / weights;
        }
    }

    private static ColumnSliceBox Slice(ColumnsBox columns, List<List<Box>> filled, double height)
    {
        var slice = new ColumnSliceBox(filled, columns.Stride) { Height = height };
        return Measurer.Lift(slice, filled.SelectMany(c => c));
    }

    private void TellSplit(Box box) =>
        notices.Add(
            new(
                NoticeKind.Split,
                _pages.Count,
                box.Where,
                "要求不拆页的内容高出一页，已在中间拆开。请缩短内容或去掉不拆页的要求。"
            )
        );

    private void TellTooTall(Box box, double height) =>
        notices.Add(
            new(
                NoticeKind.Overfull,
                _pages.Count,
                box.Where,
                $"高 {Units.ToMm(box.Height):0} 毫米，高出版心 {Units.ToMm(height):0} 毫米，且无法拆开。请缩小或改用更大的版心。"
            )
        );
}
