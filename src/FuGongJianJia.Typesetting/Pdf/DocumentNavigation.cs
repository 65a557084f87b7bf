using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Outline and page labels of a document（书签与页码标签; ISO 32000-1, 12.3.3 and 12.4.2）.</summary>
internal sealed class DocumentNavigation
{
    private readonly PdfFile _file;
    private readonly PagedDocument _document;
    private readonly int[] _pages;
    private readonly int _outline;
    private readonly int _labels;

    public DocumentNavigation(PdfFile file, PagedDocument document, int[] pages)
    {
        _file = file;
        _document = document;
        _pages = pages;
        if (!document.Outline.IsDefaultOrEmpty)
        {
            _outline = file.Reserve();
            var (first, last, count) = WriteEntries(document.Outline, _outline);
            file.Object(_outline)
                .Raw("<</Type/Outlines/First "u8)
                .Ref(first)
                .Raw("/Last "u8)
                .Ref(last)
                .Raw("/Count "u8)
                .Int(count)
                .Raw(">>"u8);
        }

        _labels = file.Reserve();
        WriteLabels();
    }

    /// <summary>Writes an explicit destination.</summary>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    public static void WriteDestination(PdfBuffer output, PagedDocument document, int[] pages, Destination target)
    {
        if (target.Page < 0 || target.Page >= pages.Length)
            throw new ArgumentException(
                $"A link leads to page index {target.Page}; the document has {pages.Length} pages.",
                nameof(target)
            );
        output
            .Byte((byte)'[')
            .Ref(pages[target.Page])
            .Raw("/XYZ null "u8)
            .Real(document.Pages[target.Page].Height - target.Top)
            .Raw(" null]"u8);
    }

    public void WriteCatalogEntries(PdfBuffer output)
    {
        output.Raw("/PageLabels "u8).Ref(_labels);
        if (_outline > 0)
            output.Raw("/PageMode/UseOutlines/Outlines "u8).Ref(_outline);
    }

    // First and last object, and how many entries show while every one is open.
    private (int First, int Last, int Count) WriteEntries(ImmutableArray<OutlineEntry> entries, int parent)
    {
        var first = _file.Reserve(entries.Length);
        var total = entries.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var number = first + i;
            var below = entry.Children.IsDefaultOrEmpty ? default : WriteEntries(entry.Children, number);
            total += below.Count;
            var output = _file
                .Object(number)
                .Raw("<</Title"u8)
                .TextString(entry.Title)
                .Raw("/Parent "u8)
                .Ref(parent)
                .Raw("/Dest"u8);
            WriteDestination(output, _document, _pages, entry.Target);
            if (i > 0)
                output.Raw("/Prev "u8).Ref(number - 1);
            if (i < entries.Length - 1)
                output.Raw("/Next "u8).Ref(number + 1);
            if (below.Count > 0)
                output
                    .Raw("/First "u8)
                    .Ref(below.First)
                    .Raw("/Last "u8)
                    .Ref(below.Last)
                    .Raw("/Count "u8)
                    .Int(below.Count);
            output.Raw(">>"u8);
        }

        return (first, first + entries.Length - 1, total);
    }

    // Runs of consecutive numbers share one range; any other label stands as its own prefix.
    private void WriteLabels()
    {
        var output = _file.Object(_labels).Raw("<</Nums["u8);
        (Style Style, int Next) run = default;
        for (var i = 0; i < _document.Pages.Length; i++)
        {
            var label = _document.Pages[i].Label;
            var (style, number) = Read(label);
            if (i > 0 && style != Style.Literal && run == (style, number))
            {
                run = (style, number + 1);
                continue;
            }

            output.Int(i).Raw("<<"u8);
            if (style == Style.Literal)
            {
                if (label.Length > 0)
                    output.Raw("/P"u8).TextString(label);
            }
            else
            {
                output.Raw(
                    style switch
                    {
                        Style.Decimal => "/S/D"u8,
                        Style.Roman => "/S/r"u8,
                        _ => "/S/R"u8,
                    }
                );
                if (number > 1)
                    output.Raw("/St "u8).Int(number);
            }

            output.Raw(">>"u8);
            run = (style, number + 1);
        }

        output.Raw("]>>"u8);
    }

    private static (Style Style, int Number) Read(string label)
    {
        if (
            int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && label[0] != '0'
        )
            return (Style.Decimal, number);
        for (var n = 1; n <= 99 && label.Length > 0; n++)
        {
            var roman = RomanNumerals.Of(n);
            if (label == roman)
                return (Style.Roman, n);
            if (string.Equals(label, roman, StringComparison.OrdinalIgnoreCase) && label.All(char.IsAsciiLetterUpper))
                return (Style.UpperRoman, n);
        }

        return (Style.Literal, 0);
    }

    private enum Style
    {
        Literal,
        Decimal,
        Roman,
        UpperRoman,
    }
}
