using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>Pages of programmes, cases and data quality（专题、案例、数据质量）.</summary>
public sealed partial class ActivityPageTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Fact]
    public void Activities_of_earlier_years_are_folded_away()
    {
        var edition = SampleEdition.Create();
        var programme = edition.Programmes.First(g => g.Activities.Length > 0);
        var activity = programme.Activities[0];
        var earlier = activity with { Start = activity.Start.AddYears(-1) };
        var files = SitePlan.Create(
            edition with
            {
                Programmes = [programme with { Activities = [activity, earlier] }],
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.Programme(programme.Slug)));
        Assert.Single(Earlier().Matches(page));
        Assert.True(
            page.IndexOf($"{activity.Start.Year}年</caption>", StringComparison.Ordinal)
                < page.IndexOf("<details class=\"earlier\">", StringComparison.Ordinal)
        );
        Assert.Contains($"<summary>{earlier.Start.Year}年活动（列出1项）</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_quality_names_tables_not_codes_or_files_and_the_period_that_was_corrected()
    {
        var edition = SampleEdition.Create();
        var (period, unit) = (edition.Latest.Period, edition.Latest.Unions[0]);
        var files = SitePlan.Create(
            edition with
            {
                Notes = [new(period, "FG0411", "指标值.csv", "有3项没有报，按缺报处理。", 3)],
                Corrections =
                [
                    new()
                    {
                        Period = period.YearBefore,
                        PublishedWith = period,
                        Organisation = unit.Code,
                        OrganisationName = unit.Name,
                        On = period.Start,
                        Values = new("81.20", "79.60", "分母更正。"),
                    },
                ],
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.DataQuality(period)));
        Assert.Contains($"更正1处，更正的是{period.YearBefore.Title}的数据。", page, StringComparison.Ordinal);
        Assert.Contains("<td>指标值</td><td>有3项没有报，按缺报处理。</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("FG0411", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Programmes_begin_with_what_they_did_and_which_held_most_sessions()
    {
        var edition = SampleEdition.Create();
        var totals = edition
            .Programmes.SelectMany(g => g.Totals, (g, t) => (g.Title, t.Period, t.Total.Sessions))
            .ToArray();
        var most = totals.Where(t => t.Period == totals.Max(n => n.Period)).MaxBy(t => t.Sessions);
        Assert.EndsWith(
            $"场次最多的专题是“{most.Title}”，{most.Sessions}场。",
            site.Parse(Paths.Programmes).QuerySelector(".finding")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Named_guidance_and_overdue_units_stay_inside()
    {
        string[] secrets = ["建会摸排任务连续两次逾期", "经审问题逾期未整改\"", "D001", "D002"];
        foreach (
            var path in site.Paths.Where(p =>
                p.EndsWith(".html", StringComparison.Ordinal)
                || p.EndsWith(".js", StringComparison.Ordinal)
                || p.EndsWith(".xml", StringComparison.Ordinal)
            )
        )
        {
            var text = site.Text(path);
            Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Forecasts_are_marked_as_such()
    {
        var page = site.Parse("cases/home-visits/index.html");
        Assert.Equal("预计120人", page.QuerySelector(".case-figures .forecast dd")!.TextContent);
        Assert.Contains("80余人", page.QuerySelector(".case-figures")!.TextContent, StringComparison.Ordinal);
    }

    private static string Encode(OutputFile file) => Encoding.UTF8.GetString(file.Render().Content.Span);

    [GeneratedRegex("<details class=\"earlier\">")]
    private static partial Regex Earlier();
}
