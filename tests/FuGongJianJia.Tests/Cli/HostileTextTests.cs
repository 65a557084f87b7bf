using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Cli;

/// <summary>What files and command lines hold is shown and never obeyed, whoever says it.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Hostile = "甲\u001B[2J\u009B1m乙\n失败\u202Efdp\u2066\u200B丙\u0007";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Every_way_of_saying_something_shows_it_in_one_line()
    {
        var screen = new Screen(_out, _error);
        screen.Line(Hostile);
        screen.Line(Hostile, Hostile);
        screen.Faint(Hostile);
        screen.Rows([
            [Hostile, Hostile],
        ]);
        screen.Fail(Hostile);
        screen.Advise(Hostile);
        screen.Diagnostics([Found], notes: true);
        Harmless($"{_out}{_error}");
        Assert.Equal(4, $"{_out}".Count(c => c == '\n'));
        Assert.Equal(3, $"{_error}".Count(c => c == '\n'));
    }

    [Fact]
    public void Formats_for_programs_pass_on_nothing_that_acts()
    {
        ImmutableArray<Diagnostic> found = [Found];
        foreach (var text in (string[])[DiagnosticFormats.Json(found), DiagnosticFormats.Sarif(found, "1")])
        {
            Harmless(text);
            Assert.All(Strings(JsonNode.Parse(text)!), Harmless);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_setting_a_name_of_a_file_and_an_argument_cannot_command_a_terminal(string format)
    {
        _folder.Write("input/site.yml", "\"\\e[2J\\u202E编印单伟\": \"\\x9b31m\"\n");
        _folder.Write("data/2024\u001B[2J/组织.csv", "");
        _folder.Write("input/pages/a.md", "---\n标题: 页\n\"\\e]0;x\\a\": 1\n---\n[甲](java\tscript:\u202Ex)\n");
        Program.Run(
            ["check", "--root", _folder.Path, "--format", format],
            new Screen(_out, _error),
            TestContext.Current.CancellationToken
        );
        Program.Run(["check", "\u001B[2J"], new Screen(_out, _error), TestContext.Current.CancellationToken);
        Assert.Contains("\\u001B[2J", $"{_out}{_error}", StringComparison.Ordinal);
        Harmless($"{_out}{_error}");
    }

    private static Diagnostic Found { get; } =
        new("FG0001", Severity.Error, new SourcePlace($"data/{Hostile}", 1, 2, Hostile), Hostile);

    private static void Harmless(string text) =>
        Assert.DoesNotContain(
            text,
            c =>
                c is not ('\n' or '\r')
                && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        );

    private static IEnumerable<string> Strings(JsonNode node) =>
        node switch
        {
            JsonObject map => map.SelectMany(p => p.Value is null ? [] : Strings(p.Value)),
            JsonArray list => list.SelectMany(i => Strings(i!)),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        };
}
