using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Rows;
using FuGongJianJia.Import.Handouts;
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
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Demo;

/// <summary>
/// Makes the demo（演示数据）: a fictional 示例区 with 24 towns and as many grass-roots unions as asked for, every table of
/// every period. Pure and repeatable: options in, files out, the same bytes on every machine. Nothing in it is real.
/// </summary>
public static class DemoGenerator
{
    /// <summary>
    /// Files in the order of their paths' periods; each writes itself when asked, so memory holds the unions and never
    /// the tables.
    /// </summary>
    /// <param name="options">What to make.</param>
    /// <exception cref="ArgumentException">No period, or too few or too many towns or unions.</exception>
    public static IEnumerable<DemoFile> Generate(DemoOptions options)
    {
        var (world, periods) = WorldOf(options);
        return Files(options, world, periods);
    }

    /// <summary>
    /// Who gets what of the newest period（分发表）: input/分发.csv, over the same towns and unions; the same options are
    /// right and wrong as for <see cref="Generate"/>.
    /// </summary>
    /// <param name="options">What is made.</param>
    public static DemoFile Recipients(DemoOptions options) =>
        new(
            HandoutReader.Path,
            stream =>
            {
                var (world, periods) = WorldOf(options);
                Write(stream, HandoutRows.Of(world, periods[^1]));
            }
        );

