using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Look of a table（表格样式）; thicknesses and paddings in points.</summary>
public sealed record TableLook
{
    /// <summary>Style of body cells.</summary>
    public ParagraphStyle Text { get; init; } =
        new()
        {
            Role = FontRole.Song,
            Size = TypeSize.Five,
            Leading = 15,
            Align = TextAlignment.Left,
        };

    /// <summary>Style of head cells.</summary>
    public ParagraphStyle Head { get; init; } =
        new()
        {
            Role = FontRole.Hei,
            Size = TypeSize.Five,
            Leading = 15,
            Align = TextAlignment.Centre,
        };

    /// <summary>First and last rule（顶线、底线）.</summary>
    public double OuterRule { get; init; } = 1.2;

    /// <summary>Rule under the head（栏目线）.</summary>
    public double HeadRule { get; init; } = 0.6;

    /// <summary>Rule between rows; 0 for none.</summary>
    public double RowRule { get; init; }

    /// <summary>Rule between columns; 0 for none.</summary>
    public double ColumnRule { get; init; }

    /// <summary>Colour of outer and head rules.</summary>
    public Ink RuleInk { get; init; } = new(Rgb.Black, "ink");

    /// <summary>Colour of rules between rows and columns.</summary>
    public Ink HairlineInk { get; init; } = new(Rgb.FromHex(0xB8B0A6), "hairline");

    /// <summary>Ground of the head; null for none.</summary>
    public Ink? HeadBackground { get; init; }

    /// <summary>Ground of every second row; null for none.</summary>
    public Ink? StripeBackground { get; init; }

    /// <summary>White at the left and right of a cell.</summary>
    public double PaddingX { get; init; } = 4;

    /// <summary>White above and below the lines of a cell.</summary>
    public double PaddingY { get; init; } = 2.5;

    /// <summary>Least height of a row.</summary>
    public double MinRowHeight { get; init; }

    /// <summary>Vertical place in cells.</summary>
    public VerticalAlignment VerticalAlign { get; init; } = VerticalAlignment.Middle;

    /// <summary>White above and below the table with its title and notes.</summary>
    public double Space { get; init; } = 6;
}
