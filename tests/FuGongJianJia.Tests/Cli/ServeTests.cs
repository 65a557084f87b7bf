using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Server;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The preview on a small project: pages, what must not be had, a change, an error and its mending.</summary>
public sealed class ServeTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );
    private readonly StringWriter _said = new();
    private readonly TextWriter _voice;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Task<int> _running;

    public ServeTests()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Repository.PathOf("tests", "cases", "_base"),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            _folder.Write(
                Path.GetRelativePath(Repository.PathOf("tests", "cases", "_base"), file),
                File.ReadAllBytes(file)
            );
        }

        var options = new BuildOptions
        {
            Root = _folder.Path,
            Output = Path.Combine(_folder.Path, "output"),
            Pdf = false,
            Jobs = 2,
        };
        _voice = TextWriter.Synchronized(_said);
        var screen = new Screen(_voice, TextWriter.Null);
        _running = Task.Run(() => ServeCommand.RunAsync(options, port: 0, screen, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _client.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_preview_serves_the_site_rebuilds_after_a_change_and_tells_the_page()
    {
        var address = await AddressAsync();
        using var events = new StreamReader(await _client.GetStreamAsync(address + "__fugong/events", _stop.Token));
        var first = await NextAsync(events, e => (int)e["build"]! == 1);
        Assert.True((bool)first["good"]!);

        var home = await _client.GetStringAsync(address, _stop.Token);
        Assert.Contains("<h1>", home, StringComparison.Ordinal);
        Assert.Contains("<script src=\"/__fugong/live.js\" defer></script></body>", home, StringComparison.Ordinal);
        Assert.Contains(
            "EventSource",
            await _client.GetStringAsync(address + "__fugong/live.js", _stop.Token),
            StringComparison.Ordinal
        );
        using var folder = await _client.GetAsync(address + "2024/", _stop.Token);
        Assert.Equal(
            (HttpStatusCode.OK, "text/html; charset=utf-8"),
            (folder.StatusCode, folder.Content.Headers.ContentType!.ToString())
        );

        using var missing = await _client.GetAsync(address + "no/such/", _stop.Token);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains(
            "没有找到这一页",
            await missing.Content.ReadAsStringAsync(_stop.Token),
            StringComparison.Ordinal
        );

        // The published site itself knows nothing of the preview.
        Assert.DoesNotContain(
            "__fugong",
            File.ReadAllText(Path.Combine(_folder.Path, "output/site/index.html")),
            StringComparison.Ordinal
        );

        var settings = File.ReadAllText(Path.Combine(_folder.Path, "input/site.yml"));
        _folder.Write("input/site.yml", settings + "编印单位: 改名以后的编印单位\n");
        Assert.True((bool)(await NextAsync(events, e => (int)e["build"]! == 2))["good"]!);
        Assert.Contains(
            "改名以后的编印单位",
            await _client.GetStringAsync(address, _stop.Token),
            StringComparison.Ordinal
        );

        _folder.Write("input/site.yml", settings + "编印单伟: 写错的名称\n");
        var broken = await NextAsync(events, e => !(bool)e["good"]!);
        Assert.Equal(2, (int)broken["build"]!);
        Assert.Contains(
            broken["problems"]!.AsArray(),
            p =>
                (string)p!["severity"]! == "错误"
                && ((string)p["text"]!).Contains("input/site.yml(", StringComparison.Ordinal)
                && ((string)p["text"]!).Contains("编印单伟", StringComparison.Ordinal)
        );
        Assert.Contains(
            "改名以后的编印单位",
            await _client.GetStringAsync(address, _stop.Token),
            StringComparison.Ordinal
        );

        // Nothing is opened for whoever does not know the key of this server, and nothing at all without a desktop.
        using var opened = await _client.GetAsync(address + "__fugong/open?problem=0&key=0", _stop.Token);
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);

        _folder.Write("input/site.yml", settings);
        Assert.True((bool)(await NextAsync(events, e => (int)e["build"]! == 3))["good"]!);
    }

    [Theory]
    [InlineData("/../manifest.json")]
    [InlineData("/%2e%2e/manifest.json")]
    [InlineData("/..%2fmanifest.json")]
    [InlineData("/2024/../../manifest.json")]
    [InlineData("//etc/passwd")]
    [InlineData("/../site-of-another/index.html")]
    public async Task Nothing_outside_the_site_can_be_had(string target)
    {
        var address = new Uri(await AddressAsync());
        _folder.Write("output/manifest.json", "secret");
        _folder.Write("output/site-of-another/index.html", "secret");
        var answer = await AskAsync($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "127.0.0.1:PORT", "", 200)]
    [InlineData("GET", "localhost:PORT", "http://localhost:PORT", 200)]
    [InlineData("HEAD", "127.0.0.1:PORT", "", 200)]
    [InlineData("GET", "attacker.example:PORT", "", 421)]
    [InlineData("GET", "127.0.0.1.attacker.example:PORT", "", 421)]
    [InlineData("GET", "127.0.0.1", "", 421)]
    [InlineData("GET", "127.0.0.1:1", "", 421)]
    [InlineData("GET", "0.0.0.0:PORT", "", 421)]
    [InlineData("GET", "127.0.0.1:PORT", "https://attacker.example", 403)]
    [InlineData("GET", "127.0.0.1:PORT", "http://127.0.0.1:1", 403)]
    [InlineData("GET", "127.0.0.1:PORT", "null", 403)]
    [InlineData("GET", "127.0.0.1:PORT", "http://127.0.0.1:PORT\r\nOrigin: https://attacker.example", 403)]
    [InlineData("POST", "127.0.0.1:PORT", "", 405)]
    [InlineData("PUT", "127.0.0.1:PORT", "", 405)]
    [InlineData("DELETE", "127.0.0.1:PORT", "", 405)]
    [InlineData("OPTIONS", "127.0.0.1:PORT", "", 405)]
    [InlineData("TRACE", "127.0.0.1:PORT", "", 405)]
    [InlineData("BREW", "127.0.0.1:PORT", "", 405)]
    public async Task Only_this_machine_reads_and_nobody_writes(string method, string host, string origin, int status)
    {
        var address = new Uri(await AddressAsync());
        _folder.Write("output/site/probe.html", "<body>home</body>");
        string Here(string text) => text.Replace("PORT", $"{address.Port}", StringComparison.Ordinal);
        foreach (var target in (string[])["/probe.html", "/__fugong/live.js"])
        {
            var answer = await AskAsync(
                $"{method} {target} HTTP/1.1\r\nHost: {Here(host)}\r\n"
                    + (origin.Length > 0 ? $"Origin: {Here(origin)}\r\n" : "")
            );
            Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
            Assert.Equal(status == 405, answer.Contains("Allow: GET, HEAD", StringComparison.Ordinal));
            Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
            Assert.Contains($"Content-Security-Policy: {SiteHeaders.ContentPolicy}", answer, StringComparison.Ordinal);
            var content = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            Assert.Equal(method == "HEAD", content.Length == 0);
            Assert.Equal(status == 200 && method == "GET", content.Contains("home") || content.Contains("EventSource"));
        }
    }

    [Fact]
    public async Task A_link_out_of_the_site_leads_nowhere()
    {
        await AddressAsync();
        _folder.Write("secret.txt", "secret");
        _folder.Write("elsewhere/index.html", "secret");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "output/site"));
        File.CreateSymbolicLink(
            Path.Combine(_folder.Path, "output/site/a.txt"),
            Path.Combine(_folder.Path, "secret.txt")
        );
        Directory.CreateSymbolicLink(
            Path.Combine(_folder.Path, "output/site/b"),
            Path.Combine(_folder.Path, "elsewhere")
        );
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "output/site/c.txt"), "c.txt");
        foreach (var target in (string[])["/a.txt", "/b/", "/b/index.html", "/c.txt", "/b/../a.txt"])
        {
            var answer = await AskAsync($"GET {target} HTTP/1.1\r\nHost: {Authority()}\r\n");
            Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_said_and_the_preview_goes_on()
    {
        await AddressAsync();
        _folder.Write("output/site/held.html", "<body>held</body>");
        using (
            File.Open(
                Path.Combine(_folder.Path, "output/site/held.html"),
                FileMode.Open,
                FileAccess.Read,
                FileShare.None
            )
        )
        {
            var answer = await AskAsync($"GET /held.html HTTP/1.1\r\nHost: {Authority()}\r\n");
            Assert.StartsWith("HTTP/1.1 500", answer, StringComparison.Ordinal);
            Assert.Contains("这个文件现在读不出来", answer, StringComparison.Ordinal);
        }

        Assert.StartsWith(
            "HTTP/1.1 200",
            await AskAsync($"GET /held.html HTTP/1.1\r\nHost: {Authority()}\r\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Input_that_cannot_be_read_now_is_a_problem_of_that_build_only()
    {
        var address = await AddressAsync();
        using var events = new StreamReader(await _client.GetStreamAsync(address + "__fugong/events", _stop.Token));
        await NextAsync(events, e => (int)e["build"]! == 1);
        var settings = File.ReadAllText(Path.Combine(_folder.Path, "input/site.yml"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "input/pages"), "/nowhere/at/all");
        Assert.NotEmpty((await NextAsync(events, e => !(bool)e["good"]!))["problems"]!.AsArray());
        File.Delete(Path.Combine(_folder.Path, "input/pages"));
        _folder.Write("input/site.yml", settings + "\n");
        Assert.True((bool)(await NextAsync(events, e => (int)e["build"]! == 2))["good"]!);
    }

    [Fact]
    public void The_documentation_tells_hosts_what_the_preview_says()
    {
        var text = File.ReadAllText(Repository.PathOf("input", "docs", "deploy.md"));
        Assert.All(
            SiteHeaders.All,
            h =>
            {
                Assert.Contains($"add_header {h.Name} \"{h.Value}\" always;", text, StringComparison.Ordinal);
                Assert.Contains($"<add name=\"{h.Name}\" value=\"{h.Value}\" />", text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task The_preview_ends_well_when_asked_even_in_the_middle_of_a_build()
    {
        await AddressAsync();
        await _stop.CancelAsync();
        Assert.Equal(
            ExitCode.Done,
            await _running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_said_in_words()
    {
        var taken = new Uri(await AddressAsync()).Port;
        using var error = new StringWriter();
        var options = new BuildOptions
        {
            Root = _folder.Path,
            Output = Path.Combine(_folder.Path, "second"),
            Pdf = false,
        };
        Assert.Equal(
            ExitCode.Usage,
            await ServeCommand.RunAsync(options, taken, new Screen(TextWriter.Null, error), _stop.Token)
        );
        Assert.Contains($"端口 {taken} 已被其他程序占用", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_good_build_the_page_waits_and_then_shows_what_is_wrong()
    {
        await _stop.CancelAsync();
        await _running;
        using var folder = new TemporaryFolder();
        folder.Write("data/2024/组织.csv", "组织编码\n");
        using var stop = new CancellationTokenSource();
        using var server = new StringWriter();
        var voice = TextWriter.Synchronized(server);
        var options = new BuildOptions
        {
            Root = folder.Path,
            Output = Path.Combine(folder.Path, "preview"),
            Pdf = false,
            BasePath = "/nianjian/",
        };
        var running = Task.Run(
            () => ServeCommand.RunAsync(options, port: 0, new Screen(voice, TextWriter.Null), stop.Token),
            TestContext.Current.CancellationToken
        );
        var address = "";
        while (address.Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            lock (voice)
            {
                address = System
                    .Text.RegularExpressions.Regex.Match(server.ToString(), "http://127[.]0[.]0[.]1:[0-9]+/nianjian/")
                    .Value;
            }
        }

        var root = new Uri(address).GetLeftPart(UriPartial.Authority) + "/";
        using var events = new StreamReader(
            await _client.GetStreamAsync(root + "__fugong/events", TestContext.Current.CancellationToken)
        );
        while (
            await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.Contains("\"building\":false", StringComparison.Ordinal)
        )
        {
            // Until the first build has failed.
        }

        using var page = await _client.GetAsync(root, TestContext.Current.CancellationToken);
        Assert.Equal(address, page.RequestMessage!.RequestUri!.ToString());
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("还没有可以看的网站", text, StringComparison.Ordinal);
        Assert.Contains("/__fugong/live.js", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "output")));
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await running);
    }

    [Fact]
    public void A_project_has_a_preview_of_its_own_and_old_ones_go()
    {
        using var home = new TemporaryFolder();
        using var gone = new TemporaryFolder();
        using (var first = PreviewFolder.Take(_folder.Path, home.Path))
        {
            using var second = PreviewFolder.Take(_folder.Path, home.Path);
            using var other = PreviewFolder.Take(home.Path, home.Path);
            Assert.Equal(3, new[] { first.Path, second.Path, other.Path }.Distinct().Count());
        }

        string kept;
        using (var again = PreviewFolder.Take(_folder.Path, home.Path))
        {
            kept = again.Path;
            Directory.CreateDirectory(kept);
            File.WriteAllText(Path.Combine(kept, "last.html"), "");
        }

        var lost = Path.Combine(gone.Path, "project");
        Directory.CreateDirectory(lost);
        PreviewFolder.Take(lost, home.Path).Dispose();
        Directory.Delete(lost);
        home.Write("somebody's/own.txt", "");
        var before = Directory.GetDirectories(home.Path).Length;
        using (var last = PreviewFolder.Take(_folder.Path, home.Path))
        {
            Assert.Equal(kept, last.Path);
            Assert.True(File.Exists(Path.Combine(kept, "last.html")));
        }

        Assert.Equal(before - 1, Directory.GetDirectories(home.Path).Length);
        Assert.True(File.Exists(Path.Combine(home.Path, "somebody's/own.txt")));
    }

    private string Authority() => new Uri(Address().Value).Authority;

    // A raw request: a client library would tidy the dots away before the server sees them.
    private async Task<string> AskAsync(string head)
    {
        var address = new Uri(await AddressAsync());
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, _stop.Token);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "Connection: close\r\n\r\n"), _stop.Token);
        return await new StreamReader(stream).ReadToEndAsync(_stop.Token);
    }

    private System.Text.RegularExpressions.Match Address() =>
        System.Text.RegularExpressions.Regex.Match(Said(), "http://127[.]0[.]0[.]1:[0-9]+/");

    // The synchronized writer locks itself: what it has written so far is read under the same lock.
    private string Said()
    {
        lock (_voice)
        {
            return _said.ToString();
        }
    }

    private async Task<string> AddressAsync()
    {
        while (true)
        {
            if (_running.IsCompleted)
            {
                await _running;
            }

            if (Address() is { Success: true } found)
            {
                return found.Value;
            }

            await Task.Delay(20, _stop.Token);
        }
    }

    private async Task<JsonNode> NextAsync(StreamReader events, Func<JsonNode, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (
                line.StartsWith("data: ", StringComparison.Ordinal)
                && JsonNode.Parse(line["data: ".Length..]) is { } status
                && wanted(status)
            )
            {
                return status;
            }
        }

        throw new InvalidOperationException("The preview closed its stream of events.");
    }
}
