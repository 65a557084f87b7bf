using System.Runtime.CompilerServices;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>
/// The indicators of a unit（指标各行）, an index a body: how every point came about. A page has two dozen rows of a dozen
/// cells, half of all its markup.
/// </summary>
public sealed class IndicatorRows : WrittenBlock
{
    private static readonly MarkupString BodyEnd = (MarkupString)"</tbody>";
    private static readonly MarkupString Correction = (MarkupString)"，<a href=\"#corrections\">更正</a>";

    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public SitePage Page { get; set; } = null!;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public UnionResult Result { get; set; } = null!;

    internal override void Write(Markup to)
    {
        IndexKey? last = null;
        foreach (var i in Result.Indicators)
        {
            if (last != i.Indicator.Index)
            {
                to.Write($"{(last is null ? default : BodyEnd)}<tbody class=\"{i.Indicator.Index.Slug()}\">");
                last = i.Indicator.Index;
            }

            Row(i, to);
        }

        to.Write($"{(last is null ? default : BodyEnd)}");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(IndicatorResult i, Markup to)
    {
        var key = i.Indicator.Index;
        to.Write(
            $"\n<tr{Ui.State(i.State)}>"
                + $"<th scope=\"row\">{Ui.Seal(key)}<a href=\"{Page.Root}{Paths.Indicator(Page.Current.Period, i.Code)}\"><span class=\"code\">{i.Code}</span> {i.Indicator.Name}</a></th>"
                + $"<td class=\"n bars\">"
        );
        ScoreBar.Write(i.Score, key, to);
        to.Write(
            $"<b>{Numerals.Score(i.Score)}</b></td>"
                + $"<td class=\"n\">{Numerals.Plain(i.Points)}<span class=\"of\">/{Numerals.Plain(i.Weight)}</span></td>"
                + $"<td class=\"n\">{Numerals.Score(i.Lost)}</td>"
                + $"<td class=\"n\">{Numerals.Score(i.Gain)}</td>"
                + $"<td class=\"n\">{i.ValueWithUnit}</td>"
                + $"<td class=\"n\">"
        );
        if (i.NumeratorText.Length > 0)
        {
            to.Write($"{i.FractionText}");
        }

        to.Write(
            $"</td>"
                + $"<td class=\"n\">{Rule(i)}</td>"
                + $"<td class=\"n\">{(i.SeriesBreak ? "≠ 断点" : Numerals.Change(i.Change))}</td>"
                + $"<td>{Ui.StateText(i)}{(Result.IsCorrected(i.Code) ? Correction : default)}</td>"
                + $"<td class=\"num\">{i.Indicator.Source}{(i.ReportedOn is { } on ? " " + Numerals.TableDate(on) : "")}</td>"
                + $"</tr>"
        );
    }

    // 分档 and 是否 say it all themselves, and so does the target of a ratio.
    private static string Rule(IndicatorResult i) =>
        i.Indicator.Rule.Kind switch
        {
            RuleKind.Tiers => "分档",
            RuleKind.YesNo => "是否",
            RuleKind.TargetRatio => i.TargetText,
            RuleKind.Deduction => $"每{i.Indicator.Unit}扣{Numerals.Plain(i.Indicator.Rule.Target)}分",
            var kind => $"{kind.Word()} {i.TargetText}",
        };
}
