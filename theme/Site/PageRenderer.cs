using System.Collections.Concurrent;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Turns pages into bytes（页面渲染）, from any number of threads: UTF-8 without BOM, lines ended by LF. Buffers are used again, so that
/// memory stays flat over 100,000 pages.
/// </summary>
public sealed class PageRenderer
{
    private readonly ConcurrentBag<BlockWriter> idle = [];

    /// <summary>Renders a page.</summary>
    public ReadOnlyMemory<byte> Render(SitePage page) => Render(page.Component, "Page", page);

    /// <summary>Renders a block with one parameter.</summary>
    internal byte[] Render(Type block, string parameter, object value)
    {
        if (!idle.TryTake(out var writer))
        {
            writer = new BlockWriter();
        }

        var bytes = writer.Write(block, parameter, value);
        idle.Add(writer);
        return bytes;
    }
}
