namespace FuGongJianJia.Editions.Briefs;

/// <summary>Part of a brief（简报的一段）, in the order of the paper.</summary>
public enum BriefPart
{
    /// <summary>开头: level, best and weakest, who moved, red lines, the one thing to decide.</summary>
    Opening,

    /// <summary>进展.</summary>
    Progress,

    /// <summary>问题.</summary>
    Problems,

    /// <summary>责任: who holds what, for how many days.</summary>
    Holders,

    /// <summary>建议: who does what by when.</summary>
    Advice,
}

/// <summary>A fact that a rule has to tell（一条事实）; where there is no room the lightest go first.</summary>
/// <param name="Weight">How much it matters, 0–100; see <see cref="Weights"/>.</param>
/// <param name="Text">The sentence without its full stop.</param>
public sealed record BriefFact(int Weight, string Text)
{
    /// <summary>Part it belongs to.</summary>
    public BriefPart Part { get; init; }

    /// <summary>What stands between it and the fact before it in the same paragraph: 。, ； or ，.</summary>
    public char Joint { get; init; } = '。';
}

/// <summary>How much facts matter（权重）: what nobody may overlook first, mere counts last.</summary>
internal static class Weights
{
    /// <summary>红线.</summary>
    public const int RedLine = 100;

    /// <summary>请定一件事.</summary>
    public const int Decision = 98;

    /// <summary>What a person wrote: a program does not cut it before what it formed itself.</summary>
    public const int ByHand = 97;

    /// <summary>Level, the best, the weakest and who moved most: what the opening is for.</summary>
    public const int Answer = 96;

    /// <summary>The office's own duty, overdue.</summary>
    public const int OwnDuty = 90;

    /// <summary>Somebody else's, overdue: one more for every thirty days.</summary>
    public const int Duty = 80;

    /// <summary>The town that comes last.</summary>
    public const int Last = 75;

    /// <summary>Two figures of one thing.</summary>
    public const int Contradiction = 65;

    /// <summary>A change of an index.</summary>
    public const int Change = 60;

    /// <summary>What can be acted upon and falls short.</summary>
    public const int Shortfall = 55;

    /// <summary>What was done, in numbers.</summary>
    public const int Count = 45;

    /// <summary>Weight of what has lain with somebody so many days.</summary>
    public static int Overdue(bool isOwn, int days) => isOwn ? OwnDuty : Math.Min(OwnDuty, Duty + (days / 30));
}
