using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>Everything that was read and found sound: what import hands to scoring.</summary>
public sealed record Dataset
{
    /// <summary>Settings（站点设置）.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Periods, earliest first.</summary>
    public required ImmutableArray<PeriodData> Periods { get; init; }

    /// <summary>Case summaries（案例）, newest first, then by slug.</summary>
    public ImmutableArray<CaseStory> Cases { get; init; } = [];

    /// <summary>Written pages of input/pages and input/docs.</summary>
    public ImmutableArray<WrittenPage> Pages { get; init; } = [];

    /// <summary>Warnings and notes that the data-quality pages list (no errors: those stop the build).</summary>
    public ImmutableArray<DataNote> Notes { get; init; } = [];
}

/// <summary>
/// A note on the data（数据质量说明）that may be published: the place is a file name within data/ or input/,
/// the text holds no personal data.
/// </summary>
/// <param name="Period">Period, or null when it belongs to none.</param>
/// <param name="Code">Diagnostic code, FG####.</param>
/// <param name="Place">File and line, such as 指标值.csv 第12行.</param>
/// <param name="Text">Chinese sentence.</param>
/// <param name="Count">How many places say the same.</param>
public sealed record DataNote(Period? Period, string Code, string Place, string Text, int Count);

/// <summary>One export（一期数据）: every table of a period's folder; absent optional tables are empty.</summary>
public sealed record PeriodData
{
    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>组织, by code.</summary>
    public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>指标, in catalogue order（the order of the index, then of the code）.</summary>
    public required ImmutableArray<Indicator> Catalogue { get; init; }

    /// <summary>指标值, by organisation, then indicator.</summary>
    public required ImmutableArray<Observation> Observations { get; init; }

    /// <summary>目标.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>指数: results as the exporting system computed them.</summary>
    public ImmutableArray<ReportedIndexes> ReportedIndexes { get; init; } = [];

    /// <summary>任务.</summary>
    public ImmutableArray<WorkTask> Tasks { get; init; } = [];

    /// <summary>指导.</summary>
    public ImmutableArray<Guidance> Guidance { get; init; } = [];

    /// <summary>需求.</summary>
    public ImmutableArray<Need> Needs { get; init; } = [];

    /// <summary>表彰.</summary>
    public ImmutableArray<Commendation> Commendations { get; init; } = [];

    /// <summary>活动.</summary>
    public ImmutableArray<Activity> Activities { get; init; } = [];

    /// <summary>结对.</summary>
    public ImmutableArray<Pairing> Pairings { get; init; } = [];

    /// <summary>家访汇总.</summary>
    public ImmutableArray<HomeVisits> HomeVisits { get; init; } = [];

    /// <summary>更正: corrections published with this period.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];
}

/// <summary>Organisation（组织）.</summary>
public sealed record Organisation
{
    /// <summary>组织编码: the key, path-safe (letters, digits, hyphen; 1–40 characters).</summary>
    public required string Code { get; init; }

    /// <summary>组织名称.</summary>
    public required string Name { get; init; }

    /// <summary>简称; the name when none was given.</summary>
    public required string ShortName { get; init; }

    /// <summary>层级.</summary>
    public required Level Level { get; init; }

    /// <summary>上级编码; null for the district.</summary>
    public string? Parent { get; init; }

    /// <summary>组织类型.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>单位类别.</summary>
    public required UnitCategory Category { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode { get; init; }

    /// <summary>行政区划代码.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>职工数.</summary>
    public int? Workers { get; init; }

    /// <summary>会员数.</summary>
    public int? Members { get; init; }

    /// <summary>女会员数.</summary>
    public int? FemaleMembers { get; init; }

    /// <summary>成立日期.</summary>
    public DateOnly? Founded { get; init; }

    /// <summary>状态.</summary>
    public OrganisationStatus Status { get; init; } = OrganisationStatus.Normal;

    /// <summary>沿革编码: codes this union came from, or (合并) the one it went into.</summary>
    public ImmutableArray<string> Lineage { get; init; } = [];

    /// <summary>公开: false keeps the union off the public site and reports; it still counts in its town.</summary>
    public bool IsPublic { get; init; } = true;
}

/// <summary>Indicator（指标）: one row of the catalogue, for the levels and kinds it names.</summary>
public sealed record Indicator
{
    /// <summary>指标编码, such as R01.</summary>
    public required string Code { get; init; }

    /// <summary>版本; the same code and version is comparable between periods.</summary>
    public required string Version { get; init; }

    /// <summary>指标名称.</summary>
    public required string Name { get; init; }

