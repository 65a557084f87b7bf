using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>
/// Chromium's own PDF viewer without a window, driven by its debugging protocol, which alone waits until a page is
/// drawn.
/// </summary>
internal sealed class ChromiumViewer : IDisposable
{
    private readonly Process _process;
    private readonly string _profile;

    private ChromiumViewer(Process process, string profile) => (_process, _profile) = (process, profile);

    public static ChromiumViewer Start(string folder)
    {
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(profile);
        var start = new ProcessStartInfo(
            "chromium",
            [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--force-device-scale-factor=1",
                $"--user-data-dir={profile}",
                "--remote-debugging-port=0",
                "--window-size=1300,1500",
                "about:blank",
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("chromium did not start.");
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            return new(process, profile);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new InvalidOperationException(
                "chromium is not installed: run test.sh, or install chromium.",
                problem
            );
        }
    }

    /// <summary>The first page of a file at 96 pixels an inch, once two pictures in a row are the same.</summary>
    public async Task<Raster> ShowAsync(string pdf, int width, int height)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = await OpenAsync($"file://{pdf}#toolbar=0&navpanes=0&zoom=100", cancel);
        Raster? before = null;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            await Task.Delay(400, cancel);
            var screen = Raster.FromPng(await CaptureAsync(socket, """{"format":"png"}""", cancel));
            var page = FindPage(screen, width, height);
            if (
                page is not null
                && before is not null
                && page.Pixels.AsSpan().SequenceEqual(before.Pixels)
                && page.Pixels.AsSpan().ContainsAnyInRange((byte)0, (byte)100)
            )
                return page;
            before = page;
        }

        throw new InvalidOperationException("Chromium showed no page within 16 seconds.");
    }

    /// <summary>
    /// Opens a page of HTML, waits until its script sets <c>window.done</c> to a string, and takes a picture of each
    /// element of the class "shown".
    /// </summary>
    public async Task<(string Result, Raster[] Pictures)> RunAsync(string html)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = await OpenAsync("file://" + html, cancel);
        var result = "";
        for (var attempt = 0; result.Length == 0; attempt++)
        {
            Assert.True(attempt < 600, "The script was not done within a minute.");
            await Task.Delay(100, cancel);
            result = await EvaluateAsync(socket, "window.done || ''", cancel);
        }

        const string Places =
            "JSON.stringify([...document.querySelectorAll('.shown')].map(e => e.getBoundingClientRect()))";
        using var places = JsonDocument.Parse(await EvaluateAsync(socket, Places, cancel));
        var pictures = new List<Raster>();
        foreach (var place in places.RootElement.EnumerateArray())
        {
            var clip = string.Join(
                ',',
                ((string[])["x", "y", "width", "height"]).Select(n => $"\"{n}\":{place.GetProperty(n)}")
            );
            pictures.Add(
                Raster.FromPng(
                    await CaptureAsync(
                        socket,
                        "{\"format\":\"png\",\"captureBeyondViewport\":true,\"clip\":{" + clip + ",\"scale\":1}}",
                        cancel
                    )
                )
            );
        }

        return (result, [.. pictures]);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    // The page is white on the viewer's dark desk; its margin is white as well.
    private static Raster? FindPage(Raster screen, int width, int height)
    {
        const int Probe = 20;
        var left = 0;
        while (left < screen.Width && screen.Pixels[(Probe * screen.Width) + left] < 250)
            left++;
        var top = 0;
        while (left < screen.Width && top < Probe && screen.Pixels[(top * screen.Width) + left + 10] < 250)
            top++;
        return left + width <= screen.Width && left > 0 ? screen.Crop(left, top, width, height) : null;
    }

    private async Task<ClientWebSocket> OpenAsync(string address, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{await PortAsync(cancel)}") };
        using var answer = await http.PutAsync(
            new Uri($"/json/new?{Uri.EscapeDataString(address)}", UriKind.Relative),
            null,
            cancel
        );
        var tab = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(tab.GetProperty("webSocketDebuggerUrl").GetString()!), cancel);
        return socket;
    }

    private static async Task<byte[]> CaptureAsync(ClientWebSocket socket, string how, CancellationToken cancel)
    {
        var shot = await AskAsync(socket, "Page.captureScreenshot", how, cancel);
        return shot.GetProperty("result").GetProperty("data").GetBytesFromBase64();
    }

    // A string; empty while the page is not there yet.
    private static async Task<string> EvaluateAsync(ClientWebSocket socket, string script, CancellationToken cancel)
    {
        var answer = await AskAsync(
            socket,
            "Runtime.evaluate",
            $$"""{"expression":{{JsonSerializer.Serialize(script)}},"returnByValue":true}""",
            cancel
        );
        return
            answer.TryGetProperty("result", out var outcome)
            && outcome.GetProperty("result").TryGetProperty("value", out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
    }

    private static async Task<JsonElement> AskAsync(
        ClientWebSocket socket,
        string method,
        string parameters,
        CancellationToken cancel
    )
    {
        await socket.SendAsync(
            Encoding.UTF8.GetBytes($$"""{"id":1,"method":"{{method}}","params":{{parameters}}}"""),
            WebSocketMessageType.Text,
            true,
            cancel
        );
        using var message = new MemoryStream();
        var buffer = new byte[65536];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancel);
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        using var json = JsonDocument.Parse(message.ToArray());
        return json.RootElement.Clone();
    }

    private async Task<string> PortAsync(CancellationToken cancel)
    {
        var file = Path.Combine(_profile, "DevToolsActivePort");
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancel) is [var port, _, ..])
                return port;
            await Task.Delay(200, cancel);
        }

        throw new InvalidOperationException("Chromium did not open its debugging port within 20 seconds.");
    }
}
