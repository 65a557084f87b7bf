using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Tests.Cli;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_that_is_not_swapped_in_leaves_nothing_behind()
    {
        Build(("site/a.html", "one"));
        var before = _folder.Contents();
        using (var output = OutputFolder.Open(_folder.Path))
        {
            output.Add("site/a.html", "two"u8);
            output.Add("site/b.html", "new"u8);
        }

        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void A_swap_writes_what_changed_keeps_what_did_not_and_removes_what_is_no_longer_made()
    {
        Build(("site/a.html", "one"), ("site/b.html", "same"), ("site/old/c.html", "gone"));
        var untouched = File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, "site/b.html"));

        var swap = Build(("site/a.html", "two"), ("site/b.html", "same"), ("site/d.html", "new"));

        Assert.Equal(new SwapResult(2, 1, 1), swap);
        Assert.Equal("two", Read("site/a.html"));
        Assert.Equal("new", Read("site/d.html"));
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, "site/b.html")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "site/old")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".stage")));
    }

    [Fact]
    public void A_file_that_was_changed_by_hand_to_another_length_is_written_again()
    {
        Build(("site/a.html", "one"));
        _folder.Write("site/a.html", "tampered");
        Build(("site/a.html", "one"));
        Assert.Equal("one", Read("site/a.html"));
    }

    [Fact]
    public void Files_that_are_not_ours_are_never_deleted()
    {
        _folder.Write("site/old/notes.txt", "mine");
        _folder.Write("readme.txt", "mine too");
        Build(("site/old/a.html", "one"));
        Build(("site/b.html", "two"));
        Assert.Equal("mine", Read("site/old/notes.txt"));
        Assert.Equal("mine too", Read("readme.txt"));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "site/old/a.html")));
    }

    [Fact]
    public void A_file_that_is_not_ours_is_never_overwritten()
    {
        _folder.Write("site/index.html", "somebody's");
        var failure = Assert.Throws<OutputException>(() => Build(("site/index.html", "ours")));
        Assert.Contains("site/index.html", failure.Message, StringComparison.Ordinal);
        Assert.Equal("somebody's", Read("site/index.html"));
    }

    [Fact]
    public void Two_files_for_one_address_are_an_error()
    {
        using var output = OutputFolder.Open(_folder.Path);
        output.Add("site/a.html", "one"u8);
        Assert.Throws<InvalidOperationException>(() => output.Add("site/a.html", "two"u8));
    }

    [Fact]
    public void Addresses_that_differ_only_in_case_are_an_error_because_windows_keeps_one_of_them()
    {
        using var output = OutputFolder.Open(_folder.Path);
        output.Add("site/a.html", "one"u8);
        output.Add("site/A.html", "two"u8);
        Assert.Throws<InvalidOperationException>(() => output.Swap(Listed));
    }

    [Fact]
    public void Two_builds_cannot_hold_one_folder()
    {
        using var first = OutputFolder.Open(_folder.Path);
        Assert.Throws<OutputException>(() => OutputFolder.Open(_folder.Path));
    }

    [Theory]
    [InlineData("k", "program", true)]
    [InlineData("other", "program", false)]
    [InlineData("k", "another program", false)]
    public void A_file_stands_only_when_key_and_maker_are_those_of_the_last_build(
        string key,
        string program,
        bool stands
    )
    {
        Build(new Maker("program", "rules"), ("site/a.pdf", "one", "k"));
        using var output = OutputFolder.Open(_folder.Path, new Maker(program, "rules"));
        Assert.Equal(stands, output.Keep("site/a.pdf", key) is { LookedAt: true });
    }

    [Fact]
    public void A_file_that_stands_is_looked_at_again_when_the_rules_are_others()
    {
        Build(new Maker("program", "rules"), ("site/a.pdf", "one", "k"));
        using var output = OutputFolder.Open(_folder.Path, new Maker("program", "other rules"));
        Assert.False(output.Keep("site/a.pdf", "k")!.Value.LookedAt);
    }

    [Theory]
    [InlineData("two")]
    [InlineData("three")]
    [InlineData(null)]
    public void A_file_whose_bytes_are_not_those_of_the_manifest_does_not_stand(string? now)
    {
        Build(new Maker("program", "rules"), ("site/a.pdf", "one", "k"));
        File.Delete(Path.Combine(_folder.Path, "site/a.pdf"));
        if (now is not null)
        {
            _folder.Write("site/a.pdf", now);
        }

        using var output = OutputFolder.Open(_folder.Path, new Maker("program", "rules"));
        Assert.Null(output.Keep("site/a.pdf", "k"));
    }

    [Fact]
    public void A_file_without_a_key_or_without_a_maker_never_stands()
    {
        Build(new Maker("program", "rules"), ("site/a.pdf", "one", null));
        using (var output = OutputFolder.Open(_folder.Path, new Maker("program", "rules")))
        {
            Assert.Null(output.Keep("site/a.pdf", "k"));
        }

        Build(Maker.Nobody, ("site/b.pdf", "one", "k"));
        using var nobody = OutputFolder.Open(_folder.Path);
        Assert.Null(nobody.Keep("site/b.pdf", "k"));
    }

    /// <summary>
    /// The journal says three moves were planned. The machine stops after any number of the single steps a swap is made
    /// of;
    /// opening the folder again must bring back the last good output each time.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_swap_that_stopped_after_any_step_is_undone_by_the_next_command(int steps)
    {
        Build(("site/a.html", "one"), ("site/gone.html", "old"));
        var before = _folder.Contents();
        _folder.Write(".stage/new/site/a.html", "two");
        _folder.Write(".stage/new/site/b.html", "new");
        _folder.Write(".stage/new/manifest.json", "{}");
        _folder.Write(".stage/journal", "-site/gone.html\n+site/a.html\n+site/b.html\n+manifest.json\n");
        (string From, string To)[] moves =
        [
            ("site/gone.html", ".stage/old/site/gone.html"),
            ("site/a.html", ".stage/old/site/a.html"),
            (".stage/new/site/a.html", "site/a.html"),
            (".stage/new/site/b.html", "site/b.html"),
            ("manifest.json", ".stage/old/manifest.json"),
        ];
        foreach (var (from, to) in moves.Take(steps))
        {
            var target = Path.Combine(_folder.Path, to);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(_folder.Path, from), target);
        }

        OutputFolder.Open(_folder.Path).Dispose();

        Assert.Equal(before, _folder.Contents());
    }

    private SwapResult Build(params (string Path, string Text)[] files) =>
        Build(Maker.Nobody, [.. files.Select(f => (f.Path, f.Text, (string?)null))]);

    private SwapResult Build(Maker maker, params (string Path, string Text, string? Key)[] files)
    {
        using var output = OutputFolder.Open(_folder.Path, maker);
        foreach (var (path, text, key) in files)
        {
            output.Add(path, Encoding.UTF8.GetBytes(text), key);
        }

        return output.Swap(entries => Listed(entries) with { MadeBy = maker.Program, LookedAtBy = maker.Rules });
    }

    private static Manifest Listed(ImmutableArray<ManifestEntry> files) =>
        new()
        {
            Tool = "test",
            Date = "2025-01-10",
            Fingerprint = "0",
            Inputs = [],
            Fonts = [],
            Files = files,
        };

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.Path, path));
}
