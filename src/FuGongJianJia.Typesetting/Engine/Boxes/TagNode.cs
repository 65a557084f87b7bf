using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>
/// An element of the structure tree while measuring（结构草稿）: blocks may be measured again when page numbers change,
/// so the tree of the file is built from these only when the pages stand.
/// </summary>
internal sealed class TagNode(string tag)
{
    private List<TagNode>? _children;

    internal List<TagNode> Children => _children ?? [];

    internal string Tag { get; } = tag;

    internal string? Alt { get; init; }

    internal string? Scope { get; init; }

    internal int ColumnSpan { get; init; } = 1;

    internal int RowSpan { get; init; } = 1;

    internal string? ListNumbering { get; init; }

    /// <summary>Element of the file, once built.</summary>
    internal StructureNode? Node { get; private set; }

    internal TagNode Add(TagNode child)
    {
        (_children ??= []).Add(child);
        return child;
    }

    internal TagNode Add(string tag) => Add(new TagNode(tag));

    internal void Build(StructureNode parent)
    {
        Node = new StructureNode(Tag, parent)
        {
            Alt = Alt,
            Scope = Scope,
            ColumnSpan = ColumnSpan,
            RowSpan = RowSpan,
            ListNumbering = ListNumbering,
        };
        BuildChildren(Node);
    }

    /// <summary>Builds what stands below into a node that exists.</summary>
    internal void BuildChildren(StructureNode node)
    {
        if (_children is null)
            return;
        foreach (var child in _children)
            child.Build(node);
    }
}
