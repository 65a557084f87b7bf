using System.Globalization;
using System.Text;
using System.Xml;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>
/// Writes a sheet row by row（写工作表）, so that a long table never stands in memory. Source: ISO/IEC 29500-1, 18.3.
/// </summary>
internal static class SheetWriter
{
    /// <summary>
    /// Position in the list of cell formats of the workbook; body cells follow the order of SheetFormat.
    /// </summary>
    public const int HeadFormat = 5;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Widths in digits of the standard face.
    private const double LeastWidth = 6;
    private const double MostWidth = 60;

    // Of a long table the first rows tell how wide its columns are.
    private const int MeasuredRows = 500;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    /// <summary>Writes the part of a sheet.</summary>
    /// <exception cref="ArgumentException">A cell holds what no cell can.</exception>
    public static void Write(CountedSheet sheet, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            """<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">"""
                + """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"""
                + "</sheetView></sheetViews>"
        );
        Columns(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, sheet.Columns.Select(c => (object?)c.Name), _ => HeadFormat);
        var number = 1;
        foreach (var row in sheet.Rows)
        {
            Row(xml, ++number, row, i => (int)sheet.Columns[i].Format);
        }

        xml.WriteEndElement();
        xml.WriteRaw(
            $"""<autoFilter ref="A1:{Letters(sheet.Columns.Length)}{Text(sheet.Count + 1)}"/>"""
                + """<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"""
                + """<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>"""
                + "<headerFooter><oddHeader>&amp;C&amp;A</oddHeader>"
                + "<oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>"
        );
        xml.WriteEndElement();
    }

    /// <summary>Letters of a column: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private static void Columns(XmlWriter xml, CountedSheet sheet)
    {
        var widths = Widths(sheet);
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Length; i++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", widths[i].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static double[] Widths(CountedSheet sheet)
    {
        // The button of the filter takes the room of two digits.
        double[] widest = [.. sheet.Columns.Select(c => Digits(c.Name) + 3)];
        foreach (var row in sheet.Rows.Take(MeasuredRows))
        {
            foreach (var (i, value) in row.Index())
            {
                widest[i] = Math.Max(widest[i], Digits(value));
            }
        }

        return [.. widest.Select(w => Math.Clamp(w + 1, LeastWidth, MostWidth))];
    }

    private static double Digits(object? value) =>
        value switch
        {
            string text => text.Sum(c => c < 0x2000 ? 1 : 2),
            DateOnly => 10,
            decimal or int => 10,
            _ => 4,
        };

    private static void Row(XmlWriter xml, int number, IEnumerable<object?> values, Func<int, int> format)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(number));
        foreach (var (i, value) in values.Index())
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Letters(i + 1) + Text(number));
            xml.WriteAttributeString("s", Text(format(i)));
            Content(xml, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, object? value)
    {
        switch (value)
        {
            case null or string { Length: 0 }:
                break;
            case string text:
                Words(xml, text);
                break;
            case bool truth:
                Words(xml, truth ? "是" : "否");
                break;
            case DateOnly date:
                xml.WriteElementString("v", Main, Text(date.DayNumber - DayZero.DayNumber));
                break;
            case IFormattable number:
                xml.WriteElementString("v", Main, number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value));
        }
    }

    private static void Words(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
