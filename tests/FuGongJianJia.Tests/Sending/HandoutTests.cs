using System.IO.Compression;
using System.Text;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Word;
using MimeKit;

namespace FuGongJianJia.Tests.Sending;

/// <summary>
/// Handing out as a whole: a build, a table of recipients, and everything that came of it opened and read.
/// </summary>
public sealed class HandoutTests(HandoutSample sample) : IClassFixture<HandoutSample>
{
    [Fact]
    public void Nobody_gets_what_is_another_s()
    {
        Assert.Equal(ExitCode.Done, Send().Code);

        // What every file of the output is, by its bytes.
        var paths = TemporaryFolder
            .Contents(sample.Output)
            .GroupBy(f => f.Value)
            .ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);
        var bundles = Bundles().ToList();
        Assert.Equal(11 + 4 + 9, bundles.Count);
        foreach (var (name, files) in bundles)
        {
            Assert.Contains("附函.pdf", files.Keys);
            Assert.Contains("校验值.txt", files.Keys);
            Assert.True(files.Count > 2, name);
            var (isPublic, isDistrict) = (
                name.Contains("图书", StringComparison.Ordinal),
                !HandoutSample.Towns.Any(t => name.Contains(t, StringComparison.Ordinal))
            );
            var town = HandoutSample.Towns.FirstOrDefault(t => name.Contains(t, StringComparison.Ordinal));
            foreach (var (file, content) in files)
            {
                if (file is "附函.pdf" or "校验值.txt")
                {
                    continue;
                }

                var path = paths[Manifest.Hash(content)];
                Assert.True(!isPublic || path.StartsWith("site/", StringComparison.Ordinal), $"{name}: {path}");
                Assert.True(isDistrict || IsOf(path, town!), $"{name}: {path}");

                // What an internal paper says is of nobody else either.
                if (!isDistrict && path.StartsWith("internal/", StringComparison.Ordinal))
                {
                    var text = Text(file, content);
                    Assert.DoesNotContain(
                        sample.Organisations,
                        o =>
                            o["层级"] == "基层"
                            && o["上级编码"] != town
                            && text.Contains(o["组织名称"], StringComparison.Ordinal)
                    );
                    Assert.Contains(
                        sample.Organisations,
                        o =>
                            (o["组织编码"] == town || o["上级编码"] == town)
                            && (
                                text.Contains(o["组织名称"], StringComparison.Ordinal)
                                || text.Contains(o["简称"], StringComparison.Ordinal)
                            )
                    );
                }
            }

            // A unit alone gets its own and nothing of its neighbours.
            if (name.Contains('-', StringComparison.Ordinal))
            {
                var unit = Path.GetFileNameWithoutExtension(name.Split('_')[1]);
                Assert.All(
                    files.Where(f => f.Key is not ("附函.pdf" or "校验值.txt")),
                    f => Assert.True(IsOf(paths[Manifest.Hash(f.Value)], unit), $"{name}: {f.Key}")
                );
            }
        }
    }

    [Fact]
    public void Files_are_called_by_what_they_are_and_their_digests_hold()
    {
        Send();
        var town = Bundles().First(b => b.Name.StartsWith("文件夹/002_SL01", StringComparison.Ordinal)).Files;
        var unit = sample.Organisations.First(o => o["组织编码"] == "SL01")["简称"];
        Assert.Contains($"富工建家简报_2024年_{unit}.pdf", town.Keys);
        Assert.Contains($"富工建家简报_2024年_{unit}.docx", town.Keys);
        Assert.Contains($"2024年度报告_{unit}.pdf", town.Keys);
        Assert.Equal(
            town.Where(f => f.Key != "校验值.txt")
                .Select(f => $"{Manifest.Hash(f.Value)}  {f.Key}")
                .Order(StringComparer.Ordinal),
            Encoding.UTF8.GetString(town["校验值.txt"]).TrimEnd().Split('\n').Order(StringComparer.Ordinal)
        );
        var letter = Squeezed(PdfTools.Text(town["附函.pdf"]));
        Assert.Contains("关于送交2024年富工建家材料的函", letter, StringComparison.Ordinal);
        Assert.Contains("SL01：", letter, StringComparison.Ordinal);
        Assert.Contains("不得公开", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_output_and_table_give_the_same_bytes_and_a_second_run_changes_nothing()
    {
        Assert.Equal(ExitCode.Done, Send().Code);
        var first = TemporaryFolder.Contents(sample.To);
        Assert.Contains("写入 0 个文件", Send().Out, StringComparison.Ordinal);
        var other = Path.Combine(sample.Root, "dist", "other");
        Assert.Equal(ExitCode.Done, Send("--to", other).Code);
        Assert.Equal(first, TemporaryFolder.Contents(other));
    }

    [Fact]
    public void In_the_print_file_every_paper_begins_on_a_leaf_of_its_own()
    {
        Send();
        var pdf = File.ReadAllBytes(Path.Combine(sample.To, "打印.pdf"));
        PdfTools.Check(pdf);
        var pages = PdfTools.Text(pdf).Split('\f').SkipLast(1).Select(Squeezed).ToList();
        Assert.True(pages.Count % 2 == 0);
        var separators = pages.Index().Where(p => p.Item.Contains("每份页数", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, separators.Count);
        Assert.All(separators, p => Assert.Equal(0, p.Index % 2));
        Assert.All(separators, p => Assert.Equal("", pages[p.Index + 1]));
        Assert.Contains("王主席", separators[0].Item, StringComparison.Ordinal);

        // Two copies of every page for the chairman, after one letter.
        var own = pages[2..separators[1].Index];
        Assert.Contains("关于送交2024年富工建家材料的函", own[0], StringComparison.Ordinal);
        Assert.All(own.Skip(2).Where(p => p.Length > 0).CountBy(p => p), p => Assert.Equal(0, p.Value % 2));
        Assert.All(
            own.Index().Where(p => p.Item.Contains("总第", StringComparison.Ordinal)),
            p => Assert.Equal(0, p.Index % 2)
        );
    }

    [Fact]
    public void On_the_sheet_to_sign_everybody_stands_once()
    {
        Send();
        var text = Squeezed(PdfTools.Text(File.ReadAllBytes(Path.Combine(sample.To, "签收单.pdf"))));
        Assert.Contains("2024年富工建家材料签收单", text, StringComparison.Ordinal);
        Assert.Contains("共11个收件人，其中纸质4个", text, StringComparison.Ordinal);
        Assert.Contains("区图书馆", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_and_no_mailbox_of_the_table_is_in_an_output()
    {
        foreach (var file in Directory.EnumerateFiles(sample.Output, "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(file);
            var text = Path.GetExtension(file) is ".pdf" ? PdfTools.Text(content) : Encoding.UTF8.GetString(content);
            Assert.DoesNotContain("@zhenjie.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("王主席", text, StringComparison.Ordinal);
            Assert.DoesNotContain("图书室", text, StringComparison.Ordinal);
        }

        // Another table is another handing out and the same build.
        var before = TemporaryFolder.Contents(sample.Output);
        try
        {
            sample.Hand(["区图书馆,,公开,全区,年报,文件夹,,"]);
            var run = sample.Run("build", "--period", "2024");
            Assert.Equal(ExitCode.Done, run.Code);
            Assert.DoesNotContain("分发", run.Error, StringComparison.Ordinal);
            Assert.Equal(before, TemporaryFolder.Contents(sample.Output));
        }
        finally
        {
            sample.Hand(sample.Recipients());
        }
    }

    [Fact]
    public void A_dry_run_says_who_gets_what_and_writes_nothing()
    {
        var to = Path.Combine(sample.Root, "dist", "dry");
        var run = Send("--to", to, "--dry-run");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("示例区总工会王主席", run.Out, StringComparison.Ordinal);
        Assert.Contains("11 个收件人：文件夹 11，压缩包 4，打印 4，邮件 9", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(to));
    }

    [Fact]
    public void What_was_changed_since_the_build_is_not_handed_out()
    {
        var file = Directory.GetFiles(Path.Combine(sample.Output, "internal/2024/briefs"), "*.pdf")[0];
        var content = File.ReadAllBytes(file);
        try
        {
            File.WriteAllBytes(file, [.. content, 0]);
            Assert.Equal(ExitCode.BadInput, Send().Code);
        }
        finally
        {
            File.WriteAllBytes(file, content);
        }

        var settings = File.ReadAllText(Path.Combine(sample.Root, "input/site.yml"));
        try
        {
            sample.Write("input/site.yml", settings + "\n# changed\n");
            Assert.Contains("生成以后 data 或 input 改过", Send().Error, StringComparison.Ordinal);
        }
        finally
        {
            sample.Write("input/site.yml", settings);
        }
    }

    [Fact]
    public void Mail_goes_out_once_and_a_table_that_is_wrong_sends_nothing()
    {
        using var office = new PostOffice(asksForPassword: true);
        office.Refused.Add("SL02@zhenjie.example");
        sample.Write("authority.pem", office.Authority);
        sample.Write("发送.yml", office.Settings("STARTTLS"));
        var to = Path.Combine(sample.Root, "dist", "mail");
        Environment.SetEnvironmentVariable(SendCommand.PasswordVariable, PostOffice.Password);
        try
        {
            var refused = Send("--to", to, "--smtp");
            Assert.Equal(ExitCode.BadInput, refused.Code);
            Assert.Contains("SL02：服务器不收这个收件人", refused.Error, StringComparison.Ordinal);
            Assert.Contains(
                "要发 1 封，发过 8 封",
                Send("--to", to, "--smtp", "--dry-run").Out,
                StringComparison.Ordinal
            );
            office.Refused.Clear();
            Assert.Equal(ExitCode.Done, Send("--to", to, "--smtp").Code);
            Assert.Contains("已发出  0 封", Send("--to", to, "--smtp").Out, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(SendCommand.PasswordVariable, null);
            File.Delete(Path.Combine(sample.Root, "发送.yml"));
        }

        Assert.Equal(9, office.Taken.Count);
        Assert.Equal(9, office.Taken.Select(m => m.To.Mailboxes.Single().Address).Distinct().Count());

        // No password, then no server.
        Assert.Equal(ExitCode.Usage, Send("--smtp", $"localhost:{office.Port}").Code);
    }

    [Fact]
    public void Packed_by_period_and_town_every_file_is_there_once()
    {
        var into = Path.Combine(sample.Root, "dist", "packed");
        Assert.Equal(ExitCode.Done, sample.Run("pack", "--into", into).Code);
        var all = Directory.GetFiles(into, "*.zip").SelectMany(Names).ToList();
        Assert.Equal(all.Distinct(), all);
        Directory.Delete(into, recursive: true);

        Assert.Equal(ExitCode.Done, sample.Run("pack", "--into", into, "--period", "2024", "--town", "SL02").Code);
        var packs = Directory.GetFiles(into, "*.zip").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["internal-2024-SL02", "reports-2024-SL02"], packs.Select(p => Path.GetFileName(p)[..^28]));
        Assert.Contains(Names(packs[0]), n => n.StartsWith("简报/", StringComparison.Ordinal));
        Assert.DoesNotContain(Names(packs[0]), n => n.StartsWith("内部台账/", StringComparison.Ordinal));
        Assert.Contains(Names(packs[1]), n => n.StartsWith("成绩单/", StringComparison.Ordinal));
        Assert.DoesNotContain(Names(packs[1]), n => n.StartsWith("年报/", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, sample.Run("pack", "--into", into, "--town", "SL99").Code);
    }

    private (int Code, string Out, string Error) Send(params string[] more) => sample.Run(["send", .. more]);

    private static bool IsOf(string path, string code) =>
        path.EndsWith("/annual.pdf", StringComparison.Ordinal)
        || path.EndsWith("/annual.docx", StringComparison.Ordinal)
        || Path.GetFileName(path).StartsWith(code + ".", StringComparison.Ordinal)
        || Path.GetFileName(path).StartsWith(code + "-", StringComparison.Ordinal)
        || path.Contains("/letters/", StringComparison.Ordinal);

    private static string Text(string file, byte[] content) =>
        Path.GetExtension(file) == ".pdf" ? Squeezed(PdfTools.Text(content)) : Squeezed(OfficeReader.Text(content));

    // Every folder, archive and message, with what is in it, by name.
    private IEnumerable<(string Name, Dictionary<string, byte[]> Files)> Bundles()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(sample.To, "文件夹")))
        {
            yield return (
                "文件夹/" + Path.GetFileName(folder),
                Directory
                    .EnumerateFiles(folder)
                    .ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes, StringComparer.Ordinal)
            );
        }

        foreach (var archive in Directory.EnumerateFiles(Path.Combine(sample.To, "压缩包")))
        {
            yield return ("压缩包/" + Path.GetFileName(archive), Unpacked(File.ReadAllBytes(archive)));
        }

        foreach (var draft in Directory.EnumerateFiles(Path.Combine(sample.To, "邮件")))
        {
            using var message = MimeMessage.Load(draft);
            var files = message
                .Attachments.Cast<MimePart>()
                .ToDictionary(
                    a => a.FileName!,
                    a =>
                    {
                        using var content = new MemoryStream();
                        a.Content!.DecodeTo(content);
                        return content.ToArray();
                    }
                );
            yield return (
                "邮件/" + Path.GetFileName(draft),
                files.Count == 1 ? Unpacked(files.Values.Single()) : files
            );
        }
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(
            e => e.Name,
            e =>
            {
                using var content = new MemoryStream();
                using var stream = e.Open();
                stream.CopyTo(content);
                return content.ToArray();
            }
        );
    }

    private static List<string> Names(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
