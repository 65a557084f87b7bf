using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>Reads the 参数 of a rule（参数）: a number, tiers such as 95:100;90:90;0:0, or nothing.</summary>
public static class RuleParameters
{
    /// <summary>The typed rule, or null and what is wrong with the parameter.</summary>
    public static Rule? Parse(RuleKind kind, string text, out string problem)
    {
        var folded = ReadingFold.Closed(text);
        problem = "";
        switch (kind)
        {
            case RuleKind.YesNo:
                if (folded.Length > 0)
                {
                    problem = "规则“是否”没有参数，请留空";
                    return null;
                }

                return new(kind, null, []);
            case RuleKind.Tiers:
                var tiers = Tiers(folded, out problem);
                return problem.Length > 0 ? null : new(kind, null, tiers);
            default:
                if (!NumberCell.TryParse(folded, out var number) || number.Approximate || number.Value <= 0m)
                {
                    problem = $"规则“{kind.Word()}”的参数应为一个大于 0 的数，例如 {Example(kind)}";
                    return null;
                }

                return new(kind, number.Value, []);
        }
    }

    private static string Example(RuleKind kind) =>
        kind switch
        {
            RuleKind.TargetRatio => "80",
            RuleKind.Count => "12",
            RuleKind.Deduction => "20",
            _ => "4",
        };

    private static ImmutableArray<Tier> Tiers(string text, out string problem)
    {
        problem = "";
        var tiers = new List<Tier>();
        foreach (var part in text.Split([';', ',', '|', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.LastIndexOf(':');
            if (
                colon <= 0
                || !NumberCell.TryParse(part[(colon + 1)..], out var points)
                || points.Value is < 0m or > 100m
            )
            {
                problem = $"分档写成 95:100;90:90;0:0 或 省级及以上:100;无:0，得分在 0 到 100 之间；“{part}”读不通";
                return [];
            }

            var name = part[..colon];
            tiers.Add(
                NumberCell.TryParse(name, out var threshold)
                    ? new(threshold.Value, null, points.Value)
                    : new(null, name, points.Value)
            );
        }

        if (tiers.Count < 2)
        {
            problem = "分档至少要有两档，例如 95:100;90:90;0:0";
            return [];
        }
        else if (tiers.Select(t => t.Word is null).Distinct().Count() > 1)
        {
            problem = "分档要么全部用数，要么全部用词";
        }
        else if (
            tiers
                .Select(t => t.Word ?? t.Threshold!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .Distinct(StringComparer.Ordinal)
                .Count() < tiers.Count
        )
        {
            problem = "分档里有重复的一档";
        }

        // Highest first, whichever way round they were written.
        return
        [
            .. tiers[0].Word is null
                ? tiers.OrderByDescending(t => t.Threshold)
                : tiers.OrderByDescending(t => t.Points),
        ];
    }
}
