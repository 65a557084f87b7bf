using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>
/// Fills one page（填版）: as far as it goes, then back to the last place where it may end. It takes at least one box or a
/// part of one, so that the work ends and nothing is lost.
/// </summary>
internal sealed class PageFiller(PagePlan page, List<Box> boxes, int first, PageSetup setup, NoticeLog notices)
{
    /// <summary>White and rule above the footnotes of a page, points.</summary>
    internal const double FootnoteSeparator = 12;

    // Heights are sums of many small ones; what exceeds a page by less, points, still stands on it.
    private const double Slack = 0.01;

    // What may be divided is divided only where more than this share of the page is left for its first part: in less,
    // a line or two would stand that the eye takes for the end of the row.
    private const double LeastRoomToDivide = 1.0 / 4;

    // A table's head is repeated while it leaves this share of the page to its rows.
    private const double LeastRoomUnderHead = 1.0 / 2;

    // A box that misses a line of the grid by this share of a pitch stands on it: sums of heights are not exact.
    private const double GridSlack = 0.001;

    private readonly double _height = setup.BodyHeight;

    // First box of the page; page breaks before anything else are passed over.
    private int _first = first;

    // The box at hand, the height taken so far, and the box above.
    private int _next = first;
    private double _y;
    private Box? _above;

    // The repeated head of a table: how many items, and their height.
    private int _heads;
    private double _top;

    /// <summary>A page break asked for an odd page behind it.</summary>
    internal bool EndsBeforeOddPage { get; private set; }

    // Nothing but a repeated head.
    private bool IsEmpty => page.Items.Count == _heads;

    /// <summary>Fills the page and returns the first box of the next.</summary>
    internal int Fill()
    {
        if (ContinuedTable() is { } table)
            RepeatHead(table);
        while (_next < boxes.Count)
        {
            var box = boxes[_next];
            var place = Place(box);
            var end = box switch
            {
                PageBreakBox pageBreak => EndBy(pageBreak),
                ColumnsBox columns => Take(columns, place),
                _ => Take(box, place),
            };
            if (end is { } next)
                return next;
        }

        Finish(_y);
        return _next;
    }

    private TableFlow? ContinuedTable() =>
        _first < boxes.Count
        && boxes[_first].Table is { } table
        && ((_first > 0 && boxes[_first - 1].Table == table) || boxes[_first] is RowBox { IsRest: true })
            ? table
            : null;

    private void RepeatHead(TableFlow table)
    {
        if (BoxList.HeightOf(table.Head) > _height * LeastRoomUnderHead)
            return;
        foreach (var box in table.Head)
        {
            _y += BoxList.Gap(_above, box);
            page.Items.Add(new(box, _y, true));
            _y += box.Height;
            _above = box;
        }

        (_heads, _top) = (page.Items.Count, _y);
    }

    private double Place(Box box)
    {
        var place = _y + BoxList.Gap(_above, box);
        return box.OnGrid && setup.GridPitch > 0
            ? Math.Ceiling((place / setup.GridPitch) - GridSlack) * setup.GridPitch
            : place;
    }

    private double RoomBelow(double place) => _height - page.FootnoteHeight - place;

    // Each of these gives the first box of the next page, or null when the page goes on.
    private int? EndBy(PageBreakBox pageBreak)
    {
        _next++;
        if (page.Items.Count == 0)
        {
            // An empty page is not ended again.
            _first = _next;
            return null;
        }

        Finish(_y);
        EndsBeforeOddPage = pageBreak.ToOddPage;
        return _next;
    }

    private int? Take(ColumnsBox columns, double place)
    {
        var filled = ColumnFill.Balance(columns.Boxes, columns.Count, RoomBelow(place), out var taken, out var rest);
        if (filled.Count == 0 && rest.Count > 0)
            return IsEmpty ? LetOut(columns, place) : EndAt();
        page.Items.Add(new(columns.Slice(filled, taken), place, false));
        (_y, _above) = (place + taken, columns);
        if (rest.Count == 0)
        {
            _next++;
            return null;
        }

        boxes[_next] = columns.Rest(rest);
        Finish(_y);
        return _next;
    }

    // Not one box fits an empty page: it is let out over the edge rather than lost.
    private int LetOut(ColumnsBox columns, double place)
    {
        var tall = columns.Boxes[0];
        page.Items.Add(
            new(
                columns.Slice(
                    [
                        [tall],
                    ],
                    tall.Height
                ),
                place,
                false
            )
        );
        TellTooTall(tall);
        boxes[_next] = columns.Rest(columns.Boxes[1..]);
        return columns.Boxes.Count > 1 ? _next : _next + 1;
    }

