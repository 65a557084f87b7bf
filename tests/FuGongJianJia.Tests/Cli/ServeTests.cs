using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

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
                ((string)p!).Contains("input/site.yml(", StringComparison.Ordinal)
                && ((string)p!).Contains("编印单伟", StringComparison.Ordinal)
        );
        Assert.Contains(
            "改名以后的编印单位",
            await _client.GetStringAsync(address, _stop.Token),
            StringComparison.Ordinal
        );

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
        // A raw request: a client library would tidy the dots away before the server sees them.
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, _stop.Token);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"),
            _stop.Token
        );
        var answer = await new StreamReader(stream).ReadToEndAsync(_stop.Token);
        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
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

            if (
                System.Text.RegularExpressions.Regex.Match(Said(), "http://127[.]0[.]0[.]1:[0-9]+/") is
                { Success: true } found
            )
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
