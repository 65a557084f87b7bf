using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// Something inside a line（行内元素）. A string converts to a run, so that a phrase may be written
/// <c>["见", Inline.Number("scores"), "，第", Inline.PageOf("scores"), "页。"]</c>.
/// </summary>
public abstract record Inline
{
    private protected Inline() { }

    /// <summary>A line break（换行）.</summary>
    public static Inline Break { get; } = new LineBreak();

    /// <summary>A run in the paragraph's own style.</summary>
    public static implicit operator Inline(string text) => new Run(text);

    /// <summary>A run with some properties of its own.</summary>
    public static Run Text(
        string text,
        FontRole? role = null,
        double? size = null,
        Ink? ink = null,
        double? letterSpacing = null
    ) =>
        new(text)
        {
            Role = role,
            Size = size,
            Ink = ink,
            LetterSpacing = letterSpacing,
        };

    /// <summary>A run in 黑.</summary>
    public static Run Hei(string text) => new(text) { Role = FontRole.Hei };

    /// <summary>A run in 楷.</summary>
    public static Run Kai(string text) => new(text) { Role = FontRole.Kai };

    /// <summary>A link to an outside address.</summary>
    public static Link LinkTo(string uri, Phrase content) => new(uri, content);

    /// <summary>Number of a table, figure or heading, such as 表3, 图2 or 二; a link to it.</summary>
    public static CrossReference Number(string id) => new(id, ReferenceKind.Number);

    /// <summary>Page on which a block with that id begins, as printed there; a link to it.</summary>
    public static CrossReference PageOf(string id) => new(id, ReferenceKind.Page);

    /// <summary>A footnote.</summary>
    public static Footnote Note(Phrase content) => new(content);

    /// <summary>White space that takes what the line has left（撑开）.</summary>
    public static Spring Spring { get; } = new();

    /// <summary>The page number as printed; only in running lines.</summary>
    public static Field PageNumber { get; } = new(FieldKind.PageNumber);

    /// <summary>Text of the last level-1 heading up to the end of the page; only in running lines.</summary>
    public static Field Chapter { get; } = new(FieldKind.Chapter);

    /// <summary>Fingerprint of the document; anywhere.</summary>
    public static Field Fingerprint { get; } = new(FieldKind.Fingerprint);
}

/// <summary>
/// A run of text（文字）. U+200B marks a place where a title may break at sense; \n breaks the line.
/// Null properties are the paragraph's.
/// </summary>
/// <param name="Content">Text.</param>
public sealed record Run(string Content) : Inline
{
    /// <summary>Face.</summary>
    public FontRole? Role { get; init; }

    /// <summary>Type size, points.</summary>
    public double? Size { get; init; }

    /// <summary>Colour.</summary>
    public Ink? Ink { get; init; }

    /// <summary>Space after every character, ems.</summary>
    public double? LetterSpacing { get; init; }

    /// <summary>Shift above the baseline, ems (superscripts); negative lowers.</summary>
    public double Rise { get; init; }
}

/// <summary>A forced line break（换行）.</summary>
public sealed record LineBreak : Inline;

/// <summary>A link to an outside address（链接）.</summary>
/// <param name="Uri">Address.</param>
/// <param name="Content">What is shown.</param>
public sealed record Link(string Uri, Phrase Content) : Inline;

/// <summary>A reference to a block of this document（互见）.</summary>
/// <param name="Target">Id of the block.</param>
/// <param name="Kind">What is printed.</param>
public sealed record CrossReference(string Target, ReferenceKind Kind) : Inline;

/// <summary>What a reference prints.</summary>
public enum ReferenceKind
{
    /// <summary>表3, 图2, 二.</summary>
    Number,

    /// <summary>The page number, as printed on that page.</summary>
    Page,

    /// <summary>The words of the heading or title.</summary>
    Title,
}

/// <summary>A footnote（脚注）: the mark stands here, the note at the bottom of the page.</summary>
/// <param name="Content">The note.</param>
public sealed record Footnote(Phrase Content) : Inline;

/// <summary>White space that takes what the line has left（撑开）.</summary>
public sealed record Spring : Inline;

/// <summary>A value that the one who writes it does not know yet（域）.</summary>
/// <param name="Kind">Which.</param>
public sealed record Field(FieldKind Kind) : Inline;

/// <summary>Kind of a field.</summary>
public enum FieldKind
{
    /// <summary>Page number as printed.</summary>
    PageNumber,

    /// <summary>Chapter.</summary>
    Chapter,

    /// <summary>Fingerprint of the document.</summary>
    Fingerprint,
}
