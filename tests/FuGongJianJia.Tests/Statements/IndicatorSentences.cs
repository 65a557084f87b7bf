using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about indicators and what would raise them.</summary>
internal static partial class Sentences
{
    // What has a score that is shown, and is no event.
    private static List<ItemFacts> Done(Scene s) =>
        s.U!.Items.FindAll(i => i.Score is not null && i.Item.Row.Nature != IndicatorNature.Event);

    private static string Pressing(Scene s) =>
        s.U!.Losses.Count(i => i.Gain > 0m) switch
        {
            1 => "一件",
            2 => "两件",
            _ => "三件",
        };

    // What the unit whose page it is has to do first and the one spoken of does better.
    private static List<ItemFacts> Better(Scene s) =>
        [
            .. s
                .P.Unit(s.Place.Split('/')[2])!
                .Losses.Where(i => i.Gain > 0m)
                .Take(3)
                .Where(i => s.U!.Item(i.Code)?.Score > i.Score),
        ];

    private static IEnumerable<Shape> Indicators() =>
        [
            new("{i}", []),
            new("全区“{i}”为{x}(?=，得)", s => s.Item!.Value),
            new(s => s.Code is not null, "全区{x}(?=，目标)", s => s.Item!.Value),
            new("目标{x}(?=，得|，已达标|$)", s => s.Item!.Target),
            new("得{n}分", s => As(s, s.Item!.Score)),
            new("折合{n}分", s => Say.Two(s.Item!.Points)),
            new("分值{n}分?", s => Say.Plain(s.Item!.Weight)),
            new("已达标", []),
            new(
                "(?:全区：)?{x}÷{x}={x}(?=[，（])",
                s => Say.Thousands(s.Item!.Item.Value!.Numerator!.Value) + s.Item.PartUnit,
                s => Say.Thousands(s.Item!.Item.Value!.Denominator!.Value) + s.Item.PartUnit,
                s => s.Item!.Value
            ),
            new(
                "(?:全区：)?{=约?\\d[\\d,.]*(?:场|个|起|家|项|件|次|人)}(?=，(?:目标|每|得|达到|未达))",
                s => s.Item!.Value
            ),
            new(
                "{n}个{w}单位，{w}",
                s => $"{s.Item!.Item.Pool?.Reporting}",
                s => s.Item!.Item.Pool?.Level == Level.Town ? "镇街" : "基层",
                s => new[] { "合并比率", "求和", "达标单位占比", "最高级别" }[(int)s.Item!.Item.Row.Aggregation]
            ),
            new("达到“{z}”档", s => Tier(s.Item!)),
            new("每{w}扣{n}分", s => s.Item!.Item.Row.Unit, s => Say.Plain(s.Item!.Item.Row.Rule.Target)),
            new("按可比口径得分{=(?:提高|下降)[\\d.]+分|持平}", s => Moved(s.U!.ItemChanges[s.Code!])),
            new(
                "(?:公布得分的)?{n}个{l}中{n}个得满分",
                s => $"{Scored(s).Count}",
                s => $"{Scored(s).Count(v => v >= 100)}"
            ),
            new("(?:公布得分的)?{n}个{l}均未得满分", s => $"{Scored(s).Count(v => v < 100)}"),
            new("(?:公布得分的)?{n}个{l}均得满分", s => $"{Scored(s).Count(v => v >= 100)}"),
            new(
                "另有{n}个不公布",
                s => $"{s.P.Standing(s.Level!.Value).Count(u => u.Item(s.Code!)?.IsWithheld == true)}"
            ),
            new(
                "分值：{n}（满分{n}分的指数内）",
                s => Say.Plain(s.P.Data.Catalogue.First(i => i.Code == s.Code).Weight),
                _ => "100"
            ),
            new(
                "版本：{x}，自{n}年起",
                s => s.P.Data.Catalogue.First(i => i.Code == s.Code).Version,
                s => $"{s.P.Data.Catalogue.First(i => i.Code == s.Code).EffectiveYear}"
            ),
            new(
                "方向：越{=高|低}越好",
                s => s.P.Data.Catalogue.First(i => i.Code == s.Code).HigherIsBetter ? "高" : "低"
            ),
            new(
                "口径：{z}$",
                s => s.P.Data.Catalogue.Any(i => i.Code == s.Code && i.Definition == s.Said) ? s.Said : "目录里的口径"
            ),
            new(
                s => s.IsWritten,
                "(?:对应指标：)?{=[RGHWX]\\d\\d[^RGHWX\\d]+(?:[RGHWX]\\d\\d[^RGHWX\\d]+)+}$",
                s =>
                    System
                        .Text.RegularExpressions.Regex.Split(s.Said, "(?=[RGHWX]\\d\\d)")
                        .All(w => w.Length == 0 || s.P.Data.Catalogue.Any(i => i.Code + i.Name == w))
                        ? s.Said
                        : "编码和名称"
            ),
            new(
                "{=[RGHWX]\\d\\d}{x}$",
                s => s.Said,
                s => s.P.Data.Catalogue.FirstOrDefault(i => i.Name == s.Said)?.Name
            ),
            new("{k}指数·{p}", []),
            new(
                "{k}指数{n}项指标",
                s => $"{s.P.Data.Catalogue.Where(i => (int)i.Index == s.K).Select(i => i.Code).Distinct().Count()}"
            ),
        ];

