using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>One indicator of one of many units（指标的单位一行）: up to three hundred a page.</summary>
public sealed class IndicatorUnitRow : WrittenBlock
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public SitePage Page { get; set; } = null!;

    /// <summary>The unit.</summary>
    [Parameter, EditorRequired]
    public UnionResult Unit { get; set; } = null!;

    /// <summary>Its result.</summary>
    [Parameter, EditorRequired]
    public IndicatorResult Result { get; set; } = null!;

    /// <summary>Whether the unit above is named.</summary>
    [Parameter, EditorRequired]
    public bool Parents { get; set; }

    internal override void Write(Markup to)
    {
        var r = Result;
        to.Write($"\n<tr{Ui.State(r.State)}>"
            + $"<th scope=\"row\"><a href=\"{Page.Root}{Page.Site.PathOf(Page.Current.Period, Unit)}\">{Unit.Name}</a></th>"
            + $"<td class=\"n bars\">");
        ScoreBar.Write(r.Score, r.Indicator.Index, to);
        to.Write($"<b>{Numerals.Score(r.Score)}</b></td>"
            + $"<td class=\"n\">{r.ValueText}{r.UnitText}</td>"
            + $"<td class=\"n\">");
        if (r.NumeratorText.Length > 0)
        {
            to.Write($"{r.NumeratorText}/{r.DenominatorText}");
        }

        to.Write($"</td>"
            + $"<td class=\"n\">{r.TargetText}</td>"
            + $"<td>{Ui.StateText(r)}</td>");
        if (Parents)
        {
            to.Write($"<td>{Unit.ParentName}</td>");
        }

        to.Raw("</tr>"u8);
    }
}
