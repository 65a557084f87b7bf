using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Writing;
using YamlDotNet.RepresentationModel;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// A setting, column, code, field, command or option without documentation fails here or in CommandDocumentationTests.
/// </summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Written =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("input", "docs"), "*.md")
                .Select(f => Path.GetFileName(f))
                .Append("../../README.md")
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Every_column_of_every_table_is_explained_under_its_table()
    {
        var rows = Rows("dictionary");
        foreach (var table in TableRegistry.All)
        {
            foreach (var column in table.Columns)
            {
                var row = Assert.Single(rows, r => r.Section == table.Name && r.Cells[0].TrimStart('★') == column.Name);
                Assert.Equal(column.KindText, row.Cells[1]);
                Assert.StartsWith(column.Description, row.Cells[3], StringComparison.Ordinal);
                Assert.All(
                    column.Words.Concat(column.Aliases),
                    w => Assert.Contains(w, row.Cells[3], StringComparison.Ordinal)
                );
            }
        }

        Assert.Equal(TableRegistry.All.Sum(t => t.Columns.Length), rows.Count);
    }

    [Fact]
    public void Every_setting_is_explained_with_its_default()
    {
        var rows = Rows("settings");
        foreach (var setting in SettingsSchema.All)
        {
            var row = Assert.Single(rows, r => r.Cells[0] == setting.Path);
            Assert.Equal((setting.Default, setting.Description), (row.Cells[2], row.Cells[3]));
        }

        Assert.Equal(SettingsSchema.All.Length, rows.Count);
    }

    [Fact]
    public void Every_diagnostic_code_has_an_anchor_an_explanation_and_a_remedy()
    {
        var page = Page("diagnostics");
        foreach (var code in Codes.All)
        {
            var heading = page.GetElementById(code.Id);
            Assert.Equal("H3", heading?.TagName);
            var text =
                heading!.NextElementSibling!.TextContent + heading.NextElementSibling.NextElementSibling!.TextContent;
            Assert.Equal($"{code.Title} {code.Explanation}改法：{code.Remedy}", text);
        }
    }

    [Fact]
    public void Every_field_of_a_case_is_explained()
    {
        var page = Parse(File.ReadAllText(Repository.PathOf("input", "docs", "writing.md")));
        var named = page.QuerySelectorAll("table")[0]
            .QuerySelectorAll("tbody tr")
            .Select(r => r.Children[0].TextContent);
        Assert.Equal(CaseImporter.FieldNames.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_command_line_in_the_documentation_is_one_the_program_understands(string name)
    {
        var tree = Program.CommandTree(new Screen(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        foreach (Match match in CommandLine().Matches(File.ReadAllText(Repository.PathOf("input", "docs", name))))
        {
            // [--date 2025-01-10] is optional, a|b a choice, <期间> or 文件夹 something to fill in.
            var line = Choice()
                .Replace(
                    match
                        .Groups["line"]
                        .Value.Replace("[", "", StringComparison.Ordinal)
                        .Replace("]", "", StringComparison.Ordinal)
                        .Replace("{}", "1", StringComparison.Ordinal)
                        .Replace("auto/", "1/", StringComparison.Ordinal),
                    "$1"
                )
                .Replace("<组织>", "SL06-0008", StringComparison.Ordinal);
            if (
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
                && !words.Contains("--help")
                && !words.Contains("--version")
            )
            {
                var result = tree.Parse(words);
                // A name alone, such as `fugong new`, tells of the command; its arguments stand elsewhere.
                Assert.True(
                    words.Length == 1 ? tree.Subcommands.Any(c => c.Name == words[0]) : result.Errors.Count == 0,
                    $"{name}: {match.Value} {string.Join("; ", result.Errors.Select(e => e.Message))}"
                );
            }
        }
    }

    [Fact]
    public void The_recipe_for_Kubernetes_is_yaml_and_its_arguments_are_understood()
    {
        var tree = Program.CommandTree(new Screen(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        var blocks = YamlBlock().Matches(File.ReadAllText(Repository.PathOf("input", "docs", "scale.md")));
        Assert.Equal(2, blocks.Count);
        foreach (Match block in blocks)
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(block.Groups["text"].Value));
            var arguments = yaml.Documents[0]
                .AllNodes.OfType<YamlMappingNode>()
                .SelectMany(node => node.Children)
                .Single(child => child.Key is YamlScalarNode { Value: "args" });
            // Which share it is stands in a variable of the cluster; the project is wherever this runs.
            var words = ((YamlSequenceNode)arguments.Value)
                .Select(word => ((YamlScalarNode)word).Value!)
                .Select(word => word == "/srv/fugong" ? "." : word.Replace("auto/", "1/", StringComparison.Ordinal));
            Assert.Empty(tree.Parse([.. words]).Errors);
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Every_page_of_the_documentation_opens_with_a_sentence_of_what_it_is_for(string name)
    {
        if (name.StartsWith("..", StringComparison.Ordinal))
        {
            return;
        }

        var first = Parse(File.ReadAllText(Repository.PathOf("input", "docs", name))).Body!.FirstElementChild!;
        Assert.Equal("P", first.TagName);
        Assert.EndsWith("。", first.TextContent.Trim(), StringComparison.Ordinal);
    }

    private static IHtmlDocument Page(string slug) => Parse(DerivedDocuments.All().Single(d => d.Slug == slug).Body);

    private static IHtmlDocument Parse(string markdown) =>
        new HtmlParser().ParseDocument(SiteMarkdown.Render(FrontMatter().Replace(markdown, "")).Html.Value);

    // Every row of every table, with the second-level heading it stands under.
    private static List<(string Section, string[] Cells)> Rows(string slug)
    {
        var rows = new List<(string, string[])>();
        var section = "";
        foreach (var element in Page(slug).QuerySelectorAll("h2, tbody tr"))
        {
            if (element.TagName == "H2")
            {
                section = element.TextContent;
            }
            else
            {
                rows.Add((section, [.. element.Children.Select(c => c.TextContent)]));
            }
        }

        return rows;
    }

    [GeneratedRegex(@"\A\uFEFF?---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"(?:^ *|[`'])fugong (?<line>[a-z][^`'\n]*)", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"^```yaml\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"([a-z]+)(?:\|[a-z]+)+")]
    private static partial Regex Choice();
}
