using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What a brief calls units, figures and days.</summary>
internal sealed partial class SecondBrief
{
    private static IEnumerable<ItemFacts> Measures(UnitFacts u) =>
        u.Items.Where(i =>
            i is { IsScored: true, IsVeiled: false, Score: not null }
            && i.Item.Row.Nature == IndicatorNature.Work
            && i.Item.Row.Timing is Timing.Cumulative or Timing.WithinPeriod
            && i.Item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count
        );

    private List<ItemFacts> Measures(Timing timing) =>
        [
            .. Measures(_self)
                .Where(i => i.Item.Row.Timing == timing)
                .OrderBy(i => i.Score)
                .ThenBy(i => i.Code, StringComparer.Ordinal),
        ];

    private List<UnitFacts> Towns => [.. _p.Standing(Level.Town)];

    private string Whole => _district ? "全区" : _self.Unit.ShortName;

    private static string Matter(string name)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(name, "（[^）]*）", "");
        return System.Text.RegularExpressions.Regex.Replace(text, "(?<=.)(?:覆盖|完成|到位|参与|参加)率$", "");
    }

    public static string Matter(ItemFacts i) => Matter(i.Name);

    private static string Deed(string name) => System.Text.RegularExpressions.Regex.Replace(Matter(name), "率$", "");

    private static string Goal(ItemFacts i) => i.Target.TrimStart('≥');

    private string Called(string code) =>
        code == _self.Unit.Code ? "我会"
        : _p.Unit(code) is not { } unit ? code
        : unit.Unit.IsPublic || unit.Unit.Level != Level.Grassroots ? unit.Unit.ShortName
        : unit.Unit.Name;

    private string TownOf(string code)
    {
        var unit = _p.Unit(code);
        while (unit is { Unit: { Level: Level.Grassroots, Parent: { } parent } })
        {
            unit = _p.Unit(parent);
        }

        return unit?.Unit.Code ?? "";
    }

    private bool Covers(string town) => _district || town == _self.Unit.Code;

    private bool IsMine(UnitFacts u) => _district || TownOf(u.Unit.Code) == _self.Unit.Code;

    private static string Moved(decimal change) => $"{(change > 0 ? "升" : "降")}{Say.Two(Math.Abs(change))}分";

    private static string Years(int years) => years == 2 ? "两年" : $"{"零一二三四五六七八九"[years]}年";

    // 区总工会财务部 is 财务部 to the district itself.
    private string Owner(Indicator row)
    {
        var own = _p.District.Unit.Name;
        for (var n = 0; _district && n < own.Length - 2; n++)
        {
            if (row.Owner.StartsWith(own[n..], StringComparison.Ordinal) && row.Owner.Length > own.Length - n)
            {
                return row.Owner[(own.Length - n)..];
            }
        }

        return row.Owner;
    }

    private string Owned(params IEnumerable<ItemFacts> items)
    {
        var owners = items.Select(i => Owner(i.Item.Row)).Where(o => o.Length > 0).Distinct().ToList();
        return owners.Count == 0 ? "" : $"，由{string.Join('、', owners)}负责";
    }

    private UnitFacts? LastTown()
    {
        var ranked = Towns.Where(t => t.Place is not null).OrderBy(t => t.Place).ToList();
        return
            ranked.Count >= 5
            && ranked.Count(t => t.Place == ranked[^1].Place) == 1
            && ranked[^1].Grade(ranked[^1].Figures.Total) is "合格" or "待提升"
            ? ranked[^1]
            : null;
    }

    private int YearsLast(UnitFacts town)
    {
        var years = 1;
        for (
            var at = _p.Before;
            _p.Period.Kind == PeriodKind.Year
                && at?.Unit(town.Unit.Code) is { Tied: false, Place: { } place } then
                && place == then.Ranked;
            at = at.Before
        )
        {
            years++;
        }

        return years;
    }

    private static List<ItemFacts> Losses(UnitFacts u, int most) =>
        [
            .. u
                .Losses.Where(i =>
                    i.Gain > 0m && !i.IsVeiled && !i.IsWithheld && i.Item.Row.Nature == IndicatorNature.Work
                )
                .Take(most),
        ];

    private static decimal Left(ItemFacts i) => i.Item.Value!.Denominator!.Value - i.Item.Value.Numerator!.Value;

    private static bool IsByUnit(ItemFacts i) =>
        i.Item.Row.Aggregation == Aggregation.ShareOfUnitsAtTarget && i.IsRatio;

    private static string Short(ItemFacts i) =>
        IsByUnit(i)
            ? $"{Matter(i)}{Say.Thousands(i.Item.Value!.Denominator!.Value)}家中{Say.Thousands(Left(i))}家没有做到"
        : i.Item.Row.Rule.Kind == RuleKind.Tiers && i is { IsRatio: true, PartUnit: "元" } && Left(i) > 0m
            ? $"{Matter(i)}{i.Value}，欠{Money(Left(i))}"
        : i.Item.Row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count ? $"{Matter(i)}{i.Value}，目标{Goal(i)}"
        : $"{Matter(i)}{i.Value}";

    private static string Money(decimal yuan) =>
        yuan < 10_000m ? Say.Thousands(yuan) + "元" : Say.Two(Say.Half(yuan / 10_000m, 2)) + "万元";

    private static decimal? Figure(ItemFacts i) =>
        i.IsRatio ? i.Item.Value!.Numerator!.Value * 100m / i.Item.Value.Denominator!.Value : i.Item.Value?.Value;

    private ItemFacts? ByNone() =>
        _self
            .Items.Where(i => i is { IsScored: true, IsRatio: true, Score: < 100m })
            .Where(i => i.Item.Row is { Nature: IndicatorNature.Work, Rule.Kind: RuleKind.TargetRatio })
            .Where(i =>
                Towns.Select(t => t.Item(i.Code)?.Score).OfType<decimal>().ToList() is { Count: >= 5 } scores
                && scores.TrueForAll(v => v < 100m)
            )
            .OrderBy(i => i.Score)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .FirstOrDefault();

    private ItemFacts? WorstShare() =>
        Measures(Timing.WithinPeriod)
            .Concat(Measures(Timing.Cumulative))
            .FirstOrDefault(i => i is { Score: < 100m, IsRatio: true });

    private DateOnly On =>
        _p.Period.End == _p.Office.Periods.Max(p => p.Period.End) ? Desk.Edition.Date : Facts.DataDate(_p);

    private static string Day(DateOnly on) => $"{on.Month}月{on.Day}日";

    private string In10 => Day(On.AddDays(10));

    private string In15 => Day(On.AddDays(15));

    private string MonthEnd => Day(new DateOnly(On.Year, On.Month, 1).AddMonths(2).AddDays(-1));

    private string QuarterEnd => Day(new DateOnly(On.Year, (((On.Month - 1) / 3) * 3) + 1, 1).AddMonths(6).AddDays(-1));
}
