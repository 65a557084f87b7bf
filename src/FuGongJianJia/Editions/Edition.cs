using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions;

/// <summary>
/// The edition（一版）: one immutable value with everything that pages, reports and open data show, words included,
/// so that they cannot disagree. Figures are already rounded for publication; small numbers are already suppressed.
/// </summary>
public sealed record Edition
{
    /// <summary>Settings（站点设置）.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Date of the edition（编制日期）: given on the command line, else the newest date in the data.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>SHA-256 over the input, first 12 hexadecimal digits（数据指纹）.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Periods, earliest first; never empty.</summary>
    public required ImmutableArray<PeriodEdition> Periods { get; init; }

    /// <summary>The newest period, and of those ending the same day the longest.</summary>
    public PeriodEdition Latest => Periods[^1];

    /// <summary>Every union, town and the district across periods, by code.</summary>
    public required ImmutableArray<UnionHistory> Histories { get; init; }

    /// <summary>Commendations of all periods without doubles and without withdrawn ones, newest first.</summary>
    public ImmutableArray<CommendationView> Commendations { get; init; } = [];

    /// <summary>Case summaries, newest first.</summary>
    public ImmutableArray<CaseStory> Cases { get; init; } = [];

    /// <summary>Programmes（专题）.</summary>
    public ImmutableArray<Programme> Programmes { get; init; } = [];

    /// <summary>Corrections of all periods, newest first.</summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];

    /// <summary>Notes on the data.</summary>
    public ImmutableArray<DataNote> Notes { get; init; } = [];

    /// <summary>Written pages（input/pages, input/docs）.</summary>
    public ImmutableArray<WrittenPage> Pages { get; init; } = [];

    /// <summary>
    /// The same edition for internal documents（内部用）: with places, whatever the settings say of the public. This one,
    /// which every public page, report and
    /// file is made from, holds no place that is not to be published.
    /// </summary>
    public Edition Office
    {
        get => field ?? this;
        init;
    }
}

/// <summary>One period of the edition.</summary>
public sealed record PeriodEdition
{
    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>
    /// The period changes are measured against（上年同期; else the preceding one of the same length）; null when the edition
    /// holds none.
    /// </summary>
    public Period? Base { get; init; }

    /// <summary>数据截止日期: the newest 上报日期, else the period's last day.</summary>
    public required DateOnly DataDate { get; init; }

    /// <summary>The 23 indicators, in order, one entry a code.</summary>
    public required ImmutableArray<IndicatorView> Indicators { get; init; }

    /// <summary>The district.</summary>
    public required UnionResult District { get; init; }

    /// <summary>Town-level units, by code.</summary>
    public required ImmutableArray<UnionResult> Towns { get; init; }

    /// <summary>Public grass-roots unions, by code.</summary>
    public required ImmutableArray<UnionResult> Unions { get; init; }

    /// <summary>How many grass-roots unions are not public（不公开）.</summary>
    public int HiddenUnions { get; init; }

    /// <summary>Rank groups（排名组）.</summary>
    public required ImmutableArray<RankGroup> Groups { get; init; }

    /// <summary>Distributions: for each index and the total, over towns and over unions.</summary>
    public required ImmutableArray<Distribution> Distributions { get; init; }

    /// <summary>Tasks（任务）; null when the period has none.</summary>
    public TaskSummary? Tasks { get; init; }

    /// <summary>Guidance, counts only（指导）; null when the period has none.</summary>
    public GuidanceSummary? Guidance { get; init; }

    /// <summary>Needs（需求）; null when the period has none.</summary>
    public NeedSummary? Needs { get; init; }

    /// <summary>
    /// Needs by town（镇街需求）, under small-number protection, by code; a town without needs is not here.
    /// </summary>
    public ImmutableArray<TownNeeds> TownNeeds { get; init; } = [];

    /// <summary>Activities（活动）; null when the period has none.</summary>
    public ActivitySummary? Activities { get; init; }

    /// <summary>Named guidance and overdue work: for internal documents only, never for the site.</summary>
    public required InternalView Internal { get; init; }

    /// <summary>The finding（一句话结论）: one sentence a person could repeat.</summary>
    public required string Finding { get; init; }

    /// <summary>
    /// What the figures of a part of the year cover（口径）: to date, or of the period itself; empty for a year.
    /// </summary>
    public string Scope { get; init; } = "";

