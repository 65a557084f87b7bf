using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Publishing;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>What publishing does, at a folder: the plan, the versions, and what may not happen.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly PublishSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void A_folder_gets_what_changed_and_can_go_back()
    {
        var (site, versions) = _sample.FolderTarget("  保留版本: 3\n");
        _sample.FiveEditions(() => TemporaryFolder.Contents(site));

        // Nothing of a version that cannot be gone back to is kept, and nothing twice.
        var kept = Directory.GetFiles(Path.Combine(versions, "files"));
        Assert.All(kept, f => Assert.Equal(Path.GetFileName(f), Manifest.Hash(File.ReadAllBytes(f))));
        Assert.DoesNotContain(kept, f => File.ReadAllText(f).Contains("第1版", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_internal_is_ever_published()
    {
        _sample.FolderTarget("  预压缩: 是\n");
        for (var edition = 1; edition <= 3; edition++)
        {
            _sample.Build(edition);
            Assert.Equal(ExitCode.Done, _sample.Publish().Code);
        }

        var all = Directory.GetFiles(Path.Combine(_sample.Root, "www"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(all);
        Assert.All(
            all,
            file =>
            {
                Assert.DoesNotContain("internal", Path.GetRelativePath(_sample.Root, file), StringComparison.Ordinal);
                Assert.DoesNotContain(
                    PublishSample.Secret,
                    Encoding.UTF8.GetString(Bytes(file)),
                    StringComparison.Ordinal
                );
            }
        );

        static byte[] Bytes(string file)
        {
            using Stream content = File.OpenRead(file);
            using var plain =
                file.EndsWith(".gz", StringComparison.Ordinal)
                    ? new System.IO.Compression.GZipStream(content, System.IO.Compression.CompressionMode.Decompress)
                : file.EndsWith(".br", StringComparison.Ordinal)
                    ? new System.IO.Compression.BrotliStream(content, System.IO.Compression.CompressionMode.Decompress)
                : content;
            using var all = new MemoryStream();
            plain.CopyTo(all);
            return all.ToArray();
        }
    }

    [Fact]
    public void A_dry_run_touches_nothing()
    {
        _sample.FolderTarget();
        _sample.Build(1);
        var before = TemporaryFolder.Contents(_sample.Root);
        var run = _sample.Publish("--dry-run", "--precompress");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("目标没有动", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(_sample.Root));
    }

    [Theory]
    [InlineData("site/index.html", "改动 site/index.html")]
    [InlineData("site/more.html", "多出 site/more.html")]
    public void An_output_that_is_not_as_it_was_built_is_not_published(string path, string said)
    {
        var (site, _) = _sample.FolderTarget();
        _sample.Build(1);
        _sample.Write("output/" + path, "别人写的");
        var run = _sample.Publish();
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(said, run.Out, StringComparison.Ordinal);
        Assert.Contains("没有发布", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site));
    }

    [Fact]
    public void What_is_not_ours_is_left_alone_and_where_it_is_in_the_way_only_moved()
    {
        var (site, versions) = _sample.FolderTarget();
        _sample.Write("www/site/web.config", "别人的设置");
        _sample.Write("www/site/about/index.html", "以前手工上传的");
        _sample.Build(1);
        var before = TemporaryFolder.Contents(site);
        var refused = _sample.Publish();
        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains(
            $"site/about/index.html: 错误 {PublishCodes.InTheWay.Id}",
            refused.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, TemporaryFolder.Contents(site));

        Assert.Equal(ExitCode.Done, _sample.Publish("--take-over").Code);
        Assert.Equal("别人的设置", File.ReadAllText(Path.Combine(site, "web.config")));
        Assert.Equal("以前手工上传的", File.ReadAllText(Path.Combine(versions, "before/about/index.html")));
        _sample.Build(2);
        var again = _sample.Publish();
        Assert.Contains("不是本程序发布的，不动：web.config", again.Out, StringComparison.Ordinal);
        Assert.Equal("别人的设置", File.ReadAllText(Path.Combine(site, "web.config")));
    }

    [Fact]
    public void What_somebody_changed_or_lost_on_the_host_is_put_right()
    {
        var (site, _) = _sample.FolderTarget();
        _sample.Build(1);
        _sample.Publish();
        File.Delete(Path.Combine(site, "404.html"));
        File.WriteAllText(Path.Combine(site, "about/index.html"), "改成别的了");
        var run = _sample.Publish();
        Assert.Contains("新增 404.html", run.Out, StringComparison.Ordinal);
        Assert.Contains("改动 about/index.html", run.Out, StringComparison.Ordinal);
        Assert.Equal(_sample.Site, TemporaryFolder.Contents(site));
    }

    [Fact]
    public void A_version_that_is_not_whole_is_not_gone_back_to()
    {
        var (site, versions) = _sample.FolderTarget();
        _sample.Build(1);
        _sample.Publish();
        _sample.Build(2);
        _sample.Publish();
        var before = TemporaryFolder.Contents(site);
        File.Delete(Directory.GetFiles(Path.Combine(versions, "files"))[0]);
        var run = _sample.Publish("--rollback");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(PublishCodes.VersionIncomplete.Id, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(site));
    }

    /// <summary>
    /// Stopped after every step in turn, once and twice, the next finishes; and what was served before can still be
    /// had.
    /// </summary>
    [Fact]
    public void Wherever_it_stops_the_next_time_finishes_and_what_was_before_can_be_had()
    {
        for (var (stop, finished) = (0, false); !finished; stop++)
        {
            using var sample = new PublishSample();
            var (site, versions) = sample.FolderTarget();
            sample.Build(1);
            var first = sample.Site;
            Assert.Equal(ExitCode.Done, sample.Publish().Code);
            sample.Build(2);
            finished = Interrupted(sample, 2, stop);
            sample.Build(3);
            Interrupted(sample, 3, stop / 2);
            sample.Build(4);

            var run = sample.Publish();

            Assert.True(run.Code == ExitCode.Done, $"{stop}: {run.Error}");
            var served = TemporaryFolder.Contents(site);
            Assert.Equal(
                sample.Site,
                new(served.Where(f => sample.Site.ContainsKey(f.Key)).ToDictionary(), StringComparer.Ordinal)
            );
            Assert.All(
                served.Keys.Except(sample.Site.Keys),
                path => Assert.StartsWith("assets/", path, StringComparison.Ordinal)
            );
            var back = sample.Publish("--rollback", "1");
            Assert.True(back.Code == ExitCode.Done, $"{stop}: {back.Error}");
            Assert.Equal(
                first,
                new(
                    TemporaryFolder.Contents(site).Where(f => first.ContainsKey(f.Key)).ToDictionary(),
                    StringComparer.Ordinal
                )
            );
        }
    }

    [Fact]
    public void Of_two_who_publish_at_once_the_later_stops()
    {
        _sample.FolderTarget();
        _sample.Build(1);
        var (target, state) = Open(_sample);
        Assert.Equal(ExitCode.Done, _sample.Publish().Code);
        using (target)
        {
            Assert.Throws<RemediableException>(() => Publish(_sample, target, state, 1));
        }
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "由另一版本的程序写成")]
    [InlineData("\"current\": 1", "\"current\": 7", "现在的版本（current）7 不在各版本之中")]
    [InlineData("\"number\": 1", "\"number\": 0", "第 1 个版本（versions）")]
    [InlineData("\"underway\": []", "\"underway\": [3]", "没有发完的版本（underway）")]
    [InlineData("\"edition\": \"2025-01-10\"", "\"edition\": \"yesterday\"", "第 1 个版本（versions）")]
    [InlineData("\"versions\": [", "\"versions\": [ null,", "第 1 个版本（versions）")]
    [InlineData("{", "", "应是本程序写的 JSON")]
    public void A_record_that_somebody_changed_is_not_followed(string from, string to, string fault)
    {
        var (site, versions) = _sample.FolderTarget();
        _sample.Build(1);
        _sample.Publish();
        var record = Path.Combine(versions, "record.json");
        var text = File.ReadAllText(record);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        File.WriteAllText(record, text[..at] + to + text[(at + from.Length)..]);
        Refused(site, fault);
    }

    [Theory]
    [InlineData("\"about/index.html\"", "\"../../outside.html\"", "指到了别的文件夹")]
    [InlineData("\"about/index.html\"", "\"/etc/passwd\"", "是空的")]
    [InlineData("\"about/index.html\"", "\".htaccess\"", "是隐藏的")]
    [InlineData("\"about/index.html\"", "\"index.html\"", "登记了两次")]
    [InlineData("\"about/index.html\"", "\"index.html/x\"", "既是文件又是文件夹")]
    public void A_list_that_would_touch_other_files_is_not_followed(string from, string to, string fault)
    {
        var (site, versions) = _sample.FolderTarget();
        _sample.Build(1);
        _sample.Publish();
        var (record, list) = (Path.Combine(versions, "record.json"), Directory.GetFiles(versions, "1-*.json")[0]);
        var content = Encoding.UTF8.GetBytes(File.ReadAllText(list).Replace(from, to, StringComparison.Ordinal));
        var (before, after) = (Manifest.Hash(File.ReadAllBytes(list)), Manifest.Hash(content));
        File.WriteAllBytes(Path.Combine(versions, $"1-{after[..12]}.json"), content);

        // The list alone: its digest tells. With its digest in the record: its paths do.
        File.WriteAllBytes(list, content);
        Refused(site, "被改动过");
        File.WriteAllText(record, File.ReadAllText(record).Replace(before, after, StringComparison.Ordinal));
        Refused(site, fault);
    }

    [Fact]
    public void A_share_that_is_not_there_does_not_become_a_folder_of_this_machine()
    {
        _sample.Target("共享:\n  方式: 文件夹\n  网站: nowhere/share/site\n  版本: nowhere/share/versions\n");
        _sample.Build(1);
        var run = _sample.Publish();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("上一级文件夹都不在", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_sample.Root, "nowhere")));
    }

    [Theory]
    [InlineData("output/site", "www")]
    [InlineData("www", "./www/versions")]
    [InlineData("www", "data/versions")]
    public void A_target_inside_the_project_s_own_folders_is_refused(string site, string versions)
    {
        _sample.Target($"本机:\n  方式: 文件夹\n  网站: {site}\n  版本: {versions}\n");
        _sample.Build(1);
        var run = _sample.Publish();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("套着", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Which_target_is_meant_has_to_be_clear()
    {
        _sample.Build(1);
        Assert.Contains("没有 发布.yml", _sample.Publish().Error, StringComparison.Ordinal);
        _sample.Target("甲:\n  方式: 文件夹\n  网站: a\n  版本: b\n乙:\n  方式: 文件夹\n  网站: c\n  版本: d\n");
        Assert.Contains("现有：甲、乙。", _sample.Publish().Error, StringComparison.Ordinal);
        Assert.Contains("没有“丙”这个目标", _sample.Publish("丙").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _sample.Publish("乙").Code);
        Assert.True(File.Exists(Path.Combine(_sample.Root, "c/index.html")));
    }

    [Fact]
    public void A_signature_goes_out_with_what_it_signs()
    {
        var (site, _) = _sample.FolderTarget();
        _sample.Build(1);
        FuGongJianJia.Cli.Program.Run(
            ["sign", "--root", _sample.Root],
            new Screen(TextWriter.Null, TextWriter.Null),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(ExitCode.Done, _sample.Publish().Code);
        Assert.True(File.Exists(Path.Combine(site, "data/signature.sig")));
    }

    private void Refused(string site, string fault)
    {
        var before = TemporaryFolder.Contents(site);
        _sample.Build(2);
        var run = _sample.Publish();
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(PublishCodes.RecordUnreadable.Id, run.Error, StringComparison.Ordinal);
        Assert.Contains(fault, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(site));
    }

    private static (IPublishTarget Target, PublishState State) Open(PublishSample sample)
    {
        var target = PublishTargets.Open(
            new PublishPlace
            {
                Name = "本机",
                Kind = PublishKind.Folder,
                Site = "www/site",
                Versions = "www/versions",
            },
            sample.Root,
            sample.Output
        );
        return (target, PublishState.Read(target, TestContext.Current.CancellationToken).State!);
    }

    // True when it came to its end.
    private static bool Interrupted(PublishSample sample, int edition, int steps)
    {
        var (target, _) = Open(sample);
        using var stumbling = new StumblingTarget(target, steps);
        try
        {
            var state = PublishState.Read(stumbling, TestContext.Current.CancellationToken).State!;
            Publish(sample, stumbling, state, edition);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Publish(PublishSample sample, IPublishTarget target, PublishState state, int edition)
    {
        ImmutableArray<ManifestEntry> files =
        [
            .. sample.Site.Select(f => new ManifestEntry(
                f.Key,
                new FileInfo(Path.Combine(sample.Output, "site", f.Key)).Length,
                f.Value
            )),
        ];
        var list = new PublishList { Compressor = Precompression.Maker, Files = files };
        new Publisher(target, state, new Screen(TextWriter.Null, TextWriter.Null)).Publish(
            PublishPlan.Of(state, files, Publisher.Remaining(state.Record, 5)),
            new PublishVersion(
                state.Record.Versions.Select(v => v.Number).LastOrDefault() + 1,
                "2025-01-10",
                Manifest.Hash([(byte)edition]),
                null,
                Manifest.Hash(list.ToBytes())
            ),
            list,
            5,
            _ => Path.Combine(sample.Output, "site"),
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A target that fails after so many files.</summary>
    private sealed class StumblingTarget(IPublishTarget inner, int steps) : IPublishTarget
    {
        private int _left = steps;

        public string Title => inner.Title;

        public IReadOnlyDictionary<string, long> List(CancellationToken cancellation) => inner.List(cancellation);

        public byte[]? Read(string key, long most) => inner.Read(key, most);

        public void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation) =>
            Each(files, f => inner.Put([f], done, cancellation));

        public void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation) =>
            Each(files, f => inner.Copy([f], done, cancellation));

        public void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation) =>
            Each(keys, k => inner.Delete([k], done, cancellation));

        public void Dispose() => inner.Dispose();

        private void Each<T>(IEnumerable<T> items, Action<T> work)
        {
            foreach (var item in items)
            {
                if (_left-- <= 0)
                {
                    throw new IOException("The line is cut.");
                }

                work(item);
            }
        }
    }
}
