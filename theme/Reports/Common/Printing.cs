using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>From a document to the bytes of its PDF（排印）: the only place that knows the engine.</summary>
internal static class Printing
{
    /// <summary>Sets and writes a document.</summary>
    public static ReadOnlyMemory<byte> Print(Document document, FontSet fonts) => Write(Composer.Compose(document, fonts));

    /// <summary>
    /// Sets the first of several versions of a document that needs no more pages than allowed; the last one when none does.
    /// </summary>
    public static ReadOnlyMemory<byte> PrintWithin(int pages, IReadOnlyList<Func<Document>> versions, FontSet fonts)
    {
        for (var i = 0; ; i++)
        {
            var laid = Composer.Compose(versions[i](), fonts);
            if (laid.Document.Pages.Length <= pages || i == versions.Count - 1)
            {
                return Write(laid);
            }
        }
    }

    private static ReadOnlyMemory<byte> Write(LayoutResult laid) => PdfWriter.Write(laid.Document);
}
