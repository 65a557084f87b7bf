using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>Small marks used everywhere（通用小件）; constants, so that a hot table pays nothing for them.</summary>
public static class Ui
{
    private static readonly MarkupString[] Seals =
    [
        .. Vocabulary.Indexes.Select(k =>
            (MarkupString)$"<span class=\"seal {k.Slug()}\" aria-hidden=\"true\">{k.Seal()}</span>"
        ),
    ];

    private static readonly MarkupString NotApplicable = (MarkupString)" class=\"na\"";
    private static readonly MarkupString Thin = (MarkupString)" class=\"thin\"";
    private static readonly MarkupString Missing = (MarkupString)" class=\"missing\"";

    /// <summary>
    /// One-character seal of an index; the word always stands beside it, so it is hidden from screen readers.
    /// </summary>
    public static MarkupString Seal(IndexKey key) => Seals[(int)key];

    /// <summary>up, down, level or none: the class of a change.</summary>
    public static string Direction(decimal? value) =>
        value switch
        {
            null => "none",
            > 0m => "up",
            < 0m => "down",
            _ => "level",
        };

    /// <summary>Class of a row by its state: 不适用 and what is missing are not the figures they stand among.</summary>
    public static MarkupString State(ObservationState state) =>
        state switch
        {
            ObservationState.NotApplicable => NotApplicable,
            ObservationState.Missing or ObservationState.Doubtful => Missing,
            _ => default,
        };

    /// <summary>
    /// State of a value in words: 已报, 汇总 with how many of the units below reported where some did not, 缺报 …, and
    /// whether it is protected.
    /// </summary>
    public static string StateText(IndicatorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { State: not ObservationState.Reported } => result.State.Word(),
            { Withheld: not Withheld.No } => result.Pooled ? "汇总·小数保护" : "已报·小数保护",
            { Pool: { } from } when from.Reporting < from.Applicable =>
                $"汇总{Numerals.Count(from.Reporting)}/{Numerals.Count(from.Applicable)}",
            { Pooled: true } => "汇总",
            _ => "已报",
        };
    }

    /// <summary>Class of a row by whether its unit reported too little.</summary>
    public static MarkupString Thinness(bool thin) => thin ? Thin : default;

    /// <summary>Standing in a table: place or band, else 覆盖不足, else —.</summary>
    public static string Place(SitePage page, UnionResult result)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(result);
        return page.Site.IsThin(result) ? ThinWord : result.Ranking.TableText;
    }

    /// <summary>What stands where the place would.</summary>
    internal const string ThinWord = "覆盖不足";

    /// <summary>
    /// A table's scroll region opens: focusable, so that the keyboard can scroll it (WCAG 1.4.10, 2.1.1).
    /// </summary>
    public static string Region(string caption) => caption + "（可左右滚动）";
}
