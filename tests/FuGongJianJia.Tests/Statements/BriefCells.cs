using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>The tables of a brief: indexes, matters to mend, measures behind their plan.</summary>
internal static partial class Cells
{
    private static bool BriefIndex(Scene s, IReadOnlyList<string> row, string last)
    {
        s.K = Array.IndexOf(Say.Indexes, row[0]);
        return s.K >= 0;
    }

    private static List<string> BriefTowns(Scene s) =>
        [
            .. s
                .P.Standing(Level.Town)
                .Where(t => t.Compared(s.K!.Value) is not null)
                .OrderByDescending(t => t.Compared(s.K!.Value))
                .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                .Select(t => t.Unit.ShortName + Say.Two(t.Compared(s.K!.Value))),
        ];

    private static readonly Dictionary<string, Func<Scene, string?>> BriefIndexes = new()
    {
        ["全区"] = s => Say.Two(s.P.District.Figures.Indexes[s.K!.Value]),
        ["同口径变化"] = s => Say.Signed(s.P.District.IndexChanges[s.K!.Value]),
        ["最高镇街"] = s => BriefTowns(s)[0],
        ["最低镇街"] = s => BriefTowns(s)[^1],
    };

    private static bool BriefMatter(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.U!.Items.Find(i => SecondBrief.IsMatter(i.Name, row[0]))?.Code;
        return s.Code is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> BriefLosses = new()
    {
        ["补齐可得"] = s => Say.Two(s.Item!.Gain) + "分",
        ["镇街中位数"] = s =>
        {
            var values = s
                .P.Standing(Level.Town)
                .Select(t => t.Item(s.Code!))
                .OfType<ItemFacts>()
                .Where(i => i.IsScored)
                .Select(SecondBrief.FigureOf)
                .OfType<decimal>();
            var middle = PeriodFacts.Quantile(values, 0.5m);
            return s.Item!.IsPercent ? Say.Two(middle) + "%" : Say.Thousands(middle) + s.Item.Item.Row.Unit;
        },
        // A year by its title.
        ["*"] = s =>
            s.Office.Periods.First(p => p.Period.Title == s.Topic).Unit(s.U!.Unit.Code)?.Item(s.Code!)
                is { IsScored: true } item
                ? item.Value
                : "—",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> BriefBehind = new()
    {
        ["完成"] = s =>
            Say.Thousands((s.Item!.IsRatio ? s.Item.Item.Value!.Numerator : s.Item.Item.Value!.Value)!.Value)
            + BriefUnit(s),
        ["序时或计划"] = s => Say.Thousands(BriefDue(s)) + BriefUnit(s),
        ["还差"] = s =>
            Say.Thousands(
                Math.Ceiling(
                    BriefDue(s) - (s.Item!.IsRatio ? s.Item.Item.Value!.Numerator : s.Item.Item.Value!.Value)!.Value
                )
            ) + BriefUnit(s),
    };

    private static string BriefUnit(Scene s) => s.Item!.IsRatio ? "" : s.Item.Item.Row.Unit;

    private static decimal BriefDue(Scene s) =>
        s.Item!.IsRatio ? Math.Ceiling(s.Item.Item.Value!.Denominator!.Value * s.Item.Due / 100m) : s.Item.Due;
}
