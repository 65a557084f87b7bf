using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Writes the structure tree（结构树; ISO 32000-1, 14.7 and 14.8）: elements, the parent tree that leads from content back
/// to them, identifiers of notes, and roles of names that are not standard.
/// </summary>
internal sealed class StructureTree
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    };

    private static readonly ImmutableSortedDictionary<string, string> Roles = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("Title", "P"),
            KeyValuePair.Create("Strong", "Span"),
            KeyValuePair.Create("Em", "Span"),
            KeyValuePair.Create("Aside", "Div"),
            KeyValuePair.Create("FENote", "Note"),
        ]
    );

    private readonly PdfFile _file;
    private readonly List<Element> _elements = [];
    private readonly Dictionary<StructureNode, Element> _byNode = new(ReferenceComparer.Instance);
    private readonly SortedSet<string> _mapped = new(StringComparer.Ordinal);
    private readonly List<int[]> _pageParents = [];
    private readonly List<int> _annotationParents = [];
    private int[] _pages = [];

    public StructureTree(PdfFile file, StructureNode root)
    {
        _file = file;
        RootNumber = file.Reserve();
        Add(root, null);
    }

    /// <summary>Object number of the StructTreeRoot.</summary>
    public int RootNumber { get; }

    /// <summary>Takes the marked content of a page; pages come in order.</summary>
    /// <exception cref="ArgumentException">Content belongs to an element that is not below the root.</exception>
    public void AddPage(
        int page,
        IReadOnlyList<StructureNode> marked,
        IReadOnlyList<(StructureNode Node, Rectangle Area)> figures
    )
    {
        var parents = new int[marked.Count];
        for (var i = 0; i < marked.Count; i++)
        {
            var element = Find(marked[i]);
            parents[i] = element.Number;
            element.Content.Add(new Content(page, i));
        }

        foreach (var (node, area) in figures)
            Find(node).Include(page, area);
        _pageParents.Add(parents);
    }

    /// <summary>An element below the root for an annotation that stands in none.</summary>
    public StructureNode Add(string tag)
    {
        var node = new StructureNode(tag, null);
        Add(node, _elements[0]);
        return node;
    }

    /// <summary>Ties an annotation to its element and returns its key in the parent tree.</summary>
    public int AddAnnotation(int page, int annotation, StructureNode node)
    {
        var element = Find(node);
        element.Annotations.Add((page, annotation));
        _annotationParents.Add(element.Number);
        return -_annotationParents.Count;
    }

    /// <summary>Key of the n-th annotation (as AddAnnotation returned it) after the keys of all pages.</summary>
    public static int KeyOf(int annotation, int pageCount) => pageCount - annotation - 1;

    /// <summary>Writes all elements.</summary>
    /// <param name="pages">Object numbers of the pages.</param>
    /// <param name="heights">Their heights in points, to turn areas upright.</param>
    public void Write(int[] pages, double[] heights)
    {
        _pages = pages;
        Order(_elements[0]);
        var notes = new List<(string Id, int Number)>();
        foreach (var element in _elements)
            Write(element, heights, notes);
        WriteRoot(notes);
    }

    private Element Find(StructureNode node) =>
        _byNode.TryGetValue(node, out var element)
            ? element
            : throw new ArgumentException(
                $"Content belongs to a {node.Tag} that is not in the structure of the document.",
                nameof(node)
            );

    private Element Add(StructureNode node, Element? parent)
    {
        var element = new Element(node, parent, _file.Reserve());
        _elements.Add(element);
        _byNode.Add(node, element);
        parent?.Children.Add(element);
        if (!Standard.Contains(node.Tag))
            _mapped.Add(node.Tag);
        foreach (var child in node.Children)
            Add(child, element);
        return element;
    }

    // Where the content of an element and all below it begins.
    private static long Order(Element element)
    {
        var first = element.Content.Count > 0 ? element.Content[0].Position : long.MaxValue;
        foreach (var child in element.Children)
            first = Math.Min(first, Order(child));
        return element.First = first;
    }

    private void Write(Element element, double[] heights, List<(string Id, int Number)> notes)
    {
        var node = element.Node;
        var output = _file
            .Object(element.Number)
            .Raw("<</S"u8)
            .Name(node.Tag)
            .Raw("/P "u8)
            .Ref(element.Parent?.Number ?? RootNumber);
        var page = element.Content.Count > 0 ? element.Content[0].Page : -1;
        if (page >= 0)
            output.Raw("/Pg "u8).Ref(_pages[page]);
        WriteKids(output, element, page);
        WriteAttributes(output, element, heights);
        if (node.Alt is { Length: > 0 } alt)
            output.Raw("/Alt"u8).TextString(alt);
        if (node.ActualText is { } actual)
            output.Raw("/ActualText"u8).TextString(actual);
        if (node.Tag is "Note" or "FENote")
        {
            // A note has an identifier of its own (ISO 14289-1, 7.9).
            var id = FormattableString.Invariant($"note-{notes.Count + 1:D6}");
            notes.Add((id, element.Number));
            output.Raw("/ID"u8).TextString(id);
        }

        output.Raw(">>"u8);
    }

    // Own content and children in reading order: children keep theirs, own pieces go before the first child that begins
    // after them.
    private void WriteKids(PdfBuffer output, Element element, int page)
    {
        var count = element.Content.Count + element.Children.Count + element.Annotations.Count;
        if (count == 0)
            return;
        output.Raw("/K"u8).Raw(count > 1 ? "["u8 : " "u8);
        var next = 0;
        var first = true;
        foreach (var child in element.Children)
        {
            while (next < element.Content.Count && element.Content[next].Position < child.First)
                WriteContent(output, element.Content[next++], page, ref first);
            Separate(output, ref first);
            output.Ref(child.Number);
        }

        while (next < element.Content.Count)
            WriteContent(output, element.Content[next++], page, ref first);
        foreach (var (where, annotation) in element.Annotations)
        {
            Separate(output, ref first);
            output.Raw("<</Type/OBJR/Pg "u8).Ref(_pages[where]).Raw("/Obj "u8).Ref(annotation).Raw(">>"u8);
        }

        if (count > 1)
            output.Byte((byte)']');
    }

    private static void Separate(PdfBuffer output, ref bool first)
    {
        if (!first)
            output.Byte((byte)' ');
        first = false;
    }

    private void WriteContent(PdfBuffer output, Content content, int page, ref bool first)
    {
        Separate(output, ref first);
        if (content.Page == page)
            output.Int(content.Mcid);
        else
            output.Raw("<</Type/MCR/Pg "u8).Ref(_pages[content.Page]).Raw("/MCID "u8).Int(content.Mcid).Raw(">>"u8);
    }

    private static void WriteAttributes(PdfBuffer output, Element element, double[] heights)
    {
        var node = element.Node;
        if (node.Tag is "TH" or "TD" && (node.Scope is not null || node.ColumnSpan > 1 || node.RowSpan > 1))
        {
            output.Raw("/A<</O/Table"u8);
            if (node.Scope is { } scope)
                output.Raw("/Scope"u8).Name(scope);
            if (node.ColumnSpan > 1)
                output.Raw("/ColSpan "u8).Int(node.ColumnSpan);
            if (node.RowSpan > 1)
                output.Raw("/RowSpan "u8).Int(node.RowSpan);
            output.Raw(">>"u8);
        }
        else if (node.Tag == "L" && node.ListNumbering is { } numbering)
        {
            output.Raw("/A<</O/List/ListNumbering"u8).Name(numbering).Raw(">>"u8);
        }
        else if (node.Tag is "Figure" or "Formula" && element.Area is { } area)
        {
            var height = heights[element.AreaPage];
            output
                .Raw("/A<</O/Layout/Placement/Block/BBox["u8)
                .Real(area.X)
                .Byte((byte)' ')
                .Real(height - area.Y - area.Height)
                .Byte((byte)' ')
                .Real(area.X + area.Width)
                .Byte((byte)' ')
                .Real(height - area.Y)
                .Raw("]>>"u8);
        }
    }

    private void WriteRoot(List<(string Id, int Number)> notes)
    {
        var parentTree = _file.Reserve();
        var output = _file
            .Object(RootNumber)
            .Raw("<</Type/StructTreeRoot/K["u8)
            .Ref(_elements[0].Number)
            .Raw("]/ParentTree "u8)
            .Ref(parentTree)
            .Raw("/ParentTreeNextKey "u8)
            .Int(_pageParents.Count + _annotationParents.Count);
        if (_mapped.Count > 0)
        {
            output.Raw("/RoleMap<<"u8);
            foreach (var tag in _mapped)
                output.Name(tag).Name(Roles.GetValueOrDefault(tag, "Div"));
            output.Raw(">>"u8);
        }

        if (notes.Count > 0)
        {
            output.Raw("/IDTree<</Names["u8);
            foreach (var (id, number) in notes)
                output.TextString(id).Ref(number).Byte((byte)' ');
            output.Raw("]>>"u8);
        }

        output.Raw(">>"u8);
        output = _file.Object(parentTree).Raw("<</Nums["u8);
        for (var page = 0; page < _pageParents.Count; page++)
        {
            output.Int(page).Byte((byte)'[');
            for (var i = 0; i < _pageParents[page].Length; i++)
            {
                if (i > 0)
                    output.Byte((byte)' ');
                output.Ref(_pageParents[page][i]);
            }

            output.Raw("]\n"u8);
        }

        for (var i = 0; i < _annotationParents.Count; i++)
            output.Int(_pageParents.Count + i).Byte((byte)' ').Ref(_annotationParents[i]).Byte((byte)'\n');
        output.Raw("]>>"u8);
    }

    private readonly record struct Content(int Page, int Mcid)
    {
        public long Position => ((long)Page << 32) | (uint)Mcid;
    }

    private sealed class Element(StructureNode node, Element? parent, int number)
    {
        public StructureNode Node => node;

        public Element? Parent => parent;

        public int Number => number;

        public List<Element> Children { get; } = new(node.Children.Count);

        public List<Content> Content { get; } = [];

        public List<(int Page, int Number)> Annotations { get; } = [];

        public long First { get; set; }

        public int AreaPage { get; private set; }

        public Rectangle? Area { get; private set; }

        // A figure that goes over several pages has the area of its first one.
        public void Include(int page, Rectangle area)
        {
            if (Area is not { } known)
            {
                (AreaPage, Area) = (page, area);
            }
            else if (page == AreaPage)
            {
                var (left, top) = (Math.Min(known.X, area.X), Math.Min(known.Y, area.Y));
                Area = new Rectangle(
                    left,
                    top,
                    Math.Max(known.X + known.Width, area.X + area.Width) - left,
                    Math.Max(known.Y + known.Height, area.Y + area.Height) - top
                );
            }
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<StructureNode>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(StructureNode? x, StructureNode? y) => ReferenceEquals(x, y);

        public int GetHashCode(StructureNode obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
