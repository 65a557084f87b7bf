using FuGongJianJia.Model;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>Small marks used everywhere（通用小件）; constants, so that a hot table pays nothing for them.</summary>
public static class Ui
{
    private static readonly MarkupString[] Seals =
        [.. Vocabulary.Indexes.Select(k => (MarkupString)$"<span class=\"seal {k.Slug()}\" aria-hidden=\"true\">{k.Seal()}</span>")];

    /// <summary>One-character seal of an index; the word always stands beside it, so it is hidden from screen readers.</summary>
    public static MarkupString Seal(IndexKey key) => Seals[(int)key];

    /// <summary>Score out of 100 as a thin bar with its target as a tick; beside it stands the number.</summary>
    public static MarkupString Bar(decimal? value, IndexKey key) => value is { } v
        ? (MarkupString)$"<svg class=\"bar {key.Slug()}\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"rail\" d=\"M0 3H100\"/><path class=\"run\" d=\"M0 3H{Figures.Svg(Math.Clamp(v, 0m, 100m))}\"/></svg>"
        : (MarkupString)"<svg class=\"bar void\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"rail\" d=\"M0 3H100\"/></svg>";

    /// <summary>A table's scroll region opens: focusable, so that the keyboard can scroll it (WCAG 1.4.10, 2.1.1).</summary>
    public static string Region(string caption) => caption + "（可左右滚动）";
}
