using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>White（空白）, which a page top swallows unless fixed.</summary>
internal sealed class SpaceBox : Box
{
    internal SpaceBox(double height, bool isFixed) => (Height, IsFixed) = (height, isFixed);

    internal bool IsFixed { get; }

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>White that takes a share of what a page has left（撑开）.</summary>
internal sealed class SpringBox(double weight) : Box
{
    internal double Weight { get; } = weight;

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>Ends the page（另页）.</summary>
internal sealed class PageBreakBox(bool toOddPage) : Box
{
    internal bool ToOddPage { get; } = toOddPage;

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>A horizontal rule（线）; its height is its thickness.</summary>
internal sealed class RuleBox(Ink ink, double x, double width) : Box
{
    internal override void Paint(Painter painter, double px, double py) =>
        painter.PaintRule(px + x, py, width, Height, ink.Color);
}
