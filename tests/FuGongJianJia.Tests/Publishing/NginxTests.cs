using System.Net;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>The nginx of the documentation, over five editions.</summary>
public sealed class NginxTests : IDisposable
{
    private static readonly HttpClient Client = new(
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        }
    );

    private readonly PublishSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_edition_is_served_as_it_should_be(bool isBelow)
    {
        var (site, _) = _sample.FolderTarget("  预压缩: 是\n  保留版本: 3\n");
        NginxServer? server = null;
        try
        {
            for (var edition = 1; edition <= 5; edition++)
            {
                _sample.Build(edition);
                Assert.Equal(0, _sample.Publish().Code);
                server ??= new NginxServer(site, isBelow);
                Look(server, edition);
            }

            Assert.Equal(0, _sample.Publish("--rollback").Code);
            Look(server!, 4, others: [5, 3]);
            Assert.Equal(0, _sample.Publish("--rollback", "5").Code);
            Look(server!, 5);
            Rules(server!);
            Assert.DoesNotContain("[emerg]", server!.Log, StringComparison.Ordinal);
        }
        finally
        {
            server?.Dispose();
        }
    }

    private void Look(NginxServer server, int edition, params int[] others)
    {
        // Bytes, types and headers of everything.
        foreach (var (path, digest) in _sample.Site.Where(_ => others.Length == 0))
        {
            var answer = Get(server, "/" + path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(digest, Manifest.Hash(Bytes(answer)));
            Assert.Equal(WebType.WithCharset(WebType.Of(path)), answer.Content.Headers.ContentType?.ToString());
            Same(server, answer, path.StartsWith("assets/", StringComparison.Ordinal));
        }

        // A folder is its page.
        Assert.Contains($"第{edition}版", Text(Get(server, "/")), StringComparison.Ordinal);
        Assert.Contains($"只在第{edition}版", Text(Get(server, $"/p{edition}/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MovedPermanently, Get(server, "/about").StatusCode);
        Assert.Equal($"{server.Below}/about/", Get(server, "/about").Headers.Location?.ToString());

        // A page that was opened before goes on as it was.
        foreach (
            var old in others.Length > 0 ? others
            : edition > 1 ? [edition - 1]
            : (int[])[]
        )
        {
            Assert.Equal(HttpStatusCode.OK, Get(server, "/" + PublishSample.Style(old)).StatusCode);
        }

        // What is gone is gone, with our own page, which nobody keeps.
        foreach (var path in (string[])[$"/p{edition - 1}/", "/nowhere", "/assets/nowhere.0123456789.css"])
        {
            var absent = Get(server, path);
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
            Assert.Contains("没有找到页面", Text(absent), StringComparison.Ordinal);
            Same(server, absent, isLasting: false);
        }

        // What stands beside is sent as it stands.
        foreach (var (coding, suffix) in new[] { ("gzip", ".gz"), ("br", ".br") })
        {
            foreach (var path in (string[])["/index.html", "/data/2024/scores.csv", "/" + PublishSample.Style(edition)])
            {
                var answer = Get(server, path, coding);
                Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
                Assert.Equal(File.ReadAllBytes(FileOf(path + suffix)), Bytes(answer));
                Assert.Equal("Accept-Encoding", answer.Headers.Vary.ToString());
                Assert.Equal(WebType.WithCharset(WebType.Of(path)), answer.Content.Headers.ContentType?.ToString());
                Same(server, answer, path.StartsWith("/assets/", StringComparison.Ordinal));
            }
        }

        Assert.Empty(Get(server, "/reports/2024/annual.pdf", "br").Content.Headers.ContentEncoding);
    }

    private void Rules(NginxServer server)
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, Get(server, "/", method: HttpMethod.Post).StatusCode);
        _sample.Write("www/site/.hidden", "hidden");
        Assert.Equal(HttpStatusCode.NotFound, Get(server, "/.hidden").StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, Get(server, "/../versions/record.json").StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, Raw(server, "/../../versions/record.json"));
        if (server.Below.Length > 0)
        {
            Assert.Equal(
                "/nianjian/",
                Client.GetAsync(server.Address + "/nianjian").Result.Headers.Location?.ToString()
            );
        }

        using var safe = Client.GetAsync(server.SafeAddress + "/about/").Result;
        Assert.Equal(HttpStatusCode.OK, safe.StatusCode);
        Same(server, safe, isLasting: false);
    }

    private static void Same(NginxServer server, HttpResponseMessage answer, bool isLasting)
    {
        Assert.All(SiteHeaders.All, h => Assert.Equal([h.Value], answer.Headers.GetValues(h.Name)));
        Assert.Contains(
            "frame-ancestors",
            string.Concat(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.True(
            isLasting
                == (answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) is true),
            $"{answer.RequestMessage?.RequestUri} {answer.Headers.CacheControl} {server.Log}"
        );
        Assert.Equal(!isLasting, answer.Headers.CacheControl?.NoCache);
    }

    // A client would tidy the address up.
    private static HttpStatusCode Raw(NginxServer server, string path)
    {
        var uri = new Uri(server.Address);
        using var client = new System.Net.Sockets.TcpClient(uri.Host, uri.Port);
        using var stream = client.GetStream();
        stream.Write(
            Encoding.ASCII.GetBytes($"GET {server.Below}{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        );
        using var reader = new StreamReader(stream);
        return (HttpStatusCode)
            int.Parse(reader.ReadLine()!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static HttpResponseMessage Get(
        NginxServer server,
        string path,
        string? coding = null,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, server.Address + server.Below + path);
        if (coding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(coding);
        }

        return Client.SendAsync(request).Result;
    }

    private string FileOf(string path) => Path.Combine(_sample.Root, "www/site" + path);

    private static byte[] Bytes(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync().Result;

    private static string Text(HttpResponseMessage answer) => Encoding.UTF8.GetString(Bytes(answer));
}
