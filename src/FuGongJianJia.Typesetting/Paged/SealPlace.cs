using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>
/// A place that is kept free for an electronic seal（电子印章预留位置）: in a PDF an empty signature field, in OFD an
/// annotation of the kind Stamp that is not shown. Nothing is printed there, and nothing is signed.
/// </summary>
/// <param name="Area">Area on the page.</param>
/// <param name="Name">Name of the place, what a signing program lists: 印章. Unique in a document.</param>
/// <param name="Structure">The Form element it belongs to.</param>
public sealed record SealPlace(Rectangle Area, string Name, StructureNode? Structure)
{
    /// <summary>What the place is for, said to whoever cannot see it.</summary>
    public string Description => $"{Name}：预留电子签章的位置";
}
