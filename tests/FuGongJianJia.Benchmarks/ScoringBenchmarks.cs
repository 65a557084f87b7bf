using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// Scoring with ranks, change and sensitivity: the target is 100,000 unions × 23 indicators × 8 periods in seconds.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class ScoringBenchmarks
{
    private Dataset _data = null!;

    [Params(2_000, 100_000)]
    public int Unions { get; set; }

    [GlobalSetup]
    public void Setup() => _data = Make(Unions, 8);

    [Benchmark]
    public Scores Score() => Scorer.Score(_data);

    // The periods share their rows: what is measured is scoring, not the memory of eight exports.
    private static Dataset Make(int unions, int periods)
    {
        var random = new Random(1);
        var organisations = new List<Organisation> { Organisation("A", Level.District, null, 0) };
        organisations.AddRange(Enumerable.Range(0, 24).Select(t => Organisation(Name('B', t), Level.Town, "A", 0)));
        organisations.AddRange(
            Enumerable
                .Range(0, unions)
                .Select(u => Organisation(Name('C', u), Level.Grassroots, Name('B', u % 24), random.Next(5, 600)))
        );
        var catalogue = Enumerable
            .Range(0, 23)
            .Select(i => new Indicator
            {
                Code = Name("RGHWX"[i % 5], i),
                Version = "1",
                Name = "指标",
                Index = (IndexKey)(i % 5),
                Unit = "%",
                HigherIsBetter = true,
                Rule = new(RuleKind.TargetRatio, 80 + (i % 20), []),
                Weight = 20,
                Levels = [Level.District, Level.Town, Level.Grassroots],
                Aggregation = Aggregation.PooledRatio,
            })
            .ToImmutableArray();
        var observations = organisations
            .Where(o => o.Level == Level.Grassroots)
            .SelectMany(o =>
                catalogue
                    .Where(_ => random.Next(40) > 0)
                    .Select(i =>
                    {
                        var denominator = random.Next(5, 500);
                        return new Observation
                        {
                            Organisation = o.Code,
                            Indicator = i.Code,
                            State = ObservationState.Reported,
                            Denominator = denominator,
                            Numerator = random.Next(denominator / 2, denominator + 1),
                        };
                    })
            )
            .ToImmutableArray();
        return new()
        {
            Settings = new(),
            Periods =
            [
                .. Enumerable
                    .Range(2017, periods)
                    .Select(y => new PeriodData
                    {
                        Period = Period.OfYear(y),
                        Organisations = [.. organisations],
                        Catalogue = catalogue,
                        Observations = observations,
                    }),
            ],
        };
    }

    private static string Name(char letter, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{letter}{number:000000}");

    private static Organisation Organisation(string code, Level level, string? parent, int workers) =>
        new()
        {
            Code = code,
            Name = code,
            ShortName = code,
            Level = level,
            Parent = parent,
            Kind = OrganisationKind.Grassroots,
            Category = (UnitCategory)(workers % 3),
            Workers = workers,
        };
}
