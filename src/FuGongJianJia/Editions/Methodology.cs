using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Scoring.Protection;

namespace FuGongJianJia.Editions;

/// <summary>
/// The method in words（计算方法）, built from settings and catalogue: the site's page and the reports' appendix show this
/// and nothing else,
/// so that it cannot differ from what was computed.
/// </summary>
public static class Methodology
{
    /// <summary>The method of a period.</summary>
    public static MethodText For(PeriodScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var settings = scores.Settings;
        return new(
            $"{scores.Period.Title}计算方法",
            [
                Catalogue(scores),
                RulesOf(),
                Targets(scores),
                Indexes(settings),
                Missing(settings),
                Pooling(scores),
                Publication(settings),
                .. MethodExample.Of(scores),
                Ranking(settings),
                Change(scores),
                Lineage(scores),
                Robustness(scores),
                SmallNumbers(scores),
                .. MethodProcess.Of(scores),
                Limits(settings),
            ]
        );
    }

    private static MethodSection Catalogue(PeriodScores scores)
    {
        var plan = scores.Plan;
        var breaks = scores.BaseScores is { } then
            ? plan
                .Rows.Where(r =>
                    then.Data.Catalogue.Any(b => b.Code == r.Code)
                    && !then.Data.Catalogue.Any(b => b.Code == r.Code && b.Version == r.Version)
                )
                .DistinctBy(r => r.Code, StringComparer.Ordinal)
                .OrderBy(r => r.Index)
                .ThenBy(r => r.Code, StringComparer.Ordinal)
                .ToList()
            : [];
        List<string> paragraphs =
        [
            $"{scores.Period.Title}使用{Numerals.Count(plan.Codes.Length)}项指标，分属五项指数。每项指标在所属指数内有分值；同一指标在不同层级规则不同的，分行列出。",
            "必备和一票否决是标记：未达到或发生时在结果中提示，并影响评先，不另外改变得分。",
        ];
        if (breaks.Count > 0)
        {
            paragraphs.Add(
                $"与{scores.Base!.Value.Title}相比口径有变化（断点，不作比较）的指标："
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
                    .. plan
                        .RowsOf.SelectMany(rows => rows)
                        .Select(r => plan.Rows[r])
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

    private static string Parameter(Indicator row) =>
        row.Rule.Kind switch
        {
            RuleKind.Tiers => string.Join(
                '；',
                row.Rule.Tiers.Select(t =>
                    t.Word is { } word
                        ? $"{word}{Numerals.Plain(t.Points)}分"
                        : $"{Numerals.Plain(t.Threshold ?? 0m)}{(row.Unit == "%" ? "%" : "")}及以上{Numerals.Plain(t.Points)}分"
                )
            ),
            RuleKind.Deduction => $"每{row.Unit}扣{Numerals.Plain(row.Rule.Target ?? 0m)}分",
            RuleKind.Checklist => $"最多{Numerals.Plain(row.Rule.Target ?? 0m)}项",
            RuleKind.YesNo => Numerals.NotApplicable,
            _ => CellText.Target(row, row.Rule.Target),
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

    private static MethodSection RulesOf() =>
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

    private static MethodSection Targets(PeriodScores scores)
    {
        var targets = scores.Data.Targets;
        const string Order =
            "目标可以按单位、排名组、单位类别、组织类型或层级另行规定，范围最小的优先；只适用于达标比例和计数两种规则。";
        if (targets.IsEmpty)
        {
            return new("targets", "目标", [Order, "本期没有另行规定目标，一律使用指标目录中的目标。"]);
        }

        return new(
            "targets",
            "目标",
            [Order],
            new(
                "另行规定的目标",
                ["适用范围", "指标", "目标", "文号"],
                [
                    .. targets
                        .Where(t => scores.NumberOf(t.Scope) is var u && (u < 0 || scores.Organisations[u].IsPublic))
                        .OrderBy(t => t.Indicator, StringComparer.Ordinal)
                        .ThenBy(t => t.Scope, StringComparer.Ordinal)
                        .Select(t =>
                            (ImmutableArray<string>)
                                [
                                    scores.NumberOf(t.Scope) is >= 0 and var union
                                        ? scores.Organisations[union].Name
                                        : t.Scope,
                                    t.Indicator
                                        + " "
                                        + (scores.Plan.Rows.FirstOrDefault(r => r.Code == t.Indicator)?.Name ?? ""),
                                    Numerals.Plain(t.Value),
                                    t.Document ?? Numerals.None,
                                ]
                        ),
                ],
                [false, false, true, false]
            )
        );
    }

    private static MethodSection Indexes(Settings settings)
    {
        var sum = settings.IndexWeights.Sum();
        return new(
            "indexes",
            "指数与总指数",
            [
                "一项指数＝Σ（分值×得分）÷Σ分值，只计适用并已报的指标。不适用的指标退出计算，它的分值由同一指数的其他指标按比例分担。",
                "总指数＝Σ（指数权重×指数）÷Σ指数权重，只计有值的指数，用未舍入的指数计算。总指数是加权平均，一项高可以弥补另一项低，所以同时公布最低的一项指数。",
                "各项指标另列折合得分＝分值×得分÷100，失分＝分值－折合得分；可增总指数是这一项得满分时总指数的增加数＝指数权重×分值×（100－得分）÷（该指数已计分指标分值之和×有值指数权重之和）。",
            ],
            new(
                "指数权重",
                ["指数", "权重", "占比"],
                [
                    .. Vocabulary.Indexes.Select(k =>
                        (ImmutableArray<string>)
                            [
                                k.Title(),
                                Numerals.Plain(settings.IndexWeights[(int)k]),
                                Numerals.Percent(settings.IndexWeights[(int)k] * 100m / sum),
                            ]
                    ),
                ],
                [false, true, true]
            )
        );
    }

    private static MethodSection Missing(Settings settings) =>
        new(
            "missing",
            "缺报、不适用与覆盖率",
            [
                "不适用、缺报和零是三回事。不适用的指标退出计算；零是已报的数值；应报未报的为缺报，报来的数值有疑问、尚未核实的为存疑，存疑在核实前按缺报处理。",
                settings.MissingScoresZero
                    ? "本版采用“缺报计零”：缺报和存疑的指标按0分计入。这一规定会影响名次，特此说明。"
                    : "本版采用“缺报不计、公布覆盖率”：缺报和存疑的指标不计入得分，也不用平均数填补。",
                "覆盖率＝Σ〔指数权重×（已报指标分值÷适用指标分值）〕÷Σ指数权重，以百分比表示，只计有适用指标的指数。",
            ]
        );

    private static MethodSection Pooling(PeriodScores scores) =>
        new(
            "pooling",
            "镇街与全区的汇总",
            [
                "镇街和区自己报送的数值优先。没有自己报送的，由下级单位报送的数值汇总：在指标适用的最低一级、有单位报送的那一级上，按汇总方式计算，再按本级的规则计分；本级没有规则的，用下一级的规则。",
                "合并比率＝Σ分子÷Σ分母，不取各单位百分比的平均数；求和＝Σ数值；达标单位占比＝得100分的单位数÷已计分单位数；最高级别取最高一档；不汇总的，只用本级自己报送的数值。",
                "正常和新建的单位参加汇总，不论是否公开；已合并、已撤销的单位不参加，以免重复计算。适用类别只限定基层工会，不限定镇街和区。"
                    + (
                        scores.Organisations.Count(o => o.Level == Level.Grassroots && !o.IsPublic)
                            is > 0
                                and var hidden
                            ? $"本期有{Numerals.Count(hidden)}个基层工会不公开结果，其数值计入汇总。"
                            : ""
                    ),
            ]
        );

    private static MethodSection Publication(Settings settings)
    {
        var bands = settings.GradeBands;
        return new(
            "publication",
            "舍入与等次",
            [
                $"计算过程不舍入，公布时一次舍入到{Numerals.Count(settings.ScoreDecimals)}位小数，方式为{Mode(settings.Rounding)}。等次和名次按舍入后的数判定，印出的数与等次不会矛盾。正文中的得分一般写1位小数。",
                "百分比与百分点分开使用：两个百分比之差称百分点，得分之差称分。约数照约数公布，含约数的合计也标“约”。",
            ],
            new(
                "等次",
                ["等次", "得分"],
                [
                    .. bands.Select(
                        (band, g) =>
                            (ImmutableArray<string>)
                                [
                                    ((Grade)g).Word(),
                                    g == 0
                                        ? $"{Numerals.Plain(band)}分及以上"
                                        : $"{Numerals.Plain(band)}分及以上，不足{Numerals.Plain(bands[g - 1])}分",
                                ]
                    ),
                    [Grade.ToImprove.Word(), $"不足{Numerals.Plain(bands[^1])}分"],
                ],
                [false, false]
            )
        );
    }

    private static string Mode(MidpointRounding mode) =>
        mode switch
        {
            MidpointRounding.AwayFromZero => "四舍五入",
            MidpointRounding.ToEven => "四舍六入五成双",
            MidpointRounding.ToZero => "舍去尾数",
            MidpointRounding.ToPositiveInfinity => "向上取",
            _ => "向下取",
        };

    private static MethodSection Ranking(Settings settings) =>
        new(
            "ranking",
            "排名",
            [
                $"只在可比的组内排名：镇街（含街道、镇、乡）为一组；基层工会按{(settings.RankByCategory ? "单位类别和" : "")}职工数（{string.Join('、', Bands(settings))}；没有填职工数的另为一组）分组。区、镇街、基层不混合排名。",
                $"参加排名的条件：结果公开，状态为正常，公布的覆盖率达到{Numerals.Plain(settings.RankMinimumCoverage)}%。新建、合并、撤销的单位不参加排名，注明原因。一组中符合条件的不足{Numerals.Count(settings.RankMinimumGroup)}个时，只公布数值，不排名。",
                "按公布的总指数由高到低排名，相同的并列，后面的名次顺延（第1名、并列第2名、并列第2名、第4名）。各项指数在组内的名次同样排定。百分位＝（低于本单位的个数＋0.5×与本单位相同的个数，含本单位）÷参加排名的个数×100。",
                .. settings.PublicStanding == PublicStanding.Withheld
                    ? []
                    : (ReadOnlySpan<string>)
                        [
                            "档次按名次占参加排名个数的比例划分："
                                + (
                                    settings.RankBands.IsEmpty
                                        ? "名次不超过个数三分之一的为前三分之一，不超过三分之二的为中间三分之一，其余为后三分之一。"
                                        : $"名次不超过个数{string.Join("、", settings.RankBands.Select(b => $"{Numerals.Count(b)}%"))}的，依次为{string.Join('、', Editions.Bands.Words(settings.RankBands).SkipLast(1))}，此外为其余。"
                                ),
                        ],
                settings.PublicStanding switch
                {
                    PublicStanding.Places =>
                        "本版公布名次。名次升降只在两期参加排名的是同一批单位时公布，否则以“—”表示。",
                    PublicStanding.Bands => "本版对社会只公布档次，不公布名次；名次只用于内部简报和清单。",
                    _ => "本版对社会不公布名次和档次，只公布得分和等次；名次只用于内部简报和清单。",
                },
                "各组和全部单位的中位数、四分位数按线性插值计算：n个数由小到大排列，取第1＋（n－1）×比例个数，落在两数之间的按比例取值。",
            ]
        );

    private static IEnumerable<string> Bands(Settings settings) =>
        settings.RankSizeBounds.IsEmpty
            ? [RankGroups.Band(0, settings.RankSizeBounds)]
            : settings
                .RankSizeBounds.Select(b => b - 1)
                .Append(settings.RankSizeBounds[^1])
                .Select(w => RankGroups.Band(w, settings.RankSizeBounds))
                .Distinct();

    private static MethodSection Change(PeriodScores scores) =>
        new(
            "change",
            "变化与可比口径",
            [
                "与上年同期比较，没有上年同期数据的与上一期比较。"
                    + (scores.Base is { } then ? $"本期与{then.Title}比较。" : "本期没有可以比较的基期。"),
                "只有编码和版本都相同、两期都已计分的指标才可比（共同指标）。可比变化是两期在共同指标上的总指数之差，两期都用本期的权重、规则和目标计算。口径有变化的指标标“断点”，不作比较。",
                "公布的总变化＝可比变化＋目录影响＋报送范围影响。从基期总指数到本期总指数分六步：①基期只留口径可比的指标；②再只留共同指标；③基期改用本期的权重、规则和目标；④换成本期的数值；⑤加回本期口径可比的其余指标；⑥加回本期全部指标。每一步都得出一个按同一方式舍入的总指数，①③⑥的差归入目录影响，②⑤归入报送范围影响，④就是可比变化，所以三部分之和恰好等于总变化。",
                "变化只是同期的数量差别，不表示原因和结果。",
            ]
        );

    private static MethodSection Lineage(PeriodScores scores)
    {
        var notes = scores.BaseScores is null
            ? []
            : Enumerable
                .Range(0, scores.Organisations.Length)
                .Where(u =>
                    scores.Organisations[u].IsPublic && scores.Origin(u).Kind is OriginKind.Merged or OriginKind.Split
                )
                .Select(u =>
                    (ImmutableArray<string>)[scores.Organisations[u].Name, Words.OriginWords.Sentence(scores, u)]
                )
                .ToImmutableArray();
        return new(
            "lineage",
            "更名、合并与分设",
            [
                "单位更名或换编码的，视为同一单位，连续比较。",
                "由几个单位合并而成、或有单位并入的，合并当期与前身合起来比较：基期各前身的分子、分母或数值按指标的汇总方式合并，按合并后单位的类别、规模适用的基期目录和目标计分，得出“前身合并后总指数”，再按上一节的方法比较。一项指标要在所有适用它的前身都已计分时才合并，否则按缺报处理；前身没有可合并的数据时不作比较。",
                "一个单位分为几个、或有单位分出的，分设当期各方都不作比较。",
                notes.IsEmpty
                    ? "本期没有合并或分设的公开单位。"
                    : $"本期合并或分设的公开单位有{Numerals.Count(notes.Length)}个。",
            ],
            notes.IsEmpty ? null : new("本期合并、分设的单位", ["单位", "来历与比较"], notes, [false, false])
        );
    }

    private static MethodSection Robustness(PeriodScores scores)
    {
        var robustness = scores.Settings.Robustness;
        var ways = robustness.Variants.Select(v =>
            v switch
            {
                Variant.EqualWeights => "指数内各指标同权",
                Variant.IndexWeights => $"五项指数的权重逐一上调、下调{Numerals.Plain(robustness.WeightShift)}%",
                Variant.Geometric => $"五项指数取加权几何平均（每项下限{Numerals.Plain(robustness.GeometricFloor)}分）",
                Variant.LeaveOneOut => "逐一去掉一项指标",
                _ => "缺报计零",
            }
        );
        return new(
            "robustness",
            "稳健性",
            [
                $"对每个参加排名的单位，用另外{Numerals.Count(Sensitivity.Count(scores))}种算法重新排名：{string.Join('；', ways)}。",
                "看各种算法下最好和最差的名次，以及去掉后使总指数变动最大的指标。名次变动范围（最差减最好）超过本组参加排名个数的"
                    + (robustness.FirmShare == 3m ? "三分之一" : $"{Numerals.Plain(robustness.FirmShare)}分之一")
                    + "的，注明“名次不稳健”。",
                "几何平均不容一项高完全弥补另一项低，五项指数越不均衡，它比总指数低得越多。下表列出全区和各镇街的两种结果，供与总指数、最低指数对照阅读；排名和等次仍以总指数为准。",
            ],
            GeometricMeans(scores)
        );
    }

    private static MethodTable? GeometricMeans(PeriodScores scores)
    {
        var rows = Enumerable
            .Range(0, scores.Organisations.Length)
            .Where(u =>
                scores.Organisations[u]
                    is { Level: Level.District }
                        or {
                            Level: Level.Town,
                            IsPublic: true,
                            Status: OrganisationStatus.Normal or OrganisationStatus.New
                        }
            )
            .Select(u =>
                (
                    Organisation: scores.Organisations[u],
                    Total: scores.PublishedTotal(u),
                    Geometric: Sensitivity.Geometric(scores, u)
                )
            )
            .Where(x => x.Geometric is not null)
            .OrderBy(x => x.Organisation.Level)
            .ThenBy(x => x.Organisation.Code, StringComparer.Ordinal)
            .Select(x =>
                (ImmutableArray<string>)
                    [
                        x.Organisation.Name,
                        Numerals.Score(x.Total),
                        Numerals.Score(x.Geometric),
                        Numerals.Signed((x.Geometric - x.Total)!.Value),
                    ]
            )
            .ToImmutableArray();
        return rows.IsEmpty
            ? null
            : new("总指数与几何平均", ["单位", "总指数", "几何平均", "相差"], rows, [false, true, true, true]);
    }

    private static MethodSection SmallNumbers(PeriodScores scores)
    {
        var settings = scores.Settings;
        var sensitive = scores
            .Plan.Codes.Where(
                (_, i) => scores.Plan.RowsOf[i].Any(r => Suppression.IsSensitive(scores.Plan.Rows[r], settings))
            )
            .ToList();
        var threshold = Numerals.Count(settings.SmallNumberThreshold);
        return new(
            "small-numbers",
            "小数保护",
            [
                $"名称或口径涉及{string.Join('、', settings.SensitiveWords)}的指标受小数保护"
                    + (
                        sensitive.Count > 0
                            ? $"，本期有{string.Join('、', sensitive.Select(c => c + scores.Plan.Rows.First(r => r.Code == c).Name))}。"
                            : "，本期没有这样的指标。"
                    ),
                $"这些指标的分子、分母或个数在1至{Numerals.Count(settings.SmallNumberThreshold - 1)}之间的，写作“＜{threshold}”，相应的比率和得分不公布；零照常公布。",
                $"为防止由合计推算，每个公布的合计减去其中已公布的各项，剩下的至少属于两个单位，合计不少于{threshold}，并且每一个都不止一种可能；做不到的，依次不再公布数值最小的单位，直至合计本身。为此不公布的，以及由两个以上单位相加得到的较小的合计，写“不公布”。更正记录中的这类数值同样处理。",
                "各期也一并保护。同一年度里的年、半年、季、月，一个单位的某项指标在其中一期不公布的，其他各期也不公布；短期的数能加成长期的数的，一律写“不公布”。按类别的需求件数，其中一期有不公布的，只在最长的一期公布。",
                $"测评类指标（口径写有“有效票”的）有效票不足{Numerals.Count(settings.FewestBallots)}张的，不公布满意率和得分。",
                settings.ScoresWithheld
                    ? "不公布的得分照常计入指数，知道计分方法的人有可能由指数倒推出某个比率的大小。开放数据与网页、报告采用同样的保护。"
                    : "不公布的指标在该单位不计分，分值由同一指数的其他指标分担，因此公布的指数都可以用公布的得分算出，也不能由指数倒推出不公布的数；这些数照常计入镇街和全区的汇总。开放数据与网页、报告采用同样的保护。",
            ]
        );
    }

    private static MethodSection Limits(Settings settings) =>
        new(
            "limits",
            "对账、更正与局限",
            [
                $"导出系统自己算出的指数（指数表）与本系统结果相差超过{Numerals.Plain(settings.ReconciliationTolerance)}分的，在数据质量说明中列出双方数值，公布以本系统的结果为准。",
                "已公布的各期数据不作改动，发现差错时在以后各期的更正记录中列出原值、新值和说明。",
                "指数由所选指标、目标和权重决定，只反映目录所列的工作；分数相近的单位之间，名次先后的意义有限，应结合稳健性阅读。",
            ]
        );
}