    /// <summary>指数.</summary>
    public required IndexKey Index { get; init; }

    /// <summary>单位, such as % or 场.</summary>
    public required string Unit { get; init; }

    /// <summary>方向: true when higher is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>规则与参数.</summary>
    public required Rule Rule { get; init; }

    /// <summary>分值: points inside the index.</summary>
    public required decimal Weight { get; init; }

    /// <summary>适用层级.</summary>
    public required ImmutableArray<Level> Levels { get; init; }

    /// <summary>适用类别, units: empty means all.</summary>
    public ImmutableArray<UnitCategory> Categories { get; init; } = [];

    /// <summary>适用类别, kinds: empty means all. A union matching either list is covered.</summary>
    public ImmutableArray<OrganisationKind> Kinds { get; init; } = [];

    /// <summary>汇总方式.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>责任层级.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>数据来源.</summary>
    public string Source { get; init; } = "";

    /// <summary>口径.</summary>
    public string Definition { get; init; } = "";

    /// <summary>生效年度.</summary>
    public int? EffectiveYear { get; init; }

    /// <summary>变更说明.</summary>
    public string ChangeNote { get; init; } = "";

    /// <summary>必备: not reaching it is flagged, never scored differently.</summary>
    public bool Mandatory { get; init; }

    /// <summary>一票否决: an occurrence bars commendation, never changes a score.</summary>
    public bool Veto { get; init; }

    /// <summary>
    /// 上限, percent: what a ratio can never exceed (a share of a whole, 100); null where more is honest (arrears
    /// repaid).
    /// </summary>
    public decimal? UpperBound { get; init; }
}

/// <summary>A typed rule（规则、参数）.</summary>
/// <param name="Kind">规则.</param>
/// <param name="Target">达标比例 (percent), 计数 (count), 扣分 (points each), 清单 (most items).</param>
/// <param name="Tiers">分档 only, highest first.</param>
public sealed record Rule(RuleKind Kind, decimal? Target, ImmutableArray<Tier> Tiers)
{
    /// <summary>The 参数 cell as it is written in a catalogue.</summary>
    public string Text =>
        Kind switch
        {
            RuleKind.YesNo => "",
            RuleKind.Tiers => string.Join(';', Tiers.Select(t => $"{t.Word ?? Plain(t.Threshold)}:{Plain(t.Points)}")),
            _ => Target is { } target ? Plain(target) : "",
        };

    private static string Plain(decimal? value) =>
        (value ?? 0m).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A step of 分档: a threshold（numeric）or a word（such as 省级及以上）and its points.</summary>
/// <param name="Threshold">Lowest value that earns the points; null for a word.</param>
/// <param name="Word">The word, for tiers named by words.</param>
/// <param name="Points">0–100.</param>
public sealed record Tier(decimal? Threshold, string? Word, decimal Points);

/// <summary>Target（目标）: replaces the catalogue's for a union or a rank group.</summary>
/// <param name="Scope">组织编码 or group name.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="Value">目标值.</param>
/// <param name="Document">文号.</param>
public sealed record Target(string Scope, string Indicator, decimal Value, string? Document);

/// <summary>Observation（指标值）: what one union reported for one indicator.</summary>
public sealed record Observation
{
    /// <summary>组织编码.</summary>
    public required string Organisation { get; init; }

    /// <summary>指标编码.</summary>
    public required string Indicator { get; init; }

    /// <summary>状态.</summary>
    public required ObservationState State { get; init; }

    /// <summary>分子.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>分母, never 0 when reported.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>数值: a count, or a percent when no 分子/分母 was given; 1 or 0 for 是 or 否.</summary>
    public decimal? Value { get; init; }

    /// <summary>The word of a 分档 named by words.</summary>
    public string? Word { get; init; }

    /// <summary>约数.</summary>
    public bool Approximate { get; init; }

    /// <summary>上报日期.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>备注 (internal; never published).</summary>
    public string? Remark { get; init; }
}

/// <summary>The exporting system's own results（指数）, for reconciliation.</summary>
/// <param name="Organisation">组织编码.</param>
/// <param name="Indexes">Five results in index order; null where empty.</param>
/// <param name="Total">总指数.</param>
public sealed record ReportedIndexes(string Organisation, ImmutableArray<decimal?> Indexes, decimal? Total);

/// <summary>Task（任务）with its flow（任务流转）in order.</summary>
public sealed record WorkTask
{
    /// <summary>任务编码.</summary>
    public required string Code { get; init; }

    /// <summary>任务名称.</summary>
    public required string Name { get; init; }

    /// <summary>指标编码.</summary>
    public string? Indicator { get; init; }

