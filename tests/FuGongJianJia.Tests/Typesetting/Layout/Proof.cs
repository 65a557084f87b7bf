using System.Collections.Immutable;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Typesetting.Layout;

/// <summary>A glyph where it stands on a page; points.</summary>
internal readonly record struct Stood(
    int Page,
    double X,
    double Baseline,
    double Size,
    double Advance,
    string Text,
    StructureNode? Structure
);

/// <summary>Sets small documents and reads what stands where.</summary>
internal static class Proof
{
    public static readonly StyleSheet Sheet = StyleSheet.Report;

    public static LayoutResult Compose(params ImmutableArray<DocumentBlock> blocks) =>
        Compose(new DocumentSection { Blocks = blocks, Numbering = PageNumbering.Hidden });

    public static LayoutResult Compose(params ImmutableArray<DocumentSection> sections) => Compose(Sheet, sections);

    public static LayoutResult Compose(StyleSheet sheet, params ImmutableArray<DocumentSection> sections) =>
        Typesetter.Compose(
            new Document
            {
                Info = new DocumentInfo { Title = "样张", Date = new DateOnly(2025, 1, 10) },
                Sections = sections,
                Styles = sheet,
            },
            TestFonts.Set
        );

    public static List<Stood> Glyphs(this LayoutResult result) =>
        [
            .. result.Document.Pages.SelectMany(
                (page, p) =>
                    page
                        .Items.OfType<GlyphRun>()
                        .SelectMany(run =>
                            run.Glyphs.Select(g => new Stood(
                                p,
                                run.X + g.Offset,
                                run.Y,
                                run.Size,
                                run.Face.AdvanceOf(g.Glyph) * run.Size,
                                g.Text,
                                run.Structure
                            ))
                        )
            ),
        ];

    /// <summary>What a reader is read: all text that is no artifact, in the order of the pages.</summary>
    public static string Text(this LayoutResult result) =>
        string.Concat(result.Glyphs().Where(g => g.Structure is not null).Select(g => g.Text));

    /// <summary>Text of a page, artifacts too.</summary>
    public static string PageText(this LayoutResult result, int page) =>
        string.Concat(result.Glyphs().Where(g => g.Page == page).Select(g => g.Text));

    public static IEnumerable<StructureNode> Elements(this LayoutResult result, string tag) =>
        Below(result.Document.Structure).Where(n => n.Tag == tag);

    public static string TextOf(this LayoutResult result, StructureNode node)
    {
        var nodes = Below(node).ToHashSet(ReferenceEqualityComparer.Instance);
        return string.Concat(
            result.Glyphs().Where(g => g.Structure is not null && nodes.Contains(g.Structure)).Select(g => g.Text)
        );
    }

    public static string Hanzi(int count, string seed = "全区各级工会坚持以职工为中心的工作导向扎实推进基层组织建设") =>
        string.Concat(Enumerable.Range(0, count).Select(i => seed[i % seed.Length]));

    private static IEnumerable<StructureNode> Below(StructureNode node) =>
        node.Children.SelectMany(Below).Prepend(node);
}
