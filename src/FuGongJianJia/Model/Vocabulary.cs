using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>The five indexes（五大指数）, in their one fixed order.</summary>
public enum IndexKey : byte
{
    /// <summary>红色指数.</summary>
    Red,

    /// <summary>规范指数.</summary>
    Norm,

    /// <summary>活力指数.</summary>
    Vigour,

    /// <summary>温暖指数.</summary>
    Warmth,

    /// <summary>和谐指数.</summary>
    Harmony,
}

/// <summary>Level（层级）.</summary>
public enum Level
{
    /// <summary>区.</summary>
    District,

    /// <summary>镇街（镇、街道、乡）.</summary>
    Town,

    /// <summary>基层.</summary>
    Grassroots,
}

/// <summary>Organisation kind（组织类型）.</summary>
public enum OrganisationKind
{
    /// <summary>总工会.</summary>
    Federation,

    /// <summary>镇街总工会.</summary>
    TownFederation,

    /// <summary>基层工会.</summary>
    Grassroots,

    /// <summary>联合工会.</summary>
    Joint,

    /// <summary>产业工会.</summary>
    Industrial,
}

/// <summary>Unit category（单位类别）.</summary>
public enum UnitCategory
{
    /// <summary>机关.</summary>
    Agency,

    /// <summary>事业.</summary>
    Institution,

    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>社会组织.</summary>
    SocialOrganisation,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Organisation status（状态）.</summary>
public enum OrganisationStatus
{
    /// <summary>正常.</summary>
    Normal,

    /// <summary>新建.</summary>
    New,

    /// <summary>合并.</summary>
    Merged,

    /// <summary>撤销.</summary>
    Dissolved,
}

/// <summary>Scoring rule（规则）: the points, 0–100, that a value v earns with a target or parameter T.</summary>
public enum RuleKind
{
    /// <summary>达标比例: min(100, v/T×100), v in percent.</summary>
    TargetRatio,

    /// <summary>计数: min(100, v/T×100).</summary>
    Count,

    /// <summary>分档: points of the first threshold reached from the top.</summary>
    Tiers,

    /// <summary>扣分: max(0, 100 − p×v).</summary>
    Deduction,

    /// <summary>是否: 是 100, 否 0.</summary>
    YesNo,

    /// <summary>清单: 分子/分母×100, at most 100.</summary>
    Checklist,
}

/// <summary>How units below are pooled（汇总方式）.</summary>
public enum Aggregation
{
    /// <summary>合并比率: Σ分子/Σ分母.</summary>
    PooledRatio,

    /// <summary>求和: Σ数值.</summary>
    Sum,

    /// <summary>达标单位占比: share of scored units with s = 100, percent.</summary>
    ShareOfUnitsAtTarget,

    /// <summary>最高级别: the highest step.</summary>
    HighestTier,

    /// <summary>按职工数加权: Σ(数值×职工数)/Σ职工数, for percentages without numerators.</summary>
    ByWorkers,

    /// <summary>按会员数加权: Σ(数值×会员数)/Σ会员数, for percentages without numerators.</summary>
    ByMembers,

    /// <summary>不汇总.</summary>
    None,
}

/// <summary>What the value of an indicator covers in a part of the year（期别）.</summary>
public enum Timing
{
    /// <summary>累计: counted from 1 January against the target of the whole year.</summary>
    Cumulative,

    /// <summary>期内: its denominator is the period's own plan already.</summary>
    WithinPeriod,

    /// <summary>时点: how it stands at the period's end, against the same target at any time.</summary>
    PointInTime,

    /// <summary>年度: asked once a year, at its end.</summary>
    Yearly,
}

/// <summary>What the public sees of a unit's value（公开方式）, most first.</summary>
public enum Publicity
{
    /// <summary>数值: value and score.</summary>
    Figures,

    /// <summary>得分: the score alone.</summary>
    ScoreOnly,

    /// <summary>汇总: nothing of the unit itself, only the sums above it.</summary>
    SumsOnly,

