using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>A dataset small enough to compute by hand: a district A, a town B, unions given by the test.</summary>
internal sealed class Small
{
    private readonly List<Organisation> _organisations =
    [
        RandomData.Organisation("A", Level.District, null, UnitCategory.Agency),
        RandomData.Organisation("B", Level.Town, "A", UnitCategory.Agency),
    ];

    private readonly List<Observation> _observations = [];

    public List<Indicator> Catalogue { get; } = [];

    public List<Target> Targets { get; } = [];

    public Settings Settings { get; set; } = new();

    public Period Period { get; set; } = Period.OfYear(2024);

    public Small Indicator(
        string code,
        RuleKind rule,
        decimal? target,
        decimal weight,
        Aggregation aggregation = Aggregation.PooledRatio,
        params Level[] levels
    )
    {
        Catalogue.Add(RandomData.Indicator(code, rule, target, weight, aggregation, levels));
        return this;
    }

    public Small Tiers(string code, decimal weight, params (decimal? Threshold, string? Word, decimal Points)[] tiers)
    {
        Catalogue.Add(
            RandomData.Indicator(
                code,
                RuleKind.Tiers,
                null,
                weight,
                tiers[0].Word is null ? Aggregation.PooledRatio : Aggregation.HighestTier
            ) with
            {
                Unit = "%",
                Rule = new(RuleKind.Tiers, null, [.. tiers.Select(t => new Tier(t.Threshold, t.Word, t.Points))]),
            }
        );
        return this;
    }

    public Small Union(string code, Func<Organisation, Organisation>? change = null)
    {
        var union = RandomData.Organisation(code, Level.Grassroots, "B");
        _organisations.Add(change is null ? union : change(union));
        return this;
    }

    public Small Ratio(string union, string indicator, decimal numerator, decimal denominator) =>
        Row(union, indicator, o => o with { Numerator = numerator, Denominator = denominator });

    public Small Value(string union, string indicator, decimal value) =>
        Row(union, indicator, o => o with { Value = value });

    public Small Word(string union, string indicator, string word) =>
        Row(union, indicator, o => o with { Word = word });

    public Small State(string union, string indicator, ObservationState state) =>
        Row(union, indicator, o => o with { State = state });

    public PeriodData Data =>
        new()
        {
            Period = Period,
            Organisations = [.. _organisations],
            Catalogue = [.. Catalogue],
            Observations = [.. _observations],
            Targets = [.. Targets],
        };

    public PeriodScores Score() =>
        Scorer.Score(new() { Settings = Settings, Periods = [Data] }, TestContext.Current.CancellationToken).Periods[0];

    public PeriodScores ScoreAfter(Small before) =>
        Scorer
            .Score(new() { Settings = Settings, Periods = [before.Data, Data] }, TestContext.Current.CancellationToken)
            .Periods[1];

    public Edition ComposeAfter(Small before) => Compose(new() { Settings = Settings, Periods = [before.Data, Data] });

    public Edition Compose() => Compose(new() { Settings = Settings, Periods = [Data] });

    public static Edition Compose(Dataset data) =>
        Composer.Compose(
            data,
            Scorer.Score(data, TestContext.Current.CancellationToken),
            new(null, "test", "0123456789ab")
        );

    public static decimal? Score(PeriodScores scores, string union, string indicator) =>
        scores.At(scores.NumberOf(union), scores.Codes.IndexOf(indicator)).Score is { } s
            ? decimal.Round(s, 2, MidpointRounding.AwayFromZero)
            : null;

    private Small Row(string union, string indicator, Func<Observation, Observation> fill)
    {
        _observations.Add(
            fill(
                new()
                {
                    Organisation = union,
                    Indicator = indicator,
                    State = ObservationState.Reported,
                }
            )
        );
        return this;
    }
}
