using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

// Frames are documented as internal to Blazor: they may change with a major version, which the pinned SDK and the tests would show.
#pragma warning disable BL0006

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Writes a block's frames straight to UTF-8（写出）. HtmlRenderer builds a tree of components, compares it with an empty one, keeps it for
/// a second rendering that never comes, and writes it by way of UTF-16: more than half of a page's time. One writer serves one thread.
/// </summary>
internal sealed class BlockWriter
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.Ordinal, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, MethodInvoker>> Parameters = new();

    // One builder a level: a block's frames are walked while the blocks inside it fill theirs.
    private readonly List<RenderTreeBuilder> builders = [];
    private byte[] buffer = new byte[64 * 1024];
    private int used;
    private int level;

    /// <summary>The bytes of a block with one parameter.</summary>
    public byte[] Write(Type type, string parameter, object value)
    {
        // A block that failed may have left its builders half filled.
        (used, level) = (0, 0);
        builders.ForEach(b => b.Clear());
        var block = Create(type);
        Set(block, parameter, value);
        Block(block);
        return buffer.AsSpan(0, used).ToArray();
    }

    private void Block(Block block)
    {
        if (level == builders.Count)
        {
            builders.Add(new RenderTreeBuilder());
        }

        var builder = builders[level++];
        block.Build(builder);
        var frames = builder.GetFrames();
        Frames(frames.Array.AsSpan(0, frames.Count));
        builder.Clear();
        level--;
    }

    private void Frames(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var i = 0; i < frames.Length;)
        {
            ref readonly var frame = ref frames[i];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    Element(frame.ElementName, frames.Slice(i + 1, frame.ElementSubtreeLength - 1));
                    i += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    var block = Create(frame.ComponentType);
                    foreach (ref readonly var attribute in frames.Slice(i + 1, frame.ComponentSubtreeLength - 1))
                    {
                        Set(block, attribute.AttributeName, attribute.AttributeValue);
                    }

                    Block(block);
                    i += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Region:
                    Frames(frames.Slice(i + 1, frame.RegionSubtreeLength - 1));
                    i += frame.RegionSubtreeLength;
                    break;
                case RenderTreeFrameType.Text:
                    Text(frame.TextContent);
                    i++;
                    break;
                case RenderTreeFrameType.Markup:
                    // The indentation of the component's own file is a sixth of a page of tables and says nothing.
                    Raw(frame.MarkupContent.StartsWith('\n') && string.IsNullOrWhiteSpace(frame.MarkupContent) ? "\n" : frame.MarkupContent);
                    i++;
                    break;
                default:
                    throw new NotSupportedException($"A page cannot hold a frame of kind {frame.FrameType}.");
            }
        }
    }

    private void Element(string name, ReadOnlySpan<RenderTreeFrame> frames)
    {
        Raw("<"u8);
        Name(name);
        var at = 0;
        while (at < frames.Length && frames[at].FrameType == RenderTreeFrameType.Attribute)
        {
            ref readonly var attribute = ref frames[at++];
            Raw(" "u8);
            Name(attribute.AttributeName);
            if (attribute.AttributeValue is string value)
            {
                Raw("=\""u8);
                Text(value);
                Raw("\""u8);
            }
        }

        Raw(">"u8);
        if (at < frames.Length || !Void.Contains(name))
        {
            Frames(frames[at..]);
            Raw("</"u8);
            Name(name);
            Raw(">"u8);
        }
    }

    // Names and texts come from people: what HTML would read as its own is escaped, all else stands as it is. Most texts are a few
    // characters, so they are encoded here one by one.
    private void Text(ReadOnlySpan<char> text)
    {
        Room(text.Length * 6);
        for (var i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                if (c is '&' or '<' or '>' or '"' or '\'')
                {
                    Raw(c switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, '"' => "&quot;"u8, _ => "&#x27;"u8 });
                }
                else
                {
                    buffer[used++] = (byte)c;
                }
            }
            else if (c >= 0x800 && !char.IsSurrogate((char)c))
            {
                buffer[used++] = (byte)(0xE0 | (c >> 12));
                buffer[used++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                buffer[used++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                var pair = char.IsHighSurrogate((char)c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                Raw(text.Slice(i, pair));
                i += pair - 1;
            }
        }
    }

    private void Raw(ReadOnlySpan<char> text)
    {
        // No UTF-16 unit takes more than three bytes of UTF-8.
        Room(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
    }

    private void Raw(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
    }

    // Names of elements and attributes are ASCII.
    private void Name(string name)
    {
        Room(name.Length);
        foreach (var c in name)
        {
            buffer[used++] = (byte)c;
        }
    }

    // The longest escape of a character is six bytes.
    private void Room(int bytes)
    {
        if (buffer.Length - used < bytes)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + bytes));
        }
    }

    private static Block Create(Type type) => (Block)Activator.CreateInstance(type)!;

    private static void Set(Block block, string name, object? value) => Parameters.GetOrAdd(block.GetType(), static type => type
        .GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)))
        .ToFrozenDictionary(p => p.Name, p => MethodInvoker.Create(p.SetMethod!), StringComparer.Ordinal))[name].Invoke(block, value);
}
