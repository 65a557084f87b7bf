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

        Assert.Equal((2, 1, 1), (swap.Written, swap.Unchanged, swap.Removed));
        Assert.Equal("two", Read("site/a.html"));
        Assert.Equal("new", Read("site/d.html"));
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(Path.Combine(_folder.Path, "site/b.html")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "site/old")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".stage")));
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("eno")]
    [InlineData("")]
    [InlineData(null)]
    public void A_file_that_was_changed_by_hand_is_written_again_whatever_its_length(string? now)
    {
        Build(("site/a.html", "one"));
        File.Delete(Path.Combine(_folder.Path, "site/a.html"));
        if (now is not null)
        {
            _folder.Write("site/a.html", now);
        }

        Assert.Equal(1, Build(("site/a.html", "one")).Written);
        Assert.Equal("one", Read("site/a.html"));
    }

    [Theory]
    [InlineData(".built")]
    [InlineData(".built.part")]
    public void A_folder_in_the_place_of_a_file_of_ours_is_said_before_anything_is_made(string name)
    {
        Build(("site/a.html", "one"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, name));
        var refusal = Assert.Throws<OutputException>(() => OutputFolder.Open(_folder.Path));
        Assert.Contains($"“{name}”应是本程序写的文件，读到的是文件夹", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_folder.Path, name));
        Build(("site/a.html", "two"));
        Assert.Equal("two", Read("site/a.html"));
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

    [Fact]
    public void A_manifest_that_cannot_be_trusted_stops_a_build_which_says_how_to_go_on()
    {
        Build(("site/a.html", "one"));
        _folder.Write("manifest.json", "");
        var failure = Assert.Throws<OutputException>(() => OutputFolder.Open(_folder.Path));
        Assert.Contains("--take-over", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one", Read("site/a.html"));
    }

    [Fact]
    public void A_takeover_makes_the_same_bytes_its_own_moves_others_aside_and_deletes_nothing()
    {
        Build(("site/a.html", "one"), ("site/b.html", "two"), ("site/c.html", "no longer made"));
        _folder.Write("manifest.json", "{}");
        _folder.Write("site/b.html", "somebody's");
        _folder.Write("notes.txt", "mine");

        var swap = TakeOver(("site/a.html", "one"), ("site/b.html", "two"));

        Assert.Equal(Path.Combine(_folder.Path, "接管前的文件"), swap.Annex);
        Assert.Equal("somebody's", Read("接管前的文件/site/b.html"));
        Assert.Equal("{}", Read("接管前的文件/manifest.json"));
        Assert.Equal("no longer made", Read("site/c.html"));
        Assert.Equal("mine", Read("notes.txt"));
        var check = OutputCheck.Of(
            _folder.Path,
            StoredManifest.Read(_folder.Path).Manifest!,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["site/c.html"], check.Foreign);
        Assert.Empty(check.Missing.Concat(check.Changed));

        // What was taken over is an ordinary output again; a second takeover has a folder of its own.
        Assert.Equal(0, Build(("site/a.html", "one"), ("site/b.html", "two")).Written);
        _folder.Write("manifest.json", "[null]");
        Assert.Equal("接管前的文件-2", Path.GetFileName(TakeOver(("site/a.html", "three")).Annex));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fugong-journal 1\n= ../outside.txt\nend\n")]
    [InlineData("fugong-journal 1\n= site/a.html\n")]
    public void A_journal_that_cannot_be_trusted_is_moved_aside_with_its_stage_by_a_takeover(string journal)
    {
        Build(("site/a.html", "one"));
        _folder.Write(".stage/journal", journal);
        _folder.Write(".stage/old/outside.txt", "");
        Assert.Throws<OutputException>(() => OutputFolder.Open(_folder.Path));
        using (var view = OutputView.Open(_folder.Path))
        {
            Assert.Equal("FG1405", Assert.Single(view.Stored.Faults).Code);
        }

        TakeOver(("site/a.html", "two"));

        Assert.Equal(journal, Read("接管前的文件/.stage/journal"));
        Assert.Equal("two", Read("site/a.html"));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".stage")));
    }

    [Fact]
    public void A_folder_where_a_file_should_go_is_said_and_moved_aside_by_a_takeover()
    {
        _folder.Write("site/index.html/mine.txt", "mine");
        Assert.Throws<OutputException>(() => Build(("site/index.html", "ours")));
        TakeOver(("site/index.html", "ours"));
        Assert.Equal("ours", Read("site/index.html"));
        Assert.Equal("mine", Read("接管前的文件/site/index.html/mine.txt"));
    }

    [Fact]
    public void A_file_may_stand_where_a_folder_was_and_the_reverse()
    {
        Build(("site/a", "file"), ("site/b/c", "inner"));
        Build(("site/a/b", "inner"), ("site/b", "file"));
        Assert.Equal("inner", Read("site/a/b"));
        Assert.Equal("file", Read("site/b"));
    }

    private SwapResult Build(params (string Path, string Text)[] files) =>
        Build(Maker.Nobody, [.. files.Select(f => (f.Path, f.Text, (string?)null))]);

    private SwapResult TakeOver(params (string Path, string Text)[] files)
    {
        using var output = OutputFolder.Open(_folder.Path, takesOver: true);
        foreach (var (path, text) in files)
        {
            output.Add(path, Encoding.UTF8.GetBytes(text));
        }

        return output.Swap(Listed);
    }

    private SwapResult Build(Maker maker, params (string Path, string Text, string? Key)[] files)
    {
        using var output = OutputFolder.Open(_folder.Path, maker);
        foreach (var (path, text, key) in files)
        {
            output.Add(path, Encoding.UTF8.GetBytes(text), key);
        }

        return output.Swap(entries => Listed(entries) with { MadeBy = maker.Program, LookedAtBy = maker.Rules });
    }

    private static Manifest Listed(ImmutableArray<ManifestEntry> files) => ManifestSample.Of(files);

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.Path, path));
}