    private int? Take(Box box, double place)
    {
        if (
            box is PictureBox { FloatLength: > 0 and var length }
            && !IsEmpty
            && FloatedFigure.TryPass(boxes, _next, length, RoomBelow(place))
        )
            return null;
        var own = IsEmpty && box is SpaceBox { IsFixed: false } && _top == 0 ? 0 : box.Height;
        var notes = FootnotesHeight(box);
        if (place + own + page.FootnoteHeight + notes > _height + Slack)
            return IsEmpty ? TakeOversized(box, place, notes)
                : MayDivide(box, place) && TryDivide(box, place, notes) ? _next
                : EndAt();
        Put(box, place, notes);
        (_y, _above) = (place + own, box);
        _next++;
        return null;
    }

    private bool MayDivide(Box box, double place) =>
        box.Height > _height - _top && RoomBelow(place) > _height * LeastRoomToDivide && box.Keep == Keep.Free;

    private bool TryDivide(Box box, double place, double notes)
    {
        if (!box.TrySplit(RoomBelow(place), out var part, out var left))
            return false;
        Put(part, place, notes);
        boxes[_next] = left;
        CloseTable(left, part, place + part.Height);
        Finish(place + part.Height);
        return true;
    }

    // A box that an empty page cannot hold is divided, or let out over the edge rather than lost.
    private int TakeOversized(Box box, double place, double notes)
    {
        if (TryDivide(box, place, notes))
        {
            TellSplit(box);
            return _next;
        }

        Put(box, place, notes);
        if (box.Height > _height)
            TellTooTall(box);
        return _next + 1;
    }

    private void Put(Box box, double y, double notes)
    {
        page.Items.Add(new(box, y, false));
        if (box.Footnotes is null)
            return;
        page.Footnotes.AddRange(box.Footnotes);
        page.FootnoteHeight += notes;
    }

    private double FootnotesHeight(Box box) =>
        box.Footnotes is null
            ? 0
            : box.Footnotes.Sum(f => f.Height) + (page.Footnotes.Count == 0 ? FootnoteSeparator : 0);

    // The page is full at the box at hand: back to the last place where it may end, a stronger bond giving way only
    // when there is no weaker.
    private int EndAt()
    {
        for (var keep = Keep.Free; keep <= Keep.Together; keep++)
        {
            for (var j = _next; j > _first; j--)
            {
                if (boxes[j].Keep > keep || (boxes[j] is SpaceBox && j < _next))
                    continue;
                if (keep == Keep.Together)
                    TellSplit(boxes[j]);
                return Cut(j);
            }
        }

        return Cut(_next);
    }

    private int Cut(int end)
    {
        var kept = _heads + end - _first;
        page.Items.RemoveRange(kept, page.Items.Count - kept);
        page.Footnotes.Clear();
        foreach (var item in page.Items)
        {
            if (item.Box.Footnotes is { } footnotes && !item.Artifact)
                page.Footnotes.AddRange(footnotes);
        }

        page.FootnoteHeight = page.Footnotes.Count == 0 ? 0 : page.Footnotes.Sum(f => f.Height) + FootnoteSeparator;
        var last = page.Items[^1];
        CloseTable(boxes[end], last.Box, last.Y + last.Box.Height);
        Finish(last.Y + last.Box.Height);
        return end;
    }

    private void CloseTable(Box next, Box last, double y)
    {
        if (next.Table is { } table && last.Table == table)
            page.Closing = (table, y);
    }

    // Springs share what the page has left.
    private void Finish(double y)
    {
        var weights = page.Items.Sum(i => (i.Box as SpringBox)?.Weight ?? 0);
        var free = _height - page.FootnoteHeight - y;
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

    private void TellSplit(Box box) =>
        notices.Add(
            new(
                NoticeKind.Split,
                page.Sheet,
                box.Where,
                "要求不拆页的内容高出一页，已在中间拆开。请缩短内容或去掉不拆页的要求。"
            )
        );

    private void TellTooTall(Box box) =>
        notices.Add(
            new(
                NoticeKind.Overfull,
                page.Sheet,
                box.Where,
                $"高 {Units.ToMm(box.Height):0} 毫米，高出版心 {Units.ToMm(_height):0} 毫米，且无法拆开。"
                    + "请缩小或改用更大的版心。"
            )
        );
}
