using FuGongJianJia.Model;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>Score out of 100 as a thin bar（得分条）; beside it stands the number.</summary>
public sealed class ScoreBar : WrittenBlock
{
    /// <summary>0–100; null leaves the rail empty.</summary>
    [Parameter, EditorRequired]
    public decimal? Value { get; set; }

    /// <summary>Its index.</summary>
    [Parameter, EditorRequired]
    public IndexKey Index { get; set; }

    internal override void Write(Markup to) => Write(Value, Index, to);

    internal static void Write(decimal? value, IndexKey index, Markup to)
    {
        if (value is { } v)
        {
            to.Write(
                $"""<svg class="bar {index.Slug()}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><path class="rail" d="M0 3H100"/><path class="run" d="M0 3H{(double)v}"/></svg>"""
            );
        }
        else
        {
            to.Raw(
                """<svg class="bar void" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><path class="rail" d="M0 3H100"/></svg>"""u8
            );
        }
    }
}
