using System.Globalization;
using System.Text;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// A town with more unions than a page can list: pages stay small and nothing is left out without scripts.
/// </summary>
public sealed class SheetTests
{
    private static readonly Edition Large = SampleEdition.Large();

    // All but the pages of the unions themselves, which are as in a small edition.
    private static readonly Dictionary<string, string> Pages = SitePlan
        .Create(Large, new SiteOptions())
        .Where(f =>
            f.Kind == OutputKind.Page
            && (
                !f.Path.Contains("unions/", StringComparison.Ordinal)
                || f.Path.EndsWith("unions/index.html", StringComparison.Ordinal)
            )
        )
        .ToDictionary(
            f => f.Path["site/".Length..],
            f => Encoding.UTF8.GetString(f.Render().Content.Span),
            StringComparer.Ordinal
        );

    [Fact]
    public void No_page_is_over_three_hundred_kilobytes() =>
        Assert.All(Pages, p => Assert.True(Encoding.UTF8.GetByteCount(p.Value) < 300 * 1024, p.Key));

    [Fact]
    public void Every_union_stands_once_in_the_lists_of_its_town_an_index_and_an_indicator()
    {
        var p = Large.Latest;
        foreach (
            var start in new[]
            {
                Paths.Town(p.Period, p.Towns[0].Code),
                Paths.Units(Paths.Index(p.Period, IndexKey.Red), p.Towns[0].Code),
                Paths.Units(Paths.Indicator(p.Period, p.Indicators[0].Code), p.Towns[0].Code),
            }
        )
        {
            var units = p
                .Unions.Where(u =>
                    u.Organisation.Parent == p.Towns[0].Code
                    && (
                        start.Contains("indicators", StringComparison.Ordinal)
                            ? u.IndicatorOf(p.Indicators[0].Code) is not null
                            : true
                    )
                )
                .ToArray();
            var text = string.Concat(
                Enumerable.Range(0, PageEntry.SheetsOf(units.Length)).Select(n => Pages[Paths.Sheet(start, n)])
            );
            Assert.True(units.Length > PageEntry.RowsPerSheet);
            Assert.All(
                units,
                u => Assert.Equal(2, text.Split($"/unions/{u.Code}/index.html\">{u.Name}</a></th>").Length)
            );
        }
    }

    [Fact]
    public void A_list_leads_to_its_sheets_and_the_page_to_its_lists()
    {
        var p = Large.Latest;
        var index = Paths.Index(p.Period, IndexKey.Red);
        Assert.Contains($"towns/{p.Towns[0].Code}/index.html\"", Pages[index], StringComparison.Ordinal);
        Assert.Contains("page-2/index.html\"", Pages[Paths.Units(index, p.Towns[0].Code)], StringComparison.Ordinal);
        Assert.Contains(
            "aria-current=\"page\">第2页",
            Pages[Paths.Sheet(Paths.Units(index, p.Towns[0].Code), 1)],
            StringComparison.Ordinal
        );
        Assert.Equal("2024/tasks/page-3/index.html", Paths.Sheet("2024/tasks/index.html", 2));
    }

    [Fact]
    public void Commendations_go_on_below_and_are_found_where_they_stand()
    {
        var last = Large.Commendations[^1].Commendation.Code;
        var sheet = Paths.Sheet(Paths.Commendations, PageEntry.SheetsOf(Large.Commendations.Length) - 1);
        Assert.Contains($"id=\"{last}\"", Pages[sheet], StringComparison.Ordinal);
        Assert.Contains(
            Theme.Site.Search.SearchEntries.Of(SitePlan.Gather(Large, new SiteOptions()).Site),
            e => e.Url == $"{sheet}#{last}"
        );
        Assert.Equal(
            Large.Commendations.Length.ToString(CultureInfo.InvariantCulture),
            Pages
                .Where(x => x.Key.StartsWith("commendations/", StringComparison.Ordinal))
                .Sum(x => x.Value.Split("<tr id=\"").Length - 1)
                .ToString(CultureInfo.InvariantCulture)
        );
    }
}
