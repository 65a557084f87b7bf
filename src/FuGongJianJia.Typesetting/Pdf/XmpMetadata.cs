using System.Security;
using System.Text;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// The metadata packet（XMP 元数据）: what the information dictionary says, in XML, with the marks of PDF/A-3a and PDF/UA-1
/// and the schema of the latter, which PDF/A asks to be described (ISO 19005-3, 6.6.2; ISO 14289-1, 5).
/// </summary>
internal static class XmpMetadata
{
    public static byte[] Make(DocumentInfo info)
    {
        var date = FormattableString.Invariant($"{info.Date:yyyy-MM-dd}T00:00:00+08:00");
        var text = new StringBuilder(4096);
        text.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
            .Append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
            .Append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
            .Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
            .Append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
            .Append(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")
            .Append(" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
            .Append("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n")
            .Append("<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n")
            .Append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
            .Append(Xml(info.Title))
            .Append("</rdf:li></rdf:Alt></dc:title>\n")
            .Append("<dc:language><rdf:Bag><rdf:li>")
            .Append(Xml(info.Language))
            .Append("</rdf:li></rdf:Bag></dc:language>\n");
        if (info.Author.Length > 0)
            text.Append("<dc:creator><rdf:Seq><rdf:li>")
                .Append(Xml(info.Author))
                .Append("</rdf:li></rdf:Seq></dc:creator>\n");
        if (info.Subject.Length > 0)
            text.Append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
                .Append(Xml(info.Subject))
                .Append("</rdf:li></rdf:Alt></dc:description>\n");
        if (info.Keywords.Length > 0)
            text.Append("<pdf:Keywords>").Append(Xml(KeywordsOf(info))).Append("</pdf:Keywords>\n");
        text.Append("<pdf:Producer>")
            .Append(Xml(info.Producer))
            .Append("</pdf:Producer>\n<xmp:CreatorTool>")
            .Append(Xml(info.Producer))
            .Append("</xmp:CreatorTool>\n")
            .Append("<xmp:CreateDate>")
            .Append(date)
            .Append("</xmp:CreateDate>\n<xmp:ModifyDate>")
            .Append(date)
            .Append("</xmp:ModifyDate>\n<xmp:MetadataDate>")
            .Append(date)
            .Append("</xmp:MetadataDate>\n</rdf:Description>\n")
            .Append(UaSchema)
            .Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Keywords as one string, the same in both places.</summary>
    public static string KeywordsOf(DocumentInfo info) => string.Join("; ", info.Keywords);

    private const string UaNamespaces =
        "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

    private const string UaSchema = $"""
        <rdf:Description rdf:about="" {UaNamespaces}>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """;

    private static string Xml(string text) => SecurityElement.Escape(text);
}
