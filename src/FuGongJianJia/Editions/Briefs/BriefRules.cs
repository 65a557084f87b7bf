using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>A rule of the brief（一条规则）: from the figures to what it has to tell, or nothing.</summary>
/// <param name="Name">Its name in the documentation, such as B-4.</param>
/// <param name="Part">Part of the paper.</param>
/// <param name="Facts">Pure; the period of the office is null in a public brief.</param>
internal sealed record BriefRule(
    string Name,
    BriefPart Part,
    Func<BriefSubject, OfficePeriod?, IEnumerable<BriefFact>> Facts
)
{
    /// <summary>A rule for both editions: it sees no more than they have in common.</summary>
    public static BriefRule Open(string name, BriefPart part, Func<BriefSubject, IEnumerable<BriefFact>> facts) =>
        new(name, part, (s, _) => facts(s));

    /// <summary>A rule for the office alone: it asks for a period that no public edition has.</summary>
    public static BriefRule Inside(
        string name,
        BriefPart part,
        Func<BriefSubject, OfficePeriod, IEnumerable<BriefFact>> facts
    ) => new(name, part, (s, office) => office is null ? [] : facts(s, office));
}

/// <summary>
/// The rules（规则表）, in the order in which a brief tells. One more is a function in the file of its part and its line
/// here.
/// </summary>
internal static class BriefRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<BriefRule> All { get; } =
    [
        BriefRule.Open("B-1", BriefPart.Opening, OpeningRules.Level),
        BriefRule.Open("B-1", BriefPart.Opening, OpeningRules.Indexes),
        BriefRule.Open("B-2", BriefPart.Opening, OpeningRules.Balance),
        BriefRule.Open("S-1", BriefPart.Opening, QuarterRules.FullYear),
        BriefRule.Open("S-2", BriefPart.Opening, QuarterRules.Planned),
        BriefRule.Open("S-3", BriefPart.Opening, QuarterRules.Towns),
        BriefRule.Open("B-3", BriefPart.Opening, OpeningRules.Best),
        BriefRule.Open("B-4", BriefPart.Opening, OpeningRules.Weakest),
        BriefRule.Open("B-5", BriefPart.Opening, OpeningRules.Movers),
        BriefRule.Inside("B-6", BriefPart.Opening, RedLineRules.Lines),
        BriefRule.Open("B-6", BriefPart.Opening, RedLineRules.Published),
        BriefRule.Inside("D-1", BriefPart.Opening, OpeningRules.Decision),
        BriefRule.Open("P-1", BriefPart.Progress, ProgressRules.Indexes),
        BriefRule.Inside("P-2", BriefPart.Progress, ProgressRules.ByEvents),
        BriefRule.Open("S-5", BriefPart.Progress, QuarterRules.Ahead),
        BriefRule.Open("P-3", BriefPart.Progress, ProgressRules.Towns),
        BriefRule.Inside("P-3", BriefPart.Progress, ProgressRules.Unions),
        BriefRule.Inside("P-4", BriefPart.Progress, ProgressRules.Tasks),
        BriefRule.Open("P-4", BriefPart.Progress, ProgressRules.PublicTasks),
        BriefRule.Open("P-5", BriefPart.Progress, ProgressRules.Guidance),
        BriefRule.Open("P-6", BriefPart.Progress, ProgressRules.Needs),
        BriefRule.Inside("P-6", BriefPart.Progress, ProgressRules.TownNeeds),
        BriefRule.Open("Q-1", BriefPart.Problems, ProblemRules.Last),
        BriefRule.Open("Q-1", BriefPart.Problems, ProblemRules.Losses),
        BriefRule.Open("P-1", BriefPart.Problems, ProblemRules.Indexes),
        BriefRule.Open("S-5", BriefPart.Problems, QuarterRules.AsOfDate),
        BriefRule.Inside("Q-4", BriefPart.Problems, ProblemRules.Deducted),
        BriefRule.Inside("Q-5", BriefPart.Problems, ProblemRules.Commended),
        BriefRule.Open("Q-6", BriefPart.Problems, ProblemRules.BelowPlan),
        BriefRule.Open("Q-7", BriefPart.Problems, ProblemRules.ReachedByNone),
        BriefRule.Inside("K-1", BriefPart.Problems, ProblemRules.Contradictions),
        BriefRule.Inside("K-2", BriefPart.Problems, ProblemRules.NotReached),
        BriefRule.Inside("Q-2", BriefPart.Holders, HolderRules.Tasks),
        BriefRule.Inside("Q-3", BriefPart.Holders, HolderRules.Needs),
        BriefRule.Inside("Q-2", BriefPart.Holders, HolderRules.Guidance),
        BriefRule.Inside("A-1", BriefPart.Advice, AdviceRules.Last),
        BriefRule.Open("A-1", BriefPart.Advice, QuarterRules.Advice),
        BriefRule.Inside("A-2", BriefPart.Advice, AdviceRules.Tasks),
        BriefRule.Inside("A-3", BriefPart.Advice, AdviceRules.Needs),
        BriefRule.Open("A-4", BriefPart.Advice, AdviceRules.Losses),
        BriefRule.Inside("A-4", BriefPart.Advice, AdviceRules.Deducted),
        BriefRule.Open("A-5", BriefPart.Advice, AdviceRules.BelowPlan),
        BriefRule.Inside("A-6", BriefPart.Advice, AdviceRules.Contradictions),
    ];
}
