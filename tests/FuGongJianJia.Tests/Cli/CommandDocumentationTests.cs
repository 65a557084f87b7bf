using System.CommandLine;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>What the program can be told stands in its documentation, and the README names every command.</summary>
public sealed class CommandDocumentationTests
{
    private static readonly RootCommand Tree = Program.CommandTree(
        new Screen(TextWriter.Null, TextWriter.Null),
        CancellationToken.None
    );

    public static TheoryData<string> Commands => [.. Tree.Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_and_each_of_its_options_is_documented(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("input", "docs", "commands.md"));
        var start = text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"commands.md has no section {name}.");
        var end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        var section = end < 0 ? text[start..] : text[start..end];
        Assert.All(
            Tree.Subcommands.Single(c => c.Name == name).Options,
            option => Assert.Contains(option.Name, section, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_documented_command_exists()
    {
        var sections = File.ReadAllLines(Repository.PathOf("input", "docs", "commands.md"))
            .Where(l => l.StartsWith("## ", StringComparison.Ordinal) && l.Skip(3).All(char.IsAsciiLetterLower))
            .Select(l => l[3..]);
        Assert.Equal(
            Tree.Subcommands.Select(c => c.Name).Order(StringComparer.Ordinal),
            sections.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_readme_names_every_command(string name) =>
        Assert.Contains(
            $"| `fugong {name}",
            File.ReadAllText(Repository.PathOf("README.md")),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_is_chinese_and_names_every_option(string name)
    {
        using var output = new StringWriter();
        Assert.Equal(
            ExitCode.Done,
            Program.Run([name, "--help"], new Screen(output, TextWriter.Null), CancellationToken.None)
        );
        var command = Tree.Subcommands.Single(c => c.Name == name);
        Assert.Contains("用法", output.ToString(), StringComparison.Ordinal);
        Assert.All(
            command.Options,
            option => Assert.Contains(option.Name, output.ToString(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Usage", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verfy", "是否为 verify")]
    [InlineData("build --datee 1", "无法识别")]
    [InlineData("build --root nowhere", "应为已有的文件夹，没有找到：“nowhere”")]
    [InlineData("check --root {file}", "读到的不是文件夹")]
    [InlineData("verify --output {file}", "读到的不是文件夹")]
    [InlineData("pack --into {file}", "读到的不是文件夹")]
    [InlineData("build --date 2024-13-01", "应为 2025-01-10 这样的日期")]
    [InlineData("build --date 9999-12-31", "应为 2025-01-10 这样的日期")]
    [InlineData("build --period 24", "期间应写作")]
    [InlineData("build --base-path //", "应为 /nianjian/ 这样的路径")]
    [InlineData("build --base-path /a//b/", "应为 /nianjian/ 这样的路径")]
    [InlineData("build --base-path /../", "应为 /nianjian/ 这样的路径")]
    [InlineData("build --jobs 0", "应在 1～1024 之间，读到“0”")]
    [InlineData("build --max-deletes -1", "应为 0 以上的整数，读到“-1”")]
    [InlineData("serve --port 99999", "应在 0～65535 之间，读到“99999”")]
    [InlineData("diff 2023 2024 --limit -5", "应为 0 以上的整数，读到“-5”")]
    [InlineData("diff 2024", "缺少参数")]
    [InlineData("check --format xml", "应为 text、json 或 sarif")]
    public void A_wrong_command_line_is_answered_in_chinese_with_exit_code_2(string line, string expected)
    {
        using var error = new StringWriter();
        var code = Program.Run(
            line.Replace("{file}", typeof(Program).Assembly.Location, StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new Screen(TextWriter.Null, error),
            CancellationToken.None
        );
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }
}