    /// <summary>不公开: nothing, of the sums neither.</summary>
    Nothing,
}

/// <summary>Nature of an indicator（性质）.</summary>
public enum IndicatorNature
{
    /// <summary>指标: work that can be done better.</summary>
    Work,

    /// <summary>事件: what happened and cannot be undone; neither praised nor advised.</summary>
    Event,
}

/// <summary>State of an observation（状态）.</summary>
public enum ObservationState : byte
{
    /// <summary>已报: scores.</summary>
    Reported,

    /// <summary>缺报: missing, lowers coverage.</summary>
    Missing,

    /// <summary>不适用: leaves the base.</summary>
    NotApplicable,

    /// <summary>存疑: counts as missing until settled.</summary>
    Doubtful,
}

/// <summary>Eight steps of a task（八步）, in order.</summary>
public enum TaskStepKind
{
    /// <summary>汇集.</summary>
    Collect,

    /// <summary>下达.</summary>
    Issue,

    /// <summary>分办.</summary>
    Distribute,

    /// <summary>领办.</summary>
    TakeOn,

    /// <summary>反馈.</summary>
    ReportBack,

    /// <summary>评价.</summary>
    Appraise,

    /// <summary>表彰.</summary>
    Commend,

    /// <summary>退出.</summary>
    Exit,
}

/// <summary>Rungs of the guidance ladder（指导阶梯）, mildest first.</summary>
public enum GuidanceRung
{
    /// <summary>提醒.</summary>
    Reminder,

    /// <summary>预警.</summary>
    Warning,

    /// <summary>督办.</summary>
    Supervision,

    /// <summary>约谈.</summary>
    Summons,
}

/// <summary>What a commendation is given to（表彰类别）.</summary>
public enum CommendationKind
{
    /// <summary>集体.</summary>
    Collective,

    /// <summary>班组.</summary>
    Team,

    /// <summary>个人.</summary>
    Individual,
}

/// <summary>Status of a commendation（表彰状态）; a withdrawn one is never shown.</summary>
public enum CommendationStatus
{
    /// <summary>公示中.</summary>
    Announced,

    /// <summary>已授予.</summary>
    Granted,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

/// <summary>Honour level（级别）, highest first.</summary>
public enum HonourLevel
{
    /// <summary>国家级.</summary>
    National,

    /// <summary>省级.</summary>
    Provincial,

    /// <summary>市级.</summary>
    City,

    /// <summary>区级.</summary>
    District,

    /// <summary>镇街级.</summary>
    Town,
}

/// <summary>Whether an activity counts people or attendances（人次或人数）.</summary>
public enum HeadcountKind
{
    /// <summary>人: distinct people.</summary>
    People,

    /// <summary>人次: attendances.</summary>
    Attendances,
}

/// <summary>Grade of a score（等次）, best first.</summary>
public enum Grade : byte
{
    /// <summary>优秀 (≥ 90 by default).</summary>
    Excellent,

    /// <summary>良好 (≥ 80).</summary>
    Good,

    /// <summary>合格 (≥ 70).</summary>
    Qualified,

    /// <summary>待提升.</summary>
    ToImprove,
}

/// <summary>
/// The Chinese word of every closed list, in one place: the reader of exports, pages, reports and open data all take it
/// from here, so that a word cannot differ between them.
/// </summary>
public static class Vocabulary
{
    /// <summary>Five indexes in order.</summary>
    public static ImmutableArray<IndexKey> Indexes { get; } = [.. Enum.GetValues<IndexKey>()];

    /// <summary>Eight steps in order.</summary>
    public static ImmutableArray<TaskStepKind> Steps { get; } = [.. Enum.GetValues<TaskStepKind>()];

    /// <summary>Four rungs, mildest first.</summary>
    public static ImmutableArray<GuidanceRung> Rungs { get; } = [.. Enum.GetValues<GuidanceRung>()];

    /// <summary>Variants of the method in order.</summary>
    public static ImmutableArray<Variant> Variants { get; } = [.. Enum.GetValues<Variant>()];

