namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Width of a column（列宽）.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Value">Points or share.</param>
public readonly record struct ColumnWidth(ColumnWidthKind Kind, double Value)
{
    /// <summary>As wide as its content（按内容）.</summary>
    public static ColumnWidth Content => new(ColumnWidthKind.Content, 0);

    /// <summary>Points.</summary>
    public static ColumnWidth Fixed(double points) => new(ColumnWidthKind.Fixed, points);

    /// <summary>A share of what fixed and content columns leave.</summary>
    public static ColumnWidth Fraction(double share) => new(ColumnWidthKind.Fraction, share);
}

/// <summary>Kind of a column width.</summary>
public enum ColumnWidthKind
{
    /// <summary>As wide as its content.</summary>
    Content,

    /// <summary>Points.</summary>
    Fixed,

    /// <summary>A share of the rest.</summary>
    Fraction,
}

/// <summary>A column（列）.</summary>
/// <param name="Width">Width.</param>
/// <param name="Align">Alignment of its body cells; heads are centred.</param>
public sealed record TableColumn(ColumnWidth Width, CellAlignment Align = CellAlignment.Left)
{
    /// <summary>As wide as its content.</summary>
    public static TableColumn Content(CellAlignment align = CellAlignment.Left) => new(ColumnWidth.Content, align);

    /// <summary>A share of the rest.</summary>
    public static TableColumn Share(double share, CellAlignment align = CellAlignment.Left) =>
        new(ColumnWidth.Fraction(share), align);

    /// <summary>Points.</summary>
    public static TableColumn Fixed(double points, CellAlignment align = CellAlignment.Left) =>
        new(ColumnWidth.Fixed(points), align);
}

/// <summary>Alignment in a cell.</summary>
public enum CellAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Centre,

    /// <summary>Right.</summary>
    Right,

    /// <summary>
    /// Numbers with their decimal points in one vertical（小数点对齐）, the widest centred in the column; what is no number is
    /// centred.
    /// </summary>
    Decimal,
}
