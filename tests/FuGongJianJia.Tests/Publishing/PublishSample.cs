using System.Text;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Tests.Cli;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>A small project with an output of several editions, to be published somewhere.</summary>
internal sealed class PublishSample : IDisposable
{
    /// <summary>What stands in every internal file and nowhere else.</summary>
    public const string Secret = "只供内部使用的一句话";

    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Path;

    public string Output => Path.Combine(Root, "output");

    /// <summary>The site as it was built last, by path.</summary>
    public SortedDictionary<string, string> Site => TemporaryFolder.Contents(Path.Combine(Output, "site"));

    /// <summary>The name of the style sheet of an edition: it changes with what it holds.</summary>
    public static string Style(int edition) => $"assets/site.{edition:0000000000}.css";

    /// <summary>Makes an edition: something stays, something changes, something comes and goes.</summary>
    public void Build(int edition)
    {
        using var output = OutputFolder.Open(Output);
        void Add(string path, string text) => output.Add(path, Encoding.UTF8.GetBytes(text));
        var many = string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>第{i}段，镇街和工会的名称与得分。</p>\n"));
        Add("site/index.html", $"<link rel=\"stylesheet\" href=\"{Style(edition)}\"><h1>第{edition}版</h1>{many}");
        Add("site/404.html", $"<h1>没有找到页面</h1>{many}");
        Add("site/about/index.html", $"<h1>关于</h1>{many}");
        Add($"site/p{edition}/index.html", $"<h1>只在第{edition}版</h1>");
        Add("site/" + Style(edition), $"/* {edition} */" + string.Concat(Enumerable.Repeat("p{margin:0}\n", 200)));
        Add(
            "site/data/2024/scores.csv",
            $"组织编码,总指数\nA,{edition}\n" + string.Concat(Enumerable.Repeat("B,80\n", 400))
        );
        Add("site/data/2024/scores.json", $"{{\"版\":{edition}}}");
        Add("site/data/2024.xlsx", $"workbook {edition}");
        Add("site/reports/2024/annual.pdf", "%PDF-1.7 the same in every edition");
        Add("site/reports/2024/annual.docx", "word");
        Add("site/reports/2024/annual.ofd", "ofd");
        Add("site/feed.xml", "<feed/>");
        Add("site/sitemap.xml", "<urlset/>");
        Add("site/robots.txt", "User-agent: *\n");
        Add("site/manifest.webmanifest", "{}");
        Add("site/images/a.png", "png");
        Add("site/images/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Add("site/search/entries-0.js", $"entries({edition})");
        Add("internal/2024/briefs/district.html", Secret);
        Add("internal/published/2024.json", Secret);
        output.Swap(ManifestSample.Of);
    }

    /// <summary>Writes 发布.yml.</summary>
    public void Target(string text) => _folder.Write("发布.yml", text);

    /// <summary>A target that is a folder; where its files are.</summary>
    public (string Site, string Versions) FolderTarget(string more = "")
    {
        var (site, versions) = (Path.Combine(Root, "www/site"), Path.Combine(Root, "www/versions"));
        Directory.CreateDirectory(Path.Combine(Root, "www"));
        Target($"本机:\n  方式: 文件夹\n  网站: www/site\n  版本: www/versions\n{more}");
        return (site, versions);
    }

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public (int Code, string Out, string Error) Publish(params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            ["publish", "--root", Root, .. more],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>
    /// Five editions, one after the other, then back and forth. The same for every kind of target.
    /// </summary>
    /// <param name="served">What is served, by path.</param>
    /// <param name="after">Called when an edition is out.</param>
    public void FiveEditions(Func<SortedDictionary<string, string>> served, Action<int>? after = null)
    {
        var editions = new List<SortedDictionary<string, string>>();
        for (var edition = 1; edition <= 5; edition++)
        {
            Build(edition);
            editions.Add(Site);
            var dry = Publish("--dry-run", "--limit", "0");
            Assert.True(dry.Code == ExitCode.Done, dry.Error);
            Assert.Contains($"新增 p{edition}/index.html", dry.Out, StringComparison.Ordinal);
            if (edition > 1)
            {
                Assert.Contains("改动 index.html", dry.Out, StringComparison.Ordinal);
                Assert.Contains($"移除 p{edition - 1}/index.html", dry.Out, StringComparison.Ordinal);
                Assert.DoesNotContain("改动 about", dry.Out, StringComparison.Ordinal);
                Holds(edition - 1);
            }

            var run = Publish();
            Assert.True(run.Code == ExitCode.Done, run.Error);
            Assert.Contains($"已发布  第 {edition} 版", run.Out, StringComparison.Ordinal);
            Holds(edition);
            after?.Invoke(edition);
        }

        Assert.Contains("没有变化", Publish().Out, StringComparison.Ordinal);

        // Of three versions the styles are there, of those before no more.
        Assert.DoesNotContain(Style(2), served().Keys);
        Assert.Contains(Style(3), served().Keys);

        Returns(4);
        Returns(3, "3");
        Returns(5, "5");
        var gone = Publish("--rollback", "1");
        Assert.Equal(ExitCode.Usage, gone.Code);
        Assert.Contains("没有第 1 版", gone.Error, StringComparison.Ordinal);

        // From an old version the next goes on.
        Returns(4);
        Build(6);
        editions.Add(Site);
        Assert.Equal(ExitCode.Done, Publish().Code);
        Holds(6);

        void Returns(int edition, params string[] number)
        {
            var run = Publish(["--rollback", .. number]);
            Assert.True(run.Code == ExitCode.Done, run.Error);
            Holds(edition);
        }

        void Holds(int edition)
        {
            var now = served();
            Assert.Equal(
                editions[edition - 1],
                new SortedDictionary<string, string>(
                    now.Where(f => editions[edition - 1].ContainsKey(f.Key)).ToDictionary(),
                    StringComparer.Ordinal
                )
            );
            Assert.All(
                now.Keys.Except(editions[edition - 1].Keys),
                path => Assert.StartsWith("assets/", path, StringComparison.Ordinal)
            );
        }
    }

    public void Dispose() => _folder.Dispose();
}
