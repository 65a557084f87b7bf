using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuGongJianJia.Cli.Server;

/// <summary>What the preview page is told（预览状态）.</summary>
/// <param name="Build">Counts successful builds: another number means another site.</param>
/// <param name="Good">Whether the last build succeeded.</param>
/// <param name="Problems">Errors and warnings of the last build.</param>
internal sealed record PreviewStatus(int Build, bool Good, IReadOnlyList<string> Problems);

/// <summary>
/// Serves output/site on 127.0.0.1 only. Pages get one script more, which reloads them after a build and shows
/// diagnostics.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly string _site;
    private readonly WebApplication _application;
    private readonly FileExtensionContentTypeProvider _types = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PreviewStatus _status = new(0, true, []);

    private PreviewServer(string site, int port)
    {
        _site = Path.GetFullPath(site);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseUrls(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        _application = builder.Build();
        _application.Run(ServeAsync);
    }

    /// <summary>Address, once started.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Starts serving.</summary>
    /// <param name="site">The folder site of an output.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <returns>The server, or null when another program has the port.</returns>
    public static async Task<PreviewServer?> StartAsync(string site, int port)
    {
        var server = new PreviewServer(site, port);
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

    private Task ServeAsync(HttpContext context) =>
        context.Request.Path.Value switch
        {
            "/__fugong/events" => EventsAsync(context),
            "/__fugong/live.js" => ScriptAsync(context),
            var path => FileAsync(context, path ?? "/"),
        };

    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            var next = _changed.Task;
            await context
                .Response.WriteAsync($"data: {JsonSerializer.Serialize(_status, Json)}\n\n", context.RequestAborted)
                .ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await next.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async Task ScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        await using var script = typeof(PreviewServer).Assembly.GetManifestResourceStream("live.js")!;
        await script.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task FileAsync(HttpContext context, string path)
    {
        var file = Find(path);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = Path.Combine(_site, "404.html");
            if (!File.Exists(file))
            {
                return;
            }
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = _types.TryGetContentType(file, out var type)
            ? type is "text/html" or "text/css" or "text/csv" or "text/javascript"
                ? type + "; charset=utf-8"
                : type
            : "application/octet-stream";
        var content = await File.ReadAllBytesAsync(file, context.RequestAborted).ConfigureAwait(false);
        await context
            .Response.Body.WriteAsync(type == "text/html" ? WithScript(content) : content, context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static byte[] WithScript(byte[] html)
    {
        var end = html.AsSpan().LastIndexOf("</body>"u8);
        return end < 0
            ? html
            : [.. html[..end], .. "<script src=\"/__fugong/live.js\" defer></script>"u8, .. html[end..]];
    }

    // Only files below the site; a folder means its index.html.
    private string? Find(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_site, path.TrimStart('/')));
        if (full != _site && !full.StartsWith(_site + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        full = Directory.Exists(full) ? Path.Combine(full, "index.html") : full;
        return File.Exists(full) ? full : null;
    }
}
