using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// Writes a document as OFD（版式文档，.ofd; GB/T 33190-2016）: the pages of the PDF glyph by glyph, fonts embedded as subsets
/// that any reader can open, text that is selected and found, outline, links, metadata and attachments.
/// The same document gives the same bytes; nothing of a clock or a machine enters. Safe for threads.
/// </summary>
/// <remarks>
/// The structure tree has no place in OFD: GB/T 33190 leaves the meaning of content to custom tags (clause 16) whose
/// vocabulary is for others to agree on. Nothing is signed: signatures (clause 18) are for whoever holds the seal.
/// </remarks>
public static class OfdWriter
{
    private const string Root = "Doc_0/";
    private const int BoldWeight = 600;

    // ZIP knows no zone and no time before 1980: every entry has the same one.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a document.</summary>
    /// <returns>The bytes of an .ofd file.</returns>
    /// <exception cref="ArgumentException">
    /// No page; a link or an entry of the outline to a page that is not there; an image that is no PNG or JPEG; a face
    /// whose maker forbids embedding.
    /// </exception>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public static byte[] Write(PagedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Pages.IsDefaultOrEmpty)
            throw new ArgumentException("A document has at least one page.", nameof(document));
        var resources = new OfdResources();
        var parts = new List<(string Path, ReadOnlyMemory<byte> Content)>();
        var pages = document.Pages.Select(_ => resources.NextId()).ToImmutableArray();
        var writer = new OfdPage(resources);
        for (var i = 0; i < pages.Length; i++)
            parts.Add(
                (FormattableString.Invariant($"{Root}Pages/Page_{i}/Content.xml"), writer.Write(document.Pages[i]))
            );
        var annotated = OfdAnnotations.Add(document, pages, resources, parts);
        foreach (var font in resources.Fonts)
            parts.Add(($"{Root}Res/{font.File}", font.Program()));
        foreach (var image in resources.Images)
            parts.Add(($"{Root}Res/{image.File}", image.Content.AsMemory()));
        parts.Add((Root + "PublicRes.xml", Fonts(resources)));
        if (resources.Images.Count > 0)
            parts.Add((Root + "DocumentRes.xml", Pictures(resources)));
        AddAttachments(document, parts);
        parts.Add((Root + "Document.xml", Document(document, pages, resources, annotated)));
        var entry = Entry(document.Info, parts);

