using System.CommandLine;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>A real shell reads the script and says what it offers: what the program takes, and nothing else.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly RootCommand Tree = Program.CommandTree(
        new Screen(TextWriter.Null, TextWriter.Null),
        CancellationToken.None
    );

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. Tree.Subcommands.Select(c => c.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bash_offers_every_command() =>
        Assert.Equal(
            Tree.Subcommands.Select(c => c.Name).Concat(["--help", "--version"]).Order(StringComparer.Ordinal),
            Bash("")
        );

    [Theory]
    [MemberData(nameof(Commands))]
    public void Bash_offers_every_option_of_a_command(string name)
    {
        var offered = Bash(name, "-");
        Assert.All(
            Tree.Subcommands.Single(c => c.Name == name).Options,
            o => Assert.All(o.Aliases.Prepend(o.Name), n => Assert.Contains(n, offered))
        );
        Assert.Contains("--help", offered);
        // What is offered is taken: help shows it, whatever else the line lacks.
        Assert.All(offered, o => Assert.DoesNotContain(Tree.Parse([name, o, "--help"]).UnmatchedTokens, t => t == o));
    }

    [Theory]
    [InlineData("check --format ", "json sarif text")]
    [InlineData("check --format s", "sarif")]
    [InlineData("build --ou", "--output")]
    [InlineData("build --date ", "")]
    [InlineData("completion ", "bash fish powershell zsh")]
    [InlineData("init --catalogue 六", "六有星级")]
    [InlineData("ve", "verify")]
    [InlineData("build --period 2", "2023 2024Q1")]
    [InlineData("archive ", "2023 2024Q1")]
    [InlineData("build --output ", "data,我 的")]
    [InlineData("import 导", "导出.xlsx")]
    public void Bash_offers_what_may_stand_there(string line, string expected)
    {
        _folder.Write("data/2023/组织.csv", "");
        _folder.Write("data/2024Q1/组织.csv", "");
        _folder.Write("我 的/a.txt", "");
        _folder.Write("导出.xlsx", "");
        Assert.Equal(
            expected.Split(expected.Contains(',', StringComparison.Ordinal) ? ',' : ' ').Where(w => w.Length > 0),
            Bash(line.Split(' '))
        );
    }

    [Theory]
    [InlineData("zsh", "autoload -U compinit && compinit -u -D && . ./script && print $_comps[fugong]", "_fugong")]
    [InlineData("fish", "source script; and complete -C 'fugong check --format s'", "sarif")]
    [InlineData("fish", "source script; and complete -C 'fugong build --ou'", "--output")]
    public void Other_shells_take_their_script(string shell, string line, string expected)
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, shell))),
            $"{shell} is not here."
        );
        _folder.Write("script", ShellCompletion.Of(Tree, shell));
        Assert.Equal(expected, ChildProcess.Run(shell, _folder.Path, "-c", line).Split('\t', '\n')[0]);
    }

    [Fact]
    public void The_script_for_an_old_powershell_is_ascii() =>
        Assert.True(System.Text.Ascii.IsValid(ShellCompletion.Of(Tree, "powershell")));

    [Fact]
    public void The_command_writes_the_script_alone()
    {
        using var output = new StringWriter();
        Assert.Equal(
            ExitCode.Done,
            Program.Run(["completion", "zsh"], new Screen(output, TextWriter.Null), CancellationToken.None)
        );
        Assert.Equal(ShellCompletion.Of(Tree, "zsh"), output.ToString());
    }

    private string[] Bash(params string[] words)
    {
        _folder.Write("completion.bash", ShellCompletion.Of(Tree, "bash"));
        _folder.Write(
            "ask.bash",
            """
            . ./completion.bash
            rm completion.bash ask.bash
            [ "$(complete -p fugong)" = 'complete -F _fugong fugong' ] || exit 1
            COMP_WORDS=(fugong "$@") COMP_CWORD=$#
            _fugong
            [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\n' "${COMPREPLY[@]}"
            """
        );
        return
        [
            .. ChildProcess
                .Run("bash", _folder.Path, ["ask.bash", .. words])
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal),
        ];
    }
}
