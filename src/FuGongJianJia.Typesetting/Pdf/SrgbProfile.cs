using System.Buffers.Binary;
using System.Text;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// An ICC profile of sRGB（色彩特性文件）, made from the published figures of IEC 61966-2-1: version 4.2, matrix and one
/// parametric curve (ISO 15076-1), primaries adapted to D50.
/// </summary>
internal static class SrgbProfile
{
    private static readonly Lazy<byte[]> Made = new(Make);

    public static ReadOnlySpan<byte> Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = Parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            (
                "chad",
                Fixed(
                    "sf32",
                    1.04788208,
                    0.02291870,
                    -0.05021667,
                    0.02958679,
                    0.99047852,
                    -0.01707458,
                    -0.00924683,
                    0.01507568,
                    0.75167847
                )
            ),
            ("rXYZ", Xyz(0.43606567, 0.22248840, 0.01391602)),
            ("gXYZ", Xyz(0.38514709, 0.71687317, 0.09707642)),
            ("bXYZ", Xyz(0.14306641, 0.06060791, 0.71409607)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var directory = 128 + 4 + (tags.Length * 12);
        var data = new List<byte>();
        var places = new Dictionary<byte[], int>();
        foreach (var (_, bytes) in tags)
        {
            if (places.TryAdd(bytes, directory + data.Count))
                data.AddRange(bytes);
        }

        var profile = new byte[directory + data.Count];
        var span = profile.AsSpan();
        Int(span, 0, profile.Length);
        Int(span, 8, 0x04200000);
        Ascii(span, 12, "mntr");
        Ascii(span, 16, "RGB ");
        Ascii(span, 20, "XYZ ");

        // A fixed date: the profile is the same whenever it is made. 2024-01-01.
        BinaryPrimitives.WriteInt16BigEndian(span[24..], 2024);
        BinaryPrimitives.WriteInt16BigEndian(span[26..], 1);
        BinaryPrimitives.WriteInt16BigEndian(span[28..], 1);
        Ascii(span, 36, "acsp");
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(span[68..]);
        Int(span, 128, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            Ascii(span, 132 + (i * 12), tags[i].Tag);
            Int(span, 136 + (i * 12), places[tags[i].Data]);
            Int(span, 140 + (i * 12), tags[i].Data.Length);
        }

        data.ToArray().CopyTo(span[directory..]);
        return profile;
    }

    private static byte[] Xyz(double x, double y, double z) => Fixed("XYZ ", x, y, z);

    private static byte[] Parametric(params double[] parameters)
    {
        var bytes = new byte[12 + (parameters.Length * 4)];
        Ascii(bytes, 0, "para");
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(8), 3);
        for (var i = 0; i < parameters.Length; i++)
            Int(bytes, 12 + (i * 4), ToFixed(parameters[i]));
        return bytes;
    }

    private static byte[] Fixed(string type, params double[] values)
    {
        var bytes = new byte[8 + (values.Length * 4)];
        Ascii(bytes, 0, type);
        for (var i = 0; i < values.Length; i++)
            Int(bytes, 8 + (i * 4), ToFixed(values[i]));
        return bytes;
    }

    // multiLocalizedUnicodeType with one record, padded to four bytes.
    private static byte[] Text(string text)
    {
        var bytes = new byte[(28 + (text.Length * 2) + 3) & ~3];
        Ascii(bytes, 0, "mluc");
        Int(bytes, 8, 1);
        Int(bytes, 12, 12);
        Ascii(bytes, 16, "enUS");
        Int(bytes, 20, text.Length * 2);
        Int(bytes, 24, 28);
        Encoding.BigEndianUnicode.GetBytes(text, bytes.AsSpan(28));
        return bytes;
    }

    private static int ToFixed(double value) => (int)Math.Round(value * 65536, MidpointRounding.AwayFromZero);

    private static void Int(Span<byte> bytes, int at, int value) =>
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], value);

    private static void Ascii(Span<byte> bytes, int at, string text) => Encoding.ASCII.GetBytes(text, bytes[at..]);
}