    private static List<decimal> Scored(Scene s) =>
        [.. s.P.Standing(s.Level!.Value).Select(u => u.Item(s.Code!)?.Score).OfType<decimal>()];

    private static string? Tier(ItemFacts item)
    {
        var value = item.Item.Value!;
        foreach (var tier in item.Item.Row.Rule.Tiers)
        {
            if (tier.Word is { } word ? word == value.Word : Reaches(value, tier.Threshold!.Value))
            {
                return tier.Word
                    ?? $"{Say.Plain(tier.Threshold)}{(item.IsPercent ? "%" : item.Item.Row.Unit)}及以上："
                        + $"{Say.Plain(tier.Points)}分";
            }
        }

        return null;
    }

    private static bool Reaches(Observation value, decimal threshold) =>
        value is { Numerator: { } n, Denominator: > 0m and var d }
            ? n * 100m >= threshold * d
            : value.Value >= threshold;

    private static IEnumerable<Shape> Advice() =>
        [
            new("{i}”现为{x}(?=，)", s => s.Item!.Value),
            new(
                "{i}”{n}项中已完成{n}项",
                s => Say.Plain(s.Item!.Item.Value!.Denominator),
                s => Say.Plain(s.Item!.Item.Value!.Numerator)
            ),
            new("{i}”(?:达到满分要求时|尚未做到)", []),
            new("达到目标{n}%时", s => Say.Plain(s.Item!.Due)),
            new(
                "再增加{n}{w}即达目标{x}(?=，)",
                s => Say.Plain(s.Item!.Due - s.Item.Item.Value!.Value),
                s => s.Item!.Item.Row.Unit,
                s => s.Item!.Target
            ),
            new("达到最高档{n}[%\\w]*时", s => Say.Plain(s.Item!.Item.Row.Rule.Tiers[0].Threshold)),
            new("达到最高档“{x}”时", s => s.Item!.Item.Row.Rule.Tiers[0].Word),
            new("降为{n}{w}时", _ => "0", s => s.Item!.Item.Row.Unit),
            new("(?:全部完成后|按要求完成后|达到满分要求时)", []),
            new("总指数可增加{n}分", s => Say.Two(s.Item!.Gain)),
            new("{=[+]\\d+\\.\\d\\d}", s => Say.Signed(s.Item!.Gain)),
            new("{k}指数失{n}分", s => Say.Two(s.Item!.Lost)),
            new(
                "{x}缺报或存疑，核实补报后覆盖率可在现有{n}%的基础上提高",
                MissingNames,
                s => Say.Two(s.U!.Figures.Coverage)
            ),
            new("{x}缺报或存疑，请核实补报", MissingNames),
            new(
                "补齐后提升最多的{=一|两|三}项",
                s =>
                    s.U!.Losses.Count(i => i.Gain > 0m) switch
                    {
                        1 => "一",
                        2 => "两",
                        _ => "三",
                    }
            ),
        ];

    private static string MissingNames(Scene s)
    {
        var missing = s.U!.Missing.ToList();
        return (
            Say.And([.. missing.Take(4).Select(i => $"“{i.Name}”")]) + (missing.Count > 4 ? $"等{missing.Count}项" : "")
        ).TrimStart('“');
    }
}
