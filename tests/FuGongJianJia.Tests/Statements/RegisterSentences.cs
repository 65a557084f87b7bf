using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about cases, commendations, missing values, units that ended, answers to needs.</summary>
internal static partial class Sentences
{
    private static List<RawRow> Granted(Scene s) =>
        s.Office.Honours.FindAll(h => h.Date("授予日期") is { } on && on >= s.P.Period.Start && on <= s.P.Period.End);

    private static IEnumerable<Shape> Registers() =>
        [
            new("{n}个可学可用的做法", s => $"{s.Office.Cases}"),
            new(
                "收录{n}年以来{n}项表彰",
                s => $"{s.Office.Honours.Min(h => h.Date("授予日期"))!.Value.Year}",
                s => Say.Thousands(s.Office.Honours.Count)
            ),
            new("其中{n}项在公示", s => $"{s.Office.Honours.Count(h => h["状态"] == "公示中")}"),
            new("最近授予的是{x}的“{x}”", s => NewestHonour(s)["对象名称"], s => NewestHonour(s)["荣誉名称"]),
            new(
                s => s.Place.StartsWith("commendations", StringComparison.Ordinal),
                "{n}年{n}项",
                s => s.Topic = s.Said,
                s => $"{s.Office.Honours.Count(h => $"{h.Date("授予日期")!.Value.Year}" == s.Topic)}"
            ),
            new("本期应报{n}个指标值", s => Say.Thousands(Asked(s).Count(i => i.State != "不适用"))),
            new("{n}个缺报或存疑", s => Say.Thousands(Asked(s).Count(i => i.State is "缺报" or "存疑"))),
            new("更正{n}处", s => $"{Corrected(s).Count}"),
            new(
                "更正的是{x}的数据",
                s =>
                    string.Join(
                        '、',
                        Corrected(s).Select(c => Period.Parse(c["期间"])).Distinct().Order().Select(p => p.Title)
                    )
            ),
            new("{u}：?已于{p}{=撤销|分设为|并入|改由|换编码}{=(?:“[^”]+”)*}", Ended, Heirs),
            new("已于{p}{=撤销|分设为|并入|改由|换编码}{=(?:“[^”]+”)*}", Ended, Heirs),
            new("最近一次有效结果[是：]{p}", []),
            new(
                s =>
                    s.Topic.StartsWith("p.kicker", StringComparison.Ordinal)
                    && s.Place.Contains("/needs/", StringComparison.Ordinal),
                "{w}·{=\\d+年\\d+月\\d+日}",
                s => s.Topic = s.Said,
                s =>
                    Facts
                        .Needs(s.P, null)
                        .Exists(r => r["类别"] == s.Topic && r.Date("答复日期") is { } on && Say.LongDate(on) == s.Said)
                        ? s.Said
                        : "一项政策调整的答复日期"
            ),
            new(
                s => s.Place.Contains("/needs/", StringComparison.Ordinal),
                "{=示工发〔\\d+〕\\d+号}",
                s => Facts.Needs(s.P, null).Exists(r => r["文号"] == s.Said) ? s.Said : "需求表里的文号"
            ),
            new(
                "小于{n}的敏感计数写作“＜{n}”",
                s => $"{s.Office.Settings.SmallNumberThreshold}",
                s => $"{s.Office.Settings.SmallNumberThreshold}"
            ),
        ];

    // Who took over: named by the unit itself where it was merged, else those that name it.
    private static string Heirs(Scene s)
    {
        var code = s.U!.Unit.Code;
        var all = s.Office.Periods.SelectMany(p => p.Data.Organisations).ToList();
        var heirs = all.Where(o => o.Code != code && o.Lineage.Contains(code))
            .Select(o => o.Code)
            .Concat(all.Where(o => o.Code == code && o.Status == OrganisationStatus.Merged).SelectMany(o => o.Lineage))
            .Distinct(StringComparer.Ordinal)
            .Select(c => $"“{s.Office.NameOf(c)}”")
            .ToHashSet(StringComparer.Ordinal);
        return heirs.SetEquals(Say.Quoted(s.Said)) ? s.Said : string.Concat(heirs);
    }

    // When it is first told to stand no more, and as what: 撤销 with heirs is a split.
    private static string? Ended(Scene s)
    {
        var code = s.U!.Unit.Code;
        var ended = s
            .Office.Periods.Where(p => p.Unit(code) is { Stands: false })
            .OrderBy(p => p.Period.End)
            .ThenByDescending(p => p.Period.Kind)
            .First();
        var heirs = ended.Data.Organisations.Count(o => o.Lineage.Contains(code) && o.Code != code);
        var word =
            ended.Unit(code)!.Unit.Status == OrganisationStatus.Merged ? "并入"
            : heirs > 1 ? "分设为"
            : "撤销";
        return s.Other == ended.Period || s.Other!.Value.Year == ended.Period.Year
            ? word
            : $"{ended.Period.Title}{word}";
    }

    private static RawRow NewestHonour(Scene s) =>
        s
            .Office.Honours.Where(h => h["状态"] != "公示中")
            .OrderByDescending(h => h.Date("授予日期"))
            .ThenBy(h => h["表彰编码"], StringComparer.Ordinal)
            .First();

    private static IEnumerable<ItemFacts> Asked(Scene s) =>
        s.P.All.Where(u => u.Unit.IsPublic && u.Unit.Level != Level.District).SelectMany(u => u.Items);
}
