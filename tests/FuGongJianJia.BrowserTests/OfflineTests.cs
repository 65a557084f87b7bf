using System.Collections.Frozen;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FuGongJianJia.BrowserTests;

/// <summary>离线: what was read stays when the host is gone, and a new build is taken when it is back.</summary>
public sealed class OfflineTests(SiteFixture site)
{
    [Fact]
    public async Task What_was_read_opens_without_a_network_and_a_new_build_is_taken_with_one()
    {
        var p = site.Edition.Latest;
        var (union, unread) = (Paths.Union(p.Period, p.Unions[0].Code), Paths.Union(p.Period, p.Unions[1].Code));
        var host = await ServeAsync(Build("离线的年鉴"), "http://127.0.0.1:0");
        var root = host.Address;
        var context = await site.Browser.NewContextAsync(new() { Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(root);
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
        // The first page came before the worker: it is kept all the same.
        await page.WaitForFunctionAsync(
            """
            async () => {
              const stores = await caches.keys();
              const all = (await Promise.all(stores.map(async s => (await caches.open(s)).keys()))).flat();
              return all.some(r => r.url.endsWith(".css")) && all.some(r => r.url === location.href);
            }
            """
        );
        await page.GotoAsync(root + union);

        await host.App.StopAsync(TestContext.Current.CancellationToken);
        await host.App.DisposeAsync();
        await page.GotoAsync(root);
        Assert.Equal("离线的年鉴（演示数据）", await page.TitleAsync());
        Assert.True(await page.Locator("form.find").IsVisibleAsync());
        // Dressed as before: the style sheet was kept too.
        Assert.Equal("grid", await page.Locator(".cover").EvaluateAsync<string>("e => getComputedStyle(e).display"));
        await page.GotoAsync(root + union);
        Assert.Equal(p.Unions[0].Name, (await page.Locator("h1").InnerTextAsync()).Trim());
        await page.GotoAsync(root + unread);
        Assert.Equal("没有网络", await page.Locator("h1").InnerTextAsync());

        host = await ServeAsync(Build("新的年鉴"), new Uri(root).GetLeftPart(UriPartial.Authority));
        await page.GotoAsync(root);
        Assert.Equal("新的年鉴（演示数据）", await page.TitleAsync());
        await host.App.StopAsync(TestContext.Current.CancellationToken);
        await page.GotoAsync(root);
        Assert.Equal("新的年鉴（演示数据）", await page.TitleAsync());
        await host.App.DisposeAsync();
        await context.CloseAsync();
    }

    [Fact]
    public async Task From_a_folder_there_is_no_worker_and_no_complaint()
    {
        var folder = Directory.CreateTempSubdirectory("fugong-offline-");
        foreach (
            var (path, file) in Build("文件夹里的年鉴")
                .Where(f => f.Key == Paths.Home || f.Key.StartsWith(Paths.Assets, StringComparison.Ordinal))
        )
        {
            var full = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllBytesAsync(full, file.Render().Content.ToArray(), TestContext.Current.CancellationToken);
        }

        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(new Uri(Path.Combine(folder.FullName, Paths.Home)).AbsoluteUri);
        Assert.Equal("文件夹里的年鉴（演示数据）", await page.TitleAsync());
        Assert.Equal(1, await page.Locator("body[data-offline]").CountAsync());
        Assert.DoesNotContain(
            troubles,
            t => t.StartsWith("script", StringComparison.Ordinal) || t.StartsWith("error", StringComparison.Ordinal)
        );
        await page.Context.CloseAsync();
        folder.Delete(recursive: true);
    }

    private FrozenDictionary<string, OutputFile> Build(string title) =>
        SitePlan
            .Create(
                site.Edition with
                {
                    Settings = site.Edition.Settings with { Title = title, WorksOffline = true },
                },
                new SiteOptions()
            )
            .ToFrozenDictionary(f => f.Path["site/".Length..], StringComparer.Ordinal);

    private static async Task<(WebApplication App, string Address)> ServeAsync(
        FrozenDictionary<string, OutputFile> files,
        string address
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!.TrimStart('/');
            if (!files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, out var file))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = Path.GetExtension(file.Path) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css",
                ".js" => "text/javascript",
                ".svg" => "image/svg+xml",
                _ => "application/octet-stream",
            };
            await context.Response.Body.WriteAsync(file.Render().Content, context.RequestAborted);
        });
        await app.StartAsync();
        return (
            app,
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/"
        );
    }
}
