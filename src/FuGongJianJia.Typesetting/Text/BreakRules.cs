namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Where a line may break and where white may be put（断行规则）: CLREQ 3.1.3, 3.1.4; GB/T 15835; UAX #14 for Western text.
/// </summary>
internal static class BreakRules
{
    /// <summary>True when a line may begin at k (k ≥ 1).</summary>
    internal static bool MayBreak(ReadOnlySpan<Cluster> c, int k, ProhibitionLevel level, bool inAddress)
    {
        ref readonly var p = ref c[k - 1];
        ref readonly var q = ref c[k];
        if (p.Class == CharClass.NewLine)
            return true;
        if (
            q.Class
            is CharClass.NewLine
                or CharClass.Mark
                or CharClass.Joiner
                or CharClass.HardSpace
                or CharClass.Space
                or CharClass.ZeroBreak
                or CharClass.Spring
        )
            return false;
        if (p.Class is CharClass.Joiner or CharClass.HardSpace or CharClass.Spring)
            return false;
        if (NeverBegins(c, k, level) || NeverEnds(c, k, level))
            return false;
        if (p.Class is CharClass.Space or CharClass.ZeroBreak)
            return true;
        if (
            inAddress
            && p.Class is CharClass.Slash or CharClass.LatinClose or CharClass.Hyphen
            && q.Class is CharClass.Letter or CharClass.Digit
        )
            return inAddress;
        return p.Class switch
        {
            CharClass.Dash when q.Class == CharClass.Dash => false,
            CharClass.Dash => IsSecondDash(c, k - 1) || q.Class != CharClass.Digit,
            CharClass.Ellipsis when q.Class == CharClass.Ellipsis => false,
            CharClass.Connector => !(q.Class == CharClass.Digit && k >= 2 && CharClasses.IsWestern(c[k - 2].Class)),
            CharClass.Hyphen => q.Class == CharClass.Han
                || (q.Class == CharClass.Letter && k >= 2 && c[k - 2].Class == CharClass.Letter),
            CharClass.Digit when q.Class == CharClass.Han => !CharClasses.IsUnit(q.Rune),
            CharClass.Digit when q.Class == CharClass.Dash => k + 1 < c.Length && c[k + 1].Class == CharClass.Dash,
            _ => !(CharClasses.IsWestern(p.Class) && CharClasses.IsWestern(q.Class)),
        };
    }

    /// <summary>
    /// True when white may be put between two neighbours to fill a line; never inside what is unbreakable.
    /// </summary>
    internal static bool MayStretch(in Cluster p, in Cluster q)
    {
        if (IsWeightless(p.Class) || IsWeightless(q.Class) || q.Class == CharClass.Space)
            return false;
        if (p.Class == CharClass.Space)
            return true;
        if (
            (p.Class == CharClass.Dash && q.Class == CharClass.Dash)
            || (p.Class == CharClass.Ellipsis && q.Class == CharClass.Ellipsis)
        )
            return false;
        return !(CharClasses.IsWestern(p.Class) && CharClasses.IsWestern(q.Class));
    }

    /// <summary>Marks that never begin a line, at every level（避头）.</summary>
    internal static bool NeverBegins(CharClass c) =>
        c
            is CharClass.Close
                or CharClass.Stop
                or CharClass.FullStop
                or CharClass.MiddleDot
                or CharClass.Connector
                or CharClass.Postfix
                or CharClass.LatinClose
                or CharClass.Hyphen
                or CharClass.Slash;

    /// <summary>Marks that never end a line, at every level（避尾）.</summary>
    internal static bool NeverEnds(CharClass c) => c is CharClass.Open or CharClass.LatinOpen or CharClass.Prefix;

    private static bool NeverBegins(ReadOnlySpan<Cluster> c, int k, ProhibitionLevel level) =>
        c[k].Class switch
        {
            // One dash is a connector; two are a dash, which only the strict level keeps from a line start.
            CharClass.Dash => level == ProhibitionLevel.Strict
                || !(k + 1 < c.Length && c[k + 1].Class == CharClass.Dash)
                || c[k - 1].Class == CharClass.Dash,
            CharClass.Ellipsis => level == ProhibitionLevel.Strict || c[k - 1].Class == CharClass.Ellipsis,
            var q => NeverBegins(q),
        };

    private static bool NeverEnds(ReadOnlySpan<Cluster> c, int k, ProhibitionLevel level)
    {
        // A mark followed by white alone would still end the line for the eye.
        var last = k - 1;
        while (last > 0 && c[last].Class is CharClass.Space or CharClass.ZeroBreak)
            last--;
        var p = c[last].Class;
        return NeverEnds(p) || (p == CharClass.Slash && level != ProhibitionLevel.Basic);
    }

    private static bool IsSecondDash(ReadOnlySpan<Cluster> c, int k) => k >= 1 && c[k - 1].Class == CharClass.Dash;

    private static bool IsWeightless(CharClass c) =>
        c is CharClass.NewLine or CharClass.ZeroBreak or CharClass.Joiner or CharClass.Mark or CharClass.Spring;
}
