using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 目标.csv: targets that differ from the catalogue's. The parts of a year keep the year's targets, so that they compare.
/// </summary>
internal static class TargetRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var document = world.DocumentsOf(period.Year).Targets;
        (string Unit, string Indicator, int Value)[] targets =
        [
            (world.Unions[0].Code, "H01", 50),
            (world.Unions[0].Code, "W03", 35),
            (world.Towns[0].Code, "R03", 15),
            (world.Towns[(world.Towns.Length - 1) / 4].Code, "G01", 92),
            (world.Towns[^2].Code, "R03", 8),
        ];
        return targets.Select(t =>
            (DemoCell[])
                [
                    new(TargetSchema.Scope, t.Unit),
                    new(TargetSchema.Indicator, t.Indicator),
                    new(TargetSchema.Value, t.Value),
                    new(TargetSchema.Document, document),
                ]
        );
    }
}