    /// <summary>Summary paragraphs（综述）for home page, report and brief.</summary>
    public ImmutableArray<string> Summary { get; init; } = [];

    /// <summary>One finding per index, in index order.</summary>
    public ImmutableArray<string> IndexFindings { get; init; } = [];

    /// <summary>Largest rises on the common set among ranked unions, at most ten.</summary>
    public ImmutableArray<UnionResult> Risers { get; init; } = [];

    /// <summary>Largest falls on the common set among ranked unions, at most ten.</summary>
    public ImmutableArray<UnionResult> Fallers { get; init; } = [];

    /// <summary>
    /// The method（计算方法）of this period: text and tables from settings and catalogue, for page and appendix alike.
    /// </summary>
    public MethodText Method { get; init; } = MethodText.Empty;

    /// <summary>Finds the district, a town or a public union by code; null when this period has none such.</summary>
    public UnionResult? Find(string code) =>
        string.Equals(District.Code, code, StringComparison.Ordinal) ? District : In(Towns, code) ?? In(Unions, code);

    // Both lists are sorted by code, so that finding needs no second structure beside them.
    private static UnionResult? In(ImmutableArray<UnionResult> sorted, string code)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(sorted[middle].Code, code);
            if (order == 0)
            {
                return sorted[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}

/// <summary>Indicator of a period（指标）as pages show it.</summary>
public sealed record IndicatorView
{
    /// <summary>指标编码.</summary>
    public required string Code { get; init; }

    /// <summary>指标名称.</summary>
    public required string Name { get; init; }

    /// <summary>指数.</summary>
    public required IndexKey Index { get; init; }

    /// <summary>单位.</summary>
    public required string Unit { get; init; }

    /// <summary>True when higher is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Catalogue rows of this code, one per level or kind with its own rule.</summary>
    public required ImmutableArray<Indicator> Variants { get; init; }

    /// <summary>True when code or version differs from the base period（断点）: no arrow, no change.</summary>
    public bool SeriesBreak { get; init; }

    /// <summary>Distribution of points over towns and over unions that were scored.</summary>
    public ImmutableArray<Distribution> Distributions { get; init; } = [];

    /// <summary>The finding（一句话结论）.</summary>
    public string Finding { get; init; } = "";
}

/// <summary>Result of a union, a town or the district in one period（一个工会一期的结果）.</summary>
public sealed record UnionResult
{
    /// <summary>Organisation（组织）.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>组织编码.</summary>
    public string Code => Organisation.Code;

    /// <summary>组织名称.</summary>
    public string Name => Organisation.Name;

    /// <summary>上级名称; empty for the district.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>五指数, in index order.</summary>
    public required ImmutableArray<IndexResult> Indexes { get; init; }

    /// <summary>总指数, rounded; null when no index has a value.</summary>
    public decimal? Total { get; init; }

    /// <summary>等次 of the rounded total.</summary>
    public Grade? Grade { get; init; }

    /// <summary>覆盖率, percent, rounded.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>Place in the group（名次）.</summary>
    public required Ranking Ranking { get; init; }

    /// <summary>
    /// 来历 since the base period, a sentence: merged, split, recoded or renamed; empty when nothing changed.
    /// </summary>
    public string Origin { get; init; } = "";

    /// <summary>Change against the base period（变化）; null when there is none.</summary>
    public Change? Change { get; init; }

    /// <summary>Indicators of the catalogue that concern this level, in order, 不适用 included.</summary>
    public required ImmutableArray<IndicatorResult> Indicators { get; init; }

    /// <summary>Its result of an indicator; null when that does not concern this level.</summary>
    public IndicatorResult? IndicatorOf(string code)
    {
        foreach (var result in Indicators)
        {
            if (string.Equals(result.Code, code, StringComparison.Ordinal))
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>
    /// Why an index has no value, in words: 缺报, 存疑, 小数保护, or several of them; 不适用 where none of its indicators applies.
    /// </summary>
    public string AbsenceOf(IndexKey key)
    {
        var reasons = Indicators
            .Where(i =>
                i.Indicator.Index == key
                && (i.Withheld != Withheld.No || i.State is ObservationState.Missing or ObservationState.Doubtful)
            )
            .Select(i => i.Withheld != Withheld.No ? "小数保护" : i.State.Word())
            .Distinct();
        return string.Join('、', reasons) is { Length: > 0 } words ? words : ObservationState.NotApplicable.Word();
    }

    /// <summary>The index with the lowest value; null when fewer than two have one.</summary>
    public IndexKey? Lowest { get; init; }

    /// <summary>Robustness of the place（稳健性）; null when not ranked.</summary>
    public Robustness? Robustness { get; init; }

    /// <summary>一票否决 or 必备 flags, as Chinese words; they never change a score.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>The finding（一句话结论）.</summary>
    public required string Finding { get; init; }

    /// <summary>Sentences that suggest what would earn most（下步建议）, largest gain first.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>
    /// Corrections of this unit's figures of this period（更正）, newest first; the figures above stay as they were
    /// published.
    /// </summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];

    /// <summary>True when a figure of the indicator was corrected later.</summary>
    public bool IsCorrected(string indicator) =>
        !Corrections.IsEmpty
        && Corrections.Any(c => string.Equals(c.Correction.Indicator, indicator, StringComparison.Ordinal));

    /// <summary>
    /// Lost points（失分）: indicators where something was lost, by what full marks would add to the total, largest first,
    /// since a point of one index
    /// weighs more than one of another.
    /// </summary>
    public IEnumerable<IndicatorResult> Losses =>
        Indicators
            .Where(i => i.Lost is > 0m)
            .OrderByDescending(i => i.Gain)
            .ThenByDescending(i => i.Lost)
            .ThenBy(i => i.Code, StringComparer.Ordinal);
}

/// <summary>One index of a union（指数结果）.</summary>
/// <param name="Key">Which.</param>
/// <param name="Value">0–100, rounded; null when nothing was scored.</param>
/// <param name="Grade">Grade of the rounded value.</param>
/// <param name="Change">Change on the common set, points, rounded; null when not comparable.</param>
/// <param name="Place">Place in the group by this index; null when not ranked or not shown.</param>
/// <param name="GroupMedian">Median of the group; null when the group is too small.</param>
public sealed record IndexResult(
    IndexKey Key,
    decimal? Value,
    Grade? Grade,
    decimal? Change,
    int? Place,
    decimal? GroupMedian
);

/// <summary>
/// Standing of a union in its group（名次）, as much of it as the reader may see: place, band or neither (settings: 排名.公开).
/// </summary>
public sealed record Ranking
{
    /// <summary>Name of the group（排名组）; empty for the district.</summary>
    public required string Group { get; init; }

    /// <summary>True when it is ranked, whether its place is shown or not.</summary>
    public bool IsRanked => Ranked > 0;

    /// <summary>Competition rank (1, 2, 2, 4); null when not ranked or not shown.</summary>
    public int? Place { get; init; }

    /// <summary>True when another has the same rounded total（并列）.</summary>
    public bool Tied { get; init; }

    /// <summary>How many are ranked in the group; 0 when not ranked.</summary>
    public int Ranked { get; init; }

    /// <summary>Percentile, (count below + 0.5 × count equal) / n × 100; null when not ranked or not shown.</summary>
    public decimal? Percentile { get; init; }

    /// <summary>Band（前三分之一、中间三分之一、后三分之一; settings: 排名.档次）; empty when not ranked or not shown.</summary>
    public string Band { get; init; } = "";

    /// <summary>
    /// Change of place, positive is up; null when the groups do not coincide or places are not shown.
    /// </summary>
    public int? Moved { get; init; }

    /// <summary>Why not ranked, a Chinese phrase; empty when ranked.</summary>
    public string Reason { get; init; } = "";

    /// <summary>第3名 or 并列第3名, else the band; — when there is neither.</summary>
    public string Text =>
        Place is { } place
            ? $"{(Tied ? "并列" : "")}第{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}名"
        : Band.Length > 0 ? Band
        : "—";
}

/// <summary>Change of the total（变化）; the three parts add up to the headline exactly.</summary>
/// <param name="Base">Compared with.</param>
/// <param name="Headline">Total now less total then, both as published.</param>
/// <param name="Comparable">可比变化: performance on the common set, points.</param>
/// <param name="Catalogue">Part due to a changed catalogue.</param>
/// <param name="Coverage">Part due to what was or was not reported.</param>
public sealed record Change(Period Base, decimal Headline, decimal? Comparable, decimal Catalogue, decimal Coverage);

/// <summary>How firm a place is（稳健性）.</summary>
/// <param name="Best">Best place over all variants of the method; null when places are not shown.</param>
/// <param name="Worst">Worst place; null when places are not shown.</param>
/// <param name="MostInfluential">Indicator whose absence moves the total most.</param>
/// <param name="Firm">False when the range exceeds a third of the group（名次不稳健; settings: 稳健性.不稳健线）.</param>
public sealed record Robustness(int? Best, int? Worst, string MostInfluential, bool Firm);

/// <summary>One indicator of one union（指标结果）: how the points came about.</summary>
public sealed record IndicatorResult
{
    /// <summary>The catalogue row that applied.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>指标编码.</summary>
    public string Code => Indicator.Code;

    /// <summary>状态; an applicable indicator without a row is 缺报.</summary>
    public required ObservationState State { get; init; }

    /// <summary>True when the unit reported it itself, false when pooled from units below（汇总）.</summary>
    public bool Pooled { get; init; }

    /// <summary>分子 as shown; empty when there is none, ＜5 when suppressed.</summary>
    public string NumeratorText { get; init; } = "";

    /// <summary>分母 as shown.</summary>
    public string DenominatorText { get; init; } = "";

    /// <summary>数值 as shown, with 约 where approximate, without the unit: 95.50, 12, 是, 省级及以上, —, /.</summary>
    public required string ValueText { get; init; }

    /// <summary>Value for charts: percent, count or points; null when missing, suppressed or not a number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Target in the value's unit; null for rules without one.</summary>
    public decimal? Target { get; init; }

    /// <summary>Target as shown: ≥95%, 12场, 分档, 是; never empty.</summary>
    public required string TargetText { get; init; }

    /// <summary>Score 0–100, rounded; null when not scored.</summary>
    public decimal? Score { get; init; }

    /// <summary>分值 inside the index.</summary>
    public decimal Weight => Indicator.Weight;

    /// <summary>得分 = s × 分值 / 100, rounded; null when not scored.</summary>
    public decimal? Points { get; init; }

    /// <summary>失分 = 分值 − 得分, rounded; null when not scored.</summary>
    public decimal? Lost { get; init; }

    /// <summary>What full marks here would add to the total（可增总指数）, rounded; null when not scored.</summary>
    public decimal? Gain { get; init; }

    /// <summary>Change of the score against the base period; null when not comparable.</summary>
    public decimal? Change { get; init; }

    /// <summary>True when the indicator's version differs from the base period's（断点）.</summary>
    public bool SeriesBreak { get; init; }

    /// <summary>The calculation in words: 912÷960=95.00%，目标95%，得100分 …; empty when not scored.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>上报日期.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Unit of <see cref="ValueText"/>: %, 场 …; empty for words, marks and withheld values.</summary>
    public string UnitText { get; init; } = "";

    /// <summary>
    /// 小数保护: whether value and exact score are withheld; then Score, Points, Lost, Gain and Change are null.
    /// </summary>
    public Withheld Withheld { get; init; }

    /// <summary>
    /// Of a pooled value: units below that reported and units it applies to; null when the unit reported it itself.
    /// </summary>
    public (int Reporting, int Applicable)? PooledFrom { get; init; }

    /// <summary>True when it counts in the index, shown or withheld.</summary>
    public bool IsScored => State == ObservationState.Reported && (Score is not null || Withheld != Withheld.No);
}

/// <summary>A rank group（排名组）.</summary>
/// <param name="Name">Such as 企业·25～199人.</param>
/// <param name="Level">Level.</param>
/// <param name="Members">All in the group, by place (where places are shown) then code; those not ranked after.</param>
/// <param name="Ranked">How many are ranked; 0 when the group is too small.</param>
public sealed record RankGroup(string Name, Level Level, ImmutableArray<string> Members, int Ranked);

/// <summary>Distribution of a figure（分布）.</summary>
/// <param name="Index">Which index; null for the total or an indicator.</param>
/// <param name="Level">Towns or grass-roots unions.</param>
/// <param name="Count">How many have a value.</param>
/// <param name="Minimum">Least.</param>
/// <param name="LowerQuartile">25 %, linear interpolation (method 7).</param>
/// <param name="Median">50 %.</param>
/// <param name="UpperQuartile">75 %.</param>
/// <param name="Maximum">Greatest.</param>
/// <param name="Grades">How many 优秀, 良好, 合格, 待提升.</param>
public sealed record Distribution(
    IndexKey? Index,
    Level Level,
    int Count,
    decimal Minimum,
    decimal LowerQuartile,
    decimal Median,
    decimal UpperQuartile,
    decimal Maximum,
    ImmutableArray<int> Grades
);

/// <summary>Tasks of a period（任务办理）.</summary>
public sealed record TaskSummary
{
    /// <summary>Issued（下达）.</summary>
    public required int Issued { get; init; }

    /// <summary>Closed（办结: 退出 reached）.</summary>
    public required int Closed { get; init; }

    /// <summary>Of those due, reported back on time and not failed in appraisal（按期反馈）.</summary>
    public required int OnTime { get; init; }

    /// <summary>Due by the data date（到期）.</summary>
    public required int Due { get; init; }

    /// <summary>Overdue at the data date（逾期未办结）.</summary>
    public required int Overdue { get; init; }

    /// <summary>Sent back for redoing（退回重办）.</summary>
    public required int Returned { get; init; }

    /// <summary>按期反馈率, percent, rounded; null when nothing was due.</summary>
    public decimal? OnTimeRate { get; init; }

    /// <summary>The eight steps in order.</summary>
    public required ImmutableArray<StepSummary> Steps { get; init; }

    /// <summary>The eight steps again by level of the 办理单位; levels without steps are absent.</summary>
    public ImmutableArray<LevelSteps> StepsByLevel { get; init; } = [];

    /// <summary>Taken on（领办）.</summary>
    public int TakenOn { get; init; }

    /// <summary>The tasks themselves, by code.</summary>
    public required ImmutableArray<TaskView> Tasks { get; init; }

    /// <summary>The finding.</summary>
    public required string Finding { get; init; }
}

/// <summary>One of the eight steps（一步）.</summary>
/// <param name="Kind">Step.</param>
/// <param name="Reached">Tasks that reached it.</param>
/// <param name="MedianDays">Median days from the step before; null where none.</param>
/// <param name="NinetiethDays">90th percentile of the same.</param>
public sealed record StepSummary(TaskStepKind Kind, int Reached, decimal? MedianDays, decimal? NinetiethDays);

/// <summary>The eight steps as one level took them（分层级办理）.</summary>
/// <param name="Level">Level of the 办理单位.</param>
/// <param name="Steps">Eight, in order; <see cref="StepSummary.Reached"/> counts steps of units, since one task has
/// many executors.</param>
public sealed record LevelSteps(Level Level, ImmutableArray<StepSummary> Steps);

/// <summary>A task as the public sees it（任务）: the flow without opinions.</summary>
/// <param name="Code">任务编码.</param>
/// <param name="Name">任务名称.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="IssuerName">下达单位.</param>
/// <param name="IssuedOn">下达日期.</param>
/// <param name="DueOn">要求完成日期.</param>
/// <param name="Reached">Furthest step.</param>
/// <param name="ReportedOn">反馈日期: the day its last unit first reported back; null while one has not.</param>
/// <param name="ClosedOn">办结日期.</param>
/// <param name="OnTime">按期反馈, by every unit and none failed in appraisal; null when not yet due nor closed.</param>
/// <param name="Units">Codes of the units that took it on.</param>
public sealed record TaskView(
    string Code,
    string Name,
    string? Indicator,
    string IssuerName,
    DateOnly IssuedOn,
    DateOnly DueOn,
    TaskStepKind Reached,
    DateOnly? ReportedOn,
    DateOnly? ClosedOn,
    bool? OnTime,
    ImmutableArray<string> Units
)
{
    /// <summary>
    /// 反馈情况 in a word. It judges the report, not the closing: a task reported in time is often closed after its due
    /// date.
    /// </summary>
    public string ReportWord =>
        OnTime switch
        {
            true => "按期反馈",
            null => "未到期",
            false when ReportedOn is null => "缺反馈记录",
            false => ReportedOn > DueOn ? "逾期反馈" : "评价不合格",
        };
}

/// <summary>Guidance of a period, counts only（指导）.</summary>
/// <param name="Issued">Issued at each rung, mildest first.</param>
/// <param name="EndedAt">Matters whose highest rung was this one.</param>
/// <param name="Mended">Mended（整改完成）at each rung.</param>
/// <param name="Finding">The finding.</param>
public sealed record GuidanceSummary(
    ImmutableArray<int> Issued,
    ImmutableArray<int> EndedAt,
    ImmutableArray<int> Mended,
    string Finding
);

/// <summary>Needs of a period（需求）.</summary>
/// <param name="Reported">上报.</param>
/// <param name="Analysed">研判.</param>
/// <param name="Answered">答复.</param>
/// <param name="PolicyChanged">政策调整.</param>
/// <param name="MedianDays">Median days from report to answer.</param>
/// <param name="Categories">By category: name, reported, answered; by count, then name.</param>
/// <param name="Changes">Policy changes, newest first.</param>
/// <param name="ToldIn">The longer period that tells the categories in place of this one; null when this one
/// does.</param>
/// <param name="Finding">The finding.</param>
public sealed record NeedSummary(
    int Reported,
    int Analysed,
    int Answered,
    int PolicyChanged,
    decimal? MedianDays,
    ImmutableArray<NeedCategory> Categories,
    ImmutableArray<PolicyChangeView> Changes,
    Period? ToldIn,
    string Finding
);

/// <summary>Needs of a town and the unions below it（镇街需求）; null is a figure that is withheld.</summary>
/// <param name="Town">Code of the town.</param>
/// <param name="Reported">上报.</param>
/// <param name="Answered">答复.</param>
/// <param name="MedianDays">Median days from report to answer; null too when nothing was answered.</param>
/// <param name="Categories">By category; by count, then name, the withheld ones last.</param>
/// <param name="Finding">The finding.</param>
public sealed record TownNeeds(
    string Town,
    int? Reported,
    int? Answered,
    decimal? MedianDays,
    ImmutableArray<NeedCategory> Categories,
    string Finding
);

/// <summary>Needs of one category（需求类别）in the district or a town; null is a figure that is withheld.</summary>
/// <param name="Name">类别.</param>
/// <param name="Reported">上报.</param>
/// <param name="Answered">答复.</param>
/// <param name="Withheld">Why it is withheld.</param>
public sealed record NeedCategory(string Name, int? Reported, int? Answered, Withheld Withheld);

/// <summary>A policy that was changed（政策调整）.</summary>
/// <param name="Category">类别.</param>
/// <param name="Text">调整内容.</param>
/// <param name="Document">文号.</param>
/// <param name="On">答复日期.</param>
public sealed record PolicyChangeView(string Category, string Text, string? Document, DateOnly? On);

/// <summary>Activities of a period（活动）.</summary>
/// <param name="Totals">One entry a kind.</param>
/// <param name="Activities">The activities, newest first, of public organisers.</param>
/// <param name="Finding">The finding.</param>
public sealed record ActivitySummary(
    ImmutableArray<ActivityTotal> Totals,
    ImmutableArray<ActivityView> Activities,
    string Finding
);

/// <summary>Totals of a kind of activity; 人 and 人次 are never added together.</summary>
/// <param name="Kind">类型.</param>
/// <param name="Activities">项数.</param>
/// <param name="Sessions">场次.</param>
/// <param name="People">人.</param>
/// <param name="Attendances">人次.</param>
/// <param name="Approximate">True when any part was a 约数: shown with 约.</param>
public sealed record ActivityTotal(
    string Kind,
    int Activities,
    int Sessions,
    int People,
    int Attendances,
    bool Approximate
);

/// <summary>An activity as pages show it.</summary>
/// <param name="Activity">活动.</param>
/// <param name="OrganiserName">主办组织.</param>
/// <param name="HeadcountText">80余人, 120人次 …; empty when not given.</param>
public sealed record ActivityView(Activity Activity, string OrganiserName, string HeadcountText);

/// <summary>Pairings of a period（结对）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Made">Pairs made.</param>
/// <param name="Completed">Pairs that completed their term.</param>
public sealed record PairingTotal(Period Period, int Made, int Completed);

/// <summary>Home visits of a period（家访）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Due">应访, people.</param>
/// <param name="Made">实访, people.</param>
/// <param name="Problems">反映问题.</param>
/// <param name="Solved">已解决.</param>
public sealed record HomeVisitTotal(Period Period, int Due, int Made, int Problems, int Solved);

/// <summary>A programme（专题）over all periods.</summary>
public sealed record Programme
{
    /// <summary>ASCII address part.</summary>
    public required string Slug { get; init; }

    /// <summary>Title, such as 劳模助企 or 五提升.</summary>
    public required string Title { get; init; }

    /// <summary>Totals by period, newest first.</summary>
    public required ImmutableArray<(Period Period, ActivityTotal Total)> Totals { get; init; }

    /// <summary>Parts of a 专项（五提升·关爱服务 …）over all year periods; empty for a kind.</summary>
    public ImmutableArray<ActivityTotal> Parts { get; init; } = [];

    /// <summary>Its activities, newest first.</summary>
    public ImmutableArray<ActivityView> Activities { get; init; } = [];

    /// <summary>Slugs of its cases.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Pairings by period, newest first（拜师结对 only）.</summary>
    public ImmutableArray<PairingTotal> Pairings { get; init; } = [];

    /// <summary>Home visits by period, newest first（大家访 only）.</summary>
    public ImmutableArray<HomeVisitTotal> HomeVisits { get; init; } = [];

    /// <summary>The finding.</summary>
    public required string Finding { get; init; }
}

/// <summary>A commendation as pages show it.</summary>
/// <param name="Commendation">表彰.</param>
/// <param name="OrganisationName">所在组织; empty when not given.</param>
/// <param name="OrganisationPublic">True when that organisation has a page.</param>
public sealed record CommendationView(Commendation Commendation, string OrganisationName, bool OrganisationPublic);

/// <summary>A correction as pages show it.</summary>
/// <param name="Correction">更正.</param>
/// <param name="PublishedWith">The period whose folder brought it.</param>
/// <param name="OrganisationName">组织.</param>
/// <param name="IndicatorName">指标 with its code (H03 技能培训); empty when the correction names none.</param>
public sealed record CorrectionView(
    Correction Correction,
    Period PublishedWith,
    string OrganisationName,
    string IndicatorName
);

/// <summary>A union across periods（历年）.</summary>
/// <param name="Code">组织编码.</param>
/// <param name="Name">Newest name.</param>
/// <param name="Level">Level.</param>
/// <param name="Points">One entry a period in which it appears, earliest first.</param>
/// <param name="Lineage">沿革 as sentences.</param>
public sealed record UnionHistory(
    string Code,
    string Name,
    Level Level,
    ImmutableArray<HistoryPoint> Points,
    ImmutableArray<string> Lineage
)
{
    /// <summary>更正 of all its periods, newest first.</summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];
}

/// <summary>One point of a history.</summary>
/// <param name="Period">Period.</param>
/// <param name="Total">总指数.</param>
/// <param name="Indexes">Five, in index order.</param>
/// <param name="Ranking">Standing in the group.</param>
/// <param name="BreakBefore">True when the catalogue that applies to this union changed since its point before of the
/// same kind（断点 ≠）.</param>
public sealed record HistoryPoint(
    Period Period,
    decimal? Total,
    ImmutableArray<decimal?> Indexes,
    Ranking Ranking,
    bool BreakBefore
);

/// <summary>What only internal documents may show（内部）: names on the ladder, overdue tasks, missing data.</summary>
public sealed record InternalView
{
    /// <summary>Named guidance, gravest rung first, then date and code.</summary>
    public ImmutableArray<NamedGuidance> Guidance { get; init; } = [];

    /// <summary>Overdue tasks with the units that hold them.</summary>
    public ImmutableArray<OverdueTask> Overdue { get; init; } = [];

    /// <summary>Missing values: organisation, indicator codes.</summary>
    public ImmutableArray<MissingValues> Missing { get; init; } = [];
}

/// <summary>Guidance by name, internal.</summary>
/// <param name="Guidance">指导.</param>
/// <param name="OrganisationName">对象组织.</param>
/// <param name="Town">Code of its town, its own when it is one.</param>
public sealed record NamedGuidance(Guidance Guidance, string OrganisationName, string Town);

/// <summary>An overdue task of a unit, internal.</summary>
/// <param name="Task">任务编码.</param>
/// <param name="Name">任务名称.</param>
/// <param name="Unit">办理单位.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Town">Code of its town.</param>
/// <param name="DueOn">要求完成日期.</param>
/// <param name="DaysLate">Days past due at the data date.</param>
public sealed record OverdueTask(
    string Task,
    string Name,
    string Unit,
    string UnitName,
    string Town,
    DateOnly DueOn,
    int DaysLate
);

/// <summary>Missing values of a unit, internal.</summary>
/// <param name="Unit">组织编码.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Town">Code of its town.</param>
/// <param name="Indicators">指标编码, in order.</param>
public sealed record MissingValues(string Unit, string UnitName, string Town, ImmutableArray<string> Indicators);
