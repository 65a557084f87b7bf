using System.Security.Cryptography;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Writes a document as PDF 1.7（PDF 写出）: tagged for PDF/UA-1, fit for the archive as PDF/A-3a, fonts embedded and
/// subset.
/// The same document gives the same bytes; nothing of a clock or a machine enters. Safe for threads.
/// </summary>
public static class PdfWriter
{
    /// <summary>Writes a document.</summary>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentException">
    /// No page; content that belongs to an element outside the structure; a link to a page that is not there; an image
    /// that cannot be embedded; a face whose maker forbids embedding.
    /// </exception>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public static byte[] Write(PagedDocument document)
    {
        if (document.Pages.IsDefaultOrEmpty)
            throw new ArgumentException("A document has at least one page.", nameof(document));
        using var file = new PdfFile();
        var (catalog, info, pageTree, resourcesNumber) = (
            file.Reserve(),
            file.Reserve(),
            file.Reserve(),
            file.Reserve()
        );
        var firstPage = file.Reserve(document.Pages.Length);
        var pages = Enumerable.Range(firstPage, document.Pages.Length).ToArray();
        var tree = new StructureTree(file, document.Structure);
        var resources = new DocumentResources();

        var seals = new SignatureFields(file, tree);
        WritePages(document, file, pages, pageTree, resourcesNumber, tree, seals, resources);
        WriteResources(file, resourcesNumber, resources);
        tree.Write(pages, [.. document.Pages.Select(p => p.Height)]);
        WritePageTree(file, pageTree, pages);
        var navigation = new DocumentNavigation(file, document, pages);
        var files = WriteAttachments(file, document);
        WriteInfo(file, info, document.Info);
        WriteCatalog(file, catalog, document.Info, pageTree, tree.RootNumber, navigation, seals, files);
        return file.Finish(catalog, info);
    }

    private static void WritePages(
        PagedDocument document,
        PdfFile file,
        int[] pages,
        int pageTree,
        int resourcesNumber,
        StructureTree tree,
        SignatureFields seals,
        DocumentResources resources
    )
    {
        using var content = new PageContent(resources);
        var figures = new List<(StructureNode, Rectangle)>();
        for (var i = 0; i < pages.Length; i++)
        {
            var page = document.Pages[i];
            content.Write(page);
            figures.Clear();
            foreach (var item in page.Items)
            {
                if (item.Structure is { } node && AreaOf(item) is { } area)
                    figures.Add((node, area));
            }

            tree.AddPage(i, content.Marked, figures);
            // A blank page has no content rather than an empty one (ISO 32000-1, table 30).
            var stream = content.Written.IsEmpty ? 0 : file.Reserve();
            if (stream > 0)
                file.DeflatedStream(stream, default, content.Written);
            int[] annotations = [.. WriteLinks(document, file, i, pages, tree), .. seals.Write(page, i, pages)];
            var output = file.Object(pages[i])
                .Raw("<</Type/Page/Parent "u8)
                .Ref(pageTree)
                .Raw("/MediaBox[0 0 "u8)
                .Real(page.Width)
                .Byte((byte)' ')
                .Real(page.Height)
                .Raw("]/Resources "u8)
                .Ref(resourcesNumber);
            if (stream > 0)
                output.Raw("/Contents "u8).Ref(stream);
            output.Raw("/StructParents "u8).Int(i).Raw("/Tabs/S"u8);
            if (annotations.Length > 0)
            {
                output.Raw("/Annots["u8);
                foreach (var annotation in annotations)
                    output.Ref(annotation).Byte((byte)' ');
                output.Byte((byte)']');
            }

            output.Raw(">>"u8);
        }
    }

    private static Rectangle? AreaOf(PageItem item) =>
        item switch
        {
            DrawingItem drawing => new Rectangle(
                drawing.X,
                drawing.Y,
                drawing.Drawing.Width * drawing.Scale,
                drawing.Drawing.Height * drawing.Scale
            ),
            ImageItem image => image.Area,
            PathItem path when path.Structure?.Tag is "Figure" or "Formula" => PathWriter.Bounds(path.Segments),
            _ => null,
        };

    private static int[] WriteLinks(
        PagedDocument document,
        PdfFile file,
        int pageIndex,
        int[] pages,
        StructureTree tree
    )
    {
        var page = document.Pages[pageIndex];
        var numbers = new int[page.Links.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var link = page.Links[i];
            numbers[i] = file.Reserve();
            var key = StructureTree.KeyOf(
                tree.AddAnnotation(pageIndex, numbers[i], link.Structure ?? tree.Add("Link")),
                pages.Length
            );
            var output = file.Object(numbers[i])
                .Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8)
                .Real(link.Area.X)
                .Byte((byte)' ')
                .Real(page.Height - link.Area.Y - link.Area.Height)
                .Byte((byte)' ')
                .Real(link.Area.X + link.Area.Width)
                .Byte((byte)' ')
                .Real(page.Height - link.Area.Y)
                .Raw("]/StructParent "u8)
                .Int(key)
                .Raw("/Contents"u8)
                .TextString(link.Description);
            if (link.Uri is { } uri)
                output.Raw("/A<</S/URI/URI"u8).TextString(AsciiUri(uri)).Raw(">>"u8);
            else if (link.Target is { } target)
                DocumentNavigation.WriteDestination(output.Raw("/Dest"u8), document, pages, target);
            else
                throw new ArgumentException(
                    $"The link “{link.Description}” on page {pageIndex + 1} leads nowhere.",
                    nameof(document)
                );
            output.Raw(">>"u8);
        }

