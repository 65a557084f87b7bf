using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Base of everything written in Razor here（组件基类）: parameters in, markup out. A page is rendered once and kept by
/// nobody, so it has
/// none of the life of an interactive component: no state, no events, no second rendering.
/// </summary>
public abstract class Block : IComponent
{
    void IComponent.Attach(RenderHandle renderHandle) =>
        throw new NotSupportedException("Blocks are rendered by PageRenderer.");

    Task IComponent.SetParametersAsync(ParameterView parameters) =>
        throw new NotSupportedException("Blocks are rendered by PageRenderer.");

    /// <summary>Writes the block's frames; Razor overrides it.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder) { }

    internal void Build(RenderTreeBuilder builder) => BuildRenderTree(builder);
}

/// <summary>
/// A block that writes its own markup（直写组件）: what stands on a page by the hundred, a row of a hot table or a figure,
/// where frames
/// would cost more than what they say.
/// </summary>
public abstract class WrittenBlock : Block
{
    internal abstract void Write(Markup to);
}
