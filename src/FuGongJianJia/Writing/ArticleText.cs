using System.Collections.Immutable;
using Markdig.Syntax;

namespace FuGongJianJia.Writing;

/// <summary>What was left out of a text（正文里不允许的）.</summary>
public enum ArticleFaultKind
{
    /// <summary>Levels within levels.</summary>
    TooDeep,

    /// <summary>Marks, links or columns without end.</summary>
    TooMany,

    /// <summary>HTML.</summary>
    RawHtml,

    /// <summary>A link that may not be followed.</summary>
    UnsafeLink,

    /// <summary>A mark of a footnote that nobody wrote.</summary>
    NoFootnote,

    /// <summary>A footnote that no mark leads to: it would be shown nowhere.</summary>
    UnusedFootnote,

    /// <summary>A link to a definition that is not there: its brackets would be shown.</summary>
    NoReference,

    /// <summary>A word of a call-out or a container that means nothing.</summary>
    UnknownBox,

    /// <summary>A container without an end.</summary>
    OpenBox,
}

/// <summary>Something that was left out, and where.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Line">1-based line of the text; 0 where the parser does not say.</param>
/// <param name="Column">1-based character.</param>
/// <param name="Found">Of a link its address, of a footnote its label, of a box its word; else empty.</param>
public readonly record struct ArticleFault(ArticleFaultKind Kind, int Line, int Column, string Found = "");

/// <summary>A parsed text（正文）: what pages, search and papers show, and what a check has to say about it.</summary>
/// <param name="Document">Its tree, with nothing in it that must not be shown: empty when it goes beyond its
/// bounds.</param>
/// <param name="Faults">What was left out, in order.</param>
public sealed record ArticleText(MarkdownDocument Document, ImmutableArray<ArticleFault> Faults);
