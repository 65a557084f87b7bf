using System.Text;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// The worker that keeps what was read（离线阅读）: the network comes first, so nothing old is shown while there is one; what
/// carries its content in its name is taken from what was kept.
/// </summary>
public static class Offline
{
    /// <summary>Address below site/; beside it stands everything that the worker may answer for.</summary>
    public const string Path = "sw.js";

    private const string Script = """
        // 离线阅读：看过的页面留在浏览器里。The network first; what was kept only where there is none.
        "use strict";
        const scope = new URL(registration.scope).pathname;
        const STORE = "fugong " + scope;
        // More pages than anybody reads on one way; papers are for keeping, not for the browser to keep.
        const MOST = 400;
        const PAPER = /\.(pdf|docx|xlsx|ofd|zip|csv)$/;
        const kept = async request => (await caches.open(STORE)).match(request, { ignoreSearch: true });
        const keep = async (request, answer) => {
          const store = await caches.open(STORE);
          await store.put(request, answer);
          const all = await store.keys();
          await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map(old => store.delete(old)));
        };
        const fetched = async (event, request) => {
          const answer = await fetch(request);
          if (answer.ok && answer.type === "basic") event.waitUntil(keep(request, answer.clone()));
          return answer;
        };
        const nothing = () => new Response(
          "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>没有网络</title><h1>没有网络</h1><p>这一页以前没有看过，现在打不开。看过的页面可以照常看。</p>",
          { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
        addEventListener("install", () => skipWaiting());
        addEventListener("activate", event => event.waitUntil(clients.claim()));
        const ours = url =>
          url.origin === location.origin && url.pathname.startsWith(scope) && !PAPER.test(url.pathname);
        addEventListener("message", event => event.waitUntil(Promise.allSettled(
          event.data.filter(address => ours(new URL(address))).map(async address => {
            const request = new Request(address);
            if (!await kept(request)) await fetched(event, request);
          }))));
        addEventListener("fetch", event => {
          const { request } = event, url = new URL(request.url);
          if (request.method !== "GET" || !ours(url) || request.headers.has("range")) return;
          event.respondWith(url.pathname.startsWith(scope + "assets/")
            ? kept(request).then(old => old ?? fetched(event, request))
            : fetched(event, request).catch(async error => {
              const old = await kept(request);
              if (old) return old;
              if (request.mode === "navigate") return nothing();
              throw error;
            }));
        });

        """;

    /// <summary>The file.</summary>
    public static OutputFile File { get; } =
        new("site/" + Path, OutputKind.Asset, () => Encoding.UTF8.GetBytes(Script));
}
