using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: how every figure is made（计算方法）, from the settings of this edition.</summary>
internal static class MethodAppendix
{
    public static Chapter Make(AnnualContext context)
    {
        var s = context.Edition.Settings;
        var weights = string.Join("、", Vocabulary.Indexes.Select((k, i) => $"{k.Word()}{Numerals.Plain(s.IndexWeights[i])}"));
        var bounds = string.Join("、", s.RankSizeBounds);
        ImmutableArray<(string Title, string Text)> parts =
        [
            ("指标得分", "每项指标按目录所列规则折算为0～100分。达标比例和计数：数值与目标之比，超过目标按100分计；分档：达到的最高一档所对应的分；扣分：100分减去每件所扣的分，扣完为止；是否：是为100分，否为0分；清单：完成项占适用项的比例。"),
            ("指数与总指数", $"某指数等于其中适用并已报的各项指标得分按分值加权的平均；总指数等于有得分的各指数按权重加权的平均，权重为{weights}。中间结果不舍入，公布时保留{s.ScoreDecimals}位小数，{(s.Rounding == MidpointRounding.AwayFromZero ? "四舍五入" : "按设定方式舍入")}。"),
            ("不适用与缺报", s.MissingScoresZero ? "不适用的指标不进入计分；缺报和存疑的指标按零分计。" : "不适用的指标不进入计分；缺报和存疑的指标不计分，也不以平均数代替，由覆盖率反映。覆盖率是已计分的分值占适用分值的比例。"),
            ("镇街和全区", "镇街和全区的数值优先采用本级上报数；没有本级上报数的，由下级数据按目录所列方式汇总，比例类指标先分别加总分子、分母再相除，不对百分比求平均。"),
            ("等次与名次", $"总指数{Numerals.Plain(s.GradeBands[0])}分及以上为优秀，{Numerals.Plain(s.GradeBands[1])}分及以上为良好，{Numerals.Plain(s.GradeBands[2])}分及以上为合格，其余为待提升。镇街之间排名；基层工会按单位类别和职工数（以{bounds}人为界）分组排名。覆盖率低于{Numerals.Plain(s.RankMinimumCoverage)}%、当期新建或已合并撤销的，以及组内不足{s.RankMinimumGroup}家的，不排名。得分相同名次并列，其后名次顺延。"),
            ("变化", "变化只在两期编码和版本相同的指标上，用本期的目标和权重重新计算后比较，称同口径变化；目录变动和上报变动的影响不计入。"),
            ("小数保护", $"涉及个人的人数小于{s.SmallNumberThreshold}且不为零时不公布具体数，以“＜{s.SmallNumberThreshold}”表示。"),
        ];
        return new Chapter("计算方法", "", [.. parts.SelectMany((p, i) => (Block[])[new Paragraph([Inline.Hei($"{i + 1}.{p.Title}。"), p.Text])])]);
    }
}
