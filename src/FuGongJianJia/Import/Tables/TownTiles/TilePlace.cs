namespace FuGongJianJia.Import.Tables.TownTiles;

/// <summary>Where a town stands on the tile map（镇街方格）: towns as squares, roughly as they lie.</summary>
/// <param name="Town">组织编码 of a town-level unit.</param>
/// <param name="Row">行, from 1 at the top (north).</param>
/// <param name="Column">列, from 1 at the left (west).</param>
public sealed record TilePlace(string Town, int Row, int Column);
