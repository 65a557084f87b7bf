using System.Collections.Immutable;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>A room of the data contract（一类数据）: its tables, and how they become part of a period.</summary>
/// <param name="Tables">The tables it reads, in the order they are documented.</param>
/// <param name="Read">Puts what the tables hold into the period; rooms are read in the order of the registry.</param>
internal sealed record TableRoom(ImmutableArray<TableSpec> Tables, Func<PeriodInput, PeriodData, PeriodData> Read)
{
    /// <summary>A room of one table.</summary>
    public TableRoom(TableSpec table, Func<PeriodInput, PeriodData, PeriodData> read)
        : this([table], read) { }
}

/// <summary>What a room may read from（一期的输入）.</summary>
/// <param name="Tables">The tables of the period's folder.</param>
/// <param name="Organisations">The organisations, which nearly every table names.</param>
/// <param name="Indicators">The indicators, the period's own or inherited.</param>
/// <param name="Settings">Settings.</param>
/// <param name="Earlier">The periods before, earliest first.</param>
internal sealed record PeriodInput(
    PeriodTables Tables,
    OrganisationIndex Organisations,
    IndicatorIndex Indicators,
    Settings Settings,
    IReadOnlyList<PeriodData> Earlier
);
