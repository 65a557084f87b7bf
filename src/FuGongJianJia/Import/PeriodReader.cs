using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>Reads the tables of one period in the order in which they refer to each other（读一期）.</summary>
internal sealed class PeriodReader(PeriodTables tables, Settings settings)
{
    /// <summary>Period.</summary>
    public Period Period => tables.Period;

    /// <summary>The tables of the folder.</summary>
    public PeriodTables Tables => tables;

    /// <summary>True when the folder has a 指标 of its own.</summary>
    public bool HasCatalogue => tables.Has(IndicatorSchema.Table);

    /// <summary>False when 组织 could not be read at all.</summary>
    public bool HasOrganisations { get; private set; }

    /// <summary>The indicators; shared by <see cref="CatalogueInheritance"/> where the folder has none.</summary>
    public IndicatorIndex Indicators { get; private set; } = IndicatorIndex.None;

    /// <summary>Reads the folder's own 指标.</summary>
    public void ReadCatalogue() => Indicators = IndicatorBinder.Read(tables);

    /// <summary>Takes the catalogue of another period, and says so.</summary>
    public void Inherit(PeriodReader from)
    {
        Indicators = from.Indicators;
        tables.Bag.Add(CatalogueCodes.Inherited, tables.Folder, $"没有指标表，沿用 {from.Period} 的指标表。");
    }

    /// <summary>Says that no catalogue serves this period.</summary>
    public void ReportMissingCatalogue() =>
        tables.Bag.Add(
            FileCodes.MissingTable,
            tables.Folder,
            $"{Period.Title}缺少“指标”，同年和更早的期间也没有。请把 指标.csv 放进 data/{Period}/。"
        );

    /// <summary>Reads every other table.</summary>
    /// <param name="earlier">The periods before, earliest first.</param>
    public PeriodData Read(IReadOnlyList<PeriodData> earlier)
    {
        CheckPresence();
        var organisations = OrganisationBinder.Read(tables);
        HasOrganisations = organisations.IsComplete;
        var input = new PeriodInput(tables, organisations, Indicators, settings, earlier);
        var data = new PeriodData
        {
            Period = Period,
            Organisations = [],
            Catalogue = [],
            Observations = [],
        };
        return TableRegistry.Rooms.Aggregate(data, (sofar, room) => room.Read(input, sofar));
    }

    private void CheckPresence()
    {
        foreach (var table in TableRegistry.All.Where(t => t.IsRequired && !tables.Has(t)))
        {
            // 指标 may stand in another period's folder.
            if (table != IndicatorSchema.Table)
            {
                tables.Bag.Add(
                    FileCodes.MissingTable,
                    tables.Folder,
                    $"{Period.Title}缺少“{table.Name}”。请把 {table.Name}.csv 或含有“{table.Name}”工作表的 .xlsx "
                        + $"放进 data/{Period}/。"
                );
            }
        }

        var absent = TableRegistry
            .All.Where(t => t is { IsRequired: false, IsAsked: true } && !tables.Has(t))
            .Select(t => t.Name)
            .ToList();
        if (absent.Count > 0)
        {
            tables.Bag.Add(
                FileCodes.AbsentTables,
                tables.Folder,
                $"没有提供可选的表：{string.Join('、', absent)}。相应的栏目不生成。"
            );
        }
    }
}
