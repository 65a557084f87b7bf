using System.Runtime.InteropServices;
using System.Text;

namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Gives characters their glyphs, classes and widths（定形）, compresses adjacent marks, puts gaps between hanzi and
/// Western text and finds where lines may break. Reused for one paragraph after another.
/// </summary>
internal sealed class Shaper(LineRules rules)
{
    // Full-width marks carry their blank in one half (GB/T 15834 5.1); what is narrower than this, ems, has none to
    // give.
    private const float NarrowestFullWidth = 0.6f;
    private const double HalfWidth = 0.5;

    // A letter or digit as wide as this, ems, is full width and stands among hanzi without a gap.
    private const double FullWidth = 0.95;

    private readonly List<RunStyle> _styles = [];
    private Cluster[] _clusters = new Cluster[256];
    private int _count;
    private List<int>? _missing;
    private bool _spring;
    private bool _newLine;
    private bool _sense;

    /// <summary>Appends text in a style.</summary>
    internal void Add(ReadOnlySpan<char> text, in RunStyle style)
    {
        var styleIndex = StyleIndex(style);
        if (_count + text.Length > _clusters.Length)
            Array.Resize(ref _clusters, Math.Max(_clusters.Length * 2, _count + text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            int rune = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                rune = char.ConvertToUtf32(text[i], text[++i]);
            else if (char.IsSurrogate(text[i]))
                rune = Rune.ReplacementChar.Value;
            var charClass = CharClasses.Of(rune);
            if (charClass == CharClass.Ignored)
                continue;

            // don’t: between letters ’ is an apostrophe, a letter of its word.
            if (
                rune == '’'
                && i > 0
                && char.IsAsciiLetterOrDigit(text[i - 1])
                && i + 1 < text.Length
                && char.IsAsciiLetter(text[i + 1])
            )
                charClass = CharClass.Letter;
            AddCluster(rune, charClass, style, styleIndex);
        }
    }

    /// <summary>Appends white that takes what the line has left.</summary>
    internal void AddSpring(in RunStyle style)
    {
        if (_count + 1 > _clusters.Length)
            Array.Resize(ref _clusters, _clusters.Length * 2);
        _clusters[_count++] = new()
        {
            Rune = ' ',
            Class = CharClass.Spring,
            Style = StyleIndex(style),
        };
        _spring = true;
    }

    /// <summary>Ends the paragraph and makes ready for the next.</summary>
    internal ShapedText Finish()
    {
        var clusters = _clusters.AsSpan(0, _count).ToArray();
        Relate(clusters, CollectionsMarshal.AsSpan(_styles));
        double width = 0;
        foreach (ref readonly var c in clusters.AsSpan())
            width += c.Width + c.Gap;
        var shaped = new ShapedText(clusters, _count, [.. _styles])
        {
            Missing = _missing,
            HasSpring = _spring,
            HasNewLine = _newLine,
            HasSenseBreaks = _sense,
            NaturalWidth = width,
        };
        (_count, _missing, _spring, _newLine, _sense) = (0, null, false, false, false);
        _styles.Clear();
        return shaped;
    }

    private ushort StyleIndex(in RunStyle style)
    {
        if (_styles.Count == 0 || _styles[^1] != style)
            _styles.Add(style);
        return (ushort)(_styles.Count - 1);
    }

    private void AddCluster(int rune, CharClass charClass, in RunStyle style, ushort styleIndex)
    {
        ref var c = ref _clusters[_count++];
        c = default;
        (c.Rune, c.Class, c.Style) = (rune, charClass, styleIndex);
        switch (charClass)
        {
            case CharClass.NewLine:
                _newLine = true;
                return;
            case CharClass.ZeroBreak:
                _sense = true;
                return;
            case CharClass.Joiner:
                return;
        }

        if (charClass == CharClass.Space || rune == 0xA0)
            c.Rune = rune = ' ';
        var info = rune == '’' && charClass == CharClass.Letter ? style.Glyphs.Apostrophe : style.Glyphs[rune];
        (c.Glyph, c.Face) = (info.Glyph, info.Face);
        if (info.Missing)
            (_missing ??= []).Add(rune);
        var advance = charClass == CharClass.Digit && style.Tabular ? style.Glyphs.DigitWidth : info.Advance;
        if (advance != info.Advance)
            c.Shift = (float)((info.Advance - advance) / 2 * style.Size);
        if (charClass == CharClass.Mark)
        {
            PlaceMark(ref c, advance, style);
            return;
        }

        c.Spacing = (float)style.LetterSpacing;
        c.Width = (float)(advance * style.Size) + c.Spacing;
        Kern(c, style);

        // Half-width quotation marks, where no face of the chain has others, are left alone.
        if (advance > NarrowestFullWidth)
        {
            var blank = (float)((advance - HalfWidth) * style.Size);
            if (charClass == CharClass.Open)
                c.BlankLeft = blank;
            else if (charClass is CharClass.Close or CharClass.Stop or CharClass.FullStop)
                c.BlankRight = blank;
        }
        else if (charClass is CharClass.Open or CharClass.Close && rune is '‘' or '’' or '“' or '”')
        {
            c.Class = charClass == CharClass.Open ? CharClass.LatinOpen : CharClass.LatinClose;
        }
    }

    // Letters among themselves and with their signs; figures stand below one another and keep their widths.
    private void Kern(in Cluster c, in RunStyle style)
    {
        if (_count < 2 || style.Tabular || !CharClasses.IsWestern(c.Class))
            return;
        ref var p = ref _clusters[_count - 2];
        if (
            p.Style != c.Style
            || p.Face != c.Face
            || !CharClasses.IsWestern(p.Class)
            || (p.Class == CharClass.Digit && c.Class == CharClass.Digit)
        )
            return;
        p.Width += (float)(style.Glyphs.Typeface.Chain[c.Face].KerningOf(p.Glyph, c.Glyph) * style.Size);
    }

    // A mark takes no room. Its face says where it stands over the letter, or has drawn it left of its own origin; one
    // that is drawn as a sign of its own is put over the middle of the letter.
    private void PlaceMark(ref Cluster mark, float advance, in RunStyle style)
    {
        var at = _count - 2;
        while (at >= 0 && _clusters[at].Class == CharClass.Mark)
            at--;
        if (at < 0)
            return;
        ref readonly var letter = ref _clusters[at];
        var width = letter.Width - letter.Spacing;
        mark.Shift = letter.Spacing;
        if (
            letter.Face == mark.Face
            && letter.Style == mark.Style
            && style.Glyphs.Typeface.Chain[mark.Face].AnchorOf(letter.Glyph, mark.Glyph) is var (x, y)
        )
        {
            mark.Shift += width - (float)(x * style.Size);
            mark.Lift = (float)(y * style.Size);
        }
        else if (advance > 0)
        {
            mark.Shift += (width + (float)(advance * style.Size)) / 2;
        }
    }

    private void Relate(Span<Cluster> c, ReadOnlySpan<RunStyle> styles)
    {
        var inAddress = false;
        for (var k = 0; k < c.Length; k++)
        {
            if (
                c[k].Class is CharClass.Space or CharClass.Han or CharClass.Open or CharClass.Close or CharClass.NewLine
            )
                inAddress = false;
            else if (c[k].Rune == '/' && k >= 2 && c[k - 1].Rune == '/' && c[k - 2].Rune == ':')
                inAddress = true;
            if (k == 0)
                continue;
            ref var p = ref c[k - 1];
            ref var q = ref c[k];
            CompressPair(ref p, ref q);
            if (p.Class == CharClass.Dash && q.Class == CharClass.Dash && !(k >= 2 && c[k - 2].Class == CharClass.Dash))
                JoinDashes(ref p, ref q, styles);
            if (q.Class == CharClass.Space)
                SetSpace(c, k, styles);
            else if (NeedsGap(c, k, styles))
                q.Gap = (float)(rules.HanLatinGap * Math.Max(styles[p.Style].Size, styles[q.Style].Size));
            q.Break = BreakRules.MayBreak(c, k, rules.Prohibition, inAddress);
            q.Stretch = BreakRules.MayStretch(p, q);
        }
    }

    // CLREQ 3.1.6: adjacent marks of two ems take one and a half.
    private static void CompressPair(ref Cluster p, ref Cluster q)
    {
        var closes = p.Class is CharClass.Close or CharClass.Stop or CharClass.FullStop;
        if (
            closes
            && q.Class
                is CharClass.Close
                    or CharClass.Stop
                    or CharClass.FullStop
                    or CharClass.Open
                    or CharClass.MiddleDot
            && p.BlankRight > 0
        )
        {
            p.Width -= p.BlankRight;
            p.BlankRight = 0;
        }
        else if (p.Class == CharClass.Open && q.Class == CharClass.Open && q.BlankLeft > 0)
        {
            q.Width -= q.BlankLeft;
            q.Shift += q.BlankLeft;
            q.BlankLeft = 0;
        }
    }

    // 破折号 takes two ems (GB/T 15834 5.3.2) also where a face draws its dash shorter: both halves meet in the middle.
    private static void JoinDashes(ref Cluster p, ref Cluster q, ReadOnlySpan<RunStyle> styles)
    {
        var missing = (float)styles[p.Style].Size + p.Spacing - p.Width;
        if (missing <= 0 || p.Style != q.Style)
            return;
        p.Width += missing;
        p.Shift -= missing;
        q.Width += missing;
    }

    // A typed space between hanzi and Western text is the gap itself, and gives and takes as every gap does.
    private void SetSpace(Span<Cluster> c, int k, ReadOnlySpan<RunStyle> styles)
    {
        if (k + 1 >= c.Length)
            return;
        var mixed =
            (c[k - 1].Class == CharClass.Han && CharClasses.IsWestern(c[k + 1].Class))
            || (CharClasses.IsWestern(c[k - 1].Class) && c[k + 1].Class == CharClass.Han);
        if (!mixed)
            return;
        c[k].Width = c[k].Spacing;
        c[k + 1].Gap = (float)(rules.HanLatinGap * styles[c[k].Style].Size);
    }

    private static bool NeedsGap(ReadOnlySpan<Cluster> c, int k, ReadOnlySpan<RunStyle> styles)
    {
        // What only forbids a break (表 and its number) is not seen and parts nothing.
        var last = k - 1;
        if (c[last].Class == CharClass.Joiner && last > 0)
            last--;
        ref readonly var p = ref c[last];
        ref readonly var q = ref c[k];
        return (IsHan(p, styles) && IsNarrow(q, styles))
            || (IsHan(q, styles) && IsNarrow(p, styles))
            || (IsOperator(p, styles) && last > 0 && IsHan(c[last - 1], styles) && IsNarrow(q, styles))
            || (IsOperator(q, styles) && k + 1 < c.Length && IsHan(c[k + 1], styles) && IsNarrow(p, styles));
    }

    private static bool IsHan(in Cluster c, ReadOnlySpan<RunStyle> styles) =>
        c.Class == CharClass.Han && c.Rune != 0x3000 && styles[c.Style].Rise == 0;

    // What is reckoned with words (分子÷Σ分母) has the same white on both sides; − and ≥ may be the sign of a figure, and
    // an operator of one em brings its white along.
    private static bool IsOperator(in Cluster c, ReadOnlySpan<RunStyle> styles) =>
        c.Rune is '÷' or '×' or '=' && IsNarrow(c, styles);

    private static bool IsNarrow(in Cluster c, ReadOnlySpan<RunStyle> styles) =>
        c.Class is CharClass.Letter or CharClass.Digit or CharClass.Prefix or CharClass.Postfix
        && c.Width - c.Spacing < FullWidth * styles[c.Style].Size
        && styles[c.Style].Rise == 0;
}
