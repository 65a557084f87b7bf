using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Tables.TownTiles;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

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

    /// <summary>镇街方格.</summary>
    public ImmutableArray<TilePlace> TownTiles { get; init; } = [];

    /// <summary>家访汇总.</summary>
    public ImmutableArray<HomeVisits> HomeVisits { get; init; } = [];

    /// <summary>更正: corrections published with this period.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];
}
