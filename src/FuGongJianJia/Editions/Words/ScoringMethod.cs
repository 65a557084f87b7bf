using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Indexes, missing values, pooling and rounding in the method（计分）.</summary>
internal static class ScoringMethod
{
    public static MethodSection Indexes(Settings settings)
    {
        var sum = settings.IndexWeights.Sum();
        return new(
            "indexes",
            "指数与总指数",
            [
                "一项指数＝Σ（分值×得分）÷Σ分值，只计适用并已报的指标。不适用的指标退出计算，它的分值由同一指数的其他指标按比例分担。",
                "总指数＝Σ（指数权重×指数）÷Σ指数权重，只计有值的指数，用未舍入的指数计算。总指数是加权平均，一项高可以弥补另一项低，所以同时公布最低的一项指数。",
                settings.ComparesSingles
                    ? "只由一项指标构成的指数注明“仅由1项构成”。"
                    : "只由一项指标构成的指数注明“仅由1项构成”，照常进入总指数，不参加该指数的名次和中位数，也不作为表扬的内容。",
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

    public static MethodSection Missing(Settings settings) =>
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

    public static MethodSection Pooling(PeriodEdition period) =>
        new(
            "pooling",
            "镇街与全区的汇总",
            [
                "镇街和区自己报送的数值优先。没有自己报送的，由下级单位报送的数值汇总：在指标适用的最低一级、有单位报送的那一级上，按汇总方式计算，再按本级的规则计分；本级没有规则的，用下一级的规则。"
                    + "下级没有单位报送、适用的单位都是不适用的，本级也是不适用。",
                "合并比率＝Σ分子÷Σ分母，不取各单位百分比的平均数；求和＝Σ数值；达标单位占比＝得100分的单位数÷已计分单位数；最高级别取最高一档；不汇总的，只用本级自己报送的数值。",
                .. Weighed(period),
                "正常和新建的单位参加汇总，不论是否公开；已合并、已撤销的单位不参加，以免重复计算。适用类别只限定基层工会，不限定镇街和区。"
                    + (
                        period.HiddenUnions > 0
                            ? $"本期有{Numerals.Count(period.HiddenUnions)}个基层工会不公开结果，其数值计入汇总。"
                            : ""
                    ),
            ]
        );

    // Told where the catalogue has percentages without numerators, by which heads each of them is weighed.
    private static IEnumerable<string> Weighed(PeriodEdition period) =>
        from method in (Aggregation[])[Aggregation.ByWorkers, Aggregation.ByMembers]
        let names = period
            .Indicators.Where(v => v.Variants.Any(r => r.Aggregation == method))
            .Select(v => v.Name)
            .ToList()
        where names.Count > 0
        let heads = method == Aggregation.ByWorkers ? "职工数" : "会员数"
        select $"{string.Join('、', names)}只有百分数，没有分子和分母，{method.Word()}：镇街和区的数值＝Σ（数值×{heads}）÷Σ{heads}，"
            + $"没有{heads}的单位不计入。";

    public static MethodSection Publication(Settings settings)
    {
        var bands = settings.GradeBands;
        return new(
            "publication",
            "舍入与等次",
            [
                $"计算过程不舍入，公布时一次舍入到{Numerals.Count(settings.ScoreDecimals)}位小数，方式为{Mode(settings.Rounding)}。"
                    + "等次和名次按舍入后的数判定，印出的数与等次不会矛盾。正文中的得分一般写1位小数。"
                    + (settings.GradesEarly ? "" : "等次一年一评，年末之前的各期只有得分和名次。"),
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
}
