using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>A task in the hands of one executor（办理事项）: a line of the ledger of tasks.</summary>
public sealed record TaskMatter
{
    /// <summary>任务编码.</summary>
    public required string Task { get; init; }

    /// <summary>任务名称.</summary>
    public required string Name { get; init; }

    /// <summary>下达单位.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its name.</summary>
    public required string IssuerName { get; init; }

    /// <summary>下达日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求完成日期.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>办理单位; the issuer where it has named nobody.</summary>
    public required string Unit { get; init; }

    /// <summary>Its name.</summary>
    public required string UnitName { get; init; }

    /// <summary>首次反馈; null when there is none.</summary>
    public DateOnly? FirstReportOn { get; init; }

    /// <summary>通过的反馈; null when none was accepted.</summary>
    public DateOnly? AcceptedReportOn { get; init; }

    /// <summary>Where it stands.</summary>
    public required ExecutorState State { get; init; }

    /// <summary>Who must act next（在谁手里）; null when nobody.</summary>
    public string? Holder => State.Holder(Issuer, Unit);

    /// <summary>Name of who must act next; empty when nobody.</summary>
    public string HolderName =>
        Holder is not { } holder ? ""
        : holder == Issuer ? IssuerName
        : UnitName;

    /// <summary>
    /// Code of the holder's town, the district's for those right below it; of the executor when nobody holds it.
    /// </summary>
    public required string Town { get; init; }

    /// <summary>Code of the executor's town, the district's for those right below it.</summary>
    public string UnitTown { get; init; } = "";

    /// <summary>指标编码 of the task; null when it has none.</summary>
    public string? Indicator { get; init; }

    /// <summary>
    /// Days from the data date to the due date（还差几天）: negative once it has passed.
    /// </summary>
    public int DaysLeft { get; init; }

    /// <summary>The highest rung of guidance that the executor got for it（已发指导）; null when none.</summary>
    public GuidanceRung? Rung { get; init; }
}