    /// <summary>来源.</summary>
    public string Origin { get; init; } = "";

    /// <summary>下达单位.</summary>
    public required string Issuer { get; init; }

    /// <summary>下达日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求完成日期.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>优先级.</summary>
    public string Priority { get; init; } = "";

    /// <summary>当前步骤.</summary>
    public TaskStepKind? CurrentStep { get; init; }

    /// <summary>状态.</summary>
    public string Status { get; init; } = "";

    /// <summary>任务流转, by 序号.</summary>
    public ImmutableArray<TaskStep> Steps { get; init; } = [];
}

/// <summary>A step in a task's flow（任务流转）.</summary>
/// <param name="Ordinal">序号.</param>
/// <param name="Kind">步骤.</param>
/// <param name="Unit">办理单位.</param>
/// <param name="On">日期.</param>
/// <param name="Result">结果.</param>
/// <param name="Appraisal">评价等次.</param>
/// <param name="Opinion">意见 (internal).</param>
public sealed record TaskStep(
    int Ordinal,
    TaskStepKind Kind,
    string Unit,
    DateOnly On,
    string Result,
    string? Appraisal,
    string? Opinion
);

/// <summary>Guidance（指导）; named only in internal documents.</summary>
public sealed record Guidance
{
    /// <summary>指导编码.</summary>
    public required string Code { get; init; }

    /// <summary>对象组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>类型.</summary>
    public required GuidanceRung Rung { get; init; }

    /// <summary>关联任务.</summary>
    public string? Task { get; init; }

    /// <summary>事由 (internal).</summary>
    public required string Matter { get; init; }

    /// <summary>发出日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求整改日期.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>整改完成日期.</summary>
    public DateOnly? MendedOn { get; init; }

    /// <summary>结果.</summary>
    public string Result { get; init; } = "";

    /// <summary>备注 (internal).</summary>
    public string? Remark { get; init; }
}

/// <summary>Need（需求）: 需求上报 → 分析研判 → 政策调整.</summary>
public sealed record Need
{
    /// <summary>需求编码.</summary>
    public required string Code { get; init; }

    /// <summary>上报组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>上报日期.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>类别.</summary>
    public required string Category { get; init; }

    /// <summary>内容摘要.</summary>
    public required string Summary { get; init; }

    /// <summary>研判日期.</summary>
    public DateOnly? AnalysedOn { get; init; }

    /// <summary>研判结论.</summary>
    public string? Conclusion { get; init; }

    /// <summary>办理单位.</summary>
    public string? Handler { get; init; }

    /// <summary>答复日期.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>政策调整.</summary>
    public bool PolicyChanged { get; init; }

    /// <summary>调整内容.</summary>
    public string? PolicyChange { get; init; }

    /// <summary>文号.</summary>
    public string? Document { get; init; }
}

/// <summary>Commendation（表彰）; only what an award document published.</summary>
public sealed record Commendation
{
    /// <summary>表彰编码.</summary>
    public required string Code { get; init; }

    /// <summary>类别.</summary>
    public required CommendationKind Kind { get; init; }

    /// <summary>对象名称, already masked by the privacy rules where publication is not allowed.</summary>
    public required string Recipient { get; init; }

    /// <summary>所在组织.</summary>
    public string? Organisation { get; init; }

    /// <summary>荣誉名称.</summary>
    public required string Honour { get; init; }

    /// <summary>级别.</summary>
    public required HonourLevel Level { get; init; }

    /// <summary>授予单位.</summary>
    public required string Grantor { get; init; }

    /// <summary>文号.</summary>
    public string? Document { get; init; }

    /// <summary>授予日期.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>状态.</summary>
    public CommendationStatus Status { get; init; } = CommendationStatus.Granted;

    /// <summary>公开依据.</summary>
    public string Basis { get; init; } = "";
}

/// <summary>Activity（活动）.</summary>
public sealed record Activity
{
    /// <summary>活动编码.</summary>
    public required string Code { get; init; }

    /// <summary>活动名称.</summary>
    public required string Name { get; init; }

    /// <summary>类型（劳模助企、大讲堂、培训、家访、疗休养、文体、慰问、会议 …）.</summary>
    public required string Kind { get; init; }

    /// <summary>专项, such as 五提升·关爱服务.</summary>
    public string? Programme { get; init; }

    /// <summary>主办组织.</summary>
    public required string Organiser { get; init; }

    /// <summary>协办.</summary>
    public string? CoOrganiser { get; init; }

    /// <summary>开始日期.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>结束日期.</summary>
    public required DateOnly End { get; init; }

