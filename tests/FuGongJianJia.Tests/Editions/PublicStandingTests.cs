using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Site;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Workbook;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Tests.Editions;

/// <summary>名次公开: what the public sees of places, over everything that is published.</summary>
public sealed partial class PublicStandingTests
{
    // How ties are counted, in the method: the only places that may be named.
    private const string Example = "第1名、并列第2名、并列第2名、第4名";

    private static readonly ConcurrentDictionary<
        PublicStanding,
        Lazy<ImmutableArray<(string Path, string Text)>>
    > Texts = new();

    [Fact]
    public void Bands_are_the_default() => Assert.Equal(PublicStanding.Bands, new Settings().PublicStanding);

    [Theory]
    [InlineData(PublicStanding.Bands)]
    [InlineData(PublicStanding.Withheld)]
    public void No_place_stands_anywhere_in_the_public_edition(PublicStanding standing)
    {
        var edition = Edition(standing);
        foreach (var result in Results(edition))
        {
            Assert.Equal(
                (null, false, null, null),
                (result.Ranking.Place, result.Ranking.Tied, result.Ranking.Percentile, result.Ranking.Moved)
            );
            Assert.All(result.Indexes, i => Assert.Null(i.Place));
            Assert.True(result.Robustness is null or { Best: null, Worst: null });
            Assert.Equal(standing == PublicStanding.Bands && result.Ranking.IsRanked, result.Ranking.Band is not null);
        }

        Assert.All(
            edition.Periods.SelectMany(p => p.Groups),
            g => Assert.Equal(g.Members.Take(g.Ranked).Order(StringComparer.Ordinal), g.Members.Take(g.Ranked))
        );
        Assert.All(edition.Histories.SelectMany(h => h.Points), p => Assert.Null(p.Ranking.Place));
        Assert.Contains(Results(Office(standing)), r => r.Ranking.Place is not null);
    }

    [Theory]
    [InlineData(PublicStanding.Bands)]
    [InlineData(PublicStanding.Withheld)]
    public void No_place_stands_in_any_public_page_report_or_file(PublicStanding standing)
    {
        foreach (var (path, text) in Published(standing))
        {
            Assert.False(Place().IsMatch(text), $"{path}: {Place().Match(text).Value}");
        }
    }

    [Fact]
    public void Open_data_has_an_empty_cell_for_a_place_that_is_not_public()
    {
        foreach (
            var (path, content) in OpenDataFiles
                .Create(Edition(PublicStanding.Bands))
                .Where(f => f.Path.EndsWith("scores.csv", StringComparison.Ordinal))
        )
        {
            var rows = Encoding
                .UTF8.GetString(content)
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(r => r.Split(','))
                .ToList();
            Assert.Equal(("名次", "并列"), (rows[0][14 - 1], rows[0][14]));
            Assert.All(rows.Skip(1), r => Assert.Equal((path, "", ""), (path, r[13], r[14])));
        }
    }

    [Fact]
    public void Published_places_are_found_on_pages_in_reports_and_in_files()
    {
        var found = Published(PublicStanding.Places).Where(f => Place().IsMatch(f.Text)).Select(f => f.Path).ToList();
        Assert.Contains(found, p => p.StartsWith("site/2024/unions/", StringComparison.Ordinal));
        Assert.Contains("site/reports/2024/annual.pdf", found);
        Assert.Contains(found, p => p.StartsWith("site/compare/2024.", StringComparison.Ordinal));
    }

