using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Fonts and images of a document（资源）; every page shares one resource dictionary.</summary>
internal sealed class DocumentResources
{
    private readonly Dictionary<FontFace, DocumentFont> _fonts = [];
    private readonly List<DocumentFont> _order = [];
    private readonly Dictionary<ImageKey, RasterImage> _images = [];
    private readonly List<RasterImage> _imageOrder = [];

    public IReadOnlyList<DocumentFont> Fonts => _order;

    public IReadOnlyList<RasterImage> Images => _imageOrder;

    /// <exception cref="ArgumentException">The maker of the face does not permit embedding.</exception>
    public DocumentFont Font(FontFace face)
    {
        if (_fonts.TryGetValue(face, out var font))
            return font;
        if (face.Embedding == EmbeddingPermission.Forbidden)
            throw new ArgumentException(
                $"The font {face.PostScriptName} must not be embedded (fsType); choose another face for its role.",
                nameof(face)
            );
        font = new DocumentFont(face, _order.Count + 1);
        _fonts.Add(face, font);
        _order.Add(font);
        return font;
    }

    /// <summary>The image of a file's bytes, numbered once however often it stands.</summary>
    public RasterImage Image(ImageItem item)
    {
        var key = new ImageKey(item.Content);
        if (!_images.TryGetValue(key, out var image))
        {
            image = RasterImage.Parse(item.Content.AsMemory(), _imageOrder.Count + 1);
            _images.Add(key, image);
            _imageOrder.Add(image);
        }

        return image;
    }

    // Default equality of ImmutableArray: the same array.
    private readonly record struct ImageKey(System.Collections.Immutable.ImmutableArray<byte> Content);
}