    /// <summary>地点.</summary>
    public string? Place { get; init; }

    /// <summary>参与人数.</summary>
    public int? Headcount { get; init; }

    /// <summary>约数.</summary>
    public bool Approximate { get; init; }

    /// <summary>人次或人数.</summary>
    public HeadcountKind HeadcountKind { get; init; }

    /// <summary>场次.</summary>
    public int Sessions { get; init; } = 1;

    /// <summary>经费(元).</summary>
    public decimal? Funds { get; init; }

    /// <summary>摘要.</summary>
    public string? Summary { get; init; }
}

/// <summary>Mentor pairing（结对）; names already masked unless consent was given.</summary>
public sealed record Pairing
{
    /// <summary>结对编码.</summary>
    public required string Code { get; init; }

    /// <summary>师傅.</summary>
    public required string Mentor { get; init; }

    /// <summary>徒弟.</summary>
    public required string Apprentice { get; init; }

    /// <summary>组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>技能方向.</summary>
    public string Skill { get; init; } = "";

    /// <summary>开始日期.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>结束日期.</summary>
    public DateOnly? End { get; init; }

    /// <summary>目标.</summary>
    public string? Goal { get; init; }

    /// <summary>完成.</summary>
    public bool Completed { get; init; }
}

/// <summary>Home visits of a union（家访汇总）, aggregate only.</summary>
/// <param name="Organisation">组织.</param>
/// <param name="Due">应访人数.</param>
/// <param name="Made">实访人数.</param>
/// <param name="Priority">重点对象数.</param>
/// <param name="Problems">反映问题数.</param>
/// <param name="Solved">已解决数.</param>
/// <param name="AccidentChange">事故同比(%).</param>
public sealed record HomeVisits(
    string Organisation,
    int Due,
    int Made,
    int? Priority,
    int? Problems,
    int? Solved,
    decimal? AccidentChange
);

/// <summary>Correction（更正）to an earlier edition.</summary>
/// <param name="Period">期间 that is corrected.</param>
/// <param name="Organisation">组织.</param>
/// <param name="Indicator">指标.</param>
/// <param name="Before">原值.</param>
/// <param name="After">新值.</param>
/// <param name="On">日期.</param>
/// <param name="Reason">说明.</param>
public sealed record Correction(
    Period Period,
    string Organisation,
    string? Indicator,
    string Before,
    string After,
    DateOnly On,
    string Reason
);

/// <summary>Case summary（案例）of input/cases.</summary>
public sealed record CaseStory
{
    /// <summary>File name without .md; ASCII, path-safe, unique: the address.</summary>
    public required string Slug { get; init; }

    /// <summary>标题.</summary>
    public required string Title { get; init; }

    /// <summary>类别.</summary>
    public required string Kind { get; init; }

    /// <summary>日期, as precise as it was given (a year, a month or a day).</summary>
    public required string DateText { get; init; }

    /// <summary>日期 for sorting: the last day of what was given.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>组织: a code of the data, or a free name.</summary>
    public required string Organisation { get; init; }

    /// <summary>地区: true for 外地.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>来源.</summary>
    public required string Source { get; init; }

    /// <summary>摘要.</summary>
    public required string Summary { get; init; }

    /// <summary>数字.</summary>
    public ImmutableArray<CaseFigure> Figures { get; init; } = [];

    /// <summary>关联活动.</summary>
    public string? Activity { get; init; }

    /// <summary>指标: codes of the indicators for which this is a best practice.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];

    /// <summary>图片.</summary>
    public CaseImage? Image { get; init; }

    /// <summary>Markdown body, raw HTML not allowed.</summary>
    public required string Body { get; init; }
}

/// <summary>A figure of a case（数字）.</summary>
/// <param name="Label">What was counted.</param>
/// <param name="Value">As written, such as 80 or 30.5.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Approximate">约数: printed 80余人.</param>
/// <param name="Forecast">预计: never shown as an outcome.</param>
public sealed record CaseFigure(string Label, string Value, string Unit, bool Approximate, bool Forecast);

/// <summary>An image of a case（图片）.</summary>
/// <param name="Path">Path below input/.</param>
/// <param name="Alt">替代文字.</param>
/// <param name="Consent">同意公开; without it the image is not published.</param>
public sealed record CaseImage(string Path, string Alt, bool Consent);

/// <summary>A page people wrote（input/pages, input/docs）.</summary>
/// <param name="Slug">Address below / or /docs/, such as docs/manual.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序 in navigation.</param>
/// <param name="Body">Markdown.</param>
public sealed record WrittenPage(string Slug, string Title, int Order, string Body);
