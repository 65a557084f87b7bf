using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

// Frames are documented as internal to Blazor: they may change with a major version, which the pinned SDK and the tests
// would show.
#pragma warning disable BL0006

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Writes a block's frames straight to UTF-8（写出）. HtmlRenderer builds a tree of components, compares it with an empty
/// one, keeps it for
/// a second rendering that never comes, and writes it by way of UTF-16: more than half of a page's time. One writer
/// serves one thread.
/// </summary>
/// <param name="shared">What was written of shared blocks, for all writers of a site.</param>
internal sealed class BlockWriter(ConcurrentDictionary<SharedBlock.Key, byte[]> shared)
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.Ordinal,
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr"
    );

    private static readonly MethodInfo SetterOf = typeof(BlockWriter).GetMethod(
        nameof(Setter),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, Action<Block, object?>>> Parameters =
        new();

    // One builder a level: a block's frames are walked while the blocks inside it fill theirs.
    private readonly List<RenderTreeBuilder> _builders = [];
    private readonly Markup _to = new();
    private int _level;

    /// <summary>The bytes of a block with one parameter.</summary>
    public byte[] Write(Type type, string parameter, object value)
    {
        // A block that failed may have left its builders half filled.
        _level = 0;
        _to.Clear();
        _builders.ForEach(b => b.Clear());
        var block = Create(type);
        Set(block, parameter, value);
        Block(block);
        return _to.ToArray();
    }

    private void Block(Block block)
    {
        if (block is WrittenBlock written)
        {
            written.Write(_to);
            return;
        }

        if (_level == _builders.Count)
        {
            _builders.Add(new RenderTreeBuilder());
        }

        var builder = _builders[_level++];
        block.Build(builder);
        var frames = builder.GetFrames();
        Frames(frames.Array.AsSpan(0, frames.Count));
        builder.Clear();
        _level--;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Frames(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var i = 0; i < frames.Length; )
        {
            ref readonly var frame = ref frames[i];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    Element(frame.ElementName, frames.Slice(i + 1, frame.ElementSubtreeLength - 1));
                    i += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    Component(frame.ComponentType, frames.Slice(i + 1, frame.ComponentSubtreeLength - 1));
                    i += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Region:
                    Frames(frames.Slice(i + 1, frame.RegionSubtreeLength - 1));
                    i += frame.RegionSubtreeLength;
                    break;
                case RenderTreeFrameType.Text:
                    _to.Text(frame.TextContent);
                    i++;
                    break;
                case RenderTreeFrameType.Markup:
                    // The indentation of the component's own file is a sixth of a page of tables and says nothing.
                    _to.Raw(
                        frame.MarkupContent.StartsWith('\n') && string.IsNullOrWhiteSpace(frame.MarkupContent)
                            ? "\n"
                            : frame.MarkupContent
                    );
                    i++;
                    break;
                default:
                    throw new NotSupportedException($"A page cannot hold a frame of kind {frame.FrameType}.");
            }
        }
    }

    private void Component(Type type, ReadOnlySpan<RenderTreeFrame> parameters)
    {
        if (!type.IsSubclassOf(typeof(SharedBlock)))
        {
            Fresh(type, parameters);
            return;
        }

        var key = KeyOf(type, parameters);
        if (shared.TryGetValue(key, out var known))
        {
            _to.Raw(known);
            return;
        }

        var start = _to.Written.Length;
        Fresh(type, parameters);
        shared[key] = _to.Written[start..].ToArray();
    }

    private void Fresh(Type type, ReadOnlySpan<RenderTreeFrame> parameters)
    {
        var block = Create(type);
        foreach (ref readonly var parameter in parameters)
        {
            Set(block, parameter.AttributeName, parameter.AttributeValue);
        }

        Block(block);
    }

    private static SharedBlock.Key KeyOf(Type type, ReadOnlySpan<RenderTreeFrame> parameters) =>
        parameters.Length > 4
            ? throw new NotSupportedException($"{type.Name} is shared by at most four parameters.")
            : new(type, At(parameters, 0), At(parameters, 1), At(parameters, 2), At(parameters, 3));

    private static object? At(ReadOnlySpan<RenderTreeFrame> parameters, int n) =>
        n < parameters.Length ? parameters[n].AttributeValue : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Element(string name, ReadOnlySpan<RenderTreeFrame> frames)
    {
        _to.Raw("<"u8);
        _to.Raw(name);
        var at = 0;
        while (at < frames.Length && frames[at].FrameType == RenderTreeFrameType.Attribute)
        {
            ref readonly var attribute = ref frames[at++];
            _to.Raw(" "u8);
            _to.Raw(attribute.AttributeName);
            if (attribute.AttributeValue is string value)
            {
                _to.Raw("=\""u8);
                _to.Text(value);
                _to.Raw("\""u8);
            }
        }

        _to.Raw(">"u8);
        if (at < frames.Length || !Void.Contains(name))
        {
            Frames(frames[at..]);
            _to.Raw("</"u8);
            _to.Raw(name);
            _to.Raw(">"u8);
        }
    }

    private static Block Create(Type type) => (Block)Activator.CreateInstance(type)!;

    private static void Set(Block block, string name, object? value) =>
        Parameters.GetOrAdd(
            block.GetType(),
            static type =>
                type.GetProperties()
                    .Where(p => p.IsDefined(typeof(ParameterAttribute)))
                    .ToFrozenDictionary(
                        p => p.Name,
                        p =>
                            (Action<Block, object?>)
                                SetterOf
                                    .MakeGenericMethod(p.DeclaringType!, p.PropertyType)
                                    .Invoke(null, [p.SetMethod])!,
                        StringComparer.Ordinal
                    )
        )[name](block, value);

    // An invoker of the framework would emit code of its own for every property of every block.
    private static Action<Block, object?> Setter<TBlock, TValue>(MethodInfo setter)
        where TBlock : Block
    {
        var set = setter.CreateDelegate<Action<TBlock, TValue>>();
        return (block, value) => set((TBlock)block, (TValue)value!);
    }
}
