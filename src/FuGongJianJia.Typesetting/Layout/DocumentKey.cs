namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// Key of a document before layout（文稿指纹）: a hash of everything that layout and writing take from it. Two documents of
/// one key give the same bytes with the same faces and the same program, so what was made for the one may stand for the
/// other.
/// </summary>
/// <remarks>
/// The walk is not written by hand but made from the fields of every record, so that a property added later is in it at
/// once; a field that it cannot take whole (a delegate, a list that may change) is an exception and no gap.
/// </remarks>
public static class DocumentKey
{
    /// <summary>
    /// Key of one document, or of the versions of which one will be printed, in order: SHA-256 in lower-case
    /// hexadecimal.
    /// </summary>
    /// <exception cref="NotSupportedException">
    /// The document holds something that may change or cannot be told.
    /// </exception>
    public static string Of(params ReadOnlySpan<Document> versions)
    {
        using var sink = new KeySink();
        foreach (var version in versions)
            KeyWalk<Document>.Of(version, sink);
        return sink.Finish();
    }
}
