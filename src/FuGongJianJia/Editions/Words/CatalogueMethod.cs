using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>The catalogue, its rules and targets in the method（指标目录、规则与目标）.</summary>
internal static class CatalogueMethod
{
    public static MethodSection Catalogue(PeriodEdition period)
    {
        List<string> paragraphs =
        [
            $"{period.Period.Title}使用{Numerals.Count(period.Indicators.Length)}项指标，分属五项指数。每项指标在所属指数内有分值；"
                + "同一指标在不同层级规则不同的，分行列出。",
            "必备和一票否决是标记：只在内部材料中提示，并影响评先，不另外改变得分，不对外点名。",
            .. new[] { Timings(period), Publicities(period), Events(period) }.Where(p => p.Length > 0),
        ];
        if (period is { Base: { } then, Method.Breaks: { IsEmpty: false } breaks })
        {
            paragraphs.Add(
                $"与{then.Title}相比口径有变化（断点，不作比较）的指标："
                    + string.Join(
                        '；',
                        breaks.Select(b => $"{b.Code} {b.Name}{(b.ChangeNote.Length > 0 ? $"（{b.ChangeNote}）" : "")}")
                    )
                    + "。"
            );
        }

        return new(
            "catalogue",
            "指标目录",
            [.. paragraphs],
            new(
                "指标目录",
                [
                    "编码",
                    "指标",
                    "指数",
                    "规则",
                    "目标或参数",
                    "分值",
                    "适用层级",
                    "适用类别",
                    "汇总方式",
                    "口径与来源",
                ],
                [
                    .. period
                        .Indicators.SelectMany(i => i.Variants)
                        .Select(r =>
                            (ImmutableArray<string>)
                                [
                                    r.Code,
                                    r.Name + (r.Mandatory ? "［必备］" : "") + (r.Veto ? "［一票否决］" : ""),
                                    r.Index.Word(),
                                    r.Rule.Kind.Word(),
                                    Parameter(r),
                                    Numerals.Plain(r.Weight),
                                    string.Join('、', r.Levels.Select(l => l.Word())),
                                    Classes(r),
                                    r.Aggregation.Word(),
                                    Definition(r),
                                ]
                        ),
                ],
                [false, false, false, false, false, true, false, false, false, false]
            )
        );
    }

    // 期别: what the values of a quarter are.
    private static string Timings(PeriodEdition period)
    {
        var parts = period
            .Indicators.GroupBy(i => i.Variants[0].Timing)
            .Where(g => g.Key != Timing.PointInTime)
            .OrderBy(g => g.Key)
            .Select(g =>
                g.Key switch
                {
                    Timing.Cumulative => "从年初累计的",
                    Timing.WithinPeriod => "分母是本期计划的",
                    _ => "一年一次、年末才报的",
                } + $"有{Names(g)}"
            )
            .ToList();
        return parts.Count == 0 ? "" : $"期别：{string.Join('；', parts)}；其余为期末的状况。";
    }

    private static string Publicities(PeriodEdition period)
    {
        var parts = period
            .Indicators.SelectMany(i => i.Variants.Select(row => (View: i, Row: row)))
            .Where(x => x.Row.Publicity != Publicity.Figures)
            .GroupBy(x => (x.Row.Publicity, Levels: string.Join('、', x.Row.Levels.Select(l => l.Word()))))
            .OrderBy(g => g.Key.Publicity)
            .Select(g =>
                $"{g.Key.Levels}单位的{Names(g.Select(x => x.View).Distinct())}"
                + g.Key.Publicity switch
                {
                    Publicity.ScoreOnly => "只公布得分，不公布数值",
                    Publicity.SumsOnly => "不逐个公布，只公布上级的汇总数",
                    _ => "不公布",
                }
            )
            .ToList();
        return parts.Count == 0 ? "" : $"公开方式：{string.Join('；', parts)}。";
    }

    private static string Events(PeriodEdition period) =>
        period.Indicators.Where(i => i.Variants[0].Nature == IndicatorNature.Event).ToList() is { Count: > 0 } events
            ? $"{Names(events)}是事件，已经发生的不能改正，照规则扣分，不比较升降，不作为表扬和建议的内容。"
            : "";

