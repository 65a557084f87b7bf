namespace FuGongJianJia.Typesetting.Text;

/// <summary>What a candidate line measures, points.</summary>
internal readonly record struct LineMeasure(
    int End,
    double Width,
    double GapShrink,
    double MarkShrink,
    double GapStretch,
    int Places,
    bool TrimStart
);

/// <summary>
/// Sums over a paragraph by which any line from a to b is measured in constant time（行宽累计）.
/// Ranks of white (CLREQ 3.1.7, 3.2): word spaces and Han–Latin gaps first, then blanks of marks, then between
/// characters.
/// </summary>
internal sealed class LineMeter(LineRules rules)
{
    // Word spaces give a third and take a half; a sentence's end keeps half of its blank, other marks may lose all.
    internal const double SpaceShrink = 1.0 / 3;
    internal const double SpaceStretch = 0.5;
    internal const double FullStopShare = 0.5;

    // Widths are sums of single-precision numbers: what is less, points, is nothing. Shares of them are exact to more.
    private const double Hair = 1e-6;
    private const double Least = 1e-9;

    // A line that exceeds its measure by less, points, is not told: no printer shows it.
    private const double Unseen = 0.01;

    private Sums[] _sums = new Sums[257];
    private ShapedText _text = null!;

    private readonly double _gapShrink = rules.HanLatinGap > 0 ? 1 - (rules.HanLatinGapMin / rules.HanLatinGap) : 0;
    private readonly double _gapStretch = rules.HanLatinGap > 0 ? (rules.HanLatinGapMax / rules.HanLatinGap) - 1 : 0;

    /// <summary>Share of a gap that compression may take.</summary>
    internal double GapShrink => _gapShrink;

    /// <summary>Share of a gap that stretching may add.</summary>
    internal double GapStretch => _gapStretch;

    internal void Load(ShapedText text)
    {
        _text = text;
        if (_sums.Length <= text.Count)
            _sums = new Sums[Math.Max(text.Count + 1, _sums.Length * 2)];
        var sum = default(Sums);
        var clusters = text.Clusters;
        for (var i = 0; i < text.Count; i++)
        {
            _sums[i] = sum;
            ref readonly var c = ref clusters[i];
            sum.Width += c.Width + c.Gap;
            sum.GapShrink += c.Gap * _gapShrink;
            sum.GapStretch += c.Gap * _gapStretch;
            sum.MarkShrink += MarkShrinkOf(c);
            if (c.Class == CharClass.Space)
            {
                sum.GapShrink += c.Width * SpaceShrink;
                sum.GapStretch += c.Width * SpaceStretch;
            }

            if (c.Stretch)
                sum.Places++;
        }

        _sums[text.Count] = sum;
    }

    internal static double MarkShrinkOf(in Cluster c) =>
        c.BlankLeft + (c.Class == CharClass.FullStop ? c.BlankRight * FullStopShare : c.BlankRight);

    /// <summary>The first line of a paragraph keeps its opening mark whole behind the indent.</summary>
    internal static bool TrimsStart(int from, int segmentStart) => from != segmentStart;

    /// <summary>Least width of the characters from a up to k before the line end is trimmed; grows with k.</summary>
    internal double LeastWidth(int a, int k) =>
        _sums[k].Width
        - _sums[k].GapShrink
        - _sums[k].MarkShrink
        - (_sums[a].Width - _sums[a].GapShrink - _sums[a].MarkShrink);

    /// <summary>Measures the line from a to b.</summary>
    /// <param name="a">First character.</param>
    /// <param name="b">After the last.</param>
    /// <param name="trimStart">An opening mark at the start loses its left half.</param>
    internal LineMeasure Measure(int a, int b, bool trimStart)
    {
        var c = _text.Clusters;
        var end = b;
        while (end > a && c[end - 1].Class is CharClass.Space or CharClass.ZeroBreak or CharClass.NewLine)
            end--;
        if (end == a)
            return new(a, 0, 0, 0, 0, 0, false);
        ref readonly var first = ref c[a];
        ref readonly var last = ref c[end - 1];
        ref readonly var from = ref _sums[a];
        ref readonly var to = ref _sums[end];
        var cut = trimStart ? first.BlankLeft : 0;
        var width = to.Width - from.Width - first.Gap - cut - last.BlankRight - last.Spacing;
        var lastShare = last.Class == CharClass.FullStop ? FullStopShare : 1;
        return new(
            end,
            width,
            to.GapShrink - from.GapShrink - (first.Gap * _gapShrink),
            to.MarkShrink - from.MarkShrink - cut - (last.BlankRight * lastShare),
            to.GapStretch - from.GapStretch - (first.Gap * _gapStretch),
            to.Places - from.Places - (first.Stretch ? 1 : 0),
            cut > 0
        );
    }

    /// <summary>Decides how the white of a line is changed.</summary>
    /// <param name="a">First character.</param>
    /// <param name="b">After the last.</param>
    /// <param name="indent">Indent of this line.</param>
    /// <param name="request">The paragraph's measure.</param>
    /// <param name="trimStart">An opening mark at the start loses its left half.</param>
    /// <param name="isLast">Last line of a paragraph, or before a forced break.</param>
    internal LineSpec Set(int a, int b, double indent, in BreakRequest request, bool trimStart, bool isLast)
    {
        var m = Measure(a, b, trimStart);
        var spec = new LineSpec
        {
            Start = a,
            End = m.End,
            Next = b,
            X = indent,
            Width = m.Width,
            TrimStart = m.TrimStart,
        };
        var room = request.Measure - indent - m.Width;
        if (room < -Hair)
        {
            var need = -room;
            spec.GapShrink = m.GapShrink > 0 ? Math.Min(1, need / m.GapShrink) : 0;
            var rest = need - (spec.GapShrink * m.GapShrink);
            spec.MarkShrink = rest > Least && m.MarkShrink > 0 ? Math.Min(1, rest / m.MarkShrink) : 0;
            spec.Width -= (spec.GapShrink * m.GapShrink) + (spec.MarkShrink * m.MarkShrink);
            spec.Overfull = spec.Width > request.Measure - indent + Unseen;
            return spec;
        }

        if (_text.HasSpring)
        {
            var springs = 0;
            for (var i = a; i < m.End; i++)
                springs += _text.Clusters[i].Class == CharClass.Spring ? 1 : 0;
            if (springs > 0)
            {
                spec.Spring = room / springs;
                spec.Width += room;
                return spec;
            }
        }

        switch (request.Align)
        {
            case TextAlignment.Centre:
                spec.X += room / 2;
                break;
            case TextAlignment.Right:
                spec.X += room;
                break;
            case TextAlignment.Distribute:
            case TextAlignment.Justify when !isLast:
                Stretch(ref spec, m, room);
                break;
        }

        return spec;
    }

    private static void Stretch(ref LineSpec spec, in LineMeasure m, double room)
    {
        if (m.Places == 0 && m.GapStretch <= 0)
            return;
        spec.GapStretch = m.GapStretch > 0 ? Math.Min(1, room / m.GapStretch) : 0;
        var rest = room - (spec.GapStretch * m.GapStretch);
        if (rest > Least && m.Places > 0)
            spec.Extra = rest / m.Places;
        spec.Width += (spec.GapStretch * m.GapStretch) + (spec.Extra * m.Places);
    }

    private struct Sums
    {
        public double Width;
        public double GapShrink;
        public double MarkShrink;
        public double GapStretch;
        public int Places;
    }
}
