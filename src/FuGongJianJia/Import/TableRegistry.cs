using System.Collections.Immutable;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Tables.TownTiles;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import;

/// <summary>
/// Registry of tables（数据表总表）: reading, the data dictionary, the templates of <c>new</c> and the demo data all derive
/// from it. A table is a folder below Tables, a line here and a property of <see cref="PeriodData"/>.
/// </summary>
public static class TableRegistry
{
    /// <summary>Every room, in the order it is read and documented.</summary>
    internal static ImmutableArray<TableRoom> Rooms { get; } =
    [
        new(OrganisationSchema.Table, (from, data) => data with { Organisations = from.Organisations.All }),
        new(IndicatorSchema.Table, (from, data) => data with { Catalogue = from.Indicators.Catalogue }),
        new(
            TargetSchema.Table,
            (from, data) =>
                data with
                {
                    Targets = TargetBinder.Read(from.Tables, from.Organisations, from.Indicators, from.Settings),
                }
        ),
        new(
            ObservationSchema.Table,
            (from, data) =>
                data with
                {
                    Observations = ObservationBinder.Read(from.Tables, from.Organisations, from.Indicators),
                }
        ),
        new(
            IndexSchema.Table,
            (from, data) => data with { ReportedIndexes = IndexBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            [TaskSchema.Table, TaskStepSchema.Table],
            (from, data) => data with { Tasks = TaskBinder.Read(from.Tables, from.Organisations, from.Indicators) }
        ),
        new(
            GuidanceSchema.Table,
            (from, data) =>
                data with
                {
                    Guidance = GuidanceBinder.Read(
                        from.Tables,
                        from.Organisations,
                        from.Indicators,
                        data.Tasks,
                        from.Earlier.SelectMany(p => p.Guidance)
                    ),
                }
        ),
        new(NeedSchema.Table, (from, data) => data with { Needs = NeedBinder.Read(from.Tables, from.Organisations) }),
        new(
            CommendationSchema.Table,
            (from, data) => data with { Commendations = CommendationBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            ActivitySchema.Table,
            (from, data) => data with { Activities = ActivityBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            PairingSchema.Table,
            (from, data) => data with { Pairings = PairingBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            TownTileSchema.Table,
            (from, data) => data with { TownTiles = TownTileBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            HomeVisitSchema.Table,
            (from, data) => data with { HomeVisits = HomeVisitBinder.Read(from.Tables, from.Organisations) }
        ),
        new(
            CorrectionSchema.Table,
            (from, data) =>
                data with
                {
                    Corrections = CorrectionBinder.Read(
                        from.Tables,
                        from.Organisations,
                        from.Indicators,
                        from.Earlier.SelectMany(p => p.Organisations)
                    ),
                }
        ),
    ];

    /// <summary>Every table in the order it is documented.</summary>
    public static ImmutableArray<TableSpec> All { get; } = [.. Rooms.SelectMany(r => r.Tables)];

    /// <summary>
    /// The table a file or sheet name means: 指标值, 指标值表, 02_指标值, 指标值（2024）, 指标值-最终版. Null when it means none.
    /// </summary>
    public static TableSpec? Find(string name)
    {
        var key = ReadingFold.Of(name).Trim();
        if (All.FirstOrDefault(t => t.IsCalled(key)) is { } exact)
        {
            return exact;
        }

        // The parts around separators: exactly one of them must be a table, or the name says two things.
        var parts = key.Split(['_', '-', ' ', '.', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries);
        var found = All.Where(t => parts.Any(p => t.IsCalled(Trim(p)))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static string Trim(string part) =>
        part.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '年', '月', '季', '度', '第', '表');
}
