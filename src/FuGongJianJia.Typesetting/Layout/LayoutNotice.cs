namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Something that could not be set as asked（排版提示）. Nothing is ever dropped for it.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Page">1-based page of the file; 0 when it concerns no single page.</param>
/// <param name="Where">The block: its id, or the beginning of its text.</param>
/// <param name="Message">What and why, in Chinese.</param>
public sealed record LayoutNotice(NoticeKind Kind, int Page, string Where, string Message)
{
    /// <summary>The character without a glyph; null for other kinds.</summary>
    public string? Character { get; init; }
}

/// <summary>Kind of a layout notice.</summary>
public enum NoticeKind
{
    /// <summary>No face of the role has a glyph for a character（缺字）.</summary>
    MissingGlyph,

    /// <summary>Something wider than its measure（超宽）.</summary>
    Overfull,

    /// <summary>A picture taller than a page was reduced（缩小）.</summary>
    Reduced,

    /// <summary>A row with more cells than the table has columns（多出单元格）.</summary>
    ExtraCells,

    /// <summary>Something that was to stay whole is taller than a page and was split（无法整排）.</summary>
    Split,

    /// <summary>A reference to an id that no block has（互见落空）.</summary>
    UnknownReference,

    /// <summary>Two blocks with one id（重名）.</summary>
    DuplicateId,

    /// <summary>Page numbers in references had not settled after the last pass（页码未稳定）.</summary>
    Unsettled,
}
