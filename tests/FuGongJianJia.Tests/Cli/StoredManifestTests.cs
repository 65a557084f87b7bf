using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// A manifest is input: what it says is looked at before anything is moved, deleted or vouched for by it.
/// </summary>
public sealed class StoredManifestTests : IDisposable
{
    private static readonly string Sha = Manifest.Hash("x"u8);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read()
    {
        var manifest = ManifestSample.Of([new("site/a.html", 1, Sha), new("internal/b.pdf", 0, Sha, "key")]);
        var stored = StoredManifest.Parse(manifest.ToBytes());
        Assert.Empty(stored.Faults);
        Assert.Equal(manifest.ToBytes(), stored.Manifest!.ToBytes());
        Assert.Equal(Manifest.Hash(manifest.ToBytes()), stored.Digest);
    }

    [Theory]
    [InlineData("", "FG1401")]
    [InlineData("{", "FG1401")]
    [InlineData("{}", "FG1401")]
    [InlineData("[]", "FG1401")]
    [InlineData("null", "FG1401")]
    [InlineData("\u0000\u0000\u0000", "FG1401")]
    public void A_file_that_is_no_manifest_is_one_fault(string text, string code) =>
        Assert.Equal(code, Assert.Single(StoredManifest.Parse(Encoding.UTF8.GetBytes(text)).Faults).Code);

    [Theory]
    [InlineData("files", "null", "FG1401")]
    [InlineData("files", "[]", "FG1404")]
    [InlineData("files", "[null]", "FG1403")]
    [InlineData("files", "[{}]", "FG1401")]
    [InlineData("files", "[1]", "FG1401")]
    [InlineData("inputs", "[null]", "FG1403")]
    [InlineData("fonts", "[null]", "FG1404")]
    [InlineData("date", "\"2025-13-01\"", "FG1404")]
    [InlineData("date", "\"../..\"", "FG1404")]
    [InlineData("date", "null", "FG1401")]
    [InlineData("fingerprint", "\"0123456789a/\"", "FG1404")]
    [InlineData("schema", "2", "FG1402")]
    [InlineData("schema", "0", "FG1402")]
    [InlineData("schema", "null", "FG1401")]
    [InlineData("options", "{\"periods\":[\"x\"],\"basePath\":\"/\",\"pdf\":true}", "FG1404")]
    [InlineData("options", "{\"periods\":[],\"basePath\":\"x\",\"pdf\":true}", "FG1404")]
    [InlineData("options", "{\"periods\":[]}", "FG1401")]
    public void A_value_that_cannot_be_is_one_fault(string property, string json, string code)
    {
        var manifest = Sample();
        manifest[property] = JsonNode.Parse(json);
        Assert.Equal(code, Assert.Single(Faults(manifest)).Code);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("tool")]
    [InlineData("date")]
    [InlineData("options")]
    [InlineData("fingerprint")]
    [InlineData("inputs")]
    [InlineData("madeBy")]
    [InlineData("lookedAtBy")]
    [InlineData("fonts")]
    [InlineData("files")]
    public void A_value_that_is_missing_is_one_fault(string property)
    {
        var manifest = Sample();
        manifest.Remove(property);
        Assert.Equal("FG1401", Assert.Single(Faults(manifest)).Code);
    }

    [Fact]
    public void A_property_twice_is_a_fault()
    {
        var text = Sample().ToJsonString();
        Assert.Equal(
            "FG1401",
            Assert.Single(StoredManifest.Parse(Encoding.UTF8.GetBytes(text[..^1] + ",\"tool\":\"x\"}")).Faults).Code
        );
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("site/../../outside.txt")]
    [InlineData("site/./a.html")]
    [InlineData("site//a.html")]
    [InlineData("site/")]
    [InlineData("site")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\x")]
    [InlineData("C:/x")]
    [InlineData("site\\a.html")]
    [InlineData("site/a.html:stream")]
    [InlineData("site/.. /x")]
    [InlineData("site/a.")]
    [InlineData("site/NUL")]
    [InlineData("site/com1.html")]
    [InlineData("site/a\nb")]
    [InlineData("site/\u202Eb")]
    [InlineData("readme.txt")]
    [InlineData("manifest.json")]
    [InlineData(".stage/journal")]
    [InlineData("siteX/a.html")]
    [InlineData("")]
    [InlineData(null)]
    public void A_path_that_is_not_plainly_ours_is_a_fault(string? path)
    {
        var manifest = Sample();
        manifest["files"]![0]!["path"] = path;
        var fault = Assert.Single(Faults(manifest));
        Assert.Equal(path is null ? "FG1401" : "FG1403", fault.Code);
        Assert.Contains("--take-over", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site/a.html", "site/a.html")]
    [InlineData("site/a.html", "site/A.html")]
    [InlineData("site/a", "site/a/b")]
    [InlineData("site/A/b", "site/a")]
    public void Two_entries_for_one_place_are_a_fault(string first, string second)
    {
        var manifest = ManifestSample.Of([new(first, 1, Sha), new(second, 1, Sha)]);
        Assert.Equal("FG1403", Assert.Single(StoredManifest.Parse(manifest.ToBytes()).Faults).Code);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(1, "00")]
    [InlineData(1, "")]
    public void A_size_or_digest_that_cannot_be_is_a_fault(long size, string? sha) =>
        Assert.Equal(
            "FG1404",
            Assert
                .Single(StoredManifest.Parse(ManifestSample.Of([new("site/a", size, sha ?? Sha)]).ToBytes()).Faults)
                .Code
        );

    [Fact]
    public void A_pipe_or_a_folder_in_its_place_is_a_fault_and_waited_for_by_nobody()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a", "manifest.json"));
        Assert.Equal("FG1401", Assert.Single(StoredManifest.Read(Path.Combine(_folder.Path, "a")).Faults).Code);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, "b"));
            ChildProcess.Run("mkfifo", _folder.Path, "b/manifest.json");
            Assert.Equal("FG1401", Assert.Single(StoredManifest.Read(Path.Combine(_folder.Path, "b")).Faults).Code);
        }
    }

    [Theory]
    [InlineData("build")]
    [InlineData("build --no-pdf")]
    [InlineData("verify")]
    [InlineData("pack")]
    public void Every_command_that_reads_it_says_what_is_wrong_and_how_to_go_on(string line)
    {
        _folder.Write("output/manifest.json", "[null]");
        _folder.Write("data/2024/组织.csv", "组织编码\n");
        using var error = new StringWriter();
        var code = Program.Run(
            [.. line.Split(' '), "--root", _folder.Path],
            new Screen(TextWriter.Null, error),
            CancellationToken.None
        );
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("output/manifest.json", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--take-over", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("组织.csv", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_this_group_is_tried_here_or_with_the_journal() =>
        Assert.Equal(
            ["FG1401", "FG1402", "FG1403", "FG1404", "FG1405"],
            Codes.Of(typeof(StoredCodes)).Select(c => c.Id)
        );

    private static ImmutableArray<Diagnostic> Faults(JsonObject manifest) =>
        StoredManifest.Parse(Encoding.UTF8.GetBytes(manifest.ToJsonString())).Faults;

    private static JsonObject Sample() =>
        JsonNode.Parse(ManifestSample.Of([new("site/a.html", 1, Sha)]).ToBytes())!.AsObject();
}
