using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Drawing;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>A drawing in the page（页内矢量图）.</summary>
public sealed class InlineSvg : WrittenBlock
{
    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public Drawing Drawing { get; set; } = null!;

    /// <summary>Unique in the page; letters, digits, hyphens.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    internal override void Write(Markup to) => Svg.Write(Drawing, Id, to);
}
