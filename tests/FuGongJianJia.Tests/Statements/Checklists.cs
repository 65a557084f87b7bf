using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What a unit is asked to do about an indicator: goal, distance, who, by when, whom to learn from.</summary>
internal static class Checklists
{
    private const int MostPeers = 3;

    public static bool FallsShort(ItemFacts item) => item.Score < 100m && item.Item.Row.Nature != IndicatorNature.Event;

    /// <summary>True where others may be told by name that it falls short.</summary>
    public static bool MayBeListed(ItemFacts item) =>
        FallsShort(item) && item.Item.Row.Publicity == Publicity.Figures && !item.IsWithheld && !item.IsVeiled;

    public static string Goal(ItemFacts item)
    {
        var row = item.Item.Row;
        if (row.Rule.Kind == RuleKind.Tiers)
        {
            return TierWord(row, row.Rule.Tiers[0]);
        }

        var months =
            row.Timing == Timing.Cumulative && item.Unit.Period.Office.Settings.ProRata
                ? item.Unit.Period.Period.End.Month
                : 12;
        var whole = item.Unit.Period.Office.Method.TargetFor(item.Unit.Period.Data, item.Unit.Unit, row);
        return row.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count && months < 12
            ? $"{item.Target}（序时，全年{item.TargetOf(whole)}）"
            : item.Target;
    }

    public static string Gap(ItemFacts item)
    {
        var row = item.Item.Row;
        if (item.Score is not { } score)
        {
            return "—";
        }

        if (score >= 100m)
        {
            return "已做到";
        }

        if (row.Nature == IndicatorNature.Event)
        {
            return "—";
        }

        if (item.IsVeiled)
        {
            return "没有到满分";
        }

        var value = item.Item.Value!;
        return row.Rule.Kind switch
        {
            RuleKind.Tiers => Next(item) is { } next
                ? next.Points >= 100m
                    ? $"到{TierWord(row, next)}得满分"
                    : $"先到{TierWord(row, next)}（{Say.Plain(next.Points)}分）"
                : "—",
            RuleKind.YesNo when !item.IsRatio => "没有做到",
            RuleKind.Deduction => $"还有{Say.Thousands(value.Value!.Value)}{row.Unit}",
            RuleKind.Checklist when item.IsRatio =>
                $"差{Say.Thousands(value.Denominator!.Value - value.Numerator!.Value)}项",
            RuleKind.TargetRatio or RuleKind.Count when item.IsRatio => Short(
                value.Numerator!.Value,
                value.Denominator!.Value,
                item.Due
            ),
            RuleKind.TargetRatio or RuleKind.Count => $"差{Say.Thousands(item.Due - value.Value!.Value)}{row.Unit}",
            _ => "—",
        };
    }

    public static string Who(ItemFacts item) =>
        !FallsShort(item) ? "—"
        : item.Item.Row.Owner.Length > 0 ? $"本会，{item.Item.Row.Owner}指导"
        : "本会";

    /// <summary>The end of the quarter after the period.</summary>
    public static DateOnly Deadline(PeriodFacts period) => period.Period.End.AddDays(1).AddMonths(3).AddDays(-1);

    /// <summary>By when: what a task of the unit's that is not due yet says, else the deadline.</summary>
    public static DateOnly When(ItemFacts item) =>
        item.Unit.Period.Tasks.Where(t =>
                !t.IsDue && t.Row["指标编码"] == item.Code && t.Executors.Exists(e => e.Unit == item.Unit.Unit.Code)
            )
            .Min(t => t.Due)
        ?? Deadline(item.Unit.Period);

    public static string Peers(ItemFacts item)
    {
        if (!FallsShort(item))
        {
            return "";
        }

        var unit = item.Unit;
        var size = unit.Unit.Workers ?? 0;
        return string.Concat(
            unit.Period.Standing(unit.Unit.Level)
                .Where(u => u.IsRanked && u.Group == unit.Group && u.Item(item.Code)?.Score > item.Score)
                .OrderByDescending(u => u.Item(item.Code)!.Score)
                .ThenBy(u => Math.Abs((u.Unit.Workers ?? 0) - size))
                .ThenBy(u => u.Unit.Code, StringComparer.Ordinal)
                .Take(MostPeers)
                .Select(u => u.Unit.ShortName)
        );
    }

    /// <summary>The tier next above what was reached.</summary>
    public static Tier? Next(ItemFacts item) =>
        item.Item.Row.Rule.Tiers.Where(t => t.Points > item.Score).OrderBy(t => t.Points).FirstOrDefault();

    public static string TierWord(Indicator row, Tier tier) =>
        tier.Word ?? Say.Plain(tier.Threshold) + (row.Unit == "%" ? "%" : row.Unit);

    /// <summary>What a list says of a unit that falls short.</summary>
    public static string Listed(ItemFacts item) =>
        item.Value == "否" ? "没有做到"
        : item.Fraction.Length > 0 ? $"{item.Fraction}，{item.Value}"
        : item.Value;

    private static string Short(decimal part, decimal whole, decimal target)
    {
        var points = target - (part * 100m / whole);
        var more = decimal.Ceiling(target * whole / 100m) - part;
        return $"差{Say.Plain(Say.Half(points, 2))}个百分点"
            + (more > 0m && whole == decimal.Truncate(whole) ? $"，再完成{Say.Thousands(more)}" : "");
    }
}