    /// <summary>A small input/site.yml that says 演示数据, for a demo in a new folder.</summary>
    public static DemoFile Settings() =>
        new(
            "input/site.yml",
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true)
                {
                    NewLine = "\n",
                };
                writer.WriteLine("标题: 富工建家年鉴");
                writer.WriteLine($"地区: {DemoNames.District}");
                writer.WriteLine($"主办单位: {DemoNames.DistrictUnion}");
                writer.WriteLine("演示数据: 是");
            }
        );

    /// <summary>The default catalogue（默认指标目录）of 23 indicators, for a district that begins with it.</summary>
    /// <param name="period">The period whose folder it is for.</param>
    public static DemoFile Catalogue(Period period) =>
        Table(period, IndicatorSchema.Table, CatalogueRows.Fresh(period.Year));

    private static (DemoWorld World, ImmutableArray<Period> Periods) WorldOf(DemoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (
            options.Periods.IsDefaultOrEmpty
            || options.Unions is < 24 or > 1_000_000
            || options.Towns is < 3 or > DemoOptions.MostTowns
        )
        {
            throw new ArgumentException(
                "Demo data need at least one period, 3 to 24 towns and 24 to 1,000,000 unions.",
                nameof(options)
            );
        }

        ImmutableArray<Period> periods = [.. options.Periods.Distinct().Order()];
        return (new DemoWorld(options.Seed, options.Towns, options.Unions, periods[0].Year), periods);
    }

    private static IEnumerable<DemoFile> Files(DemoOptions options, DemoWorld world, ImmutableArray<Period> periods)
    {
        var newest = periods[^1];
        var fitsMemory = options.Unions <= DemoOptions.MostUnionsAtOnce;
        var catalogueAt = (Period?)null;
        foreach (var period in periods)
        {
            var own = period.Kind == PeriodKind.Year;
            var files = new List<DemoFile>();

            // A part of a year takes its year's catalogue; where the demo has no such year, the first part brings it.
            if (own || (!periods.Contains(Period.OfYear(period.Year)) && catalogueAt?.Year != period.Year))
            {
                catalogueAt = period;
                files.Add(Table(period, IndicatorSchema.Table, CatalogueRows.Of(period.Year, world.BaseYear)));
            }

            if (period == options.WorkbookPeriod && fitsMemory)
            {
                files.Add(Workbook(world, period));
            }
            else
            {
                files.AddRange(Tables(options, world, period, isFirst: period == periods[0]));
            }

            if (period == newest && periods.Contains(Period.OfYear(newest.Year - 1)))
            {
                files.Add(Table(period, CorrectionSchema.Table, CorrectionRows.Of(world, period)));
            }

            if (period == options.IndexPeriod && fitsMemory)
            {
                ImmutableArray<DemoFile> others = [.. files, Settings()];
                var sources = others.Select(f => f.ToSourceFile()).Where(f => !f.Content.IsEmpty);
                files.Add(Table(period, IndexSchema.Table, IndexRows.Of(period, sources)));
            }

            foreach (var file in files)
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<DemoFile> Tables(DemoOptions options, DemoWorld world, Period period, bool isFirst)
    {
        yield return Table(period, OrganisationSchema.Table, OrganisationRows.Of(world, period));
        yield return Table(
            period,
            ObservationSchema.Table,
            period == options.WidePeriod ? WideValueRows.Of(world, period) : ValueRows.Of(world, period)
        );
        yield return Table(period, TargetSchema.Table, TargetRows.Of(world, period));
        yield return Table(period, TaskSchema.Table, TaskRows.Of(world, period));
        yield return Table(period, TaskStepSchema.Table, TaskStepRows.Of(world, period));
        yield return Table(period, GuidanceSchema.Table, GuidanceRows.Of(world, period));
        yield return Table(period, NeedSchema.Table, NeedRows.Of(world, period));
        yield return Table(period, CommendationSchema.Table, CommendationRows.Of(world, period));

        // The first year's activities come from an older program, which knew no Unicode.
        var activities = Table(period, ActivitySchema.Table, ActivityRows.Of(world, period));
        yield return isFirst ? InGb18030(activities) : activities;
        yield return Table(period, PairingSchema.Table, PairingRows.Of(world, period));
        yield return Table(period, TownTileSchema.Table, TownTileRows.Of(world, period));
        yield return Table(period, HomeVisitSchema.Table, HomeVisitRows.Of(world, period));
    }

    // A month has few tables, on the sheets of one workbook.
    private static DemoFile Workbook(DemoWorld world, Period period)
    {
        var note = $"填报单位：{DemoNames.DistrictUnion}";
        return new(
            $"data/{period}/{DemoNames.District}工会{period.Title}月报.xlsx",
            stream =>
                DemoWorkbook.Write(
                    stream,
                    [
                        Sheet(OrganisationSchema.Table, OrganisationRows.Of(world, period)),
                        Sheet(ObservationSchema.Table, WideValueRows.Of(world, period)),
                        Sheet(TaskSchema.Table, TaskRows.Of(world, period)),
                        Sheet(TaskStepSchema.Table, TaskStepRows.Of(world, period)),
                    ]
                )
        );

        DemoSheet Sheet(TableSpec table, IEnumerable<DemoCell[]> rows) =>
            new(table.Name, $"{DemoNames.District}工会{period.Title}{table.Name}表", note, [.. rows]);
    }

    private static DemoFile InGb18030(DemoFile file) =>
        file with
        {
            WriteTo = stream =>
            {
                var text = new UTF8Encoding(false).GetString(file.ToSourceFile().Content.Span).TrimStart('\uFEFF');
                stream.Write(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text));
            },
        };

    private static DemoFile Table(Period period, TableSpec table, IEnumerable<DemoCell[]> rows) =>
        new($"data/{period}/{table.Name}.csv", stream => Write(stream, rows));

    // The first row gives the header: a table without rows writes nothing.
    private static void Write(Stream stream, IEnumerable<DemoCell[]> rows)
    {
        if (rows.FirstOrDefault() is not { } first)
        {
            return;
        }

        SpreadsheetCsv.Write(
            stream,
            first.Select(cell => cell.Column.Name),
            rows.Select(row =>
                row.Select(cell => cell.Column).SequenceEqual(first.Select(cell => cell.Column))
                    ? row.Select(cell => cell.Value)
                    : throw new InvalidOperationException("All rows of a table have the columns of its first.")
            )
        );
    }
}
