using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>What the page on installing tells to copy is what the program and the system take.</summary>
public sealed partial class InstallTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("input", "docs", "install.md"));

    private readonly TemporaryFolder _folder = new();

    /// <summary>Files that a double click starts.</summary>
    public static TheoryData<string> Starters =>
        [.. Directory.GetFiles(Repository.PathOf("scripts", "portable"), "*.cmd").Select(f => Path.GetFileName(f))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_units_for_systemd_are_sound()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not here.");
        foreach (Match unit in Units().Matches(Page))
        {
            // The program need not be installed here.
            _folder.Write(
                unit.Groups["name"].Value,
                unit.Groups["text"].Value.Replace("/usr/local/bin/fugong", "/bin/true", StringComparison.Ordinal)
            );
        }

        Assert.Equal(
            "",
            ChildProcess.Run(
                "systemd-analyze",
                _folder.Path,
                "verify",
                "--man=no",
                "./fugong.service",
                "./fugong.timer"
            )
        );
    }

    [Fact]
    public void What_is_run_at_a_time_is_what_the_program_takes()
    {
        var lines = Lines().Matches(Page).Select(m => m.Groups["line"].Value.Trim()).ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, Parses);
    }

    [Theory]
    [MemberData(nameof(Starters))]
    public void A_starter_speaks_unicode_starts_in_its_folder_and_waits_at_the_end(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("scripts", "portable", name));
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(["@echo off", "chcp 65001 >nul", "cd /d \"%~dp0\""], lines[..3]);
        Assert.Equal("pause", lines[^1]);
        // Before the code page is another, only ASCII is read rightly; and a label after other signs is not found.
        Assert.True(Ascii.IsValid(string.Concat(lines[..2])));
        Assert.DoesNotContain(lines, l => l.StartsWith(':') || l.Contains("goto", StringComparison.Ordinal));
        Parses(lines.Single(l => l.StartsWith("fugong.exe ", StringComparison.Ordinal))["fugong.exe ".Length..]);
        Assert.Contains(
            name,
            File.ReadAllText(Repository.PathOf("scripts", "portable", "使用说明.txt")),
            StringComparison.Ordinal
        );
    }

    private static void Parses(string line) =>
        Assert.Empty(
            Program
                .CommandTree(new Screen(TextWriter.Null, TextWriter.Null), CancellationToken.None)
                .Parse(line.Replace("--root /srv/fugong", "--root .", StringComparison.Ordinal))
                .Errors.Select(e => $"{line}: {e.Message}")
        );

    [GeneratedRegex("^```ini file=(?<name>\\S+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Units();

    [GeneratedRegex(@"(?:^ExecStart=/usr/local/bin/fugong|/c fugong\.exe) (?<line>[^>\n]*)", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
