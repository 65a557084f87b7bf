using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Small numbers and limits in the method（小数保护与局限）.</summary>
internal static class ProtectionMethod
{
    public static MethodSection SmallNumbers(PeriodEdition period, Settings settings)
    {
        var sensitive = period
            .Indicators.Where(i => period.Method.Sensitive.Contains(i.Code, StringComparer.Ordinal))
            .Select(i => i.Code + i.Name)
            .ToArray();
        var threshold = Numerals.Count(settings.SmallNumberThreshold);
        return new(
            "small-numbers",
            "小数保护",
            [
                $"名称或口径涉及{string.Join('、', settings.SensitiveWords)}的指标受小数保护"
                    + (sensitive.Length > 0 ? $"，本期有{string.Join('、', sensitive)}。" : "，本期没有这样的指标。"),
                $"这些指标的分子、分母或个数在1至{Numerals.Count(settings.SmallNumberThreshold - 1)}之间的，"
                    + $"写作“{Numerals.Below(settings.SmallNumberThreshold)}”，相应的比率和得分不公布；零照常公布。",
                $"为防止由合计推算，每个公布的合计减去其中已公布的各项，剩下的至少属于两个单位，合计不少于{threshold}，并且每一个都不止一种可能；做不到的，依次不再公布数值最小的单位，直至合计本身。"
                    + "为此不公布的，以及由两个以上单位相加得到的较小的合计，写“不公布”。更正记录中的这类数值同样处理。",
                "各期也一并保护。同一年度里的年、半年、季、月，一个单位的某项指标在其中一期不公布的，其他各期也不公布；短期的数能加成长期的数的，一律写“不公布”。"
                    + "按类别的需求件数，其中一期有不公布的，只在最长的一期公布。",
                $"测评类指标（口径写有“有效票”的）有效票不足{Numerals.Count(settings.FewestBallots)}张的，不公布满意率和得分。",
                Counted(settings),
            ]
        );
    }

    // What the public does not see is not in what it sees, unless the settings say so.
    private static string Counted(Settings settings)
    {
        string[] counted =
        [
            .. settings.ScoresWithheld ? ["受小数保护的"] : Array.Empty<string>(),
            .. settings.ScoresUnpublished ? ["按公开方式不公布的"] : Array.Empty<string>(),
        ];
        return (
                counted.Length == 2
                    ? ""
                    : "不公布的指标在该单位不计分，分值由同一指数的其他指标分担，覆盖率也不计，因此公布的指数都可以用公布的得分算出，也不能由指数倒推出不公布的数；"
                        + "这些数照常计入镇街和全区的汇总。"
            )
            + (
                counted.Length == 0
                    ? ""
                    : $"按本版的设置，{Phrases.And(counted)}得分照常计入指数，知道计分方法的人有可能由指数倒推出它的大小。"
            )
            + "公开方式由指标目录规定，与小数一样防止由合计推算。开放数据与网页、报告采用同样的保护。";
    }

    public static MethodSection Limits(Settings settings) =>
        new(
            "limits",
            "对账、更正与局限",
            [
                $"导出系统自己算出的指数（指数表）与本系统结果相差超过{Numerals.Plain(settings.ReconciliationTolerance)}分的，在数据质量说明中列出双方数值，"
                    + "公布以本系统的结果为准。",
                "已公布的各期数据不作改动，发现差错时在以后各期的更正记录中列出原值、新值和说明。",
                "指数由所选指标、目标和权重决定，只反映目录所列的工作；分数相近的单位之间，名次先后的意义有限，应结合稳健性阅读。",
            ]
        );
}
