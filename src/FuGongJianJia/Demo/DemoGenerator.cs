using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>
/// Makes the demo（演示数据）: a fictional 示例区 with 24 towns and as many grass-roots unions as asked for, every table of
/// every period.
/// Pure and repeatable: options in, files out, the same bytes on every machine. Nothing in it is real.
/// </summary>
public static class DemoGenerator
{
    /// <summary>
    /// Files in the order of their paths' periods; each writes itself when asked, so memory holds the unions and never
    /// the tables.
    /// </summary>
    /// <param name="options">What to make.</param>
    /// <exception cref="ArgumentException">No period, or fewer than 24 or more than 1,000,000 unions.</exception>
    public static IEnumerable<DemoFile> Generate(DemoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Periods.IsDefaultOrEmpty || options.Unions is < 24 or > 1_000_000)
        {
            throw new ArgumentException(
                "Demo data need at least one period and 24 to 1,000,000 unions.",
                nameof(options)
            );
        }

        return Files(DemoWorld.Build(options), [.. options.Periods.Distinct().Order()]);
    }

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

    private static IEnumerable<DemoFile> Files(DemoWorld world, ImmutableArray<Period> periods)
    {
        var newest = periods[^1];
        var catalogueAt = (Period?)null;
        foreach (var period in periods)
        {
            var folder = $"data/{period}/";
            var own = period.Kind == PeriodKind.Year;

            // A part of a year takes its year's catalogue; where the demo has no such year, the first part brings it.
            if (own || (!periods.Contains(Period.OfYear(period.Year)) && catalogueAt?.Year != period.Year))
            {
                catalogueAt = period;
                yield return new(folder + "指标.csv", s => DefaultCatalogue.Write(s, period.Year, world.BaseYear));
            }

            yield return new(folder + "组织.csv", s => OrganisationTable.Write(s, world, period));
            yield return period == world.Options.WidePeriod
                ? new(folder + "指标值.csv", s => WideValueTable.Write(s, world, period))
                : new(folder + "指标值.csv", s => LongValueTable.Write(s, world, period));
            yield return new(folder + "目标.csv", s => TargetTable.Write(s, world, period));
            yield return new(folder + "任务.csv", s => TaskTables.WriteTasks(s, world, period));
            yield return new(folder + "任务流转.csv", s => TaskTables.WriteSteps(s, world, period));
            yield return new(folder + "指导.csv", s => GuidanceTable.Write(s, world, period));
            yield return new(folder + "需求.csv", s => NeedTable.Write(s, world, period));
            yield return new(folder + "表彰.csv", s => CommendationTable.Write(s, world, period));
            yield return new(folder + "活动.csv", s => ActivityTable.Write(s, world, period));
            yield return new(folder + "结对.csv", s => PairingTable.Write(s, world, period));
            yield return new(folder + "家访汇总.csv", s => VisitTable.Write(s, world, period));
            if (period == newest && periods.Contains(Period.OfYear(newest.Year - 1)))
            {
                yield return new(folder + "更正.csv", s => CorrectionTable.Write(s, world, period));
            }
        }
    }
}
