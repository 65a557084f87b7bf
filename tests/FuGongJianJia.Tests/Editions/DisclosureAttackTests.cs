using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>The attacker of every build: blind where all is well, and sharp where a single cell is left open.</summary>
public sealed class DisclosureAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void Nothing_of_the_demo_can_be_worked_back()
    {
        var items = Withheld(DemoData.Edition).ToList();
        Assert.True(items.Count > 400);
        Assert.Empty(DisclosureAttack.Run(DemoData.Edition));
        Assert.Empty(DisclosureAttack.Check(DemoData.Edition));
        var small = items.Count(i => i.Withheld == Model.Withheld.Small);
        output.WriteLine($"0 of {items.Count} withheld figures, 0 of {small} small ones");
    }

    [Fact]
    public void Where_the_settings_count_what_is_withheld_much_of_it_can_be()
    {
        var settings = DemoData.Data.Settings with { ScoresWithheld = true, ScoresUnpublished = true };
        var data = DemoData.Data with { Settings = settings };
        var edition = Small.Compose(data);
        var (found, all) = (DisclosureAttack.Run(edition), Withheld(edition).ToList());
        var (small, unpublished) = (
            found.Count(w => w.Item.Withheld != Model.Withheld.Unpublished),
            found.Count(w => w.Item.Withheld == Model.Withheld.Unpublished)
        );
        output.WriteLine(
            $"{small} of {all.Count(i => i.Withheld != Model.Withheld.Unpublished)} protected, "
                + $"{unpublished} of {all.Count(i => i.Withheld == Model.Withheld.Unpublished)} unpublished"
        );
        Assert.All(found, w => Assert.Equal(Route.OwnFigures, w.How));
        Assert.True(small > 100, $"{small}");
        Assert.True(unpublished > 1000, $"{unpublished}");

        // What was chosen is told, and does not stop the build.
        Assert.Equal(OutputCodes.WorkedBackByChoice.Id, Assert.Single(DisclosureAttack.Check(edition)).Code);
    }

    [Fact]
    public void He_finds_every_score_that_he_claims()
    {
        var data = DemoData.Data with { Settings = DemoData.Data.Settings with { ScoresUnpublished = true } };
        var scores = Scorer.Score(data, TestContext.Current.CancellationToken);
        var edition = Small.Compose(data);
        foreach (var found in DisclosureAttack.Run(edition).Where(w => w.Item.Code == "X04").Take(200))
        {
            var period = scores.Find(found.Period)!;
            var cell = period.Find(found.Unit.Code)!.Cells[period.Codes.IndexOf("X04")];
            var index = found.Unit.Indexes[(int)IndexKey.Harmony].Value!.Value;
            var shown = found.Unit.Indicators.Where(i => i.Indicator.Index == IndexKey.Harmony && i.Points is not null);
            var (weight, points) = (shown.Sum(i => i.Weight), shown.Sum(i => i.Points!.Value));
            Assert.Equal(
                (double)cell.Points!.Value,
                (double)(((index * (weight + 20m)) - (points * 100m)) / 20m),
                tolerance: 0.2
            );
        }
    }

    [Fact]
    public void One_figure_blacked_out_below_a_sum_is_found_with_its_unit()
    {
        var edition = OneBlackedOut("W01");
        var found = Assert.Single(DisclosureAttack.Run(edition), w => w.Item.Code == "W01");
        var told = Assert.Single(
            DisclosureAttack.Check(edition),
            d => d.Message.Contains("W01", StringComparison.Ordinal)
        );
        Assert.Equal((OutputCodes.WorkedBack.Id, Severity.Error), (told.Code, told.Severity));
        Assert.Contains(found.Unit.Name, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_withheld_in_the_year_and_shown_in_its_last_quarter_is_found()
    {
        var small = Part("2024Q4", Publicity.Figures);
        var year = Part("2024", Publicity.SumsOnly);
        var edition = Small.Compose(new() { Settings = new(), Periods = [small.Data, year.Data] });
        Assert.Empty(DisclosureAttack.Run(edition));

        // As if each period had been looked at for itself.
        var apart = edition with
        {
            Periods = [Small.Compose(new() { Settings = new(), Periods = [small.Data] }).Latest, edition.Latest],
        };
        Assert.All(
            DisclosureAttack.Run(apart),
            w => Assert.Equal((Period.OfYear(2024), Route.OtherPeriods), (w.Period, w.How))
        );
        Assert.Equal(2, DisclosureAttack.Run(apart).Length);

        static Small Part(string period, Publicity publicity)
        {
            var small = new Small { Period = Period.Parse(period) }
                .Union("C1")
                .Union("C2");
            small.Catalogue.Add(
                RandomData.Indicator("R01", RuleKind.TargetRatio, 100, 100) with
                {
                    Publicity = publicity,
                    Levels = [Level.Grassroots],
                }
            );
            return small.Ratio("C1", "R01", 30, 40).Ratio("C2", "R01", 50, 60);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_districts_with_every_way_of_publication_give_nothing_back(int seed)
    {
        for (var n = 0; n < 12; n++)
        {
            var data = RandomData.Make((seed * 100) + n);
            var publicities = Enum.GetValues<Publicity>();
            data = data with
            {
                Periods =
                [
                    .. data.Periods.Select(p =>
                        p with
                        {
                            Catalogue =
                            [
                                .. p.Catalogue.Select(r =>
                                    r with
                                    {
                                        Publicity =
                                            publicities[(r.Code.Sum(c => c) + n) % publicities.Length] is var way
                                            && (way != Publicity.ScoreOnly || r.Rule.Kind == RuleKind.Tiers)
                                                ? way
                                                : Publicity.Figures,
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            };
            Assert.Empty(
                DisclosureAttack
                    .Run(Small.Compose(data))
                    .Select(w => $"{n} {w.Period} {w.Unit.Code} {w.Item.Code} {w.How}")
            );
        }
    }

    private static IEnumerable<IndicatorResult> Withheld(PublicEdition edition) =>
        edition
            .Periods.SelectMany(p => p.Unions.Concat(p.Towns).Append(p.District))
            .SelectMany(u => u.Indicators)
            .Where(i => i.Withheld != Model.Withheld.No);

    // The year's demo without protection, but for one small figure: the others of its town and the sum are shown.
    private static PublicEdition OneBlackedOut(string code)
    {
        var data = DemoData.Data with { Settings = DemoData.Data.Settings with { SensitiveWords = ["没有这个词"] } };
        var edition = Small.Compose(data with { Periods = [data.Periods[^1]] });
        var period = edition.Latest;
        var victim = period.Unions.First(u =>
            u.Standing.Counts
            && u.IndicatorOf(code)?.Reported is Reported.Ratio { Numerator: 2m }
            && period.Find(u.Organisation.Parent!)?.IndicatorOf(code) is { Pooled: true }
        );
        var black = victim with
        {
            Indicators =
            [
                .. victim.Indicators.Select(i =>
                    i.Code != code
                        ? i
                        : i with
                        {
                            Withheld = Model.Withheld.Small,
                            Score = null,
                            Points = null,
                            Gain = null,
                            Change = null,
                            Reported = new Reported.WithheldRatio(new WithheldMark(5), default),
                        }
                ),
            ],
        };
        return edition with
        {
            Settings = DemoData.Data.Settings,
            Periods = [period with { Unions = period.Unions.Replace(victim, black) }],
        };
    }
}
