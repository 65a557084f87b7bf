namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about activities, programmes, pairs and home visits.</summary>
internal static partial class Sentences
{
    private static List<int> Without(Scene s) =>
        [.. Enumerable.Range(1, 12).Where(m => Facts.Held(s, m) == (m == 1 ? 0 : Facts.Held(s, m - 1)))];

    private static IEnumerable<Shape> Activities() =>
        [
            new(
                s => s.Place.StartsWith("programmes/", StringComparison.Ordinal),
                "{p}开展“{x}”(?:活动)?{n}项",
                s => s.Topic = s.Said,
                s =>
                {
                    s.Rows = Facts.Programme(s, s.Other!.Value.Title, s.Topic);
                    return Say.Thousands(s.Rows.Count);
                }
            ),
            new(
                "{=文体|培训|慰问|大讲堂|劳模助企|会议|家访|疗休养}{n}项",
                s => s.Topic = s.Said,
                s => $"{s.Office.Raw.Rows(s.P.Period, "活动").Count(r => r["类型"] == s.Topic)}"
            ),
            new(
                s => s.Topic == "纸",
                "(?:全年|年初以来|本季度|上半年|下半年|本月)?开展活动{n}项、{n}场",
                s =>
                {
                    s.Rows = s.Office.Raw.Rows(s.P.Period, "活动");
                    return $"{s.Rows.Count}";
                },
                s => $"{s.Rows.Sum(r => r.Whole("场次") ?? 1)}"
            ),
        ];

    private static IEnumerable<Shape> Programmes() =>
        [
            new(s => s.Rows.Count > 0, "{n}场", s => Say.Thousands(s.Rows.Sum(r => r.Whole("场次") ?? 1))),
            new(s => s.Rows.Count > 0, "(?:按人数统计的活动)?参加{=约?[\\d,]+}人", s => Cells.Heads(s, "人")),
            new(s => s.Rows.Count > 0, "(?:按人次统计的活动)?参加{=约?[\\d,]+}人次", s => Cells.Heads(s, "人次")),
            new("(?:{p})?结成师徒{n}对", s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count}"),
            new("到期{n}对", s => $"{Facts.Due(s)}"),
            new("完成{n}对", s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count(r => r.Yes("完成"))}"),
            new(
                "列出所在工会公开的{n}对，在{n}家工会",
                s => $"{Facts.Pairs(s).Count}",
                s => $"{Facts.Pairs(s).Select(r => r["组织"]).Distinct().Count()}"
            ),
            new(
                "另有{n}对所在工会不公开，不列",
                s => $"{s.Office.Raw.Rows(s.P.Period, "结对").Count - Facts.Pairs(s).Count}"
            ),
            new("其中{n}对同意公布姓名", s => $"{Facts.Pairs(s).Count(r => Facts.PairNames(s, r) != "不写姓名")}"),
            new("{p}师徒", []),
            new("列出{n}对", s => $"{Facts.Pairs(s).Count}"),
            new("按技能方向", []),
            new(
                "实访{n}人，占{n}%",
                s => Cells.Sum(s, "实访人数"),
                s => Cells.Share(Cells.Whole(s, "实访人数"), Cells.Whole(s, "应访人数")).TrimEnd('%')
            ),
            new("尚有{n}个没有解决", s => Say.Thousands(Cells.Whole(s, "反映问题数") - Cells.Whole(s, "已解决数"))),
            new("全年计划{n}场", s => Say.Thousands(Facts.Planned(s))),
            new(
                "已办{n}场，占{n}%",
                s => Say.Thousands(Facts.Held(s, 12)),
                s => Cells.Share(Facts.Held(s, 12), Facts.Planned(s)).TrimEnd('%')
            ),
            new("{n}个月每月都有", s => Facts.Held(s, 12) > 0 && Without(s).Count == 0 ? "12" : null),
            new(
                "{n}个月里有{n}个月开展，{x}没有",
                _ => "12",
                s => $"{12 - Without(s).Count}",
                s => string.Join('、', Without(s).Select(m => $"{m}月"))
            ),
            new(
                "{n}个月里有{n}个月开展：{x}(?=。)",
                _ => "12",
                s => $"{12 - Without(s).Count}",
                s => string.Join('、', Enumerable.Range(1, 12).Except(Without(s)).Select(m => $"{m}月"))
            ),
            new(
                "指标“{i}”{p}为{n}/{n}",
                s => Say.Thousands(s.P.District.Item(s.Code!)!.Item.Value!.Numerator!.Value),
                s => Say.Thousands(s.P.District.Item(s.Code!)!.Item.Value!.Denominator!.Value)
            ),
            new("走访汇总为{n}/{n}", s => Cells.Sum(s, "实访人数"), s => Cells.Sum(s, "应访人数")),
            new("(?:{p})?应访{n}人", s => Cells.Sum(s, "应访人数")),
            new("实访{n}人", s => Cells.Sum(s, "实访人数")),
            new("职工反映问题{n}个", s => Cells.Sum(s, "反映问题数")),
            new("已解决{n}个", s => Cells.Sum(s, "已解决数")),
            new(
                s => s.Place.StartsWith("programmes/", StringComparison.Ordinal),
                "{n}年活动（列出{n}项）",
                s => s.Topic = s.Said,
                s => Say.Thousands(Facts.Listed(s, s.Topic + "年"))
            ),
        ];
}
