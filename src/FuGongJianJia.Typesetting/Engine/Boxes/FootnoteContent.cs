namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>The boxes of a footnote（脚注内容）, which stand at the bottom of the page of its mark.</summary>
internal sealed record FootnoteContent(List<Box> Boxes)
{
    internal double Height { get; } = BoxList.HeightOf(Boxes);
}