        return numbers;
    }

    // A URI is 7-bit ASCII (ISO 32000-1, 12.6.4.7); Chinese paths are percent-encoded as UTF-8.
    private static string AsciiUri(string uri) =>
        string.Concat(
            uri.EnumerateRunes()
                .Select(r => r.Value is > 0x20 and < 0x7F ? r.ToString() : Uri.EscapeDataString(r.ToString()))
        );

    private static void WriteResources(PdfFile file, int number, DocumentResources resources)
    {
        var fonts = resources.Fonts.Select(_ => file.Reserve()).ToArray();
        var images = resources.Images.Select(_ => file.Reserve()).ToArray();
        var output = file.Object(number).Raw("<<"u8);
        if (fonts.Length > 0)
        {
            output.Raw("/Font<<"u8);
            foreach (var font in resources.Fonts)
                output.Raw("/F"u8).Int(font.Number).Byte((byte)' ').Ref(fonts[font.Number - 1]);
            output.Raw(">>"u8);
        }

        if (images.Length > 0)
        {
            output.Raw("/XObject<<"u8);
            foreach (var image in resources.Images)
                output.Raw("/I"u8).Int(image.Number).Byte((byte)' ').Ref(images[image.Number - 1]);
            output.Raw(">>"u8);
        }

        output.Raw(">>"u8);
        foreach (var font in resources.Fonts)
            font.Write(file, fonts[font.Number - 1]);
        foreach (var image in resources.Images)
            image.Write(file, images[image.Number - 1]);
    }

    private static void WritePageTree(PdfFile file, int number, int[] pages)
    {
        var output = file.Object(number).Raw("<</Type/Pages/Count "u8).Int(pages.Length).Raw("/Kids["u8);
        foreach (var page in pages)
            output.Ref(page).Byte((byte)' ');
        output.Raw("]>>"u8);
    }

    private static List<(string Name, int Number)> WriteAttachments(PdfFile file, PagedDocument document)
    {
        var written = new List<(string, int)>();
        foreach (var attachment in document.Attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var (specification, stream) = (file.Reserve(), file.Reserve());
            var content = attachment.Content.AsSpan();
            using var entries = new PdfBuffer(256);

            // MD5 is what the format asks for here (ISO 32000-1, table 46); nothing rests on its strength.
#pragma warning disable CA5351
            var checksum = Convert.ToHexString(MD5.HashData(content));
#pragma warning restore CA5351
            entries
                .Raw("/Type/EmbeddedFile/Subtype"u8)
                .Name(attachment.MediaType)
                .Raw("/Params<</Size "u8)
                .Int(content.Length)
                .Raw("/ModDate"u8)
                .TextString(DateOf(document.Info))
                .Raw("/CheckSum<"u8)
                .Ascii(checksum)
                .Raw(">>>"u8);
            file.DeflatedStream(stream, entries.Written, content);
            file.Object(specification)
                .Raw("<</Type/Filespec/F"u8)
                .TextString(attachment.Name)
                .Raw("/UF"u8)
                .TextString(attachment.Name)
                .Raw("/Desc"u8)
                .TextString(attachment.Description)
                .Raw("/AFRelationship/Data/EF<</F "u8)
                .Ref(stream)
                .Raw("/UF "u8)
                .Ref(stream)
                .Raw(">>>>"u8);
            written.Add((attachment.Name, specification));
        }

        return written;
    }

    private static string DateOf(DocumentInfo info) =>
        FormattableString.Invariant($"D:{info.Date:yyyyMMdd}000000+08'00'");

    private static void WriteInfo(PdfFile file, int number, DocumentInfo info)
    {
        var output = file.Object(number).Raw("<</Title"u8).TextString(info.Title);
        if (info.Author.Length > 0)
            output.Raw("/Author"u8).TextString(info.Author);
        if (info.Subject.Length > 0)
            output.Raw("/Subject"u8).TextString(info.Subject);
        if (info.Keywords.Length > 0)
            output.Raw("/Keywords"u8).TextString(XmpMetadata.KeywordsOf(info));
        output
            .Raw("/Creator"u8)
            .TextString(info.Producer)
            .Raw("/Producer"u8)
            .TextString(info.Producer)
            .Raw("/CreationDate"u8)
            .TextString(DateOf(info))
            .Raw("/ModDate"u8)
            .TextString(DateOf(info))
            .Raw(">>"u8);
    }

    private static void WriteCatalog(
        PdfFile file,
        int number,
        DocumentInfo info,
        int pageTree,
        int structure,
        DocumentNavigation navigation,
        SignatureFields seals,
        List<(string Name, int Number)> files
    )
    {
        var (metadata, profile) = (file.Reserve(), file.Reserve());

        // Not deflated, so that tools which do not read PDF find it.
        file.PlainStream(metadata, "/Type/Metadata/Subtype/XML"u8, XmpMetadata.Make(info));
        file.DeflatedStream(profile, "/N 3"u8, SrgbProfile.Bytes);
        var output = file.Object(number)
            .Raw("<</Type/Catalog/Pages "u8)
            .Ref(pageTree)
            .Raw("/Lang"u8)
            .TextString(info.Language)
            .Raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "u8)
            .Ref(structure)
            .Raw("/Metadata "u8)
            .Ref(metadata)
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"u8)
            .Raw("/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Ref(profile)
            .Raw(">>]"u8);
        navigation.WriteCatalogEntries(output);
        seals.WriteCatalogEntries(output);
        if (files.Count > 0)
        {
            output.Raw("/AF["u8);
            foreach (var (_, specification) in files)
                output.Ref(specification).Byte((byte)' ');
            output.Raw("]/Names<</EmbeddedFiles<</Names["u8);
            foreach (var (name, specification) in files)
                output.TextString(name).Ref(specification).Byte((byte)' ');
            output.Raw("]>>>>"u8);
        }

        output.Raw(">>"u8);
    }
}
