namespace FuGongJianJia.Typesetting.Paged;

/// <summary>
/// An element of the structure tree（结构元素）. Built top down while layout runs, then not changed.
/// Identity matters: page items point to their node.
/// </summary>
public sealed class StructureNode
{
    private readonly List<StructureNode> _children = [];

    /// <summary>Makes an element below a parent (null for the root).</summary>
    public StructureNode(string tag, StructureNode? parent)
    {
        Tag = tag;
        parent?._children.Add(this);
    }

    /// <summary>
    /// Standard structure type of PDF 1.7: Document, H1–H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure, Caption,
    /// TOC, TOCI, Link, Note …
    /// </summary>
    public string Tag { get; }

    /// <summary>Children in reading order.</summary>
    public IReadOnlyList<StructureNode> Children => _children;

    /// <summary>Alternative text of a figure.</summary>
    public string? Alt { get; init; }

    /// <summary>Replacement text.</summary>
    public string? ActualText { get; init; }

    /// <summary>Scope of a TH: Column, Row or Both.</summary>
    public string? Scope { get; init; }

    /// <summary>Columns spanned by a TH or TD.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows spanned by a TH or TD.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Numbering of an L: Decimal, Disc, None.</summary>
    public string? ListNumbering { get; init; }
}
