using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Empty signature fields（空白签名域; ISO 32000-1, 12.7.4.5）at the places kept free for electronic seals: a program that
/// signs finds where, whoever reads or prints sees nothing. Each is a Form element with a description (ISO 14289-1,
/// 7.18.1 and 7.18.4) and has an appearance, an empty one (ISO 19005-3, 6.3.3).
/// </summary>
internal sealed class SignatureFields(PdfFile file, StructureTree tree)
{
    private readonly List<int> _fields = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Writes the fields of a page.</summary>
    /// <param name="page">Page.</param>
    /// <param name="index">0-based index of the page.</param>
    /// <param name="pages">Object numbers of the pages.</param>
    /// <returns>Object numbers of the annotations.</returns>
    /// <exception cref="ArgumentException">Two places of a document have one name.</exception>
    public IEnumerable<int> Write(Page page, int index, int[] pages)
    {
        foreach (var seal in page.Seals)
        {
            if (!_names.Add(seal.Name))
                throw new ArgumentException($"Two places for seals are named {seal.Name}.", nameof(page));
            var (field, appearance) = (file.Reserve(), file.Reserve());
            var key = StructureTree.KeyOf(
                tree.AddAnnotation(index, field, seal.Structure ?? tree.Add("Form")),
                pages.Length
            );
            var area = seal.Area;
            using var box = new PdfBuffer(64);
            box.Raw("/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 "u8)
                .Real(area.Width)
                .Byte((byte)' ')
                .Real(area.Height)
                .Byte((byte)']');
            file.PlainStream(appearance, box.Written, "q Q"u8);
            file.Object(field)
                .Raw("<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T"u8)
                .TextString(seal.Name)
                .Raw("/TU"u8)
                .TextString(seal.Description)
                .Raw("/P "u8)
                .Ref(pages[index])
                .Raw("/Rect["u8)
                .Real(area.X)
                .Byte((byte)' ')
                .Real(page.Height - area.Y - area.Height)
                .Byte((byte)' ')
                .Real(area.X + area.Width)
                .Byte((byte)' ')
                .Real(page.Height - area.Y)
                .Raw("]/StructParent "u8)
                .Int(key)
                .Raw("/AP<</N "u8)
                .Ref(appearance)
                .Raw(">>>>"u8);
            _fields.Add(field);
            yield return field;
        }
    }

    /// <summary>
    /// The form of the document, where there is a field. Its flag says that there are fields, not signatures.
    /// </summary>
    public void WriteCatalogEntries(PdfBuffer output)
    {
        if (_fields.Count == 0)
            return;
        output.Raw("/AcroForm<</SigFlags 1/Fields["u8);
        foreach (var field in _fields)
            output.Ref(field).Byte((byte)' ');
        output.Raw("]>>"u8);
    }
}
