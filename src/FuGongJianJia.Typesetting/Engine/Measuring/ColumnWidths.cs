using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>What a column asks for; points with padding.</summary>
/// <param name="Width">As written.</param>
/// <param name="Least">Below this its words would be broken.</param>
/// <param name="Natural">At this nothing wraps.</param>
internal readonly record struct ColumnNeed(ColumnWidth Width, double Least, double Natural);

/// <summary>Shares a width among columns（列宽分配）.</summary>
internal static class ColumnWidths
{
    // A share of nothing or less counts as this much, so that no column is lost.
    private const double LeastShare = 0.001;

    // Widths are sums of measured ones; what exceeds the measure by less, points, fits it.
    private const double Slack = 0.01;

    // Shares that add up to less are spent.
    private const double NoShare = 1e-9;

    /// <summary>
    /// Fixed columns first, then content columns at their natural width, then shares of the rest, none narrower than
    /// its words where that can be; too wide a whole is reduced, content columns before fixed ones.
    /// </summary>
    internal static double[] Resolve(ReadOnlySpan<ColumnNeed> needs, double total)
    {
        var widths = new double[needs.Length];
        double used = 0,
            shares = 0,
            leastShares = 0,
            slack = 0;
        for (var i = 0; i < needs.Length; i++)
        {
            var need = needs[i];
            switch (need.Width.Kind)
            {
                case ColumnWidthKind.Fixed:
                    widths[i] = need.Width.Value;
                    break;
                case ColumnWidthKind.Content:
                    widths[i] = need.Natural;
                    slack += Math.Max(0, need.Natural - need.Least);
                    break;
                case ColumnWidthKind.Fraction:
                    shares += Math.Max(LeastShare, need.Width.Value);
                    leastShares += need.Least;
                    break;
            }

            used += widths[i];
        }

        var over = used + leastShares - total;
        if (over > 0 && slack > 0)
        {
            var part = Math.Min(1, over / slack);
            for (var i = 0; i < needs.Length; i++)
            {
                if (needs[i].Width.Kind == ColumnWidthKind.Content)
                    widths[i] -= part * Math.Max(0, needs[i].Natural - needs[i].Least);
            }

            used = widths.Sum();
        }

        if (shares > 0)
        {
            ShareOut(needs, widths, Math.Max(0, total - used), shares);
            used = widths.Sum();
        }

        // Nothing else helps: all columns give the same part.
        if (used > total + Slack)
        {
            for (var i = 0; i < widths.Length; i++)
                widths[i] *= total / used;
        }

        return widths;
    }

    private static void ShareOut(ReadOnlySpan<ColumnNeed> needs, double[] widths, double rest, double shares)
    {
        var settled = new bool[needs.Length];
        for (var changed = true; changed; )
        {
            changed = false;
            for (var i = 0; i < needs.Length; i++)
            {
                if (needs[i].Width.Kind != ColumnWidthKind.Fraction || settled[i])
                    continue;
                var share = Math.Max(LeastShare, needs[i].Width.Value);
                if (rest * share / shares >= needs[i].Least)
                    continue;
                (widths[i], settled[i], changed) = (needs[i].Least, true, true);
                rest = Math.Max(0, rest - needs[i].Least);
                shares -= share;
                if (shares <= NoShare)
                    return;
            }
        }

        for (var i = 0; i < needs.Length; i++)
        {
            if (needs[i].Width.Kind == ColumnWidthKind.Fraction && !settled[i])
                widths[i] = rest * Math.Max(LeastShare, needs[i].Width.Value) / shares;
        }
    }
}
