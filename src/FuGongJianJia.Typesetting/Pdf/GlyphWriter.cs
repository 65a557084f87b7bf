using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Shows glyphs（字形写出）: those of a run go into one string with adjustments, and what most of them have in common becomes
/// character spacing.
/// </summary>
internal sealed class GlyphWriter(ContentStream stream, DocumentResources resources)
{
    // Positions in a run are kept within half a thousandth of the em: 0.003 mm at 16 points.
    private const long Unit = 1000;

    // Spacing is worth an operator from this many glyphs on.
    private const int FewestSpaced = 5;

    private readonly PdfBuffer _out = stream.Out;
    private long[] _extras = new long[64];
    private ushort[] _codes = new ushort[64];
    private long _lineX;
    private long _lineY;

    /// <summary>A text object has begun: positions count from the corner of the page.</summary>
    internal void Begin() => (_lineX, _lineY) = (0, 0);

    /// <summary>Shows a run within a text object.</summary>
    internal void Show(GlyphRun run, double pageHeight)
    {
        var glyphs = run.Glyphs.AsSpan();
        var font = resources.Font(run.Face);
        stream.Font(font, run.Size);
        stream.FillColor(run.Color);
        var x = PdfBuffer.ToMilli(run.X + glyphs[0].Offset);
        var y = PdfBuffer.ToMilli(pageHeight - run.Y);
        if (x != _lineX || y != _lineY)
        {
            _out.Milli(x - _lineX).Byte((byte)' ').Milli(y - _lineY).Raw(" Td\n"u8);
            (_lineX, _lineY) = (x, y);
        }

        if (!NeedsActualText(glyphs))
        {
            Show(font, run.Size, glyphs);
            return;
        }

        _out.Raw("/Span<</ActualText"u8).TextString(string.Concat(run.Glyphs.Select(g => g.Text))).Raw(">>BDC\n"u8);
        Show(font, run.Size, glyphs);
        _out.Raw("EMC\n"u8);
    }

    // Characters of the private use areas mean nothing by themselves (ISO 19005-3, 6.2.11.7.3), and a glyph without a
    // text should not be copied at all.
    private static bool NeedsActualText(ReadOnlySpan<PlacedGlyph> glyphs)
    {
        foreach (var glyph in glyphs)
        {
            if (
                glyph.Text is not [var unit, ..]
                || unit is (>= '\uE000' and <= '\uF8FF') or (>= '\uDB80' and <= '\uDBFF')
            )
                return true;
        }

        return false;
    }

    // Text space here counts millionths of the em, so that what is written and what a reader adds up are the same whole
    // numbers.
    internal void Show(DocumentFont font, double size, ReadOnlySpan<PlacedGlyph> glyphs)
    {
        if (glyphs.Length > _codes.Length)
            (_codes, _extras) = (new ushort[glyphs.Length * 2], new long[glyphs.Length * 2]);
        var scale = 1_000_000 / size;
        for (var i = 0; i < glyphs.Length; i++)
        {
            _codes[i] = font.Encode(glyphs[i].Glyph, glyphs[i].Text);
            if (i > 0)
                _extras[i - 1] =
                    (long)Math.Round((glyphs[i].Offset - glyphs[i - 1].Offset) * scale, MidpointRounding.AwayFromZero)
                    - font.WidthOf(_codes[i - 1]);
        }

        var spacing = SetSpacing(size, glyphs.Length);
        var adjusted = false;
        var position = 0L;
        _out.Byte((byte)'(');
        var open = _out.Length - 1;
        for (var i = 0; i < glyphs.Length; i++)
        {
            _out.StringByte((byte)(_codes[i] >> 8));
            _out.StringByte((byte)_codes[i]);
            if (i == glyphs.Length - 1)
                break;
            position += font.WidthOf(_codes[i]) + spacing;
            var target = (long)
                Math.Round((glyphs[i + 1].Offset - glyphs[0].Offset) * scale, MidpointRounding.AwayFromZero);
            var off = target - position;
            if (Math.Abs(off) <= Unit / 2)
                continue;
            var units = off > 0 ? (off + (Unit / 2)) / Unit : (off - (Unit / 2)) / Unit;
            position += units * Unit;
            if (!adjusted)
                _out.Insert(open, (byte)'[');
            adjusted = true;
            _out.Byte((byte)')').Int(-units).Byte((byte)'(');
        }

        _out.Raw(adjusted ? ")]TJ\n"u8 : ")Tj\n"u8);
    }

    // A justified line has nearly the same extra after every character: character spacing says it once.
    // Returns what the reader will add after each glyph, in millionths of the em.
    private long SetSpacing(double size, int count)
    {
        var common = count >= FewestSpaced ? CommonExtra(count - 1) : 0;
        var spacing = (long)Math.Round(common * size / 100, MidpointRounding.AwayFromZero);
        stream.Spacing(spacing);
        return spacing == 0 ? 0 : (long)Math.Round(spacing * 100 / size, MidpointRounding.AwayFromZero);
    }

    // In millionths; 0 when there is no extra that most gaps share.
    private double CommonExtra(int gaps)
    {
        Span<long> sorted = gaps <= 256 ? stackalloc long[gaps] : new long[gaps];
        _extras.AsSpan(0, gaps).CopyTo(sorted);
        sorted.Sort();
        var middle = sorted[gaps / 2];
        if (Math.Abs(middle) <= Unit / 2)
            return 0;
        var (sum, members) = (0L, 0);
        foreach (var extra in sorted)
        {
            if (Math.Abs(extra - middle) <= Unit)
                (sum, members) = (sum + extra, members + 1);
        }

        return members * 2 > gaps ? (double)sum / members : 0;
    }
}
