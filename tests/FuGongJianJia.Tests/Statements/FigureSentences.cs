using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What the marks of figures say when they are pointed at, and what figures say of themselves.</summary>
internal static partial class Sentences
{
    private const string StepNames = "{=汇集|下达|分办|领办|反馈|评价|表彰|退出}";

    private static IEnumerable<Shape> Marks() =>
        [
            Half("{t}中间一半在{n}～{n}分之间", Strip),
            Half("{k}指数中间一半在{n}～{n}分之间", Strip),
            Half("{l}中间一半在{n}～{n}分之间", OfLevel),
            new("{u}：{t}{n}分", s => Say.Two(Total(s))),
            new("{u}：{k}指数{n}分", s => Say.Two(Index(s))),
            new(s => s.Code is not null, "{u}：{x}{n}分", s => s.Item?.Name, s => Say.Two(s.Item?.Score)),
            new(
                "{t}最高的是{x}（{n}分），最低的是{x}（{n}分）",
                s => Holder(s, Values(s, Level.Town, null).Max()),
                s => Say.Two(Values(s, Level.Town, null).Max()),
                s => Holder(s, Values(s, Level.Town, null).Min()),
                s => Say.Two(Values(s, Level.Town, null).Min())
            ),
            new(
                "{k}指数最高的是{x}（{n}分），最低的是{x}（{n}分）",
                s => Holder(s, TownIndexes(s).Max()),
                s => Say.Two(TownIndexes(s).Max()),
                s => Holder(s, TownIndexes(s).Min()),
                s => Say.Two(TownIndexes(s).Min())
            ),
            new(
                StepNames + "：{n}项，用时中位数{n}天，九成在{n}天以内",
                s => s.Topic = s.Said,
                s => Say.Thousands(s.P.Tasks.Count(t => t.Got(s.Topic))),
                s => Facts.Days(s.P, s.Topic, 0.5m) is { } d ? Say.Plain(d) : null,
                s => Facts.Days(s.P, s.Topic, 0.9m) is { } d ? Say.Plain(d) : null
            ),
            new(StepNames + "：{n}项", s => s.Topic = s.Said, s => Say.Thousands(s.P.Tasks.Count(t => t.Got(s.Topic)))),
            new(
                "{w}：上报{n}件，答复{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Needs(s.P, null).Count(r => r["类别"] == s.Topic)}",
                s => $"{Facts.Needs(s.P, null).Count(r => r["类别"] == s.Topic && r.Date("答复日期") is not null)}"
            ),
            new(
                "{i}：应报{n}个，缺报或存疑{n}个",
                s => $"{Due(s, i => i.State is "已报" or "缺报" or "存疑")}",
                s => $"{Due(s, i => i.State is "缺报" or "存疑")}"
            ),
        ];

    private static Shape Half(string pattern, Func<Scene, List<decimal>> values) =>
        new(
            pattern,
            s => Say.Two(PeriodFacts.Quantile(values(s), 0.25m)),
            s => Say.Two(PeriodFacts.Quantile(values(s), 0.75m))
        );

    private static IEnumerable<decimal> TownIndexes(Scene s) =>
        s.P.Standing(Level.Town).Select(u => u.Figures.Indexes[s.K!.Value]).OfType<decimal>();

    // Whoever has it; of several any.
    private static string? Holder(Scene s, decimal value)
    {
        var towns = s
            .P.Standing(Level.Town)
            .Where(u => (s.K is { } k ? u.Figures.Indexes[k] : u.Figures.Total) == value)
            .Select(u => u.Unit.ShortName)
            .ToList();
        return towns.Contains(s.Said, StringComparer.Ordinal) ? s.Said : towns.FirstOrDefault();
    }

    private static int Due(Scene s, Func<ItemFacts, bool> which) =>
        s
            .P.All.Where(u => u.Unit.IsPublic && u.Unit.Level != Level.District)
            .Select(u => u.Item(s.Code!))
            .Count(i => i is not null && which(i));
}
