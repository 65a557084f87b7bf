namespace FuGongJianJia.Scoring;

/// <summary>
/// Which catalogue rows of two periods can be compared（口径可比）, and which score alike, worked out once for all unions.
/// </summary>
internal sealed class RowMatches
{
    private readonly int _width;
    private readonly bool[] _sameVersion;
    private readonly bool[] _sameRule;

    public RowMatches(PeriodScores now, PeriodScores then)
    {
        _width = then.Plan.Rows.Length;
        _sameVersion = new bool[now.Plan.Rows.Length * _width];
        _sameRule = new bool[_sameVersion.Length];
        for (var at = 0; at < _sameVersion.Length; at++)
        {
            var (a, b) = (now.Plan.Rows[at / _width], then.Plan.Rows[at % _width]);
            _sameVersion[at] = string.Equals(a.Version, b.Version, StringComparison.Ordinal);
            _sameRule[at] =
                a.Rule.Kind == b.Rule.Kind
                && a.Rule.Target == b.Rule.Target
                && a.Rule.Tiers.SequenceEqual(b.Rule.Tiers)
                && !(Rules.TakesTarget(a.Rule.Kind) && (now.Targets.Replaces(a) || then.Targets.Replaces(b)));
        }
    }

    /// <summary>The same version of what must be the same code.</summary>
    public bool SameVersion(int now, int then) => _sameVersion[(now * _width) + then];

    /// <summary>
    /// Rule and target are the same for every union, so that the base period's score stands as it is.
    /// </summary>
    public bool SameRule(int now, int then) => _sameRule[(now * _width) + then];
}
