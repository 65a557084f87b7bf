using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>
/// What blocks are measured with（量块上下文）: the document's own, and the state of the top-level block at hand.
/// </summary>
internal sealed class MeasuringContext(Document document, FontSet fonts, Survey survey, NoticeLog notices)
{
    private readonly GlyphTable[] _glyphs = GlyphTable.Of(fonts);

    /// <summary>Counters at this point of the document.</summary>
    internal Counters Counters;

    internal StyleSheet Styles => document.Styles;

    internal string Fingerprint => document.Fingerprint;

    internal FontSet Fonts => fonts;

    internal Survey Survey => survey;

    internal NoticeLog Notices => notices;

    /// <summary>Where blocks stood in the pass before.</summary>
    internal Destinations Destinations { get; private set; } = new();

    internal PageSetup Page { get; private set; } = PageSetup.OfficialDocument;

    /// <summary>Style of paragraphs that have none of their own.</summary>
    internal ParagraphStyle Body { get; set; } = document.Styles.Body;

    /// <summary>How many blocks (cells, panels, columns) the block at hand stands in.</summary>
    internal int Depth { get; set; }

    /// <summary>The block at hand prints page numbers of other places.</summary>
    internal bool PrintsPages { get; set; }

    internal GlyphTable Glyphs(FontRole role) => _glyphs[(int)role];

    /// <summary>Begins a top-level block.</summary>
    internal void Begin(PageSetup page, Counters counters, Destinations destinations) =>
        (Counters, Destinations, Page, PrintsPages, Body) = (counters, destinations, page, false, Styles.Body);
}
