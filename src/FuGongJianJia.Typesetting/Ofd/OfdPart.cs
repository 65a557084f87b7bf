using System.Globalization;
using System.Text;
using System.Xml;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// An XML part of an OFD file under construction（OFD 部件）. Lengths go out in millimetres with three decimals
/// (GB/T 33190-2016, 7.3: ST_Pos, ST_Box, ST_Array), a thousandth of a millimetre being far below what print shows.
/// </summary>
internal sealed class OfdPart : IDisposable
{
    /// <summary>Name space of all elements（GB/T 33190-2016, 7.2）.</summary>
    public const string Namespace = "http://www.ofdspec.org/2016";

    private const double MicrometresPerPoint = 25400 / 72.0;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // What data brings is cleaned here, character by character.
        CheckCharacters = false,
        NewLineChars = "\n",
    };

    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;

    /// <summary>Begins a part.</summary>
    /// <param name="root">Name of the root element.</param>
    public OfdPart(string root)
    {
        _xml = XmlWriter.Create(_bytes, Settings);
        _xml.WriteStartDocument();
        _xml.WriteStartElement("ofd", root, Namespace);
    }

    /// <summary>Nearest thousandth of a millimetre.</summary>
    public static long Micrometres(double points) =>
        (long)Math.Round(points * MicrometresPerPoint, MidpointRounding.AwayFromZero);

    /// <summary>A length in millimetres.</summary>
    public static string Millimetres(long micrometres) =>
        (micrometres / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Lengths in millimetres, a space between them.</summary>
    public static string Millimetres(params ReadOnlySpan<long> micrometres)
    {
        var text = new StringBuilder(micrometres.Length * 8);
        foreach (var length in micrometres)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"{length / 1000m:0.###}");
        }

        return text.ToString();
    }

    /// <summary>The box of a page.</summary>
    public static string PageBox(Page page) => Millimetres(0, 0, Micrometres(page.Width), Micrometres(page.Height));

    /// <summary>Opens an element.</summary>
    public OfdPart Open(string name)
    {
        _xml.WriteStartElement("ofd", name, Namespace);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public OfdPart Close()
    {
        _xml.WriteEndElement();
        return this;
    }

    public OfdPart Attribute(string name, string value)
    {
        _xml.WriteAttributeString(name, Clean(value));
        return this;
    }

    public OfdPart Attribute(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A length.</summary>
    public OfdPart Length(string name, long micrometres) => Attribute(name, Millimetres(micrometres));

    /// <summary>Left, top, width and height.</summary>
    public OfdPart Box(string name, in OfdBox box) =>
        Attribute(name, Millimetres(box.Left, box.Top, box.Width, box.Height));

    public OfdPart Text(string text)
    {
        _xml.WriteString(Clean(text));
        return this;
    }

    /// <summary>An element that holds a text alone.</summary>
    public OfdPart Element(string name, string text) => Open(name).Text(text).Close();

    /// <summary>An element with a colour, in the default colour space, which is RGB (8.3.2).</summary>
    public OfdPart Color(string name, Rgb color) =>
        Open(name)
            .Attribute("Value", string.Create(CultureInfo.InvariantCulture, $"{color.R} {color.G} {color.B}"))
            .Close();

    /// <summary>Ends the part.</summary>
    public byte[] Finish()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    // XML has no place for control characters and halves of pairs: U+FFFD stands for them, one for one.
    private static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsXml(text, i))
                continue;
            return string.Create(
                text.Length,
                text,
                static (clean, from) =>
                {
                    for (var n = 0; n < from.Length; n++)
                        clean[n] = IsXml(from, n) ? from[n] : '\uFFFD';
                }
            );
        }

        return text;
    }

    private static bool IsXml(string text, int i) =>
        XmlConvert.IsXmlChar(text[i])
        || (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
        || (i > 0 && XmlConvert.IsXmlSurrogatePair(text[i], text[i - 1]));
}

/// <summary>A rectangle in thousandths of a millimetre, y downwards（外接矩形）.</summary>
internal readonly record struct OfdBox(long Left, long Top, long Right, long Bottom)
{
    public long Width => Right - Left;

    public long Height => Bottom - Top;

    /// <summary>Of a rectangle in points.</summary>
    public static OfdBox Of(Rectangle area) =>
        new(
            OfdPart.Micrometres(area.X),
            OfdPart.Micrometres(area.Y),
            OfdPart.Micrometres(area.X + area.Width),
            OfdPart.Micrometres(area.Y + area.Height)
        );

    /// <summary>What two have in common; null when it is nothing.</summary>
    public OfdBox? Within(OfdBox? other)
    {
        if (other is not { } o)
            return this;
        var common = new OfdBox(
            Math.Max(Left, o.Left),
            Math.Max(Top, o.Top),
            Math.Min(Right, o.Right),
            Math.Min(Bottom, o.Bottom)
        );
        return common.Width > 0 && common.Height > 0 ? common : null;
    }
}
