using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>Where a need stands（需求状态）.</summary>
public enum NeedStage
{
    /// <summary>待研判: reported, not analysed.</summary>
    AwaitingAnalysis,

    /// <summary>待答复: analysed, not answered.</summary>
    AwaitingAnswer,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已调整政策: answered by a change of policy.</summary>
    PolicyChanged,
}

/// <summary>A need as the office follows it（需求台账的一行）: where it is, whose turn it is, how many days.</summary>
public sealed record NeedMatter
{
    /// <summary>需求编码.</summary>
    public required string Code { get; init; }

    /// <summary>类别.</summary>
    public required string Category { get; init; }

    /// <summary>内容摘要.</summary>
    public required string Summary { get; init; }

    /// <summary>上报组织.</summary>
    public required string Unit { get; init; }

    /// <summary>Its name.</summary>
    public required string UnitName { get; init; }

    /// <summary>Code of its town, the district's for those right below it.</summary>
    public required string Town { get; init; }

    /// <summary>上报日期.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>研判日期.</summary>
    public DateOnly? AnalysedOn { get; init; }

    /// <summary>研判结论; empty when there is none.</summary>
    public string Conclusion { get; init; } = "";

    /// <summary>Name of the 办理单位; empty before it is named.</summary>
    public string HandlerName { get; init; } = "";

    /// <summary>答复日期.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>调整内容; empty when no policy was changed.</summary>
    public string PolicyChange { get; init; } = "";

    /// <summary>文号; empty when there is none.</summary>
    public string Document { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public required NeedStage Stage { get; init; }

    /// <summary>Code of who must act next（在谁手里）; null when nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>Name of who must act next; empty when nobody.</summary>
    public string HolderName { get; init; } = "";

    /// <summary>Days from 上报 to 答复, or to the data date while it is open.</summary>
    public required int Days { get; init; }

    /// <summary>Days that it has lain with who holds it; 0 when nobody does.</summary>
    public int HeldDays { get; init; }

    /// <summary>
    /// A policy of the period that may answer it today（已有政策）: of the same words, else of the same category; null
    /// when it is answered or there is none.
    /// </summary>
    public KnownPolicy? Known { get; init; }

    /// <summary>True while somebody has to act.</summary>
    public bool IsOpen => Stage is NeedStage.AwaitingAnalysis or NeedStage.AwaitingAnswer;

    /// <summary>待研判, 待答复, 已答复, 已调整政策.</summary>
    public string StageText =>
        Stage switch
        {
            NeedStage.AwaitingAnalysis => "待研判",
            NeedStage.AwaitingAnswer => "待答复",
            NeedStage.Answered => "已答复",
            _ => "已调整政策",
        };

    /// <summary>250天（在办248天）; of what is answered 23天.</summary>
    public string DaysText =>
        $"{Numerals.Count(Days)}天" + (IsOpen && HeldDays != Days ? $"（在办{Numerals.Count(HeldDays)}天）" : "");
}

/// <summary>A policy that is already there（已有政策）.</summary>
/// <param name="Text">调整内容.</param>
/// <param name="Document">文号; empty when there is none.</param>
/// <param name="On">Since when; null when not told.</param>
/// <param name="SameWords">True when the need that led to it has the same 内容摘要.</param>
public sealed record KnownPolicy(string Text, string Document, DateOnly? On, bool SameWords);
