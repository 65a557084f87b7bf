using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about a period as a whole, and of the papers that tell it.</summary>
internal static partial class Sentences
{
    private static IEnumerable<Shape> Periods() =>
        [
            new("{n}个镇街(?:中)?", s => CountOf(s, Level.Town)),
            new("{n}家公开的基层工会(?:中)?", s => CountOf(s, Level.Grassroots)),
            new("优秀{n}个", s => GradeCount(s, "优秀")),
            new("良好{n}个", s => GradeCount(s, "良好")),
            new("合格{n}个", s => GradeCount(s, "合格")),
            new("待提升{n}个", s => GradeCount(s, "待提升")),
            new("总指数中位数为{n}分", s => As(s, PeriodFacts.Quantile(Told(s), 0.5m))),
            new("最高与最低相差{n}分", s => As(s, Told(s).Max() - Told(s).Min())),
            new(
                "指数居前的是{x}(?=。)",
                s =>
                    string.Join(
                        '、',
                        s.P.Standing(Level.Town)
                            .Where(t => t.Place is not null)
                            .OrderBy(t => t.Place)
                            .ThenBy(t => t.Unit.Code, StringComparer.Ordinal)
                            .Take(Math.Max(3, s.P.Standing(Level.Town).Count(t => t.Place <= 3)))
                            .Select(t => $"{t.Unit.ShortName}（{Say.Text(t.Figures.Total!.Value)}分）")
                    )
            ),
            new(
                "中间一半的工会在{n}～{n}分之间",
                s => Say.Text(PeriodFacts.Quantile(UnionTotals(s), 0.25m)),
                s => Say.Text(PeriodFacts.Quantile(UnionTotals(s), 0.75m))
            ),
            new(
                "按可比口径，{w}比上年(?:同期)?{=提高[\\d.]+分}，升幅居各镇街首位",
                s => Risers(s, Level.Town).First().Unit.ShortName,
                s => Moved(Risers(s, Level.Town).First().Comparable)
            ),
            new(
                "数据截[止至]　?{=\\d+年\\d+月\\d+日}",
                s =>
                    Say.LongDate(
                        Facts.DataDate(s.Place.StartsWith("unions/", StringComparison.Ordinal) ? s.Office.Newest : s.P)
                    )
            ),
            new("编制{=\\d+年\\d+月\\d+日}", s => Say.LongDate(Printed(s))),
            new(s => s.Topic == "纸", "{=\\d+年\\d+月\\d+日}$", s => Say.LongDate(Printed(s))),
            new("指标值、任务和指导为{n}月至{n}月的累计数", _ => "1", s => $"{s.P.Period.End.Month}"),
            new("年初累计的指标对照全年目标的{n}/{n}（序时进度）计分", s => $"{s.P.Period.End.Month}", _ => "12"),
            new("本期有{n}家公开的基层工会", s => CountOf(s, Level.Grassroots)),
            new("另有{n}家不公开", s => Say.Thousands(s.P.Hidden(Level.Grassroots))),
            new("全部工会，{n}家", s => CountOf(s, Level.Grassroots)),
            new("工会只在同类、规模相近的组内排名", []),
            new("组内可排名单位不足{n}家的不排名", s => $"{s.Office.Settings.RankMinimumGroup}"),
            new(
                "范围为有可比变化的{n}[个家]{w}",
                s => Say.Thousands(Compared(s).Count),
                s => s.Level == Level.Town ? "镇街" : "公开的基层工会"
            ),
            new(
                "另有{n}[个家]没有可比变化",
                s => Say.Thousands(s.P.Standing(s.Level!.Value).Count(u => u.Comparable is null))
            ),
            new("{n}[个家]不公开，不在其中", s => $"{s.P.Hidden(s.Level!.Value)}"),
            new(
                "{n}[个家]{w}，不在其中",
                s => $"{s.P.All.Count(u => u.Unit.Level == s.Level && u.Unit.IsPublic && !u.Stands)}",
                s => s.Said
            ),
            new("组织编码：{x}$", s => s.U!.Unit.Code),
            new("职工数：{n}人", s => Say.Thousands(s.U!.Unit.Workers ?? 0)),
            new("会员数：{n}人", s => Say.Thousands(s.U!.Unit.Members ?? 0)),
            new("成立日期：{x}$", s => Say.LongDate(s.U!.Unit.Founded!.Value)),
            new("{=得分表|指标明细|指标目录|字段说明|JSON结构说明}，(?:CSV|JSON)·{n}KB", s => s.Said, Size),
            new("{p}表彰，CSV·{n}KB", Size),
            new("已出版{n}期", s => $"{s.Office.Periods.Count()}"),
            new("目标×已过月份÷{n}", _ => "12"),
            new("{p}五大指数(?:运行情况)?", []),
            new("{p}{u}{=[一二三四五六七八九十]+}项指标", s => Han(s.U!.Items.Count)),
            new("{p}全区{n}项指标", s => $"{s.P.Data.Catalogue.Select(i => i.Code).Distinct().Count()}"),
            new("{p}{l}{i}，按得分由高到低", []),
            new("{p}{l}{k}指数，由高到低", []),
        ];

