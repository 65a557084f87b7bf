using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;
using FuGongJianJia.Tests.Demo;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Tests.Sharding;

/// <summary>
/// A build that machines share is the build that one machine makes, to the last byte; what was not made alike is joined
/// by nobody.
/// </summary>
public sealed class MergeTests(MergeTests.Shares made) : IClassFixture<MergeTests.Shares>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Joined_shares_are_one_build_hash_by_hash(int count)
    {
        var shares = count == Shares.Count ? made.Folders : made.Build(count, Path.Combine(_folder.Path, "shares"));
        var run = Merge([.. shares.Reverse()]);
        Assert.True(run.Code == ExitCode.Done, run.Said);
        Assert.Equal(made.Whole, Contents(Output));
        // What one build says, the joined one says: here, of a character that no font has.
        Assert.Contains(FontCodes.MissingGlyph.Id, run.Said, StringComparison.Ordinal);
        Assert.Equal(made.Warnings, Warnings(run.Said));
    }

    [Fact]
    public void A_share_holds_its_files_alone_and_every_shared_file_is_in_one()
    {
        var files = made.Folders.SelectMany(f => StoredManifest.Read(f, isShard: true).Manifest!.Files).ToArray();
        Assert.Distinct(files.Select(f => f.Path));
        Assert.All(made.Folders, f => Assert.False(File.Exists(Path.Combine(f, "site/index.html"))));
        Assert.Subset(made.Whole.Keys.ToHashSet(), files.Select(f => f.Path).ToHashSet());
        // Nearly all the work: pages and papers.
        Assert.True(files.Length > made.Whole.Keys.Count(p => p.EndsWith(".pdf", StringComparison.Ordinal)) * 2);
    }

    [Fact]
    public void A_share_that_is_made_again_writes_nothing_and_one_of_another_number_replaces_it()
    {
        var share = Copy(made.Folders[0], "share");
        var again = made.Run("build", "--output", share, "--shard", $"1/{Shares.Count}");
        Assert.Contains("没有变化", again.Out, StringComparison.Ordinal);
        var other = made.Run("build", "--output", share, "--shard", $"2/{Shares.Count}");
        Assert.True(other.Code == ExitCode.Done, other.Said);
        Assert.Equal(Contents(made.Folders[1]), Contents(share));
    }

    [Fact]
    public void A_missing_share_is_named()
    {
        var run = Merge([made.Folders[1]]);
        Refused(run, ShardCodes.Missing);
        Assert.Contains($"应有 {Shares.Count} 份，缺第 1、3 份", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_is_there_twice_is_named()
    {
        Refused(Merge([.. made.Folders, made.Folders[0]]), ShardCodes.Doubled);
        Refused(Merge([.. made.Folders, Copy(made.Folders[0], "again")]), ShardCodes.Doubled);
    }

    [Fact]
    public void What_is_no_share_is_named()
    {
        Refused(Merge([.. made.Folders, Path.Combine(_folder.Path, "nothing")]), ShardCodes.NoShard);
        Refused(Merge([.. made.Folders, made.Output]), ShardCodes.NoShard);
        var broken = Copy(made.Folders[0], "broken");
        File.WriteAllText(Path.Combine(broken, Manifest.FileName), "{");
        Refused(Merge([broken, .. made.Folders[1..]]), ShardCodes.NoShard);
    }

    [Fact]
    public void A_share_of_another_number_of_shares_is_named()
    {
        var other = Copy(made.Folders[0], "other");
        Change(other, m => m["shard"]!["count"] = Shares.Count + 1);
        Refused(Merge([other, .. made.Folders[1..]]), ShardCodes.Mixed);
    }

    [Theory]
    [InlineData("data", "数据不同：data/2024/组织.csv")]
    [InlineData("date", "编制日期不同")]
    [InlineData("path", "子目录（--base-path）不同")]
    [InlineData("period", "期间（--period）不同")]
    [InlineData("records", "出版记录")]
    [InlineData("program", "程序版本不同")]
    [InlineData("runtime", "程序、运行环境或字体不同")]
    [InlineData("fonts", "字体不同")]
    public void A_share_that_was_made_otherwise_is_named_with_what_is_different(string what, string said)
    {
        var other = Copy(made.Folders[^1], "other");
        Change(
            other,
            m =>
            {
                switch (what)
                {
                    case "data":
                        var input = m["inputs"]!.AsArray().First(i => (string)i!["path"]! == "data/2024/组织.csv")!;
                        input["sha256"] = new string('0', 64);
                        break;
                    case "date":
                        m["date"] = "2020-01-01";
                        break;
                    case "path":
                        m["options"]!["basePath"] = "/other/";
                        break;
                    case "period":
                        m["options"]!["periods"] = new JsonArray("2023");
                        break;
                    case "records":
                        m["shard"]!["records"] = "0123456789ab";
                        break;
                    case "program":
                        m["tool"] = "0.0.1";
                        break;
                    case "runtime":
                        m["madeBy"] = "0123456789abcdef";
                        break;
                    default:
                        m["fonts"]!.AsArray().RemoveAt(0);
                        break;
                }
            }
        );
        var run = Merge([.. made.Folders[..^1], other]);
        Refused(run, ShardCodes.Mixed);
        Assert.Contains(said, run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_changed_after_the_shares_were_made_are_named()
    {
        var root = Copy(made.Root, "root");
        File.AppendAllText(Path.Combine(root, "input/site.yml"), "\n# 改过\n");
        using var error = new StringWriter();
        var code = Program.Run(
            ["merge", .. made.Folders, "--root", root, "--output", Output],
            new Screen(TextWriter.Null, error),
            TestContext.Current.CancellationToken
        );
        Refused((code, "", error.ToString()), ShardCodes.Mixed);
        Assert.Contains("input/site.yml", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a byte")]
    [InlineData("a missing file")]
    [InlineData("a file that is not listed")]
    [InlineData("a file too many")]
    [InlineData("a file of another share")]
    public void Altered_bytes_are_named_and_the_output_stays_as_it_is(string what)
    {
        Assert.Equal(ExitCode.Done, Merge(made.Folders).Code);
        var before = TemporaryFolder.Contents(Output);
        var share = Copy(made.Folders[0], "share");
        var manifest = StoredManifest.Read(share, isShard: true).Manifest!;
        var victim = manifest.Files.First(f => f.Path.EndsWith(".pdf", StringComparison.Ordinal));
        var path = Path.Combine(share, victim.Path);
        switch (what)
        {
            case "a byte":
                var bytes = File.ReadAllBytes(path);
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case "a missing file":
                File.Delete(path);
                break;
            case "a file that is not listed":
                Change(share, m => m["files"]!.AsArray().RemoveAt(manifest.Files.IndexOf(victim)));
                break;
            case "a file too many":
                Directory.CreateDirectory(Path.Combine(share, "site/extra"));
                File.Copy(path, Path.Combine(share, "site/extra/a.pdf"));
                Change(share, m => Add(m, victim with { Path = "site/extra/a.pdf" }));
                break;
            default:
                var foreign = StoredManifest.Read(made.Folders[1], isShard: true).Manifest!.Files[0];
                Change(share, m => Add(m, foreign));
                break;
        }

        var run = Merge([share, .. made.Folders[1..]]);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(ShardCodes.Altered.Id, run.Said, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(Output));
    }

    [Fact]
    public void What_one_build_refuses_no_share_hides()
    {
        const string Found = "证件11010519491231002X";
        ImmutableArray<OutputFile> plan =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(n => new OutputFile(
                    $"site/2024/unions/SL{n}/index.html",
                    OutputKind.Page,
                    () => Encoding.UTF8.GetBytes(n == 5 ? Found : "没有")
                )),
        ];
        var refusals = Enumerable
            .Range(1, 3)
            .SelectMany(number =>
            {
                using var output = OutputFolder.Open(Path.Combine(_folder.Path, $"{number}"));
                return new Renderer(
                    output,
                    OutputScanner.For(new()),
                    new Screen(TextWriter.Null, TextWriter.Null),
                    jobs: 1,
                    new Shard(number, 3)
                )
                    .Render("试", plan, TestContext.Current.CancellationToken)
                    .Diagnostics;
            });
        Assert.Equal(OutputCodes.PersonalData.Id, Assert.Single(refusals).Code);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("pack")]
    [InlineData("build")]
    public void A_share_is_nothing_to_publish_and_no_place_for_a_whole_output(string command)
    {
        var share = Copy(made.Folders[0], "share");
        var run = made.Run(command, "--output", share);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(ShardCodes.IsShard.Id, run.Said, StringComparison.Ordinal);
        Assert.Equal(Contents(made.Folders[0]), Contents(share));
    }

    [Fact]
    public void A_whole_output_is_no_place_for_a_share()
    {
        var run = made.Run("build", "--output", made.Output, "--shard", "1/2");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(ShardCodes.IsShard.Id, run.Said, StringComparison.Ordinal);
        Assert.Equal(made.Whole, Contents(made.Output));
    }

    [Theory]
    [InlineData("--shard 1/2", "--output")]
    [InlineData("--shard 3/2 --output x", "第 1 份到第 2 份")]
    [InlineData("--shard 1/2 --output x --no-pdf", "--no-pdf")]
    [InlineData("--shard 1/2 --output x --amend 有误", "--amend")]
    public void What_a_share_cannot_do_is_a_wrong_use(string line, string said)
    {
        var run = made.Run("build", line.Split(' '));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(said, run.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists("x"));
    }

    [Theory]
    [InlineData("number", "0")]
    [InlineData("number", "4")]
    [InlineData("count", "0")]
    [InlineData("records", "\"x\"")]
    [InlineData("notices", "null")]
    [InlineData(
        "notices",
        """
            [{"file":"site/none.html","code":"FG0601","severity":"Warning","place":"a","line":0,"column":0,
              "message":"b","sheet":null}]
            """
    )]
    public void A_record_is_looked_at_like_all_that_is_stored(string property, string value)
    {
        var share = Copy(made.Folders[0], "share");
        Change(share, m => m["shard"]![property] = JsonNode.Parse(value));
        Refused(Merge([share, .. made.Folders[1..]]), ShardCodes.NoShard);
    }

    [Fact]
    public void Every_code_of_this_group_is_tried_here() =>
        Assert.Equal(
            ["FG2101", "FG2102", "FG2103", "FG2104", "FG2105", "FG2106"],
            Codes.Of(typeof(ShardCodes)).Select(c => c.Id)
        );

    private string Output => Path.Combine(_folder.Path, "joined");

    private (int Code, string Out, string Said) Merge(ImmutableArray<string> folders) =>
        made.Run("merge", [.. folders, "--output", Output]);

    private void Refused((int Code, string Out, string Said) run, DiagnosticCode code)
    {
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(code.Id, run.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Output, "site/index.html")));
    }

    private string Copy(string folder, string name)
    {
        var copy = Path.Combine(_folder.Path, name);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    private static void Change(string folder, Action<JsonObject> change)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }

    private static void Add(JsonObject manifest, ManifestEntry entry) =>
        manifest["files"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["path"] = entry.Path,
                    ["size"] = entry.Size,
                    ["sha256"] = entry.Sha256,
                }
            );

    // The note of the last build is the program's own.
    private static SortedDictionary<string, string> Contents(string folder)
    {
        var contents = TemporaryFolder.Contents(folder);
        contents.Remove(LastBuild.FileName);
        return contents;
    }

    private static string[] Warnings(string said) =>
        [.. said.Split('\n').Where(l => l.Contains("警告 FG", StringComparison.Ordinal))];

    /// <summary>One small project, built once whole and once in shares.</summary>
    public sealed class Shares : IDisposable
    {
        /// <summary>How many shares.</summary>
        public const int Count = 3;

        private readonly TemporaryFolder _folder = new();

        public Shares()
        {
            var demo = DemoFolder.Generate(
                new DemoOptions
                {
                    Towns = 3,
                    Unions = 24,
                    Periods = [Period.OfYear(2024)],
                }
            );
            foreach (var (path, content) in demo)
            {
                _folder.Write("root/" + path, content);
            }

            var settings = DemoGenerator.Settings().ToSourceFile();
            _folder.Write($"root/{settings.Path}", settings.Content.ToArray());
            // A character that no font has: a warning about the pages that show it.
            var units = Path.Combine(Root, "data/2024/组织.csv");
            File.WriteAllText(
                units,
                File.ReadAllText(units).Replace("文体用品", "文体\U000105C0品", StringComparison.Ordinal)
            );
            var run = Run("build", "--output", Output);
            Assert.True(run.Code == ExitCode.Done, run.Said);
            (Whole, Warnings) = (Contents(Output), MergeTests.Warnings(run.Said));
            Folders = Build(Count, Path.Combine(_folder.Path, "shares"));
        }

        public string Root => Path.Combine(_folder.Path, "root");

        public string Output => Path.Combine(_folder.Path, "output");

        public SortedDictionary<string, string> Whole { get; }

        public string[] Warnings { get; }

        public ImmutableArray<string> Folders { get; }

        public void Dispose() => _folder.Dispose();

        public ImmutableArray<string> Build(int count, string into)
        {
            var folders = ImmutableArray.CreateBuilder<string>(count);
            for (var number = 1; number <= count; number++)
            {
                folders.Add(Path.Combine(into, $"{number}"));
                var run = Run("build", "--output", folders[^1], "--shard", $"{number}/{count}");
                Assert.True(run.Code == ExitCode.Done, run.Said);
            }

            return folders.MoveToImmutable();
        }

        public (int Code, string Out, string Said) Run(string command, params string[] more)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = Program.Run(
                [command, .. more, "--root", Root],
                new Screen(output, error),
                TestContext.Current.CancellationToken
            );
            return (code, output.ToString(), error.ToString());
        }
    }
}
