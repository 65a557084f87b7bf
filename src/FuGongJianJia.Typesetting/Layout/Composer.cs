using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Sets a document（排版）: blocks to pages. Pure; one input gives one output.</summary>
public static class Composer
{
    /// <summary>Sets a document with the given faces.</summary>
    public static LayoutResult Compose(Document document, FontSet fonts) =>
        throw new NotSupportedException($"Layout of {document.Sections.Length} sections with {fonts[0].Role} comes with the next commit.");
}
