using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Method;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Ranking, change, lineage and robustness in the method（比较）.</summary>
internal static class ComparisonMethod
{
    public static MethodSection Ranking(Settings settings) =>
        new(
            "ranking",
            "排名",
            [
                "只在可比的组内排名：镇街（含街道、镇、乡）为一组；"
                    + $"基层工会按{(settings.RankByCategory ? "单位类别和" : "")}职工数"
                    + $"（{string.Join('、', Sizes(settings))}；没有填职工数的另为一组）分组。区、镇街、基层不混合排名。",
                $"参加排名的条件：结果公开，状态为正常，公布的覆盖率达到{Numerals.Plain(settings.RankMinimumCoverage)}%。新建、合并、撤销的单位不参加排名，注明原因。"
                    + $"一组中符合条件的不足{Numerals.Count(settings.RankMinimumGroup)}个时，只公布数值，不排名。",
                "按公布的总指数由高到低排名，相同的并列，后面的名次顺延（第1名、并列第2名、并列第2名、第4名）。各项指数在组内的名次同样排定。"
                    + "百分位＝（低于本单位的个数＋0.5×与本单位相同的个数，含本单位）÷参加排名的个数×100。",
                .. settings.PublicStanding == PublicStanding.Withheld
                    ? []
                    : (ReadOnlySpan<string>)["档次按名次占参加排名个数的比例划分：" + Bands(settings.RankBands)],
                settings.PublicStanding switch
                {
                    PublicStanding.Places =>
                        "本版公布名次。名次升降只在两期参加排名的是同一批单位时公布，否则以“—”表示。",
                    PublicStanding.Bands => "本版对社会只公布档次，不公布名次；名次只用于内部简报和清单。",
                    _ => "本版对社会不公布名次和档次，只公布得分和等次；名次只用于内部简报和清单。",
                },
                "各组和全部单位的中位数、四分位数按线性插值计算：n个数由小到大排列，取第1＋（n－1）×比例个数，落在两数之间的按比例取值。"
                    + "组的只计参加排名的单位，镇街和基层工会的计全部有数的单位；合并、分设、撤销的都不计。",
            ]
        );

    private static string Bands(ImmutableArray<int> bounds)
    {
        var shares = bounds.Select(b => $"{Numerals.Count(b)}%");
        var words = Band.All(bounds).SkipLast(1).Select(b => b.Word());
        return bounds.IsEmpty
            ? "名次不超过个数三分之一的为前三分之一，不超过三分之二的为中间三分之一，其余为后三分之一。"
            : $"名次不超过个数{string.Join('、', shares)}的，依次为{string.Join('、', words)}，此外为其余。";
    }

    private static IEnumerable<string> Sizes(Settings settings) =>
        settings.RankSizeBounds.IsEmpty
            ? [RankGroups.Band(0, settings.RankSizeBounds)]
            : settings
                .RankSizeBounds.Select(b => b - 1)
                .Append(settings.RankSizeBounds[^1])
                .Select(w => RankGroups.Band(w, settings.RankSizeBounds))
                .Distinct();

    public static MethodSection Change(PeriodEdition period) =>
        new(
            "change",
            "变化与可比口径",
            [
                "只与上年同期比较：各季、各月的数是年初以来的累计，前后两季不能相比。"
                    + (period.Base is { } then ? $"本期与{then.Title}比较。" : "本期没有可以比较的基期。"),
                "只有编码和版本都相同、两期都已计分的指标才可比（共同指标）。可比变化是两期在共同指标上的总指数之差，两期都用本期的权重、规则和目标计算。口径有变化的指标标“断点”，不作比较。",
                "公布的总变化＝可比变化＋目录影响＋报送范围影响。从基期总指数到本期总指数分六步：①基期只留口径可比的指标；②再只留共同指标；③基期改用本期的权重、规则和目标；④换成本期的数值；"
                    + "⑤加回本期口径可比的其余指标；⑥加回本期全部指标。每一步都得出一个按同一方式舍入的总指数，①③⑥的差归入目录影响，②⑤归入报送范围影响，④就是可比变化，所以三部分之和恰好等于总变化。",
                "变化只是同期的数量差别，不表示原因和结果。",
            ]
        );

    public static MethodSection Lineage(PeriodEdition period)
    {
        var notes = period
            .Towns.Concat(period.Unions)
            .Where(u => u.Ancestry is Ancestry.Merged or Ancestry.Split)
            .OrderBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => (ImmutableArray<string>)[u.Name, u.Origin])
            .ToImmutableArray();
        return new(
            "lineage",
            "更名、合并与分设",
            [
                "单位更名或换编码的，视为同一单位，连续比较。",
                "由几个单位合并而成、或有单位并入的，合并当期与前身合起来比较：基期各前身的分子、分母或数值按指标的汇总方式合并，按合并后单位的类别、规模适用的基期目录和目标计分，得出“前身合并后总指数”，"
                    + "再按上一节的方法比较。一项指标要在所有适用它的前身都已计分时才合并，否则按缺报处理；前身没有可合并的数据时不作比较。",
                "一个单位分为几个、或有单位分出的，分设当期各方都不作比较。",
                notes.IsEmpty
                    ? "本期没有合并或分设的公开单位。"
                    : $"本期合并或分设的公开单位有{Numerals.Count(notes.Length)}个。",
            ],
            notes.IsEmpty ? null : new("本期合并、分设的单位", ["单位", "来历与比较"], notes, [false, false])
        );
    }

    public static MethodSection Robustness(PeriodEdition period, RobustnessSettings robustness)
    {
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
                $"对每个参加排名的单位，用另外{Numerals.Count(period.Method.Variants)}种算法重新排名：{string.Join('；', ways)}。",
                "看各种算法下最好和最差的名次，以及去掉后使总指数变动最大的指标。名次变动范围（最差减最好）超过本组参加排名个数的"
                    + (robustness.FirmShare == 3m ? "三分之一" : $"{Numerals.Plain(robustness.FirmShare)}分之一")
                    + "的，注明“名次不稳健”。",
                "几何平均不容一项高完全弥补另一项低，五项指数越不均衡，它比总指数低得越多。下表列出全区和各镇街的两种结果，供与总指数、最低指数对照阅读；排名和等次仍以总指数为准。",
            ],
            GeometricMeans(period.Method)
        );
    }

    private static MethodTable? GeometricMeans(MethodFacts method) =>
        method.GeometricMeans.IsEmpty
            ? null
            : new(
                "总指数与几何平均",
                ["单位", "总指数", "几何平均", "相差"],
                [
                    .. method.GeometricMeans.Select(m =>
                        (ImmutableArray<string>)
                            [m.Name, Numerals.Score(m.Total), Numerals.Score(m.Mean), Numerals.Signed(m.Mean - m.Total)]
                    ),
                ],
                [false, true, true, true]
            );
}
