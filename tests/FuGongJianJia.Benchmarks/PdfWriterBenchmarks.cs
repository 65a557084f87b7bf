using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// The PDF writer alone, on pages that are laid out already: a brief of one page (290 different characters, as the
/// peers'
/// content has) and a report of 40 pages (450), half of them tables; and opening fonts.
/// </summary>
[MemoryDiagnoser]
public class PdfWriterBenchmarks
{
    private readonly List<FontFile> _files = [];
    private FontSet _fonts = null!;
    private PagedDocument _brief = null!;
    private PagedDocument _report = null!;

    /// <summary>Resolves the installed fonts and lays out both documents.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _files.AddRange(
            Directory
                .EnumerateFiles("/usr/share/fonts", "*", SearchOption.AllDirectories)
                .Where(FontFile.IsFont)
                .Select(p => new FontFile(p, () => File.OpenRead(p)))
        );
        _fonts =
            FontResolver.Resolve(new FontLibrary(_files)).Fonts
            ?? throw new InvalidOperationException("Install fonts-noto-cjk and fonts-lxgw-wenkai (test.sh does).");
        _brief = Make(1, 290);
        _report = Make(40, 450);
    }

    /// <summary>One page.</summary>
    [Benchmark]
    public byte[] Brief() => PdfWriter.Write(_brief);

    /// <summary>Forty pages.</summary>
    [Benchmark]
    public byte[] Report() => PdfWriter.Write(_report);

    /// <summary>Twice forty pages on two threads: nearly the time of one where two cores are free.</summary>
    [Benchmark]
    public byte[][] TwoReportsOnTwoThreads()
    {
        var results = new byte[2][];
        Parallel.For(0, 2, i => results[i] = PdfWriter.Write(_report));
        return results;
    }

    /// <summary>Index every installed font, fill all roles, and measure one character with each.</summary>
    [Benchmark]
    public double OpenFonts()
    {
        var fonts = FontResolver.Resolve(new FontLibrary(_files)).Fonts!;
        var width = 0.0;
        foreach (var role in Enum.GetValues<FontRole>())
        {
            fonts[role].TryFind(new Rune('工'), out var face, out var glyph);
            width += face.AdvanceOf(glyph);
        }

        return width;
    }

    private PagedDocument Make(int pageCount, int distinct)
    {
        var root = new StructureNode("Document", null);
        var pages = ImmutableArray.CreateBuilder<Page>(pageCount);
        var seed = 1u;
        for (var p = 0; p < pageCount; p++)
        {
            var items = ImmutableArray.CreateBuilder<PageItem>();
            if (p % 2 == 0)
            {
                var node = root;
                for (var l = 0; l < 22; l++)
                {
                    if (l % 6 == 0)
                        node = new StructureNode(l == 0 ? "H2" : "P", root);
                    items.Add(
                        Line(
                            l == 0 ? FontRole.Hei : FontRole.FangSong,
                            Text(28),
                            16,
                            79,
                            110 + (l * 28.7),
                            node,
                            0.01 * l
                        )
                    );
                }
            }

            if (p % 2 == 1 || pageCount == 1)
            {
                var table = new StructureNode("Table", root);
                for (var r = 0; r < 26; r++)
                {
                    var row = new StructureNode("TR", table);
                    for (var c = 0; c < 6; c++)
                    {
                        var cell = new StructureNode(r == 0 ? "TH" : "TD", row) { Scope = r == 0 ? "Column" : null };
                        items.Add(
                            Line(
                                FontRole.Song,
                                c == 0 ? Text(8) : $"{Next(99999)}.5%",
                                10.5,
                                80 + (c * 70),
                                100 + (r * 22),
                                cell,
                                0
                            )
                        );
                    }

                    items.Add(
                        new PathItem(
                            Shapes.Line(80, 104 + (r * 22), 500, 104 + (r * 22)),
                            null,
                            new Stroke(new Ink(Rgb.Black), 0.5)
                        )
                    );
                }
            }

            items.Add(Line(FontRole.Song, $"— {p + 1} —", 14, 280, 790, null, 0));
            pages.Add(new Page(595.28, 841.89, $"{p + 1}", items.ToImmutable()));
        }

        return new PagedDocument
        {
            Pages = pages.ToImmutable(),
            Structure = root,
            Info = new DocumentInfo { Title = "报告", Date = new DateOnly(2025, 1, 1) },
        };

        // A linear congruence: the same text in every run.
        uint Next(int below)
        {
            seed = (seed * 1664525) + 1013904223;
            return (seed >> 8) % (uint)below;
        }

        string Text(int length)
        {
            var text = new StringBuilder(length);
            for (var i = 0; i < length; i++)
                text.Append(i % 17 == 16 ? '，' : (char)(0x4E00 + (Next(distinct) * 11)));
            return text.ToString();
        }
    }

    private GlyphRun Line(
        FontRole role,
        string text,
        double size,
        double x,
        double y,
        StructureNode? node,
        double extra
    )
    {
        var face = _fonts[role].Main;
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(text.Length);
        var at = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            face.TryGetGlyph(rune, out var glyph);
            glyphs.Add(new PlacedGlyph(glyph, rune.ToString(), at));
            at += (face.AdvanceOf(glyph) * size) + extra;
        }

        return new GlyphRun(face, size, Rgb.Black, x, y, glyphs.ToImmutable()) { Structure = node };
    }
}
