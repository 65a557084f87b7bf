using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Text;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>One indicator of many units（指标的单位各行）: up to three hundred a page.</summary>
public sealed class IndicatorUnitRows : WrittenBlock
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public SitePage Page { get; set; } = null!;

    /// <summary>Units and their results.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<(UnionResult Unit, IndicatorResult Result)> Rows { get; set; }

    /// <summary>Whether the unit above is named.</summary>
    [Parameter, EditorRequired]
    public bool Parents { get; set; }

    internal override void Write(Markup to)
    {
        foreach (var (unit, result) in Rows)
        {
            Row(unit, result, to);
        }
    }

    private void Row(UnionResult unit, IndicatorResult r, Markup to)
    {
        to.Write(
            $"\n<tr{Ui.State(r.State)}>"
                + $"<th scope=\"row\"><a href=\"{Page.Root}{Page.Site.PathOf(Page.Current.Period, unit)}\">{unit.Name}</a></th>"
                + $"<td class=\"n bars\">"
        );
        ScoreBar.Write(r.Score, r.Indicator.Index, to);
        to.Write(
            $"<b>{Numerals.Score(r.Score)}</b></td>" + $"<td class=\"n\">{r.ValueWithUnit}</td>" + $"<td class=\"n\">"
        );
        if (r.NumeratorText.Length > 0)
        {
            to.Write($"{r.FractionText}");
        }

        to.Write($"</td>" + $"<td class=\"n\">{r.TargetText}</td>" + $"<td>{Ui.StateText(r)}</td>");
        if (Parents)
        {
            to.Write($"<td>{unit.ParentName}</td>");
        }

        to.Raw("</tr>"u8);
    }
}
