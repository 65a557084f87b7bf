using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.TownTiles;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 镇街方格.csv: the towns in rows of five, the first row shorter, as a district with a river bend might lie.
/// </summary>
internal static class TownTileRows
{
    private const int Columns = 5;

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        _ = period;
        // What does not fill a row is left out of the north-west corner.
        var gap = (Columns - (world.Towns.Length % Columns)) % Columns;
        var rows = (world.Towns.Length + gap) / Columns;
        return rows > TownTileSchema.Most
            ? []
            : world.Towns.Select(
                (town, n) =>
                    (DemoCell[])
                        [
                            new(TownTileSchema.Town, town.Code),
                            new(TownTileSchema.Row, 1 + ((n + gap) / Columns)),
                            new(TownTileSchema.Column, 1 + ((n + gap) % Columns)),
                        ]
            );
    }
}
