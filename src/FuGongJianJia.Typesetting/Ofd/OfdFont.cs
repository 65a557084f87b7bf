using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// A face as one document uses it（文档字体; GB/T 33190-2016, 11.1）: which glyphs, under which numbers, and which of them
/// the subset's own character map gives for a character. A reader that knows nothing of CGTransform shows those
/// rightly.
/// </summary>
internal sealed class OfdFont(FontFace face, int id)
{
    private readonly Dictionary<ushort, ushort> _numbers = new() { [0] = 0 };
    private readonly List<ushort> _glyphs = [0];
    private readonly SortedDictionary<int, ushort> _characters = [];
    private ushort? _standIn;

    /// <summary>Identifier in the document.</summary>
    public int Id => id;

    public FontFace Face => face;

    /// <summary>Name of its file below Res/.</summary>
    public string File => FormattableString.Invariant($"font_{id}.{(face.IsCff ? "otf" : "ttf")}");

    /// <summary>The number of a glyph in the subset.</summary>
    public ushort Encode(ushort glyph)
    {
        if (glyph == 0)
            glyph = _standIn ??= FindStandIn();
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, glyph, out var known);
        if (!known)
        {
            number = checked((ushort)_glyphs.Count);
            _glyphs.Add(glyph);
        }

        return number;
    }

    /// <summary>
    /// Whether the character map of the subset gives this number for a character: the first glyph that stands for it.
    /// </summary>
    public bool Maps(char character, ushort number)
    {
        if (char.IsSurrogate(character))
            return false;
        if (_characters.TryAdd(character, number))
            return true;
        return _characters[character] == number;
    }

    /// <summary>Gives a character outside the basic plane its glyph, if it has none.</summary>
    public void Map(int character, ushort number) => _characters.TryAdd(character, number);

    /// <summary>The font file.</summary>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public byte[] Program()
    {
        using var program = new ByteWriter();
        StandaloneSubset.Write(face, Name, CollectionsMarshal.AsSpan(_glyphs), _characters, program);
        return program.Written.ToArray();
    }

    /// <summary>PostScript name of the subset; another subset of the face has another.</summary>
    public string Name
    {
        get
        {
            var bytes = SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_glyphs)));
            return string.Concat(bytes.Take(6).Select(b => (char)('A' + (b % 26)))) + "+" + face.PostScriptName;
        }
    }

    // A page must not show .notdef: a missing character is drawn as a blank type, 〓 or □, as in the PDF.
    private ushort FindStandIn()
    {
        foreach (var mark in "〓□?")
        {
            if (face.TryGetGlyph(new Rune(mark), out var glyph))
                return glyph;
        }

        return 0;
    }
}

/// <summary>Fonts and pictures of a document, and its identifiers（资源; GB/T 33190-2016, 7.9）.</summary>
internal sealed class OfdResources
{
    private readonly Dictionary<FontFace, OfdFont> _fonts = [];
    private readonly List<OfdFont> _order = [];
    private readonly Dictionary<ImmutableArray<byte>, (int Id, string File)> _images = [];
    private readonly List<(int Id, string File, ImmutableArray<byte> Content)> _imageOrder = [];

    public IReadOnlyList<OfdFont> Fonts => _order;

    public IReadOnlyList<(int Id, string File, ImmutableArray<byte> Content)> Images => _imageOrder;

    /// <summary>The greatest identifier so far (MaxUnitID).</summary>
    public int LastId { get; private set; }

    /// <summary>An identifier that nothing else in the document has.</summary>
    public int NextId() => ++LastId;

    /// <exception cref="ArgumentException">The maker of the face does not permit embedding.</exception>
    public OfdFont Font(FontFace face)
    {
        if (_fonts.TryGetValue(face, out var font))
            return font;
        if (face.Embedding == EmbeddingPermission.Forbidden)
            throw new ArgumentException(
                $"The font {face.PostScriptName} must not be embedded (fsType); choose another face for its role.",
                nameof(face)
            );
        font = new OfdFont(face, NextId());
        _fonts.Add(face, font);
        _order.Add(font);
        return font;
    }

    /// <summary>Identifier of the picture of a file's bytes, kept once however often it stands.</summary>
    /// <exception cref="ArgumentException">Neither a PNG nor a JPEG.</exception>
    public int Image(ImmutableArray<byte> content)
    {
        if (_images.TryGetValue(content, out var known))
            return known.Id;
        var ending =
            content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "png"
            : content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpg"
            : throw new ArgumentException(
                "An image is a PNG or a JPEG; the bytes begin with neither.",
                nameof(content)
            );
        var id = NextId();
        var file = FormattableString.Invariant($"image_{id}.{ending}");
        _images.Add(content, (id, file));
        _imageOrder.Add((id, file, content));
        return id;
    }
}