    // The newest papers bear the edition's date, which is that of the newest data; older ones their own.
    public static DateOnly Printed(Scene s) =>
        s.P.Period.End == s.Office.Newest.Period.End ? s.Office.Periods.Max(Facts.DataDate) : Facts.DataDate(s.P);

    private static List<UnitFacts> Compared(Scene s)
    {
        s.Level = s.Said.Length > 2 || s.Topic == "工会" ? Level.Grassroots : Level.Town;
        return [.. s.P.Standing(s.Level.Value).Where(u => u.Comparable is not null)];
    }

    private static IEnumerable<UnitFacts> Risers(Scene s, Level level) =>
        s
            .P.Standing(level)
            .Where(u => u.Comparable > 0)
            .OrderByDescending(u => u.Comparable)
            .ThenBy(u => u.Unit.Code, StringComparer.Ordinal);

    private static string Size(Scene s) => s.Office.Sizes.Contains(s.Said) ? s.Said : "一个数据文件的大小";

    private static IEnumerable<Shape> Papers() =>
        [
            new("各指数以{n}～{n}分表示", _ => "0", _ => "100"),
            new(s => s.Topic == "纸", "{n}\\.", s => s.Said),
            new(
                "第{n}期",
                s => $"{s.Office.Periods.Count(p => p.Period.Year == s.P.Period.Year && p.Period <= s.P.Period)}"
            ),
            new(
                "总第{n}期",
                s => $"{s.Office.Settings.Brief.FirstSerial - 1 + s.Office.Periods.Count(p => p.Period <= s.P.Period)}"
            ),
            new(
                "名次{n}/{n}，{=并列}",
                s => $"{s.U!.Place}",
                s => $"{s.U!.Ranked}",
                s => s.U!.Tied ? "并列" : "不并列"
            ),
            new("另有{n}家工会不公开", s => $"{s.P.Hidden(Level.Grassroots)}"),
            new(
                "(?:任务)?要求{=\\d+年\\d+月\\d+日}前整改",
                s =>
                    Facts
                        .Guidance(s)
                        .Exists(g =>
                            g.Date("要求整改日期") is { } on
                            && Say.LongDate(on) == s.Said
                            && g.Date("整改完成日期") is null
                        )
                        ? s.Said
                        : "一件未整改的指导的要求日期"
            ),
            new(
                "台账记{=\\d+年\\d+月\\d+日}整改完成",
                s =>
                    Facts.Guidance(s).Exists(g => g.Date("整改完成日期") is { } on && Say.LongDate(on) == s.Said)
                        ? s.Said
                        : "一件指导的整改完成日期"
            ),
            new("“?{n}/{n}”为{n}个单位中的{n}个", _ => "5", _ => "6", _ => "6", _ => "5"),
            new("{n}/{n}”为{n}个单位中的{n}个", _ => "5", _ => "6", _ => "6", _ => "5"),
            new(
                "公开的基层工会{n}家",
                s =>
                    Say.Thousands(
                        s.P.Standing(Level.Grassroots)
                            .Count(u => s.U!.Unit.Level == Level.District || u.Unit.Parent == s.U.Unit.Code)
                    )
            ),
            new("{w}（{n}条）", s => s.Said, s => s.Said),
            new("{p}各级表彰{n}项", s => $"{Granted(s).Count}"),
            new(
                "(?:获得)?{=国家级|省级|市级|区级|镇街级}{n}项(?:表彰)?",
                s => s.Topic = s.Said,
                s => $"{Granted(s).Count(h => h["级别"] == s.Topic)}"
            ),
            new(
                "镇街和基层工会共有{n}个应报而缺报或存疑的数值",
                s => $"{Asked(s).Count(i => i.State is "缺报" or "存疑")}"
            ),
            new(
                "{n}个镇街和{n}家基层工会",
                s => $"{s.P.Standing(Level.Town).Count()}",
                s => $"{s.P.Standing(Level.Grassroots).Count() + s.P.Hidden(Level.Grassroots)}"
            ),
            new(
                "{n}个镇街总指数在{n}～{n}分之间",
                s => CountOf(s, Level.Town),
                s => Say.Two(TownTotals(s).Min()),
                s => Say.Two(TownTotals(s).Max())
            ),
            new("中位数{n}分", s => Say.Two(PeriodFacts.Quantile(Told(s), 0.5m))),
            new("{n}个单位五大指数的范围", s => $"{s.P.Standing(Level.Town).Count()}"),
            new(
                "全区失分最多的是{i}，失{n}分（分值{n}分?），补齐可使总指数增{n}分",
                s => MostLost(s) == s.Item?.Name ? Say.Two(s.Item!.Lost) : null,
                s => Say.Plain(s.Item!.Weight),
                s => Say.Two(s.Item!.Gain)
            ),
            new("一项任务的全部办理单位都按期才算一项", []),
            new(
                "{w}{p}(?:工会)?五大指数(?:年度报告|运行情况)",
                s =>
                    s.Said == s.U!.Unit.ShortName || s.Said == s.Office.Settings.District ? s.Said : s.U!.Unit.ShortName
            ),
            new("{w}工会五大指数{n}年度报告", s => s.Office.Settings.District, s => $"{s.P.Period.Year}"),
            new(
                "(?:用时最长的是){=汇集|下达|分办|领办|反馈|评价|表彰|退出}，中位数{n}天",
                s => s.Topic = s.Said,
                s => Facts.Days(s.P, s.Topic, 0.5m) is { } d ? Say.Plain(d) : null
            ),
            new(
                "※?(?:{u}，)?{=\\d+年\\d+月\\d+日}(?:更正)?[：，](?:更正：)?{=[RGHWX]\\d\\d}{x}[：，]原值{n}，更正为{n}",
                s =>
                {
                    s.Rows = s.Office.Corrections.FindAll(c =>
                        c["期间"] == $"{s.P.Period}"
                        && (c["组织"] == s.U!.Unit.Code || s.P.Unit(c["组织"])!.IsBelow(s.U))
                        && Say.LongDate(c.Date("日期")!.Value) == s.Said
                    );
                    return s.Rows.Count > 0 ? s.Said : null;
                },
                s =>
                {
                    s.Raw = s.Rows.Find(c => c["指标"] == s.Said);
                    return s.Raw?["指标"];
                },
                s => s.P.Data.Catalogue.First(i => i.Code == s.Raw!["指标"]).Name,
                s => s.Raw!["原值"],
                s => s.Raw!["新值"]
            ),
        ];

    private static List<RawRow> Corrected(Scene s) =>
        [
            .. s.Office.Periods.SelectMany(p =>
                s.Office.Raw.Rows(p.Period, "更正").Where(c => p.Period == s.P.Period || c["期间"] == $"{s.P.Period}")
            ),
        ];
}
