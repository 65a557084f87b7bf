using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>One index of many units（指数的单位各行）: up to three hundred a page.</summary>
public sealed class IndexUnitRows : WrittenBlock
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public SitePage Page { get; set; } = null!;

    /// <summary>The units.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<UnionResult> Units { get; set; }

    /// <summary>The index.</summary>
    [Parameter, EditorRequired]
    public IndexKey Index { get; set; }

    /// <summary>How many have a place in each group; null where places are not shown.</summary>
    [Parameter, EditorRequired]
    public FrozenDictionary<string, int>? Placed { get; set; }

    /// <summary>Whether the group is named.</summary>
    [Parameter, EditorRequired]
    public bool Groups { get; set; }

    /// <summary>Whether the unit above is named.</summary>
    [Parameter, EditorRequired]
    public bool Parents { get; set; }

    internal override void Write(Markup to)
    {
        foreach (var unit in Units)
        {
            Row(unit, to);
        }
    }

    private void Row(UnionResult unit, Markup to)
    {
        var i = unit.Indexes[(int)Index];
        var thin = Page.Site.IsThin(unit);
        to.Write(
            $"\n<tr{Ui.Thinness(thin)}>"
                + $"<th scope=\"row\"><a href=\"{Page.Root}{Page.Site.PathOf(Page.Current.Period, unit)}\">{unit.Name}</a></th>"
                + $"<td class=\"n bars\">"
        );
        ScoreBar.Write(i.Value, Index, to);
        to.Write($"<b>{Numerals.Score(i.Value)}</b></td>" + $"{(Placed is null ? default : PlaceOf(unit, i, thin))}");
        if (Groups)
        {
            to.Write($"<td>{unit.Ranking.Group}</td>");
        }

        to.Write($"<td class=\"n\">{Numerals.Change(i.Change)}</td>" + $"<td>{i.Grade?.Word() ?? "—"}</td>");
        if (Parents)
        {
            to.Write($"<td>{unit.ParentName}</td>");
        }

        to.Raw("</tr>"u8);
    }

    private MarkupString PlaceOf(UnionResult unit, IndexResult i, bool thin) =>
        (MarkupString)(
            thin || i.Place is not { } place
                ? $"<td class=\"n\">{(thin ? Ui.ThinWord : Numerals.None)}</td>"
                : $"<td class=\"n\">{Numerals.Count(place)}/{Numerals.Count(Placed![unit.Ranking.Group])}</td>"
        );
}
