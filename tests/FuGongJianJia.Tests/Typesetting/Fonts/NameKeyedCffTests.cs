using FuGongJianJia.Typesetting.Fonts.Cff;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

/// <summary>
/// A name-keyed CFF font built here, with what rare fonts have: subroutines, composed accents, arithmetic, flexes.
/// </summary>
public class NameKeyedCffTests
{
    private const int Accented = 50,
        Arithmetic = 51,
        Flexed = 52,
        Masked = 53,
        Deep = 54,
        LetterA = 34,
        Grave = 124;

    [Theory]
    [InlineData(1)]
    [InlineData(LetterA)]
    [InlineData(Accented)]
    [InlineData(Arithmetic)]
    [InlineData(Flexed)]
    [InlineData(Masked)]
    [InlineData(Deep)]
    public void Each_glyph_is_drawn_the_same_in_the_subset(ushort glyph)
    {
        var source = Parse(Build());
        Assert.False(source.IsCid);
        using var output = new ByteWriter();
        CffSubset.Write(source, "AAAAAA+T", [0, glyph], output);
        var subset = Parse(output.Written.ToArray());
        Assert.True(subset.IsCid);
        Assert.Equal(OutlineRecorder.Outline(source, glyph), OutlineRecorder.Outline(subset, 1));
        Assert.Equal(OutlineRecorder.WidthOf(source, glyph), OutlineRecorder.WidthOf(subset, 1));
        Assert.NotEmpty(OutlineRecorder.Outline(subset, 1));
    }

    [Fact]
    public void An_accent_stands_where_the_letter_wants_it()
    {
        var source = Parse(Build());
        var letter = Box(source, LetterA);
        var accent = Box(source, Grave);
        var both = Box(source, Accented);
        Assert.Equal(Math.Max(letter.Right, accent.Right + 7), both.Right);
        Assert.Equal(Math.Max(letter.Top, accent.Top + 200), both.Top);
    }

    [Fact]
    public void The_width_is_read_from_the_charstring()
    {
        var source = Parse(Build());
        Assert.Equal(500 + 100, OutlineRecorder.WidthOf(source, 1));
        Assert.Equal(333, OutlineRecorder.WidthOf(source, LetterA));
    }

    [Fact]
    public void Damage_anywhere_is_a_font_error()
    {
        var whole = Build();
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 0xFF;
            try
            {
                var font = Parse(damaged);
                using var output = new ByteWriter();
                CffSubset.Write(font, "AAAAAA+T", [0, 1, LetterA, Accented, Flexed, Masked, Deep], output);
            }
            catch (Exception problem)
                when (problem is FontFormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
            {
                Assert.NotEmpty(problem.Message);
            }
        }
    }

    private static GlyphBounds Box(CffOutlines font, ushort glyph) => font.Bounds(glyph);

    private static CffOutlines Parse(byte[] bytes) => new(new FontSource(bytes), (0, bytes.Length), 1);

    private static byte[] Build()
    {
        var charStrings = new List<byte[]>();
        for (var i = 0; i < 130; i++)
        {
            charStrings.Add(
                i switch
                {
                    0 => [.. N(100), 14],
                    LetterA => [.. N(20), .. N(30), 21, .. N(0 - 107), 10, 14],
                    Accented => [.. N(7), .. N(200), .. N(65), .. N(193), 14],
                    Arithmetic => [.. N(10), .. N(5), 12, 10, .. N(3), 21, .. N(40), .. N(50), .. N(-40), 7, 14],
                    Flexed =>
                    [
                        .. N(1),
                        .. N(1),
                        21,
                        .. N(10),
                        .. N(5),
                        .. N(20),
                        .. N(5),
                        .. N(20),
                        .. N(-5),
                        .. N(20),
                        .. N(-5),
                        .. N(10),
                        .. N(3),
                        .. N(9),
                        12,
                        37,
                        .. N(9),
                        .. N(8),
                        .. N(7),
                        .. N(6),
                        .. N(5),
                        .. N(4),
                        .. N(3),
                        12,
                        34,
                        14,
                    ],
                    Masked =>
                    [
                        .. N(100),
                        .. N(10),
                        .. N(20),
                        .. N(40),
                        .. N(20),
                        18,
                        .. N(5),
                        .. N(6),
                        19,
                        0b1110_0000,
                        .. N(5),
                        .. N(5),
                        21,
                        .. N(30),
                        .. N(40),
                        .. N(50),
                        .. N(60),
                        .. N(7),
                        30,
                        .. N(1),
                        .. N(2),
                        .. N(3),
                        .. N(4),
                        .. N(5),
                        27,
                        14,
                    ],
                    Deep => [.. N(4), 22, .. N(1 - 107), 10],
                    _ => [.. N(100), .. N(i), .. N(2), 21, .. N(10 + i), .. N(20), .. N(-10 - i), 6, 14],
                }
            );
        }

        byte[][] locals =
        [
            [.. N(100), .. N(0), .. N(50), .. N(150), .. N(-20), .. N(10), 8, 11],
            [.. N(0 - 107), 29, 14],
        ];
        byte[][] globals =
        [
            [.. N(60), .. N(70), .. N(80), 6, 11],
        ];
        byte[] hints = [.. N(333), 20, .. N(500), 21];
        var strings = Index(charStrings);
        var global = Index(globals);
        byte[] head = [1, 0, 4, 2, .. Index(["T"u8.ToArray()])];
        var top = 3 + 4 + Top(0, 0, 0).Length;
        var start = head.Length + top + 2 + global.Length;
        byte[] withSubrs = [.. hints, .. N(hints.Length + 4), 19];
        var privateAt = start + strings.Length;
        return
        [
            .. head,
            .. Index([Top(start, withSubrs.Length, privateAt)]),
            0,
            0,
            .. global,
            .. strings,
            .. withSubrs,
            .. Index(locals),
        ];
    }

    private static byte[] Top(int charStrings, int size, int place) =>
        [.. Long(charStrings), 17, .. Long(size), .. Long(place), 18];

    private static byte[] Long(int value) =>
        [29, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    // A number as three bytes, in charstrings and in DICTs alike.
    private static byte[] N(int value) => [28, (byte)(value >> 8), (byte)value];

    private static byte[] Index(IReadOnlyList<byte[]> items)
    {
        var bytes = new List<byte> { (byte)(items.Count >> 8), (byte)items.Count, 2 };
        var offset = 1;
        foreach (var length in items.Select(i => i.Length).Prepend(0))
        {
            offset += length;
            bytes.AddRange([(byte)(offset >> 8), (byte)offset]);
        }

        bytes.AddRange(items.SelectMany(i => i));
        return [.. bytes];
    }
}