        // A reader begins with the entry, then the document.
        return Pack([("OFD.xml", entry), parts[^1], .. parts[..^1]]);
    }

    /// <summary>Writes a place to go to（7.5, CT_Dest）.</summary>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    internal static void WriteDestination(OfdPart part, ImmutableArray<int> pages, Destination target)
    {
        if (target.Page < 0 || target.Page >= pages.Length)
            throw new ArgumentException(
                $"A link leads to page index {target.Page}; the document has {pages.Length} pages.",
                nameof(target)
            );
        part.Open("Goto")
            .Open("Dest")
            .Attribute("Type", "XYZ")
            .Attribute("PageID", pages[target.Page])
            .Attribute("Left", 0)
            .Length("Top", OfdPart.Micrometres(target.Top))
            .Attribute("Zoom", 0)
            .Close()
            .Close();
    }

    // The entry of the package（7.4）: what the document is, and where.
    private static byte[] Entry(DocumentInfo info, List<(string Path, ReadOnlyMemory<byte> Content)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(content.Span);
        }

        foreach (var text in (string[])[info.Title, info.Author, info.Subject, .. info.Keywords, info.Producer])
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        using var part = new OfdPart("OFD");
        part.Attribute("Version", "1.0").Attribute("DocType", "OFD");
        part.Open("DocBody").Open("DocInfo");
        part.Element("DocID", Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16)));
        part.Element("Title", info.Title);
        if (info.Author.Length > 0)
            part.Element("Author", info.Author);
        if (info.Subject.Length > 0)
            part.Element("Subject", info.Subject);
        part.Element("CreationDate", Date(info)).Element("ModDate", Date(info));
        if (info.Keywords.Length > 0)
        {
            part.Open("Keywords");
            foreach (var word in info.Keywords)
                part.Element("Keyword", word);
            part.Close();
        }

        var version = info.Producer.LastIndexOf(' ');
        part.Element("Creator", version > 0 ? info.Producer[..version] : info.Producer);
        if (version > 0)
            part.Element("CreatorVersion", info.Producer[(version + 1)..]);
        part.Close().Element("DocRoot", Root + "Document.xml");
        return part.Close().Finish();
    }

    // The root of the document（7.5）; its elements have this order.
    private static byte[] Document(
        PagedDocument document,
        ImmutableArray<int> pages,
        OfdResources resources,
        bool annotated
    )
    {
        using var part = new OfdPart("Document");
        part.Open("CommonData").Element("MaxUnitID", resources.LastId.ToString(CultureInfo.InvariantCulture));
        part.Open("PageArea").Element("PhysicalBox", OfdPart.PageBox(document.Pages[0])).Close();
        part.Element("PublicRes", "PublicRes.xml");
        if (resources.Images.Count > 0)
            part.Element("DocumentRes", "DocumentRes.xml");
        part.Close().Open("Pages");
        for (var i = 0; i < pages.Length; i++)
        {
            part.Open("Page")
                .Attribute("ID", pages[i])
                .Attribute("BaseLoc", FormattableString.Invariant($"Pages/Page_{i}/Content.xml"))
                .Close();
        }

        part.Close();
        if (!document.Outline.IsDefaultOrEmpty)
        {
            part.Open("Outlines");
            WriteOutline(part, pages, document.Outline);
            part.Close();
        }

        part.Open("VPreferences")
            .Element("PageMode", document.Outline.IsDefaultOrEmpty ? "None" : "UseOutlines")
            .Element("TabDisplay", "DocTitle")
            .Close();
        WriteBookmarks(part, document, pages);
        if (annotated)
            part.Element("Annotations", OfdAnnotations.File);
        if (document.Attachments.Length > 0)
            part.Element("Attachments", "Attachs/Attachments.xml");
        return part.Finish();
    }

    // 大纲（7.8）: the entries of the PDF's.
    private static void WriteOutline(OfdPart part, ImmutableArray<int> pages, ImmutableArray<OutlineEntry> entries)
    {
        foreach (var entry in entries)
        {
            part.Open("OutlineElem").Attribute("Title", entry.Title);
            part.Open("Actions").Open("Action").Attribute("Event", "CLICK");
            WriteDestination(part, pages, entry.Target);
            part.Close().Close();
            if (!entry.Children.IsDefaultOrEmpty)
                WriteOutline(part, pages, entry.Children);
            part.Close();
        }
    }

    // 书签（7.5）: the places for seals by name, for programs that sign and for people who look for them.
    private static void WriteBookmarks(OfdPart part, PagedDocument document, ImmutableArray<int> pages)
    {
        if (document.Pages.All(p => p.Seals.IsDefaultOrEmpty))
            return;
        part.Open("Bookmarks");
        for (var i = 0; i < pages.Length; i++)
        {
            foreach (var seal in document.Pages[i].Seals)
            {
                var area = OfdBox.Of(seal.Area);
                part.Open("Bookmark")
                    .Attribute("Name", seal.Name)
                    .Open("Dest")
                    .Attribute("Type", "FitR")
                    .Attribute("PageID", pages[i])
                    .Length("Left", area.Left)
                    .Length("Top", area.Top)
                    .Length("Right", area.Right)
                    .Length("Bottom", area.Bottom)
                    .Close()
                    .Close();
            }
        }

        part.Close();
    }

    // Fonts（7.9, 11.1）.
    private static byte[] Fonts(OfdResources resources)
    {
        using var part = new OfdPart("Res");
        part.Attribute("BaseLoc", "Res");
        if (resources.Fonts.Count > 0)
        {
            part.Open("Fonts");
            foreach (var font in resources.Fonts)
            {
                part.Open("Font")
                    .Attribute("ID", font.Id)
                    .Attribute("FontName", font.Name)
                    .Attribute("FamilyName", font.Face.FamilyName);
                if (font.Face.Header.Italic)
                    part.Attribute("Italic", "true");

                // For readers that take a face of their own: which of the family's it should be like.
                if (font.Face.Header.Weight >= BoldWeight)
                    part.Attribute("Bold", "true");
                if (font.Face.Header.FixedPitch)
                    part.Attribute("FixedWidth", "true");
                part.Element("FontFile", font.File).Close();
            }

            part.Close();
        }

        return part.Finish();
    }

    // Pictures（7.9, 10）.
    private static byte[] Pictures(OfdResources resources)
    {
        using var part = new OfdPart("Res");
        part.Attribute("BaseLoc", "Res").Open("MultiMedias");
        foreach (var (id, file, _) in resources.Images)
        {
            part.Open("MultiMedia")
                .Attribute("ID", id)
                .Attribute("Type", "Image")
                .Attribute("Format", file.EndsWith("png", StringComparison.Ordinal) ? "PNG" : "JPEG")
                .Element("MediaFile", file)
                .Close();
        }

        return part.Close().Finish();
    }

    // Attached files（20）: their names are in the list, that of the package's entry is plain.
    private static void AddAttachments(PagedDocument document, List<(string Path, ReadOnlyMemory<byte> Content)> parts)
    {
        if (document.Attachments.IsDefaultOrEmpty)
            return;
        using var list = new OfdPart("Attachments");
        var number = 0;
        foreach (var attachment in document.Attachments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            number++;
            var format = attachment.Name[(attachment.Name.LastIndexOf('.') + 1)..];
            var path = FormattableString.Invariant($"{Root}Attachs/attachment_{number}");
            var kilobytes = attachment.Content.Length / 1024m;
            list.Open("Attachment")
                .Attribute("ID", FormattableString.Invariant($"attachment{number}"))
                .Attribute("Name", attachment.Name)
                .Attribute("Format", format)
                .Attribute("CreationDate", Date(document.Info) + "T00:00:00")
                .Attribute("Size", kilobytes.ToString("0.###", CultureInfo.InvariantCulture))
                .Element("FileLoc", "/" + path)
                .Close();
            parts.Add((path, attachment.Content.AsMemory()));
        }

        parts.Add((Root + "Attachs/Attachments.xml", list.Finish()));
    }

    private static string Date(DocumentInfo info) => info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Pack(List<(string Path, ReadOnlyMemory<byte> Content)> parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in parts)
            {
                var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var target = entry.Open();
                target.Write(content.Span);
            }
        }

        return packed.ToArray();
    }
}
