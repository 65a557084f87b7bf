namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Breaks paragraphs into lines（断行）: the set of breaks that is best over the whole paragraph (after Knuth and Plass),
/// found forwards from the few places a good line can end at. One line that fits is taken as it is.
/// </summary>
internal sealed class LineBreaker(LineRules rules)
{
    // The badness of a line is a weighted square, so that two lines somewhat changed are better than one that is
    // changed much. Shares count from 0 to 1 of what the white of a line can give or take; the first rank (word
    // spaces, gaps between hanzi and Western text) is made to change and costs little, at its limit no more than:
    private const double GapShrinkBadness = 10;
    private const double GapStretchBadness = 12;

    // Blanks of marks are second to give way: narrower marks are seen sooner than narrower gaps.
    private const double MarkShrinkBadness = 60;

    // White between all characters is the last resort, counted in ems for each: a twentieth of an em costs 100, more
    // than all gaps and marks of a line compressed to their limits.
    private const double CharacterStretchBadness = 40_000;

    // In unjustified text the white at a line's end, in ems; only that lines are not needlessly short.
    private const double RaggedBadness = 3;

    // Every line costs this much before its badness is squared (Knuth's line penalty): fewer lines, when all are good.
    private const double LinePenalty = 10;

    // A last line of one character costs as much as a line of badness 3,150: nearly any other set of breaks is better.
    // A line broken where none should break costs more than any set of breaks that keeps the rules.
    private const double OrphanDemerits = 1e7;
    private const double ForcedDemerits = 1e9;

    // Lines that end further than this before the measure, in ems, are not tried once two are found, and six are
    // enough in any case: this keeps the work in step with the length of the paragraph.
    private const double FarFromFull = 2.5;
    private const int EnoughWhenFar = 2;
    private const int Enough = 6;

    // What a line may still hold beyond its measure before compression, ems: bounds the search for its last character.
    private const double SearchBeyond = 2;

    // Widths are sums of single-precision numbers.
    private const double Hair = 1e-6;

    private const double Unreached = double.MaxValue;

    private readonly LineMeter _meter = new(rules);
    private readonly List<int> _breaks = [];

    // Least cost of a set of lines that ends before each character, and where the last of them begins.
    private double[] _cost = new double[257];
    private int[] _from = new int[257];

    /// <summary>Breaks a paragraph; at least one line, even of nothing.</summary>
    internal LineSpec[] Break(ShapedText text, in BreakRequest request)
    {
        _meter.Load(text);
        var c = text.Clusters;
        if (!text.HasNewLine)
        {
            var whole = _meter.Measure(0, text.Count, trimStart: false);
            if (whole.Width <= request.Measure - request.FirstIndent + Hair)
                return [_meter.Set(0, text.Count, request.FirstIndent, request, false, isLast: true)];
        }

        var lines = new List<LineSpec>();
        var start = 0;
        while (true)
        {
            var end = start;
            while (end < text.Count && c[end].Class != CharClass.NewLine)
                end++;
            if (end < text.Count)
                end++;
            BreakSegment(text, start, end, request, lines);
            start = end;
            if (start >= text.Count)
                break;
        }

        return [.. lines];
    }

    private void BreakSegment(ShapedText text, int start, int end, in BreakRequest request, List<LineSpec> lines)
    {
        _breaks.Clear();
        if (end > start)
            Optimise(text, start, end, request);
        else
            _breaks.Add(end);
        if (request.Balanced && _breaks.Count > 1)
            TitleBalancer.Balance(_meter, text, start, end, request, _breaks);

        var from = start;
        foreach (var to in _breaks)
        {
            var indent = from == 0 ? request.FirstIndent : 0;
            lines.Add(_meter.Set(from, to, indent, request, LineMeter.TrimsStart(from, start), isLast: to == end));
            from = to;
        }
    }

    private void Optimise(ShapedText text, int start, int end, in BreakRequest request)
    {
        if (_cost.Length <= end)
        {
            var size = Math.Max(end + 1, _cost.Length * 2);
            (_cost, _from) = (new double[size], new int[size]);
        }

        _cost.AsSpan(start, end - start + 1).Fill(Unreached);
        _cost[start] = 0;
        for (var i = start; i < end; i++)
        {
            if (_cost[i] < Unreached)
                Reach(text, i, start, end, request);
        }

        for (var k = end; k > start; k = _from[k])
            _breaks.Add(k);
        _breaks.Reverse();
    }

