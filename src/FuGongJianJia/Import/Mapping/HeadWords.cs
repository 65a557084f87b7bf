using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// What the words of a label say of the number below it（指标列的用词）: 应完成, 已完成 and 完成率 in any words, what is counted, and
/// out of how many points.
/// </summary>
internal static partial class HeadWords
{
    /// <summary>入会率 of 入会率（%）, 建会入会 of 建会入会（15分）: without a unit or points in brackets at the end.</summary>
    public static string TitleOf(string label) =>
        BracketPattern().Match(label) is { Success: true } bracket
        && (
            HeadUnit.Parse(ReadingFold.Of(bracket.Groups[1].Value)) is not null
            || ReadingFold.Of(bracket.Groups[1].Value) is "是/否" or "是否" or "有/无"
            || PointsOf(label) is not null
        )
            ? label[..bracket.Index].Trim()
            : label;

    /// <summary>The points that a label states: 15 of 建会入会（15分）; null for none.</summary>
    public static decimal? PointsOf(string label) =>
        BracketPattern().Match(label) is { Success: true } bracket
        && PointsPattern().Match(ReadingFold.Of(bracket.Groups[1].Value)) is { Success: true } points
            ? decimal.Parse(points.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>
    /// In what a count is told: 户 of 慰问困难职工（户） and of 慰问户数, 元 of 慰问金额; empty where the label does not say.
    /// </summary>
    public static string UnitOf(string label) =>
        HeaderText.Remarks(label).Select(HeadUnit.Parse).FirstOrDefault(u => u is { Kind: not UnitKind.Percent })
            is { } stated
            ? stated.Kind == UnitKind.Money
                ? "元"
                : stated.Scale == 1m
                    ? stated.Text
                    : stated.Text[1..]
            : CountedPattern().Match(HeaderText.Key(label)) is { Success: true } counted
                ? counted.Groups[1].Value
                : IsOfMoney(label)
                    ? "元"
                    : "";

    /// <summary>True for a label of money.</summary>
    public static bool IsOfMoney(string label) => MoneyPattern().IsMatch(ReadingFold.Of(label));

    /// <summary>True for a label that counts people.</summary>
    public static bool IsOfHeads(string label) => HeadsPattern().IsMatch(ReadingFold.Of(label));

    /// <summary>True for an indicator of members: 会员实名率, 会员满意度.</summary>
    public static bool IsOfMembers(string name) => MembersPattern().IsMatch(name);

    /// <summary>True for an indicator of workers: 职工入会率, 培训覆盖率, 体检参加率.</summary>
    public static bool IsOfWorkers(string name) => WorkersPattern().IsMatch(name);

    /// <summary>True for a label that says which number it is and nothing of what.</summary>
    public static bool IsBare(string label) =>
        BarePattern().IsMatch(ReadingFold.Of(label).Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Which number a label says it is; null for none.</summary>
    public static WidePart? PartOf(string label)
    {
        var key = ReadingFold.Of(HeaderText.Key(label));
        return RatePattern().IsMatch(key) ? WidePart.Value
            : PlanPattern().IsMatch(key) ? WidePart.Denominator
            : DonePattern().IsMatch(key) ? WidePart.Numerator
            : null;
    }

    /// <summary>True for points, places and sums that the program works out by itself.</summary>
    public static bool IsResult(string label) => ResultPattern().IsMatch(ReadingFold.Of(HeaderText.Key(label)));

    [GeneratedRegex(
        "(率|比例|占比|百分比|比重|%|进度|覆盖面|满意度|知晓度|认可度|参与度|达成度)$|^(比例|比率|数值|值|结果|完成情况)$"
    )]
    private static partial Regex RatePattern();

    [GeneratedRegex(
        "应(完成|建|访|交|到|参加|签|入|办|收|缴|有|培训|覆盖)|^(应|须|需|计划|目标|任务|全年|年度|年初|总|基数|分母|拟|指标)|(目标|任务|计划|总数|总人数|总量|"
            + "总额|基数|分母|目标值|目标数|目标量|任务数|任务量|计划数|计划量|指标数|应数)$|[_\\-/:](应|计划|目标|任务)"
    )]
    private static partial Regex PlanPattern();

    [GeneratedRegex(
        "(已|实际?)(完成|建|访|交|到|参加|签|入|办|收|缴|有|培训|覆盖)|^(已|实|实际|完成|累计|现|达标|分子|办结|达到|本期|当期|其中)|(完成|完成数|完成量|"
            + "完成值|实绩|实数|分子|达标数|办结数|落实数|实现数|数)$|[_\\-/:](已|实际|完成)"
    )]
    private static partial Regex DonePattern();

    [GeneratedRegex(
        "^\\(?((应|已|实|实际|计划|目标|任务|累计|本期|当期|年度|全年)?(完成|任务|计划|目标|达标|落实|开展|覆盖|办结)(数|值|量|率|情况|比例|人数|家数|进度|"
            + "任务|计划|目标)?|应有|实有|应|已|实|实际|计划|分子|分母|数值|比例|比率|占比|百分比|率|%|基数|总数|数量|进度|值)\\)?(\\(.*\\))?$"
    )]
    private static partial Regex BarePattern();

    [GeneratedRegex(
        "(得分|分数|评分|加分|扣分|总分|满分|分值|权重|排名|名次|位次|排序|等次|等级|星级|环比|同比|增幅|增长率|差距|缺口|未完成数?)$"
    )]
    private static partial Regex ResultPattern();

    [GeneratedRegex("[(（\\[【]([^()（）\\[\\]【】]*)[)）\\]】]\\s*$")]
    private static partial Regex BracketPattern();

    [GeneratedRegex("^(?:满分|标准分|权重)?(\\d+(?:\\.\\d+)?)分$")]
    private static partial Regex PointsPattern();

    [GeneratedRegex("(人次|场次|户|场|件|家|次|篇|条|起|项|人)数?$")]
    private static partial Regex CountedPattern();

    [GeneratedRegex("经费|资金|金额|费用|款|会费|奖金|元")]
    private static partial Regex MoneyPattern();

    [GeneratedRegex("职工|会员|员工|人数|人次|劳动者")]
    private static partial Regex HeadsPattern();

    [GeneratedRegex("会员|实名|评家|满意")]
    private static partial Regex MembersPattern();

    [GeneratedRegex("职工|员工|入会|教育|宣讲|学习|培训|竞赛|参与|参加|参训|体检|疗休养|慰问|走访|家访|劳动合同")]
    private static partial Regex WorkersPattern();
}
