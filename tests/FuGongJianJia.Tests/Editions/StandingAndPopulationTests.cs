using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// Units that were merged, split or dissolved, and the populations that they are not in: what is said of them anywhere
/// is what became of them.
/// </summary>
public sealed partial class StandingAndPopulationTests
{
    // What is only true of a unit that has, or owes, values.
    private static readonly string[] Claims =
    [
        "覆盖率",
        "缺报",
        "补报",
        "存疑",
        "未形成",
        "没有可计分",
        "中位数",
        "满分",
        "名次",
        "排名组",
        "补齐",
        "失分",
    ];

    [Fact]
    public void The_demo_says_of_every_ended_union_what_became_of_it_and_its_last_result()
    {
        var (year, before) = (Period(DemoData.Edition, "2024"), Period(DemoData.Edition, "2023"));
        Assert.Equal(
            "樾和建设工程工会已于2024年二季度撤销。最近一次有效结果是2023年：总指数58.7分。",
            Shape(year.Find("SL04-0002")!.Finding, "58.7")
        );
        Assert.Equal(
            "石桁新就业形态劳动者联合工会已于2024年二季度分设为“石桁镇快递行业联合工会”“石桁镇外卖配送行业联合工会”。",
            year.Find("SL07-0003")!.Finding.Split("最近", 2)[0]
        );
        Assert.StartsWith("谨洲建材工会已于2023年并入“", before.Find("SL02-0008")!.Finding, StringComparison.Ordinal);
        var merged = Assert.IsType<UnitStanding.Merged>(before.Find("SL02-0008")!.Standing);
        Assert.Equal("SL02-0007", Assert.Single(merged.Into).Code);
        Assert.Equal(Model.Period.OfYear(2022), merged.Last!.Period);
        var history = DemoData.Edition.Histories.Single(h => h.Code == "SL02-0008");
        Assert.Equal(merged.Into, Assert.IsType<UnitStanding.Merged>(history.Standing).Into);
    }

    [Fact]
    public void The_demo_year_counts_whom_it_should()
    {
        var period = Period(DemoData.Edition, "2024");
        var unions = period.PopulationOf(Level.Grassroots);
        var all = unions.Members.Concat(period.PopulationOf(Level.Town).Members);
        Assert.Equal(196, unions.Count);
        Assert.Equal(["SL04-0002", "SL07-0003"], unions.Ended.Select(u => u.Code));
        Assert.Equal(40, unions.Members.Count(u => u.Indicators.Any(IsMissing)));
        // Unions alone: a town of which nothing applies is not missing.
        Assert.Equal(89, all.Sum(u => u.Indicators.Count(IsMissing)));
        Assert.Equal(8, unions.Members.Count(u => u.Coverage < DemoData.Edition.Settings.RankMinimumCoverage));
        Assert.Contains("196家公开的基层工会中", string.Concat(period.Summary), StringComparison.Ordinal);
        Assert.Contains("40个工会有缺报或存疑", string.Concat(period.Summary), StringComparison.Ordinal);
        Assert.All(period.Groups, g => Assert.DoesNotContain("SL04-0002", g.Members));
    }

    [Fact]
    public void Who_moved_most_is_told_of_one_level_and_leaves_out_nobody_who_moved_more()
    {
        foreach (var period in DemoData.Edition.Periods)
        {
            foreach (var level in new[] { Level.Town, Level.Grassroots })
            {
                var movers = period.MoversOf(level);
                var compared = period
                    .Towns.Concat(period.Unions)
                    .Where(u => u.Organisation.Level == level && u.Change?.Comparable is not null)
                    .ToList();
                Assert.Equal(compared.Count, movers.Compared.Count);
                Assert.Equal(
                    compared.Select(u => u.Change!.Comparable).Where(c => c > 0m).OrderDescending(),
                    movers.Rising.Select(u => u.Change!.Comparable)
                );
                Assert.Equal(
                    compared.Select(u => u.Change!.Comparable).Where(c => c < 0m).Order(),
                    movers.Falling.Select(u => u.Change!.Comparable)
                );
            }
        }

        var falling = Period(DemoData.Edition, "2024").MoversOf(Level.Grassroots).Falling.Select(u => u.Name).ToList();
        Assert.Contains("云岫街道养老服务中心工会", falling.Take(5));
        Assert.DoesNotContain(falling, name => name.EndsWith("总工会", StringComparison.Ordinal));
    }

