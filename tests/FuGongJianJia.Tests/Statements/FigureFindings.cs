using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes of what figures show: distributions, losses, trends.</summary>
internal static partial class Sentences
{
    private static IEnumerable<Shape> Figures() =>
        [
            Between("{t}{x}在{n}～{n}分之间，中位数{n}"),
            Between("{k}指数{x}在{n}～{n}分之间，中位数{n}"),
            new(
                "{l}{k}指数在{n}～{n}分之间，中位数{n}",
                s => Say.Two(OfLevel(s).Min()),
                s => Say.Two(OfLevel(s).Max()),
                s => Say.Two(PeriodFacts.Quantile(OfLevel(s), 0.5m))
            ),
            new(
                "{l}{i}在{n}～{n}分之间，中位数{n}",
                s => Say.Two(Scored(s).Min()),
                s => Say.Two(Scored(s).Max()),
                s => Say.Two(PeriodFacts.Quantile(Scored(s), 0.5m))
            ),
            new(
                "{u}{n}分，高于其中{n}个",
                s => Say.Two(s.K is null ? Total(s) : Index(s)),
                s => $"{Peers(s).Count(v => v < (s.K is { } k ? s.U!.Figures.Indexes[k] : Total(s)))}"
            ),
            new(
                "{u}{n}",
                s =>
                    s.U!.Figures.Indexes.Append(Total(s)).Any(v => Say.Two(v) == s.Said)
                        ? s.Said
                        : "其总指数或五项指数之一"
            ),
            new(
                "{k}指数{n}",
                s =>
                    s.Said.Contains('.', StringComparison.Ordinal)
                        ? Say.Two(Index(s))
                        : Say.Plain(s.Office.Settings.IndexWeights[s.K!.Value])
            ),
            new("本组中位数{n}", s => Say.Two(s.U!.GroupMedians[s.K!.Value])),
            new("低于本组中位数的有{x}(?=。)", s => string.Join('、', Below(s).Select(k => Say.Indexes[k]))),
            new("(?:有得分并参加比较的)?各项{=均不低于}本组中位数", s => Below(s).Count == 0 ? "均不低于" : "不均高于"),
            new(
                "{i}：失{n}分（分值{n}），补齐可使总指数增{n}分",
                s => Say.Two(s.Item!.Lost),
                s => Say.Plain(s.Item!.Weight),
                s => Say.Two(s.Item!.Gain)
            ),
            new("其余{n}项合计可增{n}分", Rest, RestGain),
            new(
                "补齐后总指数可增较多的是{x}(?=。)",
                s =>
                    string.Join(
                        '、',
                        Gains(s).Take(s.Said.Split('、').Length).Select(i => $"{i.Name}（{Say.Two(i.Gain)}分）")
                    )
            ),
            new(
                "补齐后总指数可增最多的是{i}，{n}分",
                s => Say.Two(Gains(s)[0] is var g && g.Code == s.Code ? g.Gain : null)
            ),
            new("{u}公布得分的指标{n}项", s => $"{s.U!.Items.Count(i => i.IsScored)}"),
            new("其中满分{n}项", s => $"{s.U!.Items.Count(i => i.Score >= 100)}"),
            new("缺报或存疑{n}项", s => $"{s.U!.Missing.Count()}"),
            new("职工{n}人", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("会员{n}人", s => Say.Thousands(s.U!.Unit.Members ?? 0)),
            new("排名组：{z}(?=　|$)", s => s.U!.Group),
            new(
                "补齐后可增最多的是{x}(?=。)",
                s => string.Join('、', Gains(s).Take(3).Select(i => $"{i.Name}（{Say.Two(i.Gain)}分）"))
            ),
            new("{n}个镇街得分分布", s => $"{s.P.Standing(Level.Town).Count()}"),
            new("{n}个镇街的得分分布", s => $"{s.P.Standing(Level.Town).Count()}"),
        ];

    private static Shape Between(string pattern) =>
        new(
            pattern,
            Among,
            s => Say.Two(Strip(s).Min()),
            s => Say.Two(Strip(s).Max()),
            s => Say.Two(PeriodFacts.Quantile(Strip(s), 0.5m))
        );

    private static List<int> Below(Scene s) =>
        [.. Enumerable.Range(0, 5).Where(k => s.U!.Compared(k) < s.U.GroupMedians[k])];

    private static List<ItemFacts> Gains(Scene s) => [.. s.U!.Losses.Where(i => i.Gain > 0m)];

    private static string Rest(Scene s)
    {
        s.Topic = s.Said;
        return int.Parse(s.Said, System.Globalization.CultureInfo.InvariantCulture) < Gains(s).Count
            ? s.Said
            : $"少于{Gains(s).Count}";
    }

    private static string RestGain(Scene s)
    {
        var gains = Gains(s);
        var rest = int.Parse(s.Topic, System.Globalization.CultureInfo.InvariantCulture);
        var sum = Total(s)!.Value + gains.Sum(g => g.Gain!.Value);
        var reach = Math.Abs(100m - sum) <= 0.005m * (gains.Count + 1) ? 100m : Math.Min(100m, sum);
        return Say.Two(reach - Total(s)!.Value - gains.Take(gains.Count - rest).Sum(g => g.Gain!.Value));
    }

    private static string? Then(Scene s)
    {
        var then = s.Other is { } p ? s.Office.Of(p).Unit(s.U!.Unit.Code) : null;
        return then is null ? null : As(s, s.K is { } k ? then.Figures.Indexes[k] : then.Figures.Total);
    }

    private static IEnumerable<Shape> Trends() =>
        [
            new("{u}{t}{p}{n}", Then),
            new("{u}{k}指数{p}{n}", Then),
            new("{k}指数{p}{n}", Then),
            new("{p}{n}", Then),
            new("{p}{t}{n}分?", Then),
            new("{p}{k}指数{n}分?", Then),
            new("{p}{n}分", Then),
            new("{p}无得分", []),
            new("{t}{p}无得分", []),
            new("{k}指数{p}无得分", []),
            new("{u}{t}{p}无得分", []),
            new("{u}{k}指数{p}无得分", []),
            new("{k}指数—", []),
            new("{k}无得分", []),
            new("{u}五大指数", []),
            new("上级：{w}", s => s.U!.Unit.Parent is { } up ? s.P.Unit(up)!.Unit.Name : null),
            new("最近一次有效结果[是：]{p}：?{t}{n}分", Then),
            new("此前报送的{n}项指标形成总指数{n}分", s => $"{s.U!.Items.Count}", s => As(s, Total(s))),
            new("{x}指标目录有变动，与此前不可直接比较", Broken),
            new("较{p}{=[多少][\\d.]+分}", s => Headline(s)),
            new("较{p}按可比口径{=(?:提高|下降)[\\d.]+分|持平}", s => Moved(s.U!.Comparable)),
            new("{=[多少][\\d.]+分}", s => Headline(s)),
            new("{p}(?:及以前)?口径不同，不作比较", []),
        ];

    // Periods of the kind that are spoken of whose catalogue is not that of the one before.
    private static string Broken(Scene s)
    {
        var kind = s.Other?.Kind ?? PeriodKind.Year;
        var points = s
            .Office.Periods.Where(p =>
                p.Period.Kind == kind && p.Unit(s.U!.Unit.Code) is not null && p.Period <= s.Other
            )
            .ToList();
        var broken = new List<string>();
        for (var n = 1; n < points.Count; n++)
        {
            if (!Versions(points[n]).SetEquals(Versions(points[n - 1])))
            {
                broken.Add(points[n].Period.Title);
            }
        }

        return string.Join('、', broken);

        static HashSet<string> Versions(PeriodFacts p) =>
            p.Data.Catalogue.Select(i => i.Code + i.Version).ToHashSet(StringComparer.Ordinal);
    }
}
