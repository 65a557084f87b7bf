using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads the tables of one period in the order in which they refer to each other（读一期）.</summary>
internal sealed class PeriodReader(
    Period period,
    Dictionary<string, TableSource> sources,
    Model.Settings settings,
    DiagnosticBag bag,
    CancellationToken cancellation
)
{
    private readonly PeriodContext _context = new(period, sources, bag, cancellation) { Settings = settings };

    /// <summary>Period.</summary>
    public Period Period => period;

    /// <summary>Organisations, once read.</summary>
    public OrganisationIndex Organisations => _context.Organisations;

    /// <summary>True when the folder has a 指标 of its own.</summary>
    public bool HasCatalogue => sources.ContainsKey(IndicatorTable.Spec.Name);

    /// <summary>The catalogue; shared by <see cref="Catalogues"/> where the folder has none.</summary>
    public ImmutableArray<Indicator>? Catalogue { get; private set; }

    /// <summary>Codes and names of catalogue rows that had errors, as header keys.</summary>
    private ImmutableArray<string> BrokenIndicators { get; set; } = [];

    /// <summary>The file of a table.</summary>
    public SourcePlace PlaceOf(TableSpec table) => _context.PlaceOf(table);

    /// <summary>Reads the folder's own 指标.</summary>
    public void ReadCatalogue()
    {
        if (IndicatorBinder.Read(_context) is var (rows, broken))
        {
            (Catalogue, BrokenIndicators) = (rows, broken);
        }
    }

    /// <summary>Takes the catalogue of another period, and says so.</summary>
    public void Inherit(PeriodReader from)
    {
        (Catalogue, BrokenIndicators) = (from.Catalogue, from.BrokenIndicators);
        bag.Add(CatalogueCodes.Inherited, new($"data/{period}"), $"没有指标表，沿用 {from.Period} 的指标表。");
    }

    /// <summary>Says that no catalogue serves this period.</summary>
    public void ReportMissingCatalogue() =>
        bag.Add(
            FileCodes.MissingTable,
            new($"data/{period}"),
            $"{period.Title}缺少“指标”，同年和更早的期间也没有。请把 指标.csv 放进 data/{period}/。"
        );

    /// <summary>Reads every other table.</summary>
    public PeriodData Read(IReadOnlyList<PeriodData> earlier)
    {
        CheckPresence();
        var organisations = OrganisationBinder.Read(_context);
        _context.Indicators = new(Catalogue ?? [], BrokenIndicators, Catalogue is not null);
        var observations = ValueBinder.Read(_context);
        var targets = TargetBinder.Read(_context);
        var reported = IndexBinder.Read(_context);
        var tasks = TaskBinder.Read(_context);
        var byCode = tasks.ToDictionary(t => t.Code, StringComparer.Ordinal);
        return new()
        {
            Period = period,
            Organisations = organisations,
            Catalogue = Catalogue ?? [],
            Observations = observations,
            Targets = targets,
            ReportedIndexes = reported,
            Tasks = tasks,
            Guidance = GuidanceBinder.Read(
                _context,
                byCode,
                _context.Has(TaskTable.Spec),
                earlier.SelectMany(p => p.Guidance)
            ),
            Needs = NeedBinder.Read(_context),
            Commendations = CommendationBinder.Read(_context),
            Activities = ActivityBinder.Read(_context),
            Pairings = PairingBinder.Read(_context),
            HomeVisits = HomeVisitBinder.Read(_context),
            Corrections = CorrectionBinder.Read(
                _context,
                text => earlier.SelectMany(p => p.Organisations).FirstOrDefault(o => o.Code == text || o.Name == text)
            ),
        };
    }

    private void CheckPresence()
    {
        foreach (
            var table in TableRegistry.All.Where(t => t.IsRequired && !_context.Has(t) && t != IndicatorTable.Spec)
        )
        {
            bag.Add(
                FileCodes.MissingTable,
                new($"data/{period}"),
                $"{period.Title}缺少“{table.Name}”。请把 {table.Name}.csv 或含有“{table.Name}”工作表的 .xlsx 放进 data/{period}/。"
            );
        }

        var absent = TableRegistry.All.Where(t => !t.IsRequired && !_context.Has(t)).Select(t => t.Name).ToList();
        if (absent.Count > 0)
        {
            bag.Add(
                FileCodes.AbsentTables,
                new($"data/{period}"),
                $"没有提供可选的表：{string.Join('、', absent)}。相应的栏目不生成。"
            );
        }
    }
}
