using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>What a stretch of a paragraph belongs to: a link, a reference, a note's mark.</summary>
internal sealed class InlineMark
{
    internal TagNode? Tag { get; init; }

    internal string? Uri { get; init; }

    /// <summary>Id of the block it leads to.</summary>
    internal string? Target { get; init; }

    /// <summary>Index of the heading it leads to; -1 for none.</summary>
    internal int Heading { get; init; } = -1;

    internal string Description { get; init; } = "";

    /// <summary>A footnote that is yet to be set: its number, its words and its element.</summary>
    internal (string Number, Phrase Content, TagNode? Tag)? Note { get; init; }

    /// <summary>The footnote, once set.</summary>
    internal FootnoteContent? Footnote { get; set; }

    internal bool IsLink => Uri is not null || Target is not null || Heading >= 0;
}

/// <summary>A paragraph broken into lines（排好的段落）; points.</summary>
internal sealed class SetParagraph
{
    // The em box of a Chinese face stands 0.88 ems above its baseline and 0.12 below.
    private const double AboveBaseline = 0.88;

    // What a notice says of a paragraph without a name: enough of its words to find it.
    private const int FirstCharacters = 16;

    internal required ShapedText Text { get; init; }

    internal required LineSpec[] Lines { get; init; }

    internal required double Pitch { get; init; }

    internal required double Em { get; init; }

    internal TagNode? Tag { get; init; }

    internal List<InlineMark>? Marks { get; init; }

    /// <summary>Character repeated in springs; 0 for none.</summary>
    internal int Leader { get; init; }

    internal double Measure { get; init; }

    /// <summary>Id of the block, when it has one.</summary>
    internal string? Id { get; init; }

    /// <summary>Baseline below the top of a line: the em box stands in the middle of the pitch.</summary>
    internal double Baseline => ((Pitch - Em) / 2) + (AboveBaseline * Em);

    /// <summary>For notices: the id, or the first characters.</summary>
    internal string Where =>
        Id
        ?? string.Concat(
            Text.Clusters.Take(FirstCharacters).Where(c => c.Glyph != 0).Select(c => GlyphTable.TextOf(c.Rune))
        );
}
