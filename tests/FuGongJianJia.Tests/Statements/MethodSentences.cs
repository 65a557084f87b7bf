using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about the method and the screening: their constants are settings.</summary>
internal static partial class Sentences
{
    private static bool IsScreening(Scene s) => s.Place.EndsWith("/screening", StringComparison.Ordinal);

    private static string Unmet(Scene s, Func<Catalogue.Indicator, string, bool> row)
    {
        var asked = Screening.Asked(s.P).FindAll(a => row(a.Row, a.Mark));
        return $"{Screening.With(s.P, u => asked.Exists(a => Screening.IsMet(u, a.Row) == false))}";
    }

    private static IEnumerable<Shape> OfScreening() =>
        [
            new(
                IsScreening,
                "{=通过|不通过|待核|不参评|否决}{n}家",
                s => s.Topic = s.Said,
                s => $"{Screening.With(s.P, u => Screening.Verdict(u) == s.Topic)}"
            ),
            new(IsScreening, "范围为基层工会{n}家", s => $"{Screening.Units(s.P).Count}"),
            new(
                IsScreening,
                "(?:另有)?{n}家{=合并|撤销|分设|换编码}",
                s => s.Said,
                s =>
                    s.P.All.Count(u => u.Unit.Level == Level.Grassroots && !u.Stands) is > 0 and var all && all <= 2
                        ? s.Said
                        : null
            ),
            new(IsScreening, "公开与否都在内", []),
            new(
                IsScreening,
                "{i}（{=一票否决|必备|必查}）",
                s => Screening.Asked(s.P).Where(a => a.Row.Code == s.Code).Select(a => a.Mark).Single()
            ),
            new(IsScreening, "覆盖率不到{n}%的待核", s => Say.Plain(s.Office.Settings.RankMinimumCoverage)),
            new(IsScreening, "有{i}的{n}家", s => Unmet(s, (row, mark) => row.Code == s.Code && mark == "一票否决")),
            new(
                IsScreening,
                "{i}未达标的{n}家",
                s => Unmet(s, (row, mark) => row.Code == s.Code && mark != "一票否决")
            ),
            new(
                IsScreening,
                "要看的指标缺报或存疑的{n}家",
                s => $"{Screening.With(s.P, u => Screening.Asked(s.P).Exists(a => Screening.IsMet(u, a.Row) is null))}"
            ),
            new(
                IsScreening,
                "覆盖率不到{n}%的{n}家",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage),
                s => $"{Screening.With(s.P, u => u.IsThin)}"
            ),
            new(
                IsScreening,
                "新建的{n}家",
                s => $"{Screening.With(s.P, u => u.Unit.Status == OrganisationStatus.New)}"
            ),
            new(IsScreening, "补报{=\\d+年\\d+月\\d+日}前", s => Say.LongDate(s.P.Period.End.AddDays(15))),
            new(
                IsScreening,
                "其余{=\\d+年\\d+月\\d+日}前",
                s => Say.LongDate(s.P.Period.End.AddDays(1).AddMonths(3).AddDays(-1))
            ),
            new(IsScreening, "{p}评先资格审查表", []),
        ];

    private static IEnumerable<Shape> Method() =>
        [
            // The method: constants are settings.
            new("每项指标按规则得{n}至{n}分", _ => "0", _ => "100"),
            new("得分以{n}分为限", _ => "100"),
            new("数值可以超过{n}%", _ => "100"),
            new("(?:为|得)?{n}分(?:为限)?", s => s.U?.Figures.Indexes[s.K ?? 0] is { } v ? Say.Text(v) : null),
            new("分母或个数在{n}至{n}之间的", _ => "1", s => $"{s.Office.Settings.SmallNumberThreshold - 1}"),
            new("(?:有效票)?不足{n}张的", s => $"{s.Office.Settings.FewestBallots}"),
            new("有效票不足{n}张的", s => $"{s.Office.Settings.FewestBallots}"),
            new("一组中符合条件的不足{n}个时", s => $"{s.Office.Settings.RankMinimumGroup}"),
            new("覆盖率不低于{n}%", s => Say.Plain(s.Office.Settings.RankMinimumCoverage)),
            new(
                "覆盖率低于{n}%或组内不足{n}家的只公布数值",
                s => Say.Plain(s.Office.Settings.RankMinimumCoverage),
                s => $"{s.Office.Settings.RankMinimumGroup}"
            ),
            new("不足{n}人", s => $"{s.Office.Settings.RankSizeBounds[0]}"),
            new(
                "{n}～{n}人",
                s => $"{s.Office.Settings.RankSizeBounds[0]}",
                s => $"{s.Office.Settings.RankSizeBounds[1] - 1}"
            ),
            new("{n}人及以上", s => $"{s.Office.Settings.RankSizeBounds[1]}"),
            new("名次不超过个数三分之一的为前三分之一", []),
            new("最高级别取最高一档", []),
            new("低于本单位的个数＋{n}×与本单位相同的个数", _ => "0.5"),
            new("超过本组参加排名个数的三分之一的", []),
            new("覆盖不足的在后", []),
            new("“按期{n}/{n}”为{n}个单位中{n}个的首次反馈在要求完成日期以前", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("按期{n}/{n}”为{n}个单位中{n}个的首次反馈在要求完成日期以前", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("{n}/{n}”为{n}个评价合格", _ => "5", _ => "6", _ => "5"),
            new("得{n}分的单位数÷已计分单位数", _ => "100"),
            new("公布时一次舍入到{n}位小数", s => $"{s.Office.Settings.ScoreDecimals}"),
            new("正文中的得分一般写{n}位小数", _ => "1"),
            new("合计不少于{n}", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("各?写作“＜{n}”", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("＜{n}”(?:或不公布)?", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("仅由{n}项构成", _ => "1"),
            new("{p}使用{n}项指标", s => $"{s.P.Data.Catalogue.Select(i => i.Code).Distinct().Count()}"),
            new("本期有{n}个基层工会不公开结果", s => $"{s.P.Hidden(Level.Grassroots)}"),
            new("相差超过{n}分的", s => Say.Plain(s.Office.Settings.ReconciliationTolerance)),
        ];
}
