using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.TownTiles;

/// <summary>Reads 镇街方格.</summary>
internal static class TownTileBinder
{
    /// <summary>Places by town.</summary>
    public static ImmutableArray<TilePlace> Read(PeriodTables tables, OrganisationIndex organisations)
    {
        var taken = new Dictionary<(int Row, int Column), string>();
        return
        [
            .. tables
                .Records(TownTileSchema.Table, TownTileSchema.Town, t => t.Town, row => Bind(row, organisations, taken))
                .OrderBy(t => t.Town, StringComparer.Ordinal),
        ];
    }

    private static TilePlace? Bind(
        DataRow row,
        OrganisationIndex organisations,
        Dictionary<(int Row, int Column), string> taken
    )
    {
        var town = row.Organisation(TownTileSchema.Town, organisations);
        var down = row.Whole(TownTileSchema.Row);
        var across = row.Whole(TownTileSchema.Column);
        if (town is not null && town.Level != Level.Town)
        {
            row.Report(
                ProcessCodes.TilePlace,
                TownTileSchema.Town,
                $"方格里只放镇级组织，“{town.Name}”的层级是{town.Level.Word()}。请删掉这一行。"
            );
        }

        foreach (var (column, place) in new[] { (TownTileSchema.Row, down), (TownTileSchema.Column, across) })
        {
            if (place is < 1 or > TownTileSchema.Most)
            {
                row.Report(
                    ProcessCodes.TilePlace,
                    column,
                    $"{column.Name}应为 1—{TownTileSchema.Most}，读到“{place}”。请改成从 1 数起的序号。"
                );
            }
        }

        if (row.Failed || town is null || down is not { } r || across is not { } c)
        {
            return null;
        }

        if (!taken.TryAdd((r, c), town.Name))
        {
            row.Report(
                ProcessCodes.TilePlace,
                TownTileSchema.Column,
                $"第 {r} 行第 {c} 列已经是“{taken[(r, c)]}”。请给“{town.Name}”另选一格。"
            );
            return null;
        }

        return new(town.Code, r, c);
    }
}
