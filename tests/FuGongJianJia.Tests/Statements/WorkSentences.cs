using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Shapes about a task, its steps, and what a unit has not reached.</summary>
internal static partial class Sentences
{
    private static List<IGrouping<string, RawRow>> Categories(Scene s) =>
        [
            .. Facts
                .Needs(s.P, null)
                .GroupBy(r => r["类别"], StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal),
        ];

    private static string MostNeeded(Scene s)
    {
        var most = Categories(s)
            .TakeWhile(g => g.Count() == Categories(s)[0].Count())
            .Select(g => $"“{g.Key}”")
            .ToHashSet();
        return most.SetEquals(Say.Quoted(s.Said)) ? s.Said : string.Concat(most);
    }

    private static List<string> Policies(PeriodFacts p) =>
        [
            .. Facts
                .Needs(p, null)
                .Where(r => r.Yes("政策调整") && r["调整内容"].Length > 0)
                .Select(r => r["类别"] + r["调整内容"].TrimEnd('。'))
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<Shape> Work() =>
        [
            new(
                s => s.Task is not null,
                "{w}{=\\d+年\\d+月\\d+日}下达",
                s => s.P.Unit(s.Task!.Issuer)!.Unit.Name,
                s => Say.LongDate(s.Task!.Issued)
            ),
            new(
                s => s.Topic.EndsWith("plain", StringComparison.Ordinal),
                "{x}，{w}下达",
                s =>
                {
                    s.Topic = s.Said;
                    return s.P.Tasks.Exists(t => t.Name == s.Said) ? s.Said : null;
                },
                s =>
                {
                    s.Rows = s
                        .P.Tasks.Where(t => t.Name == s.Topic && s.P.Unit(t.Issuer)!.Unit.Name == s.Said)
                        .Select(t => t.Row)
                        .ToList();
                    return s.Rows.Count > 0 ? s.Said : null;
                }
            ),
            new(
                s => s.Task is not null || s.Rows.Count > 0,
                "{=\\d+年\\d+月\\d+日}前完成",
                s =>
                {
                    s.Task ??= s.P.Tasks.Find(t => s.Rows.Contains(t.Row) && Say.LongDate(t.Due!.Value) == s.Said);
                    return s.Task is null ? null : Say.LongDate(s.Task.Due!.Value);
                }
            ),
            new(s => s.Task is not null, "由{n}个单位办理", s => $"{s.Task!.Executors.Count}"),
            new(
                s => s.Task is not null,
                "{=全部}办结",
                s => s.Task!.Executors.TrueForAll(e => e.Stage == "办结") ? "全部" : "没有全部"
            ),
            new(s => s.Task is not null, "(?:进度：)?办理中{n}个", s => TaskCount(s, "办理中")),
            new(s => s.Task is not null, "(?:进度：)?待评价{n}个", s => TaskCount(s, "待评价")),
            new(s => s.Task is not null, "(?:进度：)?未办结{n}个", s => TaskCount(s, "未办结")),
            new(s => s.Task is not null, "(?:进度：)?办结{n}个", s => TaskCount(s, "办结")),
            new(s => s.Task is not null, "(?:进度：)?退出{n}个", s => TaskCount(s, "退出")),
            new(s => s.Task is not null, "下达日期：{x}$", s => Say.LongDate(s.Task!.Issued)),
            new(s => s.Task is not null, "要求完成：{x}$", s => Say.LongDate(s.Task!.Due!.Value)),
            new(s => s.Task is not null, "全部办结：{x}$", s => Say.LongDate(s.Task!.ClosedOn!.Value)),
            new(
                s => s.Task is not null,
                "首次反馈：按期{n}/{n}",
                s => $"{s.Task!.Executors.Count(e => e.First <= s.Task.Due)}",
                s => $"{s.Task!.Executors.Count}"
            ),
            new(
                s => s.Task is not null,
                "指导：{=[提预督约][^0-9]*\\d.*}$",
                s =>
                    string.Join(
                        '、',
                        Facts
                            .Rungs.Select(r =>
                                (r, n: Facts.Guidance(s.P).Count(g => g["关联任务"] == s.Task!.Code && g["类型"] == r))
                            )
                            .Where(x => x.n > 0)
                            .Select(x => $"{x.r}{x.n}件")
                    )
            ),
            new(s => s.Task is not null, "{=RW\\d+-\\d+}", s => s.Task!.Code),
            new(
                s => s.Task is not null,
                "{=[RGHWX]\\d\\d}{i}：{z}。全区{x}，目标{z}(?=。$)",
                s => s.Task!.Row["指标编码"],
                s => s.P.Data.Catalogue.Any(r => r.Code == s.Code && r.Definition == s.Said) ? s.Said : "口径",
                s => s.P.District.Item(s.Code!)!.Value,
                s => s.P.District.Item(s.Code!)!.Target
            ),
            new(
                s => s.Topic.Contains("counts", StringComparison.Ordinal),
                "{n}，在(?:区|镇街)总工会手里",
                s =>
                    s.Said == Held(s, Level.District) || s.Said == Held(s, Level.Town)
                        ? s.Said
                        : $"{Held(s, Level.District)}或{Held(s, Level.Town)}"
            ),
            new("{n}，在基层工会手里", s => Held(s, Level.Grassroots)),
            new(
                s => s.Topic.Contains("counts", StringComparison.Ordinal),
                "中位{n}天，最久{n}天",
                s => Say.Plain(PeriodFacts.Quantile(InHands(s), 0.5m, 1)),
                s => Say.Plain(InHands(s).Max())
            ),
            new(
                "八步里，{=汇集|下达|分办|领办|反馈|评价|表彰|退出}用时最长，中位{n}天",
                IsSlowest,
                s => Say.Plain(Facts.Days(s.P, s.Topic, 0.5m))
            ),
            new("{p}全部任务", []),
            new("{p}任务", []),
            new("没有办结的{n}项", s => $"{s.P.Tasks.Count(t => t.Executors.Exists(e => e.IsOpen))}"),
            new(
                "{=汇集|下达|分办|领办|反馈|评价|表彰|退出}，{n}项，(?:用{n}天|—)",
                s => s.Topic = s.Said,
                StepCount,
                s => Say.Plain(Facts.Days(s.P, s.Topic, 0.5m))
            ),
            new("本级下达{n}项", s => $"{s.P.Tasks.Count(t => t.Issuer == s.U!.Unit.Code)}"),
            new(
                "本镇街的单位办理{n}件，{=全部}办结或退出",
                s => $"{OfTown(s).Count}",
                s => OfTown(s).Exists(x => x.By.IsOpen) ? "没有全部" : "全部"
            ),
            new(
                "本镇街的单位办理{n}件，没有办结的{n}件",
                s => $"{OfTown(s).Count}",
                s => $"{OfTown(s).Count(x => x.By.IsOpen)}"
            ),
            new(
                "收到指导：{=提醒|预警|督办|约谈}{n}件",
                s => s.Topic = s.Said,
                s => $"{Facts.Guidance(s).Count(g => g["类型"] == s.Topic)}"
            ),
            new(
                s => s.Code is not null,
                "因这些任务发出指导：{z}(?=。)",
                s =>
                    string.Join(
                        '、',
                        Facts
                            .Rungs.Select(r =>
                                (
                                    r,
                                    n: Facts
                                        .Guidance(s.P)
                                        .Count(g =>
                                            g["类型"] == r
                                            && s.P.Tasks.Exists(t =>
                                                t.Code == g["关联任务"] && t.Row["指标编码"] == s.Code
                                            )
                                        )
                                )
                            )
                            .Where(x => x.n > 0)
                            .Select(x => $"{x.r}{x.n}件")
                    )
            ),
            new(
                "其中{n}件推动政策调整{n}项",
                s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}",
                s => $"{Policies(s.P).Count}"
            ),
            new(
                "政策调整，{n}，件，合{n}项政策",
                s => $"{Facts.Needs(s.P, null).Count(r => r.Yes("政策调整"))}",
                s => $"{Policies(s.P).Count}"
            ),
            new(
                "答复了{n}件需求",
                s =>
                    Facts
                        .Needs(s.P, null)
                        .Where(r => r.Yes("政策调整"))
                        .GroupBy(r => r["类别"] + r["调整内容"].TrimEnd('。'))
                        .Any(g => $"{g.Count()}" == s.Said)
                        ? s.Said
                        : null
            ),
            // What one unit has not reached.
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "{i}，{z}，目标{x}",
                s => s.Item!.Fraction.Length > 0 ? s.Item.Fraction : s.Item.Value,
                s => Checklists.Goal(s.Item!).Split('（')[0]
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal) && s.Item is not null,
                "全年{x}(?=）)",
                s => Checklists.Goal(s.Item!).Split("全年")[^1].TrimEnd('）')
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "{n}家没有做到",
                s => $"{Short(s).Count}"
            ),
            new(
                s => s.Topic.StartsWith("summary", StringComparison.Ordinal),
                "公布的单位{=都}已做到",
                s => Short(s).Count == 0 ? "都" : "没有都"
            ),
            new(
                s => s.Topic.EndsWith("columns", StringComparison.Ordinal) && s.Code is not null,
                "{u}，{z}$",
                s => Checklists.Listed(s.Item!)
            ),
            new(s => s.Topic.EndsWith("columns", StringComparison.Ordinal), "{u}$", []),
            new("差{n}个百分点，再完成{n}", s => Part(s, "差", "个百分点"), s => Part(s, "再完成", "")),
            new("差{n}个百分点", s => Part(s, "差", "个百分点")),
            new("{=差[\\d.,]+(?:项|场|个|件|次|人|级别|名|条|家|期)}", s => Checklists.Gap(s.Item!)),
            new("{=还有[\\d.,]+(?:起|个|项|件)}", s => Checklists.Gap(s.Item!)),
            new("{=到[^，；。]+得满分}", s => Checklists.Gap(s.Item!)),
            new("{=先到[^，；。]+（[\\d.]+分）}", s => Checklists.Gap(s.Item!)),
            new(s => s.Item is not null, "{=\\d+年\\d+月\\d+日}前", s => Say.LongDate(Checklists.Deadline(s.P))),
            new(
                "先达到“{x}”",
                s => Checklists.Next(s.Item!) is { } next ? Checklists.TierWord(s.Item!.Item.Row, next) : null
            ),
            new(
                "这一项的得分由{n}升到{n}",
                s => Say.Two(s.Item!.Score),
                s => Say.Two(Checklists.Next(s.Item!)!.Points)
            ),
            new(
                "达到“{x}”时",
                s => Checklists.Next(s.Item!) is { } next ? Checklists.TierWord(s.Item!.Item.Row, next) : null
            ),
            new("少于{n}个单位", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("(?:以及办理)?单位少于{n}个的(?:镇街不单列)?", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new("少于{n}个单位(?:办理的不公布|的任务不单列)", s => $"{s.Office.Settings.SmallNumberThreshold}"),
            new(
                "首次反馈“按期{n}/{n}”为{n}个单位中{n}个的第一次反馈在要求完成日期以前",
                _ => "5",
                _ => "6",
                _ => "6",
                _ => "5"
            ),
            new("共{n}项，列最近{n}项", s => $"{Hosted(s)}", _ => "20"),
            new("共{n}项", s => $"{Hosted(s)}"),
            // The board of the office.
            new("{n}件没有办结，{n}件{x}", s => $"{Matters(s).Count}", s => s.Said, s => WorstLot(s)),
            new("{n}件在办，都没有到期", s => $"{Matters(s).Count}"),
        ];

    private static int Hosted(Scene s) =>
        s
            .Office.Raw.Rows(s.P.Period, "活动")
            .Count(r => s.P.Unit(r["主办组织"])?.Unit.IsPublic == true && Mine(s, r["主办组织"]));

    private static List<ItemFacts> Short(Scene s) =>
        [
            .. s
                .P.Standing(Level.Grassroots)
                .Where(u => u.Unit.Parent == s.U!.Unit.Code)
                .Select(u => u.Item(s.Code!))
                .OfType<ItemFacts>()
                .Where(Checklists.MayBeListed),
        ];

    // A number of a distance, between these words.
    private static string? Part(Scene s, string before, string after)
    {
        var gap = Checklists.Gap(s.Item!);
        var at = gap.IndexOf(before, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = gap[(at + before.Length)..];
        return after.Length == 0 ? rest : rest[..rest.IndexOf(after, StringComparison.Ordinal)];
    }
}
