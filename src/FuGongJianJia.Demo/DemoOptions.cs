using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>What to make（演示数据选项）.</summary>
public sealed record DemoOptions
{
    /// <summary>Unions up to which a period may stand in memory: for a workbook, and for 指数, which is scored.</summary>
    public const int MostUnionsAtOnce = 2000;

    /// <summary>Nine periods: three years, and of the last the quarters, a half and a month.</summary>
    public static ImmutableArray<Period> DefaultPeriods { get; } =
    [
        Period.OfYear(2022),
        Period.OfYear(2023),
        Period.OfQuarter(2024, 1),
        Period.OfQuarter(2024, 2),
        Period.Parse("2024H1"),
        Period.OfQuarter(2024, 3),
        Period.Parse("2024-11"),
        Period.OfQuarter(2024, 4),
        Period.OfYear(2024),
    ];

    /// <summary>As many towns as there are names for.</summary>
    public const int MostTowns = 24;

    /// <summary>Towns（镇街数）, 3–<see cref="MostTowns"/>.</summary>
    public int Towns { get; init; } = MostTowns;

    /// <summary>Grass-roots unions（基层工会数）, 24–1,000,000; a few more come and go over the years.</summary>
    public int Unions { get; init; } = 200;

    /// <summary>Seed（种子）: one seed, one set of bytes.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>Periods, in any order; at least one.</summary>
    public ImmutableArray<Period> Periods { get; init; } = DefaultPeriods;

    /// <summary>The period that gets 指标值 as a wide table, to show that form too; null for none.</summary>
    public Period? WidePeriod { get; init; } = Period.OfQuarter(2024, 2);

    /// <summary>The period whose tables are sheets of one workbook, where memory allows; null for none.</summary>
    public Period? WorkbookPeriod { get; init; } = Period.Parse("2024-11");

    /// <summary>The period that gets 指数, to be reconciled, where memory allows; null for none.</summary>
    public Period? IndexPeriod { get; init; } = Period.OfYear(2023);
}