    // Tries the lines that begin at i, the longest first.
    private void Reach(ShapedText text, int i, int start, int end, in BreakRequest request)
    {
        var c = text.Clusters;
        var room = request.Measure - (i == 0 ? request.FirstIndent : 0);
        var trim = LineMeter.TrimsStart(i, start);
        var high = Farthest(i, end, room + (SearchBeyond * request.Em));
        var found = 0;
        for (var k = high; k > i; k--)
        {
            if (k != end && !c[k].Break)
                continue;
            var m = _meter.Measure(i, k, trim);
            var shrink = request.IsJustified ? m.GapShrink + m.MarkShrink : 0;
            if (m.Width - shrink > room + Hair)
                continue;
            var demerits = Demerits(m, room, request, isLast: k == end);
            if (k == end && i > start && rules.AvoidOrphan && IsOrphan(text, i, m.End))
                demerits += OrphanDemerits;
            Reach(i, k, demerits);
            found++;
            if (found >= Enough || (found >= EnoughWhenFar && room - m.Width > FarFromFull * request.Em))
                return;
        }

        if (found == 0)
            ReachByForce(c, i, high, end, trim, room);
    }

    private void Reach(int i, int k, double demerits)
    {
        var cost = _cost[i] + demerits;
        if (cost < _cost[k])
            (_cost[k], _from[k]) = (cost, i);
    }

    // A word or a row of marks longer than the line: as much of it as fits, at least one character.
    private void ReachByForce(Cluster[] c, int i, int high, int end, bool trim, double room)
    {
        var k = Math.Max(high, i + 1);
        while (
            k > i + 1 && (_meter.Measure(i, k, trim).Width > room + Hair || (k < end && c[k].Class == CharClass.Mark))
        )
            k--;
        while (k < end && c[k].Class == CharClass.Mark)
            k++;
        Reach(i, k, ForcedDemerits);
    }

    private int Farthest(int i, int end, double room)
    {
        var (low, high) = (i + 1, end);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_meter.LeastWidth(i, middle) <= room)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static double Demerits(in LineMeasure m, double room, in BreakRequest request, bool isLast)
    {
        var missing = room - m.Width;
        var badness =
            missing < -Hair ? PushIn(m, -missing)
            : isLast && request.Align != TextAlignment.Distribute ? 0
            : request.IsJustified ? PushOut(m, missing, request.Em)
            : Ragged(missing / request.Em);
        return (LinePenalty + badness) * (LinePenalty + badness);
    }

    // 推入: gaps give way gladly, marks less so.
    private static double PushIn(in LineMeasure m, double need)
    {
        var gaps = m.GapShrink > 0 ? Math.Min(1, need / m.GapShrink) : 0;
        var rest = need - (gaps * m.GapShrink);
        var marks = m.MarkShrink > 0 ? Math.Max(0, rest) / m.MarkShrink : 0;
        return (GapShrinkBadness * gaps * gaps) + (MarkShrinkBadness * marks * marks);
    }

    // 推出: gaps first, then a little between all characters.
    private static double PushOut(in LineMeasure m, double missing, double em)
    {
        var gaps = m.GapStretch > 0 ? Math.Min(1, missing / m.GapStretch) : 0;
        var rest = Math.Max(0, missing - (gaps * m.GapStretch));
        var extra = rest / (Math.Max(1, m.Places) * em);
        return (GapStretchBadness * gaps * gaps) + (CharacterStretchBadness * extra * extra);
    }

    private static double Ragged(double ems) => RaggedBadness * ems * ems;

    // One character, with or without its closing mark.
    private static bool IsOrphan(ShapedText text, int from, int to)
    {
        var characters = 0;
        for (var i = from; i < to; i++)
        {
            var charClass = text.Clusters[i].Class;
            if (charClass == CharClass.Han || CharClasses.IsWestern(charClass))
                characters++;
            if (characters > 1)
                return false;
        }

        return true;
    }
}
