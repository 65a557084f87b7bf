using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Turns pages into bytes（页面渲染）, from any number of threads. A renderer keeps the root components of all it has
/// rendered until it is disposed, so each is retired after a few pages: memory stays flat over 100,000 pages.
/// </summary>
public sealed class PageRenderer
{
    // Measured on 10,000 union pages: 20 keeps 99 MB where one renderer for all took 622 MB, and is a third faster.
    private const int PagesPerRenderer = 20;

    // Blazor's own encoder writes every hanzi as &#x…;. This one leaves letters alone and still escapes < > & and quotes.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton(JavaScriptEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    private readonly ConcurrentBag<Lease> idle = [];

    /// <summary>Renders a page: UTF-8 without BOM, lines ended by LF.</summary>
    public ReadOnlyMemory<byte> Render(SitePage page)
    {
        if (!idle.TryTake(out var lease))
        {
            lease = new Lease(new HtmlRenderer(Services, NullLoggerFactory.Instance), new StringBuilder(64 * 1024));
        }

        var bytes = lease.Renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(1) { ["Page"] = page });
            var root = await lease.Renderer.RenderComponentAsync(page.Component, parameters);
            lease.Text.Clear();
            using var writer = new StringWriter(lease.Text, System.Globalization.CultureInfo.InvariantCulture);
            root.WriteHtmlTo(writer);
            return Encode(lease.Text);
        }).GetAwaiter().GetResult();

        if (++lease.Pages < PagesPerRenderer)
        {
            idle.Add(lease);
        }
        else
        {
            lease.Renderer.Dispose();
        }

        return bytes;
    }

    private static byte[] Encode(StringBuilder text)
    {
        var size = 0;
        foreach (var chunk in text.GetChunks())
        {
            size += Encoding.UTF8.GetMaxByteCount(chunk.Length);
        }

        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
        var encoder = Encoding.UTF8.GetEncoder();
        var used = 0;
        foreach (var chunk in text.GetChunks())
        {
            used += encoder.GetBytes(chunk.Span, buffer.AsSpan(used), flush: false);
        }

        var bytes = buffer.AsSpan(0, used).ToArray();
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    private sealed class Lease(HtmlRenderer renderer, StringBuilder text)
    {
        public HtmlRenderer Renderer { get; } = renderer;

        public StringBuilder Text { get; } = text;

        public int Pages { get; set; }
    }
}