    /// <summary>Kinds of documentation in order of reading.</summary>
    public static ImmutableArray<DocKind> DocKinds { get; } = [.. Enum.GetValues<DocKind>()];

    /// <summary>教程, 怎么做, 说明 or 参考.</summary>
    public static string Word(this DocKind kind) =>
        kind switch
        {
            DocKind.Tutorial => "教程",
            DocKind.HowTo => "怎么做",
            DocKind.Explanation => "说明",
            DocKind.Reference => "参考",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>红色, 规范, 活力, 温暖, 和谐.</summary>
    public static string Word(this IndexKey key) =>
        key switch
        {
            IndexKey.Red => "红色",
            IndexKey.Norm => "规范",
            IndexKey.Vigour => "活力",
            IndexKey.Warmth => "温暖",
            _ => "和谐",
        };

    /// <summary>红色指数 …</summary>
    public static string Title(this IndexKey key) => key.Word() + "指数";

    /// <summary>One-character seal（一字印）: 红 规 活 温 和.</summary>
    public static string Seal(this IndexKey key) => key.Word()[..1];

    /// <summary>Address part: red, norm, vigour, warmth, harmony.</summary>
    public static string Slug(this IndexKey key) =>
        key switch
        {
            IndexKey.Red => "red",
            IndexKey.Norm => "norm",
            IndexKey.Vigour => "vigour",
            IndexKey.Warmth => "warmth",
            _ => "harmony",
        };

    /// <summary>区, 镇街, 基层.</summary>
    public static string Word(this Level level) =>
        level switch
        {
            Level.District => "区",
            Level.Town => "镇街",
            _ => "基层",
        };

    /// <summary>总工会, 镇街总工会, 基层工会, 联合工会, 产业工会.</summary>
    public static string Word(this OrganisationKind kind) =>
        kind switch
        {
            OrganisationKind.Federation => "总工会",
            OrganisationKind.TownFederation => "镇街总工会",
            OrganisationKind.Grassroots => "基层工会",
            OrganisationKind.Joint => "联合工会",
            _ => "产业工会",
        };

    /// <summary>机关, 事业, 企业, 社会组织, 其他.</summary>
    public static string Word(this UnitCategory category) =>
        category switch
        {
            UnitCategory.Agency => "机关",
            UnitCategory.Institution => "事业",
            UnitCategory.Enterprise => "企业",
            UnitCategory.SocialOrganisation => "社会组织",
            _ => "其他",
        };

    /// <summary>正常, 新建, 合并, 撤销.</summary>
    public static string Word(this OrganisationStatus status) =>
        status switch
        {
            OrganisationStatus.Normal => "正常",
            OrganisationStatus.New => "新建",
            OrganisationStatus.Merged => "合并",
            _ => "撤销",
        };

    /// <summary>达标比例, 计数, 分档, 扣分, 是否, 清单.</summary>
    public static string Word(this RuleKind rule) =>
        rule switch
        {
            RuleKind.TargetRatio => "达标比例",
            RuleKind.Count => "计数",
            RuleKind.Tiers => "分档",
            RuleKind.Deduction => "扣分",
            RuleKind.YesNo => "是否",
            _ => "清单",
        };

    /// <summary>累计, 期内, 时点, 年度.</summary>
    public static string Word(this Timing timing) =>
        timing switch
        {
            Timing.Cumulative => "累计",
            Timing.WithinPeriod => "期内",
            Timing.PointInTime => "时点",
            _ => "年度",
        };

    /// <summary>数值, 得分, 汇总, 不公开.</summary>
    public static string Word(this Publicity publicity) =>
        publicity switch
        {
            Publicity.Figures => "数值",
            Publicity.ScoreOnly => "得分",
            Publicity.SumsOnly => "汇总",
            _ => "不公开",
        };

    /// <summary>指标, 事件.</summary>
    public static string Word(this IndicatorNature nature) => nature == IndicatorNature.Event ? "事件" : "指标";

    /// <summary>合并比率, 求和, 达标单位占比, 最高级别, 按职工数加权, 按会员数加权, 不汇总.</summary>
    public static string Word(this Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.PooledRatio => "合并比率",
            Aggregation.Sum => "求和",
            Aggregation.ShareOfUnitsAtTarget => "达标单位占比",
            Aggregation.HighestTier => "最高级别",
            Aggregation.ByWorkers => "按职工数加权",
            Aggregation.ByMembers => "按会员数加权",
            _ => "不汇总",
        };

    /// <summary>已报, 缺报, 不适用, 存疑.</summary>
    public static string Word(this ObservationState state) =>
        state switch
        {
            ObservationState.Reported => "已报",
            ObservationState.Missing => "缺报",
            ObservationState.NotApplicable => "不适用",
            _ => "存疑",
        };

    /// <summary>汇集, 下达, 分办, 领办, 反馈, 评价, 表彰, 退出.</summary>
    public static string Word(this TaskStepKind step) =>
        step switch
        {
            TaskStepKind.Collect => "汇集",
            TaskStepKind.Issue => "下达",
            TaskStepKind.Distribute => "分办",
            TaskStepKind.TakeOn => "领办",
            TaskStepKind.ReportBack => "反馈",
            TaskStepKind.Appraise => "评价",
            TaskStepKind.Commend => "表彰",
            _ => "退出",
        };

    /// <summary>提醒, 预警, 督办, 约谈.</summary>
    public static string Word(this GuidanceRung rung) =>
        rung switch
        {
            GuidanceRung.Reminder => "提醒",
            GuidanceRung.Warning => "预警",
            GuidanceRung.Supervision => "督办",
            _ => "约谈",
        };

    /// <summary>集体, 班组, 个人.</summary>
    public static string Word(this CommendationKind kind) =>
        kind switch
        {
            CommendationKind.Collective => "集体",
            CommendationKind.Team => "班组",
            _ => "个人",
        };

    /// <summary>公示中, 已授予, 已撤销.</summary>
    public static string Word(this CommendationStatus status) =>
        status switch
        {
            CommendationStatus.Announced => "公示中",
            CommendationStatus.Granted => "已授予",
            _ => "已撤销",
        };

    /// <summary>国家级, 省级, 市级, 区级, 镇街级.</summary>
    public static string Word(this HonourLevel level) =>
        level switch
        {
            HonourLevel.National => "国家级",
            HonourLevel.Provincial => "省级",
            HonourLevel.City => "市级",
            HonourLevel.District => "区级",
            _ => "镇街级",
        };

    /// <summary>人, 人次.</summary>
    public static string Word(this HeadcountKind kind) => kind == HeadcountKind.People ? "人" : "人次";

    /// <summary>优秀, 良好, 合格, 待提升.</summary>
    public static string Word(this Grade grade) =>
        grade switch
        {
            Grade.Excellent => "优秀",
            Grade.Good => "良好",
            Grade.Qualified => "合格",
            _ => "待提升",
        };

    /// <summary>名次, 档次; empty when neither is published.</summary>
    public static string Word(this PublicStanding standing) =>
        standing switch
        {
            PublicStanding.Places => "名次",
            PublicStanding.Bands => "档次",
            _ => "",
        };

    /// <summary>等权, 权重浮动, 几何平均, 逐项去除, 缺报计零.</summary>
    public static string Word(this Variant variant) =>
        variant switch
        {
            Variant.EqualWeights => "等权",
            Variant.IndexWeights => "权重浮动",
            Variant.Geometric => "几何平均",
            Variant.LeaveOneOut => "逐项去除",
            _ => "缺报计零",
        };

    /// <summary>Papers that can be made as OFD, in order.</summary>
    public static ImmutableArray<OfdPaper> OfdPapers { get; } = [.. Enum.GetValues<OfdPaper>()];

    /// <summary>简报, 函, 反馈意见书, 年度报告.</summary>
    public static string Word(this OfdPaper paper) =>
        paper switch
        {
            OfdPaper.Briefs => "简报",
            OfdPaper.Letters => "函",
            OfdPaper.Opinions => "反馈意见书",
            _ => "年度报告",
        };
}
