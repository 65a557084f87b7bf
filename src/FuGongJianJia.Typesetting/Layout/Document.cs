using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>A document before layout（文稿）: an immutable tree of sections and blocks.</summary>
public sealed record Document
{
    /// <summary>Metadata.</summary>
    public required DocumentInfo Info { get; init; }

    /// <summary>Sections in order; each begins a page.</summary>
    public required ImmutableArray<DocumentSection> Sections { get; init; }

    /// <summary>Styles.</summary>
    public StyleSheet Styles { get; init; } = StyleSheet.Official;

    /// <summary>Attached files.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>
    /// What <see cref="Inline.Fingerprint"/> prints, such as the first digits of the document's own
    /// <see cref="DocumentKey"/>.
    /// </summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>A section（节）: blocks on pages of one kind.</summary>
public sealed record DocumentSection
{
    /// <summary>Paper and type area.</summary>
    public PageSetup Page { get; init; } = PageSetup.OfficialDocument;

    /// <summary>Content.</summary>
    public required ImmutableArray<DocumentBlock> Blocks { get; init; }

    /// <summary>Running head; null for none.</summary>
    public RunningLine? Header { get; init; }

    /// <summary>Running foot beside the page number; null for none.</summary>
    public RunningLine? Footer { get; init; }

    /// <summary>No running head on the first page of the section.</summary>
    public bool PlainFirstPage { get; init; }

    /// <summary>Page numbers.</summary>
    public PageNumbering Numbering { get; init; } = PageNumbering.Official;

    /// <summary>Begin on an odd page, after an empty one where needed.</summary>
    public bool OnOddPage { get; init; }
}
