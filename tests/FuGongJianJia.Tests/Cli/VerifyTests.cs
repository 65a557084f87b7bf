using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// verify says of every kind of tampering that it is one; pack hands out nothing that was tampered with.
/// </summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _digest;

    public VerifyTests()
    {
        using var output = OutputFolder.Open(Output);
        output.Add("site/index.html", "index"u8);
        output.Add("site/data/a.csv", "a"u8);
        output.Add("internal/b.csv", ""u8);
        _digest = output.Swap(ManifestSample.Of).Digest;
    }

    private string Output => Path.Combine(_folder.Path, "output");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_built_is_sound_and_its_digest_is_told()
    {
        var run = Run("verify");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains(_digest, run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("verify", "--digest", _digest.ToUpperInvariant()).Code);
        Assert.Equal(ExitCode.Done, Run("pack").Code);
    }

    [Theory]
    [InlineData("site/index.html", "xxxxx", "改动 site/index.html")]
    [InlineData("site/index.html", "", "改动 site/index.html")]
    [InlineData("site/index.html", "longer than it was", "改动 site/index.html")]
    [InlineData("internal/b.csv", "x", "改动 internal/b.csv")]
    [InlineData("site/data/a.csv", null, "缺少 site/data/a.csv")]
    [InlineData("site/extra.html", "x", "多出 site/extra.html")]
    [InlineData("site/.htaccess", "x", "多出 site/.htaccess")]
    [InlineData("internal/extra", "", "多出 internal/extra")]
    public void A_file_that_was_changed_removed_or_added_is_named(string path, string? now, string said)
    {
        File.Delete(Path.Combine(Output, path));
        if (now is not null)
        {
            _folder.Write("output/" + path, now);
        }

        var run = Run("verify");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(said, run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Run("pack").Code);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "dist")));
    }

    [Fact]
    public void A_file_beside_is_told_and_is_nobodys_fault()
    {
        _folder.Write("output/notes.txt", "mine");
        var run = Run("verify");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("不在清单 notes.txt", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site/data/a.csv", "site/index.html")]
    [InlineData("site/loop", "..")]
    [InlineData("site/dead", "nowhere")]
    [InlineData("site/data/a.csv", "a.csv")]
    public void A_link_in_a_folder_of_ours_is_a_change(string path, string target)
    {
        File.Delete(Path.Combine(Output, path));
        File.CreateSymbolicLink(Path.Combine(Output, path), target);
        Assert.Equal(ExitCode.BadInput, Run("verify").Code);
    }

    [Fact]
    public void A_pipe_where_a_file_should_be_is_waited_for_by_nobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        foreach (var path in (string[])["site/index.html", "site/extra"])
        {
            File.Delete(Path.Combine(Output, path));
            ChildProcess.Run("mkfifo", Output, path);
        }

        var run = Run("verify");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("改动 site/index.html", run.Out, StringComparison.Ordinal);
        Assert.Contains("多出 site/extra", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_changed_together_with_its_entry_is_found_by_the_digest()
    {
        _folder.Write("output/site/index.html", "forged");
        var manifest = StoredManifest.Read(Output).Manifest!;
        _folder.Write(
            "output/manifest.json",
            (
                manifest with
                {
                    Files =
                    [
                        .. manifest.Files.Where(f => f.Path != "site/index.html"),
                        new("site/index.html", 6, Manifest.Hash("forged"u8)),
                    ],
                }
            ).ToBytes()
        );
        Assert.Equal(ExitCode.Done, Run("verify").Code);
        var run = Run("verify", "--digest", _digest);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("校验值与给出的不同", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_manifest_what_was_built_cannot_be_vouched_for()
    {
        File.Delete(Path.Combine(Output, "manifest.json"));
        Assert.Equal(ExitCode.BadInput, Run("verify").Code);
        Assert.Equal(ExitCode.BadInput, Run("pack").Code);
        Directory.Delete(Output, recursive: true);
        Assert.Equal(ExitCode.Usage, Run("verify").Code);
        Assert.False(Directory.Exists(Output));
    }

    /// <summary>
    /// Every command that looks at the output mends it first; a build even where the data are refused.
    /// </summary>
    [Theory]
    [InlineData("verify", ExitCode.Done)]
    [InlineData("pack", ExitCode.Done)]
    [InlineData("build", ExitCode.BadInput)]
    public void A_swap_that_did_not_finish_is_undone_first(string command, int code)
    {
        var before = TemporaryFolder.Contents(Output);
        var stage = new SwapStage(Output);
        stage.Write("site/index.html", "new"u8);
        var journal = new SwapJournal([new(SwapKind.Replace, "site/index.html")]);
        stage.Begin(journal);
        foreach (var step in SwapPlan.Forward(journal).Take(2))
        {
            stage.Do(step);
        }

        Assert.Equal(code, Run(command).Code);

        Assert.Equal(before, TemporaryFolder.Contents(Output));
    }

    [Fact]
    public void An_output_that_another_command_holds_is_left_alone()
    {
        using var held = OutputLock.Take(Output);
        var run = Run("verify");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("正被另一次生成使用", run.Error, StringComparison.Ordinal);
    }

    private (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [.. arguments, "--root", _folder.Path],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }
}