    private static string Names(IEnumerable<IndicatorView> views) =>
        string.Join('、', views.Select(i => $"{i.Code}{i.Name}"));

    private static string Parameter(Indicator row) =>
        row.Rule.Kind switch
        {
            RuleKind.Tiers => string.Join(
                '；',
                row.Rule.Tiers.Select(t =>
                    t.Word is { } word
                        ? $"{word}{Numerals.Plain(t.Points)}分"
                        : $"{Numerals.Plain(t.Threshold ?? 0m)}{(row.Unit == "%" ? "%" : "")}及以上"
                            + $"{Numerals.Plain(t.Points)}分"
                )
            ),
            RuleKind.Deduction => $"每{row.Unit}扣{Numerals.Plain(row.Rule.Target ?? 0m)}分",
            RuleKind.Checklist => $"最多{Numerals.Plain(row.Rule.Target ?? 0m)}项",
            RuleKind.YesNo => Numerals.NotApplicable,
            _ => IndicatorWords.Target(row, row.Rule.Target),
        };

    private static string Definition(Indicator row)
    {
        var parts = new[] { row.Definition.TrimEnd('。'), row.Source.Length > 0 ? $"来源：{row.Source}" : "" }
            .Where(p => p.Length > 0)
            .ToList();
        return parts.Count == 0 ? Numerals.None : string.Join('。', parts) + "。";
    }

    private static string Classes(Indicator row) =>
        row.Categories.IsEmpty && row.Kinds.IsEmpty
            ? "全部"
            : string.Join('、', row.Categories.Select(c => c.Word()).Concat(row.Kinds.Select(k => k.Word())));

    public static MethodSection RulesOf() =>
        new(
            "rules",
            "计分规则",
            [
                "每项指标按规则得0至100分，对照事先公布的固定目标计算，不与当期最好的单位比较，一个单位的得分不受其他单位影响。数值可以超过100%，得分以100分为限，数值照实公布。",
            ],
            new(
                "六种计分规则",
                ["规则", "算法"],
                [
                    ["达标比例", "分子÷分母×100得百分比；百分比÷目标×100为得分，以100分为限"],
                    ["计数", "个数÷目标×100为得分，以100分为限"],
                    ["分档", "从最高档起，达到哪一档得哪一档的分；档次可以是数值，也可以是级别名称"],
                    ["扣分", "100减去每个（起）扣分×个数，扣到0为止"],
                    ["是否", "是得100分，否得0分"],
                    ["清单", "完成项÷适用项×100为得分；不适用的项不计入分母"],
                ],
                [false, false]
            )
        );

    public static MethodSection Targets(PeriodEdition period)
    {
        const string Order =
            "目标可以按单位、排名组、单位类别、组织类型或层级另行规定，范围最小的优先；只适用于达标比例和计数两种规则。";
        ReadOnlySpan<string> due = period.Method.IsProRata
            ?
            [
                "年末之前，从年初累计的达标比例和计数指标对照序时进度：应达到的目标＝全年目标×已过月份÷12，本期为"
                    + $"{Numerals.Count(period.Period.MonthsElapsed)}/12；印出的目标舍入到两位小数，得分用未舍入的目标计算。",
            ]
            : [];
        if (!period.Method.HasOwnTargets)
        {
            return new("targets", "目标", [Order, .. due, "本期没有另行规定目标，一律使用指标目录中的目标。"]);
        }

        return new(
            "targets",
            "目标",
            [Order, .. due],
            new(
                "另行规定的目标",
                ["适用范围", "指标", "目标", "文号"],
                [
                    .. period.Method.Targets.Select(t =>
                        (ImmutableArray<string>)
                            [
                                t.Scope,
                                $"{t.Indicator} {NameOf(period, t.Indicator)}",
                                Numerals.Plain(t.Value),
                                t.Document ?? Numerals.None,
                            ]
                    ),
                ],
                [false, false, true, false]
            )
        );
    }

    private static string NameOf(PeriodEdition period, string code) =>
        period.Indicators.FirstOrDefault(i => i.Code == code)?.Name ?? "";
}
