using FuGongJianJia.Typesetting.Engine.Boxes;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>
/// Lets the lines that follow a figure go before it when the page has no room for the figure（图文换位）, so that no page
/// ends half empty. The order in which it is read does not change.
/// </summary>
internal static class FloatedFigure
{
    // One line moved up would stand alone; two are a part of a paragraph.
    private const int FewestLines = 2;

    /// <summary>Moves lines of paragraphs before the figure.</summary>
    /// <param name="boxes">Boxes of the section, changed when lines move.</param>
    /// <param name="k">The figure.</param>
    /// <param name="length">Boxes of the figure and its title.</param>
    /// <param name="room">Height that the page has left.</param>
    internal static bool TryPass(List<Box> boxes, int k, int length, double room)
    {
        var figure = boxes.GetRange(k, length);
        if (figure[0].Keep > Keep.Widow || BoxList.HeightOf(figure) <= room)
            return false;
        var end = k + length;
        double height = 0;
        var lines = 0;
        var above = k > 0 ? boxes[k - 1] : null;
        for (
            var j = end;
            j < boxes.Count
                && boxes[j] is LineBox { Paragraph.Tag.Tag: "P", Footnotes: null, Keep: <= Keep.Lines } line;
            j++
        )
        {
            height += BoxList.Gap(above, line) + line.Height;
            if (height > room)
                break;
            above = line;
            if (j + 1 == boxes.Count || boxes[j + 1].Keep == Keep.Free)
                lines = j + 1 - end;
        }

        if (lines < FewestLines)
            return false;
        var moved = boxes.GetRange(end, lines);
        boxes.RemoveRange(end, lines);
        boxes.InsertRange(k, moved);
        return true;
    }
}
