using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// Annotations（注释; GB/T 33190-2016, clause 15）: links, and the places kept free for electronic seals. The latter are of
/// the kind Stamp and not shown: the format has no empty signature, so that a place can be named but nothing be signed
/// beforehand (clause 18 knows only signatures that are there).
/// </summary>
internal static class OfdAnnotations
{
    /// <summary>The list of annotations, from the folder of the document.</summary>
    public const string File = "Annots/Annotations.xml";

    private const string Folder = "Doc_0/Annots/";

    /// <summary>Adds the annotations of all pages.</summary>
    /// <returns>Whether there is any.</returns>
    public static bool Add(
        PagedDocument document,
        ImmutableArray<int> pages,
        OfdResources resources,
        List<(string Path, ReadOnlyMemory<byte> Content)> parts
    )
    {
        using var list = new OfdPart("Annotations");
        var any = false;
        for (var i = 0; i < pages.Length; i++)
        {
            var page = document.Pages[i];
            if (page.Links.IsDefaultOrEmpty && page.Seals.IsDefaultOrEmpty)
                continue;
            var path = FormattableString.Invariant($"Page_{i}/Annotation.xml");
            list.Open("Page").Attribute("PageID", pages[i]).Element("FileLoc", path).Close();
            parts.Add((Folder + path, OfPage(document, page, pages, resources)));
            any = true;
        }

        if (any)
            parts.Add(("Doc_0/" + File, list.Finish()));
        return any;
    }

    private static byte[] OfPage(PagedDocument document, Page page, ImmutableArray<int> pages, OfdResources resources)
    {
        using var part = new OfdPart("PageAnnot");
        foreach (var link in page.Links)
        {
            Begin(part, "Link", document.Info, resources).Element("Remark", link.Description);
            var area = Appear(part, OfdBox.Of(link.Area), resources);
            part.Open("Actions").Open("Action").Attribute("Event", "CLICK");
            if (link.Uri is { } uri)
                part.Open("URI").Attribute("URI", uri).Close();
            else if (link.Target is { } target)
                OfdWriter.WriteDestination(part, pages, target);
            else
                throw new ArgumentException($"The link “{link.Description}” leads nowhere.", nameof(page));
            part.Close().Close().Element("AbbreviatedData", area).Close().Close().Close();
        }

        foreach (var seal in page.Seals)
        {
            Begin(part, "Stamp", document.Info, resources, ("Visible", "false"), ("Print", "false"))
                .Element("Remark", seal.Description);
            part.Element("AbbreviatedData", Appear(part, OfdBox.Of(seal.Area), resources)).Close().Close().Close();
        }

        return part.Finish();
    }

    private static OfdPart Begin(
        OfdPart part,
        string type,
        DocumentInfo info,
        OfdResources resources,
        params ReadOnlySpan<(string Name, string Value)> others
    )
    {
        part.Open("Annot")
            .Attribute("ID", resources.NextId())
            .Attribute("Type", type)
            .Attribute("Creator", info.Producer)
            .Attribute("LastModDate", info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (name, value) in others)
            part.Attribute(name, value);
        return part;
    }

    // Opens the appearance and a path in it that is not painted; returns the path's data. Its boundary is where a click
    // counts (CT_Action without a Region); the path itself has no area, since some readers fill what is not to be.
    private static string Appear(OfdPart part, OfdBox area, OfdResources resources)
    {
        var own = new OfdBox(0, 0, area.Width, area.Height);
        part.Open("Appearance")
            .Box("Boundary", area)
            .Open("PathObject")
            .Attribute("ID", resources.NextId())
            .Box("Boundary", own)
            .Attribute("Stroke", "false")
            .Attribute("Fill", "false");
        return $"M 0 0 L {OfdPart.Millimetres(own.Right)} 0";
    }
}
