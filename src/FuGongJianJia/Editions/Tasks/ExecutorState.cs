namespace FuGongJianJia.Editions.Tasks;

/// <summary>Where an executor stands with a task（办理状态）.</summary>
public enum ExecutorStage
{
    /// <summary>待领办: distributed or issued, and nobody has taken it on.</summary>
    AwaitingUptake,

    /// <summary>待反馈: taken on, not reported back.</summary>
    AwaitingReport,

    /// <summary>待评价: reported back, and the issuer has not appraised it.</summary>
    AwaitingAppraisal,

    /// <summary>退回重办: appraised, failed, and not reported again.</summary>
    Returned,

    /// <summary>办结: the last appraisal passed.</summary>
    Settled,

    /// <summary>退出: withdrawn before it passed.</summary>
    Withdrawn,
}

/// <summary>State of one executor of a task at the data date（一个单位的办理状态）.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Days">
/// Days since the matter lies where it lies: 待领办 from 下达, 待反馈 from the due date (0 until it has passed), 待评价 from the
/// report, 退回重办 from the appraisal; 0 for what is settled.
/// </param>
/// <param name="IsOverdue">
/// True for 待领办 and 待反馈 past the due date（逾期）. What waits for an appraisal was not late for that.
/// </param>
public readonly record struct ExecutorState(ExecutorStage Stage, int Days, bool IsOverdue)
{
    /// <summary>True while somebody has to act.</summary>
    public bool IsOpen => Stage is not (ExecutorStage.Settled or ExecutorStage.Withdrawn);

    /// <summary>
    /// True when who holds it is to be reminded: it is overdue, was sent back, or waits for the issuer.
    /// </summary>
    public bool IsPending => IsOverdue || Stage is ExecutorStage.Returned or ExecutorStage.AwaitingAppraisal;

    /// <summary>
    /// Who must act next（在谁手里）: the issuer while it waits for an appraisal, else the executor; null when nobody.
    /// </summary>
    /// <param name="issuer">下达单位.</param>
    /// <param name="executor">办理单位.</param>
    public string? Holder(string issuer, string executor) =>
        !IsOpen ? null
        : Stage == ExecutorStage.AwaitingAppraisal ? issuer
        : executor;
}
