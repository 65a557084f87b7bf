using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.OpenData;

/// <summary>The tables of open data（开放数据表）, column by column.</summary>
internal static class OpenTables
{
    /// <summary>scores.csv.</summary>
    public static readonly OpenTable<UnionResult> Scores = new(
        "scores.csv",
        "评分结果",
        [
            new("组织编码", OpenKind.Text, "组织的唯一编码", r => r.Code),
            new("组织名称", OpenKind.Text, "组织全称", r => r.Name),
            new("层级", OpenKind.Text, "区、镇街、基层", r => r.Organisation.Level.Word()),
            new("上级编码", OpenKind.Text, "上级组织的编码；区为空", r => r.Organisation.Parent),
            new("分组", OpenKind.Text, "排名组；区为空", r => r.Ranking.Group),
            .. Vocabulary.Indexes.Select(k => new OpenColumn<UnionResult>(
                k.Title(),
                OpenKind.Number,
                $"{k.Title()}，0～100；没有可计分指标时为空",
                r => r.Indexes[(int)k].Value
            )),
            new("总指数", OpenKind.Number, "五项指数的加权平均，0～100", r => r.Total),
            new("等次", OpenKind.Text, "按总指数划分：优秀、良好、合格、待提升", r => r.Grade?.Word()),
            new(
                "覆盖率",
                OpenKind.Number,
                "已报指标占适用指标的权重，百分比；已撤销、合并而没有数据的为空",
                r => r.IsOnlyStatus ? null : r.Coverage
            ),
            new("名次", OpenKind.Count, "组内名次，并列同名次；不参加排名或名次不公开时为空", r => r.Ranking.Place),
            new(
                "并列",
                OpenKind.Text,
                "是、否；不参加排名或名次不公开时为空",
                r =>
                    r.Ranking.Place is null ? null
                    : r.Ranking.Tied ? "是"
                    : "否"
            ),
            new(
                "可比变化",
                OpenKind.Number,
                "与基期相比，按共同指标、本期权重和目标计算的变化，单位为分；不可比时为空",
                r => r.Change?.Comparable
            ),
            new("星级", OpenKind.Text, "基层工会的年度星级；没有评、没有达到或不公开时为空", r => r.Star),
        ]
    );

    /// <summary>indicators.csv.</summary>
    /// <param name="threshold">小数保护阈值 of the settings.</param>
    public static OpenTable<(UnionResult Union, IndicatorResult Item)> Indicators(int threshold)
    {
        var marks =
            $"受小数保护时为“{Numerals.Below(threshold)}”或“{Numerals.Withheld}”，按公开方式不公布时为“{Numerals.Withheld}”";
        return new(
            "indicators.csv",
            "指标结果",
            [
                new("组织编码", OpenKind.Text, "组织的唯一编码", r => r.Union.Code),
                new("指标编码", OpenKind.Text, "指标的编码，见 catalogue.csv", r => r.Item.Code),
                new("分子", OpenKind.Guarded, $"比率的分子；{marks}", r => Numerator(r.Item)),
                new("分母", OpenKind.Guarded, $"比率的分母；{marks}", r => Denominator(r.Item)),
                new(
                    "数值",
                    OpenKind.Guarded,
                    $"比率为百分数，计数为个数，分档为档次名称，是否为是或否；约数只列数值；{marks}",
                    r => ValueOf(r.Item)
                ),
                new("状态", OpenKind.Text, "已报、缺报、不适用、存疑", r => r.Item.State.Word()),
                new(
                    "得分",
                    OpenKind.Number,
                    "本项得分折合到分值；未计分、受小数保护、按公开方式不公布时为空",
                    r => r.Item.Points
                ),
                new("分值", OpenKind.Number, "本项在所属指数中的分值", r => r.Item.Weight),
            ]
        );
    }

    /// <summary>commendations.csv.</summary>
    public static readonly OpenTable<CommendationView> Commendations = new(
        "commendations.csv",
        "表彰",
        [
            new("表彰编码", OpenKind.Text, "表彰记录的编码", r => r.Code),
            new("类别", OpenKind.Text, "集体、班组、个人", r => r.Kind.Word()),
            new("对象名称", OpenKind.Text, "受表彰的集体或个人", r => r.Recipient),
            new("所在组织", OpenKind.Text, "所在组织名称", r => r.OrganisationName),
            new("荣誉名称", OpenKind.Text, "荣誉称号", r => r.Honour),
            new("级别", OpenKind.Text, "国家级、省级、市级、区级、镇街级", r => r.Level.Word()),
            new("授予单位", OpenKind.Text, "作出表彰决定的单位", r => r.Grantor),
            new("文号", OpenKind.Text, "表彰文件的文号", r => r.Document),
            new("授予日期", OpenKind.Date, "授予日期", r => r.GrantedOn),
            new("状态", OpenKind.Text, "公示中、已授予", r => r.Status.Word()),
        ]
    );

