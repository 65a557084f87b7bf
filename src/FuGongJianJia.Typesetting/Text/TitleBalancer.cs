namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Breaks titles（题目分行）: the fewest lines, near to equal, the upper a little longer（上梯形）; at the given breaks
/// (U+200B) when they serve.
/// </summary>
internal static class TitleBalancer
{
    // Each line is this share of the mean longer than the one below it.
    private const double Step = 0.08;

    // What a break costs beside the square of the line's deviation in ems: after a mark nothing, after 的 or before a
    // bracket or 和 a little, elsewhere as much as two ems too few or too many, since it may part a word.
    private const double AtJoint = 0.5;
    private const double WithinPhrase = 4;

    private const double Hair = 1e-6;
    private const double Unreached = double.MaxValue;

    /// <summary>Replaces breaks by balanced ones, when such can be found.</summary>
    /// <param name="meter">Measures the text.</param>
    /// <param name="text">Text.</param>
    /// <param name="start">First character.</param>
    /// <param name="end">After the last.</param>
    /// <param name="request">The measure.</param>
    /// <param name="breaks">Breaks of the fewest lines; two at least.</param>
    internal static void Balance(
        LineMeter meter,
        ShapedText text,
        int start,
        int end,
        in BreakRequest request,
        List<int> breaks
    )
    {
        var lines = breaks.Count;
        for (var count = lines; text.HasSenseBreaks && count <= lines + 1; count++)
        {
            if (TryBalance(meter, text, Places(text, start, end, atSense: true), count, request, breaks))
                return;
        }

        TryBalance(meter, text, Places(text, start, end, atSense: false), lines, request, breaks);
    }

    private static List<int> Places(ShapedText text, int start, int end, bool atSense)
    {
        var c = text.Clusters;
        List<int> places = [start];
        for (var k = start + 1; k < end; k++)
        {
            if (c[k].Break && (!atSense || c[k - 1].Class == CharClass.ZeroBreak))
                places.Add(k);
        }

        places.Add(end);
        return places;
    }

    private static bool TryBalance(
        LineMeter meter,
        ShapedText text,
        List<int> places,
        int lines,
        in BreakRequest request,
        List<int> breaks
    )
    {
        var (start, end, n) = (places[0], places[^1], places.Count);
        var mean = meter.Measure(start, end, false).Width / lines;
        var cost = new double[lines + 1, n];
        var from = new int[lines + 1, n];
        for (var l = 0; l <= lines; l++)
        {
            for (var k = 0; k < n; k++)
                cost[l, k] = l == 0 && k == 0 ? 0 : Unreached;
        }

        for (var l = 1; l <= lines; l++)
        {
            var target = mean * (1 + (Step * (((lines - 1) / 2.0) - (l - 1))));
            for (var j = 0; j < n - 1; j++)
            {
                if (cost[l - 1, j] >= Unreached)
                    continue;
                var room = request.Measure - (places[j] == 0 ? request.FirstIndent : 0);
                for (var k = j + 1; k < n; k++)
                {
                    var trim = LineMeter.TrimsStart(places[j], start);
                    var width = meter.Measure(places[j], places[k], trim).Width;
                    if (width > room + Hair)
                        break;
                    var off = (width - target) / request.Em;
                    var total = cost[l - 1, j] + (off * off) + CostOfBreak(text.Clusters, places[k], end);
                    if (total < cost[l, k])
                        (cost[l, k], from[l, k]) = (total, j);
                }
            }
        }

        if (cost[lines, n - 1] >= Unreached)
            return false;
        breaks.Clear();
        for (int l = lines, k = n - 1; l > 0; l--)
        {
            breaks.Add(places[k]);
            k = from[l, k];
        }

        breaks.Reverse();
        return true;
    }

    private static double CostOfBreak(Cluster[] c, int k, int end)
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
            ? AtJoint
            : WithinPhrase;
    }
}
