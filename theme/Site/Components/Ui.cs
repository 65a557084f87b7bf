using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>Small words and classes used everywhere（通用小件）.</summary>
public static class Ui
{
    /// <summary>up, down, level or none: the class of a change.</summary>
    public static string Direction(decimal? value) =>
        value switch
        {
            null => "none",
            > 0m => "up",
            < 0m => "down",
            _ => "level",
        };

    /// <summary>，优秀: what follows a score where it has a grade.</summary>
    public static string GradeClause(Grade? grade) => grade is { } g ? $"，{g.Word()}" : "";

    /// <summary>Class of a row by its state: 不适用 and what is missing are not the figures they stand among.</summary>
    public static string? State(ObservationState state) =>
        state switch
        {
            ObservationState.NotApplicable => "na",
            ObservationState.Missing or ObservationState.Doubtful => "missing",
            _ => null,
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
            { Withheld: not Withheld.No } => (result.Pooled ? "汇总·" : "已报·") + result.WithheldText,
            { Pool: { } from } when from.Reporting < from.Applicable =>
                $"汇总{Numerals.Count(from.Reporting)}/{Numerals.Count(from.Applicable)}",
            { Pooled: true } => "汇总",
            _ => "已报",
        };
    }

    /// <summary>Standing in a table: place or band, else 覆盖不足, else —.</summary>
    public static string Place(SitePage page, UnionResult result)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(result);
        return page.Site.IsThin(result) ? ThinWord : result.Ranking.TableText;
    }

    /// <summary>What stands where the place would.</summary>
    internal const string ThinWord = "覆盖不足";

    /// <summary>A count in a table where most are none: empty for 0.</summary>
    public static string Dotted(int count) => count > 0 ? Numerals.Thousands(count) : "";

    /// <summary>
    /// A table's scroll region opens: focusable, so that the keyboard can scroll it (WCAG 1.4.10, 2.1.1).
    /// </summary>
    public static string Region(string caption) => caption + "（可左右滚动）";
}
