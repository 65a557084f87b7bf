using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Turns pages into bytes（页面渲染）, from any number of threads: UTF-8 without BOM, lines ended by LF.
/// </summary>
public static class PageRenderer
{
    private const int Usual = 64 * 1024;

    private static readonly byte[] MarkBytes = Encoding.UTF8.GetBytes(SitePage.FingerprintMark);
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<HtmlEncoder>(MarkupEncoder.Instance)
        .BuildServiceProvider();

    /// <summary>
    /// Renders a page and prints on it the fingerprint of all its other bytes: a page whose content did not change
    /// stays the same file.
    /// </summary>
    public static ReadOnlyMemory<byte> Render(SitePage page)
    {
        var bytes = Render(page.Kind.Component, nameof(PageBase.Page), page);
        if (bytes.Span.LastIndexOf(MarkBytes) is >= 0 and var at)
        {
            Span<byte> hash = stackalloc byte[sizeof(ulong)];
            // It tells versions apart and guards against nobody; the manifest has SHA-256 for whoever wants to verify.
            XxHash3.Hash(bytes.Span, hash);
            // Ten digits, as on paper: no telephone or card number is as short, so that none can be taken for one.
            Convert.TryToHexStringLower(hash[..(MarkBytes.Length / 2)], bytes.Span.Slice(at, MarkBytes.Length), out _);
        }

        return bytes;
    }

    /// <summary>Renders a component with one parameter.</summary>
    internal static Memory<byte> Render(Type component, string parameter, object value)
    {
        // A renderer keeps what it rendered, for a second rendering that never comes: each page has its own.
        using var html = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value });
        var bytes = new MemoryStream(Usual);
        using (var writer = new StreamWriter(bytes, WithoutMark, leaveOpen: true))
        {
            html.Dispatcher.InvokeAsync(() => html.BeginRenderingComponent(component, parameters).WriteHtmlTo(writer))
                .GetAwaiter()
                .GetResult();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