    [Fact]
    public void A_population_accounts_for_everyone()
    {
        foreach (var period in DemoData.Edition.Periods)
        {
            var unions = period.PopulationOf(Level.Grassroots);
            foreach (var condition in Enum.GetValues<PopulationCondition>())
            {
                var part = unions.With(condition);
                Assert.Equal(
                    period.Unions.Select(u => u.Code),
                    part.Members.Concat(part.LeftOut).Select(u => u.Code).Order(StringComparer.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void The_median_beside_a_unit_is_that_of_the_peers_it_is_drawn_among()
    {
        var site = new SiteModel(DemoData.Edition, new SiteOptions());
        var compared = 0;
        foreach (var period in DemoData.Edition.Periods)
        {
            foreach (var unit in period.Towns.Concat(period.Unions).Where(u => u.Standing.Counts))
            {
                var lanes = site.PeersOf(period.Period, unit)!.Lanes;
                foreach (var index in unit.Indexes.Where(i => i.GroupMedian is not null))
                {
                    Assert.Equal(index.GroupMedian, lanes[(int)index.Key + 1].Median);
                    compared++;
                }
            }
        }

        Assert.True(compared > 1000, $"{compared}");
    }

    [Fact]
    public void No_list_of_the_office_asks_who_ended_for_anything()
    {
        foreach (var period in DemoData.Office.Periods)
        {
            foreach (var table in OfficeTables.Of(period).Where(t => t.File is "missing.csv" or "ranking.csv"))
            {
                var text = Encoding.UTF8.GetString(table.Sheet.Csv());
                Assert.All(
                    period.Unions.Where(u => !u.Standing.Counts),
                    u => Assert.DoesNotContain($",{u.Name},", text, StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void Of_a_union_without_values_that_ended_nothing_in_the_demo_claims_anything_but_its_status() =>
        Assert.True(Walk(DemoData.Edition) >= 12);

    [Fact]
    public void Of_a_union_without_values_that_ended_nothing_in_a_generated_district_claims_anything_but_its_status()
    {
        var walked = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            var data = RandomData.Make(seed);
            // Import refuses values of units that ended: a union that ended reports nothing.
            var sound = data with
            {
                Periods =
                [
                    .. data.Periods.Select(p =>
                    {
                        var ended = p
                            .Organisations.Where(o =>
                                o.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved
                            )
                            .Select(o => o.Code)
                            .ToHashSet(StringComparer.Ordinal);
                        return p with
                        {
                            Observations = [.. p.Observations.Where(o => !ended.Contains(o.Organisation))],
                        };
                    }),
                ],
            };
            walked += Walk(Small.Compose(sound));
        }

        Assert.True(walked > 10, $"{walked}");
    }

    private static int Walk(PublicEdition edition)
    {
        var site = new SiteOptions();
        var pages = SitePlan
            .Create(edition, site)
            .Where(f => f.Kind == OutputKind.Page)
            .ToDictionary(f => f.Path["site/".Length..], StringComparer.Ordinal);
        var walked = 0;
        foreach (var period in edition.Periods)
        {
            foreach (var unit in period.Unions.Where(u => u.IsOnlyStatus))
            {
                walked++;
                var fate = unit.Standing.Fate;
                Assert.False(string.IsNullOrEmpty(fate));
                Assert.StartsWith(unit.Organisation.ShortName + fate, unit.Finding, StringComparison.Ordinal);
                Assert.Empty(unit.Suggestions);
                Assert.Empty(unit.Indicators);
                Silent(Read(pages[Paths.Union(period.Period, unit.Code)]), unit);
                Silent(Words(ReportPlan.Sheet(edition, period, unit, new ReportOptions())[0]), unit);
                Assert.Contains(fate, Read(pages[Paths.Union(period.Period, unit.Code)]), StringComparison.Ordinal);
                Assert.DoesNotContain(
                    $"{unit.Code},",
                    Encoding.UTF8.GetString(
                        OpenDataFiles
                            .Create(edition)
                            .Single(f => f.Path == $"site/data/{period.Period}/indicators.csv")
                            .Content
                    ),
                    StringComparison.Ordinal
                );
            }

            // In lists of the period a unit that ended stands with its fate or not at all.
            foreach (
                var path in new[] { Paths.Unions(period.Period), Paths.Index(period.Period, IndexKey.Red) }.Concat(
                    period.Towns.Select(t => Paths.Town(period.Period, t.Code))
                )
            )
            {
                var text = Read(pages[path]);
                foreach (var unit in period.Unions.Where(u => u.IsOnlyStatus))
                {
                    Assert.DoesNotContain(
                        $"{unit.Name}—",
                        text.Replace(" ", "", StringComparison.Ordinal),
                        StringComparison.Ordinal
                    );
                }
            }
        }

        foreach (var history in edition.Histories.Where(h => h.Standing is UnitStanding.Ended))
        {
            Assert.Contains(history.Standing.Fate, Read(pages[Paths.History(history.Code)]), StringComparison.Ordinal);
        }

        return walked;
    }

    private static void Silent(string text, UnionResult unit) =>
        Assert.All(Claims, c => Assert.False(text.Contains(c, StringComparison.Ordinal), $"{unit.Name}: {c}\n{text}"));

    // What a reader reads of a page: without navigation, head and foot.
    private static string Read(OutputFile page)
    {
        var html = Encoding.UTF8.GetString(page.Render().Content.Span);
        var from = html.IndexOf("<main", StringComparison.Ordinal);
        var to = html.IndexOf("</main>", StringComparison.Ordinal);
        // How the page came about stands below every page alike.
        var method = html.IndexOf("本页数字如何得出", StringComparison.Ordinal);
        return Tag().Replace(html[from..(method > from ? method : to)], "");
    }

    private static string Words(Document sheet)
    {
        var text = new StringBuilder();
        foreach (var paragraph in sheet.Sections.SelectMany(s => s.Blocks).OfType<Paragraph>())
        {
            text.AppendLine(paragraph.Content.PlainText);
        }

        foreach (var figure in sheet.Sections.SelectMany(s => s.Blocks).OfType<Figure>())
        {
            text.AppendLine(figure.Drawing.Description);
        }

        return text.ToString();
    }

    private static bool IsMissing(IndicatorResult result) =>
        result.State is ObservationState.Missing or ObservationState.Doubtful;

    private static PublicPeriod Period(PublicEdition edition, string name) =>
        edition.Periods.Single(p => p.Period.ToString() == name);

    // The sentence with its figure replaced, which the second computation checks.
    private static string Shape(string sentence, string figure) => Score().Replace(sentence, figure, 1);

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\d+\.\d(?=分)")]
    private static partial Regex Score();
}
