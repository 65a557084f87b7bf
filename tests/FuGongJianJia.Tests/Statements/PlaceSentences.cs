using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about places: ranks, peers, the middle half.</summary>
internal static partial class Sentences
{
    private static IEnumerable<Shape> Places() =>
        [
            new(
                "在参加排名的{n}个镇街中{=列|并列}第{n}名",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "列",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}在参加排名的{n}个镇街里{=排|并列}第{n}名",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "排",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}在“{x}”组{n}家里{=排|并列}第{n}名",
                s => s.U!.Group,
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "排",
                s => $"{s.U!.Place}"
            ),
            new(
                "{u}{p}{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}，不参加排名",
                s => Facts.WhyUnranked(s.U!)
            ),
            new("{u}{p}{x}成立，当期新建，不参加排名", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{k}指数在本组排第{n}名",
                s => s.U!.IndexPlaces[s.K!.Value] * 3 <= s.U.Ranked ? $"{s.U.IndexPlaces[s.K.Value]}" : "不在前三分之一"
            ),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{n}项计分的指标里，{n}项已做到",
                s => $"{Done(s).Count}",
                s => $"{Done(s).Count(i => i.Score >= 100m)}"
            ),
            new(
                s => s.Topic.EndsWith("good", StringComparison.Ordinal),
                "{i}”得分比{p}升{n}分",
                s =>
                    s.U!.ItemChanges[s.Code!] == s.U.ItemChanges.Values.Max()
                        ? Say.Two(s.U.ItemChanges[s.Code!])
                        : "升得最多的另有"
            ),
            new("{n}人(?=，[“这])", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("{i}”(?:“[^”]+”)*做得更{=好}", s => Better(s).Any(i => i.Code == s.Code) ? "好" : "差"),
            new(
                "这{=两|三}件都做得更好",
                s =>
                    Better(s).Count switch
                    {
                        2 => "两",
                        3 => "三",
                        _ => "",
                    }
            ),
            new("最该做的{=一件|两件|三件}", s => Pressing(s)),
            new("(?:前一|后一)[家个]{u}$", []),
            new("{u}的{n}家工会", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Unit.Parent == s.U!.Unit.Code)}"),
            new("基层工会{n}家", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Unit.Parent == s.U!.Unit.Code)}"),
            new(
                "在“{x}”组{n}个单位中{=列|并列}第{n}名",
                s => s.U!.Group,
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "列",
                s => $"{s.U!.Place}"
            ),
            new(
                "在“{x}”{n}个参加排名的单位中的位置",
                s => s.U!.Group,
                s => $"{s.P.All.Count(u => u.IsRanked && u.Group == s.U!.Group)}"
            ),
            new(
                "{u}在{x}中的位置",
                s => s.Said.EndsWith("个镇街", StringComparison.Ordinal) ? $"{s.U!.Ranked}个镇街" : s.U!.Group
            ),
            new(
                "在{n}个参加排名的镇街中列{=第\\d+名|并列第\\d+名}",
                s => $"{s.U!.Ranked}",
                s => (s.U!.Tied ? "并列" : "") + $"第{s.U.Place}名"
            ),
            new("本组中位{n}", s => Say.Two(s.U!.GroupMedians[s.K!.Value])),
            new(
                "(?:其中)?{u}{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}(?:等\\d+家)?",
                s => Facts.WhyUnranked(s.U!)
            ),
            new(
                "未参加排名：{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}",
                s => Facts.WhyUnranked(s.U!)
            ),
            // The method explains competition ranking by an example.
            new(
                s => s.U?.Unit.Level == Level.District && s.K is null,
                "(?:并列)?第{n}名",
                s => s.Said is "1" or "2" or "4" ? s.Said : null
            ),
            new(s => s.K is not null, "(?:本组|列)?第{n}名?", s => $"{s.U!.IndexPlaces[s.K ?? 0]}"),
            new(
                "{=所在组可排名的单位不足\\d+个|覆盖率[\\d.]+%，低于\\d+%|当期新建|已合并|已撤销}，(?:不|未)参加排名",
                s => Facts.WhyUnranked(s.U!)
            ),
            new("{x}成立，当期新建，不参加排名", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new("位于本组{=前三分之一|中间三分之一|后三分之一}", s => Facts.Band(s.U!)),
            new(
                "名次比{p}{=上升|下降}{n}位",
                s => s.U!.Moved > 0 ? "上升" : "下降",
                s => $"{Math.Abs(s.U!.Moved ?? 0)}"
            ),
            new("名次与{p}相同", []),
            new("名次不稳健", []),
            new(
                "{n}家基层工会覆盖率低于{n}%，不参加排名",
                s => $"{s.P.Standing(Level.Grassroots).Count(u => u.IsThin)}",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage)
            ),
            new("{n}个工会参加分组排名", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.IsRanked)}"),
            new("{n}个工会有缺报或存疑的指标", s => $"{s.P.Standing(Level.Grassroots).Count(u => u.Missing.Any())}"),
        ];

    private static IEnumerable<decimal> Peers(Scene s) =>
        s
            .P.All.Where(u => u.IsRanked && u.Group == s.U!.Group)
            .Select(u => s.K is { } k ? u.Compared(k) : u.Figures.Total)
            .OfType<decimal>();

    // Of a unit the ranked of its group; of the district every town.
    private static List<decimal> Strip(Scene s) =>
        s.U!.Unit.Level == Level.District ? Values(s, Level.Town, s.K) : [.. Peers(s)];

    private static string Among(Scene s) =>
        s.U!.Unit.Level == Level.District ? $"{s.P.Standing(Level.Town).Count()}个镇街"
        : s.Said.EndsWith("个镇街", StringComparison.Ordinal) ? $"{s.U.Ranked}个镇街"
        : s.U.Group;

    private static List<decimal> OfLevel(Scene s) => s.K is { } k ? Values(s, s.Level!.Value, k) : Scored(s);
}
