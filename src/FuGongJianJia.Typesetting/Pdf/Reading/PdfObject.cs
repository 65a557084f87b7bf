namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>A PDF object as read（PDF 对象）, ISO 32000-1 clause 7.3: just enough to find text and metadata.</summary>
internal abstract record PdfObject
{
    /// <summary>A name, without its slash.</summary>
    public sealed record Name(string Text) : PdfObject;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : PdfObject;

    /// <summary>A string's bytes.</summary>
    public sealed record Bytes(byte[] Value) : PdfObject;

    /// <summary>An indirect reference.</summary>
    public sealed record IndirectReference(int Id) : PdfObject;

    /// <summary>An array.</summary>
    public sealed record List(IReadOnlyList<PdfObject> Items) : PdfObject;

    /// <summary>A dictionary, with its stream's raw bytes when it has one.</summary>
    public sealed record Dictionary(IReadOnlyDictionary<string, PdfObject> Entries, ReadOnlyMemory<byte> Stream)
        : PdfObject
    {
        /// <summary>The value of an entry; null when there is none.</summary>
        public PdfObject? this[string key] => Entries.GetValueOrDefault(key);
    }

    /// <summary>A keyword or operator: true, null, obj, Tj …</summary>
    public sealed record Word(string Text) : PdfObject;
}
