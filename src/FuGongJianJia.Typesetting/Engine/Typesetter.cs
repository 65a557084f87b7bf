using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine;

/// <summary>
/// Sets a document（排版）: blocks to pages. Pure; one input gives one output. Threads may set documents side by side with
/// one font set.
/// </summary>
public static class Typesetter
{
    /// <summary>Sets a document with the given faces.</summary>
    /// <returns>Pages and structure, and what could not be set as asked. Nothing is dropped.</returns>
    public static LayoutResult Compose(Document document, FontSet fonts) => new LayoutRun(document, fonts).Run();
}
