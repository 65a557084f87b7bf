namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Breaks paragraphs into lines（断行）: the set of breaks that is best over the whole paragraph (after Knuth and Plass),
/// found forwards from the few places a good line can end at. One line that fits is taken as it is.
/// </summary>
internal sealed class LineBreaker(LineRules rules)
{
    private const double Unreached = double.MaxValue;

    private readonly LineMeter _meter = new(rules);
    private double[] _cost = new double[257];
    private int[] _from = new int[257];
    private bool[] _forced = new bool[257];
    private readonly List<int> _breaks = [];

    /// <summary>Breaks a paragraph; at least one line, even of nothing.</summary>
    internal LineSpec[] Break(ShapedText text, in BreakRequest request)
    {
        _meter.Load(text);
        var c = text.Clusters;
        if (!text.HasNewLine)
        {
            var whole = _meter.Measure(0, text.Count, trimStart: false);
            if (whole.Width <= request.Measure - request.FirstIndent + 1e-6)
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
        {
            Prepare(end);
            if (!(request.Balanced && Balance(text, start, end, request)))
                Optimise(text, start, end, request);
        }
        else
        {
            _breaks.Add(end);
        }

        var from = start;
        foreach (var to in _breaks)
        {
            var spec = _meter.Set(
                from,
                to,
                from == 0 ? request.FirstIndent : 0,
                request,
                TrimsStart(from, start),
                isLast: to == end
            );
            spec.Forced = to < end && _forced[to];
            lines.Add(spec);
            from = to;
        }
    }

    // The first line of a paragraph keeps its opening mark whole behind the indent.
    private static bool TrimsStart(int from, int segmentStart) => from != segmentStart;

    private void Prepare(int end)
    {
        if (_cost.Length <= end)
        {
            var size = Math.Max(end + 1, _cost.Length * 2);
            (_cost, _from, _forced) = (new double[size], new int[size], new bool[size]);
        }
    }

    private void Optimise(ShapedText text, int start, int end, in BreakRequest request)
    {
        _cost.AsSpan(start, end - start + 1).Fill(Unreached);
        _forced.AsSpan(start, end - start + 1).Clear();
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

    private void Reach(ShapedText text, int i, int start, int end, in BreakRequest request)
    {
        var c = text.Clusters;
        var room = request.Measure - (i == 0 ? request.FirstIndent : 0);
        var trim = TrimsStart(i, start);
        var high = Farthest(i, end, room + (2 * request.Em));
        var found = 0;
        for (var k = high; k > i; k--)
        {
            if (k != end && !c[k].Break)
                continue;
            var m = _meter.Measure(i, k, trim);
            var shrink = request.Align is TextAlignment.Justify or TextAlignment.Distribute
                ? m.GapShrink + m.MarkShrink
                : 0;
            if (m.Width - shrink > room + 1e-6)
                continue;
            var cost = _cost[i] + Demerits(text, i, k, end, start, m, room, request);
            if (cost < _cost[k])
                (_cost[k], _from[k], _forced[k]) = (cost, i, false);
            found++;
            if (found >= 6 || (found >= 2 && room - m.Width > 2.5 * request.Em))
                return;
        }

        if (found == 0)
            ReachByForce(c, i, high, end, trim, room);
    }

    // A word or a row of marks longer than the line: as much of it as fits, at least one character.
    private void ReachByForce(Cluster[] c, int i, int high, int end, bool trim, double room)
    {
        var k = Math.Max(high, i + 1);
        while (
            k > i + 1 && (_meter.Measure(i, k, trim).Width > room + 1e-6 || (k < end && c[k].Class == CharClass.Mark))
        )
            k--;
        while (k < end && c[k].Class == CharClass.Mark)
            k++;
        var cost = _cost[i] + 1e9;
        if (cost < _cost[k])
            (_cost[k], _from[k], _forced[k]) = (cost, i, k < end && !c[k].Break);
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

    private double Demerits(
        ShapedText text,
        int i,
        int k,
        int end,
        int start,
        in LineMeasure m,
        double room,
        in BreakRequest request
    )
    {
        var isLast = k == end;
        var short_ = room - m.Width;
        double badness;
        if (short_ < -1e-6)
        {
            // Push in: gaps give way gladly, marks less so.
            var need = -short_;
            var gaps = m.GapShrink > 0 ? Math.Min(1, need / m.GapShrink) : 0;
            var rest = need - (gaps * m.GapShrink);
            var marks = m.MarkShrink > 0 ? Math.Max(0, rest) / m.MarkShrink : 0;
            badness = (10 * gaps * gaps) + (60 * marks * marks);
        }
        else if (isLast && request.Align != TextAlignment.Distribute)
        {
            badness = 0;
        }
        else if (request.Align is TextAlignment.Justify or TextAlignment.Distribute)
        {
            // Push out: gaps first, then a little between all characters.
            var gaps = m.GapStretch > 0 ? Math.Min(1, short_ / m.GapStretch) : 0;
            var rest = Math.Max(0, short_ - (gaps * m.GapStretch));
            var extra = rest / (Math.Max(1, m.Places) * request.Em);
            badness = (12 * gaps * gaps) + (40000 * extra * extra);
        }
        else
        {
            var ems = short_ / request.Em;
            badness = 3 * ems * ems;
        }

        var demerits = (10 + badness) * (10 + badness);
        if (isLast && rules.AvoidOrphan && i > start && IsOrphan(text, i, m.End))
            demerits += 1e7;
        return demerits;
    }

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

    // Titles: the fewest lines, near to equal, the upper a little longer (上梯形); at the given breaks when they serve.
    private bool Balance(ShapedText text, int start, int end, in BreakRequest request)
    {
        Optimise(text, start, end, request);
        var lines = _breaks.Count;
        if (lines <= 1)
            return true;
        _breaks.Clear();
        for (var count = lines; text.HasSenseBreaks && count <= lines + 1; count++)
        {
            if (BalanceOver(text, start, end, count, request, senseOnly: true))
                return true;
        }

        return BalanceOver(text, start, end, lines, request, senseOnly: false);
    }

    private bool BalanceOver(ShapedText text, int start, int end, int lines, in BreakRequest request, bool senseOnly)
    {
        var c = text.Clusters;
        List<int> places = [start];
        for (var k = start + 1; k < end; k++)
        {
            if (c[k].Break && (!senseOnly || c[k - 1].Class == CharClass.ZeroBreak))
                places.Add(k);
        }

        places.Add(end);
        var n = places.Count;
        var mean = _meter.Measure(start, end, false).Width / lines;
        var cost = new double[lines + 1, n];
        var from = new int[lines + 1, n];
        for (var l = 0; l <= lines; l++)
        {
            for (var k = 0; k < n; k++)
                cost[l, k] = l == 0 && k == 0 ? 0 : Unreached;
        }

        for (var l = 1; l <= lines; l++)
        {
            var target = mean * (1 + (0.08 * (((lines - 1) / 2.0) - (l - 1))));
            for (var j = 0; j < n - 1; j++)
            {
                if (cost[l - 1, j] >= Unreached)
                    continue;
                for (var k = j + 1; k < n; k++)
                {
                    var width = _meter.Measure(places[j], places[k], TrimsStart(places[j], start)).Width;
                    if (width > request.Measure - (places[j] == 0 ? request.FirstIndent : 0) + 1e-6)
                        break;
                    var off = (width - target) / request.Em;
                    var d = cost[l - 1, j] + (off * off) + BadSense(c, places[k], end);
                    if (d < cost[l, k])
                        (cost[l, k], from[l, k]) = (d, j);
                }
            }
        }

        if (cost[lines, n - 1] >= Unreached)
            return false;
        for (int l = lines, k = n - 1; l > 0; l--)
        {
            _breaks.Add(places[k]);
            k = from[l, k];
        }

        _breaks.Reverse();
        return true;
    }

    // Without given breaks: rather after a mark or 的, rather before 和 与 及.
    private static double BadSense(Cluster[] c, int k, int end)
    {
        if (k >= end)
            return 0;
        var before = c[k - 1];
        if (
            before.Class
            is CharClass.Stop
                or CharClass.FullStop
                or CharClass.Close
                or CharClass.Space
                or CharClass.ZeroBreak
        )
            return 0;
        return before.Rune == '的' || c[k].Class == CharClass.Open || c[k].Rune is '和' or '与' or '及' or '暨'
            ? 0.5
            : 4;
    }
}
