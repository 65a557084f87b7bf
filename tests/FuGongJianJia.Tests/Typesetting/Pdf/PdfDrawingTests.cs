using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

public class PdfDrawingTests
{
    private static readonly Ink Black = new(Rgb.Black);

    [Fact]
    public void Every_pattern_is_drawn_with_the_path_as_its_clip()
    {
        foreach (var pattern in Enum.GetValues<FillPattern>().Where(p => p != FillPattern.Solid))
        {
            var open = Page(new PathMark(Shapes.Circle(50, 50, 40), new Fill(Black, pattern), null));
            Assert.Contains("W n", open, StringComparison.Ordinal);
            Assert.Matches(@" l\n", open);
        }
    }

    [Fact]
    public void Opacity_is_a_tint_on_white()
    {
        var open = Page(new PathMark(Shapes.Rectangle(0, 0, 10, 10), new Fill(Black, Opacity: 0.4), null));
        Assert.Contains(".6 .6 .6 rg", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Dashes_are_kept_and_end_with_their_path()
    {
        var open = Page(
            new PathMark(Shapes.Line(0, 0, 100, 0), null, new Stroke(Black, 0.5, [3, 2])),
            new PathMark(Shapes.Line(0, 9, 100, 9), null, new Stroke(Black, 0.5))
        );
        Assert.Contains("[3 2]0 d", open, StringComparison.Ordinal);
        Assert.Contains("[]0 d", open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextAnchor.Start, 100)]
    [InlineData(TextAnchor.Middle, 80)]
    [InlineData(TextAnchor.End, 60)]
    public void A_text_hangs_from_its_anchor(TextAnchor anchor, double left)
    {
        var pdf = Write(new TextMark(100, 50, "温暖指数", 10, FontRole.Song, Black, anchor));
        var word = Regex.Match(PdfTools.Boxes(pdf), "xMin=\"([0-9.]+)\"[^>]*>温暖指数<").Groups[1].Value;
        Assert.Equal(left, double.Parse(word, System.Globalization.CultureInfo.InvariantCulture), 1);
    }

    [Fact]
    public void A_turned_text_is_found_as_text()
    {
        var pdf = Write(new TextMark(100, 100, "得分（分）", 10, FontRole.Hei, Black, TextAnchor.Middle, -90));
        Assert.Contains(
            "得分（分）",
            string.Concat(PdfTools.Text(pdf).Where(c => !char.IsWhiteSpace(c))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_group_moves_and_clips_its_marks()
    {
        var open = Page(
            new GroupMark(
                [new PathMark(Shapes.Circle(0, 0, 30), new Fill(Black), null)],
                40,
                20,
                new Rectangle(1, 2, 3, 4)
            )
        );
        Assert.Contains("1 0 0 1 40 20 cm", open, StringComparison.Ordinal);
        Assert.Contains("1 2 3 4 re W n", open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_png_goes_in_as_it_is(byte kind)
    {
        var pdf = Image(Png(kind));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
        Assert.Matches(@"/Width 4\b", PdfTools.Unpack(pdf));
    }

    [Fact]
    public void An_image_that_stands_twice_is_stored_once()
    {
        var root = new StructureNode("Document", null);
        var figure = new StructureNode("Figure", root) { Alt = "图" };
        var png = Png(2);
        var document = Document(
            root,
            new ImageItem(png, new Rectangle(0, 0, 40, 40)) { Structure = figure },
            new ImageItem(png, new Rectangle(80, 0, 40, 40)) { Structure = figure }
        );
        Assert.Single(Regex.Matches(PdfTools.Unpack(PdfWriter.Write(document)), "/Subtype /Image"));
    }

    [Fact]
    public void A_jpeg_goes_in_as_it_is()
    {
        var jpeg = Convert.FromBase64String(
            "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////"
                + "/////////////////////////////////////////////"
                + "/wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
        );
        Assert.Contains("/DCTDecode", PdfTools.Unpack(Image([.. jpeg])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_png_that_would_have_to_be_decoded_is_refused() =>
        Assert.Contains(
            "opaque",
            Assert.Throws<ArgumentException>(() => Image(Png(6))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_is_no_image_is_refused() =>
        Assert.Contains(
            "PNG or a JPEG",
            Assert.Throws<ArgumentException>(() => Image([1, 2, 3])).Message,
            StringComparison.Ordinal
        );

    private static byte[] Image(ImmutableArray<byte> content)
    {
        var root = new StructureNode("Document", null);
        return PdfWriter.Write(
            Document(
                root,
                new ImageItem(content, new Rectangle(80, 80, 40, 40))
                {
                    Structure = new StructureNode("Figure", root) { Alt = "图" },
                }
            )
        );
    }

    private static ImmutableArray<byte> Png(byte kind)
    {
        var channels = kind switch
        {
            2 => 3,
            6 => 4,
            _ => 1,
        };
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < 4; row++)
            {
                zlib.WriteByte(0);
                for (var i = 0; i < 4 * channels; i++)
                    zlib.WriteByte((byte)(row * 40));
            }
        }

        var file = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        Chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 4, 8, kind, 0, 0, 0]);
        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return [.. file];

        void Chunk(string type, byte[] data)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
            file.AddRange([.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0]);
        }
    }

    private static string Page(params Mark[] marks) => PdfTools.Unpack(Write(marks));

    private static byte[] Write(params Mark[] marks)
    {
        var root = new StructureNode("Document", null);
        return PdfWriter.Write(
            Document(
                root,
                new DrawingItem(Of(marks), 0, 0, 1, TestFonts.Set)
                {
                    Structure = new StructureNode("Figure", root) { Alt = "图" },
                }
            )
        );
    }

    private static Drawing Of(params Mark[] marks) =>
        new()
        {
            Width = 200,
            Height = 200,
            Marks = [.. marks],
            Title = "图",
            Description = "图",
        };

    private static PagedDocument Document(StructureNode root, params PageItem[] items) =>
        new()
        {
            Pages = [new Page(400, 400, "1", [.. items])],
            Structure = root,
            Info = new DocumentInfo { Title = "图", Date = new DateOnly(2025, 1, 1) },
        };
}
