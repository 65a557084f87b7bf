using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Page numbers of a section（页码）.</summary>
public sealed record PageNumbering
{
    /// <summary>Digits.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.Arabic;

    /// <summary>Number of the first page of the section; null goes on from the section before.</summary>
    public int? Start { get; init; }

    /// <summary>Where it is printed.</summary>
    public PageNumberPlace Place { get; init; } = PageNumberPlace.Outside;

    /// <summary>Printed before the number.</summary>
    public string Prefix { get; init; } = "— ";

    /// <summary>Printed after the number.</summary>
    public string Suffix { get; init; } = " —";

    /// <summary>Face.</summary>
    public FontRole Role { get; init; } = FontRole.Song;

    /// <summary>Type size, points.</summary>
    public double Size { get; init; } = TypeSize.Four;

    /// <summary>Distance from the type area to the top of the digits, points.</summary>
    public double Distance { get; init; } = Units.Mm(7);

    /// <summary>Counted and not printed on the first page of the section: letters（信函格式首页不显示页码）.</summary>
    public bool PlainFirstPage { get; init; }

    /// <summary>
    /// GB/T 9704-2012 7.5: 四号 half-width 宋 digits between 一字线, 7 mm below the type area, one character in from the
    /// outer edge.
    /// </summary>
    public static PageNumbering Official { get; } = new();

    /// <summary>Counted, not printed: covers and 版记 pages.</summary>
    public static PageNumbering Hidden { get; } = new() { Place = PageNumberPlace.None };

    /// <summary>Small roman numerals from i: contents and prefaces.</summary>
    public static PageNumbering FrontMatter { get; } = new() { Style = NumberStyle.Roman, Start = 1 };
}

/// <summary>Digits of page numbers.</summary>
public enum NumberStyle
{
    /// <summary>1, 2, 3.</summary>
    Arabic,

    /// <summary>i, ii, iii.</summary>
    Roman,
}

/// <summary>Where the page number stands.</summary>
public enum PageNumberPlace
{
    /// <summary>Odd pages right, even pages left, one character in.</summary>
    Outside,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>Not printed.</summary>
    None,
}
