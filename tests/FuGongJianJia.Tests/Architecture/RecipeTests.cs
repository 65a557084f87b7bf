using AngleSharp.Html.Parser;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>
/// The recipes of RECIPES.md, followed on a copy of the tree: what they add is there, so none can lie.
/// </summary>
public sealed class RecipeTests(FollowedRecipes followed) : IClassFixture<FollowedRecipes>
{
    [Fact]
    public void A_diagnostic_is_reported_by_check_and_documented()
    {
        const string @case = "75-nobody-to-visit";

        var output = followed.Fugong("check", "--root", followed.RootOf(@case));

        var line = Assert.Single(
            File.ReadLines(Path.Combine(followed.Tree, "tests/cases", @case, "expected/diagnostics.txt")),
            l => l.Contains("FG0522", StringComparison.Ordinal)
        );
        Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.Contains("id=\"FG0522\"", Page("docs/diagnostics/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_is_read_and_documented()
    {
        Assert.Contains("311400", Page("index.html"), StringComparison.Ordinal);
        Assert.Contains("联系.邮编", Page("docs/settings/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_template_an_entry_in_the_dictionary_and_demo_data_that_are_read()
    {
        var (created, demo) = (followed.Empty(), followed.Empty());

        followed.Fugong("new", "2025", "--root", created);
        followed.Fugong("demo", "--into", demo, "--towns", "3", "--unions", "24");

        const string header = "阵地编码,阵地名称,组织,启用日期,服务人次";
        Assert.Equal([header], File.ReadLines(Path.Combine(created, "data/2025/阵地.csv")));
        var rows = File.ReadAllLines(Path.Combine(demo, "data/2024/阵地.csv"));
        Assert.Equal((header, 4), (rows[0], rows.Length));
        // A month has few tables; whatever has all of them has the new one too.
        var missing = followed
            .Fugong("check", "--root", demo)
            .Split('\n')
            .Where(line => line.Contains("阵地", StringComparison.Ordinal));
        Assert.All(missing, line => Assert.StartsWith("data/2024-11", line, StringComparison.Ordinal));
        Assert.Contains("阵地编码", Page("docs/dictionary/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_written_and_menu_and_search_lead_to_it()
    {
        Assert.Contains("公开的基层工会3家，职工556人。", Page("2024/makeup/index.html"), StringComparison.Ordinal);
        var links = new HtmlParser().ParseDocument(Page("index.html")).QuerySelectorAll("nav.main a");
        Assert.Contains(links, a => a.GetAttribute("href") == "2024/makeup/index.html");
        Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(followed.Output, "site/search"), "entries-*.js"),
            file => File.ReadAllText(file).Contains("工会构成", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_report_section_is_printed_with_a_number_of_its_own()
    {
        var pdf = File.ReadAllBytes(Path.Combine(followed.Output, "site/reports/2024/annual.pdf"));
        var text = PdfText.Read(pdf);
        var at = text.IndexOf("基层工会构成", StringComparison.Ordinal);
        // The number stands before the title, in the contents and at the chapter's head.
        Assert.True(at > 3, "the chapter is not in the book");
        Assert.Matches("[一二三四五六七八九十]\\s*$", text[(at - 3)..at]);
    }

    private string Page(string path) => File.ReadAllText(Path.Combine(followed.Output, "site", path));
}

/// <summary>How a block is read and applied.</summary>
public sealed class RecipeBlockTests
{
    /// <summary>Titles of the recipes.</summary>
    public static TheoryData<string> Titles => [.. Recipe.All.Select(r => r.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_recipe_needs_no_other_recipe(string title)
    {
        using var folder = new TemporaryFolder();
        var recipe = Recipe.All.Single(r => r.Title == title);
        foreach (var path in recipe.Blocks.Where(b => b.IsEdit).Select(b => b.Path).Distinct())
        {
            folder.Write(path, File.ReadAllBytes(Repository.PathOf(path)));
        }

        recipe.Follow(folder.Path);

        Assert.NotEmpty(recipe.Blocks);
        Assert.All(recipe.Blocks, b => Assert.True(File.Exists(Path.Combine(folder.Path, b.Path)), b.Path));
    }

    [Fact]
    public void Lines_stay_come_and_go_where_they_stand()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.cs", "one\ntwo\n\nthree\nfour\n");
        new RecipeBlock("diff", "a.cs", " one\n-two\n+2\n\n@@\n+3½\n four\n").Apply(folder.Path);
        Assert.Equal("one\n2\n\nthree\n3½\nfour\n", File.ReadAllText(Path.Combine(folder.Path, "a.cs")));
    }

    [Theory]
    [InlineData("one\n", 0)]
    [InlineData("two\nthree\ntwo\nthree\n", 2)]
    public void An_edit_that_does_not_fit_says_which_lines_are_not_there_once(string file, int times)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.cs", file);
        var block = new RecipeBlock("diff", "a.cs", " two\n+2½\n three\n");
        var error = Assert.Throws<InvalidOperationException>(() => block.Apply(folder.Path));
        Assert.Equal($"These lines stand in a.cs {times} times, not once:\ntwo\nthree", error.Message);
        Assert.Equal(file, File.ReadAllText(Path.Combine(folder.Path, "a.cs")));
    }

    [Fact]
    public void A_new_file_never_replaces_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.cs", "one\n");
        var error = Assert.Throws<InvalidOperationException>(() =>
            new RecipeBlock("cs", "a.cs", "two\n").Apply(folder.Path)
        );
        Assert.Equal("a.cs is there already.", error.Message);
    }
}