    [Fact]
    public void Bands_are_written_where_places_would_stand()
    {
        var published = Published(PublicStanding.Bands)
            .Where(f => f.Text.Contains("前三分之一", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ToList();
        Assert.Contains(published, p => p.StartsWith("site/2024/unions/", StringComparison.Ordinal));
        Assert.Contains("site/reports/2024/annual.pdf", published);
        Assert.DoesNotContain(
            Published(PublicStanding.Withheld),
            f => f.Text.Contains("前三分之一", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Briefs_and_lists_of_the_office_always_name_places()
    {
        var office = Office(PublicStanding.Withheld);
        var town = office.Latest.Towns.First(t => t.Ranking.Place is not null);
        var files = ReportPlan.Create(office, DisclosureControl.Protect(office), TestFonts.Set, new());
        var brief = Words(
            PdfTools.Text([
                .. files.Single(f => f.Path == $"internal/2024/briefs/{town.Code}.pdf").Render().Content.Span,
            ])
        );
        Assert.Contains($"第{town.Ranking.Place}名", brief, StringComparison.Ordinal);
        var list = Encoding.UTF8.GetString(
            files.Single(f => f.Path == "internal/2024/lists/ranking.csv").Render().Content.Span
        );
        Assert.Contains($"{town.Ranking.Group},{town.Ranking.Place},", list, StringComparison.Ordinal);
    }

    private static PublicEdition Edition(PublicStanding standing) => DisclosureControl.Protect(Office(standing));

    private static OfficeEdition Office(PublicStanding standing) =>
        Small.Office(
            RandomData.Make(
                5,
                new Settings
                {
                    PublicStanding = standing,
                    Brief = new() { IsAlsoPublic = true },
                },
                unions: 36
            )
        );

    private static IEnumerable<UnionResult> Results(Edition edition) =>
        edition.AllPeriods.SelectMany(p => p.Towns.Prepend(p.District).Concat(p.Unions));

    private static string TextOf(OutputFile file)
    {
        var content = file.Render().Content.ToArray();
        return file.Kind switch
        {
            OutputKind.Pdf => PdfTools.Text(content),
            OutputKind.Ofd => OfdReader.Text(content),
            _ => OfficeReader.Text(content),
        };
    }

    // Text of everything below site/: pages and scripts as they are, PDFs as a reader finds their words.
    private static ImmutableArray<(string Path, string Text)> Published(PublicStanding standing) =>
        Texts.GetOrAdd(standing, s => new(() => [.. Publish(Office(s))])).Value;

    private static IEnumerable<(string Path, string Text)> Publish(OfficeEdition office)
    {
        var edition = DisclosureControl.Protect(office);
        var pages = SitePlan
            .Create(edition, SampleEdition.Options(edition))
            .Where(f => IsOurs(f.Path))
            .Select(f =>
                (
                    f.Path,
                    Encoding.UTF8.GetString(f.Render().Content.Span).Replace(Example, "", StringComparison.Ordinal)
                )
            );
        var reports = ReportPlan
            .Create(office, edition, TestFonts.Set, new())
            .Concat(WorkbookPlan.Create(office, edition))
            .Where(f =>
                f.Path == "site/data/2024.xlsx"
                || f.Path.StartsWith("site/reports/2024/", StringComparison.Ordinal)
                    && (
                        !f.Path.Contains("/unions/", StringComparison.Ordinal)
                        || f.Path.EndsWith("07.pdf", StringComparison.Ordinal)
                    )
            )
            .Select(f => (f.Path, Words(TextOf(f)).Replace(Example, "", StringComparison.Ordinal)));
        var data = OpenDataFiles
            .Create(edition)
            .Where(f =>
                !f.Path.EndsWith("dictionary.csv", StringComparison.Ordinal)
                && !f.Path.EndsWith("schema.json", StringComparison.Ordinal)
            )
            .Select(f => (f.Path, Encoding.UTF8.GetString(f.Content)));
        return pages.Concat(reports).Concat(data);
    }

    // Pages and what the comparison loads; the documentation tells of every choice there is.
    private static bool IsOurs(string path) =>
        !path.StartsWith("site/docs/", StringComparison.Ordinal)
        && (
            path.EndsWith(".html", StringComparison.Ordinal)
            || path.StartsWith("site/compare/", StringComparison.Ordinal)
        );

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // 第3名, 并列第2名, 名次 with its figure, a place in JSON that is not null.
    [GeneratedRegex("第\\d+(～\\d+)?名|本组第\\d+|名次</th>|居首|居各镇街首位|\"名次\": \\d")]
    private static partial Regex Place();
}
