using System.Text;
using FuGongJianJia.Cli.Sending;

namespace FuGongJianJia.Tests.Sending;

/// <summary>The folder that is handed out from: it knows its own files and touches no other.</summary>
public sealed class HandoutFolderTests : IDisposable
{
    private static readonly string Digest = new('0', 64);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_no_longer_handed_out_goes_and_what_others_put_there_stays()
    {
        Assert.Equal(
            (3, 0, 0),
            Hand(("签收单.pdf", "1"), ("文件夹/001_甲/附函.pdf", "1"), ("文件夹/002_乙/附函.pdf", "1"))
        );
        _folder.Write("文件夹/001_甲/我的笔记.txt", "mine");
        Assert.Equal((1, 1, 1), Hand(("签收单.pdf", "2"), ("文件夹/002_乙/附函.pdf", "1")));
        Assert.Equal(
            ["文件夹/001_甲/我的笔记.txt", "文件夹/002_乙/附函.pdf", "清单.json", "签收单.pdf"],
            _folder.Contents().Keys
        );
        Assert.Equal((0, 2, 0), Hand(("签收单.pdf", "2"), ("文件夹/002_乙/附函.pdf", "1")));
    }

    [Fact]
    public void A_file_of_somebody_or_one_that_was_changed_is_in_the_way_and_left_as_it_is()
    {
        _folder.Write("签收单.pdf", "somebody's");
        Assert.Equal(["签收单.pdf"], InTheWay(("签收单.pdf", "1")));
        File.Delete(Path.Combine(_folder.Path, "签收单.pdf"));
        Hand(("签收单.pdf", "1"), ("打印.pdf", "1"));
        _folder.Write("签收单.pdf", "signed by hand");
        Assert.Equal(["签收单.pdf"], InTheWay(("签收单.pdf", "2"), ("打印.pdf", "1")));
        Assert.Equal("signed by hand", File.ReadAllText(Path.Combine(_folder.Path, "签收单.pdf")));

        // It is no longer handed out: what somebody made of it is theirs.
        Assert.Equal((0, 1, 0), Hand(("打印.pdf", "1")));
        Assert.True(File.Exists(Path.Combine(_folder.Path, "签收单.pdf")));
    }

    [Fact]
    public void A_run_that_was_cut_short_leaves_nothing_that_is_not_known()
    {
        Hand(("a.pdf", "1"), ("b.pdf", "1"));

        // The record of both, a moved in, b and the staging not yet.
        var (folder, _) = HandoutFolder.Open(_folder.Path);
        using (folder)
        {
            folder!.Add("a.pdf", "2"u8);
            folder.Add("b.pdf", "2"u8);
        }

        var record = HandoutRecord.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "清单.json"))).Record!;
        var both = record with
        {
            Files = record.Files.Add(new("a.pdf", 1, FuGongJianJia.Cli.Files.Manifest.Hash("2"u8))),
        };
        File.WriteAllBytes(Path.Combine(_folder.Path, "清单.json"), both.ToBytes());
        File.WriteAllText(Path.Combine(_folder.Path, "a.pdf"), "2");
        Assert.Equal((2, 0, 0), Hand(("a.pdf", "3"), ("b.pdf", "3")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".staging")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"schema\":2,\"period\":\"2024\",\"manifest\":\"D\",\"files\":[]}")]
    [InlineData("{\"schema\":1,\"period\":\"2024\",\"manifest\":\"x\",\"files\":[]}")]
    [InlineData("{\"schema\":1,\"period\":\"2024\",\"manifest\":\"D\",\"files\":[null]}")]
    [InlineData(
        "{\"schema\":1,\"period\":\"\",\"manifest\":\"D\",\"files\":[{\"path\":\"../a\",\"size\":1,\"sha256\":\"D\"}]}"
    )]
    [InlineData(
        "{\"schema\":1,\"period\":\"\",\"manifest\":\"D\","
            + "\"files\":[{\"path\":\"发送记录.jsonl\",\"size\":1,\"sha256\":\"D\"}]}"
    )]
    [InlineData(
        "{\"schema\":1,\"period\":\"2024\",\"manifest\":\"D\",\"files\":[{\"path\":\"a\",\"size\":1,\"sha256\":\"d\"}]}"
    )]
    public void A_record_that_was_changed_stops_everything(string text)
    {
        _folder.Write("清单.json", text.Replace("\"D\"", $"\"{Digest}\"", StringComparison.Ordinal));
        var before = _folder.Contents();
        var (folder, fault) = HandoutFolder.Open(_folder.Path);
        Assert.Null(folder);
        Assert.Equal("FG1912", fault!.Code);
        Assert.Equal(before, _folder.Contents());
    }

    private (int, int, int) Hand(params (string Path, string Text)[] files)
    {
        var (folder, fault) = HandoutFolder.Open(_folder.Path);
        Assert.Null(fault);
        using (folder)
        {
            foreach (var (path, text) in files)
            {
                folder!.Add(path, Encoding.UTF8.GetBytes(text));
            }

            Assert.Empty(folder!.InTheWay());
            return folder.Finish("2024", Digest);
        }
    }

    private string[] InTheWay(params (string Path, string Text)[] files)
    {
        var (folder, _) = HandoutFolder.Open(_folder.Path);
        using (folder)
        {
            foreach (var (path, text) in files)
            {
                folder!.Add(path, Encoding.UTF8.GetBytes(text));
            }

            return [.. folder!.InTheWay()];
        }
    }
}
