using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>
/// From a document to the bytes of its PDF, OFD or Word file（排印）: the only place that knows the engine.
/// </summary>
internal static class Printing
{
    // Ten digits: no telephone or card number is as short, so that none can be taken for one.
    private const int FingerprintDigits = 10;

    /// <summary>Sets and writes a document.</summary>
    public static OutputFile Pdf(string path, Func<Document> compose, FontSet fonts) =>
        Pdf(path, int.MaxValue, () => [compose()], fonts);

    /// <summary>
    /// Sets the first of several versions of a document that needs no more pages than allowed; the last one when none
    /// does.
    /// </summary>
    public static OutputFile Pdf(string path, int pages, Func<ImmutableArray<Document>> versions, FontSet fonts) =>
        Paper(path, OutputKind.Pdf, pages, versions, fonts, PdfWriter.Write);

    /// <summary>The PDF and, where the settings ask for it, the OFD.</summary>
    /// <param name="path">Address without its ending.</param>
    /// <param name="pages">Pages allowed.</param>
    /// <param name="versions">Versions, the roomiest first.</param>
    /// <param name="fonts">Fonts.</param>
    /// <param name="hasOfd">Whether the OFD is made.</param>
    public static IEnumerable<OutputFile> Papers(
        string path,
        int pages,
        Func<ImmutableArray<Document>> versions,
        FontSet fonts,
        bool hasOfd
    ) =>
        hasOfd
            ? [Pdf(path + ".pdf", pages, versions, fonts), Ofd(path + ".ofd", pages, versions, fonts)]
            : [Pdf(path + ".pdf", pages, versions, fonts)];

    /// <summary>The same pages as OFD, which offices exchange; what there is to say about them the PDF says.</summary>
    public static OutputFile Ofd(string path, int pages, Func<ImmutableArray<Document>> versions, FontSet fonts) =>
        Paper(path, OutputKind.Ofd, pages, versions, fonts, OfdWriter.Write);

    private static OutputFile Paper(
        string path,
        OutputKind kind,
        int pages,
        Func<ImmutableArray<Document>> versions,
        FontSet fonts,
        Func<PagedDocument, byte[]> write
    ) =>
        new(
            path,
            kind,
            () =>
            {
                // The number of pages is the program's and so need not be in the key.
                var documents = versions();
                var key = DocumentKey.Of(documents.AsSpan());
                return new Draft(
                    key,
                    () =>
                    {
                        var laid = FirstWithin(
                            pages,
                            [.. documents.Select(d => d with { Fingerprint = key[..FingerprintDigits] })],
                            fonts
                        );
                        return new Rendered(
                            write(laid.Document),
                            kind == OutputKind.Pdf ? [.. laid.Notices.Select(n => Say(path, n))] : []
                        );
                    }
                );
            }
        );

    /// <summary>
    /// Writes a document for Word, where an editor goes on with it: it needs no measuring, and its pages may be as many
    /// as they like.
    /// </summary>
    public static OutputFile Word(string path, Func<Document> compose) =>
        new(
            path,
            OutputKind.Word,
            () =>
            {
                var document = compose();
                var key = DocumentKey.Of([document]);
                return new Draft(key, () => WordWriter.Write(document with { Fingerprint = key[..FingerprintDigits] }));
            }
        );

    /// <summary>
    /// Lays out the first version that needs no more pages than allowed; the last one when none does.
    /// </summary>
    public static LayoutResult FirstWithin(int pages, ImmutableArray<Document> versions, FontSet fonts)
    {
        for (var i = 0; ; i++)
        {
            var laid = Typesetter.Compose(versions[i], fonts);
            if (laid.Document.Pages.Length <= pages || i == versions.Length - 1)
            {
                return laid;
            }
        }
    }

    // A picture made smaller or a block divided is worth a note; anything else a reader would see.
    private static Diagnostic Say(string path, LayoutNotice notice)
    {
        var code = notice.Kind == NoticeKind.MissingGlyph ? FontCodes.MissingGlyph : FontCodes.LayoutRefused;
        var severity = notice.Kind is NoticeKind.Reduced or NoticeKind.Split ? Severity.Note : code.Severity;
        return new Diagnostic(code.Id, severity, new SourcePlace("output/" + path), notice.Message);
    }
}
