using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuGongJianJia.Cli.Server;

/// <summary>
/// Serves the site of a preview on 127.0.0.1 only, below the path where it will be hosted. Pages get one script more,
/// which reloads them after a build and shows diagnostics.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly PreviewFiles _files;
    private readonly string _basePath;
    private readonly FileOpener? _opener;

    // Only a page of this server can read it, so that no other site can have a file opened.
    private readonly string _key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly WebApplication _application;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PreviewStatus _status = new(0, true, [], Building: true);

    private PreviewServer(string site, int port, string basePath, FileOpener? opener)
    {
        _files = new PreviewFiles(site);
        _basePath = basePath;
        _opener = opener;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseUrls(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where its pages begin, with a slash at the end, once started.</summary>
    public string Address => Origin + _basePath;

    /// <summary>What the last build gave, and whether one is under way.</summary>
    public PreviewStatus Status => _status;

    private string Origin => _application.Urls.First();

    /// <summary>Starts serving.</summary>
    /// <param name="site">The folder site of an output.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <param name="basePath">Where the site stands on its host, with a slash at both ends.</param>
    /// <param name="opener">Opens the file of a problem; null where nothing can.</param>
    /// <returns>The server, or null when another program has the port.</returns>
    public static async Task<PreviewServer?> StartAsync(
        string site,
        int port,
        string basePath = "/",
        FileOpener? opener = null
    )
    {
        var server = new PreviewServer(site, port, basePath, opener);
        try
        {
            await server._application.StartAsync().ConfigureAwait(false);
            return server;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await server._application.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Tells every open page.</summary>
    public void Publish(PreviewStatus status)
    {
        _status = status;
        Interlocked
            .Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Open event streams end with their requests; a short grace is enough for a preview.
        using var grace = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _application.StopAsync(grace.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        foreach (var (name, value) in SiteHeaders.All)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await (
                Refusal(context.Request) is { } refusal
                    ? SayAsync(context, refusal.Status, refusal.Title, refusal.Remedy)
                    : ServeAsync(context)
            ).ConfigureAwait(false);
        }
        catch (Exception failure) when (FileTrouble.Is(failure) && !context.RequestAborted.IsCancellationRequested)
        {
            // A build may take a file away, another program may hold it: this answer fails, the preview goes on.
            await SayAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    $"这个文件现在读不出来：{FileTrouble.Words(failure)}",
                    "请稍等片刻再刷新；还是不行时，关闭正在使用输出文件夹的程序。"
                )
                .ConfigureAwait(false);
        }
    }

    // A page of another site can lead a browser here under a name of its own, or post to it: only this machine's names
    // at this port are answered, and there is nothing to change.
    private (int Status, string Title, string Remedy)? Refusal(HttpRequest request)
    {
        var here = new Uri(Origin);
        bool IsHere(string? name, int? port) => name is "127.0.0.1" or "localhost" && port == here.Port;
        if (!IsHere(request.Host.Host, request.Host.Port ?? 80))
        {
            return (StatusCodes.Status421MisdirectedRequest, "预览只在本机上看", $"请打开 {Address} 。");
        }

        if (
            request.Headers.Origin.Any(o =>
                !(Uri.TryCreate(o, UriKind.Absolute, out var from) && IsHere(from.Host, from.Port))
            )
        )
        {
            return (StatusCodes.Status403Forbidden, "别的网站不能读取预览", $"请直接打开 {Address} 。");
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? null
            : (StatusCodes.Status405MethodNotAllowed, "预览只能看，不能改", $"请打开 {Address} 。");
    }

    private Task ServeAsync(HttpContext context) =>
        context.Request.Path.Value switch
        {
            "/__fugong/events" => EventsAsync(context),
            "/__fugong/live.js" => ScriptAsync(context),
            "/__fugong/open" => OpenAsync(context),
            { } path when path.StartsWith(_basePath, StringComparison.Ordinal) => FileAsync(
                context,
                path[(_basePath.Length - 1)..]
            ),
            _ => ElsewhereAsync(context),
        };

    // The site stands below its path, as it will on its host: the root of this server leads there.
    private Task ElsewhereAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not (null or "" or "/"))
        {
            return SayAsync(
                context,
                StatusCodes.Status404NotFound,
                "这里不是网站",
                $"网站在子目录里，请打开 {Address} 。"
            );
        }

        context.Response.Redirect(_basePath);
        return Task.CompletedTask;
    }

    private static async Task SayAsync(HttpContext context, int status, string title, string remedy)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, HEAD";
        }

        await WriteAsync(
                context,
                "text/html",
                WithScript(
                    Encoding.UTF8.GetBytes(
                        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                            + $"<title>{title}</title></head><body><h1>{title}</h1><p>{remedy}</p></body></html>\n"
                    )
                )
            )
            .ConfigureAwait(false);
    }

    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        while (!context.RequestAborted.IsCancellationRequested)
        {
            var next = _changed.Task;
            await context
                .Response.WriteAsync(
                    $"data: {JsonSerializer.Serialize(Told(_status), Json)}\n\n",
                    context.RequestAborted
                )
                .ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await next.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private object Told(PreviewStatus status) =>
        new
        {
            status.Build,
            status.Good,
            status.Building,
            Key = _key,
            Problems = status.Problems.Select(p => new
            {
                p.Severity,
                p.Text,
                Opens = _opener?.Knows(p) is true,
            }),
        };

    // A problem is named by its number in the list: no address of a file ever comes from outside.
    private Task OpenAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var isOpened =
            query["key"] == _key
            && int.TryParse(query["problem"], CultureInfo.InvariantCulture, out var number)
            && _status.Problems.ElementAtOrDefault(number) is { } problem
            && _opener?.Open(problem) is true;
        context.Response.StatusCode = isOpened ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task ScriptAsync(HttpContext context)
    {
        await using var script = typeof(PreviewServer).Assembly.GetManifestResourceStream("live.js")!;
        using var content = new MemoryStream();
        await script.CopyToAsync(content, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, "text/javascript", content.ToArray()).ConfigureAwait(false);
    }

    private async Task FileAsync(HttpContext context, string path)
    {
        var file = _files.Find(path);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = _files.Find("404.html");
            if (file is null)
            {
                // Nothing was ever built: the page waits with its reader, and shows what is wrong when it cannot be.
                await SayAsync(
                        context,
                        StatusCodes.Status404NotFound,
                        _status.Building ? "正在生成" : "还没有可以看的网站",
                        _status.Building
                            ? "第一次要等一会儿，做好以后这里自动变成网站。"
                            : "数据有错，还没有生成过。错误列在下面，改好以后这里自动变成网站。"
                    )
                    .ConfigureAwait(false);
                return;
            }
        }

        // Whatever somebody put there, a pipe too: reading does not wait.
        var content =
            StoredFile.ReadUpTo(file, Array.MaxLength) ?? throw new FileNotFoundException(message: null, file);
        var type = WebType.Of(file);
        await WriteAsync(context, type, type == WebType.Html ? WithScript(content) : content).ConfigureAwait(false);
    }

    // The answer to HEAD is that to GET without the content.
    private static async Task WriteAsync(HttpContext context, string type, byte[] content)
    {
        context.Response.ContentType = WebType.WithCharset(type);
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static byte[] WithScript(byte[] html)
    {
        var end = html.AsSpan().LastIndexOf("</body>"u8);
        return end < 0
            ? html
            : [.. html[..end], .. "<script src=\"/__fugong/live.js\" defer></script>"u8, .. html[end..]];
    }
}
