using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>
/// What a table needs when it goes on over a page（续表）: the head again under 续表, and a rule where it stops.
/// </summary>
internal sealed class TableFlow
{
    internal List<Box> Head { get; } = [];

    internal double ClosingRule { get; init; }

    internal Ink RuleInk { get; init; }

    internal double X { get; set; }

    internal double Width { get; set; }
}
