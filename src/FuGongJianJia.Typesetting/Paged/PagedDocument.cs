using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>
/// A document after layout（排好的文档）: pages of placed items and the logical structure over them.
/// Layout makes it, the PDF writer turns it into bytes. Lengths are points, the origin of a page is its top left
/// corner.
/// </summary>
public sealed record PagedDocument
{
    /// <summary>Pages in order; never empty.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>Root of the structure tree (Document).</summary>
    public required StructureNode Structure { get; init; }

    /// <summary>Outline（书签）.</summary>
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];

    /// <summary>Metadata.</summary>
    public required DocumentInfo Info { get; init; }

    /// <summary>Attached files（附件）.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];
}

/// <summary>A page（页）.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Label">Page label as printed, such as 1 or iii.</param>
/// <param name="Items">Items in painting order.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items)
{
    /// <summary>Links of the page.</summary>
    public ImmutableArray<PageLink> Links { get; init; } = [];

    /// <summary>Places kept free for electronic seals.</summary>
    public ImmutableArray<SealPlace> Seals { get; init; } = [];
}

/// <summary>A link area（链接）.</summary>
/// <param name="Area">Area on the page.</param>
/// <param name="Uri">Outside address; null for an inside link.</param>
/// <param name="Target">Inside target; null for an outside link.</param>
/// <param name="Description">What it leads to（Contents）.</param>
/// <param name="Structure">The Link element it belongs to.</param>
public sealed record PageLink(
    Rectangle Area,
    string? Uri,
    Destination? Target,
    string Description,
    StructureNode? Structure
);

/// <summary>A place in the document（目标）.</summary>
/// <param name="Page">0-based page index.</param>
/// <param name="Top">Distance from the top of that page, points.</param>
public sealed record Destination(int Page, double Top);

/// <summary>An entry of the outline（书签）.</summary>
/// <param name="Title">Text.</param>
/// <param name="Target">Where.</param>
/// <param name="Children">Entries below.</param>
public sealed record OutlineEntry(string Title, Destination Target, ImmutableArray<OutlineEntry> Children);
