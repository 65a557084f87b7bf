using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>A cell in its place（单元格就位）; points.</summary>
internal sealed class PlacedCell
{
    internal required TableCell Cell { get; init; }

    internal required int Row { get; init; }

    internal required int Column { get; init; }

    internal required int ColumnSpan { get; init; }

    internal required int RowSpan { get; set; }

    internal required TagNode Tag { get; init; }

    internal required CellAlignment Align { get; init; }

    internal required ParagraphStyle Style { get; init; }

    /// <summary>Words before they are broken; null for a cell of blocks.</summary>
    internal ShapedCell? Text { get; init; }

    /// <summary>Words broken to the width of the cell.</summary>
    internal SetParagraph? Set { get; set; }

    internal List<Box> Boxes { get; set; } = [];

    internal double X { get; set; }

    internal double Width { get; set; }
}
