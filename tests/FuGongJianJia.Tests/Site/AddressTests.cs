using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Import;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// Nothing that people write or export can make two pages claim one address: it is refused when it is read.
/// </summary>
public sealed class AddressTests(BuiltSite built) : IClassFixture<BuiltSite>
{
    private static readonly ImportOptions Options = new()
    {
        IsTaken = TakenAddresses.Contains,
        Derived = DerivedDocuments.Find,
    };

    /// <summary>What stands at the root of a whole site, the periods of it, and the derived documentation.</summary>
    public static TheoryData<string> Taken =>
        [
            .. SitePlan
                .Create(SampleEdition.Create(), SampleEdition.Options(SampleEdition.Create()))
                .Select(f => f.Path["site/".Length..])
                .Where(p => p.Contains('/', StringComparison.Ordinal))
                .Select(p => p.Split('/')[0])
                .Except(["about"])
                .Append("images")
                .Append("2024q1")
                .Append("2030-12")
                .Concat(DerivedDocuments.All().Select(d => "docs/" + d.Slug))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_written_page_may_not_have_an_address_of_the_site(string address)
    {
        var slug = address.ToLowerInvariant();
        var path = slug.StartsWith("docs/", StringComparison.Ordinal) ? $"input/{slug}.md" : $"input/pages/{slug}.md";
        var found = Assert.Single(Read((path, "---\n标题: 文章\n---\n\n正文。\n")).Diagnostics, IsError);
        Assert.Equal((WritingCodes.AddressTaken.Id, path), (found.Code, found.Place.Path));
        Assert.Contains($"/{slug}/", found.Message, StringComparison.Ordinal);
        Assert.Contains("改名", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input/pages/about.md")]
    [InlineData("input/docs/index.md")]
    [InlineData("input/docs/search.md")]
    [InlineData("input/docs/manual/index.md")]
    public void Any_other_address_is_free(string path) =>
        Assert.DoesNotContain(Read((path, "---\n标题: 文章\n---\n\n正文。\n")).Diagnostics, IsError);

    [Fact]
    public void Every_folder_of_the_site_is_taken() =>
        Assert.All(
            built
                .Paths.Where(p => p.Contains('/', StringComparison.Ordinal))
                .Select(p => p.Split('/')[0])
                .Except(["about"]),
            folder => Assert.True(TakenAddresses.Contains(folder), folder)
        );

    [Theory]
    [InlineData("index")]
    [InlineData("District")]
    [InlineData("page-2")]
    [InlineData("PAGE-31")]
    public void A_code_may_not_be_a_word_that_stands_in_addresses_where_codes_stand(string code)
    {
        var table = Samples.Text(Samples.Organisations).Replace("J2,", code + ",", StringComparison.Ordinal);
        Assert.Contains(
            Read((Samples.Organisations, table)).Diagnostics,
            d => d.Code == CellCodes.BadCode.Id && d.Message.Contains(code, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Indicators_that_differ_only_in_case_are_refused()
    {
        const string path = "data/2024/指标.csv";
        var table = Samples.Text(path).Replace("\nR02,", "\nr01,", StringComparison.Ordinal);
        Assert.Contains(
            Read((path, table)).Diagnostics,
            d => d.Code == TableCodes.DuplicateKey.Id && d.Message.Contains("大小写", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Unions_of_two_periods_that_differ_only_in_case_are_refused()
    {
        var table = Samples.Text(Samples.Organisations).Replace("\nJ1,", "\nj1,", StringComparison.Ordinal);
        var values = Samples.Text(Samples.Values).Replace("\nJ1,", "\nj1,", StringComparison.Ordinal);
        Assert.Contains(
            Read(("data/2025/组织.csv", table), ("data/2025/指标值.csv", values)).Diagnostics,
            d => d.Code == TableCodes.DuplicateKey.Id && d.Message.Contains("大小写", StringComparison.Ordinal)
        );
    }

    /// <summary>The eleventh file of a year's figures once had the name of the catalogue of October.</summary>
    [Fact]
    public void A_year_of_many_unions_and_its_months_have_addresses_of_their_own()
    {
        var names = Samples.Text(Samples.Organisations).TrimEnd('\n').Split('\n');
        var template = names.Single(l => l.StartsWith("J1,", StringComparison.Ordinal)).Split(',');
        var rows = Enumerable
            .Range(0, 400)
            .Select(n =>
            {
                var cells = (string[])template.Clone();
                (cells[0], cells[1], cells[2]) = (Code(n), $"示例{n}工会", "");
                cells[7] = "";
                return string.Join(',', cells);
            });
        var table = string.Join('\n', names.Concat(rows)) + "\n";
        var import = Read(
            (Samples.Organisations, table),
            ("data/2024-10/组织.csv", table),
            ("data/2024-10/指标值.csv", Samples.Text(Samples.Values))
        );
        Assert.DoesNotContain(import.Diagnostics, IsError);
        var edition = DisclosureControl.Protect(
            OfficeComposer.Compose(
                import.Dataset!,
                Scorer.Score(import.Dataset!, TestContext.Current.CancellationToken),
                new EditionOptions(null, "0", "0")
            )
        );

        var plan = SitePlan.Create(edition, new SiteOptions());

        Assert.Contains(plan, f => f.Path == "site/compare/2024.10.js");
        Assert.Contains(plan, f => f.Path == "site/compare/2024-10.js");
        Assert.Equal(plan.Length, plan.Select(f => f.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static string Code(int n) => string.Create(CultureInfo.InvariantCulture, $"K{n:0000}");

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    private static ImportResult Read(params (string Path, string Text)[] files) =>
        Importer.Import(
            [
                .. Samples.Base.Where(f => !files.Any(n => n.Path == f.Path)),
                .. files.Select(f => new SourceFile(f.Path, Samples.Utf8(f.Text))),
            ],
            Options,
            TestContext.Current.CancellationToken
        );
}
