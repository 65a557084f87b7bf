using System.Collections.Immutable;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>One period of the office's edition（一期内部版）: with names on the ladder, overdue tasks, missing data.</summary>
public sealed record OfficePeriod : PeriodEdition
{
    /// <summary>
    /// Units that are not public（不公开的单位）, by code: nothing shows them but the papers that go to themselves.
    /// </summary>
    public ImmutableArray<UnionResult> NotPublic { get; init; } = [];

    /// <summary>Result of any unit of the period, public or not; null when it has none.</summary>
    public UnionResult? ResultOf(string code) =>
        Find(code) ?? NotPublic.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.Ordinal));

    /// <summary>Guidance by name, gravest rung first, then date and code.</summary>
    public ImmutableArray<NamedGuidance> Named { get; init; } = [];

    /// <summary>Tasks executor by executor, with who holds each（任务台账）, by code of the task, then of the unit.</summary>
    public ImmutableArray<TaskMatter> Matters { get; init; } = [];

    /// <summary>The tasks with every step by name（任务全程）, by code.</summary>
    public ImmutableArray<OfficeTask> Ledger { get; init; } = [];

    /// <summary>Needs with who holds each（需求台账）: open ones first, longest first, then by code.</summary>
    public ImmutableArray<NeedMatter> NeedMatters { get; init; } = [];

    /// <summary>What the export holds beyond what pages show（内部台账）.</summary>
    public Registers Registers { get; init; } = Registers.None;

    /// <summary>
    /// What is not settled（没有办结的）: what somebody is to be reminded of first, the longest first, then what is due first.
    /// </summary>
    public ImmutableArray<TaskMatter> OpenMatters =>
        [
            .. Matters
                .Where(m => m.State.IsOpen)
                .OrderByDescending(m => m.State.IsPending)
                .ThenByDescending(m => m.State.Days)
                .ThenBy(m => m.DaysLeft)
                .ThenBy(m => m.Task, StringComparer.Ordinal)
                .ThenBy(m => m.Unit, StringComparer.Ordinal),
        ];

    /// <summary>Who holds something that is not settled, with what（在谁手里）.</summary>
    public ImmutableArray<TaskHolder> Holders => TaskHolder.Of(Matters);

    /// <summary>What somebody is to be reminded of（逾期与待办）: overdue, sent back, or waiting for the issuer.</summary>
    public IEnumerable<TaskMatter> Pending => Matters.Where(m => m.State.IsPending);

    /// <summary>Missing values: organisation, indicator codes.</summary>
    public ImmutableArray<MissingValues> Missing { get; init; } = [];

    /// <summary>Places that contradict each other（勾稽不符）, by relation, then unit.</summary>
    public ImmutableArray<Discrepancy> Discrepancies { get; init; } = [];

    /// <summary>What the unions reported of events and other things that should be none（基层扣分项汇总）, by code.</summary>
    public ImmutableArray<UnionTally> Tallies { get; init; } = [];

    /// <summary>Results of grass-roots unions that stand and are not public（不公开的基层工会）, by code.</summary>
    public ImmutableArray<UnionResult> Unlisted { get; init; } = [];

    /// <summary>Every grass-roots union that stands, public or not.</summary>
    public IEnumerable<UnionResult> EveryUnion => PopulationOf(Level.Grassroots).Members.Concat(Unlisted);

    /// <summary>
    /// Who may be proposed for commendation and who not（评先资格审查）; null where catalogue and settings ask for nothing.
    /// </summary>
    public ScreeningTable? Screening { get; init; }
}

/// <summary>Guidance by name（具名指导）.</summary>
public sealed record NamedGuidance
{
    /// <summary>指导编码.</summary>
    public required string Code { get; init; }

    /// <summary>类型.</summary>
    public required GuidanceRung Rung { get; init; }

    /// <summary>对象组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its name.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>Code of its town, its own when it is one.</summary>
    public required string Town { get; init; }

    /// <summary>关联任务.</summary>
    public string? Task { get; init; }

    /// <summary>指标编码: what it is about where no task says so.</summary>
    public string? Indicator { get; init; }

    /// <summary>事由.</summary>
    public required string Matter { get; init; }

    /// <summary>发出日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求整改日期.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>整改完成日期.</summary>
    public DateOnly? RectifiedOn { get; init; }

    /// <summary>结果.</summary>
    public string Result { get; init; } = "";

    /// <summary>文号 of the letter; empty when the export gives none.</summary>
    public string Document { get; init; } = "";

    /// <summary>备注; empty when there is none.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>Missing values of a unit（缺报）.</summary>
/// <param name="Unit">组织编码.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Town">Code of its town.</param>
/// <param name="Indicators">指标编码, in order.</param>
public sealed record MissingValues(string Unit, string UnitName, string Town, ImmutableArray<string> Indicators)
{
    /// <summary>What the unit wrote beside them（备注）, in order, each once.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}
