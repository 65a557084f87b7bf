using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Turns pages into bytes（页面渲染）, from any number of threads: UTF-8 without BOM, lines ended by LF. Buffers are used
/// again, so that
/// memory stays flat over 100,000 pages.
/// </summary>
public sealed class PageRenderer
{
    /// <summary>
    /// Stands where a page prints its own fingerprint（内容指纹）: as many bytes as the digits that take its place. U+FDD0 is
    /// no character,
    /// and the last mark on the page is the colophon's, so no text can be taken for it.
    /// </summary>
    internal const string FingerprintMark = "\uFDD0\uFDD0\uFDD00";

    private static readonly byte[] MarkBytes = Encoding.UTF8.GetBytes(FingerprintMark);

    private readonly ConcurrentBag<BlockWriter> _idle = [];
    private readonly ConcurrentDictionary<SharedBlock.Key, byte[]> _shared = new(new SharedBlock.Key.Same());

    /// <summary>
    /// Renders a page and prints on it the fingerprint of all its other bytes: a page whose content did not change
    /// stays the same file.
    /// </summary>
    public ReadOnlyMemory<byte> Render(SitePage page)
    {
        var bytes = Render(page.Component, "Page", page);
        if (bytes.AsSpan().LastIndexOf(MarkBytes) is >= 0 and var at)
        {
            Span<byte> hash = stackalloc byte[sizeof(ulong)];
            // It tells versions apart and guards against nobody; the manifest has SHA-256 for whoever wants to verify.
            XxHash3.Hash(bytes, hash);
            // Ten digits, as on paper: no telephone or card number is as short, so that none can be taken for one.
            Convert.TryToHexStringLower(hash[..(MarkBytes.Length / 2)], bytes.AsSpan(at, MarkBytes.Length), out _);
        }

        return bytes;
    }

    /// <summary>Renders a block with one parameter.</summary>
    internal byte[] Render(Type block, string parameter, object value)
    {
        if (!_idle.TryTake(out var writer))
        {
            writer = new BlockWriter(_shared);
        }

        var bytes = writer.Write(block, parameter, value);
        _idle.Add(writer);
        return bytes;
    }
}
