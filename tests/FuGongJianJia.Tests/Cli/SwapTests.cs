using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// A swap is a list of steps, and so is its undoing. The machine may stop after any step of either, any number of
/// times: what stands after the next command is the old output to the last byte, or the new one.
/// </summary>
public sealed class SwapTests : IDisposable
{
    private static readonly (string Path, string Text)[] Old =
    [
        ("manifest.json", "old manifest"),
        ("site/changed.html", "old"),
        ("site/deep/gone.html", "old"),
        ("site/file", "a file where a folder will be"),
        ("site/folder/inner", "in a folder where a file will be"),
        ("site/same.html", "same"),
    ];

    private static readonly (string Path, string Text)[] New =
    [
        ("site/changed.html", "new"),
        ("site/file/inner", "new"),
        ("site/folder", "new"),
        ("site/new/deep/added.html", "new"),
        ("manifest.json", "new manifest"),
    ];

    private static readonly SwapJournal Journal = new([
        new(SwapKind.Remove, "site/deep/gone.html"),
        new(SwapKind.Remove, "site/file"),
        new(SwapKind.Remove, "site/folder/inner"),
        new(SwapKind.Replace, "site/changed.html"),
        new(SwapKind.Add, "site/file/inner", Manifest.Hash("new"u8)),
        new(SwapKind.Add, "site/folder", Manifest.Hash("new"u8)),
        new(SwapKind.Add, "site/new/deep/added.html", Manifest.Hash("new"u8)),
        new(SwapKind.Replace, "manifest.json"),
    ]);

    private static readonly ImmutableArray<SwapStep> Forward = SwapPlan.Forward(Journal);
    private static readonly ImmutableArray<SwapStep> Back = SwapPlan.Back(Journal);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_step_a_swap_and_its_undoing_stop_at_the_output_is_wholly_old_or_wholly_new()
    {
        var before = TemporaryFolder.Contents(Laid("old", Old));
        var swapped = Lay("new");
        Do(swapped, Forward);
        var after = TemporaryFolder.Contents(swapped);
        Assert.Equal(["new", "new"], ((string[])["site/file/inner", "site/folder"]).Select(p => Read(swapped, p)));
        Assert.DoesNotContain(after.Keys, p => p.StartsWith(".stage", StringComparison.Ordinal));

        var laid = Lay("laid");
        var closed = Forward.IndexOf(new SwapStep.Close());
        for (var swap = 0; swap <= Forward.Length; swap++)
        {
            for (var first = 0; first <= Back.Length; first++)
            {
                // A recovery that stops, one after it that stops elsewhere, and one that is left in peace.
                var output = Copy(laid, $"{swap}-{first}");
                Do(output, Forward[..swap]);
                Interrupted(output, first);
                Interrupted(output, (first + swap) % Back.Length);

                OutputView.Open(output).Dispose();

                Assert.Equal(swap > closed ? after : before, TemporaryFolder.Contents(output));
                Directory.Delete(output, recursive: true);
            }
        }
    }

    [Fact]
    public void Undoing_takes_away_nothing_that_the_swap_did_not_bring()
    {
        var output = Lay("output");
        Do(output, [.. Forward.TakeWhile(s => s != new SwapStep.MoveIn("site/new/deep/added.html"))]);
        var path = Path.Combine(output, "site/new/deep/added.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "somebody's");

        OutputView.Open(output).Dispose();

        Assert.Equal("somebody's", Read(output, "site/new/deep/added.html"));
    }

    [Fact]
    public void A_journal_is_read_as_it_was_written()
    {
        _folder.Write("journal", Journal.ToBytes());
        Assert.Equal(Journal.Entries, SwapJournal.Read(_folder.Path)!.Entries);
    }

    [Theory]
    [InlineData("= ../manifest.json")]
    [InlineData("- /etc/passwd")]
    [InlineData("- site/../../x")]
    [InlineData("- C:/x")]
    [InlineData("- site\\..\\..\\x")]
    [InlineData("- readme.txt")]
    [InlineData("= site/changed.html\n- SITE/changed.html")]
    [InlineData("+ 00 site/a.html")]
    [InlineData("+ site/a.html")]
    [InlineData("? site/a.html")]
    [InlineData("")]
    public void A_journal_that_names_what_no_swap_would_touch_is_not_followed(string lines)
    {
        _folder.Write("journal", $"fugong-journal 1\n{lines}\nend\n");
        Assert.Null(SwapJournal.Read(_folder.Path));
    }

    [Fact]
    public void A_swap_that_cannot_move_a_file_in_leaves_the_old_output_and_what_was_in_the_way()
    {
        var output = Path.Combine(_folder.Path, "output");
        using (var folder = OutputFolder.Open(output))
        {
            folder.Add("site/a.html", "old"u8);
            folder.Swap(ManifestSample.Of);
        }

        var before = TemporaryFolder.Contents(output);
        using (var folder = OutputFolder.Open(output))
        {
            folder.Add("site/a.html", "new"u8);
            folder.Add("site/z.html", "new"u8);
            var failure = Assert.Throws<OutputException>(() =>
                folder.Swap(files =>
                {
                    // It came after everything had been looked at.
                    _folder.Write("output/site/z.html/mine.txt", "mine");
                    return ManifestSample.Of(files);
                })
            );
            Assert.Contains("已恢复原状", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("mine", Read(output, "site/z.html/mine.txt"));
        File.Delete(Path.Combine(output, "site/z.html/mine.txt"));
        Assert.Equal(before, TemporaryFolder.Contents(output));
    }

    // The steps of a recovery that stops after some of them; nothing where there is nothing to recover.
    private static void Interrupted(string output, int steps)
    {
        if (new SwapStage(output).IsOpen)
        {
            Do(output, Back[..steps]);
        }
    }

    private static void Do(string output, ImmutableArray<SwapStep> steps)
    {
        var stage = new SwapStage(output);
        foreach (var step in steps)
        {
            stage.Do(step);
        }
    }

    // The old output with everything staged and the journal written.
    private string Lay(string name)
    {
        var output = Laid(name, Old);
        var stage = new SwapStage(output);
        foreach (var (path, text) in New)
        {
            stage.Write(path, Encoding.UTF8.GetBytes(text));
        }

        stage.Begin(Journal);
        return output;
    }

    private string Copy(string from, string name)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine(name, Path.GetRelativePath(from, file)), File.ReadAllBytes(file));
        }

        return Path.Combine(_folder.Path, name);
    }

    private static string Read(string output, string path) => File.ReadAllText(Path.Combine(output, path));

    private string Laid(string name, (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _folder.Write(Path.Combine(name, path), text);
        }

        return Path.Combine(_folder.Path, name);
    }
}