    /// <summary>catalogue.csv.</summary>
    public static readonly OpenTable<Indicator> Catalogue = new(
        "catalogue.csv",
        "指标目录",
        [
            new("指标编码", OpenKind.Text, "指标的编码", r => r.Code),
            new("版本", OpenKind.Text, "口径版本；编码和版本相同才可比", r => r.Version),
            new("指标名称", OpenKind.Text, "指标名称", r => r.Name),
            new("指数", OpenKind.Text, "所属指数", r => r.Index.Word()),
            new("单位", OpenKind.Text, "数值的单位", r => r.Unit),
            new("方向", OpenKind.Text, "↑越高越好，↓越低越好", r => r.HigherIsBetter ? "↑" : "↓"),
            new("规则", OpenKind.Text, "计分规则", r => r.Rule.Kind.Word()),
            new("参数", OpenKind.Text, "规则的参数", r => r.Rule.Text),
            new("分值", OpenKind.Number, "在所属指数中的分值", r => r.Weight),
            new("适用层级", OpenKind.Text, "本行适用的层级", r => string.Join('|', r.Levels.Select(l => l.Word()))),
            new(
                "适用类别",
                OpenKind.Text,
                "本行适用的单位类别或组织类型；全部表示不限",
                r =>
                    r.Categories.IsEmpty && r.Kinds.IsEmpty
                        ? "全部"
                        : string.Join('|', r.Categories.Select(c => c.Word()).Concat(r.Kinds.Select(k => k.Word())))
            ),
            new("汇总方式", OpenKind.Text, "上级数值由下级汇总的方式", r => r.Aggregation.Word()),
            new("责任层级", OpenKind.Text, "对数值负责的层级", r => r.Responsible),
            new("数据来源", OpenKind.Text, "数据来源", r => r.Source),
            new("口径", OpenKind.Text, "统计口径", r => r.Definition),
            new("生效年度", OpenKind.Count, "本版本开始使用的年度", r => r.EffectiveYear),
            new("变更说明", OpenKind.Text, "与上一版本的差别", r => r.ChangeNote),
            new("期别", OpenKind.Text, "累计、期内、时点、年度", r => r.Timing.Word()),
            new("公开方式", OpenKind.Text, "数值、得分、汇总、不公开", r => r.Publicity.Word()),
            new("性质", OpenKind.Text, "指标、事件", r => r.Nature.Word()),
            new("措施", OpenKind.Text, "没有达到时要办的事", r => r.Remedy),
            new("责任单位", OpenKind.Text, "承办措施的部门", r => r.Owner),
            new("必备", OpenKind.Text, "未达标时在内部提示，不另扣分", r => r.Mandatory ? "是" : "否"),
            new("一票否决", OpenKind.Text, "发生时影响评先，不改变得分", r => r.Veto ? "是" : "否"),
        ]
    );

    /// <summary>Commendations that a period grants.</summary>
    public static IEnumerable<CommendationView> Granted(PublicEdition edition, PublicPeriod period) =>
        edition.Commendations.Where(c => c.GrantedOn >= period.Period.Start && c.GrantedOn <= period.Period.End);

    /// <summary>数值 of a result; null while it is not scored.</summary>
    public static object? ValueOf(IndicatorResult item) => item.IsScored ? Value(item) : null;

    private static object? Numerator(IndicatorResult item) =>
        item.Reported switch
        {
            Reported.Ratio ratio => Exact(ratio.Numerator),
            Reported.WithheldRatio withheld => withheld.Numerator.Text,
            _ => null,
        };

    private static object? Denominator(IndicatorResult item) =>
        item.Reported switch
        {
            Reported.Ratio ratio => Exact(ratio.Denominator),
            Reported.WithheldRatio withheld => withheld.Denominator.Text,
            _ => null,
        };

    // A number is itself, without the 约 that pages put before it; anything else is the word that pages show.
    private static object Value(IndicatorResult item) =>
        item.Reported switch
        {
            Reported.Ratio ratio => Percent(ratio.Figure!.Value),
            Reported.Number number => IndicatorWords.IsPercent(item.Indicator, number)
                ? Percent(number.Value)
                : Exact(number.Value),
            _ => item.ValueText,
        };

    // Two decimals, always both.
    private static decimal Percent(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m;

    // At most four decimals; the division takes idle zeros away.
    private static decimal Exact(decimal value) =>
        decimal.Round(value, 4, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
}
