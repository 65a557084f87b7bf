using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Catalogue;

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

    /// <summary>期别.</summary>
    public Timing Timing { get; init; } = Timing.PointInTime;

    /// <summary>公开方式, for units of the levels of this row.</summary>
    public Publicity Publicity { get; init; }

    /// <summary>性质.</summary>
    public IndicatorNature Nature { get; init; }

    /// <summary>措施: what is to be done where it falls short; empty when the catalogue names none.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>责任单位: whose task that is; empty when the catalogue names none.</summary>
    public string Owner { get; init; } = "";

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
